import type { Picture } from '../picture.ts'

/** Rec. 601 luma of each pixel, 0..255, row-major. */
export function lumaOf(picture: Picture): Float64Array {
  const { width, height, rgba } = picture
  const luma = new Float64Array(width * height)
  for (let i = 0, o = 0; i < luma.length; i++, o += 4) luma[i] = 0.299 * rgba[o]! + 0.587 * rgba[o + 1]! + 0.114 * rgba[o + 2]!
  return luma
}
