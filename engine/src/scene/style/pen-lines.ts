import { smooth } from '../../math/dmath.ts'
import { MATERIAL } from '../material/material-id.ts'
import type { DrawnFrame } from './drawn-frame.ts'

const { abs, max } = Math

/** Materials of many small leaves, which would become all ink. */
export const LEAFY: ReadonlySet<number> = new Set([MATERIAL.foliage, MATERIAL.leaves])

/** Where a pen draws, 0..1 a pixel: steps and creases of depth, edges of faces and materials, and strong steps of colour. */
export function penLines({ width, height, depth, triangle, normals, mesh }: DrawnFrame, display: Float32Array): Float32Array {
  const lines = new Float32Array(width * height)
  const { material, smooth: smoothed } = mesh
  /** How much of a line two neighbouring triangles make. */
  const seam = (a: number, b: number) => {
    if (a < 0 || b < 0 || a === b) return 0
    if (material[a] !== material[b]) return 0.75
    if (smoothed[a]) return 0
    const facing = normals[a * 3]! * normals[b * 3]! + normals[a * 3 + 1]! * normals[b * 3 + 1]! + normals[a * 3 + 2]! * normals[b * 3 + 2]!
    return abs(facing) < 0.75 ? 0.7 : 0
  }
  const leafy = (t: number) => t >= 0 && LEAFY.has(material[t]!)
  const row = width * 3
  for (let y = 2; y < height - 2; y++)
    for (let x = 2; x < width - 2; x++) {
      const i = y * width + x
      const z = depth[i]!
      const inverse = 1 / z
      const bendX = abs(1 / depth[i + 1]! + 1 / depth[i - 1]! - 2 * inverse)
      const bendY = abs(1 / depth[i + width]! + 1 / depth[i - width]! - 2 * inverse)
      const here = triangle[i]! - 1
      const right = triangle[i + 1]! - 1
      const below = triangle[i + width]! - 1
      const q = i * 3
      const step =
        abs(display[q + 3]! - display[q - 3]!) +
        abs(display[q + row]! - display[q - row]!) +
        abs(display[q + 4]! - display[q - 2]!) +
        abs(display[q + row + 1]! - display[q - row + 1]!)
      let line = max(
        smooth(0.012, 0.09, max(bendX, bendY) / (inverse + 2e-4)),
        seam(here, right),
        seam(here, below),
        smooth(0.22, 0.8, step) * 0.6,
      )
      if (leafy(here)) line *= leafy(right) && leafy(below) ? 0.18 : 0.7
      lines[i] = line * (here < 0 && right < 0 ? 0.35 : 1) * (0.35 + 0.65 / (1 + z * 0.0011))
    }
  return lines
}
