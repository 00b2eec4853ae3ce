/** A texel that waits for the next step. */
const LISTED = 2

/**
 * Lets what is known of a picture grow into what is not, a texel a step, so that sampling beside a chart finds the chart's colour.
 * @param known of each texel, is changed
 * @param layers pictures of three bytes a texel
 */
export function dilate(known: Uint8Array, layers: readonly Uint8Array[], size: number, steps: number): void {
  let rim = new Int32Array(known.length)
  let next = new Int32Array(known.length)
  const sources = new Int32Array(known.length)
  let count = 0
  for (let i = 0; i < known.length; i++) if (known[i] === 0 && sourceOf(known, i, size) >= 0) rim[count++] = i
  for (let step = 0; step < steps && count > 0; step++) {
    for (let k = 0; k < count; k++) sources[k] = sourceOf(known, rim[k]!, size)
    for (const layer of layers)
      for (let k = 0; k < count; k++) {
        const to = 3 * rim[k]!
        const from = 3 * sources[k]!
        layer[to] = layer[from]!
        layer[to + 1] = layer[from + 1]!
        layer[to + 2] = layer[from + 2]!
      }
    for (let k = 0; k < count; k++) known[rim[k]!] = 1
    let found = 0
    // what is put on the list is marked, so that it is on it once
    const take = (i: number) => {
      if (known[i] !== 0) return
      known[i] = LISTED
      next[found++] = i
    }
    for (let k = 0; k < count; k++) {
      const i = rim[k]!
      const x = i % size
      if (x > 0) take(i - 1)
      if (x < size - 1) take(i + 1)
      if (i >= size) take(i - size)
      if (i < size * (size - 1)) take(i + size)
    }
    for (let k = 0; k < found; k++) known[next[k]!] = 0
    const spare = rim
    rim = next
    next = spare
    count = found
  }
}

function sourceOf(known: Uint8Array, i: number, size: number): number {
  const x = i % size
  if (x > 0 && known[i - 1] !== 0) return i - 1
  if (x < size - 1 && known[i + 1] !== 0) return i + 1
  if (i >= size && known[i - size] !== 0) return i - size
  return i < size * (size - 1) && known[i + size] !== 0 ? i + size : -1
}

/** Fills what is still not known with the mean of what is. */
export function fillRest(known: Uint8Array, layer: Uint8Array): void {
  let r = 0
  let g = 0
  let b = 0
  let count = 0
  for (let i = 0; i < known.length; i++) {
    if (known[i] === 0) continue
    r += layer[3 * i]!
    g += layer[3 * i + 1]!
    b += layer[3 * i + 2]!
    count++
  }
  const mean = (sum: number) => Math.floor(sum / Math.max(1, count) + 0.5)
  const [red, green, blue] = [mean(r), mean(g), mean(b)]
  for (let i = 0; i < known.length; i++) {
    if (known[i] !== 0) continue
    layer[3 * i] = red
    layer[3 * i + 1] = green
    layer[3 * i + 2] = blue
  }
}
