import { clamp } from '../../math/dmath.ts'
import { discard } from '../discard.ts'

const { max, min } = Math

/** The mean of the (2 r + 1)² pixels round each, edges repeated. `channels` numbers a pixel. */
export function boxBlur(source: Float32Array, width: number, height: number, r: number, channels: number): Float32Array {
  const across = new Float32Array(source.length)
  const out = new Float32Array(source.length)
  const row = width * channels
  for (let y = 0; y < height; y++) for (let c = 0; c < channels; c++) slide(source, across, y * row + c, channels, width, r)
  slideDown(across, out, row, height, r)
  discard(across)
  return out
}

/** The sliding mean along one line that starts at `first`. */
function slide(from: Float32Array, to: Float32Array, first: number, step: number, length: number, r: number): void {
  let sum = 0
  for (let i = -r; i <= r; i++) sum += from[first + clamp(i, 0, length - 1) * step]!
  for (let i = 0; i < length; i++) {
    to[first + i * step] = sum / (2 * r + 1)
    sum += from[first + min(length - 1, i + r + 1) * step]! - from[first + max(0, i - r) * step]!
  }
}

/** The sliding mean down all columns at once: memory is walked along its rows. */
function slideDown(from: Float32Array, to: Float32Array, row: number, height: number, r: number): void {
  const sums = new Float64Array(row)
  for (let i = -r; i <= r; i++) {
    const at = clamp(i, 0, height - 1) * row
    for (let x = 0; x < row; x++) sums[x] = sums[x]! + from[at + x]!
  }
  for (let y = 0; y < height; y++) {
    const here = y * row
    const entering = min(height - 1, y + r + 1) * row
    const leaving = max(0, y - r) * row
    for (let x = 0; x < row; x++) {
      const sum = sums[x]!
      to[here + x] = sum / (2 * r + 1)
      sums[x] = sum + (from[entering + x]! - from[leaving + x]!)
    }
  }
}
