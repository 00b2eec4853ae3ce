import { cos, PI, sin, smooth } from '../../math/dmath.ts'
import type { Prng } from '../../math/prng.ts'
import { smoothMax, smoothMin } from '../../solid/field/combine.ts'
import type { Field } from '../../solid/field/field.ts'
import type { LockPoint, Locks } from '../../solid/field/locks.ts'
import { length3 } from '../../solid/field/shapes.ts'
import type { Part } from '../../solid/render/part.ts'
import type { Skull } from './skull.ts'

const { abs, min } = Math

/** A thin cap under the locks: where the hairline runs, how thick it is. */
export type Cap = { readonly line: number; readonly thickness: number }

/** What a style is made with: it lays locks on a scalp. */
export type Comb = {
  readonly lay: (...points: LockPoint[]) => void
  /** A point over the scalp: degrees from the front to the viewer's right, degrees up, distance (1 on the scalp), thickness. */
  readonly scalp: (azimuth: number, elevation: number, distance: number, thickness: number) => [number, number, number, number]
  readonly jitter: (span: number) => number
  readonly random: Prng
  /** Half axes of the cranium. */
  readonly size: readonly [number, number, number]
}

export function createComb(skull: Skull, random: Prng): Comb & { readonly curves: LockPoint[][] } {
  const curves: LockPoint[][] = []
  const [a, b, c] = skull.cranium
  return {
    curves,
    random,
    size: skull.cranium,
    lay: (...points) => curves.push(points),
    jitter: (span) => random.range(-span, span),
    scalp(azimuth, elevation, distance, thickness) {
      const around = (azimuth * PI) / 180
      const up = (elevation * PI) / 180
      const r = distance * 1.008
      return [r * a * cos(up) * sin(around), 0.17 + r * b * sin(up), -0.03 + r * c * cos(up) * cos(around), thickness]
    },
  }
}

/** A field that is only wanted where it is less than `enough`: elsewhere it may say anything over that. */
type FieldBelow = (x: number, y: number, z: number, enough: number) => number

/** The cap as a field: the scalp behind a hairline that dips at the temples. */
export function capField({ cranium: [a, b, c] }: Skull, { line, thickness }: Cap): FieldBelow {
  const [p, q, r] = [1 / (a + thickness), 1 / (b + thickness), 1 / (c + thickness)]
  const thin = min(a, b, c) + thickness
  return (x, y, z, enough) => {
    const front = -(y - 0.8 * z - line + (z > 0 ? 0.25 * smooth(0.25, 0.6, abs(x)) * z : 0))
    if (front > enough) return front
    const u = x * p
    const v = (y - 0.17) * q
    const w = (z + 0.035) * r
    const out = length3(u, v, w)
    const least = (out - 1) * thin
    if (least > enough) return least
    return smoothMax(((out - 1) * out) / (length3(u * p, v * q, w * r) + 1e-9), front, 0.06)
  }
}

/** Width of the fillet between locks and the cap under them. */
const FILLET = 0.05

/** Locks and the cap under them as one field. */
export const overCap =
  (strands: Field, cap: FieldBelow): Field =>
  (x, y, z) => {
    const d = strands(x, y, z)
    return smoothMin(d, cap(x, y, z, d + FILLET), FILLET)
  }

/** The gradient of that where the cap plays no part. */
export const slopeOverCap =
  ({ slope }: Locks, cap: FieldBelow): NonNullable<Part['slope']> =>
  (x, y, z, distance, surface) => {
    if (cap(x, y, z, distance + FILLET) < distance + FILLET) return false
    slope(x, y, z, surface)
    return true
  }
