import { type Candidates, candidates } from './candidates.ts'
import type { Field } from './field.ts'
import { catmullRom } from './outline.ts'
import { length3 } from './shapes.ts'

const { abs, max, min, sqrt } = Math

/** A tube along a smooth curve through points [x, y, z, radius]: a chain of tapered capsules. */
export function sweep(points: readonly (readonly [number, number, number, number])[], steps = 6): Field {
  const curve = catmullRom(points, steps)
  const count = curve.length - 1
  const segments = new Float64Array(count * 8)
  for (let i = 0; i < count; i++) {
    const a = curve[i]!
    const b = curve[i + 1]!
    for (let k = 0; k < 3; k++) {
      segments[8 * i + k] = a[k]!
      segments[8 * i + 3 + k] = b[k]! - a[k]!
    }
    segments[8 * i + 6] = a[3]!
    segments[8 * i + 7] = b[3]! - a[3]!
  }
  const distance = (segment: number, x: number, y: number, z: number): number => {
    const o = 8 * segment
    const px = x - segments[o]!
    const py = y - segments[o + 1]!
    const pz = z - segments[o + 2]!
    const dx = segments[o + 3]!
    const dy = segments[o + 4]!
    const dz = segments[o + 5]!
    let h = (px * dx + py * dy + pz * dz) / (dx * dx + dy * dy + dz * dz)
    h = h < 0 ? 0 : h > 1 ? 1 : h
    const ex = px - dx * h
    const ey = py - dy * h
    const ez = pz - dz * h
    return sqrt(ex * ex + ey * ey + ez * ez) - (segments[o + 6]! + segments[o + 7]! * h)
  }
  const near = candidatesOf(curve, distance)
  return (x, y, z) => {
    const list = near(x, y, z)
    let nearest = 1e9
    for (let k = 0; k < list.length; k++) {
      const d = distance(list[k]!, x, y, z)
      if (d < nearest) nearest = d
    }
    return nearest
  }
}

/** Cells of the lists of near segments along the longest side, rims included. */
const CELLS = 24

/** Lists of the segments near a place. */
function candidatesOf(
  curve: readonly (readonly number[])[],
  distance: (segment: number, x: number, y: number, z: number) => number,
): Candidates {
  const low: [number, number, number] = [1e9, 1e9, 1e9]
  const high: [number, number, number] = [-1e9, -1e9, -1e9]
  let steep = 1
  curve.forEach((point, i) => {
    for (const k of [0, 1, 2] as const) {
      low[k] = min(low[k], point[k]! - point[3]!)
      high[k] = max(high[k], point[k]! + point[3]!)
    }
    const next = curve[i + 1]
    const run = next ? length3(next[0]! - point[0]!, next[1]! - point[1]!, next[2]! - point[2]!) : 0
    if (next && run > 0) steep = max(steep, 1 + abs(next[3]! - point[3]!) / run)
  })
  const rim = 0.25 * max(high[0] - low[0], high[1] - low[1], high[2] - low[2])
  for (const k of [0, 1, 2] as const) {
    low[k] -= rim
    high[k] += rim
  }
  return candidates(curve.length - 1, low, high, CELLS, steep, (segment, x, y, z) => {
    const d = distance(segment, x, y, z)
    // a segment without length is not nearer than its neighbours
    return d < 1e9 ? d : 1e9
  })
}
