import { cos, mix, PI, sin, smooth } from '../../../math/dmath.ts'
import { rgb } from '../../../solid/palette.ts'
import { distance, mirrored, round, towards } from '../../geometry.ts'
import { bridge } from '../../kit/bridge.ts'
import { farLeafy } from '../../kit/far-trees.ts'
import { bench, lamp, signpost } from '../../kit/furniture.ts'
import { mushroom, mushroomHouse } from '../../kit/mushroom.ts'
import { sea } from '../../kit/water.ts'
import type { Path, Place2, Site } from '../../land.ts'
import { greatTree } from '../../props/nature.ts'
import { yawTo } from '../../spot.ts'
import type { Layout, World } from '../../world.ts'
import { farGround, groundOf, HALF, hills, ridges } from '../village/site.ts'
import { CAPS, strew } from './site.ts'

type Rectangle = readonly [x0: number, z0: number, x1: number, z1: number]

/** Where things lie, for one hand. */
type Plan = {
  readonly tree: Place2
  readonly size: number
  /** Height of the ground below the tree. */
  readonly rise: number
  /** How far a place is from the middle of the water. */
  readonly water: (x: number, z: number) => number
  /** What the sheet of water covers. */
  readonly sheet: Rectangle
  readonly bridges: readonly (readonly [Place2, Place2])[]
  /** Houses, each with the place its front looks at. */
  readonly houses: readonly (readonly [Place2, Place2])[]
  /** Ways from where one arrives to the tree, up to the water and on from it. */
  readonly ways: readonly (readonly Place2[])[]
  readonly table: Place2
}

const PLANS: readonly ((turn: number, count: number) => Plan)[] = [
  // the brook across in front of the tree, houses in a fan behind
  (turn, count) => {
    const crossing = 9.5 + sin(turn * 4) * 2.4
    return {
      tree: [0, -6],
      size: 1.25,
      rise: 0.7,
      water: (x, z) => Math.abs(z - 9.5 - sin(x * 0.12 + turn * 4) * 2.4),
      sheet: [-HALF, -1, HALF, 20],
      bridges: [
        [
          [0, crossing + 4.2],
          [0, crossing - 4.2],
        ],
      ],
      houses: Array.from({ length: count }, (_, i) => {
        const a = PI * (-0.06 + (1.12 * i) / (count - 1)) + turn
        const r = 15.5 + (i % 2) * 4
        const [x, z] = [cos(a) * r, -6 - sin(a) * r * 0.9]
        return [
          [x, z],
          [x * 0.3, -6 + (z + 6) * 0.3],
        ]
      }),
      ways: [
        [[0, crossing + 5]],
        [
          [0, crossing - 4.5],
          [0, 1],
        ],
      ],
      table: [11, 17],
    }
  },
  // the tree on an isle, houses round the ring of water
  (turn, count) => {
    const [x, z] = [-7, -7]
    const out = (a: number, r: number): Place2 => [x + cos(a) * r, z + sin(a) * r]
    const span = (a: number) => [out(a, 17), out(a, 8)] as const
    return {
      tree: [x, z],
      size: 1.05,
      rise: 0.9,
      water: (px, pz) => Math.abs(distance(px, pz, x, z) - 12.6),
      sheet: [x - 19, z - 19, x + 19, z + 19],
      bridges: [span(0.85), span(-0.55)],
      houses: [0.22, -0.14, -0.95, -1.4, -1.95, 2.3, 2.75]
        .slice(0, count)
        .map((a) => [out(a + turn * 0.3, 22), out(a + turn * 0.3, 18)] as const),
      ways: [
        [out(0.85, 18.5)],
        [out(0.85, 8), out(0.85, 4)],
        [2.5, 1.9, 1.4, 0.85, 0.35, -0.1, -0.55, -1, -1.5, -1.95].map((a) => out(a, 18)),
      ],
      table: [-14, 19],
    }
  },
  // a lane between houses up to the tree on its hill, the brook along it with a house beyond
  (turn, count) => {
    const middle = (z: number) => -13 + sin(z * 0.11 + turn * 4) * 1.8
    const bridge = (z: number) =>
      [
        [middle(z) + 4.6, z],
        [middle(z) - 4.6, z],
      ] as const
    const lots: Plan['houses'] = [
      [
        [8, 13],
        [0.5, 12],
      ],
      [
        [-23, 9],
        [middle(8) - 6, 8],
      ],
      [
        [11, 1],
        [0, 2],
      ],
      [
        [-23, -11],
        [middle(-11) - 6, -11],
      ],
      [
        [-4, -18],
        [0, -9],
      ],
      [
        [20, 9],
        [9, 7],
      ],
      [
        [22, -9],
        [11, -8],
      ],
    ]
    return {
      tree: [8, -19],
      size: 1.4,
      rise: 3.2,
      water: (x, z) => Math.abs(x - middle(z)),
      sheet: [-21, -HALF, -5, HALF],
      bridges: [bridge(8), bridge(-11)],
      houses: lots.slice(0, count),
      ways: [
        [
          [-1, 12],
          [-2, 2],
          [0, -8],
          [6, -14],
        ],
        [[-1, 10], bridge(8)[0]],
        [[-1, -5], bridge(-11)[0]],
        [
          [-1, 7],
          [9, 7],
        ],
        [
          [0, -6],
          [11, -8],
        ],
      ],
      table: [6, 21],
    }
  },
]

export const grove: Layout = (sketch) => {
  const random = sketch.streams('plan')
  const side = random.chance(0.5) ? 1 : -1
  const turn = random.range(-0.2, 0.2)
  const at = mirrored(side)
  const plan = sketch.streams('ground plan').pick(PLANS)(turn, sketch.density === 'sparse' ? 5 : 7)
  const [tx, tz] = at(plan.tree)
  const height = (x: number, z: number) =>
    mix(-1.5, hills(sketch, x, z), smooth(1.3, 4.2, plan.water(side * x, z) + (sketch.noise(x * 0.5, z * 0.5) - 0.5) * 0.8))
  const bridges = plan.bridges.map(([from, to]) => [at(from), at(to)] as const)
  const houses = plan.houses.map(([house, front]) => [at(house), at(front)] as const)
  /** Level ground before both ends of a bridge. */
  const banks = bridges.flatMap(([from, to]) => {
    const [ux, uz] = towards(from, to)
    return [[from[0] - ux * 0.8, from[1] - uz * 0.8] as const, [to[0] + ux * 0.8, to[1] + uz * 0.8] as const]
  })
  const sites: Site[] = [
    { x: tx, z: tz, radius: plan.rise > 2 ? 7.5 : 9, y: plan.rise, fall: plan.rise > 2 ? 10 : 5 },
    ...banks.map(([x, z]) => ({ x, z, radius: 2.6, y: 0.2, fall: 3 })),
    ...houses.map(([[x, z]]) => ({ x, z, radius: 3.2, y: Math.max(0.5, height(x, z) * 0.6), fall: 4 })),
  ]
  const paths: Path[] = [
    ...plan.ways.map((way, i) => ({
      points: i === 0 ? [[0, 32] as const, [random.range(-2, 2), 22] as const, ...way.map(at)] : way.map(at),
      width: i < 2 ? 2.2 : 1.4,
    })),
    ...houses.map(([[x, z], [fx, fz]]) => ({
      points: [
        [mix(x, fx, 0.24), mix(z, fz, 0.24)],
        [mix(x, fx, 0.6), mix(z, fz, 0.6)],
        [fx, fz],
      ] as Place2[],
      width: 1.4,
    })),
  ]
  return {
    height,
    sites,
    paths,
    waterLevel: -0.5,
    ground: groundOf(sketch, -0.5, { x: tx, z: tz, radius: 7.4 }),
    farGround: farGround(sketch),
    farTree: farLeafy(rgb('#5f9a48'), rgb('#24502c')),
    ridges,
    spawn: [0, 25],
    landmark: [tx, 6 + plan.rise, tz],
    build(world) {
      const build = world.streams('build')
      greatTree(world, tx, tz, plan.size, world.accent(rgb('#6fae4a')))
      world.kept.push({ x: tx, z: tz, radius: 7.5 })
      world.points.push({ name: 'great tree', x: tx, z: tz + 3.4 })
      round(6, 5.2, 0.5, (x, z) => bench(world, tx + x, tz + z, yawTo(-x, -z)))
      round(5, 7.4, 0.94, (x, z) => lamp(world, tx + x, tz + z))
      for (const [i, [[x, z], [fx, fz]]] of houses.entries())
        mushroomHouse(world, x, z, yawTo(fx - x, fz - z), build.range(0.85, 1.1), CAPS[(i + 2) % CAPS.length]!, build)
      for (const [[fx, fz], [ex, ez]] of bridges) {
        bridge(world, [fx, fz], [ex, ez], 2.2, 0.35)
        world.kept.push({ x: (fx + ex) / 2, z: (fz + ez) / 2, radius: 5 })
      }
      const [x0, z0, x1, z1] = plan.sheet
      sea(world, [Math.min(side * x0, side * x1), z0, Math.max(side * x0, side * x1), z1], rgb('#7fd0c4'), rgb('#2f7f95'))
      for (const [x, z] of banks.slice(0, 2)) lamp(world, x + 1.9, z + 0.4)
      signpost(world, side * 2.2, 19)
      greatStumps(world, at(plan.table))
    },
    dress: (world) => strew(world, 19),
  }
}

/** Toadstools to sit on round a table stump. */
function greatStumps(world: World, [x, z]: Place2): void {
  const spot = mushroom(world, x, z, 0.55, 1, rgb('#d9a15f'), { stem: 0.5, spots: 0 })
  spot.keep(2.6)
  round(5, 1.7, 0.3, (dx, dz) => {
    mushroom(world, x + dx, z + dz, 0.3, 0.45, CAPS[3]!, { stem: 0.2, sides: 8, spots: 0 })
    spot.seat(dx, 0.5, dz, yawTo(-dx, -dz))
  })
  world.points.push({ name: 'toadstool table', x: x + 3, z })
}
