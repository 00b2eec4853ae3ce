const { max, min } = Math

/** Sums of a quantity over all rectangles from the upper left corner. */
function areaSums(width: number, height: number, at: (pixel: number) => number): Float64Array {
  const stride = width + 1
  const sums = new Float64Array(stride * (height + 1))
  for (let y = 0; y < height; y++) {
    let row = 0
    for (let x = 0; x < width; x++) {
      row += at(y * width + x)
      sums[(y + 1) * stride + x + 1] = sums[y * stride + x + 1]! + row
    }
  }
  return sums
}

/**
 * Flat washes with kept edges: each pixel becomes the mean of that of its four neighbouring squares of side r + 1 that varies
 * least (Kuwahara's filter). sRGB 0..1, three numbers a pixel.
 */
export function kuwahara(display: Float32Array, width: number, height: number, r: number): Float32Array {
  const tone = new Float32Array(width * height)
  for (let i = 0; i < tone.length; i++) tone[i] = 0.3 * display[i * 3]! + 0.59 * display[i * 3 + 1]! + 0.11 * display[i * 3 + 2]!
  const tones = areaSums(width, height, (i) => tone[i]!)
  const squares = areaSums(width, height, (i) => tone[i]! * tone[i]!)
  const stride = width + 1
  const quarter = new Uint8Array(width * height)
  const corner = (x: number, y: number, q: number) => {
    const x0 = q & 1 ? x : max(0, x - r)
    const x1 = min(width, (q & 1 ? x + r : x) + 1)
    const y0 = q & 2 ? y : max(0, y - r)
    const y1 = min(height, (q & 2 ? y + r : y) + 1)
    return { a: y1 * stride + x1, b: y0 * stride + x1, c: y1 * stride + x0, d: y0 * stride + x0, count: (x1 - x0) * (y1 - y0) }
  }
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) {
      let least = 1e9
      for (let q = 0; q < 4; q++) {
        const { a, b, c, d, count } = corner(x, y, q)
        const mean = (tones[a]! - tones[b]! - tones[c]! + tones[d]!) / count
        const variance = (squares[a]! - squares[b]! - squares[c]! + squares[d]!) / count - mean * mean
        if (variance >= least) continue
        least = variance
        quarter[y * width + x] = q
      }
    }
  const out = new Float32Array(display.length)
  for (let channel = 0; channel < 3; channel++) {
    const sums = areaSums(width, height, (i) => display[i * 3 + channel]!)
    for (let y = 0; y < height; y++)
      for (let x = 0; x < width; x++) {
        const { a, b, c, d, count } = corner(x, y, quarter[y * width + x]!)
        out[(y * width + x) * 3 + channel] = (sums[a]! - sums[b]! - sums[c]! + sums[d]!) / count
      }
  }
  return out
}
