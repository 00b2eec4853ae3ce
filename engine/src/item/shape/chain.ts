import { union } from '../../solid/field/combine.ts'
import type { Field } from '../../solid/field/field.ts'
import { length2, length3 } from '../../solid/field/shapes.ts'

const { abs, max } = Math

type Point = readonly [number, number, number]

/** A link from one point to another in a plane across `side`: wire of radius r bent to an oval `wide` across. */
function link(from: Point, to: Point, side: Point, wide: number, r: number): Field {
  const d: Point = [to[0] - from[0], to[1] - from[1], to[2] - from[2]]
  const long = length3(...d)
  const u: Point = [d[0] / long, d[1] / long, d[2] / long]
  const along = side[0] * u[0] + side[1] * u[1] + side[2] * u[2]
  const s: Point = [side[0] - along * u[0], side[1] - along * u[1], side[2] - along * u[2]]
  const unit = 1 / length3(...s)
  const v: Point = [s[0] * unit, s[1] * unit, s[2] * unit]
  const w: Point = [u[1] * v[2] - u[2] * v[1], u[2] * v[0] - u[0] * v[2], u[0] * v[1] - u[1] * v[0]]
  const middle: Point = [(from[0] + to[0]) / 2, (from[1] + to[1]) / 2, (from[2] + to[2]) / 2]
  const radius = wide / 2 - r
  // ends reach past the points, so that neighbours hook into each other
  const straight = max(0, long / 2 + r - radius)
  return (x, y, z) => {
    const px = x - middle[0]
    const py = y - middle[1]
    const pz = z - middle[2]
    const a = max(abs(px * u[0] + py * u[1] + pz * u[2]) - straight, 0)
    const b = px * v[0] + py * v[1] + pz * v[2]
    return length2(length2(a, b) - radius, px * w[0] + py * w[1] + pz * w[2]) - r
  }
}

/** A chain of links from point to point, each turned a right angle to the last. */
export function chain(points: readonly Point[], wide: number, r: number): Field {
  const sides: readonly Point[] = [
    [0.1, 0.05, 1],
    [0.7, -0.7, 0.05],
  ]
  return union(...points.slice(1).map((to, i) => link(points[i]!, to, sides[i % 2]!, wide, r)))
}
