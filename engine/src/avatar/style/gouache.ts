import { clamp, mix, smooth } from '../../math/dmath.ts'
import { fbm3, hash3, noise3 } from '../../math/lattice.ts'
import { boxBlur } from '../../scene/style/box-blur.ts'
import { kuwahara } from '../../scene/style/kuwahara.ts'
import { edgesOf } from './edges.ts'
import type { Hand } from './redraw.ts'

const { floor, max, min } = Math

/** Steps of tone an opaque paint is mixed in. */
const TONES = 7

/** Gouache on rough paper: flat strokes in a few tones, cool shades, outlines that bleed. */
export const drawGouache: Hand = (display, frame, _backdrop, onProgress) => {
  const { width, height } = frame
  const unit = max(width, height) / 768
  const strokes = kuwahara(display, width, height, max(1, floor(5 * unit)))
  onProgress(0.4)
  const edges = boxBlur(edgesOf(frame), width, height, 1, 1)
  onProgress(0.5)
  const out = new Float32Array(display.length)
  for (let y = 0; y < height; y++) {
    if (y % 32 === 0) onProgress(0.5 + (0.5 * y) / height)
    for (let x = 0; x < width; x++) {
      const u = x / unit
      const v = y / unit
      const px = clamp(floor(x + (noise3(u * 0.02, v * 0.02, 9) - 0.5) * 7 * unit), 0, width - 1)
      const py = clamp(floor(y + (noise3(u * 0.02 + 40, v * 0.02, 9) - 0.5) * 7 * unit), 0, height - 1)
      const from = 3 * (py * width + px)
      const tone = 0.3 * strokes[from]! + 0.6 * strokes[from + 1]! + 0.1 * strokes[from + 2]! + 0.004
      const brush = fbm3(u * 0.009 + v * 0.003, v * 0.036, 3, 3)
      const step = tone * TONES + (brush - 0.5) * 1.1
      const whole = floor(step)
      const stepped = (whole + smooth(0.35, 0.65, step - whole)) / TONES
      const gain = mix(1, stepped / tone, 0.8)
      const paper = 0.94 + 0.1 * fbm3(u * 0.11, v * 0.11, 5, 3) + (hash3(x, y, 3) - 0.5) * 0.03
      const cool = smooth(0.5, 0.1, tone)
      const line = edges[y * width + x]! * 0.45
      const o = 3 * (y * width + x)
      out[o] = min(1, strokes[from]! * gain * (1 - 0.06 * cool) * paper * (1 - line))
      out[o + 1] = min(1, strokes[from + 1]! * gain * (1 - 0.03 * cool) * paper * (1 - line * 1.05))
      out[o + 2] = min(1, (strokes[from + 2]! * gain * (1 + 0.1 * cool) + 0.04 * cool) * paper * (1 - line * 0.85))
    }
  }
  return out
}
