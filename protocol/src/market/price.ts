import Type, { type Static } from 'typebox'
import { Address, AmountString } from '../scalars.ts'
import type { Order } from './order.ts'

/** Share of an amount in basis points, rounded down as the Market does. */
export const shareOf = (amount: bigint, bps: number): bigint => (amount * BigInt(bps)) / 10_000n

/** Highest price in all that the Market can split: one below this times any share fits a word. */
export const MAX_PRICE = ((1n << 256n) - 1n) / 65_535n

/**
 * What the buyer pays at a moment (unix seconds): for the token, for one unit, or for the bundle. Between `startTime` and `endTime`
 * the price moves along a line, rounded in the seller's favour; before and after it stands at the nearer end. Mirrors `OrderLib.priceNow`.
 */
export function priceAt(order: Pick<Order, 'price' | 'endPrice' | 'startTime' | 'endTime'>, at: bigint): bigint {
  const { price: from, endPrice: to, startTime, endTime } = order
  if (from === to || at <= startTime) return from
  if (at >= endTime) return to
  const [elapsed, length] = [at - startTime, endTime - startTime]
  if (from > to) return from - ((from - to) * elapsed) / length
  return from + ((to - from) * elapsed + length - 1n) / length
}

/** The higher of the two prices that a maker signed: none is ever asked above it. */
export const dearestOf = ({ price, endPrice }: Pick<Order, 'price' | 'endPrice'>): bigint => (price < endPrice ? endPrice : price)

/** What the buyer pays in all for units at a price each; zero units stand for an ERC-721 token or a bundle. Throws RangeError above {@link MAX_PRICE}. */
export function priceOfUnits(unitPrice: bigint, quantity: bigint): bigint {
  const price = quantity === 0n ? unitPrice : unitPrice * quantity
  if (price > MAX_PRICE) throw new RangeError(`the price is above ${MAX_PRICE}: ${price}`)
  return price
}

/** One of several royalties of a sale. */
export const RoyaltyShare = Type.Object({ receiver: Address, amount: AmountString })
export type RoyaltyShare = Static<typeof RoyaltyShare>

/** Where the money of a sale goes. `seller + royalty + fee = price`, always. */
export const PriceSplit = Type.Object({
  price: AmountString,
  seller: AmountString,
  royalty: AmountString,
  royaltyReceiver: Type.Union([Address, Type.Null()]),
  royaltyBps: Type.Integer({ minimum: 0, maximum: 10_000 }),
  fee: AmountString,
  feeBps: Type.Integer({ minimum: 0, maximum: 10_000 }),
  royalties: Type.Optional(Type.Array(RoyaltyShare, { description: 'Each receiver of a bundle, whose royalties may go to several' })),
})
export type PriceSplit = Static<typeof PriceSplit>

/** Splits a price exactly as the Market settles it. */
export function splitPrice(price: bigint, feeBps: number, royaltyBps: number): { seller: bigint; royalty: bigint; fee: bigint } {
  const fee = shareOf(price, feeBps)
  const royalty = shareOf(price, royaltyBps)
  return { fee, royalty, seller: price - fee - royalty }
}

/** The parts of a bundle's price that its items count for: equal, the last with what rounding leaves. */
export function partsOf(price: bigint, count: number): bigint[] {
  const part = price / BigInt(count)
  return Array.from({ length: count }, (_, at) => (at === count - 1 ? price - part * BigInt(at) : part))
}
