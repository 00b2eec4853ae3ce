import { clamp } from '../../math/dmath.ts'
import { hash3 } from '../../math/lattice.ts'

/** Rows `from` to `to` of a display-ready picture in 8 bits, with film grain and dither against bands. */
export function finishRows(
  display: Float32Array,
  width: number,
  grain: number,
  seed: number,
  rgba: Uint8Array,
  from: number,
  to: number,
): void {
  for (let y = from; y < to; y++)
    for (let x = 0; x < width; x++) {
      const i = (y * width + x) * 3
      const o = (y * width + x) * 4
      const tone = 0.3 * display[i]! + 0.59 * display[i + 1]! + 0.11 * display[i + 2]!
      const noise = (hash3(x, y, seed) + hash3(x, y, seed + 1) - 1) * grain * (1.2 - tone)
      const dither = hash3(x, y, seed + 2)
      for (let c = 0; c < 3; c++) rgba[o + c] = clamp(Math.floor((display[i + c]! + noise) * 255 + dither), 0, 255)
      rgba[o + 3] = 255
    }
}
