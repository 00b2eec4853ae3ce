import { saturate } from '../../math/dmath.ts'
import type { Field, Field2 } from '../../solid/field/field.ts'
import { catmullRom, polygon } from '../../solid/field/outline.ts'

const { abs, max, min } = Math

/** Half the thickness an edge is left with: thinner ones cannot be meshed. */
const EDGE = 0.01

/** A flat outline through stations [y, left x, right x], rounded by Catmull-Rom with `steps` samples a span. */
export function stationOutline(stations: readonly (readonly [number, number, number])[], steps = 5): Field2 {
  const curve = catmullRom(stations, steps)
  return polygon([...curve.flatMap(([y, left]) => [left!, y!]), ...curve.toReversed().flatMap(([y, , right]) => [right!, y!])])
}

/** A blade ground towards its whole outline: `half` thick on either side in the middle, thinner by `slope` a unit towards the edge. */
export const groundBlade =
  (outline: Field2, half: number, slope = 0.3): Field =>
  (x, y, z) => {
    const d = outline(x, y)
    return max(d, abs(z) - max(EDGE * 0.7, min(half, EDGE - d * slope)))
  }

/** A blade with one edge; `across` is 0 at the edge and 1 at the back. */
export const wedgeBlade =
  (outline: Field2, across: Field2, half: number): Field =>
  (x, y, z) =>
    max(outline(x, y), abs(z) - EDGE - (half - EDGE) * saturate(across(x, y) * 1.5)) * 0.96
