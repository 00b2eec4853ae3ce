import type { Box3 } from './surface-box.ts'

/** Triangles over shared vertices, counter-clockwise seen from outside. */
export type TriangleMesh = {
  /** Three numbers a vertex. */
  readonly positions: Float64Array
  /** Three vertices a triangle. */
  readonly index: Uint32Array
}

/** A mesh ready to be drawn: a vertex where each smooth face has its own normal. */
export type SmoothMesh = TriangleMesh & {
  /** Unit normals, three numbers a vertex. */
  readonly normals: Float64Array
  /** The vertex of the closed mesh that each vertex was split from. */
  readonly source: Uint32Array
}

export const triangleCount = (mesh: TriangleMesh) => mesh.index.length / 3

/** The box round all vertices. */
export function boxOf(positions: ArrayLike<number>): Box3 {
  const low: [number, number, number] = [Infinity, Infinity, Infinity]
  const high: [number, number, number] = [-Infinity, -Infinity, -Infinity]
  for (let i = 0; i < positions.length; i++) {
    const axis = (i % 3) as 0 | 1 | 2
    const value = positions[i]!
    if (value < low[axis]) low[axis] = value
    if (value > high[axis]) high[axis] = value
  }
  return { low, high }
}

/** The box round several. */
export function boxRound(boxes: readonly Box3[]): Box3 {
  const least = (axis: 0 | 1 | 2) => Math.min(...boxes.map(({ low }) => low[axis]))
  const most = (axis: 0 | 1 | 2) => Math.max(...boxes.map(({ high }) => high[axis]))
  return { low: [least(0), least(1), least(2)], high: [most(0), most(1), most(2)] }
}

/** Edges that do not have exactly one triangle on either side: none on a closed manifold. */
export function openEdges({ index }: TriangleMesh): number {
  const seen = new Map<string, number>()
  for (let t = 0; t < index.length; t += 3)
    for (let k = 0; k < 3; k++) {
      const way = `${index[t + k]}>${index[t + ((k + 1) % 3)]}`
      seen.set(way, (seen.get(way) ?? 0) + 1)
    }
  let open = 0
  for (const [way, count] of seen) {
    const [a, b] = way.split('>')
    if (count !== 1 || seen.get(`${b}>${a}`) !== 1) open++
  }
  return open
}

/** Volume inside, positive when the triangles face outwards. */
export function volumeOf({ positions: p, index }: TriangleMesh): number {
  let sum = 0
  for (let t = 0; t < index.length; t += 3) {
    const a = index[t]! * 3
    const b = index[t + 1]! * 3
    const c = index[t + 2]! * 3
    sum +=
      p[a]! * (p[b + 1]! * p[c + 2]! - p[b + 2]! * p[c + 1]!) +
      p[a + 1]! * (p[b + 2]! * p[c]! - p[b]! * p[c + 2]!) +
      p[a + 2]! * (p[b]! * p[c + 1]! - p[b + 1]! * p[c]!)
  }
  return sum / 6
}
