import { cos, saturate, sin, TAU } from '../../math/dmath.ts'
import { hash3 } from '../../math/lattice.ts'
import type { Prng } from '../../math/prng.ts'
import { blob } from '../../model/shapes/blob.ts'
import { lathe } from '../../model/shapes/lathe.ts'
import { tube } from '../../model/shapes/tube.ts'
import { blend, type Rgb, type Vec3 } from '../../scene/vector.ts'
import { rgb } from '../../solid/palette.ts'
import { spotAt } from '../spot.ts'
import type { World } from '../world.ts'
import { byHeight, DARK_WOOD, STONE } from './tints.ts'

const SHADE: Rgb = [0.02, 0.06, 0.04]
const seedOf = (random: Prng) => random.int(0, 998)

/** A leafy tree of `puffs` balls of leaves. */
export function broadleaf(world: World, x: number, z: number, size: number, colour: Rgb, random: Prng, puffs = 3): void {
  const spot = spotAt(world, x, z, random.next() * TAU)
  const { solid } = world
  spot.use(-0.1, 0, size)
  solid.paint(DARK_WOOD)
  const lean = random.range(-0.3, 0.3)
  tube(
    solid,
    [
      [0, 0, 0],
      [lean * 0.4, 1.2, 0],
      [lean, 2.6, lean * 0.5],
    ],
    0.26,
    0.13,
  )
  const dark = blend(colour, SHADE, 0.45)
  for (let i = 0; i < puffs; i++) {
    const a = (TAU * i) / puffs + random.next() * 0.8
    const out = i ? 0.85 : 0
    const r = i ? random.range(0.95, 1.35) : random.range(1.3, 1.6)
    const y = i ? random.range(2.6, 3.3) : 3.7
    solid.paint(byHeight(dark, colour, y - r * 0.8, y + r * 0.7), { through: 0.55, vary: 0.1 })
    blob(solid, [lean + cos(a) * out, y, lean * 0.5 + sin(a) * out], [r, r * 0.85, r], { rough: 0.13, seed: seedOf(random) })
  }
  spot.post([0, 0, 0], 0.3 * size, 3 * size)
}

const SNOW: Rgb = [0.8, 0.86, 0.95]
const TIERS = 3

/** A conifer of three tiers; `snow` 0..1 lies on them. */
export function conifer(world: World, x: number, z: number, size: number, random: Prng, colour: Rgb, snow = 0): void {
  const spot = spotAt(world, x, z, random.next() * TAU)
  const { solid } = world
  spot.use(-0.1, 0, size)
  solid.paint(DARK_WOOD)
  tube(
    solid,
    [
      [0, 0, 0],
      [0, 1.2, 0],
    ],
    0.2,
    0.15,
  )
  const seed = seedOf(random)
  const dark = blend(colour, [0.01, 0.03, 0.03], 0.55)
  for (let k = 0; k < TIERS; k++) {
    const low = 0.7 + k * 1.3
    const r = (1 - k / TIERS) * 1.25 + 0.45
    const tint = (px: number, py: number, pz: number): Rgb => {
      const green = blend(dark, colour, saturate((Math.sqrt(px * px + pz * pz) / r) * 1.1))
      if (snow === 0) return green
      const up = py - low
      const share = up < 0.01 ? 0.8 : up < 0.2 ? 0 : up < 0.4 ? 0.62 : up < 0.95 ? 0.1 : 0.3
      return blend(green, SNOW, saturate(share * snow + (share > 0 ? (hash3(px * 50, pz * 50, 0) - 0.5) * 0.25 : 0)))
    }
    solid.paint(tint, { through: 0.35 })
    lathe(
      solid,
      0,
      0,
      [
        [r * 0.25, low + 0.19],
        [r, low],
        [r * 0.8, low + 0.34],
        [r * 0.5, low + 0.85],
        [k === TIERS - 1 ? 0 : 0.12 * r, low + 1.9],
      ],
      7,
      { swell: (a, ring) => (ring === 1 ? 0.86 + 0.28 * hash3(Math.floor(a * 9), seed + k, 0) : 1), offset: k * 0.5 },
    )
  }
  spot.post([0, 0, 0], 0.3 * size, 3 * size)
}

const BARK_LIGHT = rgb('#8b6a45')
const BARK_DARK = rgb('#6d5236')

/** A palm with nine fronds. */
export function palm(world: World, x: number, z: number, size: number, random: Prng): void {
  const spot = spotAt(world, x, z, random.next() * TAU)
  const { solid } = world
  spot.use(-0.1, 0, size)
  solid.paint((_, y) => (Math.floor(y * 3) % 2 ? BARK_LIGHT : BARK_DARK))
  const trunk = Array.from({ length: 7 }, (_, i): Vec3 => [0.03 * i * i, i * 0.75, 0])
  tube(solid, trunk, 0.22, 0.12, 6)
  const [tx, ty] = trunk[6]!
  for (let i = 0; i < 9; i++) {
    const a = (TAU * i) / 9 + random.next() * 0.3
    const [c, s] = [cos(a), sin(a)]
    const rise = random.range(0.5, 1)
    solid.paint(blend(rgb('#5f8f3a'), rgb('#3d6b2c'), random.next()), { through: 0.6 })
    let before: Vec3[] | null = null
    for (let k = 0; k <= 4; k++) {
      const d = k * 0.55
      const y = ty + rise * d * 0.7 - d * d * 0.33
      const w = 0.36 * (k === 4 ? 0.08 : 1 - Math.abs(k - 1.3) * 0.2)
      const row: Vec3[] = [
        [tx + c * d - s * w, y - 0.16, s * d + c * w],
        [tx + c * d, y, s * d],
        [tx + c * d + s * w, y - 0.16, s * d - c * w],
      ]
      if (before) {
        solid.quad(before[0]!, before[1]!, row[1]!, row[0]!)
        solid.quad(before[1]!, before[2]!, row[2]!, row[1]!)
      }
      before = row
    }
  }
  spot.post([0, 0, 0], 0.3 * size, 4 * size)
}

/** A dead, leafless tree with crooked branches. */
export function bareTree(world: World, x: number, z: number, size: number, random: Prng, colour: Rgb, moss?: Rgb): void {
  const spot = spotAt(world, x, z, random.next() * TAU)
  const { solid } = world
  spot.use(-0.15, 0, size)
  solid.paint(byHeight(blend(colour, moss ?? colour, 0.6), colour, 0, 2), { vary: 0.1 })
  const top: Vec3 = [random.range(-0.5, 0.5), 4.2, random.range(-0.5, 0.5)]
  const knee: Vec3 = [random.range(-0.3, 0.3), 2, random.range(-0.3, 0.3)]
  tube(solid, [[0, 0, 0], knee, top], 0.34, 0.1, 6)
  for (let i = 0; i < 5; i++) {
    const a = (TAU * i) / 5 + random.next()
    const from = random.range(0.35, 0.95)
    const base: Vec3 = [knee[0] + (top[0] - knee[0]) * from, 2 + 2.2 * from, knee[2] + (top[2] - knee[2]) * from]
    const reach = random.range(0.9, 1.7)
    const elbow: Vec3 = [base[0] + cos(a) * reach * 0.6, base[1] + random.range(0, 0.5), base[2] + sin(a) * reach * 0.6]
    tube(solid, [base, elbow, [elbow[0] + cos(a) * reach * 0.4, elbow[1] + 0.6, elbow[2] + sin(a) * reach * 0.5]], 0.11, 0.02, 4)
    if (!moss) continue
    solid.paint(moss, { through: 0.5 })
    lathe(
      solid,
      elbow[0],
      elbow[2],
      [
        [0.03, elbow[1] - 1.3],
        [0.2, elbow[1] - 0.6],
        [0.05, elbow[1] + 0.05],
      ],
      5,
    )
    solid.paint(colour)
  }
  spot.post([0, 0, 0], 0.36 * size, 3 * size)
}

/** A weeping willow: a dome of leaves with curtains that hang nearly to the ground. */
export function willow(world: World, x: number, z: number, size: number, random: Prng, colour: Rgb): void {
  const spot = spotAt(world, x, z, random.next() * TAU)
  const { solid } = world
  spot.use(-0.15, 0, size)
  solid.paint(DARK_WOOD)
  tube(
    solid,
    [
      [0, 0, 0],
      [0.2, 1.6, 0.1],
      [0, 3.4, 0],
    ],
    0.42,
    0.2,
    6,
  )
  const dark = blend(colour, SHADE, 0.55)
  solid.paint(byHeight(dark, colour, 2.8, 4.6), { through: 0.5, vary: 0.1 })
  blob(solid, [0, 3.9, 0], [2.1, 1.2, 2.1], { rough: 0.12, seed: seedOf(random) })
  solid.paint(byHeight(blend(colour, [0.3, 0.35, 0.05], 0.2), dark, 0.6, 3.6), { through: 0.6, vary: 0.12 })
  for (let i = 0; i < 12; i++) {
    const a = (TAU * i) / 12 + random.range(-0.15, 0.15)
    const r = random.range(1.5, 2.1)
    const low = random.range(0.7, 1.8)
    const [c, s] = [cos(a), sin(a)]
    const strip = (t: number, y: number): Vec3 => [c * r * 1.05 - s * t, y, s * r * 1.05 + c * t]
    solid.quad(strip(-0.25, low), strip(0.25, low + 0.2), strip(0.45, 3.9), strip(-0.45, 3.9), 1, 2)
  }
  spot.post([0, 0, 0], 0.45 * size, 3 * size)
}

/** A cactus with two arms. */
export function cactus(world: World, x: number, z: number, size: number, random: Prng): void {
  const spot = spotAt(world, x, z, random.next() * TAU)
  const { solid } = world
  spot.use(-0.1, 0, size)
  solid.paint(byHeight(rgb('#3f6a3a'), rgb('#6f9a52'), 0, 2.4), { through: 0.15 })
  const ribs = (a: number) => 0.92 + 0.16 * (Math.floor(a * 3.2) % 2)
  lathe(
    solid,
    0,
    0,
    [
      [0.26, 0],
      [0.3, 1],
      [0.27, 2.1],
      [0.12, 2.45],
      [0, 2.5],
    ],
    10,
    { swell: ribs },
  )
  for (const [side, y, rise] of [
    [1, 0.9, 1.0],
    [-1, 1.3, 0.7],
  ] as const)
    tube(
      solid,
      [
        [0, y, 0],
        [side * 0.55, y + 0.05, 0],
        [side * 0.62, y + 0.3, 0],
        [side * 0.62, y + rise, 0],
      ],
      0.17,
      0.13,
      7,
    )
  spot.post([0, 0, 0], 0.35 * size, 2.4 * size)
}

export function bush(world: World, x: number, z: number, size: number, colour: Rgb, random: Prng): void {
  const spot = spotAt(world, x, z)
  const { solid } = world
  spot.use(0, 0, size)
  solid.paint(byHeight(blend(colour, [0.01, 0.04, 0.02], 0.5), colour, 0, 0.9), { through: 0.5, vary: 0.12 })
  blob(solid, [0, 0.35, 0], [0.7, 0.6, 0.7], { rough: 0.14, seed: seedOf(random) })
  if (size > 0.8) spot.post([0, 0, 0], 0.5 * size, 0.8 * size)
}

/** A boulder; `cover` lies on its top: moss, snow. */
export function rock(world: World, x: number, z: number, size: number, random: Prng, colour: Rgb = STONE, cover?: Rgb): void {
  const spot = spotAt(world, x, z, random.next() * TAU)
  const { solid } = world
  spot.use(0, 0, size)
  solid.paint(cover ? (_, y) => (y > 0.28 ? cover : colour) : colour, { vary: 0.12 })
  blob(solid, [0, 0.15, 0], [random.range(0.6, 0.9), random.range(0.4, 0.65), random.range(0.5, 0.8)], {
    rough: 0.2,
    seed: seedOf(random),
    flat: true,
  })
  if (size > 0.5) spot.post([0, -0.3, 0], 0.65 * size, 0.8 * size)
}
