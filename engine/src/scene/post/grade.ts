import { exp, log, pow, saturate, smooth } from '../../math/dmath.ts'
import type { Grade } from '../look/look.ts'

const { floor, max, min } = Math

const STEPS = 4096
/** sRGB of linear values 0..1 in 4096 steps: built once, never changed. */
const encoded = new Float32Array(STEPS + 2)
for (let i = 0; i < encoded.length; i++) {
  const c = min(1, i / STEPS)
  encoded[i] = c <= 0.0031308 ? c * 12.92 : 1.055 * pow(c, 1 / 2.4) - 0.055
}

function encode(linear: number): number {
  const c = saturate(linear) * STEPS
  const i = floor(c)
  return encoded[i]! + (encoded[i + 1]! - encoded[i]!) * (c - i)
}

/** A filmic curve. */
const film = (x: number) => (x <= 0 ? 0 : (x * (2.51 * x + 0.03)) / (x * (2.43 * x + 0.59) + 0.14))

/** Where contrast leaves a tone as it is. */
const PIVOT = 0.42
/** More contrast darkens below the pivot and brightens above it, without clipping. */
function contrasted(x: number, k: number): number {
  const v = saturate(x)
  if (v < PIVOT) {
    const t = v / PIVOT
    return PIVOT * (t / (t + (1 - t) * k))
  }
  const t = (1 - v) / (1 - PIVOT)
  return 1 - (1 - PIVOT) * (t / (t + (1 - t) * k))
}

/** The factor that brings a picture's mean brightness to the grade's key. Looks at every seventh pixel. */
export function exposureOf(radiance: Float32Array, grade: Grade): number {
  let sum = 0
  let count = 0
  for (let p = 0; p < radiance.length; p += 21) {
    sum += log(0.2126 * radiance[p]! + 0.7152 * radiance[p + 1]! + 0.0722 * radiance[p + 2]! + 0.003)
    count++
  }
  return pow(grade.key / exp(sum / count), grade.auto)
}

/**
 * Rows `from` to `to` as a display shows them, sRGB 0..1, into `out`: vignette, film curve, saturation, contrast, split
 * toning.
 */
export function gradeRows(
  radiance: Float32Array,
  width: number,
  height: number,
  grade: Grade,
  exposure: number,
  out: Float32Array,
  from: number,
  to: number,
): void {
  const { contrast, saturation, shadow, highlight, vignette } = grade
  for (let y = from; y < to; y++) {
    const vy = (y + 0.5) / height - 0.5
    for (let x = 0; x < width; x++) {
      const o = (y * width + x) * 3
      const vx = (x + 0.5) / width - 0.5
      const k = exposure * (1 - vignette * smooth(0.12, 0.62, vx * vx + vy * vy) * 2)
      let r = radiance[o]! * k
      let g = radiance[o + 1]! * k
      let b = radiance[o + 2]! * k
      const brightest = max(r, g, b)
      if (brightest > 0.8) {
        const spill = min(0.75, (brightest - 0.8) * 0.1)
        r += (brightest - r) * spill
        g += (brightest - g) * spill
        b += (brightest - b) * spill
      }
      r = encode(film(r))
      g = encode(film(g))
      b = encode(film(b))
      const grey = 0.3 * r + 0.59 * g + 0.11 * b
      r = contrasted(grey + (r - grey) * saturation, contrast)
      g = contrasted(grey + (g - grey) * saturation, contrast)
      b = contrasted(grey + (b - grey) * saturation, contrast)
      const tone = saturate(0.3 * r + 0.59 * g + 0.11 * b)
      const dark = (1 - tone) * (1 - tone)
      const light = tone * tone
      out[o] = saturate(r * (1 + (highlight[0] - 1) * light) + shadow[0] * dark)
      out[o + 1] = saturate(g * (1 + (highlight[1] - 1) * light) + shadow[1] * dark)
      out[o + 2] = saturate(b * (1 + (highlight[2] - 1) * light) + shadow[2] * dark)
    }
  }
}
