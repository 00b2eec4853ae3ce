import Type, { type Static } from 'typebox'
import { Address, WeiString } from '../scalars.ts'

/** Share of an amount in basis points, rounded down as the Market does. */
export const shareOf = (amount: bigint, bps: number): bigint => (amount * BigInt(bps)) / 10_000n

/** Where the money of a sale goes. `seller + royalty + fee = price`, always. */
export const PriceSplit = Type.Object({
  price: WeiString,
  seller: WeiString,
  royalty: WeiString,
  royaltyReceiver: Type.Union([Address, Type.Null()]),
  royaltyBps: Type.Integer({ minimum: 0, maximum: 10_000 }),
  fee: WeiString,
  feeBps: Type.Integer({ minimum: 0, maximum: 10_000 }),
})
export type PriceSplit = Static<typeof PriceSplit>

/** Splits a price exactly as the Market settles it. */
export function splitPrice(price: bigint, feeBps: number, royaltyBps: number): { seller: bigint; royalty: bigint; fee: bigint } {
  const fee = shareOf(price, feeBps)
  const royalty = shareOf(price, royaltyBps)
  return { fee, royalty, seller: price - fee - royalty }
}
