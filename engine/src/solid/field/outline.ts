import { type Candidates, candidates } from './candidates.ts'
import type { Field, Field2 } from './field.ts'

const { abs, max, min, sqrt } = Math

/** Outlines of more edges than this keep lists of those near a place. */
const FEW = 9
/** Cells of those lists along the longer side, rims included. */
const CELLS = 56

/** Levels that list the edges which pass them. */
const LEVELS = 32

/** Exact signed distance to a polygon given as flat coordinates [x0, y0, x1, y1, …] (Quilez). */
export function polygon(coordinates: readonly number[]): Field2 {
  const count = coordinates.length >> 1
  /** Of each edge: where it starts, where it leads, the height it comes from and its squared length. */
  const edges = new Float64Array(count * 6)
  for (let i = 0, j = count - 1; i < count; j = i++) {
    const ax = coordinates[2 * i]!
    const ay = coordinates[2 * i + 1]!
    const by = coordinates[2 * j + 1]!
    const ex = coordinates[2 * j]! - ax
    const ey = by - ay
    edges.set([ax, ay, ex, ey, by, ex * ex + ey * ey], 6 * i)
  }
  const squaredTo = (edge: number, x: number, y: number): number => {
    const o = 6 * edge
    const ex = edges[o + 2]!
    const ey = edges[o + 3]!
    const wx = x - edges[o]!
    const wy = y - edges[o + 1]!
    const h = (wx * ex + wy * ey) / edges[o + 5]!
    const t = h < 0 ? 0 : h > 1 ? 1 : h
    const dx = wx - ex * t
    const dy = wy - ey * t
    return dx * dx + dy * dy
  }
  const near = count > FEW ? nearEdges(coordinates, squaredTo) : null
  const everything = Int32Array.from({ length: count }, (_, i) => i)
  const heights = coordinates.filter((_, k) => k % 2 === 1)
  const bottom = min(...heights)
  const top = max(...heights)
  const perLevel = LEVELS / (top - bottom)
  const levels = Array.from({ length: LEVELS + 1 }, (_, level) =>
    everything.filter((i) => {
      const [a, b] = [edges[6 * i + 1]!, edges[6 * i + 4]!]
      // one more on either side, for rounding
      return (min(a, b) - bottom) * perLevel < level + 2 && (max(a, b) - bottom) * perLevel > level - 1
    }),
  )
  return (x, y) => {
    const list = near === null ? everything : near(x, y, 0)
    const e = edges
    let squared = 1e18
    for (let k = 0; k < list.length; k++) {
      const q = squaredTo(list[k]!, x, y)
      if (q < squared) squared = q
    }
    // a level line from the point on crosses the outline an odd number of times where the point is inside
    let sign = 1
    if (y >= bottom && y < top) {
      const level = levels[((y - bottom) * perLevel) | 0]!
      for (let k = 0; k < level.length; k++) {
        const o = 6 * level[k]!
        const wy = y - e[o + 1]!
        const above = wy >= 0
        if (above !== y < e[o + 4]!) continue
        if (above === e[o + 2]! * wy > e[o + 3]! * (x - e[o]!)) sign = -sign
      }
    }
    return sign * sqrt(squared)
  }
}

/** Lists of the edges near a place. */
function nearEdges(coordinates: readonly number[], squaredTo: (edge: number, x: number, y: number) => number): Candidates {
  const xs = coordinates.filter((_, k) => k % 2 === 0)
  const ys = coordinates.filter((_, k) => k % 2 === 1)
  const rim = 0.3 * max(max(...xs) - min(...xs), max(...ys) - min(...ys))
  return candidates(xs.length, [min(...xs) - rim, min(...ys) - rim, 0], [max(...xs) + rim, max(...ys) + rim, 0], CELLS, 1, (edge, x, y) => {
    const q = squaredTo(edge, x, y)
    // an edge without length is not nearer than its neighbours
    return q >= 0 ? sqrt(q) : 1e9
  })
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
