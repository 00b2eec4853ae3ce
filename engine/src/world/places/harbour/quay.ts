import { mix, PI, smooth } from '../../../math/dmath.ts'
import { box } from '../../../model/shapes/box.ts'
import { lathe } from '../../../model/shapes/lathe.ts'
import { blend, type Rgb } from '../../../scene/vector.ts'
import { rgb } from '../../../solid/palette.ts'
import { mirrored, towards } from '../../geometry.ts'
import { barrel, bench, crate, lamp, signpost } from '../../kit/furniture.ts'
import { cobble, meadow, trodden } from '../../kit/ground.ts'
import { greens } from '../../kit/growths.ts'
import { broadleaf, bush } from '../../kit/plants.ts'
import { STONE } from '../../kit/tints.ts'
import { boat, pier, sailingBoat, sea } from '../../kit/water.ts'
import type { Place2 } from '../../land.ts'
import { marketStall } from '../../props/camp.ts'
import { fountain } from '../../props/landmarks.ts'
import { lighthouse } from '../../props/lighthouse.ts'
import { edgeOf, scatter } from '../../scatter.ts'
import { spotAt, yawTo } from '../../spot.ts'
import { blend as tint } from '../../texel.ts'
import type { Layout, Sketch } from '../../world.ts'
import { BED, DEEP, EARTH, HALF, LEVEL, MEADOW, nets, ridges, SHALLOW, townHouse } from './site.ts'
import { bollard, crane, QUAY, quayWall } from './tackle.ts'

const [PAVE_A, PAVE_B, KERB_A, KERB_B] = ['#b8ab94', '#8c8578', '#a9a294', '#7f7a70'].map(rgb) as [Rgb, Rgb, Rgb, Rgb]
const inland = ({ fractal }: Sketch, x: number, z: number) => {
  const n = fractal(x * 0.045 + 5, z * 0.045, 3)
  return QUAY + smooth(0.55, 1.1, edgeOf(HALF, x, z)) * (1 + n * 7) * smooth(-6, 8, z)
}

type Edge = readonly [from: Place2, to: Place2]

/** Where things lie, for one hand. */
type Plan = {
  /** Metres from the quay's edge out over the water; negative on land. */
  readonly wet: (x: number, z: number) => number
  /** How far inland the sheet of water reaches. */
  readonly reach: number
  /** Middles of the walls along the water. */
  readonly walls: readonly Edge[]
  /** The mole: where it leaves the land and where it ends. */
  readonly mole: readonly [x: number, from: number, to: number]
  readonly piers: readonly (readonly [Place2, Place2, number])[]
  readonly lots: readonly (readonly [x: number, z: number, yaw: number])[]
  readonly square: readonly [x: number, z: number, w: number, d: number]
  readonly fountain: Place2
  readonly stalls: readonly Place2[]
  readonly crane: Place2
  readonly nets: Place2
  readonly bollards: readonly Place2[]
  readonly wares: readonly Place2[]
  readonly lamps: readonly Place2[]
  readonly benches: readonly Place2[]
  /** The way from where one arrives. */
  readonly way: readonly Place2[]
  readonly boats: readonly (readonly [x: number, z: number, yaw: number])[]
  readonly sails: readonly (readonly [x: number, z: number, yaw: number])[]
  readonly sight: Place2
}

const PLANS: readonly Plan[] = [
  // a straight quay before a square, the mole to one side
  {
    wet: (_, z) => -6 - z,
    reach: -5,
    walls: [
      [
        [-HALF, -6.9],
        [HALF, -6.9],
      ],
    ],
    mole: [17, -6, -21],
    piers: [
      [[-5, -7], [-5, -22], 2.4],
      [[4, -7], [4, -13.5], 2],
    ],
    lots: [
      [-12.5, 1.5, PI / 2 - 0.1],
      [-13, 9.5, PI / 2],
      [-9.5, 17.5, 2.2],
      [12.5, 2, -PI / 2 + 0.1],
      [13, 10, -PI / 2],
      [9.5, 18, -2.2],
    ],
    square: [0, 2.5, 9.4, 9.5],
    fountain: [0, 5],
    stalls: [
      [-6.4, -1.6],
      [6.2, -1.2],
    ],
    crane: [9.5, -5.2],
    nets: [-10.5, -3.8],
    bollards: [-13.8, -8.8, -3.8, 1.2, 6.2, 11.2].map((x): Place2 => [x, -6.9]),
    wares: [
      [8.2, -3.4],
      [7.4, -2.8],
      [-8.6, -3.6],
      [-7.9, -4],
      [9.2, -2.6],
      [-9.4, -2.4],
    ],
    lamps: [
      [-4.2, 12],
      [-4.2, 18],
      [4.2, 12],
      [4.2, 18],
      [-10, -5.6],
      [-2.2, -5.6],
      [6.8, -5.6],
    ],
    benches: [
      [-2.4, -3.6],
      [2.6, -3.6],
    ],
    way: [
      [0, 12],
      [0, 2],
    ],
    boats: [
      [-7.4, -11, 1.4],
      [-2.6, -17, 1.7],
      [6.6, -11.4, 1.5],
    ],
    sails: [
      [-12, -18, 0.5],
      [8.5, -28, 2.4],
      [-22, -30, 0.2],
    ],
    sight: [8.5, -21],
  },
  // a basin cut into the town, houses along both its sides
  {
    wet: (x, z) => Math.max(-8 - z, Math.min(8 - Math.abs(x), 9 - z)),
    reach: 10,
    walls: [
      [
        [-HALF, -8.9],
        [-6.3, -8.9],
      ],
      [
        [6.3, -8.9],
        [HALF, -8.9],
      ],
      [
        [-7.1, -9.7],
        [-7.1, 8.9],
      ],
      [
        [7.1, -9.7],
        [7.1, 8.9],
      ],
      [
        [-7.9, 8.1],
        [7.9, 8.1],
      ],
    ],
    mole: [16, -8, -20],
    piers: [
      [[0, 8], [0, -1], 2],
      [[-14, -9], [-14, -21], 2.4],
    ],
    lots: [
      [-15.4, 7, PI / 2],
      [-15.6, -1.4, PI / 2 + 0.05],
      [-11.6, 17.4, 2.5],
      [15.4, 7.4, -PI / 2],
      [15.6, -1, -PI / 2 - 0.05],
      [12, 18, -2.5],
    ],
    square: [0, 13, 7, 4.6],
    fountain: [0, 14.6],
    stalls: [
      [-9.8, 12.4],
      [9.8, 12.4],
    ],
    crane: [11.4, -7.2],
    nets: [-11, -5],
    bollards: [
      [-7.1, 5],
      [-7.1, 0],
      [-7.1, -5],
      [7.1, 5],
      [7.1, 0],
      [7.1, -5],
    ],
    wares: [
      [10.6, 2.6],
      [10.2, 3.6],
      [-10.6, 3],
      [-10.4, -5.6],
      [10, -4.8],
      [-10.2, 8.6],
    ],
    lamps: [
      [-4.2, 18],
      [4.2, 18],
      [-9.4, 6],
      [9.4, 6],
      [-9.4, -6.4],
      [9.4, -6.4],
      [4, 9.6],
    ],
    benches: [
      [-4, 10.4],
      [4.6, 10.8],
    ],
    way: [
      [0, 19],
      [0, 13],
    ],
    boats: [
      [-4, 4, 1.4],
      [4.2, -1, 1.7],
      [-4, -4.4, 1.5],
    ],
    sails: [
      [2, -13, 0.5],
      [-22, -17, 2.4],
      [8, -29, 0.2],
    ],
    sight: [10, -19],
  },
  // water on two sides of a town on a corner, the mole across the bay
  {
    wet: (x, z) => Math.max(-13 - z, Math.min(x - 6, 12 - z)),
    reach: 13,
    walls: [
      [
        [-HALF, -13.9],
        [7.7, -13.9],
      ],
      [
        [6.9, -14.7],
        [6.9, 12],
      ],
      [
        [6.1, 11.1],
        [HALF, 11.1],
      ],
    ],
    mole: [25, 12, -8],
    piers: [
      [[7, -6], [17, -6], 2.4],
      [[7, 3.4], [14, 3.4], 2],
    ],
    lots: [
      [-10.6, 14.4, PI / 2 + 0.5],
      [-12.6, 5.6, PI / 2],
      [-12.6, -3, PI / 2 - 0.05],
      [-4.4, -4.6, PI / 2],
      [11, 19, PI + 0.25],
      [19.6, 19.4, PI],
    ],
    square: [0, 3, 5.8, 10],
    fountain: [-0.6, 5],
    stalls: [
      [-5.4, 10.6],
      [-6, 0.8],
    ],
    crane: [1, -12.4],
    nets: [-8, -10.4],
    bollards: [
      [6.9, 8],
      [6.9, 0],
      [6.9, -3],
      [6.9, -9.6],
      [13, 11.1],
      [19, 11.1],
    ],
    wares: [
      [3.8, -8.4],
      [2.8, -8],
      [4, 0.4],
      [4, 9.4],
      [-3, -10],
      [4.4, -4.4],
    ],
    lamps: [
      [-4.2, 18],
      [4, 15],
      [4.6, 6.6],
      [4.6, -2],
      [4.6, -10.8],
      [13, 13],
      [-4, -11],
    ],
    benches: [
      [2.2, -11],
      [-1.6, -11],
    ],
    way: [
      [-0.6, 14],
      [0, 3],
      [1.4, -8],
    ],
    boats: [
      [10.4, 0, 0.1],
      [13, -9.4, 0.3],
      [10.6, 6.6, 0.2],
    ],
    sails: [
      [18, 0, 0.5],
      [15, -18, 2.4],
      [-8, -27, 0.2],
    ],
    sight: [16, -4],
  },
]

export const quay: Layout = (sketch) => {
  const random = sketch.streams('plan')
  const side = random.chance(0.5) ? 1 : -1
  const plan = sketch.streams('ground plan').pick(PLANS)
  const at = mirrored(side)
  const wet = (x: number, z: number) => plan.wet(side * x, z)
  const [moleX, moleFrom, moleTo] = [side * plan.mole[0], plan.mole[1], plan.mole[2]]
  const lots = plan.lots.map(([x, z, yaw]) => ({ x: side * x, z, yaw: side * yaw }))
  const [squareX, squareZ, squareW, squareD] = plan.square
  const [fx, fz] = at(plan.fountain)
  return {
    height: (x, z) => mix(inland(sketch, x, z), -3, smooth(-0.6, 1.4, wet(x, z))),
    sites: lots.filter(({ x, z }) => wet(x, z) < -8.5).map(({ x, z }) => ({ x, z, radius: 5, y: QUAY, fall: 3 })),
    paths: [{ points: [[0, 33], [random.range(-1.5, 1.5), 22], ...plan.way.map(at)], width: 4.5 }],
    waterLevel: LEVEL,
    ground(texel, x, z, h, steepness, land) {
      meadow(sketch, texel, x, z, steepness, MEADOW)
      const p = land.pathAt(x, z)
      trodden(sketch, texel, x, z, p, EARTH)
      if (p < 0.6) cobble(sketch, texel, x, z, p, PAVE_A, PAVE_B, 0.5)
      const square = Math.max(Math.abs(x - side * squareX) - squareW, Math.abs(z - squareZ) - squareD)
      if (square < 1) cobble(sketch, texel, x, z, square, PAVE_A, PAVE_B, 0.62)
      const strip = -4 - wet(x, z)
      if (strip < 0.4) cobble(sketch, texel, x, z, strip, KERB_A, KERB_B, 0.8)
      if (h < LEVEL + 0.3) tint(texel, BED, smooth(LEVEL + 0.3, LEVEL - 0.8, h))
    },
    farGround: (x, z) => (wet(x, z) > 0 ? BED : blend(MEADOW.a, MEADOW.b, sketch.noise(x * 0.05, z * 0.05))),
    ridges,
    spawn: [0, 23],
    landmark: [side * plan.sight[0], 5, plan.sight[1]],
    build(world) {
      const { solid } = world
      for (const [from, to] of plan.walls) quayWall(world, at(from), at(to))
      sea(world, [-HALF, -HALF, HALF, plan.reach], SHALLOW, DEEP, true)
      for (const [from, to, width] of plan.piers) pier(world, at(from), at(to), width, QUAY)
      const [endX, endZ] = at(plan.piers[0]![1])
      world.points.push({ name: 'end of the pier', x: endX, z: endZ + (plan.piers[0]![0][0] === plan.piers[0]![1][0] ? 1 : 0) })
      solid.at(0, 0, 0)
      solid.paint(blend(STONE, rgb('#7a7468'), 0.4), { vary: 0.08 })
      box(solid, [moleX, -3.4, (moleFrom + moleTo) / 2], [3.2, 3.4 + QUAY, moleFrom - moleTo + 3], { cell: 1.6 })
      lathe(
        solid,
        moleX,
        moleTo - 1.5,
        [
          [5.2, -3.4],
          [4.6, QUAY],
          [0, QUAY + 0.02],
        ],
        16,
      )
      const way = spotAt(world, moleX, (moleFrom + moleTo) / 2, 0, 0)
      way.floor('mole', 0, 0, 3.2, moleFrom - moleTo + 3, QUAY)
      way.disc('mole head', 0, (moleTo - moleFrom) / 2 - 1.5, 4.6, QUAY)
      lighthouse(world, moleX, moleTo - 2.2, 0, 0.95, QUAY)
      world.points.push({ name: 'lighthouse', x: moleX, z: moleTo + 2.2 })
      for (const [i, { x, z, yaw }] of lots.entries()) townHouse(world, x, z, yaw, i)
      fountain(world, fx, fz, 0)
      world.kept.push({ x: fx, z: fz, radius: 3.4 })
      world.points.push({ name: 'fountain', x: fx, z: fz + 3.2 })
      for (const [i, place] of plan.stalls.entries()) {
        const [x, z] = at(place)
        marketStall(world, x, z, yawTo(fx - x, fz - z), [rgb('#3f7f9a'), rgb('#d9a02b')][i]!)
        world.kept.push({ x, z, radius: 2 })
        const [ux, uz] = towards([x, z], [fx, fz])
        if (i === 0) world.points.push({ name: 'fish market', x: x + ux * 2.2, z: z + uz * 2.2 })
      }
      crane(world, ...at(plan.crane), QUAY)
      nets(world, ...at(plan.nets), 0.2)
      for (const place of plan.bollards) bollard(world, ...at(place), QUAY + 0.06)
      for (const place of plan.wares.slice(0, 4)) barrel(world, ...at(place))
      for (const place of plan.wares.slice(4)) crate(world, ...at(place), 0.9)
      for (const place of plan.lamps) lamp(world, ...at(place))
      for (const place of plan.benches) bench(world, ...at(place), PI)
      signpost(world, side * 2.9, 20)
      const hulls = ['#a03d33', '#2f5f8a', '#3f7f5a'].map(rgb)
      for (const [i, [x, z, yaw]] of plan.boats.entries()) boat(world, side * x, z, yaw, hulls[i]!, LEVEL - 0.12, 1.25)
      for (const [i, [x, z, yaw]] of plan.sails.entries())
        sailingBoat(world, side * x, z, yaw, hulls[[1, 0, 2][i]!]!, rgb(i === 1 ? '#e8c9a0' : '#f2ead8'))
    },
    dress(world) {
      const inTown = (x: number, z: number) => wet(x, z) > -2 || (Math.abs(x) < 18 && z < 24)
      scatter(world, { name: 'trees', count: 11, radius: 2, where: (x, z) => z > 0 && !inTown(x, z) }, (x, z, r) =>
        broadleaf(world, x, z, r.range(0.9, 1.4), blend(rgb('#6fa04a'), rgb('#3f7a45'), r.next()), r),
      )
      scatter(world, { name: 'bushes', count: 12, radius: 0.8, where: (x, z) => z > 0 && wet(x, z) < -4 }, (x, z, r) =>
        bush(world, x, z, r.range(0.6, 1), rgb('#5f9a48'), r),
      )
      greens(world, { grass: 90, flowers: 50, where: (x, z) => wet(x, z) < -4 && (z > 12 || Math.abs(x) > 17) })
    },
  }
}
