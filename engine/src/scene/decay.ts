const STEPS = 64
const LEAST = -8
const MOST = 40

/** e to the minus of LEAST + i / STEPS: built once, never changed. */
const table = new Float64Array((MOST - LEAST) * STEPS + 1)
{
  /** e^(1/64), rounded. */
  const step = 1.0157477085866857
  const e8 = 2980.9579870417283
  let value = e8
  for (let i = 0; i < table.length; i++) {
    table[i] = value
    value /= step
  }
}

/** e to the minus x, for light that air takes away: error about 1e-9 of the value; below x = -8 it grows no more, above 40 it is 0. */
export function decay(x: number): number {
  if (x >= MOST) return 0
  const at = x <= LEAST ? 0 : (x - LEAST) * STEPS
  const i = Math.floor(at)
  const r = (at - i) * (1 / STEPS)
  return table[i]! * (1 - r * (1 - r * (0.5 - r * (1 / 6))))
}
