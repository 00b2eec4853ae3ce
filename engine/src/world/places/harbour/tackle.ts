import { smooth } from '../../../math/dmath.ts'
import { box } from '../../../model/shapes/box.ts'
import { lathe } from '../../../model/shapes/lathe.ts'
import { tube } from '../../../model/shapes/tube.ts'
import { blend } from '../../../scene/vector.ts'
import { rgb } from '../../../solid/palette.ts'
import { DARK_WOOD, IRON, STONE } from '../../kit/tints.ts'
import type { Place2 } from '../../land.ts'
import { spotAt } from '../../spot.ts'
import type { World } from '../../world.ts'

/** Height of a quay over the sea's zero, metres. */
export const QUAY = 0.5

/** A post to tie boats to. */
export function bollard(world: World, x: number, z: number, y: number): void {
  const spot = spotAt(world, x, z, 0, y)
  world.solid.paint(IRON)
  lathe(
    world.solid,
    0,
    0,
    [
      [0.18, 0],
      [0.13, 0.3],
      [0.22, 0.42],
      [0.16, 0.52],
      [0, 0.52],
    ],
    8,
  )
  spot.post([0, 0, 0], 0.2, 0.5)
}

/** A crane of timber that leans over the water (-z). */
export function crane(world: World, x: number, z: number, y: number): void {
  const spot = spotAt(world, x, z, 0, y)
  const { solid } = world
  solid.paint(DARK_WOOD, { vary: 0.08 })
  box(solid, [0, 0, 0], [1.4, 1.2, 1.4])
  tube(
    solid,
    [
      [0, 1, 0],
      [0, 4.6, -0.2],
    ],
    0.2,
    0.16,
    6,
  )
  tube(
    solid,
    [
      [0, 4.4, 0.6],
      [0, 5.6, -3.4],
    ],
    0.16,
    0.12,
    6,
  )
  tube(
    solid,
    [
      [0, 2.2, -0.1],
      [0, 4.9, -1.6],
    ],
    0.1,
    0.1,
    5,
  )
  solid.paint(rgb('#c9b48a'))
  tube(
    solid,
    [
      [0, 5.5, -3.3],
      [0, 2, -3.3],
    ],
    0.025,
    0.025,
    4,
  )
  solid.paint(rgb('#b98f5a'))
  box(solid, [0, 1.2, -3.3], [0.9, 0.8, 0.9])
  spot.block([0, 0, 0], [1.4, 3, 1.4])
  spot.keep(1.6)
}

/** A wall of stone along the water, walked on. */
export function quayWall(world: World, [ax, az]: Place2, [bx, bz]: Place2): void {
  const { solid, noise } = world
  const [w, d] = [Math.max(1.6, Math.abs(bx - ax)), Math.max(1.6, Math.abs(bz - az))]
  const [x, z] = [(ax + bx) / 2, (az + bz) / 2]
  solid.at(0, 0, 0)
  solid.paint((px, py, pz) => blend(STONE, rgb('#5f6a58'), smooth(0, -1.2, py) * 0.8 + noise(px + pz, py * 3) * 0.15), { vary: 0.06 })
  box(solid, [x, -3.4, z], [w, 3.4 + QUAY + 0.06, d], { cell: 1.5 })
  spotAt(world, x, z, 0, 0).floor('quay', 0, 0, w, d, QUAY + 0.06)
}
