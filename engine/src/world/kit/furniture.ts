import { cos, PI, saturate, sin, TAU } from '../../math/dmath.ts'
import { blob } from '../../model/shapes/blob.ts'
import { box } from '../../model/shapes/box.ts'
import { gable } from '../../model/shapes/gable.ts'
import { lathe } from '../../model/shapes/lathe.ts'
import { tube } from '../../model/shapes/tube.ts'
import { blend, type Rgb, times } from '../../scene/vector.ts'
import { rgb } from '../../solid/palette.ts'
import type { Place2 } from '../land.ts'
import { spotAt, yawTo } from '../spot.ts'
import type { World } from '../world.ts'
import { DARK_WOOD, darker, FIRELIGHT, IRON, LAMPLIGHT, lampGlow, STONE, WOOD } from './tints.ts'

export type LampStyle = {
  readonly height?: number
  readonly pole?: Rgb
  readonly colour?: Rgb
  readonly range?: number
  readonly y?: number
}

/** A lantern on a pole. */
export function lamp(world: World, x: number, z: number, style: LampStyle = {}): void {
  const { height = 2.6, pole = IRON, colour = LAMPLIGHT, range = 9 } = style
  const spot = spotAt(world, x, z, 0, style.y)
  const { solid } = world
  solid.paint(pole)
  box(solid, [0, 0, 0], [0.3, 0.25, 0.3], { taper: 0.7 })
  box(solid, [0, 0.2, 0], [0.12, height - 0.2, 0.12], { taper: 0.8 })
  box(solid, [0, height + 0.42, 0], [0.46, 0.16, 0.46], { taper: 0.3 })
  solid.paint([0.25, 0.15, 0.05], { glow: lampGlow(world, colour, 0.3) })
  box(solid, [0, height, 0], [0.3, 0.42, 0.3], { taper: 1.2 })
  spot.light([0, height + 0.1, 0], times(colour, 1.1), range)
  spot.post([0, 0, 0], 0.18, height)
}

/** A bench with a back, facing +z. */
export function bench(world: World, x: number, z: number, yaw: number, colour: Rgb = WOOD, y?: number): void {
  const spot = spotAt(world, x, z, yaw, y)
  const { solid } = world
  solid.paint(darker(colour, 0.4))
  for (const side of [-0.75, 0.75]) {
    box(solid, [side, 0, 0], [0.12, 0.42, 0.45])
    box(solid, [side, 0.4, -0.22], [0.1, 0.5, 0.1])
  }
  solid.paint(colour)
  for (const k of [-0.14, 0.02, 0.18]) box(solid, [0, 0.42, k], [1.8, 0.06, 0.13])
  for (const k of [0.55, 0.75]) box(solid, [0, k, -0.22], [1.8, 0.14, 0.05])
  spot.block([0, 0, 0], [1.8, 0.9, 0.5])
  for (const side of [-0.45, 0.45]) spot.seat(side, 0.48, 0)
  spot.keep(1.1)
}

/** Posts and two rails along points. */
export function fence(world: World, points: readonly Place2[], colour: Rgb = rgb('#a8845c')): void {
  const { solid, land } = world
  for (let i = 0; i + 1 < points.length; i++) {
    const [ax, az] = points[i]!
    const [bx, bz] = points[i + 1]!
    const [dx, dz] = [bx - ax, bz - az]
    const steps = Math.max(1, Math.round(Math.sqrt(dx * dx + dz * dz) / 1.7))
    solid.paint(colour)
    for (let k = 0; k <= steps; k++) {
      const [x, z] = [ax + (dx * k) / steps, az + (dz * k) / steps]
      const y = land.heightAt(x, z)
      solid.at(x, y, z)
      box(solid, [0, -0.2, 0], [0.14, 1.15, 0.14], { taper: 0.8, cell: 9 })
      if (k === steps) continue
      const [nx, nz] = [ax + (dx * (k + 1)) / steps, az + (dz * (k + 1)) / steps]
      const ny = land.heightAt(nx, nz)
      solid.at(0, 0, 0)
      for (const h of [0.35, 0.7])
        tube(
          solid,
          [
            [x, y + h, z],
            [nx, ny + h, nz],
          ],
          0.055,
          0.055,
          4,
        )
      const length = Math.sqrt((nx - x) * (nx - x) + (nz - z) * (nz - z))
      spotAt(world, (x + nx) / 2, (z + nz) / 2, yawTo(dx, dz) - PI / 2).block([0, 0, 0], [length, 0.8, 0.12])
    }
  }
}

/** A well with a little roof. */
export function well(world: World, x: number, z: number, roof: Rgb = rgb('#b3543c')): void {
  const spot = spotAt(world, x, z, 0.3)
  const { solid } = world
  solid.paint(STONE, { vary: 0.1 })
  lathe(
    solid,
    0,
    0,
    [
      [1.15, 0],
      [1.1, 0.8],
      [0.8, 0.82],
      [0.78, 0.2],
    ],
    12,
    { flat: true },
  )
  solid.paint(rgb('#2a5a6a'))
  lathe(
    solid,
    0,
    0,
    [
      [0.79, 0.42],
      [0, 0.43],
    ],
    12,
  )
  solid.paint(DARK_WOOD)
  for (const side of [-1, 1]) box(solid, [side, 0, 0], [0.16, 2.3, 0.16])
  gable(solid, 2.2, { width: 2.4, depth: 1.8, rise: 0.7, overhang: 0.15, thickness: 0.1, top: roof, under: DARK_WOOD, wall: DARK_WOOD })
  solid.paint(WOOD)
  tube(
    solid,
    [
      [-1, 1.6, 0],
      [1, 1.6, 0],
    ],
    0.07,
    0.07,
  )
  box(solid, [0, 0.95, 0], [0.34, 0.34, 0.34], { taper: 1.15 })
  spot.post([0, 0, 0], 1.2, 2)
  spot.keep(1.8)
}

/** A bowl of fire on a stand. */
export function brazier(world: World, x: number, z: number, y?: number): void {
  const spot = spotAt(world, x, z, 0, y)
  const { solid } = world
  solid.paint(rgb('#6b4a32'))
  lathe(
    solid,
    0,
    0,
    [
      [0.35, 0],
      [0.18, 0.2],
      [0.14, 0.9],
      [0.42, 1.15],
      [0.4, 1.2],
    ],
    8,
  )
  solid.paint([0.2, 0.05, 0], { glow: lampGlow(world, [3, 1.4, 0.3], 0.4) })
  lathe(
    solid,
    0,
    0,
    [
      [0.28, 1.15],
      [0.26, 1.4],
      [0, 1.9],
    ],
    6,
  )
  spot.light([0, 1.8, 0], FIRELIGHT, 9)
  spot.post([0, 0, 0], 0.4, 1.4)
}

/** A fire in a ring of stones. */
export function campfire(world: World, x: number, z: number): void {
  const spot = spotAt(world, x, z)
  const { solid } = world
  for (let i = 0; i < 9; i++) {
    const a = (TAU * i) / 9
    solid.paint(STONE)
    blob(solid, [cos(a) * 0.7, 0.1, sin(a) * 0.7], [0.22, 0.18, 0.2], { detail: 0, flat: true, rough: 0.2, seed: i })
  }
  solid.paint(DARK_WOOD)
  for (let i = 0; i < 4; i++) {
    const a = i * 1.57 + 0.4
    tube(
      solid,
      [
        [cos(a) * 0.5, 0.05, sin(a) * 0.5],
        [0, 0.55, 0],
      ],
      0.08,
      0.06,
    )
  }
  solid.paint([0.2, 0.05, 0], { glow: (_, y) => blend([3, 1.6, 0.4], [2, 0.4, 0.05], saturate(y)) })
  for (let i = 0; i < 3; i++)
    lathe(
      solid,
      0.12 * (i - 1),
      0.08 * (i % 2),
      [
        [0.2, 0.15],
        [0.22, 0.35],
        [0, 0.75 + 0.2 * (i % 2)],
      ],
      6,
    )
  spot.light([0, 0.9, 0], [3.4, 1.5, 0.45], 9, { always: true, shaded: false })
  spot.post([0, 0, 0], 0.85, 0.6)
  spot.keep(2.2)
}

export function barrel(world: World, x: number, z: number, colour: Rgb = WOOD, y?: number): void {
  const spot = spotAt(world, x, z, 0, y)
  const { solid } = world
  solid.paint((_, py) => (Math.abs(py - 0.22) < 0.05 || Math.abs(py - 0.66) < 0.05 ? IRON : colour))
  lathe(
    solid,
    0,
    0,
    [
      [0.3, 0],
      [0.33, 0.17],
      [0.35, 0.22],
      [0.38, 0.45],
      [0.35, 0.66],
      [0.33, 0.72],
      [0.3, 0.9],
      [0, 0.88],
    ],
    10,
  )
  spot.post([0, 0, 0], 0.4, 0.9)
  spot.keep(0.5)
}

export function crate(world: World, x: number, z: number, size = 0.8, yaw = 0.3, y?: number): void {
  const spot = spotAt(world, x, z, yaw, y)
  const { solid } = world
  solid.paint(blend(WOOD, rgb('#b98f5a'), 0.5))
  box(solid, [0, 0, 0], [size, size, size], { cell: 1 })
  solid.paint(DARK_WOOD)
  for (const side of [-0.46, 0.46]) {
    box(solid, [side * size, 0, 0.01], [0.1 * size, size * 1.01, size * 1.03], { cell: 9 })
    box(solid, [0, size * (0.45 + side), 0], [size * 1.03, 0.1 * size, size * 1.03], { cell: 9 })
  }
  spot.block([0, 0, 0], [size, size, size])
  spot.keep(size * 0.8)
}

/** A post with two boards. */
export function signpost(world: World, x: number, z: number, yaw = 0.3): void {
  const spot = spotAt(world, x, z, yaw)
  const { solid } = world
  solid.paint(DARK_WOOD)
  box(solid, [0, 0, 0], [0.14, 1.7, 0.14])
  solid.paint(WOOD)
  box(solid, [0.3, 1.3, 0.06], [1, 0.26, 0.06])
  box(solid, [-0.25, 0.95, 0.06], [0.9, 0.24, 0.06])
  spot.post([0, 0, 0], 0.15, 1.7)
}

/** A table with benches along its two long sides. */
export function table(world: World, x: number, z: number, yaw: number, colour: Rgb = WOOD, y?: number): void {
  const spot = spotAt(world, x, z, yaw, y)
  const { solid } = world
  solid.paint(darker(colour, 0.35))
  for (const side of [-0.7, 0.7]) box(solid, [side, 0, 0], [0.12, 0.72, 0.6])
  solid.paint(colour)
  box(solid, [0, 0.7, 0], [1.9, 0.08, 0.85])
  for (const side of [-0.75, 0.75]) {
    box(solid, [0, 0.42, side], [1.9, 0.07, 0.32])
    for (const k of [-0.7, 0.7]) box(solid, [k, 0, side], [0.1, 0.42, 0.24])
    for (const k of [-0.5, 0.5]) spot.seat(k, 0.49, side, side > 0 ? PI : 0)
  }
  spot.block([0, 0, 0], [1.9, 0.8, 1.8])
  spot.keep(1.4)
}
