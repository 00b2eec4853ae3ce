import { orderKinds } from '@daedal/protocol/market/order'
import { sql } from 'drizzle-orm'
import { orders } from './tables.ts'

/** What the buyer pays at a moment (unix seconds), computed by the database as `priceAt` of the protocol computes it. */
export function priceNow(at: bigint) {
  const { price, endPrice, startTime, endTime } = orders
  const elapsed = sql`(${at.toString()}::numeric - ${startTime})`
  const length = sql`(${endTime} - ${startTime})`
  return sql<string>`(case
    when ${price} = ${endPrice} or ${at.toString()}::numeric <= ${startTime} then ${price}
    when ${at.toString()}::numeric >= ${endTime} then ${endPrice}
    when ${price} > ${endPrice} then ${price} - div((${price} - ${endPrice}) * ${elapsed}, ${length})
    else ${price} + div((${endPrice} - ${price}) * ${elapsed} + ${length} - 1, ${length})
  end)`.mapWith(String)
}

/** Of orders of one kind, the cheapest listing or the dearest offer; of two at one price, that which came first. */
export function bestOrder<T extends { kind: number; price: string; ord: number }>(found: readonly T[]): T | undefined {
  const better = (a: T, b: T): boolean => {
    const difference = BigInt(a.price) - BigInt(b.price)
    if (difference === 0n) return a.ord < b.ord
    return orderKinds[a.kind] === 'listing' ? difference < 0n : difference > 0n
  }
  return found.reduce<T | undefined>((best, order) => (best === undefined || better(order, best) ? order : best), undefined)
}
