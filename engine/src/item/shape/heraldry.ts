import { atan2, PI } from '../../math/dmath.ts'
import type { Field2 } from '../../solid/field/field.ts'
import { catmullRom, polygon } from '../../solid/field/outline.ts'
import { length2, rectangle } from '../../solid/field/shapes.ts'
import { every } from '../../solid/field/solids.ts'
import { SIGNETS } from './signets.ts'

const { abs, floor, max, min } = Math

type Points = readonly (readonly [number, number])[]

/** A closed outline of curves that meet in corners; each begins where the last ended. */
export const curvedOutline = (...spans: Points[]): Field2 =>
  polygon(spans.flatMap((span) => catmullRom(span, 5).slice(0, -1)).flatMap((point) => [point[0]!, point[1]!]))

/** An outline the same on both sides; the curves of its right half run from the top down to the foot. */
export const evenOutline = (...right: Points[]): Field2 =>
  curvedOutline(...right, ...right.map((span) => span.map(([x, y]) => [-x, y] as const).toReversed()).toReversed())

const SQRT_HALF = Math.sqrt(0.5)

/** How a field is parted between two colours: true where the first lies. Lengths: the shield is about two high, its middle at the origin. */
export const DIVISIONS = {
  plain: () => true,
  pale: (x) => x > 0,
  quarterly: (x, y) => x > 0 !== y > 0,
  bend: (x, y) => abs(x * 0.8 + y * 0.6) > 0.19,
  chevron: (x, y) => abs(y + abs(x) * 0.85 - 0.16) > 0.17,
  fess: (_, y) => abs(y) > 0.24,
  cross: (x, y) => min(abs(x), abs(y)) > 0.16,
  saltire: (x, y) => abs(abs(x) - abs(y)) * SQRT_HALF > 0.13,
  gyronny: (x, y) => floor((atan2(y, x) / PI) * 4) % 2 === 0,
  rays: (x, y) => floor((atan2(y, x) / PI) * 8 + 0.5) % 2 === 0,
  whirl: (x, y) => floor((atan2(y, x) / PI) * 3 + length2(x, y) * 1.5 + 8) % 2 === 0,
  checky: (x, y) => (floor(x * 3.6 + 0.5) + floor(y * 3.6)) % 2 === 0,
  lozengy: (x, y) => (floor(x * 3.4 + y * 2.2) + floor(x * 3.4 - y * 2.2)) % 2 === 0,
  barry: (_, y) => floor(y * 3.4 + 0.5) % 2 === 0,
  pile: (x, y) => abs(x) > 0.34 * (y + 0.75),
} satisfies Record<string, (x: number, y: number) => boolean>

export type Division = keyof typeof DIVISIONS

const fleur = evenOutline(
  [
    [0, 1],
    [0.16, 0.78],
    [0.26, 0.5],
    [0.17, 0.12],
    [0.2, -0.04],
  ],
  [
    [0.2, -0.04],
    [0.33, 0.2],
    [0.56, 0.38],
    [0.82, 0.22],
    [0.86, -0.06],
    [0.68, -0.22],
  ],
  [
    [0.68, -0.22],
    [0.68, -0.02],
    [0.56, 0.08],
    [0.42, -0.06],
    [0.36, -0.22],
  ],
  [
    [0.36, -0.22],
    [0.44, -0.22],
    [0.44, -0.4],
    [0.22, -0.4],
  ],
  [
    [0.22, -0.4],
    [0.3, -0.62],
    [0.16, -0.72],
    [0, -0.96],
  ],
)

const eagle = evenOutline(
  [
    [0, 0.96],
    [0.12, 0.92],
    [0.2, 0.8],
  ],
  [
    [0.2, 0.8],
    [0.34, 0.7],
    [0.18, 0.66],
    [0.14, 0.5],
    [0.26, 0.38],
  ],
  [
    [0.26, 0.38],
    [0.46, 0.66],
    [0.76, 0.86],
    [1, 0.8],
  ],
  [
    [1, 0.8],
    [0.92, 0.5],
    [0.94, 0.26],
    [0.82, 0.3],
  ],
  [
    [0.82, 0.3],
    [0.84, 0.04],
    [0.66, 0.12],
  ],
  [
    [0.66, 0.12],
    [0.62, -0.16],
    [0.46, -0.02],
  ],
  [
    [0.46, -0.02],
    [0.38, -0.24],
    [0.22, -0.3],
  ],
  [
    [0.22, -0.3],
    [0.4, -0.42],
    [0.48, -0.6],
    [0.36, -0.54],
    [0.18, -0.48],
  ],
  [
    [0.18, -0.48],
    [0.3, -0.78],
    [0.2, -0.86],
    [0, -0.98],
  ],
)

/** Outlines r high and broad at most from their middle, that are read on a shield, as a seal's are on a ring. */
export const CHARGES = {
  star: SIGNETS.star,
  sun: SIGNETS.sun,
  crescent: SIGNETS.crescent,
  fleur: (r: number) => (x, y) => fleur(x / r, y / r) * r,
  eagle: (r: number) => (x, y) => eagle(x / r, y / r) * r,
  tower: (r: number) => (x, y) => {
    const [u, v] = [abs(x) / r, y / r]
    const wall = rectangle(u, v + 0.2, 0.46, 0.76, 0.02)
    const crown = max(rectangle(u, v - 0.66, 0.64, 0.3, 0.02), min(0.17 - abs(every(u, 0.52)), v - 0.7) * 0.9)
    const gate = max(min(length2(u, v + 0.42) - 0.2, max(u - 0.2, v + 0.42)), -v - 1.2)
    return max(min(wall, crown), -gate) * r
  },
  flory: (r: number) => (x, y) => {
    const [u, v] = [max(abs(x), abs(y)) / r, min(abs(x), abs(y)) / r]
    return min(max(v - 0.09 - 0.06 * u, u - 0.8), length2(u - 0.76, v) - 0.2, length2(u - 0.72, v - 0.2) - 0.12) * r
  },
  diamond: (r: number) => (x, y) => (abs(x) * 1.5 + abs(y) - r) * 0.55,
} satisfies Record<string, (r: number) => Field2>

export type Charge = keyof typeof CHARGES
