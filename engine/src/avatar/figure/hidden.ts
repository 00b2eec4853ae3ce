import type { FigurePart, Piece } from './piece.ts'

/** A triangle this deep inside another part is never seen, however the body bends. */
const DEEP = 0.07
/** Parts too thin or too costly to hide anything. */
const OPEN = new Set(['hair', 'beard', 'whiskers', 'lashes', 'brows', 'glasses', 'eyes', 'mane', 'wool', 'spines', 'forelock'])

/** Leaves out the triangles of a piece that lie inside other parts, and the vertices only they used. */
export function withoutHidden(piece: Piece, own: FigurePart, parts: readonly FigurePart[]): Piece {
  const { positions: p, index } = piece
  const others = parts.filter((part) => part !== own && part.material.kind === 'opaque' && !OPEN.has(part.name))
  const hidden = new Uint8Array(p.length / 3)
  for (let i = 0; i < hidden.length; i++) {
    const [x, y, z] = [p[i * 3]!, p[i * 3 + 1]!, p[i * 3 + 2]!]
    hidden[i] = others.some(({ bound: [cx, cy, cz, r], field }) => {
      const [dx, dy, dz] = [x - cx, y - cy, z - cz]
      return dx * dx + dy * dy + dz * dz < r * r && field(x, y, z) < -DEEP
    })
      ? 1
      : 0
  }
  const kept: number[] = []
  for (let t = 0; t < index.length; t += 3) {
    const [a, b, c] = [index[t]!, index[t + 1]!, index[t + 2]!]
    if (!(hidden[a] && hidden[b] && hidden[c])) kept.push(a, b, c)
  }
  return kept.length === index.length ? piece : compacted(piece, kept)
}

function compacted(piece: Piece, index: readonly number[]): Piece {
  const renamed = new Int32Array(piece.positions.length / 3).fill(-1)
  const order: number[] = []
  const triangles = Uint32Array.from(index, (old) => {
    if (renamed[old]! < 0) renamed[old] = order.push(old) - 1
    return renamed[old]!
  })
  const rows = (from: ArrayLike<number>) => {
    const out = new Float64Array(3 * order.length)
    for (let i = 0; i < out.length; i++) out[i] = from[3 * order[(i / 3) | 0]! + (i % 3)]!
    return out
  }
  return { ...piece, positions: rows(piece.positions), normals: rows(piece.normals), colours: rows(piece.colours), index: triangles }
}
