/**
 * Delaunay's triangles of points, three numbers a triangle. Points are inserted one by one; those triangles whose circle holds the new
 * one make room (Bowyer 1981, Watson 1981). Coordinates are integers below 4096, so that every test is exact; the first four points
 * are the corners 0 0, w 0, w h, 0 h of a rectangle that holds all others.
 */
export function delaunay(xs: Int32Array, ys: Int32Array): Int32Array {
  /** Corners of each triangle, clockwise on the screen, and the triangle over the edge that begins at each. */
  const corner = [0, 1, 2, 0, 2, 3]
  const over = [-1, -1, 1, 0, -1, -1]
  const free: number[] = []
  const side = (a: number, b: number, x: number, y: number) => (xs[b]! - xs[a]!) * (y - ys[a]!) - (ys[b]! - ys[a]!) * (x - xs[a]!)

  function holds(t: number, x: number, y: number): boolean {
    const a = corner[t * 3]!
    const b = corner[t * 3 + 1]!
    const c = corner[t * 3 + 2]!
    const ax = xs[a]! - x
    const ay = ys[a]! - y
    const bx = xs[b]! - x
    const by = ys[b]! - y
    const cx = xs[c]! - x
    const cy = ys[c]! - y
    const a2 = ax * ax + ay * ay
    const b2 = bx * bx + by * by
    const c2 = cx * cx + cy * cy
    return ax * (by * c2 - b2 * cy) - ay * (bx * c2 - b2 * cx) + a2 * (bx * cy - by * cx) > 0
  }

  /** The triangle that holds a point, walked to from another. */
  function find(from: number, x: number, y: number): number {
    let t = from
    for (;;) {
      let next = -1
      for (let k = 0; k < 3 && next < 0; k++) {
        if (over[t * 3 + k]! >= 0 && side(corner[t * 3 + k]!, corner[t * 3 + ((k + 1) % 3)]!, x, y) < 0) next = over[t * 3 + k]!
      }
      if (next < 0) return t
      t = next
    }
  }

  let last = 0
  const dead: boolean[] = [false, false]
  for (let p = 4; p < xs.length; p++) {
    const x = xs[p]!
    const y = ys[p]!
    const gone = [find(last, x, y)]
    dead[gone[0]!] = true
    /** Rim of the hole: from, to, the triangle outside. */
    const rim: number[] = []
    for (let q = 0; q < gone.length; q++) {
      const t = gone[q]!
      for (let k = 0; k < 3; k++) {
        const next = over[t * 3 + k]!
        const a = corner[t * 3 + k]!
        const b = corner[t * 3 + ((k + 1) % 3)]!
        // a point on the rim of the rectangle takes that edge away with it
        if (next < 0 && side(a, b, x, y) === 0) continue
        if (next >= 0 && dead[next]) continue
        if (next >= 0 && (holds(next, x, y) || side(a, b, x, y) === 0)) {
          dead[next] = true
          gone.push(next)
        } else rim.push(a, b, next)
      }
    }
    // an edge may have been put on the rim before the triangle behind it went
    const kept: number[] = []
    for (let r = 0; r < rim.length; r += 3) if (rim[r + 2]! < 0 || !dead[rim[r + 2]!]) kept.push(rim[r]!, rim[r + 1]!, rim[r + 2]!)
    free.push(...gone)
    const starts = new Map<number, number>()
    const ends = new Map<number, number>()
    for (let r = 0; r < kept.length; r += 3) {
      const t = free.pop() ?? corner.length / 3
      const a = kept[r]!
      const b = kept[r + 1]!
      const outside = kept[r + 2]!
      corner[t * 3] = a
      corner[t * 3 + 1] = b
      corner[t * 3 + 2] = p
      over[t * 3] = outside
      over[t * 3 + 1] = -1
      over[t * 3 + 2] = -1
      dead[t] = false
      if (outside >= 0)
        for (let k = 0; k < 3; k++)
          if (corner[outside * 3 + k] === b && corner[outside * 3 + ((k + 1) % 3)] === a) over[outside * 3 + k] = t
      starts.set(a, t)
      ends.set(b, t)
      last = t
    }
    for (const [a, t] of starts) {
      const before = ends.get(a)
      if (before === undefined) continue
      over[t * 3 + 2] = before
      over[before * 3 + 1] = t
    }
  }
  const out: number[] = []
  for (let t = 0; t * 3 < corner.length; t++) if (!dead[t]) out.push(corner[t * 3]!, corner[t * 3 + 1]!, corner[t * 3 + 2]!)
  return Int32Array.from(out)
}
