/** The twelve edges of a cell are numbered 4·axis + u + 2·v: u and v say where they lie along the two axes after theirs. */
export const EDGES = 12

type Corner = readonly [first: number, second: number, number: number]
type Face = { readonly edges: readonly number[]; readonly corners: readonly Corner[] }

/** Number of a cell's corner: one bit an axis. */
const cornerOn = (axis: number, side: number, p: number, q: number) => (side << axis) | (p << ((axis + 1) % 3)) | (q << ((axis + 2) % 3))

/** An edge by its axis and where it lies along the other two. */
function edgeAt(axis: number, along: number, side: number, other: number): number {
  // `along` is the axis that `side` counts on, the remaining one `other`
  const first = (axis + 1) % 3
  return 4 * axis + (along === first ? side + 2 * other : other + 2 * side)
}

const FACES: readonly Face[] = [0, 1, 2].flatMap((axis) =>
  [0, 1].map((side) => {
    const d1 = (axis + 1) % 3
    const d2 = (axis + 2) % 3
    const alongFirst = (q: number) => edgeAt(d1, axis, side, q)
    const alongSecond = (p: number) => edgeAt(d2, axis, side, p)
    return {
      edges: [alongFirst(0), alongFirst(1), alongSecond(0), alongSecond(1)],
      corners: [0, 1].flatMap((q) => [0, 1].map((p): Corner => [alongFirst(q), alongSecond(p), cornerOn(axis, side, p, q)])),
    }
  }),
)

/** The two corners of each edge. */
const ENDS: readonly (readonly [number, number])[] = Array.from({ length: EDGES }, (_, edge) => {
  const axis = edge >> 2
  const from = cornerOn(axis, 0, edge & 1, (edge >> 1) & 1)
  return [from, from | (1 << axis)]
})

const CASES = 256

/** What a surface does in a cell, by which of its corners are inside: one bit a corner. */
export type CellSheets = {
  /** How many pieces of surface pass through. */
  readonly counts: Uint8Array
  /** The piece of each edge, or −1 where none crosses it: twelve numbers a case. */
  readonly ofEdge: Int8Array
  /** 1 where all four edges of a face are crossed. */
  readonly touching: Uint8Array
}

/**
 * Sorts the crossed edges of every case of a cell into sheets: those one connected piece of surface passes through. Where two opposite
 * corners of a face are inside they are taken as apart, which both cells of the face see alike; so sheets fit together without holes.
 */
function createSheets(): CellSheets {
  const tables = { counts: new Uint8Array(CASES), ofEdge: new Int8Array(CASES * EDGES), touching: new Uint8Array(CASES) }
  for (let inside = 0; inside < CASES; inside++) {
    const isInside = (corner: number) => ((inside >> corner) & 1) === 1
    const sheets = tables.ofEdge.subarray(inside * EDGES, (inside + 1) * EDGES)
    for (const [edge, [from, to]] of ENDS.entries()) sheets[edge] = isInside(from) === isInside(to) ? -1 : edge
    const unite = (a: number, b: number) => {
      const [from, to] = [sheets[a]!, sheets[b]!]
      if (from !== to) for (let e = 0; e < EDGES; e++) if (sheets[e] === from) sheets[e] = to
    }
    for (const { edges, corners } of FACES) {
      const cut = edges.filter((edge) => sheets[edge]! >= 0)
      if (cut.length === 4) {
        tables.touching[inside] = 1
        for (const [first, second, corner] of corners) if (isInside(corner)) unite(first, second)
      } else if (cut.length === 2) unite(cut[0]!, cut[1]!)
    }
    // numbered anew from nought, in the order of their last edges' names
    const names = [...new Set(sheets)].filter((name) => name >= 0).sort((a, b) => a - b)
    for (let e = 0; e < EDGES; e++) if (sheets[e]! >= 0) sheets[e] = names.indexOf(sheets[e]!)
    tables.counts[inside] = names.length
  }
  return tables
}

export const CELL_SHEETS = createSheets()
