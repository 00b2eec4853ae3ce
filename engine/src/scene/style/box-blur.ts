import { clamp } from '../../math/dmath.ts'

const { max, min } = Math

/** The mean of the (2 r + 1)² pixels round each, edges repeated. `channels` numbers a pixel. */
export function boxBlur(source: Float32Array, width: number, height: number, r: number, channels: number): Float32Array {
  const across = new Float32Array(source.length)
  const out = new Float32Array(source.length)
  const step = channels
  const row = width * channels
  for (let c = 0; c < channels; c++) {
    for (let y = 0; y < height; y++) slide(source, across, y * row + c, step, width, r)
    for (let x = 0; x < width; x++) slide(across, out, x * channels + c, row, height, r)
  }
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
