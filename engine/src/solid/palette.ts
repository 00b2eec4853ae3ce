import { pow } from '../math/dmath.ts'
import type { Rgb } from './field/field.ts'

const toLinear = (c: number) => (c <= 0.04045 ? c / 12.92 : pow((c + 0.055) / 1.055, 2.4))

/** Linear RGB of an sRGB hex colour such as `#f2bd4a`. */
export function rgb(hex: string): Rgb {
  const n = Number.parseInt(hex.slice(1), 16)
  return [toLinear(((n >> 16) & 255) / 255), toLinear(((n >> 8) & 255) / 255), toLinear((n & 255) / 255)]
}

/** The colour times a factor, plus an offset. */
export const scale = (colour: Rgb, factor: number, offset = 0): Rgb => [
  colour[0] * factor + offset,
  colour[1] * factor + offset,
  colour[2] * factor + offset,
]
