import { HALF_DIAGONAL } from './candidates.ts'

const { ceil, max } = Math

/** Lists the segments that matter at a point, in order. */
export type LockCells = {
  /** Where the list begins in `listed`, which a call may replace by a longer one. */
  readonly start: (x: number, y: number, z: number) => number
  /** Lists one after another, each with its length before it. */
  readonly listed: Uint16Array
}

/** Cells along the side of one of the next level. */
const GROUP = 4
/** Cells that far from every lock are asked too seldom to be worth lists of their own. */
const FAR = 0.1

/**
 * A grid of three levels that is filled where it is asked: rays see little of it.
 * @param ids which lock each segment is of; those of one lock follow one another
 * @param cells of the finest level along the longest side
 * @param k how wide locks are blended
 */
export function lockCells(
  ids: Int32Array,
  low: readonly [number, number, number],
  high: readonly [number, number, number],
  cells: number,
  k: number,
  distance: (i: number, x: number, y: number, z: number) => number,
): LockCells {
  const count = ids.length
  const side = max(high[0] - low[0], high[1] - low[1], high[2] - low[2]) / cells
  const nx = ceil((high[0] - low[0]) / side)
  const ny = ceil((high[1] - low[1]) / side)
  const nz = ceil((high[2] - low[2]) / side)
  const distances = new Float64Array(count)
  let listed = new Uint16Array(2 * count + (1 << 15))
  let end = 1
  /** How far the nearest of the list gathered last is from its cell's middle. */
  let least = 1e9

  /**
   * Lists those of the list at `from` that can be nearest somewhere in a cell of side `span` round a point, or be blended with what is. Of one
   * lock only the nearest count.
   */
  const gather = (from: number, x: number, y: number, z: number, span: number): number => {
    const many = listed[from]!
    if (end + many + 1 > listed.length) {
      const more = new Uint16Array(2 * listed.length + count)
      more.set(listed)
      listed = more
    }
    const reach = span * HALF_DIAGONAL
    least = 1e9
    for (let j = 0; j < many; j++) {
      const d = distance(listed[from + 1 + j]!, x, y, z)
      distances[j] = d
      if (d < least) least = d
    }
    const limit = least + 2 * reach + (least < reach + 0.1 ? k : 0)
    const start = end++
    for (let j = 0; j < many; ) {
      const id = ids[listed[from + 1 + j]!]!
      let own = 1e9
      let next = j
      for (; next < many && ids[listed[from + 1 + next]!] === id; next++) if (distances[next]! < own) own = distances[next]!
      if (own <= limit) {
        const farthest = own + 2 * reach
        for (; j < next; j++) if (distances[j]! <= farthest) listed[end++] = listed[from + 1 + j]!
      }
      j = next
    }
    listed[start] = end - start - 1
    return start
  }

  const everything = end
  listed[everything] = count
  for (let i = 0; i < count; i++) listed[everything + 1 + i] = i
  end += count + 1
  const middles = (n: number) => ceil(n / GROUP)
  const [mx, my, mz] = [middles(nx), middles(ny), middles(nz)]
  const [wx, wy, wz] = [middles(mx), middles(my), middles(mz)]
  const wide = new Int32Array(wx * wy * wz)
  /** Below 0 where the list also serves all cells within. */
  const middle = new Int32Array(mx * my * mz)
  const fine = new Int32Array(nx * ny * nz)
  const inverse = 1 / side
  const [lowX, lowY, lowZ] = low
  const inside = (v: number, end: number) => (v < 0 ? 0 : v >= end ? end - 1 : v) | 0
  /** The list of a cell of a level, out of that of the level over it. */
  const fill = (from: number, a: number, b: number, c: number, span: number) =>
    gather(from, lowX + (a + 0.5) * span, lowY + (b + 0.5) * span, lowZ + (c + 0.5) * span, span)
  const descend = (a: number, b: number, c: number): number => {
    const [p, q, r] = [(a / GROUP) | 0, (b / GROUP) | 0, (c / GROUP) | 0]
    const within = p + mx * (q + my * r)
    if (middle[within] === 0) {
      const [u, v, w] = [(p / GROUP) | 0, (q / GROUP) | 0, (r / GROUP) | 0]
      const over = u + wx * (v + wy * w)
      if (wide[over] === 0) wide[over] = fill(everything, u, v, w, side * GROUP * GROUP)
      const span = side * GROUP
      const found = fill(wide[over]!, p, q, r, span)
      middle[within] = least > span * HALF_DIAGONAL + FAR ? -found : found
    }
    const list = middle[within]!
    return list < 0 ? -list : fill(list, a, b, c, side)
  }

  return {
    get listed() {
      return listed
    },
    start(x, y, z) {
      const a = inside((x - lowX) * inverse, nx)
      const b = inside((y - lowY) * inverse, ny)
      const c = inside((z - lowZ) * inverse, nz)
      const at = a + nx * (b + ny * c)
      const known = fine[at]!
      if (known !== 0) return known
      const found = descend(a, b, c)
      fine[at] = found
      return found
    },
  }
}
