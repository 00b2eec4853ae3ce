import { cos, mix, PI, saturate, sin, smooth } from '../../../math/dmath.ts'
import { box } from '../../../model/shapes/box.ts'
import { tube } from '../../../model/shapes/tube.ts'
import { blend as between } from '../../../scene/vector.ts'
import { rgb } from '../../../solid/palette.ts'
import { distance } from '../../geometry.ts'
import { barrel, bench, crate } from '../../kit/furniture.ts'
import { house, livingRoom } from '../../kit/house.ts'
import { DARK_WOOD, WOOD } from '../../kit/tints.ts'
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

export const stiltVillage: Layout = (sketch) => {
  const random = sketch.streams('plan')
  const side = random.chance(0.5) ? 1 : -1
  const square = { x: 0, z: -6 }
  const homes = [
    { x: -side * 12, z: 5 },
    { x: side * 11, z: 0 },
    { x: -side * 9, z: -13 },
    { x: side * 7, z: -18 },
  ]
    .map(({ x, z }) => ({ x: x + random.range(-0.6, 0.6), z: z + random.range(-0.6, 0.6) }))
    .map(({ x, z }, i) => ({ x, z, yaw: yawTo(-x * 0.9, square.z - z + (i === 0 ? 9 : 0)) }))
  /** In front of a house, on its platform. */
  const porch = (i: number): Place2 => [homes[i]!.x + sin(homes[i]!.yaw) * 2.7, homes[i]!.z + cos(homes[i]!.yaw) * 2.7]
  const walks: [Place2, Place2][] = [
    [
      [0, 18],
      [0, -3.5],
    ],
    [[0, 6], porch(0)],
    [[2 * side, -5.4], porch(1)],
    [[-2 * side, -7.4], porch(2)],
    [[1.4 * side, -8.2], porch(3)],
  ]
  return {
    ...common(sketch),
    height: (x, z) => {
      const calm = smooth(22, 12, distance(0, -5, x, z))
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
    landmark: [0, 3, -10],
    build(world) {
      sea(world, [-HALF, -HALF, HALF, HALF], SHALLOW, DEEP)
      world.kept.push({ x: 0, z: 7, radius: 1.4 }, { x: 0, z: 13, radius: 1.4 })
      for (const [from, to] of walks) {
        pier(world, from, to, 1.8, DECK)
        for (const t of [0.15, 0.5, 0.85]) world.kept.push({ x: mix(from[0], to[0], t), z: mix(from[1], to[1], t), radius: 2 })
      }
      spotAt(world, 0, 18.3, 0, 0).ramp('ramp', 0, 0, 1.8, 1.6, DECK, 0.35)
      stilts(world, square.x, square.z, 0, 6.4, 6)
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
      for (const [x, z] of [
        [1.3, 15],
        [-1.3, 9],
        [1.3, 2],
        [2.6, -3.4],
        [-2.6, -8.6],
      ] as const)
        stickLamp(world, x, z, DECK)
      for (const k of [-1, 1]) bench(world, k * 2.4, square.z + 2.2, PI - k * 0.5, WOOD, DECK - 0.02)
      barrel(world, side * 2.8, square.z - 1.2, WOOD, DECK - 0.02)
      crate(world, -side * 0.5, square.z - 2.5, 0.7, 0.4, DECK - 0.02)
      world.points.push({ name: 'meeting deck', x: square.x, z: square.z })
      boat(world, 2.2, 8, 1.6, rgb('#5a6a4a'), LEVEL - 0.12)
      boat(world, -side * 6, -2, 0.4, rgb('#7a5a3a'), LEVEL - 0.12)
      boat(world, square.x + 4.6, square.z - 1, 1.8, rgb('#4a5a6a'), LEVEL - 0.12)
    },
    dress: (world) =>
      strew(world, (x, z) => distance(0, -6, x, z) > 6 && walks.every(([[ax, az], [bx, bz]]) => toSegment(x, z, ax, az, bx, bz) > 1.8)),
  }
}

/** Metres to a line between two places. */
function toSegment(x: number, z: number, ax: number, az: number, bx: number, bz: number): number {
  const [dx, dz] = [bx - ax, bz - az]
  const t = saturate(((x - ax) * dx + (z - az) * dz) / (dx * dx + dz * dz || 1))
  return distance(ax + dx * t, az + dz * t, x, z)
}
