import type { Field, Field2 } from './field.ts'

/** The same field, that does not work out again what it was asked last: for a shape that several parts are cut from. */
export function once(field: Field): Field {
  let [px, py, pz] = [Number.NaN, Number.NaN, Number.NaN]
  let known = 0
  return (x, y, z) => {
    if (x === px && y === py && z === pz) return known
    px = x
    py = y
    pz = z
    known = field(x, y, z)
    return known
  }
}

/** The same in the plane. */
export function once2(field: Field2): Field2 {
  let [px, py] = [Number.NaN, Number.NaN]
  let known = 0
  return (x, y) => {
    if (x === px && y === py) return known
    px = x
    py = y
    known = field(x, y)
    return known
  }
}
