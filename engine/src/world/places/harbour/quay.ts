import { mix, PI, smooth } from '../../../math/dmath.ts'
import { box } from '../../../model/shapes/box.ts'
import { lathe } from '../../../model/shapes/lathe.ts'
import { tube } from '../../../model/shapes/tube.ts'
import { blend } from '../../../scene/vector.ts'
import { rgb } from '../../../solid/palette.ts'
import { barrel, bench, crate, lamp, signpost } from '../../kit/furniture.ts'
import { cobble, meadow, trodden } from '../../kit/ground.ts'
import { greens } from '../../kit/growths.ts'
import { broadleaf, bush } from '../../kit/plants.ts'
import { DARK_WOOD, IRON, STONE } from '../../kit/tints.ts'
import { boat, pier, sailingBoat, sea } from '../../kit/water.ts'
import { marketStall } from '../../props/camp.ts'
import { fountain, lighthouse } from '../../props/landmarks.ts'
import { edgeOf, scatter } from '../../scatter.ts'
import { spotAt, yawTo } from '../../spot.ts'
import { blend as tint } from '../../texel.ts'
import type { Layout, Sketch, World } from '../../world.ts'
import { BED, DEEP, EARTH, FRONTS, HALF, LEVEL, MEADOW, nets, ridges, SHALLOW, townHouse } from './site.ts'

const QUAY = 0.5

const [PAVE_A, PAVE_B] = [rgb('#b8ab94'), rgb('#8c8578')]

const [KERB_A, KERB_B] = [rgb('#a9a294'), rgb('#7f7a70')]

/** A post to tie boats to. */
function bollard(world: World, x: number, z: number, y: number): void {
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
function crane(world: World, x: number, z: number, y: number): void {
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

const inland = ({ fractal }: Sketch, x: number, z: number) => {
  const n = fractal(x * 0.045 + 5, z * 0.045, 3)
  return QUAY + smooth(0.55, 1.1, edgeOf(HALF, x, z)) * (1 + n * 7) * smooth(-6, 8, z)
}

export const quay: Layout = (sketch) => {
  const random = sketch.streams('plan')
  const side = random.chance(0.5) ? 1 : -1
  const shoreline = -6
  const mole = { x: side * 17, z: -21 }
  const lots = [
    { x: -12.5, z: 1.5, yaw: PI / 2 - 0.1 },
    { x: -13, z: 9.5, yaw: PI / 2 },
    { x: -9.5, z: 17.5, yaw: 2.2 },
    { x: 12.5, z: 2, yaw: -PI / 2 + 0.1 },
    { x: 13, z: 10, yaw: -PI / 2 },
    { x: 9.5, z: 18, yaw: -2.2 },
  ]
  return {
    height: (x, z) => mix(inland(sketch, x, z), -3, smooth(shoreline + 0.6, shoreline - 1.4, z)),
    sites: lots.map(({ x, z }) => ({ x, z, radius: 5, y: QUAY, fall: 4 })),
    paths: [
      {
        points: [
          [0, 33],
          [random.range(-1.5, 1.5), 22],
          [0, 12],
          [0, 2],
        ],
        width: 4.5,
      },
    ],
    waterLevel: LEVEL,
    ground(texel, x, z, h, steepness, land) {
      meadow(sketch, texel, x, z, steepness, MEADOW)
      const p = land.pathAt(x, z)
      trodden(sketch, texel, x, z, p, EARTH)
      if (p < 0.6) cobble(sketch, texel, x, z, p, PAVE_A, PAVE_B, 0.5)
      const square = Math.max(Math.abs(x) - 9.4, shoreline - 1 - z, z - 12)
      if (square < 1) cobble(sketch, texel, x, z, square, PAVE_A, PAVE_B, 0.62)
      const strip = Math.max(shoreline - 1 - z, z - shoreline - 4)
      if (strip < 0.4) cobble(sketch, texel, x, z, strip, KERB_A, KERB_B, 0.8)
      if (h < LEVEL + 0.3) tint(texel, BED, smooth(LEVEL + 0.3, LEVEL - 0.8, h))
    },
    farGround: (x, z) => (z < shoreline ? BED : blend(MEADOW.a, MEADOW.b, sketch.noise(x * 0.05, z * 0.05))),
    ridges,
    spawn: [0, 23],
    landmark: [mole.x * 0.5, 5, mole.z],
    build(world) {
      const { solid } = world
      solid.at(0, 0, 0)
      solid.paint((px, py) => blend(STONE, rgb('#5f6a58'), smooth(0, -1.2, py) * 0.8 + sketch.noise(px, py * 3) * 0.15), { vary: 0.06 })
      box(solid, [0, -3.4, shoreline - 0.9], [HALF * 2, 3.4 + QUAY + 0.06, 1.6], { cell: 1.5 })
      spotAt(world, 0, shoreline - 0.9, 0, 0).floor('quay', 0, 0, HALF * 2, 1.6, QUAY + 0.06)
      sea(world, [-HALF, -HALF, HALF, shoreline + 1], SHALLOW, DEEP, true)
      pier(world, [-side * 5, shoreline - 1], [-side * 5, -22], 2.4, QUAY)
      world.points.push({ name: 'end of the pier', x: -side * 5, z: -21 })
      pier(world, [side * 4, shoreline - 1], [side * 4, -13.5], 2, QUAY)
      solid.at(0, 0, 0)
      solid.paint(blend(STONE, rgb('#7a7468'), 0.4), { vary: 0.08 })
      box(solid, [mole.x, -3.4, (shoreline + mole.z) / 2], [3.2, 3.4 + QUAY, shoreline - mole.z + 3], { cell: 1.6 })
      lathe(
        solid,
        mole.x,
        mole.z - 1.5,
        [
          [5.2, -3.4],
          [4.6, QUAY],
          [0, QUAY + 0.02],
        ],
        16,
      )
      const molePath = spotAt(world, mole.x, (shoreline + mole.z) / 2, 0, 0)
      molePath.floor('mole', 0, 0, 3.2, shoreline - mole.z + 3, QUAY)
      molePath.disc('mole head', 0, (mole.z - shoreline) / 2 - 1.5, 4.6, QUAY)
      lighthouse(world, mole.x, mole.z - 2.2, 0, 0.95, QUAY)
      world.points.push({ name: 'lighthouse', x: mole.x, z: mole.z + 2.2 })
      for (const [i, { x, z, yaw }] of lots.entries()) townHouse(world, x, z, yaw, i)
      fountain(world, 0, 5, 0)
      world.kept.push({ x: 0, z: 5, radius: 3.4 })
      world.points.push({ name: 'fountain', x: 0, z: 8.2 })
      for (const [x, z, k] of [
        [-6.4, -1.6, 1],
        [6.2, -1.2, 3],
      ] as const) {
        marketStall(world, x, z, yawTo(-x, 5 - z), [FRONTS[1]!, rgb('#3f7f9a'), rgb('#c23b32'), rgb('#d9a02b')][k]!)
        world.kept.push({ x, z, radius: 2 })
      }
      world.points.push({ name: 'fish market', x: -4.4, z: 0.4 })
      crane(world, side * 9.5, shoreline + 0.8, QUAY)
      nets(world, -side * 10.5, shoreline + 2.2, 0.2)
      for (let i = 0; i < 7; i++) bollard(world, -15 + i * 5 + 1.2, shoreline - 0.9, QUAY + 0.06)
      for (const [x, z] of [
        [8.2, -3.4],
        [7.4, -2.8],
        [-8.6, -3.6],
        [-7.9, -4],
      ] as const)
        barrel(world, x, z)
      for (const [x, z] of [
        [9.2, -2.6],
        [-9.4, -2.4],
      ] as const)
        crate(world, x, z, 0.9)
      for (const x of [-4.2, 4.2]) for (const z of [12, 18]) lamp(world, x, z)
      for (const x of [-10, -2.2, 6.8]) lamp(world, x, shoreline + 0.4)
      bench(world, -2.4, -3.6, PI)
      bench(world, 2.6, -3.6, PI)
      signpost(world, 2.9, 20)
      const hulls = ['#a03d33', '#2f5f8a', '#3f7f5a', '#d9a02b'].map(rgb)
      for (const [i, [x, z, yaw]] of (
        [
          [-side * 7.4, -11, 1.4],
          [-side * 2.6, -17, 1.7],
          [side * 6.6, -11.4, 1.5],
        ] as const
      ).entries())
        boat(world, x, z, yaw, hulls[i]!, LEVEL - 0.12, 1.25)
      sailingBoat(world, -side * 12, -18, 0.5, hulls[1]!, rgb('#f2ead8'))
      sailingBoat(world, side * 8.5, -28, 2.4, hulls[0]!, rgb('#e8c9a0'))
      sailingBoat(world, -side * 22, -30, 0.2, hulls[2]!, rgb('#f2ead8'))
    },
    dress(world) {
      scatter(world, { name: 'trees', count: 11, radius: 2, where: (x, z) => z > 0 && (Math.abs(x) > 18 || z > 24) }, (x, z, r) =>
        broadleaf(world, x, z, r.range(0.9, 1.4), blend(rgb('#6fa04a'), rgb('#3f7a45'), r.next()), r),
      )
      scatter(world, { name: 'bushes', count: 12, radius: 0.8, where: (_, z) => z > 0 }, (x, z, r) =>
        bush(world, x, z, r.range(0.6, 1), rgb('#5f9a48'), r),
      )
      greens(world, { grass: 90, flowers: 50, where: (x, z) => z > 12 || Math.abs(x) > 17 })
    },
  }
}
