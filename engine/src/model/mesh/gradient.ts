import type { Field } from '../../solid/field/field.ts'

/** Writes the field's gradient at a point as a unit vector: the normal of the surface there. Four evaluations. */
export function unitGradient(field: Field, x: number, y: number, z: number, step: number, out: Float64Array): void {
  const a = field(x + step, y - step, z - step)
  const b = field(x - step, y - step, z + step)
  const c = field(x - step, y + step, z - step)
  const d = field(x + step, y + step, z + step)
  const gx = a - b - c + d
  const gy = -a - b + c + d
  const gz = -a + b - c + d
  const inverse = 1 / (Math.sqrt(gx * gx + gy * gy + gz * gz) + 1e-20)
  out[0] = gx * inverse
  out[1] = gy * inverse
  out[2] = gz * inverse
}
