import { smooth } from '../../math/dmath.ts'
import type { Frame } from '../../solid/render/frame.ts'

const { abs, max } = Math

/** How much of an outline runs through each pixel, 0..1: where parts meet, where a surface folds or another stands before it. */
export function edgesOf({ width, height, part, depth, normal }: Frame): Float32Array {
  const edges = new Float32Array(width * height)
  for (let y = 1; y < height - 1; y++)
    for (let x = 1; x < width - 1; x++) {
      const o = y * width + x
      let edge = 0
      for (const q of [o + 1, o + width, o - 1, o - width]) {
        if (part[q] !== part[o]) {
          if (part[q]! >= 0 || part[o]! >= 0) edge = max(edge, part[q]! < 0 || part[o]! < 0 ? 1 : 0.8)
          continue
        }
        if (part[o]! < 0) continue
        const turn = normal[3 * o]! * normal[3 * q]! + normal[3 * o + 1]! * normal[3 * q + 1]! + normal[3 * o + 2]! * normal[3 * q + 2]!
        edge = max(edge, smooth(0.82, 0.45, turn) * 0.6)
        if (abs(depth[q]! - depth[o]!) > 0.06) edge = max(edge, 0.9)
      }
      edges[o] = edge
    }
  return edges
}
