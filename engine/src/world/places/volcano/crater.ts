import { mix, PI, saturate, sin, smooth } from '../../../math/dmath.ts'
import { box } from '../../../model/shapes/box.ts'
import { lathe } from '../../../model/shapes/lathe.ts'
import { tube } from '../../../model/shapes/tube.ts'
import { blend as between, times, type Vec3 } from '../../../scene/vector.ts'
import { rgb } from '../../../solid/palette.ts'
import { distance, round } from '../../geometry.ts'
import { bridge } from '../../kit/bridge.ts'
import { brazier, campfire } from '../../kit/furniture.ts'
import { tent } from '../../props/camp.ts'
import { edgeOf } from '../../scatter.ts'
import { spotAt, yawTo } from '../../spot.ts'
import type { Layout, World } from '../../world.ts'
import { ashes, BASALT, common, EMBER, HALF, OBSIDIAN, plume, SLAB_B, strew } from './site.ts'

export const crater: Layout = (sketch) => {
  const random = sketch.streams('plan')
  const side = random.chance(0.5) ? 1 : -1
  const cone = { x: side * 3, z: -27 }
  /** Lava runs from the cone, past the middle and out over the side. */
  const river = (x: number, z: number) => {
    const middle = cone.x - side * smooth(-16, 6, z) * 14 + sin(z * 0.22) * 1.6
    const across = Math.abs(x - middle) * (1 - 0.35 * smooth(-16, 6, z)) - 1.7
    return z > 8.5 || z < -19 ? Math.max(across, Math.max(z - 8.5, -19 - z)) : across
  }
  const pool = { x: cone.x - side * 14.5, z: 8.5 }
  const lava = (x: number, z: number) =>
    Math.min(river(x, z), distance(pool.x, pool.z, x, z) - 5 + (sketch.noise(x * 0.3, z * 0.3) - 0.5) * 2)
  const raw = (x: number, z: number) => {
    const n = sketch.fractal(x * 0.05, z * 0.05, 3)
    const d = distance(cone.x, cone.z, x, z)
    const mountain = 15 * smooth(20, 3.4, d) - 4 * smooth(4, 1, d)
    return (n - 0.5) * 2.4 + smooth(0.65, 1.2, edgeOf(HALF, x, z)) * (1 + n * 5) + mountain
  }
  const crossing = { x: -side * 2.4, z: -4 }
  const shrine = { x: -side * 15, z: -10 }
  return {
    ...common,
    height: (x, z) => raw(x, z) - 1.1 * smooth(0.9, -0.4, lava(x, z)),
    sites: [
      { x: side * 6.5, z: 0, radius: 3, y: 0.4, fall: 4 },
      { x: shrine.x, z: shrine.z, radius: 5.4, y: 0.8, fall: 5 },
      { x: side * 13, z: 10, radius: 5, y: 0.2, fall: 5 },
      { x: side * 16, z: -9, radius: 4, y: 2.4, fall: 5 },
    ],
    paths: [
      {
        points: [
          [0, 33],
          [random.range(-2, 2), 24],
          [side * 2, 12],
          [side * 6, 1.6],
        ],
        width: 2.4,
      },
      {
        points: [
          [side * 2, 12],
          [side * 7, 11],
          [side * 12, 10.4],
        ],
        width: 1.6,
      },
      {
        points: [
          [side * 6.5, 0],
          [side * 12, -4],
          [side * 16, -9],
        ],
        width: 1.6,
      },
      {
        points: [
          [crossing.x - side * 4.6, -4.6],
          [-side * 11, -8],
          [shrine.x + side * 3, shrine.z + 2],
        ],
        width: 1.8,
      },
    ],
    ground: (texel, x, z, _h, steepness, land) => ashes(sketch, texel, x, z, steepness, land, lava(x, z)),
    isVoid: (x, z) => lava(x, z) < 0,
    spawn: [0, 26],
    landmark: [cone.x, 12, cone.z],
    build(world) {
      plume(world, cone.x * 1.2, 15, cone.z * 1.25, 4.5)
      const rivers: Vec3[] = []
      for (let z = -17; z <= 8; z += 4.2) rivers.push([cone.x - side * smooth(-16, 6, z) * 14 + sin(z * 0.22) * 1.6, 0, z])
      rivers.push([pool.x, 0, pool.z])
      for (const [x, , z] of rivers) spotAt(world, x, z).light([0, 1.5, 0], times(EMBER, 1.1), 9, { always: true, shaded: false })
      const [from, to] = bankPoints(lava, crossing.x, crossing.z)
      bridge(world, from, to, 2, 0.3)
      world.kept.push({ x: (from[0] + to[0]) / 2, z: (from[1] + to[1]) / 2, radius: 4 })
      fireShrine(world, shrine.x, shrine.z)
      campfire(world, side * 13, 10)
      tent(world, side * 16, 12.4, yawTo(-side * 3, -2), world.accent(rgb('#a85a3a')))
      tent(world, side * 12.4, 13.6, PI + 0.2 * side, rgb('#c9b48a'))
      world.kept.push({ x: side * 14, z: 12, radius: 5 })
      world.points.push({ name: 'camp', x: side * 11, z: 10.4 })
      lookout(world, side * 16, -9)
      for (const z of [20, 14]) brazier(world, side * 1 + 2.2, z)
    },
    dress: (world) => strew(world, lava),
  }
}

/** Where the banks are on both sides of a lava stream, along x at z. */
function bankPoints(lava: (x: number, z: number) => number, x0: number, z: number): [[number, number], [number, number]] {
  const bank = (step: number) => {
    let x = x0
    while (lava(x, z) > 0 && Math.abs(x - x0) < 14) x -= step
    while (lava(x, z) < 1.3 && Math.abs(x - x0) < 20) x += step
    return x
  }
  return [
    [bank(0.25), z],
    [bank(-0.25), z],
  ]
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
