import { cos, saturate, sin } from '../../../math/dmath.ts'
import { blob } from '../../../model/shapes/blob.ts'
import { box } from '../../../model/shapes/box.ts'
import { lathe } from '../../../model/shapes/lathe.ts'
import { tube } from '../../../model/shapes/tube.ts'
import { blend as between, type Vec3 } from '../../../scene/vector.ts'
import { rgb } from '../../../solid/palette.ts'
import { round } from '../../geometry.ts'
import { STONE } from '../../kit/tints.ts'
import { spotAt, yawTo } from '../../spot.ts'
import type { World } from '../../world.ts'
import { TRIM } from './site.ts'

/** A pot with broad leaves. */
export function pottedPlant(world: World, x: number, z: number): void {
  const random = world.streams(`pot ${x} ${z}`)
  const spot = spotAt(world, x, z, random.next() * 6)
  const { solid } = world
  solid.paint(rgb('#b5653f'))
  lathe(
    solid,
    0,
    0,
    [
      [0.3, 0],
      [0.42, 0.6],
      [0.38, 0.62],
      [0, 0.55],
    ],
    12,
  )
  for (let i = 0; i < 9; i++) {
    const [c, s] = [cos(i * 2.4), sin(i * 2.4)]
    const out = random.range(0.5, 0.9)
    const high = random.range(1.1, 1.9)
    const w = 0.13
    solid.paint(between(rgb('#3f7f45'), rgb('#6fae55'), random.next()), { through: 0.5 })
    const tip: Vec3 = [c * out, high - 0.15, s * out]
    const [left, right]: [Vec3, Vec3] = [
      [c * out * 0.5 - s * w, high, s * out * 0.5 + c * w],
      [c * out * 0.5 + s * w, high, s * out * 0.5 - c * w],
    ]
    solid.quad([c * 0.05 - s * 0.04, 0.55, s * 0.05 + c * 0.04], [c * 0.05 + s * 0.04, 0.55, s * 0.05 - c * 0.04], right, left, 1, 2)
    solid.triangle(left, right, tip)
  }
  spot.post([0, 0, 0], 0.42, 1)
}

/** A ficus in a round bench. */
export function planterBench(world: World, x0: number, z0: number): void {
  const spot = spotAt(world, x0, z0)
  const { solid } = world
  solid.paint(STONE, { vary: 0.04 })
  lathe(
    solid,
    0,
    0,
    [
      [1, 0],
      [1, 0.75],
      [0.86, 0.78],
      [0.8, 0.6],
      [0, 0.62],
    ],
    20,
  )
  solid.paint(rgb('#a8754a'))
  lathe(
    solid,
    0,
    0,
    [
      [1, 0.4],
      [1.75, 0.4],
      [1.75, 0.5],
      [1, 0.52],
    ],
    24,
  )
  solid.paint(TRIM)
  round(8, 1.55, 0, (x, z) => box(solid, [x, 0, z], [0.1, 0.4, 0.1]))
  spot.post([0, 0, 0], 1.7, 0.8)
  round(6, 1.45, 0, (x, z) => spot.seat(x, 0.52, z, yawTo(x, z)))
  spot.use(0.45, 0.5, 0.82)
  solid.paint([0.2, 0.13, 0.08])
  tube(
    solid,
    [
      [0, 0, 0],
      [0.15, 0.9, 0.05],
      [-0.05, 1.8, 0],
    ],
    0.15,
    0.09,
    6,
  )
  const [leaf, dark] = [rgb('#4f8f45'), rgb('#1f4f2f')]
  for (let i = 0; i < 7; i++) {
    const r = i ? 0.75 : 0
    const y = 2.1 + (i % 3) * 0.45
    solid.paint((_, py) => between(dark, leaf, saturate((py - y + 0.5) / 1.1)), { through: 0.5, vary: 0.15 })
    blob(solid, [cos(i * 2.4) * r, y, sin(i * 2.4) * r], [0.72, 0.55, 0.72], { rough: 0.2, seed: i })
  }
}
