import { mix } from '../../math/dmath.ts'
import { smoothMin } from './combine.ts'
import type { Bound, Field } from './field.ts'
import { lockCells } from './lock-cells.ts'
import { catmullRom } from './outline.ts'
import { length3 } from './shapes.ts'

const { abs, max, min, sqrt } = Math

/** A point of a lock: position and radius. */
export type LockPoint = readonly [x: number, y: number, z: number, radius: number]

/** Where on a lock the point nearest to a place lies. */
export type LockPlace = {
  /** Unit direction of the lock there. */
  tx: number
  ty: number
  tz: number
  /** Position across the lock, about −1..1. */
  across: number
  /** Which lock. */
  id: number
}

/** Receives a gradient. */
export type Slope = { nx: number; ny: number; nz: number }

/** Many tapered curves, smoothly blended, with strand coordinates. */
export type Locks = {
  readonly field: Field
  /** Writes the field's gradient, about of unit length. */
  readonly slope: (x: number, y: number, z: number, out: Slope) => void
  readonly bound: Bound
  readonly locate: (x: number, y: number, z: number) => LockPlace
}

/** Numbers kept for a segment: start, radius, run, change of radius, and 1 over its squared length. */
const ROW = 9
/** Numbers kept of its directions at both ends. */
const TURN = 6

type Segments = { readonly rows: Float64Array; readonly turns: Float64Array; readonly ids: Int32Array }

function segmentsOf(curves: readonly (readonly LockPoint[])[], steps: number): Segments {
  const rows: number[] = []
  const turns: number[] = []
  const ids: number[] = []
  curves.forEach((points, id) => {
    const curve = catmullRom(points, steps)
    for (let i = 0; i + 1 < curve.length; i++) {
      const a = curve[i]!
      const b = curve[i + 1]!
      const before = curve[i - 1] ?? a
      const after = curve[i + 2] ?? b
      const run = [0, 1, 2, 3].map((k) => b[k]! - a[k]!) as [number, number, number, number]
      for (let k = 0; k < 4; k++) rows.push(a[k]!)
      rows.push(...run, 1 / (run[0] * run[0] + run[1] * run[1] + run[2] * run[2] + 1e-12))
      for (let k = 0; k < 3; k++) turns.push(b[k]! - before[k]!)
      for (let k = 0; k < 3; k++) turns.push(after[k]! - a[k]!)
      ids.push(id)
    }
  })
  return { rows: Float64Array.from(rows), turns: Float64Array.from(turns), ids: Int32Array.from(ids) }
}

/** Locks with a fillet about k wide between them. A grid lists the few segments that matter in each cell. */
export function locks(curves: readonly (readonly LockPoint[])[], k: number, steps = 3, cells = 64): Locks {
  const { rows, turns, ids } = segmentsOf(curves, steps)
  const count = ids.length
  const low: [number, number, number] = [1e9, 1e9, 1e9]
  const high: [number, number, number] = [-1e9, -1e9, -1e9]
  for (let i = 0; i < count; i++) {
    const o = i * ROW
    const radius = max(rows[o + 3]!, rows[o + 3]! + rows[o + 7]!) + 0.08
    for (const c of [0, 1, 2] as const) {
      low[c] = min(low[c], rows[o + c]! - radius, rows[o + c]! + rows[o + 4 + c]! - radius)
      high[c] = max(high[c], rows[o + c]! + radius, rows[o + c]! + rows[o + 4 + c]! + radius)
    }
  }
  const distance = (i: number, x: number, y: number, z: number): number => {
    const o = i * ROW
    const px = x - rows[o]!
    const py = y - rows[o + 1]!
    const pz = z - rows[o + 2]!
    const dx = rows[o + 4]!
    const dy = rows[o + 5]!
    const dz = rows[o + 6]!
    let h = (px * dx + py * dy + pz * dz) * rows[o + 8]!
    h = h < 0 ? 0 : h > 1 ? 1 : h
    const ex = px - dx * h
    const ey = py - dy * h
    const ez = pz - dz * h
    return sqrt(ex * ex + ey * ey + ez * ez) - (rows[o + 3]! + rows[o + 7]! * h)
  }
  const near = lockCells(ids, low, high, cells, k, distance)

  // `field` and `slope` are asked millions of times a picture, so each measures for itself what `distance` does
  const field: Field = (x, y, z) => {
    const start = near.start(x, y, z)
    const { listed } = near
    let blended = 1e9
    let current = -1
    let own = 1e9
    let reach = 1e9
    for (let j = start + 1, end = start + listed[start]!; j <= end; j++) {
      const i = listed[j]!
      if (ids[i] !== current) {
        if (own < 1e8) blended = blended > 1e8 ? own : smoothMin(blended, own, k)
        current = ids[i]!
        own = 1e9
        // what is farther changes nothing
        reach = blended + k
      }
      const o = i * ROW
      const px = x - rows[o]!
      const py = y - rows[o + 1]!
      const pz = z - rows[o + 2]!
      const dx = rows[o + 4]!
      const dy = rows[o + 5]!
      const dz = rows[o + 6]!
      let h = (px * dx + py * dy + pz * dz) * rows[o + 8]!
      h = h < 0 ? 0 : h > 1 ? 1 : h
      const ex = px - dx * h
      const ey = py - dy * h
      const ez = pz - dz * h
      const squared = ex * ex + ey * ey + ez * ez
      const radius = rows[o + 3]! + rows[o + 7]! * h
      const within = reach + radius
      if (within > 0 && squared < within * within) {
        own = sqrt(squared) - radius
        if (own < reach) reach = own
      }
    }
    if (own > 1e8) return blended
    return blended > 1e8 ? own : smoothMin(blended, own, k)
  }

  let [seenX, seenY, seenZ] = [Number.NaN, Number.NaN, Number.NaN]
  let nearest = 0
  /** Remembers the segment nearest to a point, and writes the gradient of the field there. */
  const slope = (x: number, y: number, z: number, out: Slope): void => {
    const start = near.start(x, y, z)
    const { listed } = near
    let [blended, bx, by, bz] = [1e9, 0, 0, 0]
    let [own, ox, oy, oz] = [1e9, 0, 0, 0]
    let least = 1e9
    const join = () => {
      const h = k - abs(blended - own)
      const share = h > 0 ? h / (2 * k) : 0
      const w = own < blended ? 1 - share : share
      blended = smoothMin(blended, own, k)
      bx = mix(bx, ox, w)
      by = mix(by, oy, w)
      bz = mix(bz, oz, w)
    }
    let current = -1
    for (let j = start + 1, end = start + listed[start]!; j <= end; j++) {
      const i = listed[j]!
      if (ids[i] !== current) {
        if (own < 1e8) join()
        current = ids[i]!
        own = 1e9
      }
      const o = i * ROW
      const px = x - rows[o]!
      const py = y - rows[o + 1]!
      const pz = z - rows[o + 2]!
      const along = (px * rows[o + 4]! + py * rows[o + 5]! + pz * rows[o + 6]!) * rows[o + 8]!
      const h = along < 0 ? 0 : along > 1 ? 1 : along
      const ex = px - rows[o + 4]! * h
      const ey = py - rows[o + 5]! * h
      const ez = pz - rows[o + 6]! * h
      const away = sqrt(ex * ex + ey * ey + ez * ez)
      const d = away - (rows[o + 3]! + rows[o + 7]! * h)
      if (d < least) {
        least = d
        nearest = i
      }
      if (d >= own) continue
      own = d
      const unit = 1 / (away + 1e-12)
      // between its ends the radius changes along a segment
      const taper = h === along ? rows[o + 7]! * rows[o + 8]! : 0
      ox = ex * unit - rows[o + 4]! * taper
      oy = ey * unit - rows[o + 5]! * taper
      oz = ez * unit - rows[o + 6]! * taper
    }
    if (own < 1e8) join()
    out.nx = bx
    out.ny = by
    out.nz = bz
    seenX = x
    seenY = y
    seenZ = z
  }

  const place: LockPlace = { tx: 0, ty: 1, tz: 0, across: 0, id: 0 }
  const gradient: Slope = { nx: 0, ny: 0, nz: 0 }
  const locate = (x: number, y: number, z: number): LockPlace => {
    if (x !== seenX || y !== seenY || z !== seenZ) slope(x, y, z, gradient)
    const o = nearest * ROW
    const r = (n: number) => rows[o + n]!
    let h = ((x - r(0)) * r(4) + (y - r(1)) * r(5) + (z - r(2)) * r(6)) * r(8)
    h = h < 0 ? 0 : h > 1 ? 1 : h
    const turn = nearest * TURN
    const tx = mix(turns[turn]!, turns[turn + 3]!, h)
    const ty = mix(turns[turn + 1]!, turns[turn + 4]!, h)
    const tz = mix(turns[turn + 2]!, turns[turn + 5]!, h)
    const unit = 1 / (length3(tx, ty, tz) + 1e-12)
    place.tx = tx * unit
    place.ty = ty * unit
    place.tz = tz * unit
    // across: at right angles to the lock and to the direction out of the head
    const bx = place.ty * r(2) - place.tz * (r(1) - 0.1)
    const by = place.tz * r(0) - place.tx * r(2)
    const bz = place.tx * (r(1) - 0.1) - place.ty * r(0)
    const side = (x - r(0) - r(4) * h) * bx + (y - r(1) - r(5) * h) * by + (z - r(2) - r(6) * h) * bz
    place.across = side / (length3(bx, by, bz) + 1e-9) / (r(3) + r(7) * h + 0.02)
    place.id = ids[nearest]!
    return place
  }
  const [ax, ay, az] = low
  const [bx, by, bz] = high
  return { field, slope, locate, bound: [(ax + bx) / 2, (ay + by) / 2, (az + bz) / 2, length3(bx - ax, by - ay, bz - az) / 2] }
}
