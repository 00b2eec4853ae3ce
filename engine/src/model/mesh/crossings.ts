import type { Field } from '../../solid/field/field.ts'
import { unitGradient } from './gradient.ts'

const { abs, max, min } = Math

/** Points where edges of a grid cross a surface, each with the surface's normal: six numbers each. */
export type Crossings = {
  readonly rows: number[]
  /** Finds the crossing between a corner (x, y, z) of value `from` and the next along an axis, of value `to`. Returns its number. */
  add(x: number, y: number, z: number, axis: 0 | 1 | 2, length: number, from: number, to: number): number
}

/** Steps of false position towards the root, kept between the ends that hold it. */
const STEPS = 3

export function createCrossings(field: Field, normalStep: number): Crossings {
  const rows: number[] = []
  const point = new Float64Array(3)
  const normal = new Float64Array(3)
  return {
    rows,
    add(x, y, z, axis, length, from, to) {
      point[0] = x
      point[1] = y
      point[2] = z
      const start = point[axis]!
      let [low, high, atLow, atHigh] = [0, 1, from, to]
      let t = from / (from - to)
      for (let step = 0; step < STEPS; step++) {
        point[axis] = start + t * length
        const value = field(point[0], point[1], point[2])
        if (value < 0 === from < 0) {
          low = t
          atLow = value
        } else {
          high = t
          atHigh = value
        }
        if (abs(value) < 1e-7) break
        t = max(low, min(high, low + ((high - low) * atLow) / (atLow - atHigh)))
      }
      point[axis] = start + t * length
      unitGradient(field, point[0], point[1], point[2], normalStep, normal)
      rows.push(point[0], point[1], point[2], normal[0]!, normal[1]!, normal[2]!)
      return rows.length / 6 - 1
    },
  }
}

/** How much a vertex is drawn to the middle of its crossings, as a share of the planes' weight: holds it where planes are parallel. */
const HOLD = 0.01

/** The point nearest to the tangent planes of some crossings: on a crease the crease, on a corner the corner. */
export function nearestToPlanes(rows: readonly number[], chosen: readonly number[], out: Float64Array): void {
  let [mx, my, mz] = [0, 0, 0]
  for (const c of chosen) {
    mx += rows[6 * c]!
    my += rows[6 * c + 1]!
    mz += rows[6 * c + 2]!
  }
  const count = chosen.length
  mx /= count
  my /= count
  mz /= count
  let [xx, xy, xz, yy, yz, zz, bx, by, bz] = [0, 0, 0, 0, 0, 0, 0, 0, 0]
  for (const c of chosen) {
    const nx = rows[6 * c + 3]!
    const ny = rows[6 * c + 4]!
    const nz = rows[6 * c + 5]!
    const d = nx * (rows[6 * c]! - mx) + ny * (rows[6 * c + 1]! - my) + nz * (rows[6 * c + 2]! - mz)
    xx += nx * nx
    xy += nx * ny
    xz += nx * nz
    yy += ny * ny
    yz += ny * nz
    zz += nz * nz
    bx += nx * d
    by += ny * d
    bz += nz * d
  }
  const hold = HOLD * count
  xx += hold
  yy += hold
  zz += hold
  const cx = yy * zz - yz * yz
  const cy = xz * yz - xy * zz
  const cz = xy * yz - xz * yy
  const inverse = 1 / (xx * cx + xy * cy + xz * cz)
  out[0] = mx + (cx * bx + cy * by + cz * bz) * inverse
  out[1] = my + (cy * bx + (xx * zz - xz * xz) * by + (xy * xz - xx * yz) * bz) * inverse
  out[2] = mz + (cz * bx + (xy * xz - xx * yz) * by + (xx * yy - xy * xy) * bz) * inverse
}
