import { mix, PI, smooth } from '../../../math/dmath.ts'
import { box } from '../../../model/shapes/box.ts'
import { blend as between, type Rgb, times } from '../../../scene/vector.ts'
import { rgb } from '../../../solid/palette.ts'
import { mirrored, round } from '../../geometry.ts'
import { barrel, bench, brazier, campfire, crate } from '../../kit/furniture.ts'
import { lake } from '../../kit/water.ts'
import type { Place2 } from '../../land.ts'
import { cart, marketStall, tent } from '../../props/camp.ts'
import { spotAt, yawTo } from '../../spot.ts'
import { blend } from '../../texel.ts'
import type { Layout, World } from '../../world.ts'
import { CARVED, dunes, FAR_A, FAR_B, LEVEL, palmsRound, ridges, SAND, SLAB_B, sand, strew, withPool } from './site.ts'

/** A pyramid with a lit door, too steep to climb. */
function pyramid(world: World, x: number, z: number, width: number, colour: Rgb): void {
  const spot = spotAt(world, x, z, 0, 0)
  const { solid } = world
  const rows = 12
  solid.paint(colour, { vary: 0.07 })
  for (let i = 0; i < rows; i++) {
    const w = width * (1 - i / rows)
    box(solid, [0, (i * width * 0.58) / rows - (i === 0 ? 1 : 0), 0], [w, (width * 0.58) / rows + (i === 0 ? 1 : 0), w], { cell: 3.5 })
  }
  spot.block([0, -1, 0], [width, width * 0.5, width])
  spot.keep(width * 0.62)
}

/** Where things lie when the camp is on the left. */
type Plan = {
  readonly pool: Place2
  readonly radius: number
  /** Where the way to the water ends. */
  readonly shore: Place2
  readonly camp: Place2
  readonly bazaar: Place2
  /** The great pyramid, which has a door, and the one behind. */
  readonly great: Place2
  readonly small: Place2
  readonly cart: Place2
  /** How far from the pool towards the great pyramid one looks first, 0..1. */
  readonly aim: number
  /** Ways from where one arrives to the shore; then to the camp, the bazaar and the door. */
  readonly there: readonly Place2[]
  readonly ways: readonly (readonly Place2[])[]
}

const PLANS: readonly Plan[] = [
  // the pool in front, the pyramids behind it
  {
    pool: [2, -3],
    radius: 8.5,
    shore: [-1, 8.5],
    camp: [-15, 9],
    bazaar: [16, 11],
    great: [19, -22],
    small: [-6, -29],
    cart: [11, 16.5],
    aim: 0.85,
    there: [[0, 14]],
    ways: [
      [
        [0, 17],
        [-7, 13],
        [-13, 10],
      ],
      [
        [0, 17],
        [8, 13],
        [15, 12],
      ],
      [
        [15, 10],
        [17, -2],
        [18, -12],
      ],
    ],
  },
  // a straight avenue to the great pyramid, the pool beside it
  {
    pool: [17, 0],
    radius: 8,
    shore: [6.6, 2],
    camp: [-17, -4],
    bazaar: [-13, 13],
    great: [0, -23],
    small: [-22, -26],
    cart: [5, 14],
    aim: 0.5,
    there: [
      [0, 12],
      [3, 5],
    ],
    ways: [
      [
        [0, 8],
        [-6, 1],
        [-15, -3],
      ],
      [
        [0, 19],
        [-6, 15],
        [-12, 13.6],
      ],
      [
        [0, 14],
        [0, 0],
        [0, -13],
      ],
    ],
  },
  // the great pyramid near at hand, the pool far behind
  {
    pool: [-9, -16],
    radius: 10,
    shore: [-6, -4],
    camp: [-18, 9],
    bazaar: [2, 6],
    great: [20, -5],
    small: [10, -30],
    cart: [-5, 15],
    aim: 0.65,
    there: [
      [-2, 13],
      [-5, 4],
    ],
    ways: [
      [
        [-2, 14],
        [-9, 12],
        [-16, 10],
      ],
      [
        [-2, 13],
        [1, 7],
      ],
      [
        [0, 20],
        [9, 14],
        [19, 6],
      ],
    ],
  },
]

export const oasis: Layout = (sketch) => {
  const random = sketch.streams('plan')
  const side = random.chance(0.5) ? 1 : -1
  const plan = sketch.streams('ground plan').pick(PLANS)
  const at = mirrored(side)
  const [[px, pz], [shoreX, shoreZ], [bx, bz], [gx, gz]] = [at(plan.pool), at(plan.shore), at(plan.bazaar), at(plan.great)]
  const pool = { x: px, z: pz, radius: plan.radius }
  const cloths = ['#c2463a', '#d9a25f', '#3f7f9a', '#8a4fa3', '#e0c190'].map(rgb)
  const camp = { x: side * plan.camp[0], z: plan.camp[1] }
  return {
    height: (x, z) => withPool(sketch, pool, dunes(sketch, x, z), x, z),
    sites: [
      { x: camp.x, z: camp.z, radius: 7.5, y: 0.3, fall: 6 },
      { x: bx, z: bz, radius: 6, y: 0.4, fall: 6 },
      { x: gx, z: gz + 1, radius: 10, y: 0.6, fall: 6 },
    ],
    paths: [
      {
        points: [[0, 34], [random.range(-2, 2), 24], ...plan.there.map(at), [shoreX, shoreZ]],
        width: 2.4,
      },
      ...plan.ways.map((points) => ({ points: points.map(at), width: 1.8 })),
    ],
    waterLevel: LEVEL,
    ground(texel, x, z, h, steepness, land) {
      sand(sketch, texel, x, z, h, steepness, pool)
      const p = land.pathAt(x, z)
      if (p < 1) blend(texel, SLAB_B, smooth(0.9, -0.4, p + (sketch.noise(x * 1.4, z * 1.4) - 0.5)) * 0.45)
    },
    farGround: (x, z) => between(FAR_A, FAR_B, sketch.noise(x * 0.05, z * 0.05)),
    ridges,
    spawn: [0, 27],
    // between the water and the pyramid, so that both are seen
    landmark: [mix(px, gx, plan.aim), 6, mix(pz, gz, plan.aim) + 3],
    build(world) {
      lake(world, pool.x, pool.z, pool.radius * 1.6, rgb('#5fc8b0'), rgb('#1a6a7a'))
      pyramid(world, gx, gz, 17, CARVED)
      pyramid(world, ...at(plan.small), 10, rgb('#cfae7c'))
      const gate = spotAt(world, gx, gz + 8.8)
      world.solid.paint(SAND)
      for (const s of [-1.2, 1.2]) box(world.solid, [s, -0.3, 0], [0.7, 3.1, 1.4])
      box(world.solid, [0, 2.6, 0], [3.4, 0.7, 1.5])
      world.solid.paint([0.05, 0.08, 0.1], { glow: times([0.9, 0.5, 0.15], world.lit ? 1.4 : 0.5) })
      world.solid.quad([-0.85, 0, 0.1], [0.85, 0, 0.1], [0.85, 2.6, 0.1], [-0.85, 2.6, 0.1], 2, 2)
      gate.light([0, 1.5, 1.6], [2.6, 1.4, 0.5], 8, { shaded: false })
      gate.block([0, 0, 0], [3, 3, 1])
      gate.point('door of the pyramid', 0, 1.6)
      for (const s of [-1, 1]) brazier(world, gx + s * 2.6, gz + 10.2)
      campfire(world, camp.x, camp.z)
      world.points.push({ name: 'camp', x: camp.x + side * 2.4, z: camp.z + 1 })
      round(4, 5.4, 0.5, (dx, dz, _, i) => {
        tent(world, camp.x + dx, camp.z + dz, yawTo(-dx, -dz), i === 0 ? world.accent(cloths[0]!) : cloths[i]!)
        world.kept.push({ x: camp.x + dx, z: camp.z + dz, radius: 2.4 })
      })
      world.kept.push({ x: camp.x, z: camp.z, radius: 6 })
      for (const [i, [dx, dz]] of (
        [
          [-3, -2.5],
          [2.6, -2.8],
          [3.4, 2.6],
        ] as const
      ).entries()) {
        marketStall(world, bx + dx, bz + dz, yawTo(-dx, -dz), cloths[(i + 2) % 5]!)
        world.kept.push({ x: bx + dx, z: bz + dz, radius: 2 })
      }
      world.points.push({ name: 'bazaar', x: bx - side * 0.8, z: bz + 0.6 })
      world.kept.push({ x: bx, z: bz, radius: 4 })
      cart(world, ...at(plan.cart), 1.1)
      barrel(world, camp.x + 1.5, camp.z - 3.5)
      crate(world, camp.x - 1.6, camp.z + 3.6)
      palmsRound(world, pool, 15)
      bench(world, shoreX - side * 2, shoreZ - 0.3, PI, SAND)
      world.points.push({ name: 'pool', x: shoreX, z: shoreZ - 1.1 })
    },
    dress: (world) => strew(world, 14),
  }
}
