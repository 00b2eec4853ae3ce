import { cos, PI, saturate, sin, TAU } from '../../../math/dmath.ts'
import { createModel } from '../../../model/model.ts'
import { box } from '../../../model/shapes/box.ts'
import { lathe } from '../../../model/shapes/lathe.ts'
import { tube } from '../../../model/shapes/tube.ts'
import { blend as between, type Rgb, type Vec3 } from '../../../scene/vector.ts'
import { rgb } from '../../../solid/palette.ts'
import { round } from '../../geometry.ts'
import { type NeonPair, neon, WHITE } from '../../kit/city.ts'
import { spotAt } from '../../spot.ts'
import type { World } from '../../world.ts'

/** The spire on its basin, with rings that turn above it. */
export function spireLandmark(world: World, x: number, z: number, [a, b]: NeonPair): void {
  const spot = spotAt(world, x, z)
  const { solid } = world
  basin(world)
  solid.paint((_, y) => between(WHITE, rgb('#b9c4d8'), saturate(y / 14)), { vary: 0.02 })
  lathe(
    solid,
    0,
    0,
    [
      [2.1, 0.2],
      [1.3, 0.9],
      [0.8, 3],
      [0.75, 5],
      [1.25, 7.2],
      [1.1, 8.2],
      [0.5, 10],
      [0.16, 14.5],
      [0, 17],
    ],
    16,
  )
  solid.paint([0.1, 0.1, 0.1], { glow: neon(world, a, 1.6) })
  lathe(
    solid,
    0,
    0,
    [
      [1.26, 7],
      [1.36, 7.2],
      [1.36, 7.5],
      [1.22, 7.7],
    ],
    16,
  )
  lathe(
    solid,
    0,
    0,
    [
      [0.86, 3],
      [0.86, 3.15],
      [0.8, 3.2],
    ],
    16,
  )
  solid.paint(WHITE)
  round(3, 1, 0.5, (c, s) =>
    tube(
      solid,
      Array.from({ length: 7 }, (_, k): Vec3 => [c * (4.4 - 0.1 * k * k), 0.3 + 1.067 * k, s * (4.4 - 0.1 * k * k)]),
      0.28,
      0.12,
      6,
    ),
  )
  spot.post([0, 0, 0], 5.2, 3)
  spot.keep(7)
  spot.light([0, 8, 0], neon(world, a, 2.2), 22, { always: true, fall: 0.02, shaded: false })
  halo(world, [x, 9.6, z], 2.6, 12, a)
  halo(world, [x, 10.6, z], 3.4, -18, b)
}

/** A ring that stands upright in a basin, as a gate of light, with a smaller one that turns in it. */
export function gateLandmark(world: World, x: number, z: number, [a, b]: NeonPair): void {
  const spot = spotAt(world, x, z)
  const { solid } = world
  basin(world)
  const bow = (radius: number, sides: number): Vec3[] =>
    Array.from({ length: sides + 1 }, (_, i) => {
      const angle = -PI / 2 + 0.34 + ((TAU - 0.68) * i) / sides
      return [cos(angle) * radius, 7.4 + sin(angle) * radius, 0]
    })
  solid.paint((_, y) => between(WHITE, rgb('#b9c4d8'), saturate(y / 14)), { vary: 0.02 })
  tube(solid, bow(6.6, 32), 0.75, 0.75, 8)
  solid.paint([0.1, 0.1, 0.1], { glow: neon(world, a, 1.6) })
  tube(solid, bow(5.75, 32), 0.12, 0.12, 4)
  solid.paint(WHITE, { vary: 0.02 })
  for (const side of [-1, 1]) box(solid, [side * 2.6, 0.2, 0], [2.2, 1.6, 2.2], { taper: 0.7, cell: 1 })
  spot.post([0, 0, 0], 5.2, 3)
  spot.keep(7)
  spot.light([0, 7.4, 1], neon(world, a, 2.2), 22, { always: true, fall: 0.02, shaded: false })
  halo(world, [x, 7.4, z], 2.6, 14, a)
  halo(world, [x, 8.2, z], 1.6, -10, b)
}

/** Three slender towers of three heights, joined by bridges of light. */
export function towersLandmark(world: World, x: number, z: number, [a, b]: NeonPair): void {
  const spot = spotAt(world, x, z)
  const { solid } = world
  basin(world)
  const tops: Vec3[] = []
  round(3, 2.5, 0.5, (dx, dz, _, i) => {
    const height = [16, 12, 9][i]!
    solid.paint((_x, y) => between(WHITE, rgb('#a8b4ca'), saturate(y / height)), { vary: 0.02 })
    lathe(
      solid,
      dx,
      dz,
      [
        [1.4, 0.2],
        [1.05, 1.2],
        [0.85, height * 0.6],
        [1.2, height * 0.82],
        [1.1, height * 0.9],
        [0.2, height],
        [0, height + 1.6],
      ],
      10,
      { flat: true },
    )
    solid.paint([0.1, 0.1, 0.1], { glow: neon(world, i % 2 ? b : a, 1.5) })
    for (const t of [0.3, 0.55, 0.82])
      lathe(
        solid,
        dx,
        dz,
        [
          [1.02 + (t > 0.8 ? 0.22 : 0), height * t],
          [1.06 + (t > 0.8 ? 0.22 : 0), height * t + 0.14],
          [1 + (t > 0.8 ? 0.22 : 0), height * t + 0.28],
        ],
        10,
      )
    tops.push([dx, 5.2 + i * 0.9, dz])
  })
  solid.paint([0.1, 0.1, 0.1], { glow: neon(world, b, 1.1) })
  tube(solid, [...tops, tops[0]!], 0.14, 0.14, 4)
  spot.post([0, 0, 0], 5.2, 3)
  spot.keep(7)
  spot.light([0, 7, 0], neon(world, a, 2.2), 22, { always: true, fall: 0.02, shaded: false })
  halo(world, [x, 13.4, z], 3.2, -16, b)
}

/** A basin with water that glows, at the solid model's origin. */
function basin(world: World): void {
  const { solid } = world
  solid.paint(WHITE, { vary: 0.02 })
  lathe(
    solid,
    0,
    0,
    [
      [5.2, 0],
      [5.2, 0.42],
      [4.7, 0.45],
      [4.6, 0.2],
      [0, 0.2],
    ],
    32,
  )
  solid.paint(rgb('#3fa0b8'), { glow: neon(world, [0.05, 0.35, 0.45]) })
  lathe(
    solid,
    0,
    0,
    [
      [4.62, 0.33],
      [0, 0.34],
    ],
    24,
  )
}

/** A broken ring of light that turns about the upright. */
function halo(world: World, at: Vec3, radius: number, period: number, light: Rgb): void {
  const form = createModel()
  form.paint([0.05, 0.05, 0.05], { glow: neon(world, light, 1.5).map((v) => Math.max(v, 0.12)) as unknown as Rgb, vary: 0 })
  for (let part = 0; part < 3; part++)
    tube(
      form,
      Array.from({ length: 10 }, (_, i): Vec3 => {
        const angle = (TAU * (part + (i / 9) * 0.78)) / 3
        return [cos(angle) * radius, 0, sin(angle) * radius]
      }),
      0.09,
      0.09,
    )
  world.moving.push({ name: `halo_${Math.abs(period)}`, form, at, axis: 'y', yaw: 0, period })
}
