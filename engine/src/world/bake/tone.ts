import { pow, saturate } from '../../math/dmath.ts'
import type { Look } from '../look.ts'

const STEPS = 4096
const SRGB = new Uint8Array(STEPS + 1)
for (let i = 0; i <= STEPS; i++) {
  const c = i / STEPS
  SRGB[i] = Math.floor((c <= 0.0031308 ? c * 12.92 : 1.055 * pow(c, 1 / 2.4) - 0.055) * 255 + 0.5)
}

/** A linear value as an sRGB byte. */
export const toSrgb = (value: number) => SRGB[(saturate(value) * STEPS) | 0]!

/** A soft shoulder: linear below 0.6, then towards 1. */
export const shoulder = (x: number) => (x < 0.6 ? x : 1 - 0.16 / (x - 0.2))

/** Light as it is shown: exposed, with the look's saturation, below 1. Written to out[at..at + 2]. */
export function tone(r: number, g: number, b: number, { exposure, saturation }: Look, out: Float32Array | Float64Array, at: number): void {
  const grey = (0.25 * r + 0.6 * g + 0.15 * b) * exposure
  out[at] = shoulder(Math.max(0, grey + (r * exposure - grey) * saturation))
  out[at + 1] = shoulder(Math.max(0, grey + (g * exposure - grey) * saturation))
  out[at + 2] = shoulder(Math.max(0, grey + (b * exposure - grey) * saturation))
}
