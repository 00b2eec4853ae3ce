import type { Field } from '../../solid/field/field.ts'
import { type Box3, STEEPEST } from './surface-box.ts'

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
  /** The field at a corner. The outermost corners are outside whatever the field says, so that the surface closes. */
  readonly value: (i: number, j: number, k: number) => number
  /** Calls back for each corner from which edges may cross the surface, in order. */
  readonly eachNear: (visit: (i: number, j: number, k: number) => void) => void
}

/**
 * Samples a field round a box. Cells are about cubes of side `cell`, but no axis has less than `across` of them,
 * so that a thin plate has cells between its faces.
 */
export function sampleGrid(field: Field, box: Box3, cell: number, across: number): Grid {
  const extent = box.high.map((high, axis) => max(high - box.low[axis]!, cell * 1e-3)) as [number, number, number]
  const cells = extent.map((length) => min(MOST, max(across, ceil(length / cell)))) as [number, number, number]
  const side = extent.map((length, axis) => length / cells[axis]!) as [number, number, number]
  // one empty cell all round
  const origin = box.low.map((low, axis) => low - side[axis]!) as [number, number, number]
  const counts = cells.map((count) => count + 3) as [number, number, number]
  const [nx, ny, nz] = counts
  const values = new Float64Array(nx * ny * nz).fill(Number.NaN)
  const reach = (sqrt(side[0] * side[0] + side[1] * side[1] + side[2] * side[2]) * BLOCK * STEEPEST) / 2
  const middle = (axis: 0 | 1 | 2, from: number) => origin[axis] + (from + BLOCK / 2) * side[axis]

  function value(i: number, j: number, k: number): number {
    const at = i + nx * (j + ny * k)
    const known = values[at]!
    if (!Number.isNaN(known)) return known
    const sampled = field(origin[0] + i * side[0], origin[1] + j * side[1], origin[2] + k * side[2])
    const isRim = i === 0 || j === 0 || k === 0 || i === nx - 1 || j === ny - 1 || k === nz - 1
    values[at] = isRim ? max(sampled, RIM) : sampled
    return values[at]!
  }

  return {
    counts,
    origin,
    side,
    value,
    eachNear(visit) {
      for (let c = 0; c < nz; c += BLOCK)
        for (let b = 0; b < ny; b += BLOCK)
          for (let a = 0; a < nx; a += BLOCK) {
            if (abs(field(middle(0, a), middle(1, b), middle(2, c))) > reach) continue
            for (let k = c; k < min(c + BLOCK, nz); k++)
              for (let j = b; j < min(b + BLOCK, ny); j++) for (let i = a; i < min(a + BLOCK, nx); i++) visit(i, j, k)
          }
    },
  }
}
