import { clamp, pow, saturate } from '../../math/dmath.ts'
import { hash3 } from '../../math/lattice.ts'
import type { Frame } from './frame.ts'

const { floor, min } = Math

/** How a frame becomes a picture. */
export type Development = {
  /** Strength of the halo around what is brighter than `threshold`. */
  readonly bloom: number
  readonly threshold: number
  readonly saturation: number
  /** Darkening towards the corners. */
  readonly vignette: number
  readonly grain: number
}

/** 8-bit sRGB for linear values in steps of 1/4096. */
const SRGB = Uint8Array.from({ length: 4097 }, (_, i) => {
  const c = i / 4096
  return floor((c <= 0.0031308 ? c * 12.92 : 1.055 * pow(c, 1 / 2.4) - 0.055) * 255 + 0.5)
})

/** 8-bit sRGB of a linear value. */
export const toByte = (linear: number) => SRGB[(saturate(linear) * 4096) | 0]!

/** Filmic curve (rational). */
const film = (v: number) => (v * (2.2 * v + 0.12)) / (v * (2.1 * v + 0.72) + 0.16)

/** Bloom is computed at a quarter of the size. */
const QUARTER = 4

/** Develops rows `from` to `to` into `rgba`; `halo` is the bloom of the whole frame, or null for none. */
export function developRows(frame: Frame, how: Development, halo: Float32Array | null, rgba: Uint8Array, from: number, to: number): void {
  const { width, height, radiance } = frame
  const w = (width / QUARTER) | 0
  const h = (height / QUARTER) | 0
  const glow = (x: number, y: number, c: number): number => {
    if (halo === null) return 0
    const fx = clamp((x + 0.5) / QUARTER - 0.5, 0, w - 1.001)
    const fy = clamp((y + 0.5) / QUARTER - 0.5, 0, h - 1.001)
    const s = 3 * ((fy | 0) * w + (fx | 0)) + c
    const ax = fx - (fx | 0)
    const p = halo[s]! + (halo[s + 3]! - halo[s]!) * ax
    const q = halo[s + 3 * w]! + (halo[s + 3 * w + 3]! - halo[s + 3 * w]!) * ax
    return (p + (q - p) * (fy - (fy | 0))) * how.bloom
  }
  for (let y = from; y < to; y++)
    for (let x = 0; x < width; x++) {
      const i = 3 * (y * width + x)
      const o = 4 * (y * width + x)
      const u = x / width - 0.5
      const v = y / height - 0.5
      const fall = 1 - how.vignette * 2 * (u * u + v * v)
      const r = film((radiance[i]! + glow(x, y, 0)) * fall)
      const g = film((radiance[i + 1]! + glow(x, y, 1)) * fall)
      const b = film((radiance[i + 2]! + glow(x, y, 2)) * fall)
      const l = 0.3 * r + 0.59 * g + 0.11 * b
      const grain = (hash3(x, y, 7) - 0.5) * how.grain * (0.12 + 2 * l)
      rgba[o] = toByte(l + (r - l) * how.saturation + grain)
      rgba[o + 1] = toByte(l + (g - l) * how.saturation + grain)
      rgba[o + 2] = toByte(l + (b - l) * how.saturation + grain)
      rgba[o + 3] = 255
    }
}

/** Rows that are developed between two calls of `heed`. */
const STRIP = 48

/** Develops a whole frame; `heed` is asked every few rows and throws to stop. */
export function develop(frame: Frame, how: Development, halo: Float32Array | null, rgba: Uint8Array, heed: () => void): void {
  for (let from = 0; from < frame.height; from += STRIP) {
    heed()
    developRows(frame, how, halo, rgba, from, min(frame.height, from + STRIP))
  }
}

/** The halo around bright spots, at a quarter of the frame's size; null when the frame is too small or bloom is off. */
export function bloomOf(frame: Frame, how: Development): Float32Array | null {
  const { width, height, radiance } = frame
  const w = (width / QUARTER) | 0
  const h = (height / QUARTER) | 0
  if (how.bloom <= 0 || w < 2 || h < 2) return null
  const halo = new Float32Array(w * h * 3)
  for (let y = 0; y < h * QUARTER; y++)
    for (let x = 0; x < w * QUARTER; x++) {
      const s = 3 * (y * width + x)
      const d = 3 * (((y / QUARTER) | 0) * w + ((x / QUARTER) | 0))
      for (let c = 0; c < 3; c++) {
        const over = radiance[s + c]! - how.threshold
        if (over > 0) halo[d + c] = halo[d + c]! + min(over, 4) / (QUARTER * QUARTER)
      }
    }
  const scratch = new Float32Array(halo.length)
  for (const radius of [2, 5, 9]) {
    boxBlur(halo, scratch, h, w, radius, 3 * w, 3)
    boxBlur(scratch, halo, w, h, radius, 3, 3 * w)
  }
  return halo
}

/** Running mean along lines: `lines` of them `lineStep` apart, each of `count` samples `step` apart, three channels. */
function boxBlur(from: Float32Array, to: Float32Array, lines: number, count: number, radius: number, lineStep: number, step: number): void {
  const weight = 1 / (2 * radius + 1)
  for (let line = 0; line < lines; line++)
    for (let c = 0; c < 3; c++) {
      const base = line * lineStep + c
      let sum = 0
      for (let i = -radius; i <= radius; i++) sum += from[base + clamp(i, 0, count - 1) * step]!
      for (let i = 0; i < count; i++) {
        to[base + i * step] = sum * weight
        sum += from[base + min(i + radius + 1, count - 1) * step]! - from[base + (i > radius ? i - radius : 0) * step]!
      }
    }
}
