import { smooth } from '../../math/dmath.ts'
import { smoothMax, smoothMin } from '../../solid/field/combine.ts'
import type { Field } from '../../solid/field/field.ts'
import { ellipsoid, length2 } from '../../solid/field/shapes.ts'
import { COVERED } from '../person/hair.ts'
import type { Traits } from '../traits.ts'

const { max } = Math

/** A pointed hat of a portrait, whose back nobody saw: here it holds the skull. */
export const backed =
  (hat: Field): Field =>
  (x, y, z) => {
    const d = hat(x, y, z)
    if (z > 0 || d > 0.4) return d
    const back = smoothMax(ellipsoid(x, y - 0.19, z + 0.04, 0.665, 0.665, 0.69), max(z + 0.06, 0.38 + z * 0.12 - y), 0.04)
    return smoothMin(d, back, 0.08)
  }

/** Radius of the skull at a hat's rim, and how much wider hair is so far below it. */
const [SKULL, FULLER, BELOW] = [0.62, 0.4, 0.55] as const

/** Hair that comes out from under a hat close to the head: cut off level, it would stand round the hat like a bucket. */
export function tucked(hair: Field, headwear: Traits['headwear']): Field {
  const rim = COVERED[headwear]
  if (rim === undefined) return hair
  return (x, y, z) => {
    const d = hair(x, y, z)
    if (d > 0.5) return d
    const below = smooth(0, BELOW, rim + z * 0.12 - y)
    return below >= 1 ? d : smoothMax(d, (length2(x, z + 0.04) - SKULL - FULLER * below) * 0.8, 0.06)
  }
}
