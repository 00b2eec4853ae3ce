import type { Field } from '../../solid/field/field.ts'
import { createPages, type Pages } from './pages.ts'
import { type Box3, lowest, STEEPEST, type SurfaceBox, type Wall } from './surface-box.ts'

const { abs, ceil, max, min, sqrt } = Math

/** Cells along the side of a block that is left out as a whole when no surface can be in it; then of its halves, and so on. */
const BLOCK = 8
/** No axis has more cells than this. */
const MOST = 160
/** What the field is at least at the rim of the grid. */
const RIM = 1e-6

/** A field sampled at the corners of cells, first where the surface is near. */
export type Grid = {
  /** Corners along each axis. */
  readonly counts: readonly [number, number, number]
  readonly origin: readonly [number, number, number]
  /** Side lengths of a cell. */
  readonly side: readonly [number, number, number]
  /** What the surface was moved outwards by. */
  readonly swell: number
  /** The field at a corner. The outermost corners are outside whatever the field says, so that the surface closes. */
  readonly value: (i: number, j: number, k: number) => number
  readonly pages: Pages
  /** Whether the surface may cross an edge along an axis from a corner of this value. */
  readonly mayCross: (value: number, axis: 0 | 1 | 2) => boolean
  /** Calls back for each corner from which edges may cross the surface, block by block. */
  readonly eachNear: (visit: (i: number, j: number, k: number) => void) => void
}

/** Walls are meshed at least this many cells thick. */
const WALL_CELLS = 1.25

/** One wall in so many may be lost all the same. */
const SPARED = 50

/** How far a surface is moved outwards so that its thin walls are not lost between corners, model units. */
function swellOf(field: Field, walls: readonly Wall[], [width, height, depth]: readonly [number, number, number]): number {
  const spare = walls.map(({ thickness, middle: [x, y, z] }) => {
    // what was looked at from an edge says nothing
    if (thickness === 0) return 0
    const lacks = (side: number, dx: number, dy: number, dz: number) => {
      const half = (side * WALL_CELLS) / 2
      if (thickness >= 2 * half || field(x + dx * half, y + dy * half, z + dz * half) < 0) return 0
      return field(x - dx * half, y - dy * half, z - dz * half) < 0 ? 0 : half - thickness / 2
    }
    return -max(lacks(width, 1, 0, 0), lacks(height, 0, 1, 0), lacks(depth, 0, 0, 1))
  })
  return max(0, -lowest(spare, SPARED))
}

/** The middle of an axis; 0 where that is near, since shapes are mirrored there. */
function middleOf(low: number, high: number, side: number): number {
  const middle = (low + high) / 2
  return abs(middle) < side / 2 ? 0 : middle
}

/** Cells are made finer across thin walls, but have no more corners than this times as many. */
const FINER = 4
/** Cells are no flatter than this for the sake of their number, but so many there are. */
const FLATTEST = 24
const FEWEST = 2
/** Share of a wall's thickness that a cell may be wide: a layer of corners lies inside. */
const WALL_SHARE = 0.8

/** How many times finer cells are along each axis. */
function finerBy(thinnest: readonly number[], cell: number): readonly number[] {
  let times = thinnest.map((wall) => max(1, min(FINER, cell / (wall * WALL_SHARE))))
  while (times[0]! * times[1]! * times[2]! > FINER) times = times.map((by) => max(1, by * 0.92))
  return times
}

/**
 * Samples a field round a box. Cells are about cubes of side `cell`, but finer across thin walls, and no axis has less than `across`
 * of them, so that a thin plate has cells between its faces.
 */
export function sampleGrid(field: Field, box: Box3 & Partial<SurfaceBox>, cell: number, across: number): Grid {
  const extent = box.high.map((high, axis) => max(high - box.low[axis]!, cell * 1e-3)) as [number, number, number]
  const finer = finerBy(box.thinnest ?? [Infinity, Infinity, Infinity], cell)
  const cells = extent.map((length, axis) => {
    // flat cells make splinters that no edge of theirs can be taken out of
    const least = max(FEWEST, min(across, ceil((length / cell) * FLATTEST)))
    return min(MOST, max(least, ceil((length / cell) * finer[axis]!)))
  }) as [number, number, number]
  const side = extent.map((length, axis) => length / cells[axis]!) as [number, number, number]
  const swell = swellOf(field, box.walls ?? [], side)
  // at least two empty cells all round, as the box may miss the end of a point, and a layer of corners in the middle of the box: the
  // thinnest edges lie in planes of symmetry
  const reach = cells.map((count, axis) => ceil(count / 2 + swell / side[axis]!) + 2)
  const origin = box.low.map((low, axis) => middleOf(low, box.high[axis]!, side[axis]!) - reach[axis]! * side[axis]!) as [
    number,
    number,
    number,
  ]
  const counts = reach.map((count) => 2 * count + 1) as [number, number, number]
  const [nx, ny, nz] = counts
  const pages = createPages(counts)
  const diagonal = sqrt(side[0] * side[0] + side[1] * side[1] + side[2] * side[2])

  const fresh = (i: number, j: number, k: number): number =>
    field(origin[0] + i * side[0], origin[1] + j * side[1], origin[2] + k * side[2]) - swell

  /** The field at a corner, as it is. */
  function sampled(i: number, j: number, k: number): number {
    const at = pages.slot(i, j, k)
    const known = pages.values()[at]!
    if (!Number.isNaN(known)) return known
    const found = fresh(i, j, k)
    pages.values()[at] = found
    return found
  }

  function value(i: number, j: number, k: number): number {
    const isRim = i === 0 || j === 0 || k === 0 || i === nx - 1 || j === ny - 1 || k === nz - 1
    return isRim ? max(sampled(i, j, k), RIM) : sampled(i, j, k)
  }

  /** Goes through a block whose middle is a corner, and its halves, down to single corners. */
  function search(i: number, j: number, k: number, width: number, visit: (i: number, j: number, k: number) => void): void {
    if (i >= nx || j >= ny || k >= nz) return
    if (width === 1) {
      visit(i, j, k)
      return
    }
    const half = width / 2
    // a block over the rim has its middle brought into the grid, and reaches further from there
    const [a, b, c] = [min(i + half, nx - 1), min(j + half, ny - 1), min(k + half, nz - 1)]
    const off = max(i + half - a, j + half - b, k + half - c)
    // of most blocks this is all that is asked: they get no page
    const middle = width === BLOCK ? fresh(a, b, c) : sampled(a, b, c)
    if (abs(middle) > diagonal * STEEPEST * (half + off)) return
    for (let w = 0; w < width; w += half)
      for (let v = 0; v < width; v += half) for (let u = 0; u < width; u += half) search(i + u, j + v, k + w, half, visit)
  }

  return {
    counts,
    origin,
    side,
    swell,
    value,
    pages,
    mayCross: (from, axis) => abs(from) <= STEEPEST * side[axis],
    eachNear(visit) {
      for (let k = 0; k < nz; k += BLOCK)
        for (let j = 0; j < ny; j += BLOCK) for (let i = 0; i < nx; i += BLOCK) search(i, j, k, BLOCK, visit)
    },
  }
}
