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
  for (let t = 0; t < hidden.length; t++) {
    const own = partOf[t]!
    const a = 3 * index[3 * t]!
    const b = 3 * index[3 * t + 1]!
    const c = 3 * index[3 * t + 2]!
    const isIn = (o: number) => inside(own, p[o]!, p[o + 1]!, p[o + 2]!)
    if (!inside(own, (p[a]! + p[b]! + p[c]!) / 3, (p[a + 1]! + p[b + 1]! + p[c + 1]!) / 3, (p[a + 2]! + p[b + 2]! + p[c + 2]!) / 3))
      continue
    if (isIn(a) && isIn(b) && isIn(c)) hidden[t] = 1
  }
  return hidden
}
