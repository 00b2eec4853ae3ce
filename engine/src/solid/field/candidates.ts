const { ceil, max } = Math

/** Lists the pieces that can be nearest to a point, in order; all of them outside the grid. */
export type Candidates = (x: number, y: number, z: number) => Int32Array

/** Half the diagonal of a cube of side 1, and a little for rounding. */
export const HALF_DIAGONAL = 0.8661

/**
 * A grid over space from `low` to `high`, `cells` along its longest side, that is filled where it is asked.
 * @param steep how much faster than a distance the pieces' may change
 */
export function candidates(
  count: number,
  low: readonly [number, number, number],
  high: readonly [number, number, number],
  cells: number,
  steep: number,
  distance: (piece: number, x: number, y: number, z: number) => number,
): Candidates {
  const [lowX, lowY, lowZ] = low
  const side = max(high[0] - lowX, high[1] - lowY, high[2] - lowZ) / cells
  const inverse = 1 / side
  const nx = max(1, ceil((high[0] - lowX) * inverse))
  const ny = max(1, ceil((high[1] - lowY) * inverse))
  const nz = max(1, ceil((high[2] - lowZ) * inverse))
  const reach = side * HALF_DIAGONAL * steep
  const everything = Int32Array.from({ length: count }, (_, i) => i)
  const lists: (Int32Array | undefined)[] = new Array(nx * ny * nz)

  const distances = new Float64Array(count)
  const fill = (x: number, y: number, z: number): Int32Array => {
    let least = 1e9
    for (let piece = 0; piece < count; piece++) {
      distances[piece] = distance(piece, x, y, z)
      if (distances[piece]! < least) least = distances[piece]!
    }
    const farthest = least + 2 * reach
    let found = 0
    for (let piece = 0; piece < count; piece++) if (distances[piece]! <= farthest) found++
    const list = new Int32Array(found)
    found = 0
    for (let piece = 0; piece < count; piece++) if (distances[piece]! <= farthest) list[found++] = piece
    return list
  }

  return (x, y, z) => {
    const fx = (x - lowX) * inverse
    const fy = (y - lowY) * inverse
    const fz = (z - lowZ) * inverse
    if (!(fx >= 0 && fx < nx && fy >= 0 && fy < ny && fz >= 0 && fz < nz)) return everything
    const i = fx | 0
    const j = fy | 0
    const k = fz | 0
    const cell = i + nx * (j + ny * k)
    const known = lists[cell]
    if (known !== undefined) return known
    const found = fill(lowX + (i + 0.5) * side, lowY + (j + 0.5) * side, lowZ + (k + 0.5) * side)
    lists[cell] = found
    return found
  }
}
