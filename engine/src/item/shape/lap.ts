const { floor, min } = Math

/** Height of a lapped row, 0..1: it rises over most of each unit of q and falls back in the last part, steeply but without a jump. */
export function lap(q: number): number {
  const f = q - floor(q)
  return min(f, (1 - f) * 5) * 1.2
}
