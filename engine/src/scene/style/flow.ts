import { mix, smooth } from '../../math/dmath.ts'
import { valueFbm2 } from '../noise.ts'
import { boxBlur } from './box-blur.ts'

const { max, round, sqrt } = Math

/** Unit direction along the picture's lines at a pixel, and how clear it is, 0..1. The record is used again. */
export type Flow = (x: number, y: number) => { readonly dx: number; readonly dy: number; readonly coherence: number }

/** Directions from the smoothed structure tensor; in even areas a slow swell to the right. `unit`: pixels a 768th. */
export function createFlow(display: Float32Array, width: number, height: number, unit: number): Flow {
  const pixels = width * height
  const tone = new Float32Array(pixels)
  for (let i = 0; i < pixels; i++) tone[i] = 0.3 * display[i * 3]! + 0.59 * display[i * 3 + 1]! + 0.11 * display[i * 3 + 2]!
  const soft = boxBlur(tone, width, height, 1, 1)
  const raw = new Float32Array(pixels * 3)
  for (let y = 1; y < height - 1; y++)
    for (let x = 1; x < width - 1; x++) {
      const i = y * width + x
      const gx = soft[i + 1]! - soft[i - 1]!
      const gy = soft[i + width]! - soft[i - width]!
      raw[i * 3] = gx * gx
      raw[i * 3 + 1] = gx * gy
      raw[i * 3 + 2] = gy * gy
    }
  const r = max(1, round(5 * unit))
  const tensor = boxBlur(boxBlur(raw, width, height, r, 3), width, height, r, 3)
  const answer = { dx: 1, dy: 0, coherence: 0 }
  return (x, y) => {
    const i = (y * width + x) * 3
    const a = tensor[i]!
    const b = tensor[i + 1]!
    const c = tensor[i + 2]!
    const spread = sqrt((a - c) * (a - c) * 0.25 + b * b)
    const strong = (a + c) / 2 + spread
    let dx = 1
    let dy = 0
    answer.coherence = 0
    const length = sqrt(b * b + (strong - a) * (strong - a))
    if (length > 1e-9) {
      dx = (strong - a) / length
      dy = -b / length
      answer.coherence = spread / ((a + c) / 2 + 1e-5)
    }
    const even = 1 - smooth(0.00002, 0.0004, strong)
    const lean = (valueFbm2((x * 0.004) / unit + 9, (y * 0.006) / unit, 2) - 0.5) * 1.8
    const leanLength = sqrt(1 + lean * lean)
    if (dx + dy * lean < 0) {
      dx = -dx
      dy = -dy
    }
    dx = mix(dx, 1 / leanLength, even)
    dy = mix(dy, lean / leanLength, even)
    const all = sqrt(dx * dx + dy * dy) || 1
    answer.dx = dx / all
    answer.dy = dy / all
    return answer
  }
}
