import type { Field } from '../../solid/field/field.ts'
import { unitGradient } from './gradient.ts'

const { abs, max, min, sqrt } = Math

/** Points where edges of a grid cross a surface, each with the surface's normal: six numbers each. */
export type Crossings = {
  /** The numbers of all crossings so far, with room behind them. */
  readonly rows: () => Float64Array
  /** Finds the crossing between a corner (x, y, z) of value `from` and the next along an axis, of value `to`. Returns its number. */
  add(x: number, y: number, z: number, axis: 0 | 1 | 2, from: number, to: number): number
}

/** How far to either side of a crossing a groove is looked for, as a share of a cell. */
const GROOVE = 0.6
/** A groove shallower than this share of a cell is followed. */
const SHALLOW = 0.06

/**
 * Where a crossing lies in a groove narrower than a cell, the surface beside it: a mesh that caught a groove here and missed it there would
 * have teeth. Writes point and normal; false when there is no groove.
 */
function bridge(
  field: Field,
  point: Float64Array,
  axis: 0 | 1 | 2,
  outwards: number,
  side: Sides,
  step: number,
  normal: Float64Array,
): boolean {
  const first = ((axis + 1) % 3) as 0 | 1 | 2
  const second = ((axis + 2) % 3) as 0 | 1 | 2
  const [x, y, z] = [point[0]!, point[1]!, point[2]!]
  const shallow = SHALLOW * side[axis]
  let depth = 0
  for (let k = 0; k < 4; k++) {
    diagonal(point, k, first, second, side)
    const inside = -field(point[0]!, point[1]!, point[2]!)
    point[0] = x
    point[1] = y
    point[2] = z
    // beside most crossings the first looks see that the surface runs on
    if (inside < shallow) return false
    depth += inside
  }
  // all four are inside: the surface runs above them
  let [nx, ny, nz] = [0, 0, 0]
  for (let k = 0; k < 4; k++) {
    diagonal(point, k, first, second, side)
    unitGradient(field, point[0]!, point[1]!, point[2]!, step, normal)
    nx += normal[0]!
    ny += normal[1]!
    nz += normal[2]!
    point[0] = x
    point[1] = y
    point[2] = z
  }
  const length = sqrt(nx * nx + ny * ny + nz * nz)
  if (length < 3.2) return false
  normal[0] = nx / length
  normal[1] = ny / length
  normal[2] = nz / length
  point[axis]! += (outwards * depth) / 4 / max(0.5, abs(normal[axis]!))
  return true
}

/** Moves a point to one of four places round an edge. */
function diagonal(point: Float64Array, k: number, first: 0 | 1 | 2, second: 0 | 1 | 2, side: Sides): void {
  point[first]! += ((k & 1) === 0 ? -GROOVE : GROOVE) * side[first]
  point[second]! += (k < 2 ? -GROOVE : GROOVE) * side[second]
}

type Sides = readonly [number, number, number]

/** Steps of false position towards the root, kept between the ends that hold it. */
const STEPS = 3
/** A root is found when the surface is this share of an edge away. */
const FOUND = 3e-3

/** @param side of a cell */
export function createCrossings(field: Field, side: Sides, normalStep: number): Crossings {
  let rows = new Float64Array(6 * 1024)
  let count = 0
  const point = new Float64Array(3)
  const normal = new Float64Array(3)
  return {
    rows: () => rows,
    add(x, y, z, axis, from, to) {
      const length = side[axis]
      point[0] = x
      point[1] = y
      point[2] = z
      const start = point[axis]!
      let low = 0
      let high = 1
      let atLow = from
      let atHigh = to
      let t = from / (from - to)
      for (let step = 0; step < STEPS; step++) {
        point[axis] = start + t * length
        const value = field(point[0]!, point[1]!, point[2]!)
        if (value < 0 === from < 0) {
          low = t
          atLow = value
        } else {
          high = t
          atHigh = value
        }
        if (abs(value) < FOUND * length) break
        t = max(low, min(high, low + ((high - low) * atLow) / (atLow - atHigh)))
      }
      point[axis] = start + t * length
      if (!bridge(field, point, axis, from < 0 ? 1 : -1, side, normalStep, normal))
        unitGradient(field, point[0]!, point[1]!, point[2]!, normalStep, normal)
      if (6 * (count + 1) > rows.length) {
        const larger = new Float64Array(2 * rows.length)
        larger.set(rows)
        rows = larger
      }
      for (let k = 0; k < 3; k++) {
        rows[6 * count + k] = point[k]!
        rows[6 * count + 3 + k] = normal[k]!
      }
      return count++
    },
  }
}

/** How much a vertex is drawn to the middle of its crossings, as a share of the planes' weight: holds it where planes are parallel. */
const HOLD = 0.01

/** The point nearest to the tangent planes of the first `count` of some crossings: on a crease the crease, on a corner the corner. */
export function nearestToPlanes(rows: Float64Array, chosen: Int32Array, count: number, out: Float64Array): void {
  let mx = 0
  let my = 0
  let mz = 0
  for (let i = 0; i < count; i++) {
    const o = 6 * chosen[i]!
    mx += rows[o]!
    my += rows[o + 1]!
    mz += rows[o + 2]!
  }
  mx /= count
  my /= count
  mz /= count
  let xx = 0
  let xy = 0
  let xz = 0
  let yy = 0
  let yz = 0
  let zz = 0
  let bx = 0
  let by = 0
  let bz = 0
  for (let i = 0; i < count; i++) {
    const o = 6 * chosen[i]!
    const nx = rows[o + 3]!
    const ny = rows[o + 4]!
    const nz = rows[o + 5]!
    const d = nx * (rows[o]! - mx) + ny * (rows[o + 1]! - my) + nz * (rows[o + 2]! - mz)
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
