import { cos, mix, sin } from '../../../math/dmath.ts'
import type { Rgb } from '../../../scene/vector.ts'
import { rgb } from '../../../solid/palette.ts'
import { mirrored, round } from '../../geometry.ts'
import { hen } from '../../kit/animals.ts'
import { farLeafy } from '../../kit/far-trees.ts'
import { bench, fence, lamp, signpost, well } from '../../kit/furniture.ts'
import type { Path, Place2, Site } from '../../land.ts'
import { cart, marketStall } from '../../props/camp.ts'
import { fountain } from '../../props/landmarks.ts'
import { greatTree } from '../../props/nature.ts'
import { yawTo } from '../../spot.ts'
import type { Layout, World } from '../../world.ts'
import { buildersOf, church, cottage, homeOn, type Lot } from './buildings.ts'
import { farGround, groundOf, hills, ridges, strew } from './site.ts'

/** What stands in the middle of a village. */
const MIDDLES: Readonly<Record<'great-tree' | 'well' | 'fountain', (world: World, x: number, z: number) => void>> = {
  'great-tree'(world, x, z) {
    greatTree(world, x, z, 0.9, rgb('#6fae4a'))
    round(4, 4, 0.5, (dx, dz) => bench(world, x + dx, z + dz, yawTo(-dx, -dz)))
    world.points.push({ name: 'great tree', x, z: z + 2.8 })
  },
  well(world, x, z) {
    well(world, x, z)
    world.points.push({ name: 'well', x: x + 2.2, z: z + 1.4 })
  },
  fountain(world, x, z) {
    fountain(world, x, z, 0)
    world.points.push({ name: 'fountain', x, z: z + 3.4 })
  },
}

/** Where things lie, for one hand. */
type Plan = {
  readonly middle: keyof typeof MIDDLES
  readonly green: Place2
  /** Metres round the middle that are paved. */
  readonly paved: number
  readonly church: Place2
  /** Ways through the village; the first comes from where one arrives. */
  readonly ways: readonly (readonly Place2[])[]
  /** Each cottage with the place its door looks to, where its path begins; the church too. */
  readonly lots: readonly Lot[]
  readonly churchFrom: Place2
  readonly stalls: readonly Place2[]
  readonly cart: Place2
}

const PLANS: readonly Plan[] = [
  // round a green with a great tree, the church behind it
  {
    middle: 'great-tree',
    green: [0, -1],
    paved: 3.4,
    church: [2, -24],
    ways: [
      [
        [0, 33],
        [0, 14],
        [9.5, 6],
        [10, -7],
        [0, -12],
        [-10, -7],
        [-9.5, 6],
        [0, 14],
      ],
      [
        [0, 14],
        [0, 3],
      ],
    ],
    lots: [
      { at: [-13, 17], from: [-4, 11] },
      { at: [13, 17], from: [4, 11] },
      { at: [18, 1], from: [10, 0] },
      { at: [-18, 1], from: [-10, 0] },
      { at: [-15, -15], from: [-7.5, -9] },
      { at: [17, -14], from: [8.5, -8.5] },
    ],
    churchFrom: [0.6, -12],
    stalls: [[-5.5, 8.5]],
    cart: [6, 8.5],
  },
  // along a street that bends, the church at its head
  {
    middle: 'well',
    green: [2, 2],
    paved: 5,
    church: [-9, -23],
    ways: [
      [
        [0, 33],
        [-1, 20],
        [2, 10],
        [2, 2],
        [0, -8],
        [-6, -15],
      ],
    ],
    lots: [
      { at: [-11, 18], from: [-0.8, 17] },
      { at: [11, 15], from: [1.4, 13] },
      { at: [-9, 5], from: [1, 5] },
      { at: [14, 1], from: [5, 2] },
      { at: [-12, -8], from: [-0.6, -7] },
      { at: [9, -13], from: [-1, -9] },
    ],
    churchFrom: [-6.5, -15.5],
    stalls: [
      [6.6, 7],
      [6.4, -4],
    ],
    cart: [-3.4, -1.5],
  },
  // where two ways cross at a fountain, the church near on the right
  {
    middle: 'fountain',
    green: [0, 0],
    paved: 6.4,
    church: [15, 10],
    ways: [
      [
        [0, 33],
        [1, 20],
        [0, 8],
        [0, -14],
        [3, -26],
      ],
      [
        [-27, -4],
        [-12, -2],
        [0, 0],
        [14, -2],
        [26, -5],
      ],
    ],
    lots: [
      { at: [-11, 14], from: [0, 13] },
      { at: [-17, 6.5], from: [-12, -2] },
      { at: [-11, -12], from: [0, -9] },
      { at: [11, -13], from: [0, -10] },
      { at: [20, -12], from: [17, -3] },
      { at: [-8, -25], from: [2, -23] },
    ],
    churchFrom: [6, 6],
    stalls: [
      [-5.2, 6],
      [-7.5, -5.6],
    ],
    cart: [6.6, -5.4],
  },
]

const CLOTHS: readonly Rgb[] = ['#c8483c', '#3f7a8a'].map(rgb)

/** Cottages and a church round the middle of a village. */
export const green: Layout = (sketch) => {
  const random = sketch.streams('plan')
  const side = random.chance(0.5) ? 1 : -1
  const drawn = sketch.streams('ground plan').pick(PLANS)
  const plan = PLANS.find(({ middle }) => sketch.props.includes(middle)) ?? drawn
  const at = mirrored(side)
  const [middle, temple, churchFrom] = [at(plan.green), at(plan.church), at(plan.churchFrom)]
  const churchYaw = yawTo(churchFrom[0] - temple[0], churchFrom[1] - temple[1])
  const homes = plan.lots.slice(0, sketch.density === 'sparse' ? 4 : 6).map((lot) => homeOn(lot, at, random))
  const sites: Site[] = [
    { x: middle[0], z: middle[1], radius: 9, y: 0.3, fall: 6 },
    { x: temple[0], z: temple[1], radius: 8, y: 1.2, fall: 6 },
    ...homes.map(({ x, z }) => ({ x, z, radius: 5.4, y: 0.6, fall: 4 })),
  ]
  const paths: Path[] = [
    ...plan.ways.map((points) => ({ points: points.map(at), width: 2.4 })),
    { points: [churchFrom, [temple[0] + sin(churchYaw) * 6, temple[1] + cos(churchYaw) * 6]], width: 2 },
    ...homes.map(({ x, z, from, yaw }) => ({ points: [from, [x + sin(yaw) * 3.6, z + cos(yaw) * 3.6] as const], width: 1.5 })),
  ]
  return {
    height: (x, z) => hills(sketch, x, z),
    sites,
    paths,
    ground: groundOf(sketch, -99, { x: middle[0], z: middle[1], radius: plan.paved }),
    farGround: farGround(sketch),
    farTree: farLeafy(rgb('#5f9a48'), rgb('#24502c')),
    ridges,
    spawn: [0, 26.5],
    // between the church and the middle, so that both are seen
    landmark: [mix(temple[0], middle[0], 0.35), 10, mix(temple[1], middle[1], 0.35)],
    build(world) {
      const build = world.streams('build')
      const builders = buildersOf(world)
      world.kept.push({ x: middle[0], z: middle[1], radius: 5.6 })
      church(world, temple[0], temple[1], churchYaw, builders.roofs[1]!)
      for (const [i, { x, z, yaw }] of homes.entries()) cottage(world, x, z, yaw, i, builders, build)
      MIDDLES[plan.middle](world, ...middle)
      for (const [i, stall] of plan.stalls.map(at).entries()) {
        marketStall(world, ...stall, yawTo(middle[0] - stall[0], middle[1] - stall[1]), CLOTHS[i]!)
        world.kept.push({ x: stall[0], z: stall[1], radius: 2.6 })
      }
      const [cx, cz] = at(plan.cart)
      cart(world, cx, cz, build.range(0, 6))
      world.kept.push({ x: cx, z: cz, radius: 2 })
      for (const [x, z] of [
        [2.4, 20],
        [middle[0] + 3.6, middle[1] + 5],
        [middle[0] - 4.6, middle[1] - 4],
        [temple[0] + sin(churchYaw) * 7.4 + cos(churchYaw) * 2.2, temple[1] + cos(churchYaw) * 7.4 - sin(churchYaw) * 2.2],
      ] as const)
        lamp(world, x, z)
      for (let i = 0; i < 3; i++)
        hen(world, cx + side * (1.8 + i * 0.6), cz + 1 - i * 0.7, i * 1.9, i % 2 ? rgb('#a8643a') : rgb('#efe6d6'))
      for (const edge of [-1, 1])
        fence(world, [
          [edge * 2.2, 31],
          [edge * 2.4, 27],
          [edge * 3, 23],
        ])
      signpost(world, -2.4, 21.5)
    },
    dress: (world) => strew(world, 26),
  }
}
