import { cos, mix, PI, sin, smooth, TAU } from '../../../math/dmath.ts'
import { blend as between } from '../../../scene/vector.ts'
import { rgb } from '../../../solid/palette.ts'
import { distance, mirrored, round } from '../../geometry.ts'
import { bench, lamp } from '../../kit/furniture.ts'
import { cobble, meadow, slabs } from '../../kit/ground.ts'
import { greens } from '../../kit/growths.ts'
import { broadleaf, rock } from '../../kit/plants.ts'
import { sea } from '../../kit/water.ts'
import type { Place2 } from '../../land.ts'
import { fountain, gazebo } from '../../props/landmarks.ts'
import { scatter } from '../../scatter.ts'
import { yawTo } from '../../spot.ts'
import { blend } from '../../texel.ts'
import type { Layout, World } from '../../world.ts'
import { keep, longRuin, sideRuin } from './old-castle.ts'
import { hedge, maze, rim, roses } from './parterre.ts'
import { common, downs, MASONRY, MEADOW } from './site.ts'

const LAWN = { a: rgb('#6fa04a'), b: rgb('#5f9444'), dry: rgb('#86ac55'), rock: MEADOW.rock }

const [WALK_A, WALK_B, POOL] = [rgb('#d0c4a8'), rgb('#b0a48a'), rgb('#3f8f98')]

/** Where things lie, for one hand. */
type Plan = {
  readonly fountain: Place2
  readonly gazebo: Place2
  readonly maze: Place2
  /** The middle of the old hall's wall. */
  readonly ruin: Place2
  /** What is left of the castle there. */
  readonly build: (world: World, x: number, z: number, side: number) => void
  /** A height the castle stands on, a round hill. */
  readonly hill: number
  /** What one sees first, and its height. */
  readonly sight: Place2
  readonly tall: number
  /** Long basin between the lawns: its middle and half its sides. */
  readonly basin?: { readonly x: number; readonly z: number; readonly w: number; readonly d: number }
  readonly beds: readonly (readonly [x: number, z: number, width: number, depth: number])[]
  readonly hedges: readonly (readonly [Place2, Place2])[]
  readonly lamps: readonly Place2[]
  /** Ways, the broad ones first; the first begins where one arrives. */
  readonly ways: readonly (readonly Place2[])[]
}

const PLANS: readonly Plan[] = [
  // a cross of walks round the fountain, the ruin across the end
  {
    fountain: [0, 0],
    gazebo: [19.6, 0],
    maze: [-17.5, -1],
    ruin: [0, -20],
    build: longRuin,
    hill: 0,
    sight: [0, -24],
    tall: 8,
    beds: [
      [6.4, 10.6, 6, 2.6],
      [-6.4, 10.6, 6, 2.6],
      [6.4, -10.6, 6, 2.6],
      [-6.4, -10.6, 6, 2.6],
      [10.4, 5, 3.4, 3.4],
      [-10.4, 5, 3.4, 3.4],
      [10.4, -5, 3.4, 3.4],
      [-10.4, -5, 3.4, 3.4],
    ],
    hedges: [
      [
        [-14, 16.6],
        [-3, 16.6],
      ],
      [
        [3, 16.6],
        [14, 16.6],
      ],
    ],
    lamps: [
      [2.2, 20],
      [-2.2, 14],
      [2.2, -12],
      [-2.2, -16],
      [-6.4, -1.9],
      [6.4, 1.9],
    ],
    ways: [
      [
        [0, 20],
        [0, 6],
      ],
      [
        [0, -6],
        [0, -18],
      ],
      [
        [-17, 0],
        [-6, 0],
      ],
      [
        [6, 0],
        [17, 0],
      ],
    ],
  },
  // a long basin between two walks, a keep on its hill at the end
  {
    fountain: [0, 14],
    gazebo: [-17, -2],
    maze: [18, 3],
    ruin: [3, -22],
    build: keep,
    hill: 4.2,
    sight: [3, -22],
    tall: 12,
    basin: { x: 0, z: -2, w: 3.6, d: 8.5 },
    beds: [
      [7.8, -6, 2.4, 6],
      [-7.8, -6, 2.4, 6],
      [7.8, 4, 2.4, 6],
      [-7.8, 4, 2.4, 6],
    ],
    hedges: [
      [
        [-24, 14],
        [-9, 14],
      ],
      [
        [9, 14],
        [24, 14],
      ],
      [
        [-24, -13],
        [-24, 14],
      ],
    ],
    lamps: [
      [2.2, 21],
      [-2.2, 19],
      [6.6, 9],
      [-6.6, 9],
      [6.6, -10],
      [-6.6, -10],
    ],
    ways: [
      [
        [0, 24],
        [0, 18],
      ],
      [
        [4, 15],
        [5.4, 10],
        [5.4, -10],
        [3.4, -14],
        [3, -18],
      ],
      [
        [-4, 15],
        [-5.4, 10],
        [-5.4, -10],
        [-1, -13],
        [3, -14],
      ],
      [
        [-5.6, -2],
        [-13.6, -2],
      ],
      [
        [5.6, 3],
        [11.4, 3],
      ],
    ],
  },
  // rings of beds and walks round the gazebo, the castle's wall along one side
  {
    fountain: [13, 9],
    gazebo: [2, -6],
    maze: [10, -21],
    ruin: [-19, -8],
    build: sideRuin,
    hill: 0,
    sight: [-3, -7],
    tall: 7,
    beds: [0.15, 0.85, 1.95, 2.65, 3.5, 4.25, 5.2, 5.9].map((a) => [2 + cos(a) * 10.2, -6 + sin(a) * 10.2, 3.6, 3.6] as const),
    hedges: Array.from({ length: 14 }, (_, i) => {
      const at = (k: number): Place2 => [2 + cos((TAU * k) / 20 - PI / 4 + 0.08) * 15.4, -6 + sin((TAU * k) / 20 - PI / 4 + 0.08) * 15.4]
      return [at(i + 0.06), at(i + 0.94)] as const
    }).filter((_, i) => i !== 4 && i !== 7 && i !== 11),
    lamps: [
      [2.2, 21],
      [-2, 14],
      [4.6, 0.4],
      [-0.6, -0.6],
      [8, 6],
      [-12, -3],
    ],
    ways: [
      [
        [0, 19],
        [2, 11],
        [2, -1],
      ],
      [
        [-2, -6],
        [-9, -7],
        [-17, -8],
      ],
      Array.from({ length: 13 }, (_, i): Place2 => [2 + cos((TAU * i) / 12) * 6.6, -6 + sin((TAU * i) / 12) * 6.6]),
      [
        [2, 14],
        [8, 12],
        [11, 10],
      ],
    ],
  },
]

export const garden: Layout = (sketch) => {
  const random = sketch.streams('plan')
  const side = random.chance(0.5) ? 1 : -1
  const plan = sketch.streams('ground plan').pick(PLANS)
  const at = mirrored(side)
  const rose = sketch.accent(rgb(random.pick(['#d83a4a', '#e87a9a', '#e8a03a'])))
  const [[fx, fz], [gx, gz], [mx, mz], [rx, rz], [sx, sz]] = [plan.fountain, plan.gazebo, plan.maze, plan.ruin, plan.sight].map(at) as [
    Place2,
    Place2,
    Place2,
    Place2,
    Place2,
  ]
  /** Metres from the rim of the basin, negative in it. */
  const basin = (x: number, z: number) =>
    plan.basin ? Math.max(Math.abs(x - side * plan.basin.x) - plan.basin.w, Math.abs(z - plan.basin.z) - plan.basin.d) : 99
  return {
    ...common(sketch),
    height: (x, z) => {
      const yard = Math.max(Math.abs(x) - 24, -27 - z, z - 18)
      const natural = downs(sketch, x, z)
      const flat = (plan.basin ? Math.max(natural, 0.1) : natural) * smooth(0, 7, yard) + 0.3 * smooth(7, 0, yard)
      return mix(flat, -0.9, smooth(0.5, -0.2, basin(x, z))) + plan.hill * smooth(13, 5, distance(rx, rz, x, z))
    },
    paths: plan.ways.map((points, i) => ({
      points: i === 0 ? [[0, 34] as const, ...points.map(at)] : points.map(at),
      width: i < 2 ? 2.6 : 2.2,
    })),
    ...(plan.basin && { waterLevel: -0.1 }),
    ground(texel, x, z, h, steepness, land) {
      meadow(sketch, texel, x, z, h < 0 ? 0 : steepness, LAWN)
      const p = land.pathAt(x, z)
      if (p < 0.6) slabs(sketch, texel, x, z, p, WALK_A, WALK_B, 0.8, 0.02)
      const d = distance(fx, fz, x, z)
      if (d < 7) cobble(sketch, texel, x, z, d - (plan.basin ? 4.6 : 6.2), WALK_A, WALK_B, 0.6)
      if (basin(x, z) < 1.2) slabs(sketch, texel, x, z, -1, WALK_A, WALK_B, 0.8, 0.02)
      if (basin(x, z) < 0.4) blend(texel, POOL, smooth(0.1, -0.4, h))
    },
    spawn: [0, 25],
    landmark: [sx, plan.tall, sz],
    build(world) {
      fountain(world, fx, fz, 0)
      world.kept.push({ x: fx, z: fz, radius: plan.basin ? 5 : 6.4 })
      world.points.push({ name: 'fountain', x: fx, z: fz + 3.4 })
      round(4, plan.basin ? 4.1 : 4.9, PI / 4, (x, z) => bench(world, fx + x, fz + z, yawTo(-x, -z), rgb('#cfc8ba')))
      gazebo(world, gx, gz, gz < -4 ? 0 : yawTo(-gx, 0))
      world.kept.push({ x: gx, z: gz, radius: 5 })
      world.points.push({ name: 'gazebo', x: gx + (gz < -4 ? 0 : gx > 0 ? -2.6 : 2.6), z: gz + (gz < -4 ? 2.6 : 0) })
      for (const [i, [x, z, width, depth]] of plan.beds.entries())
        roses(world, side * x, z, width, depth, width === depth && i % 2 === 0 ? rgb('#b88fd8') : rose)
      if (plan.basin) {
        const { x, z, w, d } = plan.basin
        sea(world, [side * x - w, z - d, side * x + w, z + d], rgb('#7fc8c4'), rgb('#2f7f95'))
        rim(world, side * x, z, w + 0.35, d + 0.35)
      }
      maze(world, mx, mz, mx > 0 ? -1 : 1)
      plan.build(world, rx, rz, side)
      for (const place of plan.lamps) lamp(world, ...at(place), { pole: rgb('#3f4a44') })
      for (const [from, to] of plan.hedges) hedge(world, at(from), at(to), 1.2)
    },
    dress(world) {
      const outside = (x: number, z: number) =>
        Math.max(Math.abs(x) - 24, z - 17, -28 - z) > 0.5 || (plan.hill === 0 && Math.abs(x) > 14 && z > 7 && z < 15)
      scatter(world, { name: 'trees', count: 24, radius: 2.1, where: outside }, (x, z, r) =>
        broadleaf(world, x, z, r.range(0.9, 1.5), between(rgb('#7aa84a'), rgb('#3a7040'), r.next()), r, 2),
      )
      scatter(world, { name: 'blossoms', count: 8, radius: 2, where: (x, z) => Math.abs(x) < 22 && z < -6 && z > -18 }, (x, z, r) =>
        broadleaf(world, x, z, r.range(0.8, 1), rgb('#e9a8c0'), r, 4),
      )
      scatter(world, { name: 'rocks', count: 12, radius: 0.7, where: (x, z) => distance(rx, rz, x, z) < 18 && z < 4 }, (x, z, r) =>
        rock(world, x, z, r.range(0.4, 1.2), r, MASONRY, rgb('#6f8f4a')),
      )
      greens(world, { grass: 110, flowers: 70 })
    },
  }
}
