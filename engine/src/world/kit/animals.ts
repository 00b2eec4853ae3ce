import { blob } from '../../model/shapes/blob.ts'
import { box } from '../../model/shapes/box.ts'
import { tube } from '../../model/shapes/tube.ts'
import type { Rgb } from '../../scene/vector.ts'
import { rgb } from '../../solid/palette.ts'
import { spotAt } from '../spot.ts'
import type { World } from '../world.ts'

/** A sheep that stands still, looking along +z. */
export function sheep(world: World, x: number, z: number, yaw: number): void {
  const spot = spotAt(world, x, z, yaw)
  const { solid } = world
  solid.paint([0.82, 0.8, 0.74], { vary: 0.06, through: 0.2 })
  blob(solid, [0, 0.72, 0], [0.42, 0.38, 0.62], { rough: 0.1, seed: 3 })
  solid.paint(rgb('#3a3230'))
  blob(solid, [0, 0.86, 0.68], [0.17, 0.2, 0.26], { rough: 0.03 })
  for (const side of [-0.2, 0.2]) {
    blob(solid, [side, 0.94, 0.58], [0.12, 0.05, 0.07], { detail: 0, rough: 0 })
    for (const k of [-0.32, 0.32]) box(solid, [side, 0, k], [0.11, 0.5, 0.11])
  }
  spot.post([0, 0, 0], 0.55, 1)
}

/** A cow, spotted. */
export function cow(world: World, x: number, z: number, yaw: number, patch: Rgb): void {
  const spot = spotAt(world, x, z, yaw)
  const { solid } = world
  solid.paint((px, py, pz) => (((px * 2.3 + 3) * (pz * 1.7 + 4) + py * 3) % 2.2 < 0.8 ? patch : [0.85, 0.83, 0.78]), { vary: 0.02 })
  blob(solid, [0, 1, 0], [0.5, 0.48, 0.95], { detail: 2, rough: 0.03 })
  blob(solid, [0, 1.25, 1.05], [0.24, 0.26, 0.38], { rough: 0.02 })
  solid.paint(rgb('#d9a59a'))
  blob(solid, [0, 1.14, 1.36], [0.2, 0.15, 0.12], { rough: 0 })
  solid.paint(rgb('#e8dcc0'))
  for (const side of [-0.2, 0.2])
    tube(
      solid,
      [
        [side, 1.45, 0.98],
        [side * 1.9, 1.62, 1],
      ],
      0.05,
      0.02,
      5,
    )
  solid.paint([0.7, 0.68, 0.64])
  for (const side of [-0.28, 0.28]) for (const k of [-0.6, 0.6]) box(solid, [side, 0, k], [0.17, 0.75, 0.17], { taper: 1.2 })
  spot.post([0, 0, 0], 0.85, 1.5)
}

/** A hen. */
export function hen(world: World, x: number, z: number, yaw: number, feathers: Rgb): void {
  const spot = spotAt(world, x, z, yaw)
  const { solid } = world
  solid.paint(feathers, { vary: 0.05 })
  blob(solid, [0, 0.28, 0], [0.15, 0.16, 0.22], { rough: 0.06 })
  blob(solid, [0, 0.46, 0.17], [0.09, 0.12, 0.09], { rough: 0.02 })
  blob(solid, [0, 0.42, -0.2], [0.07, 0.16, 0.09], { detail: 0, rough: 0 })
  solid.paint(rgb('#c2362e'))
  blob(solid, [0, 0.58, 0.18], [0.03, 0.06, 0.08], { detail: 0, rough: 0 })
  solid.paint(rgb('#e0a02a'))
  blob(solid, [0, 0.45, 0.28], [0.03, 0.03, 0.06], { detail: 0, rough: 0 })
  for (const side of [-0.06, 0.06]) box(solid, [side, 0, 0], [0.03, 0.16, 0.03])
  spot.post([0, 0, 0], 0.15, 0.5)
}
