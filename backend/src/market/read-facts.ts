import type { Order } from '@daedal/protocol/market/order'
import { isListing, type OrderFacts } from './judge-order.ts'
import type { ChainReader } from './ports.ts'

/** Asks the chain for everything that decides about an order. `clock` is the wall's time in unix seconds. */
export async function readFacts(chain: ChainReader, order: Order, clock: bigint): Promise<OrderFacts> {
  const { maker, collection, tokenId, currency, price } = order
  const listing = isListing(order)
  const [time, lane, owner, mayMove, balance, allowance, feeBps, royalty, paused] = await Promise.all([
    chain.time(),
    chain.lane(maker, order.lane),
    chain.ownerOf(collection, tokenId),
    listing ? chain.mayMove(collection, maker, tokenId) : false,
    listing ? 0n : chain.balanceOf(currency, maker),
    listing ? 0n : chain.allowance(currency, maker),
    chain.feeBps(),
    chain.royalty(collection, tokenId, price),
    chain.paused(),
  ])
  // The next block's time is neither before the newest block's nor, on a live chain, before the wall's.
  return { now: time > clock ? time : clock, lane, owner, mayMove, balance, allowance, feeBps, royalty, paused }
}
