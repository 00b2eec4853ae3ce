import type { TriangleMesh } from '../../model/mesh/triangle-mesh.ts'
import type { Part } from '../../solid/render/part.ts'

/** A triangle this deep inside another part is not seen, model units. */
const DEEP = 0.004

/** Which triangles lie inside another part, whose texels nobody sees. */
export function hiddenOf({ positions: p, index }: TriangleMesh, partOf: ArrayLike<number>, parts: readonly Part[]): Uint8Array {
  const inside = (own: number, x: number, y: number, z: number) => {
    for (let i = 0; i < parts.length; i++) {
      if (i === own) continue
      const { field, bound } = parts[i]!
      const dx = x - bound[0]
      const dy = y - bound[1]
      const dz = z - bound[2]
      if (dx * dx + dy * dy + dz * dz < bound[3] * bound[3] && field(x, y, z) < -DEEP) return true
    }
    return false
  }
  const hidden = new Uint8Array(index.length / 3)
  /** Of each vertex, one more than whether it is inside; its triangles are all of one part. */
  const known = new Uint8Array(p.length / 3)
  const isIn = (own: number, vertex: number): boolean => {
    if (known[vertex] === 0) known[vertex] = inside(own, p[3 * vertex]!, p[3 * vertex + 1]!, p[3 * vertex + 2]!) ? 2 : 1
    return known[vertex] === 2
  }
  for (let t = 0; t < hidden.length; t++) {
    const own = partOf[t]!
    const [a, b, c] = [index[3 * t]!, index[3 * t + 1]!, index[3 * t + 2]!]
    if (!isIn(own, a) || !isIn(own, b) || !isIn(own, c)) continue
    const middle = (axis: number) => (p[3 * a + axis]! + p[3 * b + axis]! + p[3 * c + axis]!) / 3
    if (inside(own, middle(0), middle(1), middle(2))) hidden[t] = 1
  }
  return hidden
}
