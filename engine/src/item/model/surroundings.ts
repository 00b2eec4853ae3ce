import type { SmoothMesh, TriangleMesh } from '../../model/mesh/triangle-mesh.ts'
import type { Part } from '../../solid/render/part.ts'

const { max, min, sqrt } = Math

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

/** How far along the normal openness is looked for, model units, and what each distance counts. */
const REACHES = [
  [0.03, 0.3],
  [0.08, 0.3],
  [0.18, 0.25],
  [0.36, 0.15],
] as const
/** What is left of the light in the deepest hollow. */
const DARKEST = 0.18

/** How open each vertex lies to the light, 0..1, by the distance to anything along its normal. */
export function opennessOf({ positions: p, normals: n }: SmoothMesh, parts: readonly Part[]): Float64Array {
  const nearest = nearestOf(parts)
  return Float64Array.from({ length: p.length / 3 }, (_, i) => {
    let closed = 0
    for (const [reach, weight] of REACHES) {
      const at = (axis: number) => p[3 * i + axis]! + n[3 * i + axis]! * reach
      closed += weight * max(0, min(1, 1 - nearest(at(0), at(1), at(2), reach) / reach))
    }
    return max(DARKEST, 1 - 1.15 * closed)
  })
}

/** A triangle this deep inside another part is not seen, model units. */
const DEEP = 0.004

/** Which triangles lie inside another part, whose texels nobody sees. */
export function hiddenOf({ positions: p, index }: TriangleMesh, partOf: ArrayLike<number>, parts: readonly Part[]): Uint8Array {
  const inside = (own: number, x: number, y: number, z: number) =>
    parts.some(({ field, bound }, i) => {
      const [dx, dy, dz] = [x - bound[0], y - bound[1], z - bound[2]]
      return i !== own && sqrt(dx * dx + dy * dy + dz * dz) < bound[3] && field(x, y, z) < -DEEP
    })
  return Uint8Array.from({ length: index.length / 3 }, (_, t) => {
    const corners = [0, 1, 2].map((k) => 3 * index[3 * t + k]!)
    const middle = (axis: number) => (p[corners[0]! + axis]! + p[corners[1]! + axis]! + p[corners[2]! + axis]!) / 3
    const own = partOf[t]!
    if (!inside(own, middle(0), middle(1), middle(2))) return 0
    return corners.every((o) => inside(own, p[o]!, p[o + 1]!, p[o + 2]!)) ? 1 : 0
  })
}
