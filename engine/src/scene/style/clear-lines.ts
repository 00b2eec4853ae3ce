import { smooth } from '../../math/dmath.ts'
import { boxBlur } from './box-blur.ts'
import type { DrawnFrame } from './drawn-frame.ts'
import { LEAFY, penLines } from './pen-lines.ts'

const { abs, max, min, round } = Math

/** The pen's lines, 0..1 a pixel, fainter by up to `calm` where they crowd: grass, leaves and far streets would be all line. */
export function clearLines(frame: DrawnFrame, display: Float32Array, calm: number): Float32Array {
  const { width, height } = frame
  const lines = penLines(frame, display)
  const r = max(1, round((9 * max(width, height)) / 768))
  const crowd = boxBlur(lines, width, height, r, 1)
  for (let i = 0; i < lines.length; i++) lines[i] = lines[i]! * (1 - calm * smooth(0.09, 0.26, crowd[i]!))
  return lines
}

/** Ink thinner than this is no line. */
const DRAWN = 0.2
/** Upward part of a normal above which a face is ground. */
const LEVEL = 0.7

/**
 * Takes specks off leaves and level ground: ink that joins up to nothing longer than `least` pixels across or down. Those in the sky
 * are birds, and on walls windows. Changes `lines`.
 */
export function withoutSpecks(lines: Float32Array, { width, height, triangle, normals, mesh }: DrawnFrame, least: number): Float32Array {
  const littered = (i: number) => {
    const face = triangle[i]! - 1
    return face >= 0 && (LEAFY.has(mesh.material[face]!) || abs(normals[face * 3 + 1]!) > LEVEL)
  }
  const seen = new Uint8Array(lines.length)
  const joined = new Int32Array(lines.length)
  for (let first = 0; first < lines.length; first++) {
    if (seen[first] || lines[first]! < DRAWN) continue
    let count = 1
    let [left, right, top, bottom] = [width, 0, height, 0]
    joined[0] = first
    seen[first] = 1
    for (let k = 0; k < count; k++) {
      const i = joined[k]!
      const x = i % width
      const y = (i - x) / width
      left = min(left, x)
      right = max(right, x)
      top = min(top, y)
      bottom = max(bottom, y)
      for (let b = max(0, y - 1); b <= min(height - 1, y + 1); b++)
        for (let a = max(0, x - 1); a <= min(width - 1, x + 1); a++) {
          const next = b * width + a
          if (seen[next] || lines[next]! < DRAWN) continue
          seen[next] = 1
          joined[count++] = next
        }
    }
    if (max(right - left, bottom - top) >= least) continue
    let litter = 0
    for (let k = 0; k < count; k++) if (littered(joined[k]!)) litter++
    if (litter * 2 < count) continue
    for (let k = 0; k < count; k++) lines[joined[k]!] = 0
  }
  return lines
}
