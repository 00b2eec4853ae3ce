import { cos, sin, TAU } from '../../../../math/dmath.ts'
import type { Paint } from '../../../mesh.ts'
import { value2 } from '../../../noise.ts'
import { blob } from '../../../shape/blob.ts'
import { box, loft } from '../../../shape/loft.ts'
import { polygon } from '../../../shape/outline.ts'
import { tube } from '../../../shape/tube.ts'
import type { Vec3 } from '../../../vector.ts'
import { masonryOf } from '../paints.ts'
import type { Site } from '../site.ts'
import type { Sand } from './dunes.ts'

/** Stones of a ruin. */
export type RuinPaints = { readonly drum: Paint; readonly block: Paint; readonly ring: Paint; readonly inlay: Paint }

export function ruinPaints({ mesh }: Site): RuinPaints {
  const sand = { cover: [0.6, 0.4, 0.24], covered: 0.5 } as const
  return {
    drum: mesh.paint(masonryOf({ colour: [0.58, 0.44, 0.31], blockWidth: 60, blockHeight: 1.9, variant: 4, joints: 0.9 })),
    block: mesh.paint(masonryOf({ colour: [0.56, 0.42, 0.29], blockWidth: 3.2, blockHeight: 1.5, variant: 6, joints: 0.8, ...sand })),
    ring: mesh.paint(masonryOf({ colour: [0.5, 0.37, 0.26], blockWidth: 5, blockHeight: 3, variant: 14, ...sand })),
    inlay: mesh.paint(masonryOf({ colour: [0.3, 0.24, 0.2], blockWidth: 3, blockHeight: 2, variant: 3 })),
  }
}

/** A fluted column of drums; broken ones end in a jagged stump. Returns the height of its top. */
export function column({ mesh }: Site, paints: RuinPaints, x: number, y: number, z: number, height: number, broken: boolean): number {
  const { drum, block } = paints
  const r = 1.15
  const points = 40
  const flutes = (k: number) =>
    polygon(x, z, k, points).map(([a, b], i) => [x + (a - x) * (i % 2 ? 0.94 : 1), z + (b - z) * (i % 2 ? 0.94 : 1)] as const)
  box(mesh, { x, y: y - 1.5, z, width: 3.4, height: 1.9, depth: 3.4, turn: 0.1, paint: block })
  loft(
    mesh,
    [
      { y: y + 0.4, points: polygon(x, z, r * 1.34, 20) },
      { y: y + 0.66, points: polygon(x, z, r * 1.4, 20) },
      { y: y + 0.9, points: polygon(x, z, r * 1.14, 20) },
    ],
    { paint: block, cap: block, smooth: true },
  )
  const jagged = polygon(0, 0, 1, points).map(([a, b]) => y + height + a * 0.35 + value2(a * 3 + x, b * 3) * 0.9)
  loft(
    mesh,
    (
      [
        [0.85, 1.03],
        [1.3, 1],
        [height * 0.5, 0.97],
        [height, 0.86],
      ] as const
    ).map(([up, k], i) => ({ y: y + up, points: flutes(r * k), ...(i === 3 && broken ? { heights: jagged } : {}) })),
    { paint: drum, cap: drum },
  )
  if (broken) return y + height
  loft(
    mesh,
    [
      { y: y + height, points: polygon(x, z, r * 0.9, 20) },
      { y: y + height + 0.25, points: polygon(x, z, r * 0.98, 20) },
      { y: y + height + 0.7, points: polygon(x, z, r * 1.45, 20) },
    ],
    { paint: block, cap: block, smooth: true },
  )
  box(mesh, { x, y: y + height + 0.7, z, width: 3.4, height: 0.8, depth: 3.4, turn: 0.1, paint: block })
  return y + height + 1.5
}

/** A column that fell, half in the sand. */
export function fallenColumn({ mesh }: Site, { drum }: RuinPaints, x: number, y: number, z: number, turn: number): void {
  const c = cos(turn)
  const s = sin(turn)
  const at = (along: number, up: number): Vec3 => [x + c * along, y + up, z + s * along]
  let along = -4.2
  for (const [length, drop] of [
    [2.6, 0],
    [2.1, -0.04],
    [2.3, -0.16],
  ] as const) {
    tube(mesh, [at(along, 0.5 + drop), at(along + 0.01, 0.5 + drop), at(along + length, 0.54 + drop)], {
      paint: drum,
      radius: 1.05,
      sides: 18,
    })
    for (const end of [along, along + length]) {
      const [px, py, pz] = at(end, 0.5 + drop)
      blob(mesh, {
        x: px,
        y: py,
        z: pz,
        rx: 0.1 + 0.95 * Math.abs(s),
        ry: 1.02,
        rz: 0.1 + 0.95 * Math.abs(c),
        paint: drum,
        rings: 8,
        rough: 0.06,
        frequency: 3,
      })
    }
    along += length + 0.18
  }
}

/** A colossal broken ring, half buried, `radius` metres. */
export function brokenRing(
  { mesh, streams, side }: Site,
  { ring, inlay }: RuinPaints,
  x: number,
  z: number,
  sand: Sand,
  radius: number,
): void {
  const width = radius * 0.2
  const depth = radius * 0.3
  const turn = side * 0.38
  const y = sand(x, z) + radius * 0.32
  const c = cos(turn)
  const s = sin(turn)
  const n = 72
  const gap0 = streams('ring').range(0.08, 0.13)
  const gap1 = gap0 + streams('ring').range(0.07, 0.13)
  const at = (a: number, q: number, e: number, k: number): Vec3 => {
    const rough = q > 0 ? 1 + 0.05 * (value2(k * 0.9 + 4, 1) - 0.7) : 1 + 0.03 * (value2(k * 9, 3) - 0.5)
    const rr = (radius + (q * width) / 2) * rough
    return [x + cos(a) * rr * c - ((e * depth) / 2) * s, y + sin(a) * rr, z + cos(a) * rr * s + ((e * depth) / 2) * c]
  }
  const face = (i: number, across: number, corners: readonly [Vec3, Vec3, Vec3, Vec3]): void => {
    const length = (TAU * radius) / n
    const v = corners.map(([px, py, pz], k) => mesh.vertex(px, py, pz, k === 0 || k === 3 ? 0 : across, (i + (k > 1 ? 1 : 0)) * length))
    mesh.quad(v[0]!, v[1]!, v[2]!, v[3]!)
  }
  for (let i = 0; i < n; i++) {
    const middle = (i + 0.5) / n
    const share = side > 0 ? middle : 0.5 - middle
    if (share > gap0 && share < gap1) continue
    const a = (TAU * i) / n
    const b = (TAU * (i + 1)) / n
    const j = i + 1
    mesh.use(ring)
    face(i, width, [at(a, -1, -1, i), at(a, 1, -1, i), at(b, 1, -1, j), at(b, -1, -1, j)])
    face(i, width, [at(a, -1, 1, i), at(a, 1, 1, i), at(b, 1, 1, j), at(b, -1, 1, j)])
    face(i, depth, [at(a, 1, -1, i), at(a, 1, 1, i), at(b, 1, 1, j), at(b, 1, -1, j)])
    face(i, depth, [at(a, -1, -1, i), at(a, -1, 1, i), at(b, -1, 1, j), at(b, -1, -1, j)])
    face(i, width, [at(a, -1, -1, i), at(a, 1, -1, i), at(a, 1, 1, i), at(a, -1, 1, i)])
    face(i, width, [at(b, -1, -1, j), at(b, 1, -1, j), at(b, 1, 1, j), at(b, -1, 1, j)])
    mesh.use(inlay)
    face(i, 2, [at(a, -0.15, -1.02, i), at(a, 0.35, -1.02, i), at(b, 0.35, -1.02, j), at(b, -0.15, -1.02, j)])
    if (i % 4) continue
    mesh.use(ring)
    face(i, 2, [at(a, -0.6, -1.12, i), at(a, 0.8, -1.12, i), at(b, 0.8, -1.12, j), at(b, -0.6, -1.12, j)])
  }
}
