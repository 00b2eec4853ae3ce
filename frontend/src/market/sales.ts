import type { Activity } from '@daedal/protocol/tokens/api'

/** A sale, with its change against the one before (`41.9 %`; null for the first). */
export type Sale = { id: string; at: number; price: bigint; change: string | null }

/** The sales in a history, oldest first. Of an edition, what one unit cost. */
export function salesOf(history: readonly Activity[]): Sale[] {
  const sold = history
    .flatMap((entry) =>
      (entry.type === 'order.filled' || entry.type === 'auction.settled') && entry.price
        ? [{ id: entry.id, at: Date.parse(entry.occurredAt), price: BigInt(entry.price) / BigInt(entry.units ?? 1) }]
        : [],
    )
    .sort((a, b) => a.at - b.at)
  return sold.map((sale, index) => {
    const before = sold[index - 1]?.price
    if (!before) return { ...sale, change: null }
    const perMille = ((sale.price - before) * 1000n) / before
    return { ...sale, change: `${(Number(perMille) / 10).toFixed(1).replace('-', '−')} %` }
  })
}

/** Round values for an axis from zero to at least `top`: 1, 2, 2.5 or 5 times a power of ten, four to five steps. */
export function axisSteps(top: number): number[] {
  if (!(top > 0)) return [0, 1]
  const rough = top / 4
  const power = 10 ** Math.floor(Math.log10(rough))
  const step = power * ([1, 2, 2.5, 5, 10].find((factor) => factor * power >= rough) ?? 10)
  return Array.from({ length: Math.ceil(top / step - 1e-9) + 1 }, (_, index) => index * step)
}
