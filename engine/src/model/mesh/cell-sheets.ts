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

/**
 * Sorts the crossed edges of a cell into sheets: those one connected piece of surface passes through. Where two opposite corners of a
 * face are inside they are taken as apart, which both cells of the face see alike; so sheets fit together without holes.
 *
 * @param crossed whether the surface crosses an edge
 * @param inside whether a corner is inside
 * @param sheets receives each crossed edge's sheet, the others' −1
 * @returns how many sheets there are
 */
export function sheetsOf(crossed: (edge: number) => boolean, inside: (corner: number) => boolean, sheets: Int8Array): number {
  for (let e = 0; e < EDGES; e++) sheets[e] = crossed(e) ? e : -1
  const unite = (a: number, b: number) => {
    const [from, to] = [sheets[a]!, sheets[b]!]
    if (from !== to) for (let e = 0; e < EDGES; e++) if (sheets[e] === from) sheets[e] = to
  }
  for (const { edges, corners } of FACES) {
    const cut = edges.filter((e) => sheets[e]! >= 0)
    if (cut.length === 4) {
      for (const [first, second, corner] of corners) if (inside(corner)) unite(first, second)
    } else if (cut.length === 2) unite(cut[0]!, cut[1]!)
  }
  let count = 0
  for (let e = 0; e < EDGES; e++) {
    if (sheets[e] !== e) continue
    const name = EDGES + count++
    for (let f = 0; f < EDGES; f++) if (sheets[f] === e) sheets[f] = name
  }
  for (let e = 0; e < EDGES; e++) if (sheets[e]! >= 0) sheets[e] = sheets[e]! - EDGES
  return count
}
