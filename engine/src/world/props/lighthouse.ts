import { cos, sin, TAU } from '../../math/dmath.ts'
import { box } from '../../model/shapes/box.ts'
import { lathe, type Profile } from '../../model/shapes/lathe.ts'
import { tube } from '../../model/shapes/tube.ts'
import { blend, type Rgb, type Vec3 } from '../../scene/vector.ts'
import { rgb } from '../../solid/palette.ts'
import { casement, door } from '../kit/openings.ts'
import { IRON, lampGlow } from '../kit/tints.ts'
import { spotAt } from '../spot.ts'
import type { World } from '../world.ts'

const { floor, min } = Math

/** How thick a tower is from its foot to its top, how high, and of how many sides; metres. */
const SHAPES = {
  tapered: { radii: [2, 1.81, 1.62, 1.44, 1.25], height: 11, sides: 14 },
  column: { radii: [1.6, 1.5, 1.46, 1.44, 1.42], height: 12.4, sides: 16 },
  /** Its foot spreads like a tree's. */
  flared: { radii: [2.15, 1.6, 1.3, 1.2, 1.3], height: 12, sides: 16 },
  stout: { radii: [2.15, 2.05, 1.95, 1.85, 1.75], height: 6.6, sides: 16 },
  octagon: { radii: [2.15, 1.95, 1.75, 1.58, 1.45], height: 10.4, sides: 8 },
  square: { radii: [2.3, 2.16, 2.02, 1.9, 1.8], height: 8.4, sides: 4 },
} as const
const PAINTS = ['#c23b32', '#c23b32', '#2f5f9a', '#33363c', '#d07a2a', '#2f7a5a'].map(rgb)
const STONES = ['#9a938a', '#b59a78', '#7d8088'].map(rgb)
const WHITE = rgb('#f2ede2')
const ROOFS: readonly Profile[] = [
  [
    [1.05, 1.65],
    [0.6, 2.3],
    [0, 2.9],
  ],
  [
    [1.02, 1.65],
    [0.95, 2.05],
    [0.7, 2.4],
    [0.25, 2.62],
    [0, 3],
  ],
  [
    [1.2, 1.65],
    [1.1, 1.85],
    [0.3, 2.15],
    [0, 2.8],
  ],
]

/** A lighthouse about 11 m high, its door to +z; the seed chooses its shape, its paint and its roof. */
export function lighthouse(world: World, x: number, z: number, yaw: number, size = 1, y?: number): void {
  const random = world.streams('lighthouse')
  const spot = spotAt(world, x, z, yaw, y)
  const { solid } = world
  const name = random.pick(['tapered', 'tapered', 'column', 'flared', 'stout', 'octagon', 'square'] as const)
  const { radii, sides } = SHAPES[name]
  const height = SHAPES[name].height * size
  const paint = random.pick(['bands', 'bands', 'spiral', 'belt', 'plain', 'stone'] as const)
  const bands = random.pick([3, 5, 7] as const)
  const colour = world.accent(random.pick(PAINTS))
  const stone = random.pick(STONES)
  const roof = random.pick(ROOFS)
  const roofColour = random.pick([colour, colour, rgb('#3f4a4a'), rgb('#8a3f2c')])
  const radius = (t: number): number => {
    const at = min(floor(t * 4), 3)
    return (radii[at]! + (radii[at + 1]! - radii[at]!) * (t * 4 - at)) * size
  }
  const flat = sides < 10
  const coat = (t: number): Rgb => {
    if (paint === 'stone') return blend(stone, WHITE, 0.12 * (floor(t * 12) % 2))
    if (paint === 'plain') return WHITE
    if (paint === 'belt') return t > 0.36 && t < 0.68 ? colour : WHITE
    return floor(t * bands) % 2 ? colour : WHITE
  }
  if (paint === 'spiral' && !flat) spiral(world, radius, height, sides, colour)
  else {
    const rows = paint === 'belt' ? 25 : 2 * bands
    for (let k = 0; k < rows; k++) {
      solid.paint(coat((k + 0.5) / rows), { vary: paint === 'stone' ? 0.07 : 0.02 })
      const ring = (t: number, low = 0) => [radius(t), t * height - low] as const
      lathe(solid, 0, 0, [ring(k / rows, k === 0 ? 0.6 : 0), ring((k + 1) / rows)], sides, { flat, offset: flat ? 0.5 : 0 })
    }
  }
  lantern(world, height, radius(1), size, roof, roofColour)
  // where a side of the tower is nearest to its middle
  const face = flat ? cos(TAU / sides / 2) : 1
  door(world, [0, 0, radius(0.08) * face - 0.03], 1.1, 2.1, rgb('#3f5f7a'))
  for (let up = 3.4 * size; up < height - 1.6 * size; up += 2.6 * size)
    casement(world, [0, up, radius(up / height) * face - 0.04], 0.5, 0.8)
  spot.post([0, -0.6, 0], 2.1 * size, height)
  spot.light([0, height + 1, 2.2], [3.2, 2.6, 1.4], 22, { shaded: false, fall: 0.02 })
  spot.light([0, 2.4, 3], [2.2, 1.3, 0.5], 7)
}

/** Two stripes that wind up the tower. */
function spiral({ solid }: World, radius: (t: number) => number, height: number, sides: number, colour: Rgb): void {
  const rows = 16
  const point = (i: number, k: number): Vec3 => {
    const t = k / rows
    const a = (TAU * (i + k * 0.8)) / sides
    const r = radius(t)
    return [cos(a) * r, t * height - (k === 0 ? 0.6 : 0), -sin(a) * r]
  }
  const quarter = sides / 4
  for (let i = 0; i < sides; i++) {
    solid.paint(floor(i / quarter) % 2 ? colour : WHITE, { vary: 0.02 })
    for (let k = 0; k < rows; k++) solid.quad(point(i, k), point(i + 1, k), point(i + 1, k + 1), point(i, k + 1))
  }
}

/** The gallery and the glazed room with the lamp. */
function lantern(world: World, height: number, top: number, size: number, roof: Profile, colour: Rgb): void {
  const { solid } = world
  const out = top + 0.5 * size
  const broad = size * (0.7 + 0.3 * (top / (1.25 * size)))
  solid.paint(rgb('#4a4640'))
  lathe(
    solid,
    0,
    0,
    [
      [top - 0.05, height - 0.1],
      [out, height + 0.15],
      [out, height + 0.3],
      [0.7 * broad, height + 0.3],
    ],
    16,
  )
  for (let i = 0; i < 12; i++) {
    const a = (TAU * i) / 12
    box(solid, [cos(a) * (out - 0.1), height + 0.3, sin(a) * (out - 0.1)], [0.07, 0.8, 0.07], { cell: 9 })
  }
  lathe(
    solid,
    0,
    0,
    [
      [out - 0.13, height + 1.05],
      [out - 0.05, height + 1.08],
      [out - 0.13, height + 1.12],
    ],
    16,
  )
  solid.paint([0.3, 0.25, 0.12], { glow: lampGlow(world, [2.8, 2.2, 1.1], 0.3) })
  lathe(
    solid,
    0,
    0,
    [
      [0.75 * broad, height + 0.3],
      [0.75 * broad, height + 1.7],
    ],
    10,
  )
  solid.paint(IRON)
  for (let i = 0; i < 8; i++) {
    const a = (TAU * i) / 8
    const at = (up: number): Vec3 => [cos(a) * 0.8 * broad, height + up, sin(a) * 0.8 * broad]
    tube(solid, [at(0.3), at(1.7)], 0.035, 0.035, 3)
  }
  solid.paint(colour)
  lathe(
    solid,
    0,
    0,
    roof.map(([r, up]) => [r * broad, height + up] as const),
    12,
  )
}
