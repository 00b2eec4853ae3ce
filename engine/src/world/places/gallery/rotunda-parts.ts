import { cos, PI, saturate, sin, TAU } from '../../../math/dmath.ts'
import { blob } from '../../../model/shapes/blob.ts'
import { box } from '../../../model/shapes/box.ts'
import { lathe } from '../../../model/shapes/lathe.ts'
import { tube } from '../../../model/shapes/tube.ts'
import { blend as between, type Rgb, type Vec3 } from '../../../scene/vector.ts'
import { rgb } from '../../../solid/palette.ts'
import type { Place2 } from '../../land.ts'
import { spotAt } from '../../spot.ts'
import type { World } from '../../world.ts'
import { TRIM } from './site.ts'

/** A white figure on a plinth. */
export function sculpture(world: World, x: number, z: number, form: number): void {
  const spot = spotAt(world, x, z)
  const { solid } = world
  solid.paint(rgb('#e9e6df'), { vary: 0.02 })
  box(solid, [0, 0, 0], [0.9, 1, 0.9], { cell: 0.6 })
  solid.paint(form === 1 ? rgb('#c99a4a') : rgb('#f2f0ea'), { vary: 0.03 })
  if (form === 0)
    lathe(
      solid,
      0,
      0,
      [
        [0.3, 1],
        [0.12, 1.3],
        [0.34, 1.7],
        [0.1, 2.1],
        [0.26, 2.4],
        [0, 2.65],
      ],
      14,
    )
  else if (form === 1)
    tube(
      solid,
      Array.from({ length: 25 }, (_, i): Vec3 => [cos((TAU * i) / 24) * 0.45, 1.6 + sin((TAU * i) / 12) * 0.3, sin((TAU * i) / 24) * 0.45]),
      0.12,
      0.12,
      8,
    )
  else
    for (const [y, r] of [
      [1.28, 0.3],
      [1.75, 0.22],
      [2.1, 0.15],
    ] as const)
      blob(solid, [0, y, 0], [r, r, r], { detail: 2, rough: 0 })
  spot.block([0, 0, 0], [0.9, 2, 0.9])
  spot.keep(1)
}

/** A plain round column from the floor up. */
export function column(world: World, x: number, z: number, high: number): void {
  const { solid } = world
  solid.at(x, 0, z)
  solid.paint(rgb('#efe9df'), { vary: 0 })
  lathe(
    solid,
    0,
    0,
    [
      [0.42, 0],
      [0.34, 0.3],
      [0.3, 0.5],
      [0.28, high - 0.7],
      [0.42, high - 0.3],
      [0.42, high],
    ],
    12,
  )
}

/** A roof over walls of radius `r`, ribs under it, an eye at its top that lets the sky in. */
export function roof(
  world: World,
  { r, high, roof: rings }: { readonly r: number; readonly high: number; readonly roof: readonly Place2[] },
  sides: number,
  tint: Rgb,
  day: boolean,
): void {
  const { solid } = world
  const eye = rings.at(-1)![1] + 0.3
  solid.at(0, 0, 0)
  solid.paint((_, y) => between(rgb('#efe9df'), tint, saturate((y - high) / 3)), { vary: 0 })
  lathe(solid, 0, 0, [...rings.map(([share, rise]) => [r * share, high + rise] as const), [1.9, high + eye]], sides === 6 ? 6 : 30, {
    offset: sides === 6 ? 0 : 0.5,
    flat: sides === 6,
  })
  solid.paint(TRIM)
  for (let i = 0; i < sides; i++) {
    const a = (TAU * (i + 0.5)) / sides + PI / 2
    const rib = [...rings.map(([share, rise]) => [r * share - 0.1, rise - 0.05] as const), [1.9, eye - 0.08] as const]
    tube(
      solid,
      rib.map(([out, y]): Vec3 => [cos(a) * out, high + y, -sin(a) * out]),
      0.13,
      0.09,
      4,
    )
  }
  solid.paint([0, 0, 0], { glow: day ? [0.7, 0.92, 1.15] : [0.03, 0.05, 0.14] })
  lathe(
    solid,
    0,
    0,
    [
      [1.95, high + eye + 0.1],
      [0, high + eye + 0.2],
    ],
    20,
  )
}

/** A round step. */
export function dais(world: World, radius: number, accent: Rgb): void {
  const spot = spotAt(world, 0, 0)
  const { solid } = world
  spot.use()
  solid.paint((_, y) => (y > 0.2 ? rgb('#ece6da') : accent), { vary: 0.02 })
  lathe(
    solid,
    0,
    0,
    [
      [radius + 0.3, 0],
      [radius + 0.3, 0.14],
      [radius, 0.15],
      [radius, 0.3],
      [0, 0.31],
    ],
    30,
  )
  spot.disc('step', 0, 0, radius + 0.3, 0.15)
  spot.disc('dais', 0, 0, radius, 0.31)
}

/** A globe of the sky in rings of brass. */
export function globe(world: World, accent: Rgb): void {
  const spot = spotAt(world, 0, 0, 0, 0.3)
  const { solid } = world
  spot.use()
  solid.paint(rgb('#e9e6df'), { vary: 0.02 })
  lathe(
    solid,
    0,
    0,
    [
      [1.1, 0],
      [0.7, 0.3],
      [0.34, 0.8],
      [0.5, 1.1],
    ],
    14,
  )
  solid.paint((x, y, z) => (sin(x * 5) + sin(y * 6 + 1) + sin(z * 5 + 2) > 0.5 ? rgb('#cfa860') : accent), { vary: 0.04 })
  blob(solid, [0, 2.4, 0], [1.15, 1.15, 1.15], { detail: 2, rough: 0 })
  solid.paint(rgb('#c99a4a'))
  for (const lean of [0, 1, 2])
    tube(
      solid,
      Array.from({ length: 25 }, (_, i): Vec3 => {
        const [c, s] = [cos((TAU * i) / 24) * 1.6, sin((TAU * i) / 24) * 1.6]
        return lean === 0 ? [c, 2.4 + s, 0] : lean === 1 ? [c, 2.4 + s * 0.35, s * 0.94] : [0.4 * c, 2.4 + s, 0.92 * c]
      }),
      0.06,
      0.06,
      5,
    )
  spot.post([0, 0, 0], 1.1, 3)
}
