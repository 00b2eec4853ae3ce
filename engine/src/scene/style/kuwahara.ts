const { max, min } = Math

/** Fills `sums` with those over all rectangles from the upper left corner of every `step`th number of `values`, from `first` on. */
function sumAreas(sums: Float64Array, width: number, height: number, values: Float32Array | Float64Array, first = 0, step = 1): void {
  const stride = width + 1
  for (let y = 0, i = first; y < height; y++) {
    let row = 0
    const at = (y + 1) * stride + 1
    for (let x = 0; x < width; x++, i += step) {
      row += values[i]!
      sums[at + x] = sums[at + x - stride]! + row
    }
  }
}

/**
 * Flat washes with kept edges: each pixel becomes the mean of that of its four neighbouring squares of side r + 1 that varies
 * least (Kuwahara's filter). sRGB 0..1, three numbers a pixel.
 */
export function kuwahara(display: Float32Array, width: number, height: number, r: number): Float32Array {
  const tone = new Float32Array(width * height)
  for (let i = 0; i < tone.length; i++) tone[i] = 0.3 * display[i * 3]! + 0.59 * display[i * 3 + 1]! + 0.11 * display[i * 3 + 2]!
  const square = new Float64Array(tone.length)
  for (let i = 0; i < tone.length; i++) square[i] = tone[i]! * tone[i]!
  const stride = width + 1
  const tones = new Float64Array(stride * (height + 1))
  const squares = new Float64Array(stride * (height + 1))
  sumAreas(tones, width, height, tone)
  sumAreas(squares, width, height, square)
  /** The square each pixel is taken from: bit 0 to the right, bit 1 down. */
  const chosen = new Uint8Array(tone.length)
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) {
      let least = 1e9
      for (let q = 0; q < 4; q++) {
        const x0 = q & 1 ? x : max(0, x - r)
        const x1 = min(width, (q & 1 ? x + r : x) + 1)
        const y0 = q & 2 ? y : max(0, y - r)
        const y1 = min(height, (q & 2 ? y + r : y) + 1)
        const n = (x1 - x0) * (y1 - y0)
        const e = y1 * stride + x1
        const f = y0 * stride + x1
        const g = y1 * stride + x0
        const h = y0 * stride + x0
        const mean = (tones[e]! - tones[f]! - tones[g]! + tones[h]!) / n
        const variance = (squares[e]! - squares[f]! - squares[g]! + squares[h]!) / n - mean * mean
        if (variance >= least) continue
        least = variance
        chosen[y * width + x] = q
      }
    }
  const out = new Float32Array(display.length)
  for (let channel = 0; channel < 3; channel++) {
    // one colour after the other in the same memory: sums of a large picture weigh more than the picture
    const sums = tones
    sumAreas(sums, width, height, display, channel, 3)
    for (let y = 0, i = 0; y < height; y++)
      for (let x = 0; x < width; x++, i++) {
        const q = chosen[i]!
        const x0 = q & 1 ? x : max(0, x - r)
        const x1 = min(width, (q & 1 ? x + r : x) + 1)
        const y0 = (q & 2 ? y : max(0, y - r)) * stride
        const y1 = min(height, (q & 2 ? y + r : y) + 1)
        const below = y1 * stride
        out[i * 3 + channel] = (sums[below + x1]! - sums[y0 + x1]! - sums[below + x0]! + sums[y0 + x0]!) / ((x1 - x0) * (y1 - y0 / stride))
      }
  }
  return out
}
