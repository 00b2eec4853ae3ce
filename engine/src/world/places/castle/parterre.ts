import { PI, saturate } from '../../../math/dmath.ts'
import { hash3 } from '../../../math/lattice.ts'
import { blob } from '../../../model/shapes/blob.ts'
import { box } from '../../../model/shapes/box.ts'
import { blend as between, type Rgb, type Vec3 } from '../../../scene/vector.ts'
import { rgb } from '../../../solid/palette.ts'
import { darker } from '../../kit/tints.ts'
import { spotAt, yawTo } from '../../spot.ts'
import type { World } from '../../world.ts'

const HEDGE = rgb('#3f6f38')

/** A clipped hedge between two places. */
export function hedge(world: World, from: readonly [number, number], to: readonly [number, number], height = 1.5): void {
  const [dx, dz] = [to[0] - from[0], to[1] - from[1]]
  const length = Math.sqrt(dx * dx + dz * dz)
  const spot = spotAt(world, (from[0] + to[0]) / 2, (from[1] + to[1]) / 2, yawTo(dx, dz) - PI / 2)
  const { solid } = world
  solid.paint(
    (x, y, z) =>
      between(
        between(darker(HEDGE, 0.5), HEDGE, saturate(y / height)),
        rgb('#6f9f4f'),
        hash3(Math.floor(x * 3), Math.floor(y * 3), Math.floor(z * 3)) * 0.4,
      ),
    { vary: 0.06, through: 0.15 },
  )
  box(solid, [0, -0.2, 0], [length, height + 0.2, 0.9], { cell: 1.1 })
  spot.block([0, -0.2, 0], [length, height + 0.4, 0.9])
}

/** A bed of roses in a frame of box. */
export function roses(world: World, x: number, z: number, width: number, depth: number, colour: Rgb): void {
  const spot = spotAt(world, x, z)
  const { solid } = world
  const random = world.streams(`roses ${x} ${z}`)
  solid.paint(darker(HEDGE, 0.1), { vary: 0.1 })
  for (const side of [-1, 1]) {
    box(solid, [0, -0.1, (side * depth) / 2], [width, 0.45, 0.25], { cell: 1 })
    box(solid, [(side * width) / 2, -0.1, 0], [0.25, 0.45, depth], { cell: 1 })
  }
  const count = Math.floor(width * depth * 0.8)
  for (let i = 0; i < count; i++) {
    const p: Vec3 = [random.range(-0.44, 0.44) * width, 0.3, random.range(-0.44, 0.44) * depth]
    solid.paint(rgb('#3f7a38'), { through: 0.4, vary: 0.12 })
    blob(solid, p, [0.32, 0.34, 0.32], { detail: 0, rough: 0.2, seed: i })
    solid.paint(i % 4 === 0 ? rgb('#f4e8e0') : colour, { through: 0.3, vary: 0.1 })
    for (const k of [0, 1])
      blob(solid, [p[0] + (k - 0.5) * 0.3, 0.62, p[2] + (k - 0.5) * 0.24], [0.12, 0.1, 0.12], { detail: 0, rough: 0.1 })
  }
  spot.block([0, 0, 0], [width, 0.7, depth])
  spot.keep(Math.max(width, depth) * 0.6)
}

/** A kerb of stone round a basin of half-sides `w` and `d`. */
export function rim(world: World, x: number, z: number, w: number, d: number): void {
  const spot = spotAt(world, x, z, 0, 0.3)
  const { solid } = world
  spot.use()
  solid.paint(rgb('#cfc8ba'), { vary: 0.05 })
  for (const side of [-1, 1]) {
    box(solid, [side * w, -1.2, 0], [0.6, 1.5, d * 2 + 0.6], { cell: 1.6 })
    box(solid, [0, -1.2, side * d], [w * 2, 1.5, 0.6], { cell: 1.6 })
    spot.block([side * w, -1.2, 0], [0.6, 2, d * 2 + 0.6])
    spot.block([0, -1.2, side * d], [w * 2, 2, 0.6])
  }
}

/** Hedges in three squares, each open at another side. */
export function maze(world: World, x: number, z: number, side: number): void {
  for (const [r, gap] of [
    [6, 0],
    [3.8, 2],
    [1.9, 1],
  ] as const) {
    const at = (i: number): [number, number] => [x + side * [r, -r, -r, r][i % 4]!, z + [r, r, -r, -r][i % 4]!]
    for (let i = 0; i < 4; i++) {
      const [a, b] = [at(i + 3), at(i + 4)]
      if (i !== gap) {
        hedge(world, a, b)
        continue
      }
      const part = (t: number): [number, number] => [a[0] + (b[0] - a[0]) * t, a[1] + (b[1] - a[1]) * t]
      const half = 0.95 / r
      hedge(world, a, part(0.5 - half * 0.5))
      hedge(world, part(0.5 + half * 0.5), b)
    }
  }
  world.kept.push({ x, z, radius: 7 })
  world.points.push({ name: 'heart of the maze', x, z })
}
