import { PI } from '../../../math/dmath.ts'
import type { Prng } from '../../../math/prng.ts'
import { blob } from '../../../model/shapes/blob.ts'
import { box } from '../../../model/shapes/box.ts'
import { lathe } from '../../../model/shapes/lathe.ts'
import type { Rgb } from '../../../scene/vector.ts'
import { rgb } from '../../../solid/palette.ts'
import { bench, fence } from '../../kit/furniture.ts'
import { type HouseShape, house, livingRoom } from '../../kit/house.ts'
import { casement, door } from '../../kit/openings.ts'
import { bush } from '../../kit/plants.ts'
import { darker, STONE, WOOD } from '../../kit/tints.ts'
import type { Place2 } from '../../land.ts'
import { type Spot, spotAt, yawTo } from '../../spot.ts'
import type { World } from '../../world.ts'

type Cottage = Pick<HouseShape, 'width' | 'depth' | 'height' | 'wall' | 'roof' | 'style' | 'rise'> & { readonly storeys?: 2 }

/** Tiles, thatch, slate, shingles: roofs of a village are of some, not of all. */
const ROOFS: readonly (readonly Rgb[])[] = [
  ['#b3543c', '#9c4733', '#c26a48'],
  ['#c2a35a', '#a98a48', '#b3543c'],
  ['#5f6f80', '#6f7a84', '#8a5a4a'],
  ['#6f7a4a', '#8a6a48', '#a98a48'],
].map((colours) => colours.map(rgb))

/** In the order in which they come: framed, whitewashed under thatch, of stone, of boards, and one of two storeys. */
const COTTAGES: readonly Omit<Cottage, 'roof'>[] = [
  { width: 6.4, depth: 5.2, height: 2.8, wall: rgb('#ead9b8'), style: 'plaster', rise: 2.9 },
  { width: 6.8, depth: 5, height: 2.6, wall: rgb('#f2ece0'), style: 'plaster', rise: 3.3 },
  { width: 6, depth: 5, height: 2.8, wall: rgb('#b3a898'), style: 'stone', rise: 2.6 },
  { width: 5.8, depth: 5, height: 2.8, wall: rgb('#9c7450'), style: 'planks', rise: 2.5 },
  { width: 6.2, depth: 5.4, height: 5.1, wall: rgb('#e2c9a0'), style: 'plaster', rise: 2.9, storeys: 2 },
]

const DOORS = ['#4f7a6a', '#8a3f34', '#3f5f8a', '#6a4a7a', '#7a5a34'].map(rgb)

const BLOOM = ['#d94f6a', '#e8b23c', '#e8e2f0', '#8a5fc0'].map(rgb)

/** Where a house stands, and the place its door looks to, where its path begins. */
export type Lot = { readonly at: Place2; readonly from: Place2 }

/** A lot for the hand a plan is drawn with, its house a little off its middle. */
export function homeOn(lot: Lot, at: (place: Place2) => Place2, random: Prng): { x: number; z: number; from: Place2; yaw: number } {
  const [lx, lz] = at(lot.at)
  const [x, z] = [lx + random.range(-0.6, 0.6), lz + random.range(-0.6, 0.6)]
  const from = at(lot.from)
  return { x, z, from, yaw: yawTo(from[0] - x, from[1] - z) }
}

/** Roofs, and which kinds of cottages come first: one choice for a whole village. */
export type Builders = { readonly roofs: readonly Rgb[]; readonly first: number }

export const buildersOf = (world: World): Builders => {
  const random = world.streams('builders')
  return { roofs: random.pick(ROOFS), first: random.int(0, COTTAGES.length - 1) }
}

/** A cottage with its door towards local +z, a bed of flowers under its window, and by turns a bench or a fence. Every other one can be entered. */
export function cottage(world: World, x: number, z: number, yaw: number, index: number, builders: Builders, random: Prng): void {
  const kind = COTTAGES[(builders.first + index) % COTTAGES.length]!
  const { storeys, ...shape } = kind
  const open = index % 2 === 0
  const roof = index === 0 ? world.accent(builders.roofs[0]!) : builders.roofs[index % builders.roofs.length]!
  const { width, depth, height } = shape
  const spot = house(world, x, z, yaw, {
    ...shape,
    roof,
    chimney: true,
    doorway: open ? 1.2 : 0,
    point: `cottage ${index + 1}`,
    ...(open && { furnish: livingRoom(world, width, depth) }),
  })
  const { solid } = world
  spot.use()
  if (!open) door(world, [0, 0.16, depth / 2 + 0.08], 1.1, 2.1, DOORS[index % DOORS.length]!)
  if (storeys === 2)
    for (const side of [-1, 1]) {
      spot.use(0, side > 0 ? 0 : PI)
      for (const wx of [-0.3, 0.3]) casement(world, [wx * width, 3.25, depth / 2 + 0.1], 0.95, 1.05)
    }
  spot.use()
  for (const side of [-1, 1]) flowersUnder(world, side * width * 0.31, depth / 2 + 0.5, random.pick(BLOOM))
  if (index % 3 === 0) {
    const [bx, bz] = spot.world(-width * 0.31, depth / 2 + 1.3)
    bench(world, bx, bz, yaw)
  } else {
    const at = (lx: number, lz: number) => spot.world(lx, lz)
    const [side, front] = [width / 2 + 1.1, depth / 2 + 2.6]
    fence(world, [at(-side, 0), at(-side, front), at(-1.3, front)], rgb('#d9d0bd'))
    fence(world, [at(side, 0), at(side, front), at(1.3, front)], rgb('#d9d0bd'))
  }
  const [gx, gz] = spot.world(width / 2 + 0.7, depth * 0.2)
  bush(world, gx, gz, random.range(0.7, 1), rgb('#4f8f40'), random)
  solid.at(0, 0, 0)
  if (height > 4) spot.light([0, 3.8, depth / 2 + 0.8], [1.4, 0.8, 0.3], 4)
}

/** A box of flowers at a wall. */
function flowersUnder({ solid }: World, x: number, z: number, bloom: Rgb): void {
  solid.paint(WOOD)
  box(solid, [x, 0, z], [1.4, 0.3, 0.4], { cell: 3 })
  for (let i = 0; i < 4; i++) {
    solid.paint(i % 2 ? bloom : rgb('#4f8f40'), { vary: 0.1 })
    blob(solid, [x - 0.5 + i * 0.34, 0.4, z], [0.22, 0.2, 0.22], { detail: 0, rough: 0.2, seed: i })
  }
}

/** Rows of benches on both sides of an aisle, before an altar at the right with a picture over it. */
const pews =
  (world: World, width: number, depth: number) =>
  (spot: Spot): void => {
    const { solid } = world
    for (let row = 0; row < 4; row++)
      for (const side of [-1, 1]) {
        const [x, z] = [width * 0.16 - row * 1.35, side * depth * 0.27]
        if (side > 0 && row === 1) continue
        solid.paint(WOOD)
        box(solid, [x, 0.38, z], [0.42, 0.08, depth * 0.32], { cell: 3 })
        box(solid, [x - 0.22, 0.4, z], [0.07, 0.5, depth * 0.32], { cell: 3 })
        spot.block([x, 0, z], [0.5, 0.9, depth * 0.32])
        spot.seat(x, 0.46, z, PI / 2)
      }
    solid.paint(rgb('#e8e2d4'))
    box(solid, [width / 2 - 1.1, 0, 0], [0.7, 0.95, 1.8])
    spot.block([width / 2 - 1.1, 0, 0], [0.7, 1, 1.8])
    spot.slot([width / 2 - 0.16, 1.7, 0], -PI / 2, 1.1, 1)
  }

/** A church one can enter from its side, by local +z; its steeple is at its left end. */
export function church(world: World, x: number, z: number, yaw: number, roof: Rgb): void {
  const [width, depth, height] = [9.4, 6.2, 4.2]
  const wall = rgb('#ece4d2')
  const spot = house(world, x, z, yaw, {
    width,
    depth,
    height,
    wall,
    roof,
    style: 'stone',
    trim: darker(STONE, 0.25),
    rise: 4,
    doorway: 1.6,
    point: 'church',
    furnish: pews(world, width, depth),
  })
  const { solid } = world
  const [tx, tz] = spot.world(-width / 2 - 1.5, 0)
  const tower = spotAt(world, tx, tz, yaw, spot.y)
  const [side, top] = [3.5, 8.2]
  solid.paint(wall, { vary: 0.05 })
  box(solid, [0, -0.8, 0], [side, top + 0.8, side], { cell: 1.8 })
  solid.paint(darker(STONE, 0.2))
  for (const y of [5.2, top]) box(solid, [0, y, 0], [side + 0.4, 0.28, side + 0.4], { cell: 4, bottom: true })
  for (let turn = 0; turn < 4; turn++) {
    tower.use(0, (turn * PI) / 2)
    casement(world, [0, 5.9, side / 2 + 0.02], 0.9, 1.6, darker(STONE, 0.3))
  }
  tower.use(top + 0.25, PI / 4)
  solid.paint(roof, { vary: 0.04 })
  lathe(
    solid,
    0,
    0,
    [
      [2.85, 0],
      [1.4, 1.9],
      [0.7, 3.8],
      [0, 6.2],
    ],
    4,
    { flat: true },
  )
  tower.use(top + 6.2)
  solid.paint(rgb('#d9b24a'))
  box(solid, [0, 0, 0], [0.12, 1.5, 0.12], { cell: 3 })
  box(solid, [0, 0.85, 0], [0.8, 0.12, 0.12], { cell: 3 })
  tower.block([0, 0, 0], [side, top, side])
  tower.keep(3.4)
}
