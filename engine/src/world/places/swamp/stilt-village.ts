import { cos, mix, PI, saturate, sin, smooth, TAU } from '../../../math/dmath.ts'
import { blob } from '../../../model/shapes/blob.ts'
import { box } from '../../../model/shapes/box.ts'
import { lathe } from '../../../model/shapes/lathe.ts'
import { tube } from '../../../model/shapes/tube.ts'
import { blend as between, times } from '../../../scene/vector.ts'
import { rgb } from '../../../solid/palette.ts'
import { distance, mirrored } from '../../geometry.ts'
import { barrel, bench, crate } from '../../kit/furniture.ts'
import { house, livingRoom } from '../../kit/house.ts'
import { DARK_WOOD, lampGlow, WOOD } from '../../kit/tints.ts'
import { boat, pier, sea } from '../../kit/water.ts'
import type { Place2 } from '../../land.ts'
import { spotAt, yawTo } from '../../spot.ts'
import type { Layout, World } from '../../world.ts'
import { bog, common, DEEP, HALF, LEVEL, SHALLOW, stickLamp, strew } from './site.ts'

const DECK = 0.55

/** Posts under a platform, down into the mud. */
function stilts(world: World, x: number, z: number, yaw: number, width: number, depth: number): void {
  const spot = spotAt(world, x, z, yaw, DECK)
  const { solid } = world
  solid.paint(between(WOOD, DARK_WOOD, 0.4), { vary: 0.1 })
  box(solid, [0, -0.26, 0], [width, 0.24, depth], { cell: 1.2, bottom: true })
  solid.paint(DARK_WOOD)
  for (const sx of [-1, 0, 1])
    for (const sz of [-1, 1])
      tube(
        solid,
        [
          [(sx * (width - 0.5)) / 2, -3, (sz * (depth - 0.5)) / 2],
          [(sx * (width - 0.5)) / 2, -0.1, (sz * (depth - 0.5)) / 2],
        ],
        0.16,
        0.14,
        5,
      )
  spot.floor('platform', 0, 0, width, depth, -0.02)
  spot.keep(Math.sqrt(width * width + depth * depth) / 2)
}

type Home = { readonly x: number; readonly z: number; readonly yaw: number }

/** Where things lie, for one hand. */
type Plan = {
  /** The meeting deck, and its sides. */
  readonly square: Place2
  readonly size: Place2
  readonly homes: readonly Home[]
  /** Walks of planks between places; the first begins ashore. `{ home: i }` is the porch of a house. */
  readonly walks: readonly (readonly [Place2, Place2 | { readonly home: number }])[]
  /** The middle of the open water, and its reach along x and z. */
  readonly calm: Place2
  readonly reach: Place2
  /** A hall on the deck, instead of benches under the sky. */
  readonly hall: boolean
  readonly lamps: readonly Place2[]
  readonly boats: readonly (readonly [x: number, z: number, yaw: number])[]
}

/** A house that looks at a place. */
const facing = (x: number, z: number, tx: number, tz: number): Home => ({ x, z, yaw: yawTo(tx - x, tz - z) })

const RING: readonly Place2[] = [0, 1, 2, 3, 4, 5].map((i) => [cos((TAU * i) / 6 + PI / 2) * 10, -5 + sin((TAU * i) / 6 + PI / 2) * 10])

const PLANS: readonly Plan[] = [
  // one walk to a deck, houses on branches
  {
    square: [0, -6],
    size: [6.4, 6],
    homes: [facing(-12, 5, -1.2, 8), facing(11, 0, 1, -6), facing(-9, -13, -0.9, -6), facing(7, -18, 0.7, -6)],
    walks: [
      [
        [0, 18],
        [0, -3.5],
      ],
      [[0, 6], { home: 0 }],
      [[2, -5.4], { home: 1 }],
      [[-2, -7.4], { home: 2 }],
      [[1.4, -8.2], { home: 3 }],
    ],
    calm: [0, -5],
    reach: [17, 17],
    hall: false,
    lamps: [
      [1.3, 15],
      [-1.3, 9],
      [1.3, 2],
      [2.6, -3.4],
      [-2.6, -8.6],
    ],
    boats: [
      [2.2, 8, 1.6],
      [-6, -2, 0.4],
      [4.6, -7, 1.8],
    ],
  },
  // a ring of walks round open water, houses outside it, a hall at the far end
  {
    square: [0, -17],
    size: [8.4, 7.6],
    homes: [facing(-14.6, 4.6, -8, 0.6), facing(14.6, 4.6, 8, 0.6), facing(-15, -13, -8, -9), facing(15, -13, 8, -9)],
    walks: [
      [[0, 18], RING[0]!],
      ...RING.map((from, i) => [from, RING[(i + 1) % 6]!] as const),
      [RING[1]!, { home: 0 }],
      [RING[5]!, { home: 1 }],
      [RING[2]!, { home: 2 }],
      [RING[4]!, { home: 3 }],
    ],
    calm: [0, -5],
    reach: [20, 18],
    hall: true,
    lamps: [
      [1.3, 14],
      [-1.4, 6.6],
      [9.8, 0.6],
      [-9.8, 0.6],
      [9.8, -10],
      [-9.8, -10],
    ],
    boats: [
      [-3, -3, 0.5],
      [4, -7, 2.2],
      [1.8, 9.6, 1.5],
    ],
  },
  // a street of planks that zigzags down a long water, houses on alternate sides
  {
    square: [-10, -22],
    size: [6.4, 6],
    homes: [facing(-10.4, 11, -1, 11), facing(13.4, 3, 5, 3), facing(-9.6, -6, 0, -6), facing(9.4, -17, 0.6, -15)],
    walks: [
      [
        [0, 18],
        [0, 11],
      ],
      [
        [0, 11.4],
        [5.6, 3],
      ],
      [
        [5.6, 3.4],
        [-1, -6],
      ],
      [
        [-1, -5.6],
        [1, -15],
      ],
      [
        [1, -14.6],
        [-9, -20],
      ],
      [[0, 11], { home: 0 }],
      [[5, 3], { home: 1 }],
      [[-1, -6], { home: 2 }],
      [[1, -15], { home: 3 }],
    ],
    calm: [0, -4],
    reach: [16, 25],
    hall: false,
    lamps: [
      [1.3, 14],
      [1.4, 9],
      [7, 1.6],
      [0.6, -4.6],
      [2.4, -13.4],
      [-6, -20.2],
    ],
    boats: [
      [-5, 4, 1.2],
      [8.6, -6, 0.3],
      [-6.4, -14, 2],
    ],
  },
]

export const stiltVillage: Layout = (sketch) => {
  const random = sketch.streams('plan')
  const side = random.chance(0.5) ? 1 : -1
  const plan = sketch.streams('ground plan').pick(PLANS)
  const at = mirrored(side)
  const [qx, qz] = at(plan.square)
  const homes = plan.homes.map(({ x, z, yaw }) => ({
    x: side * x + random.range(-0.6, 0.6),
    z: z + random.range(-0.6, 0.6),
    yaw: side * yaw,
  }))
  /** In front of a house, on its platform. */
  const porch = (i: number): Place2 => [homes[i]!.x + sin(homes[i]!.yaw) * 2.7, homes[i]!.z + cos(homes[i]!.yaw) * 2.7]
  const walks = plan.walks.map(([from, to]): [Place2, Place2] => [at(from), 'home' in to ? porch(to.home) : at(to)])
  const [[, firstEnd]] = walks as [[Place2, Place2]]
  const [mx, mz] = at(plan.calm)
  return {
    ...common(sketch),
    height: (x, z) => {
      const calm = smooth(1.3, 0.7, distance(0, 0, (x - mx) / plan.reach[0], (z - mz) / plan.reach[1]))
      return mix(bog(sketch, x, z), Math.min(-0.9, bog(sketch, x, z) - 0.6), calm)
    },
    sites: [{ x: 0, z: 22.5, radius: 5, y: 0.35, fall: 4 }],
    paths: [
      {
        points: [
          [0, 33],
          [random.range(-1, 1), 26],
          [0, 19],
        ],
        width: 2,
      },
    ],
    spawn: [0, 25],
    landmark: plan.hall ? [qx, 5, qz + 1] : [qx * 0.4, 3, Math.min(-8, qz * 0.6)],
    build(world) {
      sea(world, [-HALF, -HALF, HALF, HALF], SHALLOW, DEEP)
      for (const t of [0.3, 0.9]) world.kept.push({ x: mix(0, firstEnd[0], t), z: mix(18, firstEnd[1], t), radius: 1.6 })
      for (const [from, to] of walks) {
        pier(world, from, to, 1.8, DECK)
        for (const t of [0.15, 0.5, 0.85]) world.kept.push({ x: mix(from[0], to[0], t), z: mix(from[1], to[1], t), radius: 2 })
      }
      spotAt(world, 0, 18.3, 0, 0).ramp('ramp', 0, 0, 1.8, 1.6, DECK, 0.35)
      stilts(world, qx, qz, 0, ...plan.size)
      const walls = [rgb('#8a6a48'), rgb('#7a5a40'), rgb('#94784f'), rgb('#6f5a44')]
      for (const [i, { x, z, yaw }] of homes.entries()) {
        stilts(world, x, z, yaw, 7.2, 7.4)
        const [hx, hz] = spotAt(world, x, z, yaw, DECK).world(0, -0.9)
        house(world, hx, hz, yaw, {
          width: 5.6,
          depth: 4.6,
          height: 2.6,
          wall: walls[i]!,
          roof: i === 0 ? world.accent(rgb('#6a7a3f')) : rgb('#7a7444'),
          style: 'planks',
          rise: 2.6,
          point: `stilt house ${i + 1}`,
          furnish: livingRoom(world, 5.6, 4.6),
          y: DECK - 0.04,
        })
      }
      for (const place of plan.lamps) stickLamp(world, ...at(place), DECK)
      if (plan.hall) meetingHall(world, qx, qz)
      else for (const k of [-1, 1]) bench(world, qx + k * 2.4, qz + 2.2, PI - k * 0.5, WOOD, DECK - 0.02)
      barrel(world, qx + side * 2.8, qz - 1.2, WOOD, DECK - 0.02)
      crate(world, qx - side * 0.5, qz - 2.5, 0.7, 0.4, DECK - 0.02)
      world.points.push({ name: 'meeting deck', x: qx, z: qz })
      for (const [i, [x, z, yaw]] of plan.boats.entries())
        boat(world, side * x, z, side * yaw, [rgb('#5a6a4a'), rgb('#7a5a3a'), rgb('#4a5a6a')][i]!, LEVEL - 0.12)
    },
    dress: (world) =>
      strew(
        world,
        (x, z) =>
          distance(qx, qz, x, z) > 6 &&
          walks.every(([[ax, az], [bx, bz]]) => toSegment(x, z, ax, az, bx, bz) > 1.8) &&
          (!plan.hall || distance(0, -5, x, z) > 11),
      ),
  }
}

/** A round roof of thatch on posts over the deck, open on all sides. */
function meetingHall(world: World, x: number, z: number): void {
  const spot = spotAt(world, x, z, 0, DECK)
  const { solid } = world
  spot.use()
  solid.paint(DARK_WOOD, { vary: 0.08 })
  for (const sx of [-1, 1])
    for (const sz of [-1, 1]) {
      box(solid, [sx * 3.4, -0.1, sz * 3], [0.34, 3.4, 0.34], { cell: 1 })
      spot.post([sx * 3.4, 0, sz * 3], 0.24, 3)
    }
  const thatch = world.accent(rgb('#8a7a44'))
  solid.paint((_, y) => between(times(thatch, 0.55), thatch, saturate((y - 3) / 4)), { vary: 0.12 })
  lathe(
    solid,
    0,
    0,
    [
      [4.4, 3],
      [5.6, 2.9],
      [4.6, 3.9],
      [2.6, 5.4],
      [1.1, 6.6],
      [0.5, 7.6],
      [0, 8.2],
    ],
    12,
    { flat: true },
  )
  solid.paint([0.25, 0.15, 0.05], { glow: lampGlow(world, [2.4, 1.5, 0.5], 0.35) })
  blob(solid, [0, 2.6, 0], [0.32, 0.4, 0.32], { rough: 0 })
  spot.light([0, 2.4, 0], [2.3, 1.35, 0.5], 9, { shaded: false })
}

/** Metres to a line between two places. */
function toSegment(x: number, z: number, ax: number, az: number, bx: number, bz: number): number {
  const [dx, dz] = [bx - ax, bz - az]
  const t = saturate(((x - ax) * dx + (z - az) * dz) / (dx * dx + dz * dz || 1))
  return distance(ax + dx * t, az + dz * t, x, z)
}
