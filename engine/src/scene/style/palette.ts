const { floor, max, min } = Math

/** Some of the colours that a box of the colour space holds: cells `from` to `to` of the order. */
type Box = { from: number; to: number; axis: number; spread: number }

/** How much a step of each channel counts to the eye. */
export const WEIGHTS = [0.55, 0.8, 0.4] as const
const ROUNDS = 4

/** Squared distance of two colours as the eye sees it, about. */
export function apart(a: ArrayLike<number>, i: number, b: ArrayLike<number>, j: number): number {
  let sum = 0
  for (let c = 0; c < 3; c++) {
    const d = (a[i + c]! - b[j + c]!) * WEIGHTS[c]!
    sum += d * d
  }
  return sum
}

/** The palette's colour nearest to one. */
export function nearestOf(palette: Float32Array, colours: ArrayLike<number>, at: number): number {
  let best = 0
  let least = 1e9
  for (let k = 0; k * 3 < palette.length; k++) {
    const d = apart(colours, at, palette, k * 3)
    if (d >= least) continue
    least = d
    best = k
  }
  return best
}

function boxOf(colours: Float32Array, order: Int32Array, from: number, to: number): Box {
  const box = { from, to, axis: 0, spread: 0 }
  for (let c = 0; c < 3; c++) {
    let low = 2
    let high = -1
    for (let k = from; k < to; k++) {
      const v = colours[order[k]! * 3 + c]!
      low = min(low, v)
      high = max(high, v)
    }
    const spread = (high - low) * WEIGHTS[c]!
    if (spread <= box.spread) continue
    box.spread = spread
    box.axis = c
  }
  return box
}

/** Up to `count` colours that stand for a picture's: boxes cut where they are widest, then moved to the middle of what they stand for. */
export function paletteOf(colours: Float32Array, count: number): Float32Array {
  const cells = colours.length / 3
  const order = Int32Array.from({ length: cells }, (_, i) => i)
  const boxes = [boxOf(colours, order, 0, cells)]
  while (boxes.length < count) {
    // the eye sees a wide box with few colours as well: size counts less than width
    const widest = boxes.reduce((a, b) => (b.spread > a.spread ? b : a))
    if (widest.spread < 0.02) break
    const { from, to, axis } = widest
    const part = order.subarray(from, to)
    part.sort((a, b) => colours[a * 3 + axis]! - colours[b * 3 + axis]! || a - b)
    const middle = (colours[part[0]! * 3 + axis]! + colours[part[part.length - 1]! * 3 + axis]!) / 2
    let cut = floor(part.length / 2)
    const half = colours[part[cut]! * 3 + axis]!
    const goal = (middle + half) / 2
    cut = max(
      1,
      part.findIndex((i) => colours[i * 3 + axis]! > goal),
    )
    boxes.splice(boxes.indexOf(widest), 1, boxOf(colours, order, from, from + cut), boxOf(colours, order, from + cut, to))
  }
  const palette = new Float32Array(boxes.length * 3)
  boxes.forEach(({ from, to }, k) => {
    for (let c = 0; c < 3; c++) {
      let sum = 0
      for (let i = from; i < to; i++) sum += colours[order[i]! * 3 + c]!
      palette[k * 3 + c] = sum / (to - from)
    }
  })
  for (let round = 0; round < ROUNDS; round++) gather(colours, palette)
  return palette
}

/** Moves each colour of the palette to the mean of those that are nearest to it. */
function gather(colours: Float32Array, palette: Float32Array): void {
  const sums = new Float64Array(palette.length)
  const counts = new Int32Array(palette.length / 3)
  for (let i = 0; i < colours.length; i += 3) {
    const k = nearestOf(palette, colours, i)
    counts[k] = counts[k]! + 1
    for (let c = 0; c < 3; c++) sums[k * 3 + c] = sums[k * 3 + c]! + colours[i + c]!
  }
  for (let k = 0; k < palette.length; k++) {
    const n = counts[floor(k / 3)]!
    if (n > 0) palette[k] = sums[k]! / n
  }
}
