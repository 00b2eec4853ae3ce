import { rgb } from '../../../../solid/palette.ts'
import { emitter, plain } from '../../../material/paints.ts'
import { box } from '../../../shape/loft.ts'
import { tube } from '../../../shape/tube.ts'
import type { Vec3 } from '../../../vector.ts'
import { barkOf, planksOf } from '../paints.ts'
import type { Site } from '../site.ts'

type Pier = {
  readonly from: readonly [number, number]
  readonly to: readonly [number, number]
  readonly width: number
  readonly top: number
  readonly lamp: boolean
}

/** Planks on posts, from a point on land to one over water. */
export function pier({ mesh, scene, streams }: Site, { from, to, width, top, lamp }: Pier): void {
  const random = streams('pier')
  const dx = to[0] - from[0]
  const dz = to[1] - from[1]
  const length = Math.sqrt(dx * dx + dz * dz)
  const ux = dx / length
  const uz = dz / length
  const at = (along: number, across: number, y: number): Vec3 => [from[0] + ux * along - uz * across, y, from[1] + uz * along + ux * across]
  const tones = ['#8a7a68', '#7c6c5c', '#968674', '#6e6052'].map((hex) => mesh.paint(planksOf(rgb(hex), 2)))
  const post = mesh.paint(barkOf(rgb('#5a4c40'), 2))
  const step = 0.235
  for (let k = 0; k * step < length; k++) {
    const a = k * step + random.range(-0.01, 0.01)
    const b = a + step * 0.9
    const w = width / 2 + random.range(-0.05, 0.06)
    const y = top + random.range(-0.012, 0.012)
    mesh.use(random.pick(tones))
    const thick = 0.06
    const corners: [number, number][] = [
      [a, -w],
      [a, w],
      [b, w],
      [b, -w],
    ]
    const up = corners.map(([s, c], i) => {
      const p = at(s, c, y)
      return mesh.vertex(p[0], p[1], p[2], c * 1 + k * 3.7, 0.1 + (i > 1 ? step : 0) + k * 2)
    })
    mesh.quad(up[0]!, up[1]!, up[2]!, up[3]!)
    mesh.panel(at(a, -w, y - thick), at(a, w, y - thick), at(a, w, y), at(a, -w, y))
    mesh.panel(at(a, -w, y - thick), at(b, -w, y - thick), at(b, -w, y), at(a, -w, y))
    mesh.panel(at(a, w, y - thick), at(b, w, y - thick), at(b, w, y), at(a, w, y))
  }
  const beam = mesh.paint(planksOf(rgb('#5c5044'), 1))
  for (const c of [-1, 1]) {
    mesh.use(beam)
    const o = c * (width / 2 - 0.16)
    mesh.panel(at(0, o, top - 0.28), at(length, o, top - 0.28), at(length, o, top - 0.06), at(0, o, top - 0.06))
    for (let s = 1.2; s < length + 0.2; s += 2.9) {
      const p = at(Math.min(s, length - 0.1), c * (width / 2 + 0.06), 0)
      tube(
        mesh,
        [
          [p[0], -3, p[2]],
          [p[0], top + 0.45 + random.range(-0.15, 0.25), p[2]],
        ],
        { paint: post, radius: 0.11, sides: 8, endRadius: 0.1 },
      )
    }
  }
  if (!lamp) return
  const p = at(length - 0.5, width / 2 - 0.1, 0)
  const iron = mesh.paint(plain([0.05, 0.045, 0.04]))
  tube(
    mesh,
    [
      [p[0], top, p[2]],
      [p[0], top + 2.1, p[2]],
      [p[0] + uz * 0.3, top + 2.2, p[2] - ux * 0.3],
    ],
    { paint: iron, radius: 0.05, sides: 6, endRadius: 0.035 },
  )
  box(mesh, {
    x: p[0] + uz * 0.3,
    y: top + 1.82,
    z: p[2] - ux * 0.3,
    width: 0.2,
    height: 0.28,
    depth: 0.2,
    paint: mesh.paint(emitter([1, 0.55, 0.2], 6)),
  })
  scene.lamps.push({ x: p[0] + uz * 0.3, y: top + 1.7, z: p[2] - ux * 0.3 - 0.4, colour: [0.8, 0.42, 0.14], range: 11 })
  scene.lampBox = [
    [p[0] - 16, -2, p[2] - 20],
    [p[0] + 16, 9, p[2] + 14],
  ]
  scene.glows.push({ x: p[0] + uz * 0.3, y: top + 1.95, z: p[2] - ux * 0.3, colour: [1, 0.55, 0.2], intensity: 1.4, size: 0.4 })
}
