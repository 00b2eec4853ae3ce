import { smoothMax } from '../../solid/field/combine.ts'
import type { Field } from '../../solid/field/field.ts'
import { ellipsoid, length3 } from '../../solid/field/shapes.ts'
import { blend, oval, rod } from '../../solid/field/solids.ts'

const { abs, max } = Math

const CRANIUM = blend(
  0.1,
  oval(0, 0.3, -0.12, 0.5, 0.5, 0.6),
  oval(0, 0.26, 0.22, 0.41, 0.36, 0.28),
  oval(0.2, 0.12, 0.42, 0.17, 0.06, 0.09),
  oval(0.33, -0.1, 0.3, 0.12, 0.1, 0.16),
  oval(0, -0.2, 0.36, 0.23, 0.26, 0.2),
  rod([0.36, -0.1, 0.22], [0.43, -0.04, -0.14], 0.06),
)
/** A human skull without its jaw, about 0.6 in radius, face to +z. */
export const skullFace: Field = (x, y, z) => {
  const ax = abs(x)
  let d = CRANIUM(ax, y, z)
  d = smoothMax(d, -ellipsoid(ax - 0.19, y + 0.01, z - 0.5, 0.15, 0.135, 0.34), 0.05)
  const nose = max(ax * 0.9 + (y + 0.1) * 0.36 - 0.065, -0.27 - y, 0.34 - z)
  d = smoothMax(d, -nose, 0.03)
  d = smoothMax(d, 0.13 - length3(ax - 0.46, y + 0.02, z - 0.02) * 0.9, 0.05)
  return smoothMax(d, -0.38 - y, 0.03)
}
