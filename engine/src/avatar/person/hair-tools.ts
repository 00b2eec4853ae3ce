import { cos, PI, sin, smooth } from '../../math/dmath.ts'
import type { Prng } from '../../math/prng.ts'
import { smoothMax } from '../../solid/field/combine.ts'
import type { Field } from '../../solid/field/field.ts'
import type { LockPoint } from '../../solid/field/locks.ts'
import { ellipsoid } from '../../solid/field/shapes.ts'
import type { Skull } from './skull.ts'

const { abs } = Math

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

/** The cap as a field: the scalp behind a hairline that dips at the temples. */
export function capField({ cranium: [a, b, c] }: Skull, { line, thickness }: Cap): Field {
  return (x, y, z) =>
    smoothMax(
      ellipsoid(x, y - 0.17, z + 0.035, a + thickness, b + thickness, c + thickness),
      -(y - 0.8 * z - line + 0.25 * smooth(0.25, 0.6, abs(x)) * (z > 0 ? z : 0)),
      0.06,
    )
}
