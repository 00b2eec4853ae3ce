import type { Order } from '@daedal/protocol/market/order'
import { isListing, type OrderFacts } from './judge-order.ts'
import type { ChainReader } from './ports.ts'

/** What is the same for all orders. */
export type VenueFacts = Pick<OrderFacts, 'now' | 'feeBps' | 'paused'>

/** Asks the chain for what is the same for all orders. `clock` is the wall's time in unix seconds. */
export async function readVenueFacts(chain: ChainReader, clock: bigint): Promise<VenueFacts> {
  const [{ time }, feeBps, paused] = await Promise.all([chain.head(), chain.feeBps(), chain.paused()])
  // The next block's time is neither before the newest block's nor, on a live chain, before the wall's.
  return { now: time > clock ? time : clock, feeBps, paused }
}

/** Asks the chain, in one go, for everything that decides about an order. */
export async function readFacts(chain: ChainReader, order: Order, venue: VenueFacts | Promise<VenueFacts>): Promise<OrderFacts> {
  const { maker, collection, tokenId, currency, price } = order
  const listing = isListing(order)
  const [same, lane, owner, mayMove, balance, allowance, royalty] = await Promise.all([
    venue,
    chain.lane(maker, order.lane),
    chain.ownerOf(collection, tokenId),
    listing ? chain.mayMove(collection, maker, tokenId) : false,
    listing ? 0n : chain.balanceOf(currency, maker),
    listing ? 0n : chain.allowance(currency, maker),
    chain.royalty(collection, tokenId, price),
  ])
  return { ...same, lane, owner, mayMove, balance, allowance, royalty }
}

/** Unix seconds of a moment, as orders write time. */
export const unixSeconds = (at: Date): bigint => BigInt(Math.floor(at.getTime() / 1000))
