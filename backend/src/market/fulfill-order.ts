import type { ErrorCode } from '@daedal/protocol/errors/codes'
import type { Fulfillment, FulfillOrder, Step } from '@daedal/protocol/market/api'
import { ANYONE, NATIVE_CURRENCY, type Order } from '@daedal/protocol/market/order'
import { eq } from 'drizzle-orm'
import { type Address, getAddress, isAddressEqual } from 'viem'
import type { Database } from '../adapters/database/database.ts'
import { isListing, judgeOrder, type OrderFacts } from './judge-order.ts'
import { markOrdersNow } from './mark-orders.ts'
import { orderOfRow, splitOf } from './order-row.ts'
import type { ChainReader, IndexView, MarketCalls, Venue } from './ports.ts'
import { readFacts, readVenueFacts, unixSeconds } from './read-facts.ts'
import type { ReadOrders } from './read-orders.ts'
import { orders } from './tables.ts'
import { transactionJson } from './transaction-json.ts'

export type FulfillOrderDeps = {
  db: Database
  venue: Venue
  chain: ChainReader
  calls: MarketCalls
  index: Pick<IndexView, 'check'>
  read: Pick<ReadOrders, 'known'>
  now(): Date
}

type Obstacle = { reason: ErrorCode | null; detail: string | null }

/**
 * Says what an account has to send to fill an order, where its money goes and what the network takes; or why it cannot be
 * filled. Asks the chain, so it is right before the index is. Throws MARKET_ORDER_UNKNOWN, CHAIN_UNAVAILABLE, CHAIN_MISMATCH.
 */
export function createFulfillOrder({ db, venue, chain, calls, index, read, now }: FulfillOrderDeps) {
  return async ({ hash, filler: given }: FulfillOrder): Promise<Fulfillment> => {
    const row = await read.known(hash)
    await index.check()
    const order = orderOfRow(row)
    const filler = getAddress(given.toLowerCase())
    const money = isListing(order) ? chain.balanceOf(NATIVE_CURRENCY, filler) : 0n
    const fillerMoves = isListing(order) ? true : chain.mayMove(order.collection, filler, order.tokenId)
    const [facts, balance, mayMove] = await Promise.all([
      readFacts(chain, order, readVenueFacts(chain, unixSeconds(now()))),
      money,
      fillerMoves,
    ])
    const verdict = judgeOrder(order, facts)
    if (verdict.state !== row.state && row.closedBy === null) await markOrdersNow(db, eq(orders.hash, hash))
    const split = splitOf(order.price, facts.feeBps, facts.royalty)
    const unfulfillable = ({ reason, detail }: Obstacle): Fulfillment => ({
      hash,
      fulfillable: false,
      reason,
      detail,
      split,
      estimatedGas: null,
      gasPriceWei: null,
      steps: [],
    })
    if (verdict.state !== 'active') return unfulfillable(verdict)
    const obstacle = obstacleOf(order, filler, facts, balance)
    if (obstacle) return unfulfillable(obstacle)

    const transaction = calls.fill(order, row.signature)
    const steps: Step[] = [{ type: 'send', transaction: transactionJson(transaction) }]
    const answer = { hash, fulfillable: true, reason: null, detail: null, split }
    if (!mayMove) {
      // What comes after the approval cannot be tried before it.
      const approval = calls.approveToken(order.collection)
      const approve: Step = { type: 'approve', transaction: transactionJson(approval), spender: getAddress(venue.market), amount: null }
      return { ...answer, estimatedGas: null, gasPriceWei: null, steps: [approve, ...steps] }
    }
    const tried = await chain.simulate(filler, transaction)
    if ('refused' in tried) return unfulfillable({ reason: tried.refused, detail: tried.detail })
    return { ...answer, estimatedGas: tried.gas.toString(), gasPriceWei: tried.gasPriceWei.toString(), steps }
  }
}

/** What keeps this account from filling an order that others could fill; null when nothing does. */
function obstacleOf(order: Order, filler: Address, facts: OrderFacts, balance: bigint): Obstacle | null {
  const { maker, taker, price } = order
  if (isAddressEqual(filler, maker)) return { reason: 'MARKET_MAKER_IS_TAKER', detail: `${filler} made the order.` }
  if (!isAddressEqual(taker, ANYONE) && !isAddressEqual(taker, filler))
    return { reason: 'MARKET_TAKER_NOT_ALLOWED', detail: `The order is reserved for ${taker}.` }
  if (isListing(order))
    return balance < price ? { reason: 'MARKET_BALANCE_TOO_LOW', detail: `The price is ${price} wei; ${filler} has ${balance} wei.` } : null
  if (facts.owner && isAddressEqual(facts.owner, filler)) return null
  return { reason: 'MARKET_TAKER_NOT_OWNER', detail: `The token belongs to ${facts.owner && getAddress(facts.owner)}.` }
}
