import { atan2, cos, PI } from '../../math/dmath.ts'
import type { Field2 } from '../../solid/field/field.ts'
import { length2, rectangle } from '../../solid/field/shapes.ts'
import { every } from '../../solid/field/solids.ts'

const { abs, max, min, sqrt } = Math

const SQRT_HALF = sqrt(0.5)

/** A star of some points, its radius r and that of its notches. */
const star =
  (points: number, notch: number) =>
  (r: number): Field2 =>
  (x, z) => {
    const angle = abs(every(atan2(x, z), (2 * PI) / points))
    const ray = (angle * points) / PI
    return (length2(x, z) - r * (1 - (1 - notch) * ray)) * cos(ray * 0.9) * 0.7
  }

/** Flat outlines of seals: plates to press with, and what is raised on them. `r` is half their breadth. */
export const SIGNETS = {
  round: (r: number) => (x, z) => length2(x, z) - r,
  oval: (r: number) => (x, z) => length2(x, z * 0.76) - r,
  square: (r: number) => (x, z) => rectangle(x, z, r * 0.92, r * 0.92, r * 0.24),
  octagon: (r: number) => (x, z) => max(abs(x) - r * 0.92, abs(z) - r * 1.12, (abs(x) + abs(z)) * SQRT_HALF - r * 1.06),
  shield: (r: number) => (x, z) => max(abs(x) - r * 0.9, -z - r * 0.95, length2(abs(x) + r * 0.5, z + r * 0.2) - r * 1.45),
  star: star(5, 0.42),
  sun: star(12, 0.62),
  cross: (r: number) => (x, z) => min(rectangle(x, z, r * 0.3, r, 0.01), rectangle(x, z, r, r * 0.3, 0.01)),
  crescent: (r: number) => (x, z) => max(length2(x, z) - r, r * 0.78 - length2(x - r * 0.42, z)),
} satisfies Record<string, (r: number) => Field2>
