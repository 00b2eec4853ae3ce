import { cos, PI } from '../math/dmath.ts'
import type { Picture } from '../picture.ts'
import { lumaOf } from './luma.ts'

/** A perceptual fingerprint: 256 bits as hex, and how much structure it rests on, 0..100 (below about 50 it means little). */
export type Fingerprint = { readonly bits: `0x${string}`; readonly quality: number }

const SIDE = 64
const FREQUENCIES = 16

/** Rows of the discrete cosine transform for frequencies 1..16 over 64 samples; the mean (frequency 0) is left out. */
const DCT = Float64Array.from({ length: FREQUENCIES * SIDE }, (_, o) => {
  const frequency = Math.floor(o / SIDE) + 1
  const sample = o % SIDE
  return Math.sqrt(2 / SIDE) * cos((PI / 2 / SIDE) * frequency * (2 * sample + 1))
})

/**
 * PDQ (Facebook, "The TMK+PDQF video-hashing algorithm and the PDQ image-hashing algorithm", 2019): luma, twice a box filter
 * both ways, 64 × 64 samples, cosine transform, and one bit for each of the 16 × 16 lowest frequencies above the median.
 * Pictures that look alike differ in few bits: up to 31 of 256 is the usual threshold.
 */
export function pdq(picture: Picture): Fingerprint {
  const { width, height } = picture
  let luma = lumaOf(picture)
  let scratch = new Float64Array(luma.length)
  const acrossWindow = windowFor(width)
  const downWindow = windowFor(height)
  for (let pass = 0; pass < 2; pass++) {
    boxFilter(luma, scratch, { lines: height, lineStep: width, count: width, step: 1, window: acrossWindow })
    boxFilter(scratch, luma, { lines: width, lineStep: 1, count: height, step: width, window: downWindow })
  }
  scratch = new Float64Array(SIDE * SIDE)
  for (let i = 0; i < SIDE; i++)
    for (let j = 0; j < SIDE; j++)
      scratch[i * SIDE + j] = luma[Math.floor(((i + 0.5) * height) / SIDE) * width + Math.floor(((j + 0.5) * width) / SIDE)]!
  luma = scratch
  const coefficients = transform(luma)
  const median = Float64Array.from(coefficients).sort()[coefficients.length / 2 - 1]!
  let bits = ''
  for (let nibble = coefficients.length / 4 - 1; nibble >= 0; nibble--) {
    let value = 0
    for (let k = 3; k >= 0; k--) value = value * 2 + (coefficients[nibble * 4 + k]! > median ? 1 : 0)
    bits += value.toString(16)
  }
  return { bits: `0x${bits}`, quality: qualityOf(luma) }
}

/** Number of differing bits of two fingerprints, 0..256. */
export function hamming(a: string, b: string): number {
  if (a.length !== 66 || b.length !== 66) throw new RangeError(`A fingerprint is 0x and 64 hex digits, not ${a.length !== 66 ? a : b}.`)
  let distance = 0
  for (let i = 2; i < 66; i++) {
    let difference = Number.parseInt(a[i]!, 16) ^ Number.parseInt(b[i]!, 16)
    for (; difference > 0; difference >>= 1) distance += difference & 1
  }
  return distance
}

const windowFor = (size: number) => Math.floor((size + 2 * SIDE - 1) / (2 * SIDE))

type Lines = { lines: number; lineStep: number; count: number; step: number; window: number }

/** Mean over a window along each line; windows are cut at the ends, as in the reference. */
function boxFilter(from: Float64Array, to: Float64Array, { lines, lineStep, count, step, window }: Lines): void {
  const ahead = Math.floor((window + 2) / 2) - 1
  const behind = window - ahead - 1
  for (let line = 0; line < lines; line++) {
    const base = line * lineStep
    let sum = 0
    let size = 0
    for (let i = 0; i < Math.min(ahead, count); i++, size++) sum += from[base + i * step]!
    for (let i = 0; i < count; i++) {
      if (i + ahead < count) {
        sum += from[base + (i + ahead) * step]!
        size++
      }
      if (i - behind > 0) {
        sum -= from[base + (i - behind - 1) * step]!
        size--
      }
      to[base + i * step] = sum / size
    }
  }
}

/** The 16 × 16 lowest frequencies of 64 × 64 samples. */
function transform(samples: Float64Array): Float64Array {
  const half = new Float64Array(FREQUENCIES * SIDE)
  for (let i = 0; i < FREQUENCIES; i++)
    for (let j = 0; j < SIDE; j++) {
      let sum = 0
      for (let k = 0; k < SIDE; k++) sum += DCT[i * SIDE + k]! * samples[k * SIDE + j]!
      half[i * SIDE + j] = sum
    }
  const out = new Float64Array(FREQUENCIES * FREQUENCIES)
  for (let i = 0; i < FREQUENCIES; i++)
    for (let j = 0; j < FREQUENCIES; j++) {
      let sum = 0
      for (let k = 0; k < SIDE; k++) sum += half[i * SIDE + k]! * DCT[j * SIDE + k]!
      out[i * FREQUENCIES + j] = sum
    }
  return out
}

/** Sum of whole-percent steps between neighbouring samples, scaled so that 100 is plenty. */
function qualityOf(samples: Float64Array): number {
  let sum = 0
  for (let i = 0; i < SIDE; i++)
    for (let j = 0; j < SIDE; j++) {
      const here = samples[i * SIDE + j]!
      if (i + 1 < SIDE) sum += Math.abs(Math.trunc(((here - samples[(i + 1) * SIDE + j]!) * 100) / 255))
      if (j + 1 < SIDE) sum += Math.abs(Math.trunc(((here - samples[i * SIDE + j + 1]!) * 100) / 255))
    }
  return Math.min(100, Math.floor(sum / 90))
}
