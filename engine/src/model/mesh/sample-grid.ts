import type { Field } from '../../solid/field/field.ts'
import { type Box3, STEEPEST, type SurfaceBox } from './surface-box.ts'

const { abs, ceil, max, min, sqrt } = Math

/** Cells along the side of a block that is left out as a whole when no surface can be in it. */
const BLOCK = 4
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
  /** Calls back for each corner from which edges may cross the surface, in order. */
  readonly eachNear: (visit: (i: number, j: number, k: number) => void) => void
}

/** Walls are meshed at least this many cells thick. */
const WALL_CELLS = 1.25

/** How far a surface is moved outwards so that its thin walls are not lost between corners, model units. */
function swellOf(thinnest: readonly number[], side: readonly number[]): number {
  return max(0, ...thinnest.map((wall, axis) => (side[axis]! * WALL_CELLS - wall) / 2).filter((by) => by < Infinity))
}

/** The middle of an axis; 0 where that is near, since shapes are mirrored there. */
function middleOf(low: number, high: number, side: number): number {
  const middle = (low + high) / 2
  return abs(middle) < side / 2 ? 0 : middle
}

/** Cells are made finer across thin walls, but have no more corners than this times as many. */
const FINER = 4
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
  const cells = extent.map((length, axis) => min(MOST, max(across, ceil((length / cell) * finer[axis]!)))) as [number, number, number]
  const side = extent.map((length, axis) => length / cells[axis]!) as [number, number, number]
  // at least one empty cell all round, and a layer of corners in the middle of the box: the thinnest edges lie in planes of symmetry
  const reach = cells.map((count) => ceil(count / 2) + 1)
  const origin = box.low.map((low, axis) => middleOf(low, box.high[axis]!, side[axis]!) - reach[axis]! * side[axis]!) as [
    number,
    number,
    number,
  ]
  const counts = reach.map((count) => 2 * count + 1) as [number, number, number]
  const swell = swellOf(box.thinnest ?? [], side)
  const [nx, ny, nz] = counts
  const values = new Float64Array(nx * ny * nz).fill(Number.NaN)
  const blockReach = (sqrt(side[0] * side[0] + side[1] * side[1] + side[2] * side[2]) * BLOCK * STEEPEST) / 2
  const middle = (axis: 0 | 1 | 2, from: number) => origin[axis] + (from + BLOCK / 2) * side[axis]

  function value(i: number, j: number, k: number): number {
    const at = i + nx * (j + ny * k)
    const known = values[at]!
    if (!Number.isNaN(known)) return known
    const sampled = -swell + field(origin[0] + i * side[0], origin[1] + j * side[1], origin[2] + k * side[2])
    const isRim = i === 0 || j === 0 || k === 0 || i === nx - 1 || j === ny - 1 || k === nz - 1
    values[at] = isRim ? max(sampled, RIM) : sampled
    return values[at]!
  }

  return {
    counts,
    origin,
    side,
    swell,
    value,
    eachNear(visit) {
      for (let c = 0; c < nz; c += BLOCK)
        for (let b = 0; b < ny; b += BLOCK)
          for (let a = 0; a < nx; a += BLOCK) {
            if (abs(field(middle(0, a), middle(1, b), middle(2, c)) - swell) > blockReach) continue
            for (let k = c; k < min(c + BLOCK, nz); k++)
              for (let j = b; j < min(b + BLOCK, ny); j++) for (let i = a; i < min(a + BLOCK, nx); i++) visit(i, j, k)
          }
    },
  }
}
