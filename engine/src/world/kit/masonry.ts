import { cos, PI, sin, TAU } from '../../math/dmath.ts'
import { hash3 } from '../../math/lattice.ts'
import { box } from '../../model/shapes/box.ts'
import { lathe } from '../../model/shapes/lathe.ts'
import { tube } from '../../model/shapes/tube.ts'
import { blend, type Rgb, type Vec3 } from '../../scene/vector.ts'
import { rgb } from '../../solid/palette.ts'
import { type Spot, spotAt, yawTo } from '../spot.ts'
import type { World } from '../world.ts'
import { byHeight, darker } from './tints.ts'

export const SANDSTONE = rgb('#d9bd8c')

/** A column of `height`; `broken` 0..1 is where a ruined one ends. */
export function column(world: World, at: Vec3, height: number, radius: number, colour: Rgb = SANDSTONE, broken = 0): void {
  const spot = spotAt(world, at[0], at[2], 0, at[1])
  const { solid } = world
  solid.paint(byHeight(blend(colour, [0.3, 0.16, 0.08], 0.3), colour, 0, height), { vary: 0.06 })
  box(solid, [0, 0, 0], [radius * 2.7, 0.35, radius * 2.7], { cell: 3 })
  const end = broken > 0 ? height * broken : height
  const rough = (a: number, ring: number) => (ring === 3 && broken > 0 ? 0.75 + 0.4 * hash3(Math.floor(a * 10), 3, 0) : 1)
  lathe(
    solid,
    0,
    0,
    [
      [radius * 1.12, 0.35],
      [radius, 0.55],
      [radius * 0.97, end * 0.5],
      [radius * 0.88, end],
    ],
    10,
    {
      flat: true,
      swell: rough,
    },
  )
  if (broken > 0)
    lathe(
      solid,
      0,
      0,
      [
        [radius * 0.9, end],
        [radius * 0.4, end + 0.25],
        [0, end + 0.1],
      ],
      10,
      { flat: true },
    )
  else {
    lathe(
      solid,
      0,
      0,
      [
        [radius * 0.9, end],
        [radius * 1.35, end + 0.4],
      ],
      10,
      { flat: true },
    )
    box(solid, [0, end + 0.4, 0], [radius * 2.8, 0.3, radius * 2.8])
  }
  spot.post([0, 0, 0], radius * 1.2, end)
}

/** Steps that rise towards local -z from `at`; returns their length on the ground. They are walked as a ramp. */
export function stairs(world: World, spot: Spot, at: Vec3, width: number, rise: number, colour: Rgb): number {
  const { solid } = world
  const steps = Math.ceil(rise / 0.18)
  const [high, deep] = [rise / steps, 0.34]
  spot.use()
  solid.paint(colour)
  for (let i = 0; i < steps; i++)
    box(solid, [at[0], at[1] - 0.3, at[2] - (i + 0.5) * deep], [width, (i + 1) * high + 0.3, deep + 0.02], { cell: 3 })
  const length = steps * deep
  spot.ramp('stairs', at[0], at[2] - length / 2, width, length, at[1] + rise, at[1])
  return length
}

/** A straight wall between two places, with battlements unless told otherwise. */
export function wall(
  world: World,
  from: readonly [number, number],
  to: readonly [number, number],
  height: number,
  thickness: number,
  colour: Rgb,
  battlements = true,
): void {
  const [dx, dz] = [to[0] - from[0], to[1] - from[1]]
  const length = Math.sqrt(dx * dx + dz * dz)
  const [x, z] = [(from[0] + to[0]) / 2, (from[1] + to[1]) / 2]
  const spot = spotAt(world, x, z, yawTo(dx, dz) - PI / 2)
  const { solid } = world
  solid.paint(byHeight(darker(colour, 0.25), colour, 0, height), { vary: 0.08 })
  box(solid, [0, -0.6, 0], [length, height + 0.6, thickness], { cell: 2.4 })
  if (battlements) {
    solid.paint(colour, { vary: 0.08 })
    const teeth = Math.max(1, Math.floor(length / 1.9))
    for (let i = 0; i < teeth; i++)
      for (const side of [-1, 1])
        box(solid, [((i + 0.5) / teeth - 0.5) * length, height, side * (thickness / 2 - 0.15)], [0.95, 0.6, 0.3], { cell: 9 })
  }
  spot.block([0, -0.6, 0], [length, height + 1, thickness])
}

export type TowerShape = { readonly roof?: Rgb; readonly windows?: boolean; readonly y?: number }

/** A round tower with a pointed roof, or battlements without one. */
export function roundTower(world: World, x: number, z: number, radius: number, height: number, colour: Rgb, shape: TowerShape = {}): void {
  const spot = spotAt(world, x, z, 0, shape.y)
  const { solid, lit } = world
  solid.paint(byHeight(darker(colour, 0.3), colour, 0, height * 0.6), { vary: 0.07 })
  lathe(
    solid,
    0,
    0,
    [
      [radius * 1.15, -0.8],
      [radius * 1.08, 0.6],
      [radius, 1.4],
      [radius, height * 0.5],
      [radius, height],
    ],
    14,
    { flat: true },
  )
  lathe(
    solid,
    0,
    0,
    [
      [radius, height],
      [radius * 1.18, height + 0.4],
      [radius * 1.18, height + 1],
      [radius, height + 1],
      [0, height + 0.9],
    ],
    14,
    { flat: true },
  )
  for (let i = 0; i < 9; i++) {
    const a = (TAU * i) / 9
    box(solid, [sin(a) * radius * 1.08, height + 1, cos(a) * radius * 1.08], [0.7, 0.65, 0.35], { turn: a, cell: 9 })
  }
  if (shape.roof) {
    solid.paint(byHeight(darker(shape.roof, 0.35), shape.roof, height + 1.2, height + 1.5 + radius * 2), { vary: 0.05 })
    lathe(
      solid,
      0,
      0,
      [
        [radius * 1.3, height + 1.45],
        [radius * 0.75, height + 1.4 + radius * 1.1],
        [0, height + 1.5 + radius * 2.4],
      ],
      14,
    )
    solid.paint(rgb('#e8c15a'))
    lathe(
      solid,
      0,
      0,
      [
        [0.05, height + 1.3 + radius * 2.4],
        [0.05, height + 2.6 + radius * 2.4],
        [0, height + 2.7 + radius * 2.4],
      ],
      5,
    )
  }
  if (shape.windows !== false)
    for (const [a, y] of [
      [0.2, 0.35],
      [2.2, 0.55],
      [-1.6, 0.55],
      [0.4, 0.8],
      [-2.6, 0.75],
    ] as const) {
      solid.paint([0.05, 0.05, 0.06], { glow: lit ? [1.7, 0.95, 0.35] : null })
      box(solid, [sin(a) * radius * 0.99, height * y, cos(a) * radius * 0.99], [0.4, 1, 0.2], { turn: a, cell: 9 })
      solid.paint(darker(colour, 0.5))
      box(solid, [sin(a) * radius, height * y - 0.15, cos(a) * radius], [0.7, 0.15, 0.3], { turn: a, cell: 9 })
    }
  spot.post([0, -0.6, 0], radius * 1.1, height + 1)
  spot.keep(radius * 1.4)
}

/** A round arch across local x at `z`, `width` clear. */
export function arch(world: World, spot: Spot, z: number, width: number, height: number, thick: number, colour: Rgb): void {
  const { solid } = world
  spot.use()
  const r = width / 2 + thick / 2
  solid.paint(colour, { vary: 0.08 })
  for (const side of [-1, 1]) {
    box(solid, [side * r, -0.3, z], [thick, height - width / 2 + 0.3, thick], { cell: 1.2 })
    spot.block([side * r, -0.3, z], [thick, height, thick])
  }
  const stones = 11
  const bow = Array.from({ length: stones + 1 }, (_, i): Vec3 => {
    const a = (PI * i) / stones
    return [cos(a) * r, height - width / 2 + sin(a) * r, z]
  })
  tube(solid, bow, thick * 0.62, thick * 0.62, 4)
}
