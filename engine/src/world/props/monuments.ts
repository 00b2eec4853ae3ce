import { cos, sin, TAU } from '../../math/dmath.ts'
import { blob } from '../../model/shapes/blob.ts'
import { box } from '../../model/shapes/box.ts'
import { lathe } from '../../model/shapes/lathe.ts'
import { tube } from '../../model/shapes/tube.ts'
import { rgb } from '../../solid/palette.ts'
import { well } from '../kit/furniture.ts'
import { arch, column, roundTower } from '../kit/masonry.ts'
import { byHeight, DARK_WOOD, lampGlow, STONE } from '../kit/tints.ts'
import type { Prop } from '../props.ts'
import { spotAt } from '../spot.ts'
import type { World } from '../world.ts'
import { fountain, gazebo, windmill } from './landmarks.ts'
import { lighthouse } from './lighthouse.ts'

function statue(world: World, x: number, z: number, yaw: number): void {
  const spot = spotAt(world, x, z, yaw)
  const { solid } = world
  solid.paint(STONE, { vary: 0.05 })
  box(solid, [0, -0.3, 0], [1.7, 0.6, 1.7])
  box(solid, [0, 0.3, 0], [1.2, 1.1, 1.2], { taper: 0.92 })
  box(solid, [0, 1.4, 0], [1.4, 0.16, 1.4])
  solid.paint(byHeight(rgb('#5f7f72'), rgb('#8fb0a0'), 1.5, 3.6), { vary: 0.03 })
  lathe(
    solid,
    0,
    0,
    [
      [0.52, 1.55],
      [0.42, 2.2],
      [0.28, 2.75],
      [0.34, 3.1],
      [0.12, 3.3],
      [0.1, 3.4],
    ],
    10,
  )
  blob(solid, [0, 3.58, 0.02], [0.2, 0.25, 0.21], { detail: 2, rough: 0.02 })
  tube(
    solid,
    [
      [0.3, 3.1, 0],
      [0.55, 2.95, 0.25],
      [0.5, 3.6, 0.5],
    ],
    0.11,
    0.07,
    6,
  )
  tube(
    solid,
    [
      [-0.3, 3.1, 0],
      [-0.5, 2.6, 0.1],
      [-0.3, 2.3, 0.35],
    ],
    0.11,
    0.08,
    6,
  )
  solid.paint(rgb('#d9b45a'), { glow: lampGlow(world, [0.9, 0.6, 0.2], 0.1) })
  blob(solid, [0.5, 3.78, 0.52], [0.16, 0.2, 0.16], { rough: 0.05 })
  spot.block([0, -0.3, 0], [1.7, 3, 1.7])
  spot.light([0.5, 3.8, 1.2], [2, 1.3, 0.6], 6)
}

function standingStones(world: World, x: number, z: number, _yaw: number): void {
  const spot = spotAt(world, x, z)
  const { solid } = world
  for (let i = 0; i < 7; i++) {
    const a = (TAU * i) / 7 + 0.2
    const [px, pz] = [cos(a) * 2.6, sin(a) * 2.6]
    solid.paint(byHeight(rgb('#6f7a5a'), STONE, 0, 1.2), { vary: 0.1 })
    box(solid, [px, -0.4, pz], [0.9, 2.6 + 0.5 * (i % 3), 0.5], { turn: -a + 1.57, taper: 0.75, cell: 1 })
    solid.paint([0.05, 0.1, 0.12], { glow: lampGlow(world, [0.2, 0.9, 1], 0.08) })
    box(solid, [px * 0.9, 0.8, pz * 0.9], [0.22, 0.5, 0.06], { turn: -a + 1.57, cell: 9 })
    spot.post([px, -0.4, pz], 0.55, 2.6)
  }
  spot.light([0, 1.2, 0], [0.3, 1.2, 1.4], 5)
}

function rocket(world: World, x: number, z: number, yaw: number): void {
  const spot = spotAt(world, x, z, yaw)
  const { solid } = world
  const red = world.accent(rgb('#d94f3d'))
  solid.paint((_, y) => (y > 6.4 || y < 1.6 ? red : rgb('#e9edf2')), { vary: 0.02 })
  lathe(
    solid,
    0,
    0,
    [
      [0.7, 0.7],
      [1.25, 1.6],
      [1.4, 3.4],
      [1.2, 5.6],
      [0.95, 6.4],
      [0.5, 7.6],
      [0, 8.6],
    ],
    16,
  )
  solid.paint(red)
  for (let i = 0; i < 4; i++) {
    const a = (TAU * i) / 4 + 0.78
    const [c, s] = [cos(a), sin(a)]
    for (const flip of [1, -1])
      solid.quad([c * 1.05, 1.2, s * 1.05], [c * 2.1, 0, s * 2.1], [c * 2.1, 0.5, s * 2.1], [c * 1.3, 3 + flip * 0.001, s * 1.3])
    spot.post([c * 1.8, 0, s * 1.8], 0.3, 2)
  }
  solid.paint([0.1, 0.2, 0.25], { glow: [0.2, 0.6, 0.75] })
  for (const [a, y] of [
    [0, 4.9],
    [1.9, 4.2],
    [-1.9, 4.2],
  ] as const)
    blob(solid, [sin(a) * 1.22, y, cos(a) * 1.22], [0.4, 0.4, 0.4], { rough: 0 })
  solid.paint(rgb('#4a4f5a'))
  lathe(
    solid,
    0,
    0,
    [
      [0.9, 0.2],
      [0.5, 0.75],
    ],
    12,
  )
  spot.post([0, 0, 0], 1.4, 8)
  spot.light([0, 2, 2.6], [1.4, 1.6, 2], 7)
}

function telescope(world: World, x: number, z: number, yaw: number): void {
  const spot = spotAt(world, x, z, yaw)
  const { solid } = world
  solid.paint(DARK_WOOD)
  for (let i = 0; i < 3; i++) {
    const a = (TAU * i) / 3
    tube(
      solid,
      [
        [cos(a) * 0.7, 0, sin(a) * 0.7],
        [0, 1.4, 0],
      ],
      0.06,
      0.06,
      5,
    )
  }
  solid.paint(rgb('#c9a24a'))
  tube(
    solid,
    [
      [0, 1.1, 0.7],
      [0, 1.5, 0],
      [0, 2.1, -1.1],
    ],
    0.12,
    0.22,
    10,
  )
  solid.paint([0.05, 0.08, 0.1], { glow: [0.1, 0.2, 0.3] })
  blob(solid, [0, 2.1, -1.1], [0.2, 0.2, 0.06], { rough: 0 })
  spot.post([0, 0, 0], 0.7, 2)
}

function towerProp(world: World, x: number, z: number, _yaw: number): void {
  roundTower(world, x, z, 2, 7.5, rgb('#a89f92'), { roof: world.accent(rgb('#8a3f4a')) })
}

function archProp(world: World, x: number, z: number, yaw: number): void {
  const spot = spotAt(world, x, z, yaw)
  arch(world, spot, 0, 2.6, 3.9, 0.7, STONE)
  const [lx, lz] = spot.world(-2.4, 0.4)
  column(world, [lx, world.land.heightAt(lx, lz), lz], 2.6, 0.3, STONE, 0.6)
}

export const monuments = {
  fountain: { radius: 2.6, build: fountain },
  statue: { radius: 1.5, build: statue },
  well: { radius: 1.8, build: (world, x, z) => well(world, x, z) },
  windmill: { radius: 3.4, build: (world, x, z, yaw) => windmill(world, x, z, yaw, 0.9) },
  lighthouse: { radius: 2.6, build: (world, x, z, yaw) => lighthouse(world, x, z, yaw, 0.8) },
  tower: { radius: 2.8, build: towerProp },
  gazebo: { radius: 4.4, build: gazebo },
  arch: { radius: 2.4, build: archProp },
  rocket: { radius: 2.4, build: rocket },
  telescope: { radius: 1.2, build: telescope },
  'standing-stones': { radius: 3.4, build: standingStones },
} as const satisfies Record<string, Prop>
