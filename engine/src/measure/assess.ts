import { log } from '../math/dmath.ts'
import type { Picture } from '../picture.ts'
import { linearOf } from './linear.ts'
import { lumaOf } from './luma.ts'

/** Numbers about a picture. None of them is a grade. */
export type Metrics = {
  /** Root mean square of the four-neighbour Laplacian of luma, in 8-bit steps: 0 is flat, about 5 soft, above 15 crisp. */
  readonly sharpness: number
  /** Standard deviation of pixel noise (Immerkær 1996), in 8-bit steps: an upper bound of how much of the sharpness is noise. */
  readonly noise: number
  /** Entropy of the luma histogram, bits, 0..8. */
  readonly entropy: number
  /** Share of pixels at the ends of the scale (luma up to 1 or from 254), 0..1. */
  readonly clipped: number
  /** Colourfulness (Hasler and Süsstrunk 2003): 0 grey, about 35 moderate, above 80 strong. */
  readonly colourfulness: number
  /** Mean relative luminance in linear light, 0..1. */
  readonly luminance: number
}

const { abs, floor, sqrt } = Math
const LN2 = log(2)

export function assess(picture: Picture): Metrics {
  const { width, height, rgba } = picture
  const luma = lumaOf(picture)
  const count = luma.length
  const histogram = new Uint32Array(256)
  let clipped = 0
  let luminance = 0
  let rgSum = 0
  let rgSquares = 0
  let ybSum = 0
  let ybSquares = 0
  for (let i = 0, o = 0; i < count; i++, o += 4) {
    const level = luma[i]!
    const step = floor(level + 0.5)
    histogram[step] = histogram[step]! + 1
    if (level <= 1 || level >= 254) clipped++
    const r = rgba[o]!
    const g = rgba[o + 1]!
    const b = rgba[o + 2]!
    luminance += 0.2126 * linearOf(r) + 0.7152 * linearOf(g) + 0.0722 * linearOf(b)
    const rg = r - g
    const yb = 0.5 * (r + g) - b
    rgSum += rg
    rgSquares += rg * rg
    ybSum += yb
    ybSquares += yb * yb
  }
  let entropy = 0
  for (const n of histogram) if (n > 0) entropy -= ((n / count) * log(n / count)) / LN2
  const rgMean = rgSum / count
  const ybMean = ybSum / count
  const variance = rgSquares / count - rgMean * rgMean + (ybSquares / count - ybMean * ybMean)
  return {
    ...edges(luma, width, height),
    entropy,
    clipped: clipped / count,
    colourfulness: sqrt(variance > 0 ? variance : 0) + 0.3 * sqrt(rgMean * rgMean + ybMean * ybMean),
    luminance: luminance / count,
  }
}

/** Sharpness and noise from 3 × 3 neighbourhoods; 0 for pictures without an inside. */
function edges(luma: Float64Array, width: number, height: number): Pick<Metrics, 'sharpness' | 'noise'> {
  const inside = (width - 2) * (height - 2)
  if (width < 3 || height < 3) return { sharpness: 0, noise: 0 }
  let squares = 0
  let sum = 0
  for (let y = 1; y < height - 1; y++)
    for (let x = 1; x < width - 1; x++) {
      const o = y * width + x
      const centre = luma[o]!
      const cross = luma[o - 1]! + luma[o + 1]! + luma[o - width]! + luma[o + width]!
      const corners = luma[o - width - 1]! + luma[o - width + 1]! + luma[o + width - 1]! + luma[o + width + 1]!
      const laplacian = cross - 4 * centre
      squares += laplacian * laplacian
      sum += abs(corners - 2 * cross + 4 * centre)
    }
  return { sharpness: sqrt(squares / inside), noise: (sum * 1.2533141373155001) / (6 * inside) }
}

/** Metrics as decimal strings with a fixed number of places, as a record keeps them. */
export function recordedMetrics(metrics: Metrics): Record<keyof Metrics, string> {
  return {
    sharpness: metrics.sharpness.toFixed(2),
    noise: metrics.noise.toFixed(2),
    entropy: metrics.entropy.toFixed(3),
    clipped: metrics.clipped.toFixed(4),
    colourfulness: metrics.colourfulness.toFixed(1),
    luminance: metrics.luminance.toFixed(4),
  }
}
