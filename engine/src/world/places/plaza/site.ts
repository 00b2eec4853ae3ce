import type { Prng } from '../../../math/prng.ts'
import { box } from '../../../model/shapes/box.ts'
import { lathe } from '../../../model/shapes/lathe.ts'
import { blend as between, type Rgb, times } from '../../../scene/vector.ts'
import { rgb } from '../../../solid/palette.ts'
import { DARK, type NeonPair, neon, WHITE } from '../../kit/city.ts'
import { broadleaf } from '../../kit/plants.ts'
import { spotAt } from '../../spot.ts'
import type { Sketch, World } from '../../world.ts'

export const HALF = 36

const PAIRS: readonly NeonPair[] = [
  [
    [0.1, 1.3, 1.6],
    [1.6, 0.25, 1.1],
  ],
  [
    [0.2, 1, 2],
    [1.8, 0.7, 0.1],
  ],
  [
    [0.3, 1.6, 0.8],
    [0.5, 0.4, 2],
  ],
]

/** The neon of a seed; the plan's accent takes the first colour's place. */
export function pairOf(sketch: Sketch): NeonPair {
  const [a, b] = sketch.streams('neon').pick(PAIRS)
  const accent = sketch.accent([-1, 0, 0])
  return accent[0] < 0 ? [a, b] : [times(accent, 1.8), b]
}

export const PLATE_A = rgb('#9aa0aa')

export const PLATE_B = rgb('#838b98')

export const [LAWN_A, LAWN_B] = [rgb('#4f9a50'), rgb('#79b356')]

export const far = rgb('#5a606c')

export const ridges = [{ radius: 210, y: -4, height: 16, detail: 3, seed: 2, colour: rgb('#4a5a7a'), haze: 0.5 }]

export const glowStrength = ({ night, lit }: Sketch) => (night ? 1.5 : lit ? 0.9 : 0.25)

/** Round planters with trees that alternate green and blossom. */
export function planter(world: World, x: number, z: number, light: Rgb, blossom: boolean, random: Prng): void {
  const spot = spotAt(world, x, z)
  const { solid } = world
  solid.paint(WHITE, { vary: 0.02 })
  lathe(
    solid,
    0,
    0,
    [
      [1.5, 0],
      [1.6, 0.45],
      [1.3, 0.5],
      [1.2, 0.35],
      [0, 0.4],
    ],
    14,
  )
  spot.post([0, 0, 0], 1.6, 0.6)
  broadleaf(world, x, z, 0.95, between(rgb('#5fae5a'), rgb('#d77fb0'), blossom ? 0.9 : 0), random)
  spot.use()
  solid.paint([0.05, 0.05, 0.05], { glow: neon(world, light, 1.2) })
  lathe(
    solid,
    0,
    0,
    [
      [1.61, 0.3],
      [1.63, 0.36],
      [1.61, 0.42],
    ],
    14,
  )
  spot.keep(2)
  spot.light([0, 0.8, 0], neon(world, light, 0.7), 5, { always: true, shaded: false })
}

/** A kiosk under a lit roof. */
export function kiosk(world: World, x: number, z: number, yaw: number, light: Rgb): void {
  const spot = spotAt(world, x, z, yaw)
  const { solid } = world
  solid.paint(WHITE)
  box(solid, [0, 0, 0], [3.4, 1, 1.6])
  solid.paint(DARK)
  box(solid, [0, 1, -0.6], [3.2, 1.4, 0.3])
  solid.paint(between(WHITE, times(light, 0.3), 0.6))
  box(solid, [0, 2.4, 0.2], [4, 0.18, 2.6], { bottom: true })
  solid.paint([0.05, 0.05, 0.05], { glow: neon(world, light, 1.4) })
  box(solid, [0, 2.42, 1.5], [3.8, 0.14, 0.06])
  box(solid, [0, 1.3, -0.42], [2.6, 0.8, 0.05])
  solid.paint(DARK)
  for (const side of [-1.8, 1.8]) box(solid, [side, 0, 1.2], [0.1, 2.4, 0.1])
  spot.block([0, 0, 0], [3.4, 1.2, 1.6])
  spot.keep(3)
  spot.light([0, 2, 1], neon(world, light), 6, { always: true, shaded: false })
}
