import { rgb } from '../../../../solid/palette.ts'
import { emitter, plain } from '../../../material/paints.ts'
import { box } from '../../../shape/loft.ts'
import { tube } from '../../../shape/tube.ts'
import type { Vec3 } from '../../../vector.ts'
import { barkOf, leaves, planksOf, snowOf } from '../../nature/paints.ts'
import type { Site } from '../../nature/site.ts'
import { gabled, opening, placed } from './gabled.ts'

export type StiltHut = {
  readonly x: number
  readonly z: number
  readonly turn: number
  /** Height of its floor over the water. */
  readonly floor: number
  readonly size?: number
}

/** A hut on posts over the water, with a porch, a ladder and a lantern. Returns where its lantern hangs. */
export function stiltHut(site: Site, { x, z, turn, floor, size = 1 }: StiltHut): Vec3 {
  const { mesh, scene, streams, lit, snowy } = site
  const random = streams('hut')
  const at = placed(x, floor, z, turn)
  const k = size
  const board = mesh.paint(planksOf(rgb(random.pick(['#6a5440', '#5c4c3e', '#74604a'])), 0.24))
  const post = mesh.paint(barkOf(rgb('#4c3e32'), 2, rgb('#44501f'), 0.5))
  const dark = mesh.paint(plain([0.05, 0.035, 0.025]))
  for (const a of [-2.9, 0, 2.9])
    for (const b of [-3.1, -0.6, 2.3]) {
      const [px, , pz] = at(a * k, 0, b * k)
      tube(
        mesh,
        [
          [px + random.range(-0.1, 0.1), -2.4, pz],
          [px, floor + (b < -3 ? 1 : 0), pz],
        ],
        { paint: post, radius: 0.13 * k, sides: 8 },
      )
    }
  const [bx, , bz] = at(0, 0, -0.4 * k)
  box(mesh, { x: bx, y: floor - 0.16, z: bz, width: 6.6 * k, height: 0.16, depth: 6 * k, turn, paint: board })
  gabled(mesh, {
    at: (a, up, b) => at(a, up, b + 0.5 * k),
    width: 5.2 * k,
    depth: 4 * k,
    eaves: 2.3 * k,
    rise: 2 * k,
    wall: board,
    roof: mesh.paint(snowy ? snowOf() : planksOf(rgb(random.pick(['#6e5c3a', '#5a4a34', '#4a4a30'])), 0.12)),
    over: 0.8 * k,
    thick: 0.3,
    sunk: 0,
  })
  if (!snowy) thatch(site, (a, up, b) => at(a, up, b + 0.5 * k), k)
  const glow = mesh.paint(lit ? emitter([1, 0.52, 0.17], 3.2) : plain([0.03, 0.035, 0.04], 0.9, 0.8))
  opening(mesh, at, 'front', [-1.4 * k, 0.9 * k, -1.5 * k], [1 * k, 0.9 * k], glow, dark)
  opening(mesh, at, 'front', [0.9 * k, 0, -1.5 * k], [0.95 * k, 1.9 * k], lit ? mesh.paint(emitter([0.9, 0.42, 0.12], 1.2)) : dark, dark)
  for (const q of [-1, 1]) opening(mesh, at, 'end', [q * 2.6 * k, 0.9 * k, 0.5 * k], [1 * k, 0.9 * k], glow, dark)
  for (const [a0, a1] of [
    [-3.2, 0.2],
    [1.6, 3.2],
  ] as const) {
    tube(mesh, [at(a0 * k, 0.95 * k, -3.2 * k), at(a1 * k, 0.95 * k, -3.2 * k)], { paint: post, radius: 0.05, sides: 5 })
    for (let a = a0; a <= a1; a += 0.7)
      tube(mesh, [at(a * k, 0, -3.2 * k), at(a * k, 0.95 * k, -3.2 * k)], { paint: post, radius: 0.04, sides: 5 })
  }
  for (const q of [-0.3, 0.3])
    tube(mesh, [at((0.9 + q) * k, 0, -3.3 * k), at((0.9 + q) * k, -floor - 0.6, -3.9 * k)], { paint: post, radius: 0.045, sides: 5 })
  for (let i = 1; i < 6; i++) {
    const t = i / 6
    tube(mesh, [at(0.6 * k, -floor * t, (-3.3 - 0.6 * t) * k), at(1.2 * k, -floor * t, (-3.3 - 0.6 * t) * k)], {
      paint: post,
      radius: 0.035,
      sides: 4,
    })
  }
  const lamp = at(-2.3 * k, 1.7 * k, -2.9 * k)
  tube(mesh, [at(-2.3 * k, 2.15 * k, -1.7 * k), at(-2.3 * k, 2.15 * k, -2.9 * k), lamp], { paint: dark, radius: 0.03, sides: 4 })
  box(mesh, {
    x: lamp[0],
    y: lamp[1] - 0.3,
    z: lamp[2],
    width: 0.22,
    height: 0.3,
    depth: 0.22,
    paint: lit ? mesh.paint(emitter([1, 0.6, 0.22], 7)) : dark,
  })
  if (!lit) return lamp
  scene.lamps.push({ x: lamp[0], y: lamp[1], z: lamp[2] - 0.4, colour: [1, 0.5, 0.17], range: 14 * k })
  for (const [a, b] of [
    [-1.4, -2.4],
    [3.6, 0.5],
    [-3.6, 0.5],
  ] as const) {
    const [lx, ly, lz] = at(a * k, 1.2 * k, b * k)
    scene.lamps.push({ x: lx, y: ly, z: lz, colour: [0.6, 0.28, 0.09], range: 9 * k })
  }
  scene.glows.push({ x: lamp[0], y: lamp[1] - 0.15, z: lamp[2] - 0.2, colour: [1, 0.55, 0.2], intensity: 2, size: 0.5 })
  return lamp
}

/** Ragged straw over the roof's edge. */
function thatch({ mesh, streams }: Site, at: (a: number, up: number, b: number) => Vec3, k: number): void {
  const random = streams('thatch')
  mesh.use(mesh.paint(leaves(rgb('#6a5a34'), rgb('#94804c'), { through: 0.15 })), true)
  for (let i = 0; i < 900; i++) {
    const q = i & 1 ? 1 : -1
    const t = Math.sqrt(random.next()) * 1.2
    const a = random.range(-3.4, 3.4) * k
    const b = q * t * 2 * k
    const up = (2.3 + 2 * (1 - t)) * k + 0.32
    const long = random.range(0.25, 0.6) * k
    const w = 0.05 * k
    const p = at(a - w, up, b)
    const r = at(a + w, up, b)
    const s = at(a + random.range(-0.1, 0.1), up - long * 0.72, b + q * long * 0.7)
    mesh.triangle(mesh.vertex(...p, 0.6, 0.2, 0, 1, q), mesh.vertex(...r, 0.6, 0.5, 0, 1, q), mesh.vertex(...s, 0.9, 1, 0, 1, q))
  }
}
