import { cos, sin, TAU } from '../../../../math/dmath.ts'
import type { Prng } from '../../../../math/prng.ts'
import { plain } from '../../../material/paints.ts'
import type { MeshBuilder, Paint } from '../../../mesh.ts'
import { blob } from '../../../shape/blob.ts'
import { box, loft } from '../../../shape/loft.ts'
import { polygon } from '../../../shape/outline.ts'
import { tube } from '../../../shape/tube.ts'
import type { Rgb, Vec3 } from '../../../vector.ts'
import { lakeOf, masonryOf, planksOf } from '../../nature/paints.ts'
import type { Site } from '../../nature/site.ts'
import { turned } from './turned.ts'

/** A stone fountain: basin with water, a pillar, bowls, and a figure or an obelisk on top. `radius` in metres. */
export function fountain(site: Site, random: Prng, [x, y, z]: Vec3, radius: number, stone: Rgb): void {
  const { mesh, scene, dim, snowy } = site
  const rock = mesh.paint(masonryOf({ colour: stone, blockWidth: 1.2, blockHeight: 0.4, variant: 3, joints: 0.5 }))
  const k = dim ? 0.3 : 1
  const water = mesh.paint(lakeOf({ deep: [0.02 * k, 0.07 * k, 0.08 * k], waves: 0.5, scale: 0.4 }))
  const sides = random.pick([8, 24])
  turned(
    mesh,
    x,
    z,
    y,
    [
      [-0.2, radius * 1.18],
      [0.16, radius * 1.18],
      [0.16, radius],
      [0.8, radius * 1.02],
      [0.84, radius * 1.07],
      [0.98, radius * 1.07],
    ],
    sides,
    rock,
    false,
  )
  loft(
    mesh,
    [
      { y: y + 0.97, points: polygon(x, z, radius * 1.07, sides) },
      { y: y + 0.98, points: polygon(x, z, radius * 0.9, sides) },
      { y: y + 0.7, points: polygon(x, z, radius * 0.9, sides) },
    ],
    { paint: rock, cap: snowy ? mesh.paint(plain([0.7, 0.76, 0.82])) : water },
  )
  turned(
    mesh,
    x,
    z,
    y,
    [
      [0.5, radius * 0.3],
      [1, radius * 0.22],
      [1.2, radius * 0.13],
      [1.9, radius * 0.11],
      [2.1, radius * 0.2],
      [2.3, radius * 0.46],
      [2.42, radius * 0.48],
    ],
    16,
    rock,
  )
  turned(
    mesh,
    x,
    z,
    y,
    [
      [2.3, radius * 0.1],
      [3.1, radius * 0.08],
      [3.2, radius * 0.12],
      [3.35, radius * 0.26],
      [3.42, radius * 0.27],
    ],
    16,
    rock,
  )
  statue(mesh, random, [x, y + 3.4, z], 1.7, rock)
  if (snowy) return
  const colour: Rgb = dim ? [0.25, 0.28, 0.34] : [0.8, 0.85, 0.9]
  for (let i = 0; i < 10; i++) {
    const a = (TAU * i) / 10
    for (let j = 0; j < 9; j++) {
      const t = j / 8
      const r = radius * (0.44 + 0.3 * t)
      scene.puffs.push({ x: x + cos(a) * r, y: y + 2.5 - 1.6 * t * t, z: z + sin(a) * r, size: 0.09 + 0.05 * t, opacity: 0.3, colour })
    }
  }
}

/** A draped figure that holds something up: one of several poses. */
export function statue(mesh: MeshBuilder, random: Prng, [x, y, z]: Vec3, height: number, paint: Paint): void {
  const k = height / 1.9
  const lean = random.range(-0.06, 0.06)
  turned(
    mesh,
    x,
    z,
    y,
    [
      [0, 0.34 * k],
      [0.1 * k, 0.34 * k],
    ],
    12,
    paint,
    false,
  )
  loft(
    mesh,
    (
      [
        [0.1, 0.26, 0.22],
        [0.5, 0.22, 0.18],
        [0.95, 0.17, 0.14],
        [1.12, 0.15, 0.12],
        [1.4, 0.21, 0.13],
        [1.52, 0.17, 0.1],
        [1.58, 0.07, 0.07],
      ] as const
    ).map(([up, wide, deep]) => ({
      y: y + up * k,
      points: polygon(x + lean * up, z, wide * k, 14, 0, 0, deep / wide).map(
        ([a, b], i) => [x + (a - x) * (up < 1 && i % 2 ? 0.9 : 1), b] as const,
      ),
    })),
    { paint, cap: paint, smooth: true },
  )
  blob(mesh, { x: x + lean * 1.7, y: y + 1.72 * k, z, rx: 0.11 * k, ry: 0.14 * k, rz: 0.12 * k, paint, rings: 6 })
  const hand = random.pick([-1, 1])
  const sx = x + lean * 1.45
  tube(
    mesh,
    [
      [sx + hand * 0.2 * k, y + 1.46 * k, z],
      [sx + hand * 0.42 * k, y + 1.66 * k, z - 0.1 * k],
      [sx + hand * 0.46 * k, y + 2.05 * k, z - 0.06 * k],
    ],
    { paint, radius: 0.055 * k, sides: 6 },
  )
  tube(
    mesh,
    [
      [sx - hand * 0.2 * k, y + 1.46 * k, z],
      [sx - hand * 0.32 * k, y + 1.1 * k, z - 0.1 * k],
      [sx - hand * 0.16 * k, y + 0.95 * k, z - 0.22 * k],
    ],
    { paint, radius: 0.055 * k, sides: 6 },
  )
  blob(mesh, { x: sx + hand * 0.46 * k, y: y + 2.12 * k, z: z - 0.06 * k, rx: 0.1 * k, ry: 0.12 * k, rz: 0.1 * k, paint, rings: 5 })
}

/** A round well with a roof on two posts. */
export function well(site: Site, [x, y, z]: Vec3, tiles: Paint): void {
  const { mesh } = site
  const rock = mesh.paint(masonryOf({ colour: [0.36, 0.34, 0.31], blockWidth: 0.5, blockHeight: 0.25, variant: 2 }))
  const wood = mesh.paint(planksOf([0.18, 0.1, 0.06], 0.2))
  turned(
    mesh,
    x,
    z,
    y,
    [
      [-0.1, 1],
      [0.85, 0.95],
      [0.85, 0.7],
      [0.2, 0.7],
    ],
    16,
    rock,
    false,
  )
  for (const q of [-1, 1]) box(mesh, { x: x + q * 0.86, y, z, width: 0.16, height: 2.4, depth: 0.16, paint: wood })
  tube(
    mesh,
    [
      [x - 0.86, y + 1.6, z],
      [x + 0.86, y + 1.6, z],
    ],
    { paint: wood, radius: 0.09, sides: 8 },
  )
  mesh.use(tiles)
  for (const q of [-1, 1])
    mesh.quad(
      mesh.vertex(x - 1.25, y + 2.1, z + q * 0.95, 0, 0),
      mesh.vertex(x + 1.25, y + 2.1, z + q * 0.95, 2.5, 0),
      mesh.vertex(x + 1.25, y + 2.95, z, 2.5, 1.3),
      mesh.vertex(x - 1.25, y + 2.95, z, 0, 1.3),
    )
}
