/**
 * Lets what is known of a picture grow into what is not, a texel a step, so that sampling beside a chart finds the chart's colour.
 * @param known of each texel, is changed
 * @param layers pictures of three bytes a texel
 */
export function dilate(known: Uint8Array, layers: readonly Uint8Array[], size: number, steps: number): void {
  let rim: number[] = []
  for (let i = 0; i < known.length; i++) if (known[i] === 0 && sourceOf(known, i, size) >= 0) rim.push(i)
  for (let step = 0; step < steps && rim.length > 0; step++) {
    const from = rim.map((i) => sourceOf(known, i, size))
    for (const [k, i] of rim.entries()) for (const layer of layers) for (let c = 0; c < 3; c++) layer[3 * i + c] = layer[3 * from[k]! + c]!
    for (const i of rim) known[i] = 1
    const next = new Set<number>()
    for (const i of rim) for (const j of beside(i, size)) if (known[j] === 0) next.add(j)
    rim = [...next]
  }
}

function beside(i: number, size: number): number[] {
  const x = i % size
  const found: number[] = []
  if (x > 0) found.push(i - 1)
  if (x < size - 1) found.push(i + 1)
  if (i >= size) found.push(i - size)
  if (i < size * (size - 1)) found.push(i + size)
  return found
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
  let [r, g, b, count] = [0, 0, 0, 0]
  for (let i = 0; i < known.length; i++) {
    if (known[i] === 0) continue
    r += layer[3 * i]!
    g += layer[3 * i + 1]!
    b += layer[3 * i + 2]!
    count++
  }
  const whole = [r, g, b].map((sum) => Math.floor(sum / Math.max(1, count) + 0.5))
  for (let i = 0; i < known.length; i++) {
    if (known[i] !== 0) continue
    layer[3 * i] = whole[0]!
    layer[3 * i + 1] = whole[1]!
    layer[3 * i + 2] = whole[2]!
  }
}
