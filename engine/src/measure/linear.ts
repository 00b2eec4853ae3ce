import { pow } from '../math/dmath.ts'

/** Linear light, 0..1, of each 8-bit sRGB value. */
const LINEAR = Float64Array.from({ length: 256 }, (_, i) => {
  const c = i / 255
  return c <= 0.04045 ? c / 12.92 : pow((c + 0.055) / 1.055, 2.4)
})

export const linearOf = (byte: number) => LINEAR[byte]!
