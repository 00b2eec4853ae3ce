import { cos, PI, sin, TAU } from '../../math/dmath.ts'
import { blob } from '../../model/shapes/blob.ts'
import { box } from '../../model/shapes/box.ts'
import { lathe } from '../../model/shapes/lathe.ts'
import { tube } from '../../model/shapes/tube.ts'
import { blend, type Rgb, type Vec3 } from '../../scene/vector.ts'
import { rgb } from '../../solid/palette.ts'
import { barrel, bench, campfire, crate, table } from '../kit/furniture.ts'
import { DARK_WOOD, darker, IRON, lampGlow, WOOD } from '../kit/tints.ts'
import { boat } from '../kit/water.ts'
import type { Prop } from '../props.ts'
import { spotAt } from '../spot.ts'
import type { World } from '../world.ts'

/** A ridge tent, open to the front. */
export function tent(world: World, x: number, z: number, yaw: number, cloth: Rgb): void {
  const spot = spotAt(world, x, z, yaw)
  const { solid } = world
  const [half, deep, high] = [1.7, 2, 2.3]
  for (const side of [-1, 1]) {
    solid.paint((_, y) => blend(darker(cloth, 0.3), cloth, y / high), { through: 0.45, vary: 0.03 })
    const [a, b]: [Vec3, Vec3] = [
      [side * half, -0.1, deep],
      [side * half, -0.1, -deep],
    ]
    solid.quad(a, b, [0, high, -deep], [0, high, deep], 5, 4)
    solid.paint(darker(cloth, 0.4))
    tube(
      solid,
      [
        [side * half, 0, deep],
        [0, high, deep],
      ],
      0.05,
      0.05,
      4,
    )
    spot.block([side * half * 0.75, 0, 0], [0.4, 1.4, deep * 2])
  }
  solid.paint(darker(cloth, 0.25), { through: 0.4 })
  solid.triangle([-half, -0.1, -deep], [0, high, -deep], [half, -0.1, -deep])
  solid.paint(darker(cloth, 0.15), { through: 0.4 })
  solid.triangle([-half, 0, deep], [-half * 0.55, 0, deep + 0.6], [0, high, deep])
  solid.triangle([half, 0, deep], [half * 0.55, 0, deep + 0.6], [0, high, deep])
  solid.paint(DARK_WOOD)
  for (const end of [-deep, deep])
    tube(
      solid,
      [
        [0, 0, end],
        [0, high + 0.25, end],
      ],
      0.06,
      0.05,
      5,
    )
  solid.paint(rgb('#b5473a'))
  box(solid, [0.5, 0.02, -0.4], [0.8, 0.12, 1.9])
  spot.block([0, 0, -deep], [half * 1.6, 2, 0.3])
  spot.light([0, 1.5, 0], [2.2, 1.3, 0.5], 5, { shaded: false })
}

/** A stall with an awning and its goods. */
export function marketStall(world: World, x: number, z: number, yaw: number, cloth: Rgb): void {
  const spot = spotAt(world, x, z, yaw)
  const { solid } = world
  solid.paint(WOOD, { vary: 0.08 })
  box(solid, [0, 0, 0.4], [2.8, 0.85, 0.9], { cell: 1 })
  solid.paint(DARK_WOOD)
  for (const sx of [-1.4, 1.4]) for (const sz of [-0.9, 0.9]) box(solid, [sx, 0, sz], [0.1, sz > 0 ? 2.2 : 2.7, 0.1])
  for (let i = 0; i < 6; i++) {
    solid.paint(i % 2 ? cloth : rgb('#f2ede2'), { through: 0.4 })
    const [a, b] = [-1.6 + i * 0.533, -1.6 + (i + 1) * 0.533]
    solid.quad([a, 2.15, 1.3], [b, 2.15, 1.3], [b, 2.75, -1.1], [a, 2.75, -1.1], 1, 3)
    solid.quad([a, 1.9, 1.32], [b, 1.9, 1.32], [b, 2.15, 1.3], [a, 2.15, 1.3])
  }
  const goods = ['#d9483b', '#f0a03c', '#7fb04a', '#e8d04a', '#a85fc0'].map(rgb)
  for (let i = 0; i < 14; i++) {
    solid.paint(goods[Math.floor(i / 3)]!, { vary: 0.1 })
    blob(solid, [-1.15 + (i % 7) * 0.38, 0.95, 0.25 + Math.floor(i / 7) * 0.32], [0.17, 0.15, 0.17], { detail: 0, rough: 0.05 })
  }
  spot.block([0, 0, 0.4], [2.8, 1, 0.9])
  spot.light([0, 2, 0.8], [2.4, 1.4, 0.6], 6)
  const [bx, bz] = spot.world(1.9, -0.4)
  barrel(world, bx, bz, WOOD, spot.y)
  const [cx, cz] = spot.world(-1.9, -0.3)
  crate(world, cx, cz, 0.6, yaw, spot.y)
}

/** A two-wheeled cart with hay. */
export function cart(world: World, x: number, z: number, yaw: number): void {
  const spot = spotAt(world, x, z, yaw)
  const { solid } = world
  solid.paint(WOOD, { vary: 0.08 })
  box(solid, [0, 0.7, 0], [1.4, 0.12, 2.2])
  for (const side of [-0.7, 0.7]) box(solid, [side, 0.8, 0], [0.08, 0.5, 2.2])
  box(solid, [0, 0.8, -1.1], [1.4, 0.5, 0.08])
  solid.paint(DARK_WOOD)
  for (const side of [-0.85, 0.85]) {
    const rim = Array.from({ length: 13 }, (_, i): Vec3 => [side, 0.62 + cos((TAU * i) / 12) * 0.6, sin((TAU * i) / 12) * 0.6])
    tube(solid, rim, 0.07, 0.07, 4)
    for (let i = 0; i < 4; i++)
      tube(
        solid,
        [
          [side, 0.62 + cos((PI * i) / 4) * 0.58, sin((PI * i) / 4) * 0.58],
          [side, 0.62 - cos((PI * i) / 4) * 0.58, -sin((PI * i) / 4) * 0.58],
        ],
        0.04,
        0.04,
        4,
      )
  }
  for (const side of [-0.4, 0.4])
    tube(
      solid,
      [
        [side, 0.72, 1],
        [side, 0.35, 2.3],
      ],
      0.06,
      0.05,
      4,
    )
  solid.paint(rgb('#d9b85a'), { vary: 0.12 })
  blob(solid, [0, 1.05, -0.1], [0.66, 0.5, 1], { rough: 0.14, seed: 4, floor: -0.4 })
  spot.block([0, 0, 0], [1.8, 1.4, 2.4])
}

export function rover(world: World, x: number, z: number, yaw: number): void {
  const spot = spotAt(world, x, z, yaw)
  const { solid } = world
  solid.paint(rgb('#e6e2d8'), { vary: 0.03 })
  box(solid, [0, 0.65, 0], [1.5, 0.5, 2.6], { taper: 0.9 })
  solid.paint(rgb('#c9a24a'))
  box(solid, [0, 1.15, -0.5], [1.2, 0.25, 1.2])
  solid.paint(rgb('#2f4a7a'), { glow: [0.02, 0.04, 0.1] })
  box(solid, [0, 1.42, -0.6], [2.2, 0.05, 1.2])
  for (const side of [-0.85, 0.85])
    for (const k of [-1, 0, 1]) {
      solid.paint(rgb('#33363d'), { vary: 0.1 })
      tube(
        solid,
        [
          [side - 0.17, 0.42, k * 0.95],
          [side + 0.17, 0.42, k * 0.95],
        ],
        0.42,
        0.42,
        10,
      )
      solid.paint(rgb('#9aa0aa'))
      blob(solid, [side * 1.18, 0.42, k * 0.95], [0.06, 0.2, 0.2], { detail: 0, rough: 0 })
    }
  solid.paint(IRON)
  tube(
    solid,
    [
      [0.4, 1.1, 0.9],
      [0.4, 2.2, 0.9],
    ],
    0.05,
    0.05,
    5,
  )
  solid.paint(rgb('#e6e2d8'))
  box(solid, [0.4, 2.2, 0.95], [0.5, 0.26, 0.26])
  solid.paint([0.05, 0.1, 0.15], { glow: lampGlow(world, [0.4, 1.4, 1.8], 0.4) })
  box(solid, [0.4, 2.27, 1.09], [0.36, 0.12, 0.04])
  spot.block([0, 0, 0], [2.1, 1.6, 2.8])
  spot.light([0.4, 1.6, 2.2], [1.6, 1.9, 2.2], 7)
}

function stage(world: World, x: number, z: number, yaw: number): void {
  const spot = spotAt(world, x, z, yaw)
  const { solid } = world
  solid.paint(WOOD, { vary: 0.08 })
  box(solid, [0, -0.3, 0], [6, 0.62, 4], { cell: 0.8 })
  spot.floor('stage', 0, 0, 6, 4, 0.32)
  solid.paint(IRON)
  for (const sx of [-2.9, 2.9]) for (const sz of [-1.9, 1.9]) box(solid, [sx, 0.3, sz], [0.16, 3.4, 0.16])
  for (const sz of [-1.9, 1.9]) box(solid, [0, 3.6, sz], [6, 0.16, 0.16])
  solid.paint(world.accent(rgb('#8a3038')), { through: 0.2 })
  for (let i = 0; i < 10; i++)
    solid.quad(
      [-2.9 + i * 0.58, 0.3, -1.85 - 0.12 * (i % 2)],
      [-2.9 + (i + 1) * 0.58, 0.3, -1.85 - 0.12 * ((i + 1) % 2)],
      [-2.9 + (i + 1) * 0.58, 3.6, -1.85 - 0.12 * ((i + 1) % 2)],
      [-2.9 + i * 0.58, 3.6, -1.85 - 0.12 * (i % 2)],
      1,
      3,
    )
  for (const [i, sx] of [-2, -0.7, 0.7, 2].entries()) {
    solid.paint([0.05, 0.05, 0.05], { glow: lampGlow(world, i % 2 ? [2.4, 0.6, 1.6] : [0.6, 1.4, 2.6], 0.4) })
    lathe(
      solid,
      sx,
      1.9,
      [
        [0.2, 3.2],
        [0.1, 3.55],
      ],
      8,
    )
    spot.light([sx, 3.2, 1.6], i % 2 ? [2.4, 0.8, 1.6] : [0.7, 1.4, 2.6], 6)
  }
  for (const sx of [-2.9, 2.9]) for (const sz of [-1.9, 1.9]) spot.post([sx, 0, sz], 0.15, 3.5)
}

function scarecrow(world: World, x: number, z: number, yaw: number): void {
  const spot = spotAt(world, x, z, yaw)
  const { solid } = world
  solid.paint(DARK_WOOD)
  tube(
    solid,
    [
      [0, 0, 0],
      [0, 2, 0],
    ],
    0.06,
    0.05,
    5,
  )
  solid.paint(world.accent(rgb('#4a6a9a')))
  tube(
    solid,
    [
      [-0.9, 1.5, 0],
      [0, 1.6, 0],
      [0.9, 1.5, 0],
    ],
    0.12,
    0.12,
    6,
  )
  lathe(
    solid,
    0,
    0,
    [
      [0.36, 0.8],
      [0.3, 1.2],
      [0.24, 1.65],
      [0.1, 1.72],
    ],
    8,
  )
  solid.paint(rgb('#e0c98a'))
  blob(solid, [0, 1.95, 0], [0.24, 0.27, 0.24], { rough: 0.04 })
  for (const side of [-0.98, 0.98]) blob(solid, [side, 1.45, 0], [0.14, 0.1, 0.14], { detail: 0, rough: 0.3 })
  solid.paint(rgb('#b98f4a'))
  lathe(
    solid,
    0,
    0,
    [
      [0.5, 2.05],
      [0.45, 2.1],
      [0.22, 2.14],
      [0.16, 2.4],
      [0, 2.44],
    ],
    10,
  )
  solid.paint([0.02, 0.02, 0.02])
  for (const side of [-0.09, 0.09]) blob(solid, [side, 2, 0.21], [0.035, 0.045, 0.03], { detail: 0, rough: 0 })
  spot.post([0, 0, 0], 0.3, 2)
}

function swing(world: World, x: number, z: number, yaw: number): void {
  const spot = spotAt(world, x, z, yaw)
  const { solid } = world
  solid.paint(WOOD)
  for (const side of [-1.5, 1.5])
    for (const k of [-0.8, 0.8]) {
      tube(
        solid,
        [
          [side, -0.1, k],
          [side, 2.6, 0],
        ],
        0.08,
        0.07,
        5,
      )
      spot.post([side, 0, k * 0.8], 0.15, 2)
    }
  tube(
    solid,
    [
      [-1.6, 2.6, 0],
      [1.6, 2.6, 0],
    ],
    0.08,
    0.08,
    5,
  )
  for (const middle of [-0.7, 0.7]) {
    solid.paint(rgb('#c9b48a'))
    for (const k of [-0.25, 0.25])
      tube(
        solid,
        [
          [middle + k, 2.6, 0],
          [middle + k, 0.55, 0],
        ],
        0.02,
        0.02,
        4,
      )
    solid.paint(world.accent(rgb('#c23b32')))
    box(solid, [middle, 0.5, 0], [0.6, 0.06, 0.26])
    spot.seat(middle, 0.56, 0)
  }
}

function campSite(world: World, x: number, z: number, yaw: number): void {
  campfire(world, x, z)
  const spot = spotAt(world, x, z, yaw)
  for (const turn of [-1.9, 1.9]) {
    const [bx, bz] = spot.world(sin(turn) * 2, cos(turn) * 2)
    bench(world, bx, bz, yaw + turn + PI)
  }
}

export const camp = {
  campfire: { radius: 2.4, build: campSite },
  tent: { radius: 2.6, build: (world, x, z, yaw) => tent(world, x, z, yaw, world.accent(rgb('#d9a25f'))) },
  'rowing-boat': {
    radius: 1.8,
    build: (world, x, z, yaw) => {
      boat(world, x, z, yaw, world.accent(rgb('#a03d33')), world.land.heightAt(x, z))
      spotAt(world, x, z, yaw).block([0, 0, 0], [3, 0.7, 1.4])
    },
  },
  'market-stall': { radius: 2.2, build: (world, x, z, yaw) => marketStall(world, x, z, yaw, world.accent(rgb('#c23b32'))) },
  cart: { radius: 1.8, build: cart },
  rover: { radius: 2, build: rover },
  stage: { radius: 3.8, build: stage },
  scarecrow: { radius: 0.9, build: scarecrow },
  'picnic-table': { radius: 1.6, build: (world, x, z, yaw) => table(world, x, z, yaw) },
  swing: { radius: 2, build: swing },
} as const satisfies Record<string, Prop>
