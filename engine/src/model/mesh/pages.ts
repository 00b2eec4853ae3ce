/** Corners along a side of a page, as a power of two. */
const BITS = 3
const SIDE = 1 << BITS
const LAST = SIDE - 1
const VOLUME = SIDE * SIDE * SIDE

/** What is known of the corners of a grid, in pages of 8³ corners: there are pages only where a surface may be. */
export type Pages = {
  /** Where a corner's numbers lie in the lists below, which are other ones after that. */
  slot(i: number, j: number, k: number): number
  /** The field at each corner, NaN where it was not asked for. */
  readonly values: () => Float64Array
  /** One more than the number of the cell above each corner; 0 where none was found. */
  readonly cells: () => Uint32Array
}

/** The memory of the last grid serves the next: one is used at a time, and new pages are cleared. */
let values = new Float64Array(0)
let cells = new Uint32Array(0)

function grow(): void {
  const more = { values: new Float64Array(2 * values.length + 32 * VOLUME), cells: new Uint32Array(2 * cells.length + 32 * VOLUME) }
  more.values.set(values)
  more.cells.set(cells)
  values = more.values
  cells = more.cells
}

/** The pages of a grid of so many corners along each axis. Those of the grid before are lost. */
export function createPages([nx, ny, nz]: readonly [number, number, number]): Pages {
  const across = (nx + LAST) >> BITS
  const down = (ny + LAST) >> BITS
  const first = new Int32Array(across * down * ((nz + LAST) >> BITS)).fill(-1)
  let used = 0
  return {
    slot(i, j, k) {
      const page = (i >> BITS) + across * ((j >> BITS) + down * (k >> BITS))
      let start = first[page]!
      if (start < 0) {
        start = used
        used += VOLUME
        if (used > values.length) grow()
        values.fill(Number.NaN, start, used)
        cells.fill(0, start, used)
        first[page] = start
      }
      return start + (i & LAST) + ((j & LAST) << BITS) + ((k & LAST) << (2 * BITS))
    },
    values: () => values,
    cells: () => cells,
  }
}
