import { blob } from '../../../model/shapes/blob.ts'
import { box } from '../../../model/shapes/box.ts'
import { lathe } from '../../../model/shapes/lathe.ts'
import { tube } from '../../../model/shapes/tube.ts'
import { blend as between, type Rgb, times } from '../../../scene/vector.ts'
import { rgb } from '../../../solid/palette.ts'
import { WHITE } from '../../kit/city.ts'
import { spotAt } from '../../spot.ts'
import type { World } from '../../world.ts'

/** A round deck. */
export type Disc = { readonly x: number; readonly z: number; readonly radius: number }

/** Beds of fruit under violet lamps. */
export function greenhouse(world: World, { x, z }: Disc): void {
  const random = world.streams('greenhouse')
  const { solid } = world
  for (const [k, dz] of [-2.4, 0, 2.4].entries()) {
    const spot = spotAt(world, x + (k === 1 ? -1.6 : 0), z + dz)
    solid.paint(WHITE, { vary: 0.02 })
    box(solid, [0, 0, 0], [k === 1 ? 3 : 5, 0.5, 1.1])
    solid.paint(rgb('#4a3828'))
    box(solid, [0, 0.45, 0], [k === 1 ? 2.8 : 4.8, 0.1, 0.9])
    spot.block([0, 0, 0], [k === 1 ? 3 : 5, 0.9, 1.1])
    for (let i = 0; i < 5; i++) {
      const lx = (i - 2) * (k === 1 ? 0.55 : 0.95)
      solid.paint(between(rgb('#5fae4a'), rgb('#a8d05a'), random.next()), { through: 0.5, vary: 0.1 })
      blob(solid, [lx, 0.8, 0], [0.36, 0.4, 0.34], { rough: 0.2, seed: i + k * 7 })
      solid.paint(rgb('#e0482e'))
      for (const s of [-0.18, 0.2]) blob(solid, [lx + s, 0.9 + s * 0.6, 0.26], [0.09, 0.09, 0.09], { detail: 0, rough: 0 })
    }
    spot.light([0, 2.4, 0], [2, 1.1, 1.9], 5, { always: true, shaded: false })
  }
  world.points.push({ name: 'greenhouse', x: x + 2.2, z })
}

/** Three tanks that glow. */
export function tanks(world: World, { x, z }: Disc, light: Rgb): void {
  const { solid } = world
  for (const [dx, dz] of [
    [-2.6, -1.6],
    [0, -2.8],
    [2.6, -1.6],
  ] as const) {
    const spot = spotAt(world, x + dx, z + dz)
    solid.paint(WHITE, { vary: 0.02 })
    lathe(
      solid,
      0,
      0,
      [
        [1, 0],
        [1, 0.5],
        [0.85, 0.55],
      ],
      16,
    )
    solid.paint([0.1, 0.2, 0.22], { glow: (_, y) => times(light, 0.25 + 0.35 * (y / 3)), through: 0.3 })
    lathe(
      solid,
      0,
      0,
      [
        [0.82, 0.55],
        [0.82, 2.9],
      ],
      16,
    )
    solid.paint(WHITE)
    lathe(
      solid,
      0,
      0,
      [
        [0.95, 2.85],
        [1, 3.2],
        [0.5, 3.5],
        [0, 3.55],
      ],
      16,
    )
    spot.post([0, 0, 0], 1, 3.5)
    spot.light([0, 1.8, 1.4], times(light, 0.9), 6, { always: true, shaded: false })
  }
  world.points.push({ name: 'reactor', x, z: z + 1.4 })
}

/** A telescope as tall as a house. */
export function telescopePod(world: World, { x, z }: Disc): void {
  const spot = spotAt(world, x, z, 0.5)
  const { solid } = world
  solid.paint(WHITE, { vary: 0.02 })
  lathe(
    solid,
    0,
    0,
    [
      [1.5, 0],
      [1.3, 0.8],
      [0.7, 1.2],
    ],
    16,
  )
  tube(
    solid,
    [
      [0, 1, 0.6],
      [0, 2.6, -0.4],
      [0, 5, -1.9],
    ],
    0.55,
    0.95,
    12,
  )
  solid.paint([0.05, 0.08, 0.12], { glow: [0.1, 0.25, 0.4] })
  blob(solid, [0, 5, -1.9], [0.85, 0.4, 0.85], { rough: 0 })
  spot.post([0, 0, 0], 1.5, 3)
  world.points.push({ name: 'observatory', x: x - 2.2, z: z + 1.6 })
}
