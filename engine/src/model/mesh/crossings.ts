import type { Field } from '../../solid/field/field.ts'
import { unitGradient } from './gradient.ts'

const { abs, max, min, sqrt } = Math

/** Points where edges of a grid cross a surface, each with the surface's normal: six numbers each. */
export type Crossings = {
  readonly rows: number[]
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
  const first = (axis + 1) % 3
  const second = (axis + 2) % 3
  const [x, y, z] = [point[0]!, point[1]!, point[2]!]
  let least = Infinity
  const corners = DIAGONALS.map(([u, v]) => {
    point[first]! += u * GROOVE * side[first as 0 | 1 | 2]
    point[second]! += v * GROOVE * side[second as 0 | 1 | 2]
    const corner = [point[0]!, point[1]!, point[2]!] as const
    least = min(least, -field(...corner))
    point[0] = x
    point[1] = y
    point[2] = z
    return corner
  })
  if (least < SHALLOW * side[axis]) return false
  // all four are inside: the surface runs above them
  let [nx, ny, nz, lift] = [0, 0, 0, 0]
  for (const corner of corners) {
    lift -= field(...corner) / 4
    unitGradient(field, ...corner, step, normal)
    nx += normal[0]!
    ny += normal[1]!
    nz += normal[2]!
  }
  const length = sqrt(nx * nx + ny * ny + nz * nz)
  if (length < 3.2) return false
  normal[0] = nx / length
  normal[1] = ny / length
  normal[2] = nz / length
  point[axis]! += (outwards * lift) / max(0.5, abs(normal[axis]!))
  return true
}

type Sides = readonly [number, number, number]

const DIAGONALS = [
  [-1, -1],
  [1, -1],
  [-1, 1],
  [1, 1],
] as const

/** Steps of false position towards the root, kept between the ends that hold it. */
const STEPS = 3

/** @param side of a cell */
export function createCrossings(field: Field, side: Sides, normalStep: number): Crossings {
  const rows: number[] = []
  const point = new Float64Array(3)
  const normal = new Float64Array(3)
  return {
    rows,
    add(x, y, z, axis, from, to) {
      const length = side[axis]
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
      if (!bridge(field, point, axis, from < 0 ? 1 : -1, side, normalStep, normal))
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
