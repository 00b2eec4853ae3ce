import { atan2, cos, sin, TAU } from '../../math/dmath.ts'
import { candidates } from './candidates.ts'
import type { Field } from './field.ts'

const { abs, floor, min } = Math

/** Union of two distances with a fillet about k wide (polynomial smooth minimum). */
export function smoothMin(a: number, b: number, k: number): number {
  const h = k - abs(a - b)
  return (a < b ? a : b) - (h > 0 ? (h * h) / (4 * k) : 0)
}

/** Intersection of two distances with a fillet about k wide. */
export const smoothMax = (a: number, b: number, k: number) => -smoothMin(-a, -b, k)

/** Rows of the matrix Rz·Ry·Rx (local to world). Angles in radians. */
export function rotation(
  rx: number,
  ry: number,
  rz: number,
): readonly [number, number, number, number, number, number, number, number, number] {
  const a = cos(rx)
  const b = sin(rx)
  const c = cos(ry)
  const d = sin(ry)
  const e = cos(rz)
  const f = sin(rz)
  return [e * c, e * d * b - f * a, e * d * a + f * b, f * c, f * d * b + e * a, f * d * a - e * b, -d, c * b, c * a]
}

/** Moves, turns and scales a field. */
export function place(field: Field, px: number, py: number, pz: number, rx = 0, ry = 0, rz = 0, scale = 1): Field {
  if (rx === 0 && ry === 0 && rz === 0 && scale === 1) return (x, y, z) => field(x - px, y - py, z - pz)
  const [a, b, c, d, e, g, h, i, j] = rotation(rx, ry, rz)
  const inverse = 1 / scale
  return (x, y, z) => {
    const u = x - px
    const v = y - py
    const w = z - pz
    return field((a * u + d * v + h * w) * inverse, (b * u + e * v + i * w) * inverse, (c * u + g * v + j * w) * inverse) * scale
  }
}

/** The same shape at x and −x. */
export const mirrorX =
  (field: Field): Field =>
  (x, y, z) =>
    field(abs(x), y, z)

/** `count` copies around the y axis; the first lies along +x. */
export function polar(field: Field, count: number): Field {
  const step = TAU / count
  // half of the copies to either side of the first, and one more for rounding
  const last = (count >> 1) + 1
  const cosines = Float64Array.from({ length: 2 * last + 1 }, (_, i) => cos((i - last) * step))
  const sines = Float64Array.from({ length: 2 * last + 1 }, (_, i) => sin((i - last) * step))
  return (x, y, z) => {
    const copy = floor(atan2(z, x) / step + 0.5) + last
    const c = cosines[copy]!
    const s = sines[copy]!
    return field(c * x + s * z, y, -s * x + c * z)
  }
}

/** The nearest of several fields. */
export function union(...fields: Field[]): Field {
  return (x, y, z) => {
    let distance = 1e9
    for (const field of fields) distance = min(distance, field(x, y, z))
    return distance
  }
}

/**
 * The nearest of several fields that are long to work out, each asked only in those of `cells` cells along the longest side from `low` to
 * `high` where it can be nearest.
 * @param steep how much faster than a distance they may change
 */
export function nearestOf(
  fields: readonly Field[],
  low: readonly [number, number, number],
  high: readonly [number, number, number],
  cells: number,
  steep = 1,
): Field {
  const near = candidates(fields.length, low, high, cells, steep, (i, x, y, z) => fields[i]!(x, y, z))
  return (x, y, z) => {
    const list = near(x, y, z)
    let distance = 1e9
    for (let i = 0; i < list.length; i++) distance = min(distance, fields[list[i]!]!(x, y, z))
    return distance
  }
}
