import { cos, sin } from '../../math/dmath.ts'
import { hash3 } from '../../math/lattice.ts'
import type { Prng } from '../../math/prng.ts'
import { box } from '../../model/shapes/box.ts'
import { lathe } from '../../model/shapes/lathe.ts'
import { blend, type Rgb } from '../../scene/vector.ts'
import { rgb } from '../../solid/palette.ts'
import { type Spot, spotAt } from '../spot.ts'
import type { World } from '../world.ts'
import { casement, door } from './openings.ts'
import { byHeight, DARK_WOOD, lampGlow, STONE } from './tints.ts'

export type MushroomShape = {
  readonly stem?: number
  readonly sides?: number
  readonly spots?: number
  readonly colour?: Rgb
  /** Light from under the cap when lamps are lit. */
  readonly gills?: Rgb
  readonly yaw?: number
}

const STEM = rgb('#efe2c8')

/** A mushroom: `height` of its stem, `radius` of its cap. */
export function mushroom(world: World, x: number, z: number, height: number, radius: number, cap: Rgb, shape: MushroomShape = {}): Spot {
  const { stem = radius * 0.3, sides = 12, spots = 9, colour = STEM, gills, yaw = 0 } = shape
  const spot = spotAt(world, x, z, yaw)
  const { solid } = world
  spot.use(-0.15)
  solid.paint(byHeight(blend(colour, [0.35, 0.22, 0.12], 0.45), colour, 0, height * 0.5), { vary: 0.02 })
  lathe(
    solid,
    0,
    0,
    [
      [stem * 1.25, 0],
      [stem * 1.12, height * 0.18],
      [stem, height * 0.45],
      [stem * 0.86, height * 0.75],
      [stem * 0.8, height + radius * 0.12],
    ],
    sides,
  )
  solid.paint(blend(colour, cap, 0.25), { glow: gills ? lampGlow(world, gills, 0) : null, vary: 0.02 })
  lathe(
    solid,
    0,
    0,
    [
      [stem * 0.8, height + radius * 0.14],
      [radius * 0.6, height + radius * 0.02],
      [radius * 0.97, height - radius * 0.06],
    ],
    sides + 3,
  )
  solid.paint(byHeight(blend(cap, [0.12, 0, 0.02], 0.35), blend(cap, [1, 0.8, 0.6], 0.12), height, height + radius * 0.7), {
    through: 0.12,
    vary: 0.02,
  })
  const dome = [
    [0.97, -0.06],
    [1, 0.02],
    [0.93, 0.22],
    [0.72, 0.47],
    [0.4, 0.66],
    [0, 0.74],
  ] as const
  lathe(
    solid,
    0,
    0,
    dome.map(([r, y]) => [radius * r, height + radius * y] as const),
    sides + 3,
  )
  if (radius > 0.5) addSpots(world, height, radius, spots, yaw)
  spot.post([0, 0, 0], stem * 1.25, height)
  return spot
}

function addSpots({ solid }: World, height: number, radius: number, count: number, yaw: number): void {
  solid.paint(rgb('#f6ead6'))
  for (let i = 0; i < count; i++) {
    const a = i * 2.4 + yaw
    const t = 0.35 + 0.5 * hash3(i, Math.floor(radius * 100), 0)
    const y = height + radius * (0.74 - 0.72 * t * t * t - 0.08 * t)
    const s = radius * (0.08 + 0.08 * hash3(i, 5, 0))
    lathe(
      solid,
      cos(a) * radius * t,
      sin(a) * radius * t,
      [
        [s * 1.1, y - s * 0.85 * t],
        [s * 0.85, y + s * 0.16],
        [0, y + s * 0.34],
      ],
      7,
    )
  }
}

const DOORS = ['#3f7d8b', '#9a4a3a', '#c58a35'].map(rgb)

/** A house in a mushroom; its door faces +z. */
export function mushroomHouse(world: World, x: number, z: number, yaw: number, size: number, cap: Rgb, random: Prng): void {
  const height = 2.6 * size
  const radius = 2.9 * size
  const stem = 1.45 * size
  const spot = mushroom(world, x, z, height, radius, cap, {
    stem,
    yaw,
    spots: 8,
    sides: 15,
    colour: rgb('#f1e3c6'),
    gills: [0.28, 0.16, 0.05],
  })
  const { solid } = world
  spot.use()
  door(world, [0, 0, stem * 1.12], 0.95, 1.85, random.pick(DOORS))
  solid.paint(STONE)
  box(solid, [0, -0.1, stem * 1.12 + 0.55], [1.5, 0.2, 0.9])
  for (const turn of [-0.85, 0.85]) {
    spot.use(0, turn)
    casement(world, [0, 1.2 * size, stem * 0.98], 0.62, 0.7)
  }
  spot.use()
  solid.paint(rgb('#7d6a5c'))
  box(solid, [radius * 0.42, height + radius * 0.35, -radius * 0.2], [0.5 * size, 1.25 * size, 0.5 * size], { taper: 0.85 })
  solid.paint(rgb('#54473e'))
  box(solid, [radius * 0.42, height + radius * 0.35 + 1.2 * size, -radius * 0.2], [0.62 * size, 0.16, 0.62 * size])
  solid.paint(DARK_WOOD)
  box(solid, [0.8, 2.05, stem * 1.12 + 0.2], [0.07, 0.07, 0.6])
  solid.paint([0.2, 0.1, 0.02], { glow: lampGlow(world, [2.4, 1.4, 0.5], 0.25) })
  box(solid, [0.8, 1.66, stem * 1.12 + 0.42], [0.2, 0.3, 0.2])
  spot.light([0.5, 1.9, stem * 1.12 + 1.2], [2.3, 1.25, 0.45], 7)
  spot.point('house door', 0, stem * 1.12 + 1.3)
  spot.keep(radius)
  spot.keep(1.2, 0, stem * 1.12 + 1.3)
}
