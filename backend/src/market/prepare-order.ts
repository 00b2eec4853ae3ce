import type { PreparedOrder, PrepareOrder, Step } from '@daedal/protocol/market/api'
import { formToJson } from '@daedal/protocol/market/form-json'
import { hashForm, itemsOf, type OrderForm } from '@daedal/protocol/market/forms'
import { isListing, MAX_ROYALTY_BPS, NATIVE_CURRENCY } from '@daedal/protocol/market/order'
import { dearestOf, priceOfUnits } from '@daedal/protocol/market/price'
import { type Address, getAddress, isAddressEqual } from 'viem'
import { AppError } from '../errors.ts'
import { draftForm } from './draft-form.ts'
import { formFault } from './form-fault.ts'
import type { HandOutNonce } from './hand-out-nonce.ts'
import { judgeOrder, type OrderFacts } from './judge-order.ts'
import { splitOf } from './order-row.ts'
import type { ChainReader, IndexView, MarketCalls, Venue } from './ports.ts'
import { readFacts, readRoyalty, readVenueFacts, unixSeconds } from './read-facts.ts'
import type { TraitTrees } from './trait-trees.ts'
import { transactionJson } from './transaction-json.ts'
import { typedDataJson } from './typed-data-json.ts'

export type PrepareOrderDeps = {
  venue: Venue
  chain: ChainReader
  calls: MarketCalls
  index: Pick<IndexView, 'check'>
  traits: Pick<TraitTrees, 'grow'>
  handOutNonce: HandOutNonce
  now(): Date
}

/**
 * Writes the order that a maker asks for, and says what the maker has to do before it can be filled: wrap, approve, sign.
 * Throws MARKET_* with what would keep the order from being filled and no step can change, REQUEST_INVALID, CHAIN_UNAVAILABLE,
 * CHAIN_MISMATCH.
 */
export function createPrepareOrder({ venue, chain, calls, index, traits, handOutNonce, now }: PrepareOrderDeps) {
  return async (request: PrepareOrder): Promise<PreparedOrder> => {
    const clock = unixSeconds(now())
    await index.check()
    const { time } = await chain.head()
    const [earlier, later] = clock < time ? [clock, time] : [time, clock]
    const draft = await draftForm({ venue, chain, traits }, request, earlier, later)
    const fault = formFault(draft)
    if (fault) throw new AppError(fault.code, fault.detail)
    const facts = await readFacts(chain, draft, await readVenueFacts(chain, clock))
    refuseHopeless(draft, facts)
    const steps = await firstSteps(draft, facts, { venue, chain, calls })
    const form: OrderForm = {
      ...draft,
      order: { ...draft.order, maxRoyaltyBps: await royaltyCeiling(chain, draft), nonce: await handOutNonce(draft) },
    }
    return {
      ...formToJson(form),
      hash: hashForm(venue.chainId, venue.market, form),
      split: splitOf(facts.price, facts.feeBps, facts.royalty),
      steps: [...steps, { type: 'sign', typedData: typedDataJson(venue.chainId, venue.market, form) }],
    }
  }
}

/** Judges the order as if its steps were done. */
function refuseHopeless(form: OrderForm, facts: OrderFacts): void {
  const { order } = form
  const done = {
    items: facts.items.map((item) => ({ ...item, mayMove: true })),
    balance: facts.price,
    allowance: facts.price,
    filled: 0n,
    lane: { epoch: 0n, bitmap: 0n },
  }
  const verdict = judgeOrder(form, { ...facts, ...done })
  if (verdict.reason === 'MARKET_ORDER_EXPIRED') throw new AppError('MARKET_ORDER_WINDOW_INVALID', verdict.detail ?? undefined)
  if (verdict.reason && verdict.state !== 'pending') throw new AppError(verdict.reason, verdict.detail ?? undefined)
  const [item] = facts.items
  if (item && isListing(order) && item.units < order.quantity)
    throw new AppError('MARKET_UNITS_TOO_FEW', `${order.maker} has ${item.units} of the ${order.quantity} units.`)
}

type StepDeps = Pick<PrepareOrderDeps, 'venue' | 'chain' | 'calls'>

/** What has to be sent before the order can be filled. Throws MARKET_BALANCE_TOO_LOW. */
async function firstSteps(form: OrderForm, facts: OrderFacts, { venue, chain, calls }: StepDeps): Promise<Step[]> {
  const { order } = form
  if (!isListing(order)) {
    const needed = priceOfUnits(dearestOf(order), order.quantity)
    return moneySteps({ ...spending(venue), chain, calls }, order.maker, order.currency, needed, facts)
  }
  const closed = new Set<Address>()
  for (const [at, { collection }] of itemsOf(form).entries()) if (!facts.items[at]?.mayMove) closed.add(collection)
  return [...closed].map((collection) => approveTokens({ venue, calls }, collection))
}

export const approveTokens = ({ venue, calls }: Pick<StepDeps, 'venue' | 'calls'>, collection: Address): Step => ({
  type: 'approve',
  transaction: transactionJson(calls.approveToken(collection)),
  spender: getAddress(venue.market),
  amount: null,
})

/** Who takes money, and which money can be made of ether. */
export type Spending = { spender: Address; wrappedEther: Address }
/** What the market takes. */
export const spending = ({ market, wrappedEther }: Venue): Spending => ({ spender: market, wrappedEther })
type MoneyDeps = Spending & { chain: Pick<ChainReader, 'balanceOf'>; calls: Pick<MarketCalls, 'approveCurrency' | 'wrap'> }

/** Wraps what is missing where the currency is wrapped ether, and lets the spender take the amount. Throws MARKET_BALANCE_TOO_LOW. */
export async function moneySteps(
  { spender, wrappedEther, chain, calls }: MoneyDeps,
  account: Address,
  currency: Address,
  needed: bigint,
  { balance, allowance }: { balance: bigint; allowance: bigint },
): Promise<Step[]> {
  const steps: Step[] = []
  const missing = needed - balance
  if (missing > 0n) {
    const wrappable = isAddressEqual(currency, wrappedEther)
    const own = wrappable ? await chain.balanceOf(NATIVE_CURRENCY, account) : 0n
    if (own < missing)
      throw new AppError(
        'MARKET_BALANCE_TOO_LOW',
        `It takes ${needed} wei; ${account} has ${balance} wei${wrappable ? ` wrapped and ${own} wei that can be` : ''}.`,
      )
    steps.push({ type: 'wrap', transaction: transactionJson(calls.wrap(missing)), amount: missing.toString() })
  }
  if (allowance < needed)
    steps.push({
      type: 'approve',
      transaction: transactionJson(calls.approveCurrency(currency, needed)),
      spender: getAddress(spender),
      amount: needed.toString(),
    })
  return steps
}

/** The royalty as it is now is the highest the maker signs. It is asked where rounding takes least: at the highest price of all units. */
async function royaltyCeiling(chain: Pick<ChainReader, 'royalty'>, form: OrderForm): Promise<number> {
  const { order } = form
  // Which token an offer to many is filled with is not known.
  if (form.form !== 'bundle' && form.form !== 'voucher-order' && !itemsOf(form).length) return MAX_ROYALTY_BPS
  const price = priceOfUnits(dearestOf(order), order.quantity)
  const { amount } = await readRoyalty(chain, form, price)
  const exact = Number((amount * 10_000n + price - 1n) / price)
  // The last item of a bundle counts for what rounding leaves, which is another share at another price.
  return form.form === 'bundle' && order.price !== order.endPrice ? Math.min(exact + 1, MAX_ROYALTY_BPS) : exact
}
