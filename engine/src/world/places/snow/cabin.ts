import { distance, mirrored, towards } from '../../geometry.ts'
import { bench, campfire, fence, lamp } from '../../kit/furniture.ts'
import { house, livingRoom } from '../../kit/house.ts'
import type { Place2 } from '../../land.ts'
import { nature } from '../../props/nature.ts'
import type { Layout } from '../../world.ts'
import { common, LOGS, logPile, SNOW, snowfield, strew } from './site.ts'

/** Where things lie when the lake is on the right. */
type Plan = {
  readonly home: Place2
  /** Height of the cabin's ground, and how far its slope reaches. */
  readonly rise: number
  readonly fall: number
  readonly fire: Place2
  readonly lake: Place2
  readonly radius: number
  /** The way from where one arrives to the fire, and on to the cabin. */
  readonly there: readonly Place2[]
  readonly up: readonly Place2[]
  readonly snowman: Place2
  readonly lamp: Place2
}

const PLANS: readonly Plan[] = [
  // beside the lake
  {
    home: [-4, -9],
    rise: 0.9,
    fall: 5,
    fire: [0, 5],
    lake: [15, -4],
    radius: 9,
    there: [],
    up: [[-2.5, 0]],
    snowman: [4.6, 9.5],
    lamp: [2, 14],
  },
  // beyond the lake, round which the way leads
  {
    home: [-2, -23],
    rise: 1,
    fall: 5,
    fire: [-15, 2],
    lake: [2, -5],
    radius: 10,
    there: [[-8, 9]],
    up: [
      [-17, -8],
      [-11, -17],
      [-5, -17],
    ],
    snowman: [-2.5, 11],
    lamp: [-2, 14.5],
  },
  // on a hill above the lake
  {
    home: [11, -13],
    rise: 4,
    fall: 10,
    fire: [6, 6],
    lake: [-13, -3],
    radius: 10.5,
    there: [],
    up: [
      [3, 0],
      [4, -6],
      [10, -7],
    ],
    snowman: [-1.5, 8],
    lamp: [5, 14],
  },
]

export const cabin: Layout = (sketch) => {
  const random = sketch.streams('plan')
  const side = random.chance(0.5) ? 1 : -1
  const plan = sketch.streams('ground plan').pick(PLANS)
  const at = mirrored(side)
  const [home, fire, lake] = [at(plan.home), at(plan.fire), at(plan.lake)]
  const [[hx, hz], [fx, fz]] = [home, fire]
  const pond = { x: lake[0], z: lake[1], radius: plan.radius }
  const ashore = towards(lake, fire)
  const onLake = (share: number): Place2 => [pond.x + ashore[0] * pond.radius * share, pond.z + ashore[1] * pond.radius * share]
  return {
    ...common(sketch, pond),
    sites: [
      { x: hx, z: hz, radius: plan.rise > 2 ? 5.5 : 7, y: plan.rise, fall: plan.fall },
      { x: fx, z: fz, radius: 3.5, y: 0.3, fall: 5 },
    ],
    paths: [
      {
        points: [[0, 31], [random.range(-3, 3), 20], ...plan.there.map(at), [fx, fz + 3], ...plan.up.map(at), [hx, hz + 4.4]],
        width: 2,
      },
      {
        points: [fire, onLake(0.7)],
        width: 1.4,
      },
    ],
    ground: (texel, x, z, h, steepness, land) => snowfield(sketch, texel, x, z, h, steepness, land, pond),
    spawn: [0, 22],
    landmark: [hx, 3, hz],
    build(world) {
      house(world, hx, hz, 0, {
        width: 7.2,
        depth: 5.6,
        height: 2.9,
        wall: LOGS,
        roof: SNOW,
        style: 'logs',
        rise: 2.5,
        chimney: true,
        point: 'inside the cabin',
        furnish: livingRoom(world, 7.2, 5.6),
      })
      logPile(world, hx + side * 5.4, hz + 1.4)
      campfire(world, fx, fz)
      world.points.push({ name: 'campfire', x: fx + 1.6, z: fz + 1.4 })
      bench(world, fx + 2.3, fz - 0.8, -1.2)
      bench(world, fx - 2.3, fz - 0.4, 1.3)
      lamp(world, ...at(plan.lamp), { height: 2.4 })
      lamp(world, hx + 2.4, hz + 5.6, { height: 2.3 })
      fence(world, [
        [hx - 6.4, hz + 6],
        [hx - 7, hz],
        [hx - 6, hz - 6],
      ])
      const [sx, sz] = at(plan.snowman)
      nature.snowman.build(world, sx, sz, -side * 0.4)
      world.kept.push({ x: sx, z: sz, radius: 1.2 })
      const [lx, lz] = onLake(0.55)
      world.points.push({ name: 'frozen lake', x: lx, z: lz })
    },
    dress: (world) => strew(world, 62, (x, z) => distance(hx, hz + 6, x, z) < 9, pond),
  }
}
