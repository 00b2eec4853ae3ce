import type { ErrorCode } from '@daedal/protocol/errors/codes'
import type { OrderState } from '@daedal/protocol/market/api'
import { ANYONE, LANE_BITS, MAX_FEE_BPS, NATIVE_CURRENCY, type Order, orderKinds } from '@daedal/protocol/market/order'
import { shareOf } from '@daedal/protocol/market/price'
import { type Address, getAddress } from 'viem'
import type { LaneWord, Venue } from './ports.ts'

/** Everything of the chain that decides about an order. */
export type OrderFacts = {
  now: bigint
  lane: LaneWord
  owner: Address | null
  /** Listing: whether the market may move the maker's token. */
  mayMove: boolean
  /** Offer: what the maker has and lets the market take, in the order's currency. */
  balance: bigint
  allowance: bigint
  feeBps: number
  royalty: { receiver: Address | null; amount: bigint }
  paused: boolean
}

/** Where an order stands and why. `reason` is null only for orders that can be filled. */
export type Verdict = { state: OrderState; reason: ErrorCode | null; detail: string | null }

const same = (a: Address, b: Address) => a.toLowerCase() === b.toLowerCase()
export const isListing = (order: Pick<Order, 'kind'>) => orderKinds[order.kind] === 'listing'

/** What is wrong with an order whatever the chain says; null when nothing is. Such an order is never kept. */
export function formFault(order: Order, { collection, wrappedEther }: Venue): { code: ErrorCode; detail: string } | null {
  const fault = (code: ErrorCode, detail: string) => ({ code, detail })
  if (!orderKinds[order.kind]) return fault('MARKET_ORDER_MALFORMED', `kind ${order.kind} is unknown.`)
  if (order.bit >= LANE_BITS) return fault('MARKET_BIT_OUT_OF_RANGE', `Bit ${order.bit} is not below ${LANE_BITS}.`)
  if (order.price === 0n) return fault('MARKET_PRICE_ZERO', 'The price is 0 wei.')
  if (order.endTime <= order.startTime)
    return fault('MARKET_ORDER_WINDOW_INVALID', `The order starts at ${order.startTime} and ends at ${order.endTime}.`)
  if (!same(order.collection, collection)) return fault('MARKET_COLLECTION_UNKNOWN', `Collection ${order.collection} is not traded here.`)
  const currency = isListing(order) ? NATIVE_CURRENCY : wrappedEther
  if (!same(order.currency, currency))
    return fault('MARKET_CURRENCY_NOT_ALLOWED', `The currency is ${order.currency}; it must be ${getAddress(currency)}.`)
  if (order.taker !== ANYONE && same(order.taker, order.maker)) return fault('MARKET_MAKER_IS_TAKER', 'The taker is the maker.')
  return null
}

/** Judges an order by the chain's facts; the first thing that keeps it from being filled is the reason. */
export function judgeOrder(order: Order, facts: OrderFacts): Verdict {
  const { now, lane, owner, feeBps, royalty } = facts
  const inactive = (reason: ErrorCode, detail: string): Verdict => ({ state: 'inactive', reason, detail })
  if (lane.epoch > order.epoch)
    return {
      state: 'cancelled',
      reason: 'MARKET_ORDER_EPOCH_PASSED',
      detail: `The lane is at epoch ${lane.epoch}; the order has ${order.epoch}.`,
    }
  if (lane.epoch < order.epoch)
    return inactive('MARKET_ORDER_EPOCH_AHEAD', `The lane is at epoch ${lane.epoch}, before the order's ${order.epoch}.`)
  if ((lane.bitmap >> BigInt(order.bit)) & 1n)
    return { state: 'cancelled', reason: 'MARKET_ORDER_SPENT', detail: `Bit ${order.bit} of lane ${order.lane} was used.` }
  if (now >= order.endTime)
    return { state: 'expired', reason: 'MARKET_ORDER_EXPIRED', detail: `The order ended at ${order.endTime}; it is ${now}.` }
  if (owner === null) return inactive('MARKET_TOKEN_UNKNOWN', `Token ${order.tokenId} does not exist.`)
  if (isListing(order)) {
    if (!same(owner, order.maker)) return inactive('MARKET_MAKER_NOT_OWNER', `The token belongs to ${getAddress(owner)}.`)
    if (!facts.mayMove) return inactive('MARKET_NOT_APPROVED', 'The market may not move the token.')
  } else {
    if (same(owner, order.maker)) return inactive('MARKET_MAKER_IS_TAKER', 'The maker of the offer owns the token.')
    if (facts.balance < order.price)
      return inactive('MARKET_BALANCE_TOO_LOW', `The balance is ${facts.balance} wei; the price is ${order.price}.`)
    if (facts.allowance < order.price)
      return inactive('MARKET_NOT_APPROVED', `The market may take ${facts.allowance} wei; the price is ${order.price}.`)
  }
  if (feeBps > order.maxFeeBps)
    return inactive('MARKET_FEE_TOO_HIGH', `The fee is ${feeBps} basis points; the maker accepted ${order.maxFeeBps}.`)
  const highest = shareOf(order.price, order.maxRoyaltyBps)
  if (royalty.amount > highest)
    return inactive('MARKET_ROYALTY_TOO_HIGH', `The royalty is ${royalty.amount} wei; the maker accepted ${highest}.`)
  if (facts.paused) return inactive('MARKET_PAUSED', 'Trading is paused.')
  if (now < order.startTime)
    return { state: 'pending', reason: 'MARKET_ORDER_NOT_STARTED', detail: `The order starts at ${order.startTime}; it is ${now}.` }
  return { state: 'active', reason: null, detail: null }
}

/** Fee ceiling that prepared orders sign: the highest the market can ever take. */
export const SIGNED_FEE_BPS = MAX_FEE_BPS
