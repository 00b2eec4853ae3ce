/** Share of the width `f` round x that lies in the first `fill` of unit cells: a pulse train already filtered. */
export function pulse(x: number, fill: number, f: number): number {
  if (f < 1e-4) return x - Math.floor(x) < fill ? 1 : 0
  const a = x - f * 0.5
  const b = x + f * 0.5
  const fa = Math.floor(a)
  const fb = Math.floor(b)
  const qa = a - fa
  const qb = b - fb
  return (fb * fill + Math.min(qb, fill) - fa * fill - Math.min(qa, fill)) / f
}
