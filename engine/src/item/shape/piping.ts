import { atan2, cos, sin, smooth } from '../../math/dmath.ts'
import { smoothMax, smoothMin } from '../../solid/field/combine.ts'
import type { Field, Rgb } from '../../solid/field/field.ts'
import { lathe } from '../../solid/field/outline.ts'
import { cylinder, ellipsoid, length2, length3 } from '../../solid/field/shapes.ts'
import { fruitSkin, icing } from '../../solid/material/food.ts'
import { finish } from '../../solid/material/plain.ts'
import { rgb } from '../../solid/palette.ts'
import type { Opaque } from '../../solid/render/part.ts'
import { paint } from '../../solid/render/surface.ts'
import type { Bench } from '../bench.ts'

const { abs, floor, max, min } = Math

export const CREAM = rgb('#f6ead6')
export const SPONGE = rgb('#e2b66c')
export const CHERRY = rgb('#b8101f')
export const CHOCOLATE = rgb('#3c1d10')
export const PASTELS = ['#f2a6b8', '#a6d3ec', '#c9b0ec', '#f7d68a', '#a9dcb8']

const COCOA = rgb('#4a2818')

/** What lies on a cake: icing, or the leaf of a cake that is gilded. */
export const frosting = (bench: Bench, colour: Rgb): Opaque => (bench.gilded ? bench.body({ rough: 0.24, brush: 0 }) : icing(colour))

/** What a cake is baked of: a brown one of chocolate. */
export const spongeOf = ({ coloured, fabric: [r, , b] }: Bench, usual: Rgb): Rgb => (coloured && r < 0.25 && r > b * 1.8 ? COCOA : usual)

/** A piped rosette standing on the origin, about 0.09 wide and high. */
export const rosette: Field = (x, y, z) => {
  const far = length3(x, y - 0.07, z) - 0.12
  if (far > 0.05) return far
  const a = atan2(z, x)
  const r = length2(x, z)
  const ridge = 0.01 * cos(a * 6 + y * 34)
  return (
    (smoothMin(ellipsoid(x, y - 0.03, z, 0.095, 0.06, 0.095), ellipsoid(x, y - 0.09, z, 0.055, 0.075, 0.055), 0.04) +
      ridge * min(1, r * 14)) *
    0.8
  )
}

/** Icing run down the side from a level, farther in some places. */
export const drips =
  (r: number, top: number): Field =>
  (x, y, z) => {
    const a = atan2(z, x)
    const reach = 0.05 + 0.13 * (0.5 + 0.5 * sin(a * 11 + 1.7 * sin(a * 3)))
    const d = cylinder(x, y - top, z, r + 0.022, 0.03, 0.02)
    const run = max(abs(length2(x, z) - r) - 0.022, abs(y - top + reach * 0.5) - reach * 0.5)
    return smoothMin(d, run * 0.5, 0.02)
  }

/** Round a stand: its plate at y = −0.5, its foot at −0.95. */
export const STAND = lathe(
  [
    [0, -0.95],
    [0.36, -0.95],
    [0.34, -0.9],
    [0.12, -0.82],
    [0.08, -0.72],
    [0.1, -0.62],
    [0.3, -0.56],
    [0.82, -0.54],
    [0.84, -0.5],
    [0, -0.5],
  ],
  0,
  0.012,
)

/** The gap left by a slice: everything within `half` radians of the direction `turn`. */
export const slice = (turn: number, half: number): Field => {
  const cx = sin(turn)
  const cz = cos(turn)
  const c = cos(half)
  const s = sin(half)
  return (x, _y, z) => abs(-x * cz + z * cx) * c - (x * cx + z * cz) * s
}

export const STRAWBERRY = rgb('#c8141e')
const SEED = rgb('#f0cf6a')

/** A strawberry that stands on its tip, `y` from there. */
export const berry: Field = (x, y, z) => {
  const r = 0.15 * smooth(-0.02, 0.2, y) * smooth(0.36, 0.24, y) + 0.012
  return (smoothMax(length2(x, z) - r, abs(y - 0.15) - 0.14, 0.05) - 0.012) * 0.7
}

/** Skin with seeds in rows that are set off. */
export const berrySkin = finish(STRAWBERRY, (s) => {
  fruitSkin(STRAWBERRY, 1).shade(s)
  const row = floor(s.y / 0.05)
  const around = atan2(s.z, s.x) / 0.7 + (row & 1) * 0.5
  const seed = length2((around - floor(around) - 0.5) * 0.09, s.y - (row + 0.5) * 0.05)
  if (seed < 0.013) {
    paint(s, SEED)
    s.coat = 0.3
  }
})
