import { cos, mix, sin, smooth } from '../../../math/dmath.ts'
import { rgb } from '../../../solid/palette.ts'
import { distance, mirrored, outwards, towards } from '../../geometry.ts'
import { farLeafy } from '../../kit/far-trees.ts'
import { bench, fence, lamp, signpost, well } from '../../kit/furniture.ts'
import { reeds, sprinkle } from '../../kit/growths.ts'
import { boat, lake, pier } from '../../kit/water.ts'
import type { Path, Place2, Site } from '../../land.ts'
import { yawTo } from '../../spot.ts'
import type { Layout } from '../../world.ts'
import { buildersOf, church, cottage, homeOn, type Lot } from './buildings.ts'
import { farGround, groundOf, hills, ridges, strew } from './site.ts'

/** Where things lie, for one hand. */
type Plan = {
  readonly square: Place2
  readonly church: Place2
  readonly lake: Place2
  readonly radius: number
  /** The way from where one arrives to the square, and from there to the church. */
  readonly there: readonly Place2[]
  readonly onward: readonly Place2[]
  /** Each cottage with the place its door looks to, where its path begins. */
  readonly lots: readonly Lot[]
}

const PLANS: readonly Plan[] = [
  // the lake beside the square, the church at the back
  {
    square: [-1, 3],
    church: [-5, -19],
    lake: [19, -1],
    radius: 12,
    there: [[0, 12]],
    onward: [[-2, -6]],
    lots: [
      { at: [-12, 10], from: [-3, 9] },
      { at: [-14, -4], from: [-3, -1] },
      { at: [9, 16], from: [0.5, 14] },
      { at: [10, -18], from: [-1, -9] },
      { at: [-16, -17], from: [-6, -11] },
    ],
  },
  // the lake ahead, the church on its far shore
  {
    square: [-2, 11],
    church: [-3, -24],
    lake: [3, -7],
    radius: 11.5,
    there: [[-1, 18]],
    onward: [
      [-13, 5],
      [-15, -8],
      [-9, -17],
    ],
    lots: [
      { at: [10, 16], from: [-1, 16] },
      { at: [-12, 17], from: [-2, 15] },
      { at: [-23, -1], from: [-14.5, -4] },
      { at: [-20, -18], from: [-10, -15.5] },
      { at: [20, 5], from: [0, 10] },
    ],
  },
  // the church near on the shore of a bay, cottages along the way back
  {
    square: [4, -5],
    church: [14, 3],
    lake: [-14, -13],
    radius: 13,
    there: [
      [-1, 13],
      [2, 3],
    ],
    onward: [[8, -3]],
    lots: [
      { at: [-11, 14], from: [-1, 13] },
      { at: [-12, 4.5], from: [1, 5] },
      { at: [13, 17], from: [1, 15] },
      { at: [14, -13], from: [5, -6] },
      { at: [5, -18], from: [4, -7] },
    ],
  },
]

/** Cottages and a church by a lake with its pier. */
export const lakeside: Layout = (sketch) => {
  const random = sketch.streams('plan')
  const side = random.chance(0.5) ? 1 : -1
  const plan = sketch.streams('ground plan').pick(PLANS)
  const at = mirrored(side)
  const [square, temple, lakeAt] = [at(plan.square), at(plan.church), at(plan.lake)]
  const water = { x: lakeAt[0], z: lakeAt[1] + random.range(-1, 1), radius: plan.radius }
  const ashore = towards([water.x, water.z], square)
  const fromLake = outwards(water, square)
  const start = water.radius * 0.81
  const landing = fromLake(start + 0.7)
  const height = (x: number, z: number) => {
    const d = distance(water.x, water.z, x, z) + (sketch.noise(x * 0.13, z * 0.13) - 0.5) * 5
    return mix(-2.2, hills(sketch, x, z), smooth(water.radius * 0.5, water.radius + 3, d))
  }
  const churchFrom = at(plan.onward.at(-1)!)
  const churchYaw = yawTo(churchFrom[0] - temple[0], churchFrom[1] - temple[1])
  const homes = plan.lots.slice(0, sketch.density === 'sparse' ? 3 : 5).map((lot) => homeOn(lot, at, random))
  const sites: Site[] = [
    { x: square[0], z: square[1], radius: 6, y: 0.3, fall: 5 },
    { x: temple[0], z: temple[1], radius: 8, y: 1.4, fall: 6 },
    { x: landing[0], z: landing[1], radius: 1.8, y: -0.3, fall: 3 },
    ...homes.map(({ x, z }) => ({ x, z, radius: 5.4, y: 0.6, fall: 4 })),
  ]
  const paths: Path[] = [
    { points: [[0, 32], [random.range(-1, 1), 24], ...plan.there.map(at), square], width: 2.4 },
    { points: [square, ...plan.onward.map(at), [temple[0] + sin(churchYaw) * 6, temple[1] + cos(churchYaw) * 6]], width: 2 },
    { points: [square, fromLake(water.radius * 0.72)], width: 1.8 },
    ...homes.map(({ x, z, from, yaw }) => ({ points: [from, [x + sin(yaw) * 3.6, z + cos(yaw) * 3.6] as const], width: 1.5 })),
  ]
  return {
    height,
    sites,
    paths,
    waterLevel: -0.75,
    ground: groundOf(sketch, -0.75, { x: square[0], z: square[1], radius: 4.6 }),
    farGround: farGround(sketch),
    farTree: farLeafy(rgb('#5f9a48'), rgb('#24502c')),
    ridges,
    spawn: [0, 25.5],
    // between the church and the water, so that both are seen
    landmark: [mix(temple[0], water.x, 0.4), 5, mix(temple[1], water.z, 0.4)],
    build(world) {
      const build = world.streams('build')
      const builders = buildersOf(world)
      world.kept.push({ x: square[0], z: square[1], radius: 5 })
      church(world, temple[0], temple[1], churchYaw, builders.roofs[1]!)
      for (const [i, { x, z, yaw }] of homes.entries()) cottage(world, x, z, yaw, i, builders, build)
      well(world, ...square)
      bench(world, square[0] - 3.6, square[1] + 2, 2.2)
      bench(world, square[0] + 3.6, square[1] - 2.2, -0.9)
      world.points.push({ name: 'well', x: square[0] + 2.4, z: square[1] + 1.2 })
      for (const [x, z] of [
        [2.2, 21],
        [square[0] + 3.2, square[1] + 3.4],
        fromLake(start + 0.8, 1.7),
        [temple[0] + sin(churchYaw) * 7.4 + cos(churchYaw) * 2.2, temple[1] + cos(churchYaw) * 7.4 - sin(churchYaw) * 2.2],
      ] as const)
        lamp(world, x, z)
      lake(world, water.x, water.z, water.radius * 1.7, rgb('#6fc0c7'), rgb('#1f6585'))
      pier(world, fromLake(start), fromLake(start - 6.4), 1.9, -0.3)
      const [ex, ez] = fromLake(start - 5.6)
      world.points.push({ name: 'end of the pier', x: ex, z: ez })
      boat(world, ...fromLake(start - 6, 2.4), yawTo(...ashore) + 0.4)
      boat(world, ...fromLake(start - 2.2, -2), yawTo(...ashore) - 0.3, rgb('#3f6f8a'))
      for (const edge of [-1, 1])
        fence(world, [
          [edge * 2.2, 30],
          [edge * 2.4, 26],
          [edge * 3, 22.5],
        ])
      signpost(world, -2.2, 20)
    },
    dress(world) {
      strew(world, 20)
      sprinkle(world, 'reed', reeds, 40, (x, z) => Math.abs(distance(water.x, water.z, x, z) - water.radius - 1.4) < 1.7)
    },
  }
}
