import { cos, saturate, sin, TAU } from '../../../math/dmath.ts'
import { box } from '../../../model/shapes/box.ts'
import { lathe } from '../../../model/shapes/lathe.ts'
import { tube } from '../../../model/shapes/tube.ts'
import { blend as between, times } from '../../../scene/vector.ts'
import { rgb } from '../../../solid/palette.ts'
import { house, livingRoom } from '../../kit/house.ts'
import { door } from '../../kit/openings.ts'
import { spotAt } from '../../spot.ts'
import type { World } from '../../world.ts'
import { BARK } from './site.ts'

/** A tower that leans, with rooms of wood hung on it and a hat of a roof. */
export function crookedTower(world: World, x: number, z: number, yaw: number): void {
  const spot = spotAt(world, x, z, yaw)
  const { solid } = world
  const lean = (y: number) => y * y * 0.016
  spot.use()
  solid.paint((_, y) => between(rgb('#4f4a44'), rgb('#7d7266'), saturate(y / 7)), { vary: 0.12 })
  lathe(
    solid,
    0,
    0,
    [
      [3.4, -0.6],
      [2.7, 0.8],
      [2.2, 3.6],
      [2.1, 6.6],
      [2.7, 7.4],
      [2.6, 9.2],
    ],
    10,
    { bend: lean, flat: true },
  )
  const hat = world.accent(rgb('#4a3a6a'))
  solid.paint((_, y) => between(times(hat, 0.55), hat, saturate((y - 9) / 4)), { vary: 0.08 })
  lathe(
    solid,
    0,
    0,
    [
      [3.9, 8.9],
      [2.4, 10.4],
      [1.3, 12.2],
      [0.5, 14],
      [0, 15],
    ],
    11,
    { bend: (y) => lean(y) + Math.max(0, y - 10) * Math.max(0, y - 10) * 0.06, flat: true },
  )
  solid.paint(BARK)
  box(solid, [lean(4.6) - 2.6, 3.6, 0], [1.9, 2, 1.9], { cell: 1, bottom: true })
  solid.paint(times(hat, 0.8))
  box(solid, [lean(4.6) - 2.7, 5.6, 0], [2.5, 1, 2.5], { taper: 0.2, cell: 1 })
  door(world, [0, 0, 2.72], 1.2, 2.2, rgb('#6a4a2e'))
  for (const [turn, y, out] of [
    [0.2, 4.6, 2.2],
    [-0.7, 8, 2.62],
    [0.7, 8, 2.62],
    [2.4, 5.4, 2.15],
  ] as const) {
    solid.paint([0.06, 0.06, 0.05], { glow: world.lit ? [1.9, 1.2, 0.4] : [0.5, 0.36, 0.14] })
    box(solid, [sin(turn) * out + lean(y), y, cos(turn) * out], [0.75, 1, 0.16], { turn, cell: 9 })
  }
  spot.post([0, -0.6, 0], 2.9, 8)
  spot.light([0, 2.2, 4], [2, 1.3, 0.5], 8)
  spot.keep(4.4)
  spot.point('witch’s tower', 0, 4)
}

/** A hut whose hat of a roof leans, on roots. */
export function crookedHut(world: World, x: number, z: number, yaw: number): void {
  const spot = house(world, x, z, yaw, {
    width: 6,
    depth: 5.4,
    height: 2.8,
    wall: rgb('#6a5a48'),
    roof: rgb('#3f3a4a'),
    style: 'planks',
    rise: 2.2,
    chimney: true,
    point: 'witch’s hut',
    furnish: livingRoom(world, 6, 5.4),
  })
  const { solid } = world
  spot.use()
  const hat = world.accent(rgb('#4a3a6a'))
  solid.paint((_, y) => between(times(hat, 0.55), hat, saturate((y - 4) / 4)), { vary: 0.08 })
  lathe(
    solid,
    0,
    0,
    [
      [3.2, 3.9],
      [2, 5.2],
      [1.1, 6.8],
      [0.4, 8.4],
      [0, 9.2],
    ],
    11,
    { bend: (y) => Math.max(0, y - 5) * Math.max(0, y - 5) * 0.09, flat: true },
  )
  solid.paint(BARK)
  for (let i = 0; i < 7; i++) {
    const a = (TAU * i) / 7 + 0.5
    if (sin(a) > 0.75) continue
    tube(
      solid,
      [
        [cos(a) * 2.6, 0.9, sin(a) * 2.4],
        [cos(a) * 3.8, 0.5, sin(a) * 3.4],
        [cos(a) * 4.8, -0.3, sin(a) * 4.4],
      ],
      0.3,
      0.1,
      5,
    )
  }
}
