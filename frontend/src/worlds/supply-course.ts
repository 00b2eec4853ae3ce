import { type CurvePoint, curveAt } from '@daedal/protocol/worlds/currency'
import type { CurrencyDetail, CurrencyFlow } from '@daedal/protocol/worlds/currency-api'

/** An amount, smallest unit, at a moment in unix seconds. */
export type Reading = { at: number; amount: bigint }

const DAY = 86_400
/** A curve may end in any century: no more than so many years ahead are drawn. */
const AHEAD = 10 * 365 * DAY

/** The declared points, as numbers. */
export const pointsOf = ({ curve }: Pick<CurrencyDetail, 'curve'>): CurvePoint[] =>
  curve.map(({ time, most }) => ({ time: BigInt(time), most: BigInt(most) }))

/** From the declaration to the end of the curve, and at least to now; unix seconds. */
export function spanOf({ declaredAt, curve, asOf }: Pick<CurrencyDetail, 'declaredAt' | 'curve' | 'asOf'>): { from: number; to: number } {
  const from = Math.floor(Date.parse(declaredAt) / 1000)
  const now = Number(asOf)
  const last = Number(curve.at(-1)?.time ?? 0)
  return { from, to: Math.max(now, from + DAY, Math.min(last, now + AHEAD)) }
}

/** What the curve allows over a span, at its ends and at each declared point in it: between them it is straight. A jump stands twice. */
export function allowedOver(points: readonly CurvePoint[], { from, to }: { from: number; to: number }): Reading[] {
  const inside = points.filter(({ time }) => time > BigInt(from) && time < BigInt(to))
  const reading = (at: number): Reading => ({ at, amount: curveAt(points, BigInt(at)) })
  const first = points[0]
  return [
    reading(from),
    // Until its first point it allows nothing.
    ...inside.flatMap((point) =>
      point === first ? [{ at: Number(point.time), amount: 0n }, reading(Number(point.time))] : [reading(Number(point.time))],
    ),
    reading(to),
  ]
}

/** What there was at the end of each day on which something flowed, and is now. The days, newest first, need not reach back to the declaration. */
export function suppliesOf(
  { declaredAt, supply, asOf }: Pick<CurrencyDetail, 'declaredAt' | 'supply' | 'asOf'>,
  flows: readonly CurrencyFlow[],
): Reading[] {
  const now = Number(asOf)
  const changes = new Map<string, bigint>()
  for (const { day, kind, amount } of flows)
    if (day !== null) changes.set(day, (changes.get(day) ?? 0n) + (kind === 'poured' ? BigInt(amount) : -BigInt(amount)))
  const days = [...changes].sort(([a], [b]) => (a < b ? 1 : -1))
  const readings: Reading[] = [{ at: now, amount: BigInt(supply) }]
  let left = BigInt(supply)
  for (const [day, change] of days) {
    const begin = Date.parse(day) / 1000
    const end = begin + DAY
    if (end < (readings[0] as Reading).at) readings.unshift({ at: end, amount: left })
    left -= change
    const before = Math.max(begin, Math.floor(Date.parse(declaredAt) / 1000))
    if (before < (readings[0] as Reading).at) readings.unshift({ at: before, amount: left })
  }
  return readings
}
