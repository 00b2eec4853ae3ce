import type { SmoothMesh, TriangleMesh } from '../../model/mesh/triangle-mesh.ts'
import type { Part } from '../../solid/render/part.ts'

const { max, min } = Math

/** Distance to the nearest of some parts. */
type Nearest = (x: number, y: number, z: number, reach: number) => number

function nearestOf(parts: readonly Part[]): Nearest {
  return (x, y, z, reach) => {
    let nearest = reach
    for (const { field, bound } of parts) {
      const dx = x - bound[0]
      const dy = y - bound[1]
      const dz = z - bound[2]
      const limit = bound[3] + nearest
      if (dx * dx + dy * dy + dz * dz > limit * limit) continue
      nearest = min(nearest, field(x, y, z))
    }
    return nearest
  }
}

/** How far along the normal openness is looked for, model units, farthest first, and what each distance counts. */
const REACHES = [
  [0.36, 0.15],
  [0.18, 0.25],
  [0.08, 0.3],
  [0.03, 0.3],
] as const
/** What is this share of the farthest reach away there leaves nothing in the way to it. */
const OPEN = 0.998
/** What is left of the light in the deepest hollow. */
const DARKEST = 0.18

/** How open each vertex lies to the light, 0..1, by the distance to anything along its normal. */
export function opennessOf({ positions: p, normals: n }: SmoothMesh, parts: readonly Part[]): Float64Array {
  const nearest = nearestOf(parts)
  const openness = new Float64Array(p.length / 3)
  for (let i = 0; i < openness.length; i++) {
    const o = 3 * i
    let closed = 0
    for (const [reach, weight] of REACHES) {
      const share = nearest(p[o]! + n[o]! * reach, p[o + 1]! + n[o + 1]! * reach, p[o + 2]! + n[o + 2]! * reach, reach) / reach
      if (reach === REACHES[0][0] && share > OPEN) break
      closed += weight * max(0, min(1, 1 - share))
    }
    openness[i] = max(DARKEST, 1 - 1.15 * closed)
  }
  return openness
}

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
