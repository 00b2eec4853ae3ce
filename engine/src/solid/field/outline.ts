import { clamp } from '../../math/dmath.ts'
import type { Field, Field2 } from './field.ts'

const { abs, max, min, sqrt } = Math

/** Exact signed distance to a polygon given as flat coordinates [x0, y0, x1, y1, …] (Quilez). */
export function polygon(coordinates: readonly number[]): Field2 {
  const count = coordinates.length >> 1
  const p = Float64Array.from(coordinates)
  return (x, y) => {
    let squared = 1e18
    let sign = 1
    for (let i = 0, j = count - 1; i < count; j = i++) {
      const ax = p[2 * i]!
      const ay = p[2 * i + 1]!
      const by = p[2 * j + 1]!
      const ex = p[2 * j]! - ax
      const ey = by - ay
      const wx = x - ax
      const wy = y - ay
      const t = clamp((wx * ex + wy * ey) / (ex * ex + ey * ey), 0, 1)
      const dx = wx - ex * t
      const dy = wy - ey * t
      const q = dx * dx + dy * dy
      if (q < squared) squared = q
      const above = y >= ay
      const below = y < by
      const left = ex * wy > ey * wx
      if ((above && below && left) || (!above && !below && !left)) sign = -sign
    }
    return sign * sqrt(squared)
  }
}

/** Catmull-Rom curve through points of any dimension, `steps` samples a span, ends included. */
export function catmullRom(points: readonly (readonly number[])[], steps: number): number[][] {
  const curve: number[][] = []
  for (let i = 0; i < points.length - 1; i++) {
    const a = points[max(i - 1, 0)]!
    const b = points[i]!
    const c = points[i + 1]!
    const d = points[min(i + 2, points.length - 1)]!
    for (let k = 0; k < steps; k++) {
      const t = k / steps
      const t2 = t * t
      const t3 = t2 * t
      curve.push(
        b.map(
          (_, m) =>
            0.5 *
            (2 * b[m]! +
              (c[m]! - a[m]!) * t +
              (2 * a[m]! - 5 * b[m]! + 4 * c[m]! - d[m]!) * t2 +
              (3 * b[m]! - a[m]! - 3 * c[m]! + d[m]!) * t3),
        ),
      )
    }
  }
  curve.push([...points[points.length - 1]!])
  return curve
}

/** Turns a profile of (radius, height) points around the y axis; `smooth` > 0 rounds it by Catmull-Rom. */
export function lathe(profile: readonly (readonly number[])[], smooth = 0, round = 0): Field {
  const points = smooth > 0 ? catmullRom(profile, smooth) : profile
  const flat = [-0.2, points[0]![1]!]
  for (const point of points) flat.push(point[0]!, point[1]!)
  flat.push(-0.2, points[points.length - 1]![1]!)
  const outline = polygon(flat)
  return (x, y, z) => outline(sqrt(x * x + z * z), y) - round
}

/** A flat outline given thickness 2·`half` along z, edges rounded by r. */
export function extrude(outline: Field2, half: number, r = 0): Field {
  return (x, y, z) => {
    const a = outline(x, y) + r
    const b = abs(z) - half + r
    const u = max(a, 0)
    const v = max(b, 0)
    return min(max(a, b), 0) + sqrt(u * u + v * v) - r
  }
}
