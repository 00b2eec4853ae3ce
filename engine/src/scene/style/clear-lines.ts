import { smooth } from '../../math/dmath.ts'
import { boxBlur } from './box-blur.ts'
import type { DrawnFrame } from './drawn-frame.ts'
import { penLines } from './pen-lines.ts'

const { max, round } = Math

/** The pen's lines, 0..1 a pixel, fainter by up to `calm` where they crowd: grass, leaves and far streets would be all line. */
export function clearLines(frame: DrawnFrame, display: Float32Array, calm: number): Float32Array {
  const { width, height } = frame
  const lines = penLines(frame, display)
  const r = max(1, round((9 * max(width, height)) / 768))
  const crowd = boxBlur(lines, width, height, r, 1)
  for (let i = 0; i < lines.length; i++) lines[i] = lines[i]! * (1 - calm * smooth(0.09, 0.26, crowd[i]!))
  return lines
}
