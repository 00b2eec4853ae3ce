import { cos, sin, TAU } from '../../math/dmath.ts'
import { hash3 } from '../../math/lattice.ts'
import { blob } from '../../model/shapes/blob.ts'
import { lathe } from '../../model/shapes/lathe.ts'
import { tube } from '../../model/shapes/tube.ts'
import { blend, type Rgb, times, type Vec3 } from '../../scene/vector.ts'
import { rgb } from '../../solid/palette.ts'
import { flower } from '../kit/growths.ts'
import { mushroom } from '../kit/mushroom.ts'
import { broadleaf, palm } from '../kit/plants.ts'
import { byHeight, DARK_WOOD, lampGlow, STONE } from '../kit/tints.ts'
import type { Prop } from '../props.ts'
import { grow } from '../scatter.ts'
import { spotAt } from '../spot.ts'
import type { World } from '../world.ts'

/** A cluster of glowing crystals. */
export function crystals(world: World, x: number, z: number, size: number, colour: Rgb): void {
  const spot = spotAt(world, x, z)
  const { solid } = world
  spot.use(-0.2, 0, size)
  for (let i = 0; i < 6; i++) {
    const a = (TAU * i) / 6 + hash3(i, 3, 0)
    const out = i === 0 ? 0 : 0.55 + 0.3 * hash3(i, 4, 0)
    const h = i === 0 ? 2.8 : 1.1 + 1.1 * hash3(i, 5, 0)
    const lean = (y: number) => (y / h) * cos(a) * 0.5
    solid.paint(byHeight(times(colour, 0.35), blend(colour, [1, 1, 1], 0.35), 0, h), {
      glow: lampGlow(world, times(colour, 1.1), 0.25),
      through: 0.4,
    })
    lathe(
      solid,
      cos(a) * out,
      sin(a) * out,
      [
        [0.16, 0],
        [0.3, h * 0.25],
        [0.26, h * 0.75],
        [0, h],
      ],
      6,
      { flat: true, bend: lean, offset: hash3(i, 6, 0) },
    )
  }
  spot.light([0, 1.6 * size, 0], times(colour, 2.2), 8 * size, { shaded: false })
  spot.post([0, -0.2, 0], 0.9 * size, 2.4 * size)
}

/** A tree one meets people under: a thick trunk with roots, a wide crown. */
export function greatTree(world: World, x: number, z: number, size: number, colour: Rgb): void {
  const spot = spotAt(world, x, z)
  const { solid } = world
  spot.use(-0.3, 0, size)
  solid.paint(byHeight(rgb('#4a3322'), rgb('#7a5a3c'), 0, 4), { vary: 0.06 })
  const gnarled = (a: number) => 1 + 0.14 * cos(a * 5)
  lathe(
    solid,
    0,
    0,
    [
      [1.7, 0],
      [1.05, 0.7],
      [0.78, 2],
      [0.72, 3.6],
      [0.9, 4.6],
    ],
    12,
    { swell: gnarled },
  )
  for (let i = 0; i < 6; i++) {
    const a = (TAU * i) / 6 + 0.3
    const [c, s] = [cos(a), sin(a)]
    tube(
      solid,
      [
        [c * 0.5, 3.6, s * 0.5],
        [c * 1.5, 4.8, s * 1.5],
        [c * 2.8, 5.6, s * 2.8],
      ],
      0.34,
      0.12,
      6,
    )
    tube(
      solid,
      [
        [c * 0.8, 0.7, s * 0.8],
        [c * 1.8, 0.25, s * 1.8],
        [c * 2.5, -0.1, s * 2.5],
      ],
      0.3,
      0.08,
      5,
    )
  }
  const dark = blend(colour, [0.02, 0.06, 0.04], 0.5)
  for (let i = 0; i < 11; i++) {
    const a = i * 2.4
    const out = i === 0 ? 0 : 1.2 + 1.9 * hash3(i, 8, 0)
    const y = 6 + (i === 0 ? 1.6 : 1.1 * hash3(i, 9, 0))
    const r = 1.5 + 0.6 * hash3(i, 10, 0)
    solid.paint(byHeight(dark, colour, y - r * 0.7, y + r * 0.8), { through: 0.55, vary: 0.1 })
    blob(solid, [cos(a) * out, y, sin(a) * out], [r, r * 0.8, r], { rough: 0.13, seed: i })
  }
  spot.post([0, 0, 0], 1.15 * size, 5 * size)
}

function flowerBed(world: World, x: number, z: number): void {
  const spot = spotAt(world, x, z)
  const { solid } = world
  const random = world.streams('flower bed')
  solid.paint(STONE, { vary: 0.1 })
  for (let i = 0; i < 14; i++) {
    const a = (TAU * i) / 14
    blob(solid, [cos(a) * 1.5, 0.08, sin(a) * 1.5], [0.3, 0.2, 0.26], { detail: 0, flat: true, rough: 0.2, seed: i })
  }
  solid.paint(rgb('#5b4030'))
  lathe(
    solid,
    0,
    0,
    [
      [1.45, 0.1],
      [0, 0.22],
    ],
    14,
  )
  const petals = [rgb('#e8637a'), rgb('#f0c040'), rgb('#f2f0ea'), world.accent(rgb('#8f5fe0'))]
  for (let i = 0; i < 60; i++) {
    const a = i * 2.4
    const r = 1.3 * Math.sqrt(i / 60)
    grow(world, `bed_${i % 4}`, flower(petals[i % 4]!), x + cos(a) * r, z + sin(a) * r, random, random.range(1, 1.7))
  }
  spot.post([0, 0, 0], 1.5, 0.6)
}

function cherry(world: World, x: number, z: number): void {
  broadleaf(world, x, z, 1.35, world.accent(rgb('#e9a0bd')), world.streams('cherry'), 5)
}

function palmGroup(world: World, x: number, z: number): void {
  const random = world.streams('palm group')
  for (const [dx, dz, size] of [
    [0, 0, 1.2],
    [1.1, 0.7, 0.95],
    [-0.9, 0.9, 0.85],
  ] as const)
    palm(world, x + dx, z + dz, size, random)
}

function giantMushroom(world: World, x: number, z: number, yaw: number): void {
  const cap = world.accent(rgb('#d0342c'))
  const spot = mushroom(world, x, z, 3.2, 2.6, cap, { stem: 0.7, spots: 10, sides: 16, gills: [0.4, 0.25, 0.08], yaw })
  for (const [dx, dz, h, r] of [
    [1.5, 0.8, 1, 0.8],
    [-1.4, 0.9, 0.7, 0.55],
  ] as const) {
    const [px, pz] = spot.world(dx, dz)
    mushroom(world, px, pz, h, r, cap, { spots: 5 })
  }
}

function snowman(world: World, x: number, z: number, yaw: number): void {
  const spot = spotAt(world, x, z, yaw)
  const { solid } = world
  solid.paint([0.9, 0.93, 0.98])
  for (const [y, r] of [
    [0.45, 0.6],
    [1.2, 0.42],
    [1.78, 0.3],
  ] as const)
    blob(solid, [0, y, 0], [r, r * 0.95, r], { detail: 2, rough: 0.01 })
  solid.paint(rgb('#e07a2b'))
  tube(
    solid,
    [
      [0, 1.78, 0.26],
      [0, 1.75, 0.6],
    ],
    0.06,
    0.005,
    6,
  )
  solid.paint([0.02, 0.02, 0.02])
  for (const side of [-0.11, 0.11]) blob(solid, [side, 1.88, 0.26], [0.04, 0.04, 0.04], { detail: 0, rough: 0 })
  lathe(
    solid,
    0,
    0,
    [
      [0.42, 2],
      [0.42, 2.05],
      [0.26, 2.06],
      [0.26, 2.4],
      [0, 2.4],
    ],
    10,
  )
  solid.paint(DARK_WOOD)
  for (const side of [-1, 1]) tube(solid, [[side * 0.35, 1.3, 0], [side * 0.95, 1.6, 0.1] as Vec3], 0.035, 0.02, 4)
  solid.paint(world.accent(rgb('#b5362f')))
  lathe(
    solid,
    0,
    0,
    [
      [0.3, 1.5],
      [0.4, 1.55],
      [0.3, 1.62],
    ],
    10,
  )
  spot.post([0, 0, 0], 0.6, 2)
}

export const nature = {
  crystals: { radius: 1.4, build: (world, x, z) => crystals(world, x, z, 1, world.accent(rgb('#5fc8e8'))) },
  'giant-mushroom': { radius: 2.6, build: giantMushroom },
  'great-tree': { radius: 3, build: (world, x, z) => greatTree(world, x, z, 0.9, rgb('#5f9f45')) },
  'cherry-tree': { radius: 2, build: cherry },
  palms: { radius: 2, build: palmGroup },
  'flower-bed': { radius: 1.9, build: flowerBed },
  snowman: { radius: 1.1, build: snowman },
} as const satisfies Record<string, Prop>
