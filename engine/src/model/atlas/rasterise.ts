import type { SmoothMesh } from '../mesh/triangle-mesh.ts'
import { type Atlas, texelOf } from './unwrap.ts'

const { ceil, floor, max, min } = Math

/** What of a mesh lies under each texel. */
export type TexelMap = {
  /** The triangle under each texel's middle, −1 where there is none. */
  readonly triangle: Int32Array
  /** Writes the shares of a triangle's corners at the middle of one of its texels. */
  weights(texel: number, out: Float64Array): void
  /** The same at any place of the texture, in texels: of one outside the triangle they are those of its plane. */
  weightsAt(triangle: number, x: number, y: number, out: Float64Array): void
}

/** How far outside a triangle a texel's middle may lie, as a share: neighbours leave no gap by a rounding. */
const SLACK = 1e-6

export function rasterise(mesh: SmoothMesh, atlas: Atlas): TexelMap {
  const { size } = atlas
  const count = mesh.index.length / 3
  const triangle = new Int32Array(size * size).fill(-1)
  /** Of each triangle: two rows (x, y, 1) that give the shares of its second and third corner. */
  const rows = new Float64Array(count * 6)
  const at = new Float64Array(2)
  const corner = new Float64Array(6)
  for (let t = 0; t < count; t++) {
    for (let k = 0; k < 3; k++) {
      const o = 3 * mesh.index[3 * t + k]!
      texelOf(atlas, atlas.of[t]!, mesh.positions[o]!, mesh.positions[o + 1]!, mesh.positions[o + 2]!, at)
      corner.set(at, 2 * k)
    }
    fill(t, corner, rows, triangle, size)
  }
  return {
    triangle,
    weights(texel, out) {
      const o = 6 * triangle[texel]!
      const x = (texel % size) + 0.5
      const y = floor(texel / size) + 0.5
      const b = min(1, max(0, rows[o]! * x + rows[o + 1]! * y + rows[o + 2]!))
      const c = min(1 - b, max(0, rows[o + 3]! * x + rows[o + 4]! * y + rows[o + 5]!))
      out[0] = 1 - b - c
      out[1] = b
      out[2] = c
    },
    weightsAt(t, x, y, out) {
      const o = 6 * t
      out[1] = rows[o]! * x + rows[o + 1]! * y + rows[o + 2]!
      out[2] = rows[o + 3]! * x + rows[o + 4]! * y + rows[o + 5]!
      out[0] = 1 - out[1]! - out[2]!
    },
  }
}

function fill(t: number, corner: Float64Array, rows: Float64Array, triangle: Int32Array, size: number): void {
  const [ax, ay, bx, by, cx, cy] = corner as unknown as [number, number, number, number, number, number]
  const doubled = (bx - ax) * (cy - ay) - (cx - ax) * (by - ay)
  if (doubled === 0) return
  const inverse = 1 / doubled
  const o = 6 * t
  rows[o] = (cy - ay) * inverse
  rows[o + 1] = (ax - cx) * inverse
  rows[o + 2] = (cx * ay - ax * cy) * inverse
  rows[o + 3] = (ay - by) * inverse
  rows[o + 4] = (bx - ax) * inverse
  rows[o + 5] = (ax * by - bx * ay) * inverse
  const right = min(size - 1, ceil(max(ax, bx, cx)))
  const bottom = min(size - 1, ceil(max(ay, by, cy)))
  for (let y = max(0, floor(min(ay, by, cy))); y <= bottom; y++)
    for (let x = max(0, floor(min(ax, bx, cx))); x <= right; x++) {
      const b = rows[o]! * (x + 0.5) + rows[o + 1]! * (y + 0.5) + rows[o + 2]!
      const c = rows[o + 3]! * (x + 0.5) + rows[o + 4]! * (y + 0.5) + rows[o + 5]!
      if (b >= -SLACK && c >= -SLACK && b + c <= 1 + SLACK) triangle[y * size + x] = t
    }
}
