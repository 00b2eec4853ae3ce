/** Triangles by vertex: x, y, z, and three numbers of vertices a triangle. */
export type Surface = { readonly positions: ArrayLike<number>; readonly index: ArrayLike<number> }

/** Height of a surface under a place; null where there is none. */
export type Heights = (x: number, z: number) => number | null

/** Metres of a cell in which triangles are looked up. */
const CELL = 2

/** Looks heights up in triangles; where several lie over each other, the highest counts. */
export function createHeights(surfaces: readonly Surface[]): Heights {
  const cells = new Map<string, number[][]>()
  const keyOf = (i: number, j: number) => `${i},${j}`
  for (const { positions, index } of surfaces)
    for (let t = 0; t < index.length; t += 3) {
      const corners = [0, 1, 2].flatMap((k) => [0, 1, 2].map((axis) => positions[index[t + k]! * 3 + axis]!))
      const [x0, , z0, x1, , z1, x2, , z2] = corners as [number, number, number, number, number, number, number, number, number]
      for (let i = Math.floor(Math.min(x0, x1, x2) / CELL); i <= Math.floor(Math.max(x0, x1, x2) / CELL); i++)
        for (let j = Math.floor(Math.min(z0, z1, z2) / CELL); j <= Math.floor(Math.max(z0, z1, z2) / CELL); j++) {
          const list = cells.get(keyOf(i, j)) ?? []
          list.push(corners)
          cells.set(keyOf(i, j), list)
        }
    }
  return (x, z) => {
    let height: number | null = null
    for (const corners of cells.get(keyOf(Math.floor(x / CELL), Math.floor(z / CELL))) ?? []) {
      const at = heightOn(corners, x, z)
      if (at !== null && (height === null || at > height)) height = at
    }
    return height
  }
}

function heightOn(corners: readonly number[], x: number, z: number): number | null {
  const [x0, y0, z0, x1, y1, z1, x2, y2, z2] = corners as [number, number, number, number, number, number, number, number, number]
  const area = (x1 - x0) * (z2 - z0) - (x2 - x0) * (z1 - z0)
  if (area === 0) return null
  const b = ((x - x0) * (z2 - z0) - (x2 - x0) * (z - z0)) / area
  const c = ((x1 - x0) * (z - z0) - (x - x0) * (z1 - z0)) / area
  // A hair's breadth over the edge still counts, so that no seam lets anyone through.
  return b < -1e-6 || c < -1e-6 || b + c > 1 + 1e-6 ? null : y0 + (y1 - y0) * b + (y2 - y0) * c
}
