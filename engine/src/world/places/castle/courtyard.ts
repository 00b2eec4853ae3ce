import { PI, smooth } from '../../../math/dmath.ts'
import { blob } from '../../../model/shapes/blob.ts'
import { box } from '../../../model/shapes/box.ts'
import { lathe } from '../../../model/shapes/lathe.ts'
import { tube } from '../../../model/shapes/tube.ts'
import { blend as between, type Rgb } from '../../../scene/vector.ts'
import { rgb } from '../../../solid/palette.ts'
import { mirrored } from '../../geometry.ts'
import { barrel, bench, brazier, crate, lamp, well } from '../../kit/furniture.ts'
import { cobble, meadow, slabs, trodden } from '../../kit/ground.ts'
import { greens } from '../../kit/growths.ts'
import { house, livingRoom } from '../../kit/house.ts'
import { arch, roundTower, stairs, wall } from '../../kit/masonry.ts'
import { broadleaf, bush, conifer, rock } from '../../kit/plants.ts'
import { DARK_WOOD, darker, WOOD } from '../../kit/tints.ts'
import type { Place2 } from '../../land.ts'
import { cart, marketStall } from '../../props/camp.ts'
import { scatter } from '../../scatter.ts'
import { spotAt } from '../../spot.ts'
import type { Layout, World } from '../../world.ts'
import { common, downs, MASONRY, MEADOW } from './site.ts'

const [PAVE_A, PAVE_B, EARTH] = [rgb('#b0a690'), rgb('#88806f'), rgb('#a08a66')]

/** A banner that hangs down a wall which faces local +z. */
function banner(world: World, x: number, y: number, z: number, yaw: number, colour: Rgb, length = 2.6): void {
  const { solid } = world
  solid.at(x, y, z, yaw)
  solid.paint(DARK_WOOD)
  tube(
    solid,
    [
      [-0.6, 0, 0.12],
      [0.6, 0, 0.12],
    ],
    0.05,
    0.05,
    5,
  )
  solid.paint((px) => (Math.abs(px) < 0.12 ? rgb('#e8c860') : colour), { through: 0.3, vary: 0 })
  solid.quad([-0.5, -length, 0.2], [0.5, -length, 0.2], [0.5, 0, 0.12], [-0.5, 0, 0.12], 8, 3)
  solid.triangle([-0.5, -length, 0.2], [0, -length - 0.4, 0.22], [0.5, -length, 0.2])
}

/** Two towers with an arch between, its gate raised. */
function gatehouse(world: World, z: number, roof: Rgb): void {
  const { solid } = world
  for (const side of [-1, 1]) {
    roundTower(world, side * 4.4, z, 1.9, 7.2, MASONRY, { roof })
    banner(world, side * 4.4, 6, z + 1.95, 0, roof, 2.4)
    brazier(world, side * 2.6, z + 3.2)
  }
  const spot = spotAt(world, 0, z)
  arch(world, spot, 0, 3.8, 4.8, 1.3, MASONRY)
  spot.use()
  solid.paint(MASONRY, { vary: 0.08 })
  box(solid, [0, 5, 0], [6, 1.4, 2.2], { cell: 1.2, bottom: true })
  for (let i = 0; i < 4; i++) for (const k of [-0.95, 0.95]) box(solid, [-2.2 + i * 1.47, 6.4, k], [0.75, 0.6, 0.3], { cell: 9 })
  solid.paint(rgb('#4a4038'))
  for (let i = 0; i < 7; i++) box(solid, [-1.5 + i * 0.5, 3.2, 0.3], [0.1, 1.6, 0.1], { cell: 9, bottom: true })
  spot.keep(3)
}

/** The keep: a hall one can enter, a tower on it, turrets at its corners. */
function keep(world: World, x: number, z: number, roof: Rgb): void {
  const spot = house(world, x, z, 0, {
    width: 12,
    depth: 9,
    height: 6.4,
    wall: MASONRY,
    roof: darker(MASONRY, 0.2),
    trim: darker(MASONRY, 0.45),
    style: 'stone',
    flat: true,
    doorway: 2.2,
    point: 'great hall',
    furnish(hall) {
      const { solid } = world
      solid.paint(rgb('#8a3038'))
      solid.quad([-0.8, 0.03, 4], [0.8, 0.03, 4], [0.8, 0.03, -2.6], [-0.8, 0.03, -2.6], 3, 6)
      solid.paint(WOOD)
      box(solid, [0, 0, -3.4], [4.4, 0.3, 1.6])
      solid.paint(rgb('#7a2a30'))
      box(solid, [0, 0.3, -3.6], [1, 0.5, 0.8])
      box(solid, [0, 0.8, -3.95], [1, 1.5, 0.16])
      solid.paint(rgb('#d9b45a'))
      box(solid, [0, 2.3, -3.95], [1.1, 0.14, 0.2])
      hall.block([0, 0, -3.4], [4.4, 0.9, 1.6])
      hall.seat(0, 0.96, -3.5)
      for (const side of [-1, 1]) {
        solid.paint(WOOD)
        box(solid, [side * 3.6, 0.72, 0], [1.1, 0.1, 4.6])
        for (const k of [-1.8, 1.8]) box(solid, [side * 3.6, 0, k], [0.8, 0.72, 0.2])
        hall.block([side * 3.6, 0, 0], [1.1, 0.9, 4.6])
        hall.light([side * 3.6, 2.6, 0], [2.8, 1.5, 0.6], 8, { always: true, shaded: false })
      }
      for (const side of [-1, 1]) hall.slot([side * 3, 2.6, -4.3], 0, 1.5, 1.9)
    },
  })
  for (const sx of [-6, 6]) for (const sz of [-4.5, 4.5]) roundTower(world, x + sx, z + sz, 1.3, 8, MASONRY, { roof })
  roundTower(world, x, z - 2, 2.6, 6, MASONRY, { roof, y: spot.y + 6.6 })
  world.colliders.pop()
  for (const side of [-3.6, 3.6]) banner(world, x + side, spot.y + 5.4, z + 4.72, 0, roof, 3)
  const { solid } = world
  spot.use()
  solid.paint(MASONRY, { vary: 0.08 })
  for (let i = 0; i < 7; i++) box(solid, [-4.5 + i * 1.5, 7.1, 4.5], [0.8, 0.7, 0.35], { cell: 9 })
}

/** A straw man to practise on. */
function dummy(world: World, x: number, z: number): void {
  const spot = spotAt(world, x, z)
  const { solid } = world
  solid.paint(DARK_WOOD)
  tube(
    solid,
    [
      [0, 0, 0],
      [0, 2, 0],
    ],
    0.08,
    0.07,
    5,
  )
  tube(
    solid,
    [
      [-0.6, 1.4, 0],
      [0.6, 1.4, 0],
    ],
    0.06,
    0.06,
    5,
  )
  solid.paint(rgb('#c9a860'), { vary: 0.1 })
  lathe(
    solid,
    0,
    0,
    [
      [0.2, 0.7],
      [0.32, 1],
      [0.3, 1.5],
      [0.1, 1.6],
    ],
    9,
  )
  blob(solid, [0, 1.8, 0], [0.2, 0.22, 0.2], { rough: 0.06 })
  solid.paint(rgb('#8f2f2a'))
  lathe(
    solid,
    0,
    0.3,
    [
      [0, 1],
      [0.16, 1.16],
      [0, 1.32],
    ],
    10,
  )
  spot.post([0, 0, 0], 0.35, 2)
  spot.keep(0.8)
}

/** Half the ward's width, where its back and its front walls stand, and the middle of the keep, for one hand. */
type Plan = { readonly width: number; readonly north: number; readonly south: number; readonly keep: Place2 }

const PLANS: readonly Plan[] = [
  // the keep at the head of the ward
  { width: 19, north: -25, south: 11, keep: [0, -16] },
  // a long ward between near walls
  { width: 14.5, north: -31, south: 13, keep: [0, -23] },
  // a wide ward, the keep on one side of it
  { width: 26, north: -19, south: 10, keep: [9, -11] },
  // the keep in a corner
  { width: 21, north: -24, south: 11, keep: [-11.5, -16] },
]

export const courtyard: Layout = (sketch) => {
  const random = sketch.streams('plan')
  const side = random.chance(0.5) ? 1 : -1
  const plan = sketch.streams('ground plan').pick(PLANS)
  const { width: w, north, south } = plan
  const [kx, kz] = mirrored(side)(plan.keep)
  const roof = sketch.accent(rgb(random.pick(['#7a3a44', '#35567a', '#3f6a52'])))
  return {
    ...common(sketch),
    height: (x, z) => {
      const yard = Math.max(Math.abs(x) - w - 2, north - 2 - z, z - south - 2)
      return downs(sketch, x, z) * smooth(0, 6, yard) + 0.5 * smooth(6, 0, yard)
    },
    paths: [
      {
        points: [
          [0, 34],
          [random.range(-3, 3), 25],
          [0, south + 5],
          [0, south - 3],
        ],
        width: 3.2,
      },
      {
        points: [
          [0, south - 3],
          [kx * 0.2, kz + 14],
          [kx, kz + 9],
          [kx, kz + 5.5],
        ],
        width: 2.6,
      },
    ],
    ground(texel, x, z, _h, steepness, land) {
      meadow(sketch, texel, x, z, steepness, MEADOW)
      const p = land.pathAt(x, z)
      trodden(sketch, texel, x, z, p, EARTH)
      const yard = Math.max(Math.abs(x) - w + 3.4, north + 3 - z, z - south + 2.4)
      if (yard < 1) cobble(sketch, texel, x, z, yard + (sketch.noise(x * 0.3, z * 0.3) - 0.35) * 5, PAVE_A, PAVE_B, 0.7)
      if (p < 0.6) slabs(sketch, texel, x, z, p + 0.1, PAVE_A, PAVE_B, 0.9, 0.05)
    },
    spawn: [0, 27],
    landmark: [kx, 8, kz],
    build(world) {
      const corners: [number, number][] = [
        [-w, south],
        [-w, north],
        [w, north],
        [w, south],
      ]
      for (let i = 0; i < 3; i++) wall(world, corners[i]!, corners[i + 1]!, 4.6, 1.5, MASONRY)
      wall(world, [-w, south], [-5.6, south], 4.6, 1.5, MASONRY)
      wall(world, [5.6, south], [w, south], 4.6, 1.5, MASONRY)
      for (const [x, z] of corners) roundTower(world, x, z, 2.5, 7.6, MASONRY, { roof })
      gatehouse(world, south, roof)
      keep(world, kx, kz, roof)
      well(world, -side * 7, 1, roof)
      world.points.push({ name: 'well', x: -side * 5, z: 1.4 })
      house(world, side * (w - 5.4), -3, -side * (PI / 2), {
        width: 8,
        depth: 5,
        height: 2.8,
        wall: rgb('#e6d8bc'),
        roof: rgb('#8a5a44'),
        chimney: true,
        point: 'smithy',
        furnish: livingRoom(world, 8, 5),
      })
      for (const [x, z, k] of [
        [-side * (w - 6), -8, 0],
        [-side * (w - 5.6), -3, 1],
      ] as const) {
        marketStall(world, x, z, side * (PI / 2), k ? roof : rgb('#d9a23b'))
        world.kept.push({ x, z, radius: 2 })
      }
      world.points.push({ name: 'market', x: -side * (w - 8.6), z: -5.4 })
      for (const x of [9, 6.8, 4.6]) dummy(world, side * (w - x), 6.4)
      world.points.push({ name: 'training yard', x: side * (w - 7), z: 4.2 })
      const rampart = spotAt(world, -side * (w - 3.4), 6.6, 0)
      world.solid.paint(MASONRY, { vary: 0.08 })
      box(world.solid, [0, -0.3, 0], [3, 2.46, 5.4], { cell: 1 })
      rampart.floor('rampart', 0, 0, 3, 5.4, 2.16)
      for (const lx of [-1.5, 1.5]) rampart.block([lx, 0, 0], [0.1, 2.1, 5.4])
      const steps = spotAt(world, -side * (w - 3.4), 6.6, PI)
      const run = stairs(world, steps, [0, 0, 2.7 + 4.08], 2.4, 2.16, MASONRY)
      rampart.point('rampart', 0, 1)
      rampart.keep(3.6 + run * 0.5, 0, -2)
      for (const [x, z] of [
        [-4, 7],
        [4, 7],
        [kx - 5, kz + 7.6],
        [kx + 5, kz + 7.6],
      ] as const)
        lamp(world, x, z, { height: 2.8 })
      cart(world, side * 7, 8.2, 1.2)
      for (const [x, z] of [
        [8, 6.6],
        [8.8, 7.2],
      ] as const)
        barrel(world, kx + side * x, kz + z)
      crate(world, kx + side * 8.4, kz + 5.6, 0.8)
      bench(world, -side * 4.6, -1.4, side * 0.8)
      for (const s of [-1, 1]) brazier(world, kx + s * 2.4, kz + 6.4)
    },
    dress(world) {
      const outside = (x: number, z: number) => Math.max(Math.abs(x) - w, north - z, z - south) > 3.4
      scatter(world, { name: 'trees', count: 11, radius: 2.1, where: outside }, (x, z, r) =>
        r.chance(0.6)
          ? broadleaf(world, x, z, r.range(0.9, 1.5), between(rgb('#6fa048'), rgb('#3a7040'), r.next()), r, 2)
          : conifer(world, x, z, r.range(1, 1.6), r, rgb('#3f7a4c')),
      )
      scatter(world, { name: 'rocks', count: 14, radius: 0.8, where: outside }, (x, z, r) =>
        rock(world, x, z, r.range(0.5, 1.5), r, rgb('#8f8a7e'), rgb('#6f8f4a')),
      )
      scatter(world, { name: 'bushes', count: 10, radius: 0.8 }, (x, z, r) => bush(world, x, z, r.range(0.6, 1), rgb('#5a8f42'), r))
      greens(world, { grass: 70, flowers: 30, where: outside })
    },
  }
}
