import type { PreparedOrder, PrepareOrder, Step } from '@daedal/protocol/market/api'
import {
  ANYONE,
  hashOrder,
  MAX_ROYALTY_BPS,
  NATIVE_CURRENCY,
  type Order,
  type OrderKind,
  orderKinds,
  orderToJson,
} from '@daedal/protocol/market/order'
import { getAddress } from 'viem'
import { AppError } from '../errors.ts'
import type { HandOutNonce } from './hand-out-nonce.ts'
import { formFault, isListing, judgeOrder, type OrderFacts, SIGNED_FEE_BPS } from './judge-order.ts'
import { splitOf } from './order-row.ts'
import type { ChainReader, IndexView, MarketCalls, Venue } from './ports.ts'
import { readOrder } from './publish-order.ts'
import { readFacts, readVenueFacts, unixSeconds } from './read-facts.ts'
import { transactionJson } from './transaction-json.ts'
import { typedDataJson } from './typed-data-json.ts'

export type PrepareOrderDeps = {
  venue: Venue
  chain: ChainReader
  calls: MarketCalls
  index: Pick<IndexView, 'check'>
  handOutNonce: HandOutNonce
  now(): Date
}

/** Seconds an order is open when its maker does not say. */
const WEEK = 604_800

/**
 * Writes the order that a maker asks for, and says what the maker has to do before it can be filled: wrap, approve, sign.
 * Throws MARKET_* with what would keep the order from being filled and no step can change, CHAIN_UNAVAILABLE, CHAIN_MISMATCH.
 */
export function createPrepareOrder({ venue, chain, calls, index, handOutNonce, now }: PrepareOrderDeps) {
  return async (request: PrepareOrder): Promise<PreparedOrder> => {
    const clock = unixSeconds(now())
    await index.check()
    const { time } = await chain.head()
    const [earlier, later] = clock < time ? [clock, time] : [time, clock]
    const draft = draftOf(request, venue, earlier, later)
    const fault = formFault(draft, venue)
    if (fault) throw new AppError(fault.code, fault.detail)
    const facts = await readFacts(chain, draft, readVenueFacts(chain, clock))
    refuseHopeless(draft, facts)
    const steps = await firstSteps(draft, facts, { venue, chain, calls })
    const order: Order = {
      ...draft,
      // The royalty as it is now is the highest the maker signs.
      maxRoyaltyBps: royaltyCeiling(facts.royalty.amount, draft.price),
      ...(await handOutNonce(draft)),
    }
    return {
      order: orderToJson(order),
      hash: hashOrder(venue.chainId, venue.market, order),
      split: splitOf(order.price, facts.feeBps, facts.royalty),
      steps: [...steps, { type: 'sign', typedData: typedDataJson(venue.chainId, venue.market, order) }],
    }
  }
}

function draftOf(request: PrepareOrder, { wrappedEther }: Venue, start: bigint, from: bigint): Order {
  const { kind, taker = ANYONE, collection, tokenId, price, endTime, durationSeconds = WEEK } = request
  const address = (text: `0x${string}`) => getAddress(text.toLowerCase())
  return readOrder({
    kind: orderKinds.indexOf(kind),
    maker: address(request.maker),
    taker: address(taker),
    collection: address(collection),
    tokenId,
    currency: kind === ('listing' satisfies OrderKind) ? NATIVE_CURRENCY : address(wrappedEther),
    price,
    startTime: start.toString(),
    endTime: endTime ?? (from + BigInt(durationSeconds)).toString(),
    maxFeeBps: SIGNED_FEE_BPS,
    maxRoyaltyBps: MAX_ROYALTY_BPS,
    lane: '0',
    bit: 0,
    epoch: '0',
  })
}

/** Judges the order as if its steps were done. */
function refuseHopeless(order: Order, facts: OrderFacts): void {
  const done = { mayMove: true, balance: order.price, allowance: order.price, lane: { epoch: 0n, bitmap: 0n } }
  const verdict = judgeOrder(order, { ...facts, ...done })
  if (verdict.reason === 'MARKET_ORDER_EXPIRED') throw new AppError('MARKET_ORDER_WINDOW_INVALID', verdict.detail ?? undefined)
  if (verdict.reason && verdict.state !== 'pending') throw new AppError(verdict.reason, verdict.detail ?? undefined)
}

type StepDeps = Pick<PrepareOrderDeps, 'venue' | 'chain' | 'calls'>

/** What has to be sent before the order can be filled. Throws MARKET_BALANCE_TOO_LOW. */
async function firstSteps(order: Order, facts: OrderFacts, { venue, chain, calls }: StepDeps): Promise<Step[]> {
  const { maker, currency, collection, price } = order
  const spender = getAddress(venue.market)
  if (isListing(order))
    return facts.mayMove ? [] : [{ type: 'approve', transaction: transactionJson(calls.approveToken(collection)), spender, amount: null }]
  const steps: Step[] = []
  const missing = price - facts.balance
  if (missing > 0n) {
    const own = await chain.balanceOf(NATIVE_CURRENCY, maker)
    if (own < missing)
      throw new AppError(
        'MARKET_BALANCE_TOO_LOW',
        `The offer is ${price} wei; ${maker} has ${facts.balance} wei wrapped and ${own} wei that can be.`,
      )
    steps.push({ type: 'wrap', transaction: transactionJson(calls.wrap(missing)), amount: missing.toString() })
  }
  if (facts.allowance < price)
    steps.push({
      type: 'approve',
      transaction: transactionJson(calls.approveCurrency(currency, price)),
      spender,
      amount: price.toString(),
    })
  return steps
}

const royaltyCeiling = (amount: bigint, price: bigint): number => Number((amount * 10_000n + price - 1n) / price)
