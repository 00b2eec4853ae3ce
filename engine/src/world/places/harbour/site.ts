import { tube } from '../../../model/shapes/tube.ts'
import { rgb } from '../../../solid/palette.ts'
import { type HouseShape, house, livingRoom } from '../../kit/house.ts'
import { DARK_WOOD } from '../../kit/tints.ts'
import { spotAt } from '../../spot.ts'
import type { World } from '../../world.ts'

export const HALF = 36

export const LEVEL = -0.7

export const MEADOW = { a: rgb('#7a9a52'), b: rgb('#5a8548'), dry: rgb('#b0ab62'), rock: rgb('#9a8f7c') }

export const [SAND_A, SAND_B, BED] = [rgb('#e0cd9a'), rgb('#d0b684'), rgb('#4f9a94')]

export const [EARTH, WET_SAND] = [rgb('#b0946a'), rgb('#b09a70')]

export const FRONTS = ['#f2e3c8', '#e8b9a0', '#a8c8c4', '#e6cf8a', '#d8a8a0', '#cfd8e0'].map(rgb)

const ROOFS = ['#b3543c', '#a8483a', '#8a4a44', '#c06a44'].map(rgb)

export const [SHALLOW, DEEP] = [rgb('#63bcb4'), rgb('#1f6288')]

export const ridges = [{ radius: 230, y: -10, height: 44, detail: 2.4, seed: 6, colour: rgb('#6a8aa0'), haze: 0.55 }]

/** A narrow town house with shutters; its front faces +z. */
export function townHouse(world: World, x: number, z: number, yaw: number, i: number, shape: Partial<HouseShape> = {}): void {
  const random = world.streams(`house ${i}`)
  const width = random.range(5.4, 6.4)
  const depth = random.range(4.8, 5.4)
  house(world, x, z, yaw, {
    width,
    depth,
    height: random.range(2.9, 3.6),
    wall: FRONTS[i % FRONTS.length]!,
    roof: i === 0 ? world.accent(ROOFS[0]!) : ROOFS[i % ROOFS.length]!,
    trim: i % 2 ? rgb('#6b5a4a') : DARK_WOOD,
    chimney: i % 2 === 0,
    rise: random.range(2, 2.8),
    point: `house ${i + 1}`,
    furnish: livingRoom(world, width, depth),
    ...shape,
  })
}

/** A fishing net hung to dry between posts. */
export function nets(world: World, x: number, z: number, yaw: number): void {
  const spot = spotAt(world, x, z, yaw)
  const { solid } = world
  solid.paint(DARK_WOOD)
  for (const k of [-1.5, 0, 1.5])
    tube(
      solid,
      [
        [k, 0, 0],
        [k, 1.9, 0],
      ],
      0.07,
      0.06,
      5,
    )
  solid.paint(rgb('#8f9a84'), { through: 0.7 })
  for (let i = 0; i < 8; i++) {
    const a = -1.5 + i * 0.43
    tube(
      solid,
      [
        [a, 1.8, 0],
        [a + 0.2, 0.9, 0.25],
        [a, 0.3, 0.4],
      ],
      0.02,
      0.02,
      3,
    )
  }
  for (const y of [1.75, 1.3, 0.8])
    tube(
      solid,
      [
        [-1.5, y, 0.1],
        [0, y - 0.2, 0.2],
        [1.5, y, 0.1],
      ],
      0.02,
      0.02,
      3,
    )
  spot.block([0, 0, 0], [3, 1.8, 0.3])
  spot.keep(1.7)
}
