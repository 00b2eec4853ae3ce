import { smoothMin } from './combine.ts'
import type { Bound, Field } from './field.ts'
import { catmullRom } from './outline.ts'
import { length3 } from './shapes.ts'

const { ceil, max, min, sqrt } = Math

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

/** Many tapered curves, smoothly blended, with strand coordinates. */
export type Locks = { readonly field: Field; readonly bound: Bound; readonly locate: (x: number, y: number, z: number) => LockPlace }

/** Numbers kept for a segment: start, radius, run, change of radius, directions at both ends. */
const ROW = 14

function segmentsOf(curves: readonly (readonly LockPoint[])[], steps: number): { rows: Float64Array; ids: Int32Array } {
  const rows: number[] = []
  const ids: number[] = []
  curves.forEach((points, id) => {
    const curve = catmullRom(points, steps)
    for (let i = 0; i + 1 < curve.length; i++) {
      const a = curve[i]!
      const b = curve[i + 1]!
      const before = curve[i - 1] ?? a
      const after = curve[i + 2] ?? b
      for (let k = 0; k < 4; k++) rows.push(a[k]!)
      for (let k = 0; k < 4; k++) rows.push(b[k]! - a[k]!)
      for (let k = 0; k < 3; k++) rows.push(b[k]! - before[k]!)
      for (let k = 0; k < 3; k++) rows.push(after[k]! - a[k]!)
      ids.push(id)
    }
  })
  return { rows: Float64Array.from(rows), ids: Int32Array.from(ids) }
}

/** Locks with a fillet about k wide between them. A grid lists the few segments that matter in each cell. */
export function locks(curves: readonly (readonly LockPoint[])[], k: number, steps = 3, cells = 64): Locks {
  const { rows, ids } = segmentsOf(curves, steps)
  const count = ids.length
  const inverse = new Float64Array(count)
  const low: [number, number, number] = [1e9, 1e9, 1e9]
  const high: [number, number, number] = [-1e9, -1e9, -1e9]
  for (let i = 0; i < count; i++) {
    const o = i * ROW
    const dx = rows[o + 4]!
    const dy = rows[o + 5]!
    const dz = rows[o + 6]!
    inverse[i] = 1 / (dx * dx + dy * dy + dz * dz + 1e-12)
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
    let h = (px * dx + py * dy + pz * dz) * inverse[i]!
    h = h < 0 ? 0 : h > 1 ? 1 : h
    const ex = px - dx * h
    const ey = py - dy * h
    const ez = pz - dz * h
    return sqrt(ex * ex + ey * ey + ez * ez) - (rows[o + 3]! + rows[o + 7]! * h)
  }
  const near = listing(count, low, high, cells, k, distance)

  const field: Field = (x, y, z) => {
    const start = near.start(x, y, z)
    const { listed } = near
    let blended = 1e9
    let current = -1
    let own = 1e9
    for (let j = start + 1, end = start + listed[start]!; j <= end; j++) {
      const i = listed[j]!
      const d = distance(i, x, y, z)
      if (ids[i] === current) {
        if (d < own) own = d
        continue
      }
      if (own < 1e8) blended = blended > 1e8 ? own : smoothMin(blended, own, k)
      current = ids[i]!
      own = d
    }
    return blended > 1e8 ? own : smoothMin(blended, own, k)
  }

  const place: LockPlace = { tx: 0, ty: 1, tz: 0, across: 0, id: 0 }
  const locate = (x: number, y: number, z: number): LockPlace => {
    const start = near.start(x, y, z)
    const { listed } = near
    let least = 1e9
    let nearest = 0
    for (let j = start + 1, end = start + listed[start]!; j <= end; j++) {
      const d = distance(listed[j]!, x, y, z)
      if (d < least) {
        least = d
        nearest = listed[j]!
      }
    }
    const o = nearest * ROW
    const r = (n: number) => rows[o + n]!
    let h = ((x - r(0)) * r(4) + (y - r(1)) * r(5) + (z - r(2)) * r(6)) * inverse[nearest]!
    h = h < 0 ? 0 : h > 1 ? 1 : h
    const tx = r(8) + (r(11) - r(8)) * h
    const ty = r(9) + (r(12) - r(9)) * h
    const tz = r(10) + (r(13) - r(10)) * h
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
  return { field, locate, bound: [(ax + bx) / 2, (ay + by) / 2, (az + bz) / 2, length3(bx - ax, by - ay, bz - az) / 2] }
}

/** Lists the segments that matter at a point, in order. */
type Listing = {
  /** Where the list begins in `listed`, which a call may replace by a longer one. */
  readonly start: (x: number, y: number, z: number) => number
  /** Lists one after another, each with its length before it. */
  readonly listed: Uint16Array
}

/** Fine cells along the side of a coarse one. */
const GROUP = 5

/** A grid of two levels that is filled where it is asked: rays see little of it. */
function listing(
  count: number,
  low: readonly [number, number, number],
  high: readonly [number, number, number],
  cells: number,
  k: number,
  distance: (i: number, x: number, y: number, z: number) => number,
): Listing {
  const side = max(high[0] - low[0], high[1] - low[1], high[2] - low[2]) / cells
  const nx = ceil((high[0] - low[0]) / side)
  const ny = ceil((high[1] - low[1]) / side)
  const nz = ceil((high[2] - low[2]) / side)
  const distances = new Float64Array(count)
  let listed = new Uint16Array(2 * count + (1 << 15))
  let end = 1
  /** Lists those of the list at `from` that can be nearest somewhere in a cell of side `span` round a point, or be blended with what is. */
  const gather = (from: number, x: number, y: number, z: number, span: number): number => {
    const many = listed[from]!
    if (end + many + 1 > listed.length) {
      const more = new Uint16Array(2 * listed.length + count)
      more.set(listed)
      listed = more
    }
    const reach = span * 0.8661
    let least = 1e9
    for (let j = 0; j < many; j++) {
      const d = distance(listed[from + 1 + j]!, x, y, z)
      distances[j] = d
      if (d < least) least = d
    }
    const limit = least + 2 * reach + (least < reach + 0.1 ? k : 0)
    const start = end++
    for (let j = 0; j < many; j++) if (distances[j]! <= limit) listed[end++] = listed[from + 1 + j]!
    listed[start] = end - start - 1
    return start
  }
  const everything = end
  listed[everything] = count
  for (let i = 0; i < count; i++) listed[everything + 1 + i] = i
  end += count + 1
  const mx = ceil(nx / GROUP)
  const my = ceil(ny / GROUP)
  const coarse = new Int32Array(mx * my * ceil(nz / GROUP))
  const fine = new Int32Array(nx * ny * nz)
  const middle = (axis: 0 | 1 | 2, cell: number, span: number) => low[axis] + (cell + 0.5) * span
  const inverse = 1 / side
  const inside = (v: number, end: number) => (v < 0 ? 0 : v >= end ? end - 1 : v) | 0
  return {
    get listed() {
      return listed
    },
    start(x, y, z) {
      const a = inside((x - low[0]) * inverse, nx)
      const b = inside((y - low[1]) * inverse, ny)
      const c = inside((z - low[2]) * inverse, nz)
      const at = a + nx * (b + ny * c)
      if (fine[at] !== 0) return fine[at]!
      const p = (a / GROUP) | 0
      const q = (b / GROUP) | 0
      const r = (c / GROUP) | 0
      const group = p + mx * (q + my * r)
      const wide = side * GROUP
      if (coarse[group] === 0) coarse[group] = gather(everything, middle(0, p, wide), middle(1, q, wide), middle(2, r, wide), wide)
      const found = gather(coarse[group]!, middle(0, a, side), middle(1, b, side), middle(2, c, side), side)
      fine[at] = found
      return found
    },
  }
}
