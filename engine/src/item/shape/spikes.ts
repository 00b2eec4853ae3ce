import { cos, PI, sin } from '../../math/dmath.ts'
import type { Field } from '../../solid/field/field.ts'
import { capsule } from '../../solid/field/shapes.ts'

const { sqrt } = Math

/** `count` unit directions spread evenly over a sphere. */
export function spread(count: number): Float64Array {
  const directions = new Float64Array(count * 3)
  const turn = PI * (3 - sqrt(5))
  for (let i = 0; i < count; i++) {
    const up = 1 - (2 * (i + 0.5)) / count
    const r = sqrt(1 - up * up)
    directions.set([r * cos(i * turn), up, r * sin(i * turn)], 3 * i)
  }
  return directions
}

/** Cones on a ball round the origin, from radius `from` to `to`, `wide` at the foot. */
export const spikes =
  (directions: Float64Array, from: number, to: number, wide: number): Field =>
  (x, y, z) => {
    let best = -1e9
    let at = 0
    for (let o = 0; o < directions.length; o += 3) {
      const along = directions[o]! * x + directions[o + 1]! * y + directions[o + 2]! * z
      if (along > best) {
        best = along
        at = o
      }
    }
    const [a, b, c] = [directions[at]!, directions[at + 1]!, directions[at + 2]!]
    return capsule(x, y, z, a * from, b * from, c * from, a * to, b * to, c * to, wide, 0.012)
  }
