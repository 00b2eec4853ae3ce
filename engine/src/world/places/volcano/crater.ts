import { cos, mix, PI, saturate, sin, smooth, TAU } from '../../../math/dmath.ts'
import { box } from '../../../model/shapes/box.ts'
import { lathe } from '../../../model/shapes/lathe.ts'
import { tube } from '../../../model/shapes/tube.ts'
import { blend as between, times } from '../../../scene/vector.ts'
import { rgb } from '../../../solid/palette.ts'
import { distance, mirrored, round } from '../../geometry.ts'
import { bridge } from '../../kit/bridge.ts'
import { brazier, campfire } from '../../kit/furniture.ts'
import type { Place2 } from '../../land.ts'
import { tent } from '../../props/camp.ts'
import { edgeOf } from '../../scatter.ts'
import { spotAt, yawTo } from '../../spot.ts'
import type { Layout, World } from '../../world.ts'
import { ashes, BASALT, common, EMBER, HALF, OBSIDIAN, plume, SLAB_B, strew } from './site.ts'

/** Where things lie, for one hand. */
type Plan = {
  /** Height of the bare mountain or rim at a place. */
  readonly mountain: (x: number, z: number) => number
  /** Metres from the lava's bank, negative in it. */
  readonly lava: (x: number, z: number) => number
  /** Places where the lava lights what is round it. */
  readonly glows: readonly Place2[]
  /** What one sees first, and its height; where ashes rise. */
  readonly sight: Place2
  readonly tall: number
  readonly plume: readonly [x: number, y: number, z: number, size: number]
  /** Bridges: a place over the lava, and the way across it. */
  readonly crossings: readonly (readonly [at: Place2, along: Place2])[]
  readonly shrine: Place2
  readonly camp: Place2
  readonly lookout: Place2
  readonly high: number
  readonly ways: readonly (readonly Place2[])[]
  readonly braziers: readonly Place2[]
}

/** A mountain with a hollow top. */
const cone = (at: Place2, height: number, foot: number) => (x: number, z: number) => {
  const d = distance(at[0], at[1], x, z)
  return height * smooth(foot, 3.4, d) - 4 * smooth(4, 1, d)
}

/** Metres from a stream that runs along z between two ends. */
const stream = (x: number, z: number, middle: number, half: number, from: number, to: number) => {
  const across = Math.abs(x - middle) - half
  return z > to || z < from ? Math.max(across, z - to, from - z) : across
}

const bend = (z: number) => 3 - smooth(-16, 6, z) * 14 + sin(z * 0.22) * 1.6

const PLANS: readonly Plan[] = [
  // a river from the cone past the middle to a pool
  {
    mountain: cone([3, -27], 15, 20),
    lava: (x, z) => Math.min(stream(x, z, bend(z), 1.7 + 1.2 * smooth(-16, 6, z), -19, 8.5), distance(-11.5, 8.5, x, z) - 5),
    glows: [...[-17, -12.8, -8.6, -4.4, -0.2, 4, 8].map((z): Place2 => [bend(z), z]), [-11.5, 8.5]],
    sight: [3, -27],
    tall: 12,
    plume: [3.6, 15, -33.7, 4.5],
    crossings: [
      [
        [-2.4, -4],
        [1, 0],
      ],
    ],
    shrine: [-15, -10],
    camp: [13, 10],
    lookout: [16, -9],
    high: 2.4,
    ways: [
      [
        [2, 12],
        [6, 1.6],
      ],
      [
        [2, 12],
        [7, 11],
        [12, 10.4],
      ],
      [
        [6.5, 0],
        [12, -4],
        [16, -9],
      ],
      [
        [5, -2],
        [1.6, -4],
      ],
      [
        [-7, -4.6],
        [-11, -8],
        [-12, -8],
      ],
    ],
    braziers: [
      [3.2, 20],
      [3.2, 14],
    ],
  },
  // a lake of fire inside a broken rim, the shrine on an isle in it
  {
    mountain: (x, z) => {
      const d = distance(0, -8, x, z)
      const open = smooth(-2, 8, z) * smooth(13, 7, Math.abs(x))
      return 8.5 * smooth(17.5, 23, d) * smooth(34, 25, d) * (1 - open) * (0.75 + 0.35 * sin(x * 0.21 + 1))
    },
    lava: (x, z) => {
      const d = distance(0, -8, x, z)
      return Math.max(d - 12.6, 6.6 - d)
    },
    glows: Array.from({ length: 8 }, (_, i): Place2 => [cos((TAU * i) / 8 + 0.2) * 9.6, -8 + sin((TAU * i) / 8 + 0.2) * 9.6]),
    sight: [0, -10],
    tall: 6,
    plume: [-4, 1, -46, 3.2],
    crossings: [
      [
        [2.6, 1.2],
        [0.28, 0.96],
      ],
      [
        [-9.6, -8.4],
        [1, 0],
      ],
    ],
    shrine: [0, -8],
    camp: [15, 17],
    lookout: [-15.4, -3],
    high: 0.9,
    ways: [
      [
        [4, 12],
        [4, 6],
      ],
      [
        [4, 12],
        [10, 15],
        [13, 16.6],
      ],
      [
        [4, 9],
        [-6, 8],
        [-12.4, 3],
        [-14.6, -3],
        [-14, -8.4],
      ],
    ],
    braziers: [
      [2, 18],
      [6, 10],
    ],
  },
  // two peaks, a curtain of lava between them that runs down to a broad front across the way
  {
    mountain: (x, z) => Math.max(cone([17, -25], 13, 17)(x, z), cone([-15, -24], 17, 21)(x, z)),
    lava: (x, z) =>
      Math.min(
        stream(x, z, -9 + smooth(-18, -4, z) * 9, 1.9, -18, -3),
        Math.max(Math.abs(z + 1.4 - sin(x * 0.3) * 1.6) - 2.1, x - 24, -24 - x),
      ),
    glows: [-20, -12, -5, 2, 9, 17, 23]
      .map((x): Place2 => [x, -1.4 + sin(x * 0.3) * 1.6])
      .concat([
        [-7, -14],
        [-3, -8],
      ]),
    sight: [-13, -22],
    tall: 13,
    plume: [-18, 17, -30, 4.2],
    crossings: [
      [
        [9, -0.8],
        [0, 1],
      ],
      [
        [-14, 0],
        [0, 1],
      ],
    ],
    shrine: [11, -12],
    camp: [-12, 15],
    lookout: [-15, -9],
    high: 3.2,
    ways: [
      [
        [2, 14],
        [8, 8],
        [9, 4],
      ],
      [
        [9, -5],
        [10, -9],
      ],
      [
        [2, 14],
        [-5, 13],
        [-10, 14],
      ],
      [
        [-10, 12],
        [-13, 8],
        [-14, 4.4],
      ],
      [
        [-14, -4.4],
        [-15, -8],
      ],
    ],
    braziers: [
      [4.4, 19],
      [11.4, 7],
    ],
  },
]

export const crater: Layout = (sketch) => {
  const random = sketch.streams('plan')
  const side = random.chance(0.5) ? 1 : -1
  const plan = sketch.streams('ground plan').pick(PLANS)
  const at = mirrored(side)
  const [shrine, camp, look, sight] = [plan.shrine, plan.camp, plan.lookout, plan.sight].map(at) as [Place2, Place2, Place2, Place2]
  const lava = (x: number, z: number) => plan.lava(side * x, z) + (sketch.noise(x * 0.3, z * 0.3) - 0.5) * 1.2
  const raw = (x: number, z: number) => {
    const n = sketch.fractal(x * 0.05, z * 0.05, 3)
    return (n - 0.5) * 2.4 + smooth(0.65, 1.2, edgeOf(HALF, x, z)) * (1 + n * 5) + plan.mountain(side * x, z)
  }
  const spans = plan.crossings.map(([place, along]) => banks(lava, at(place), at(along)))
  return {
    ...common,
    height: (x, z) => raw(x, z) - 1.1 * smooth(0.9, -0.4, lava(x, z)),
    sites: [
      ...spans.flat().map(([x, z]) => ({ x, z, radius: 2, y: 0.5, fall: 4 })),
      { x: shrine[0], z: shrine[1], radius: 5.2, y: 0.8, fall: 4 },
      { x: camp[0], z: camp[1], radius: 5, y: 0.2, fall: 5 },
      { x: look[0], z: look[1], radius: 3.6, y: plan.high, fall: 5 },
    ],
    paths: plan.ways.map((points, i) => ({
      points: i === 0 ? [[0, 33] as const, [random.range(-2, 2), 24] as const, ...points.map(at)] : points.map(at),
      width: i === 0 ? 2.4 : 1.7,
    })),
    ground: (texel, x, z, _h, steepness, land) => ashes(sketch, texel, x, z, steepness, land, lava(x, z)),
    isVoid: (x, z) => lava(x, z) < 0,
    spawn: [0, 26],
    landmark: [sight[0], plan.tall, sight[1]],
    build(world) {
      const [px, py, pz, size] = plan.plume
      plume(world, side * px, py, pz, size)
      for (const [x, z] of plan.glows.map(at)) spotAt(world, x, z).light([0, 1.5, 0], times(EMBER, 1.1), 9, { always: true, shaded: false })
      for (const [from, to] of spans) {
        bridge(world, from, to, 2, 0.3)
        world.kept.push({ x: (from[0] + to[0]) / 2, z: (from[1] + to[1]) / 2, radius: 4 })
      }
      fireShrine(world, ...shrine)
      const [cx, cz] = camp
      campfire(world, cx, cz)
      tent(world, cx + side * 3, cz + 2.4, yawTo(-side * 3, -2), world.accent(rgb('#a85a3a')))
      tent(world, cx - side * 0.6, cz + 3.6, PI + 0.2 * side, rgb('#c9b48a'))
      world.kept.push({ x: cx + side, z: cz + 2, radius: 5 })
      world.points.push({ name: 'camp', x: cx - side * 2, z: cz + 0.4 })
      lookout(world, ...look)
      for (const place of plan.braziers) brazier(world, ...at(place))
    },
    dress: (world) => strew(world, lava),
  }
}

/** Where the banks are on both sides of a place over lava, along a direction. */
function banks(lava: (x: number, z: number) => number, [x0, z0]: Place2, [ux, uz]: Place2): [Place2, Place2] {
  const bank = (step: number): Place2 => {
    let d = 0
    while (lava(x0 + ux * d, z0 + uz * d) < 1.3 && Math.abs(d) < 14) d += step
    return [x0 + ux * d, z0 + uz * d]
  }
  return [bank(0.25), bank(-0.25)]
}

/** A ring of obsidian round a flame. */
function fireShrine(world: World, x: number, z: number): void {
  const spot = spotAt(world, x, z)
  const { solid } = world
  solid.paint(SLAB_B, { vary: 0.08 })
  lathe(
    solid,
    0,
    0,
    [
      [4.6, -0.5],
      [4.5, 0.2],
      [0, 0.22],
    ],
    8,
    { flat: true },
  )
  spot.disc('shrine', 0, 0, 4.5, 0.22)
  round(8, 3.9, 0.2, (dx, dz, a) => {
    solid.paint(OBSIDIAN, { vary: 0.12 })
    box(solid, [dx, 0, dz], [0.8, 3.4, 0.5], { turn: -a + PI / 2, taper: 0.55, cell: 1 })
    solid.paint([0.1, 0.04, 0.02], { glow: world.lit ? EMBER : times(EMBER, 0.4) })
    box(solid, [dx * 0.93, 1, dz * 0.93], [0.16, 1.3, 0.06], { turn: -a + PI / 2, cell: 9 })
    spot.post([dx, 0, dz], 0.5, 3)
  })
  solid.paint(BASALT)
  lathe(
    solid,
    0,
    0,
    [
      [1.1, 0.2],
      [0.8, 0.9],
      [1, 1],
      [0.7, 0.9],
      [0, 0.8],
    ],
    6,
    { flat: true },
  )
  solid.paint([0.2, 0.05, 0], { glow: (_, y) => between([3, 1.6, 0.4], [2, 0.4, 0.05], saturate((y - 0.9) / 1.4)) })
  lathe(
    solid,
    0,
    0,
    [
      [0.6, 0.85],
      [0.5, 1.3],
      [0.2, 1.9],
      [0, 2.5],
    ],
    7,
  )
  spot.light([0, 1.8, 0], EMBER, 12, { always: true, shaded: false })
  spot.post([0, 0, 0], 1.1, 1)
  spot.keep(5.4)
  spot.point('fire shrine', 1.8, 1.6)
}

/** A platform with a rail and a spyglass. */
function lookout(world: World, x: number, z: number): void {
  const spot = spotAt(world, x, z)
  const { solid } = world
  solid.paint(rgb('#6a4a38'), { vary: 0.08 })
  box(solid, [0, -0.6, 0], [4.4, 0.8, 4.4], { cell: 1 })
  spot.floor('lookout', 0, 0, 4.4, 4.4, 0.2)
  for (const [ax, az, bx, bz] of [
    [-2.1, -2.1, 2.1, -2.1],
    [-2.1, -2.1, -2.1, 2.1],
    [2.1, -2.1, 2.1, 2.1],
  ] as const) {
    tube(
      solid,
      [
        [ax, 1.1, az],
        [bx, 1.1, bz],
      ],
      0.06,
      0.06,
      4,
    )
    for (const t of [0, 0.5, 1]) box(solid, [mix(ax, bx, t), 0.2, mix(az, bz, t)], [0.1, 0.95, 0.1], { cell: 9 })
    spot.block([(ax + bx) / 2, 0.2, (az + bz) / 2], [Math.abs(bx - ax) + 0.1, 1, Math.abs(bz - az) + 0.1])
  }
  solid.paint(rgb('#c99a4a'))
  tube(
    solid,
    [
      [0, 0.2, -1.4],
      [0, 1.2, -1.4],
    ],
    0.06,
    0.06,
    5,
  )
  tube(
    solid,
    [
      [0, 1.25, -1.1],
      [0, 1.45, -1.9],
    ],
    0.09,
    0.13,
    8,
  )
  spot.keep(3.4)
  spot.point('lookout', 0, 0.4)
}
