import { cos, sin, TAU } from '../../math/dmath.ts'
import { createModel } from '../../model/model.ts'
import { blob } from '../../model/shapes/blob.ts'
import { lathe } from '../../model/shapes/lathe.ts'
import { tube } from '../../model/shapes/tube.ts'
import type { Vec3 } from '../../scene/vector.ts'
import { rgb } from '../../solid/palette.ts'
import { door } from '../kit/openings.ts'
import { byHeight, DARK_WOOD, darker, lampGlow } from '../kit/tints.ts'
import { spotAt } from '../spot.ts'
import type { World } from '../world.ts'

const MARBLE = rgb('#d8d2c6')

/** Sails of a windmill that turn about `at`, facing `yaw`. */
function sails(world: World, at: Vec3, yaw: number, length: number): void {
  const form = createModel()
  for (let i = 0; i < 4; i++) {
    const a = (TAU * i) / 4
    const [c, s] = [cos(a), sin(a)]
    const place = (along: number, across: number, z: number): Vec3 => [c * along - s * across, s * along + c * across, z]
    form.paint(DARK_WOOD)
    tube(form, [[0, 0, 0.1], place(length, 0, 0.1)], 0.09, 0.06, 4)
    form.paint(rgb('#e8dfc8'), { through: 0.5 })
    form.quad(
      place(length * 0.2, 0.08, 0.12),
      place(length * 0.98, 0.08, 0.12),
      place(length * 0.98, length * 0.2, 0.2),
      place(length * 0.2, length * 0.16, 0.2),
      5,
      1,
    )
  }
  form.paint(DARK_WOOD)
  blob(form, [0, 0, 0.15], [0.3, 0.3, 0.3], { detail: 0, rough: 0 })
  world.moving.push({ name: `sails_${world.moving.length + 1}`, form, at, axis: 'z', yaw, period: 14 })
}

export function windmill(world: World, x: number, z: number, yaw: number, size = 1): void {
  const spot = spotAt(world, x, z, yaw)
  const { solid } = world
  const height = 7 * size
  solid.paint(byHeight(rgb('#b9a98f'), rgb('#efe6d4'), 0, 2.5), { vary: 0.04 })
  lathe(
    solid,
    0,
    0,
    [
      [2.6 * size, -0.5],
      [2.5 * size, 0.3],
      [1.75 * size, height],
    ],
    10,
    { flat: true },
  )
  solid.paint(byHeight(darker(rgb('#8a4636'), 0.3), rgb('#a85a44'), height, height + 2))
  lathe(
    solid,
    0,
    0,
    [
      [2.1 * size, height - 0.1],
      [1.9 * size, height + 0.7],
      [0, height + 2.1],
    ],
    10,
  )
  door(world, [0, 0, 2.42 * size], 1.1, 2, rgb('#7a4a2e'))
  solid.paint(DARK_WOOD)
  tube(
    solid,
    [
      [0, height + 0.3, 1.2 * size],
      [0, height + 0.3, 2.7 * size],
    ],
    0.16,
    0.16,
    6,
  )
  spot.post([0, -0.5, 0], 2.6 * size, height)
  const [hx, hz] = spot.world(0, 2.7 * size)
  sails(world, [hx, spot.y + height + 0.3, hz], yaw, 5 * size)
  spot.light([0, 2.4, 3.4], [2.2, 1.3, 0.5], 7)
}

export function fountain(world: World, x: number, z: number, _yaw: number): void {
  const spot = spotAt(world, x, z)
  const { solid } = world
  solid.paint(MARBLE, { vary: 0.04 })
  lathe(
    solid,
    0,
    0,
    [
      [2.2, -0.3],
      [2.25, 0.5],
      [1.95, 0.55],
      [1.9, 0.2],
      [0.5, 0.2],
    ],
    20,
  )
  lathe(
    solid,
    0,
    0,
    [
      [0.45, 0.2],
      [0.3, 0.6],
      [0.28, 1.3],
      [1.05, 1.6],
      [1.08, 1.72],
      [0.9, 1.66],
      [0.25, 1.6],
      [0.2, 2.2],
      [0.42, 2.35],
      [0, 2.3],
    ],
    14,
  )
  solid.paint(rgb('#5fb8c8'), { glow: lampGlow(world, [0.2, 0.6, 0.7], 0.35) })
  lathe(
    solid,
    0,
    0,
    [
      [1.94, 0.42],
      [0, 0.43],
    ],
    20,
  )
  lathe(
    solid,
    0,
    0,
    [
      [0.95, 1.68],
      [0, 1.69],
    ],
    14,
  )
  solid.paint([0.75, 0.88, 0.94], { glow: lampGlow(world, [0.12, 0.2, 0.24], 0.6), through: 0.6 })
  for (let i = 0; i < 8; i++) {
    const a = (TAU * i) / 8
    const [c, s] = [cos(a), sin(a)]
    const drop = [0, 0.25, 0.5, 0.75, 1].map((t): Vec3 => [c * (1 + t * 0.6), 1.66 + t * 0.25 - t * t * 1.45, s * (1 + t * 0.6)])
    tube(solid, drop, 0.05, 0.09, 4)
  }
  tube(
    solid,
    [
      [0, 2.3, 0],
      [0, 3, 0],
    ],
    0.1,
    0.03,
    5,
  )
  spot.light([0, 1.6, 0], [0.6, 1.3, 1.5], 6, { shaded: false })
  spot.post([0, -0.3, 0], 2.3, 1)
}

export function gazebo(world: World, x: number, z: number, yaw: number): void {
  const spot = spotAt(world, x, z, yaw)
  const { solid } = world
  const white = rgb('#f2ede2')
  solid.paint(rgb('#d8cfbe'), { vary: 0.03 })
  lathe(
    solid,
    0,
    0,
    [
      [4.1, -0.5],
      [4.1, 0.18],
      [3.8, 0.2],
      [0, 0.2],
    ],
    24,
  )
  lathe(
    solid,
    0,
    0,
    [
      [3.5, 0.2],
      [3.5, 0.38],
      [0, 0.4],
    ],
    24,
  )
  spot.disc('gazebo step', 0, 0, 4.1, 0.2)
  spot.disc('gazebo floor', 0, 0, 3.5, 0.4)
  for (let i = 0; i < 8; i++) {
    const a = (TAU * (i + 0.5)) / 8
    solid.paint(white, { vary: 0.03 })
    lathe(
      solid,
      cos(a) * 3,
      sin(a) * 3,
      [
        [0.26, 0.38],
        [0.17, 0.6],
        [0.16, 3],
        [0.28, 3.3],
      ],
      8,
    )
    spot.post([cos(a) * 3, 0, sin(a) * 3], 0.25, 3.4)
  }
  lathe(
    solid,
    0,
    0,
    [
      [2.8, 3.3],
      [3.35, 3.3],
      [3.4, 3.6],
      [2.8, 3.62],
    ],
    24,
  )
  solid.paint(byHeight(world.accent(rgb('#3f8f9a')), rgb('#8fd0c8'), 3.6, 5.8), { vary: 0.03 })
  lathe(
    solid,
    0,
    0,
    [
      [3.6, 3.55],
      [3.3, 4.2],
      [2.2, 5.1],
      [0.9, 5.65],
      [0.2, 6.1],
      [0.16, 6.8],
      [0, 7.1],
    ],
    24,
  )
  solid.paint(rgb('#e8c15a'), { glow: world.lit ? [0.8, 0.5, 0.1] : null })
  blob(solid, [0, 7.1, 0], [0.28, 0.28, 0.28], { rough: 0 })
  solid.paint([0.3, 0.2, 0.1], { glow: lampGlow(world, [2.4, 1.5, 0.6], 0.18) })
  blob(solid, [0, 2.9, 0], [0.25, 0.32, 0.25], { rough: 0 })
  solid.paint(white)
  lathe(
    solid,
    0,
    0,
    [
      [0.7, 0.38],
      [0.5, 0.5],
      [0.45, 1],
      [0.7, 1.2],
      [0, 1.22],
    ],
    12,
  )
  spot.post([0, 0, 0], 0.7, 1.2)
  spot.light([0, 2.9, 0], [2.8, 1.7, 0.7], 12)
}
