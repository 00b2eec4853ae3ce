import type { Fulfillment, FulfillOrder, Step } from '@daedal/protocol/market/api'
import { itemsOf, type OrderForm } from '@daedal/protocol/market/forms'
import { isListing, NATIVE_CURRENCY } from '@daedal/protocol/market/order'
import { hasTrait } from '@daedal/protocol/market/trait'
import { eq } from 'drizzle-orm'
import { type Address, getAddress, type Hex } from 'viem'
import type { Database } from '../adapters/database/database.ts'
import { AppError } from '../errors.ts'
import { signerOf } from './check-signature.ts'
import { giverFault, type Obstacle, partyFault, termsFault } from './fill-obstacle.ts'
import { type FillTerms, givenItems, termsOf, type Wish, wishFault, wishOf } from './fill-terms.ts'
import { judgeOrder, type OrderFacts } from './judge-order.ts'
import { markOrdersNow } from './mark-orders.ts'
import { formOfRow, type OrderRow, splitOf } from './order-row.ts'
import type { ChainReader, IndexView, MarketCalls, MarketTransaction, Selected, Venue } from './ports.ts'
import { approveTokens, moneySteps, spending } from './prepare-order.ts'
import { readFacts, readItem, readVenueFacts, unixSeconds } from './read-facts.ts'
import type { ReadOrders } from './read-orders.ts'
import { orders } from './tables.ts'
import type { TraitTrees } from './trait-trees.ts'
import { transactionJson } from './transaction-json.ts'

export type FulfillOrderDeps = {
  db: Database
  venue: Venue
  chain: ChainReader
  calls: MarketCalls
  index: Pick<IndexView, 'check'>
  read: Pick<ReadOrders, 'known'>
  traits: Pick<TraitTrees, 'proof'>
  now(): Date
}

/**
 * Says what an account has to send to fill an order, where its money goes and what the network takes; or why it cannot be
 * filled. Asks the chain, so it is right before the index is. Throws MARKET_ORDER_UNKNOWN, CHAIN_UNAVAILABLE, CHAIN_MISMATCH.
 */
export function createFulfillOrder(deps: FulfillOrderDeps) {
  const { venue, chain, calls, index, read, now } = deps
  return async (request: FulfillOrder): Promise<Fulfillment> => {
    const { hash } = request
    const row = await read.known(hash)
    await index.check()
    const form = formOfRow(row)
    const filler = getAddress(request.filler.toLowerCase())
    const facts = await factsOfRow(deps, row, form, unixSeconds(now()))
    const refused = ({ reason, detail }: Obstacle, split = splitOf(facts.price, facts.feeBps, facts.royalty)): Fulfillment => ({
      hash,
      fulfillable: false,
      reason,
      detail,
      split,
      limit: null,
      estimatedGas: null,
      gasPriceWei: null,
      steps: [],
    })
    const wish = wishOf(form, request)
    if (!wish) {
      const verdict = judgeOrder(form, facts)
      if (verdict.state !== 'active') return refused(verdict)
      return refused({ reason: 'MARKET_SELECTION_NEEDED', detail: 'The offer is for any of several tokens; say which one is given.' })
    }
    const fault = (await wishFault(chain, form, wish, facts)) ?? partyFault(form, filler)
    if (fault) return refused(fault)
    const terms = await termsOf(chain, form, wish, facts)
    const split = splitOf(terms.price, facts.feeBps, terms.royalty)
    const limit = request.limit === undefined ? terms.limit : BigInt(request.limit)
    const proof = await proofOf(deps, form, wish, request)
    if (proof === 'none')
      return refused({ reason: 'MARKET_PROOF_INVALID', detail: `Token ${wish.tokenId} is not known to have the trait.` }, split)
    const agreed = termsFault(form, terms, limit, facts)
    if (agreed) return refused(agreed, split)
    const first = await fillerSteps(deps, form, filler, wish, terms, limit, request)
    if ('reason' in first) return refused(first, split)

    const { transaction, named } = transactionOf(calls, form, row.signature, { ...wish, limit, ...(proof && { proof }) }, request)
    const permitted = request.permit ? calls.withPermit(request.permit, filler, form.order.currency, transaction) : transaction
    const send: Step = { type: 'send', transaction: transactionJson(permitted) }
    const answer = { hash, fulfillable: true, reason: null, detail: null, split, limit: named ? limit.toString() : null }
    // What comes after an approval cannot be tried before it.
    if (first.steps.length) return { ...answer, estimatedGas: null, gasPriceWei: null, steps: [...first.steps, send] }
    const tried = await chain.simulate(filler, permitted)
    if ('refused' in tried) return refused({ reason: tried.refused, detail: tried.detail }, split)
    return { ...answer, estimatedGas: tried.gas.toString(), gasPriceWei: tried.gasPriceWei.toString(), steps: [send] }
  }

  /** What the chain says of an order now. The book is told to look again where it thinks otherwise. */
  async function factsOfRow({ db }: FulfillOrderDeps, row: OrderRow, form: OrderForm, clock: bigint): Promise<OrderFacts> {
    const signed = row.signedBy === 'key' || (await signerOf({ venue, chain }, form, row.signature)) !== null
    const facts = await readFacts(chain, form, await readVenueFacts(chain, clock), signed)
    if (judgeOrder(form, facts).state !== row.state && row.closedBy === null) await markOrdersNow(db, eq(orders.hash, row.hash))
    return facts
  }
}

/** The call that fills, and whether it names a limit: an ERC-721 token at a fixed price needs none. */
function transactionOf(
  calls: MarketCalls,
  form: OrderForm,
  signature: Hex,
  selected: Selected,
  { limit }: FulfillOrder,
): { transaction: MarketTransaction; named: boolean } {
  const { order } = form
  const fixed = order.price === order.endPrice && order.quantity === 0n
  if (form.form === 'order' && isListing(order) && fixed && limit === undefined)
    return { transaction: calls.fillOrder(order, signature), named: false }
  return { transaction: calls.fill(form, selected, signature), named: true }
}

/** That a token has the trait of an offer: brought by the filler, or from the ids that the book knows. */
async function proofOf({ traits }: FulfillOrderDeps, form: OrderForm, wish: Wish, { proof }: FulfillOrder): Promise<Hex[] | null | 'none'> {
  if (form.form !== 'trait-offer') return null
  if (proof) return hasTrait(form.trait, proof, wish.tokenId) ? proof : 'none'
  return (await traits.proof(form.trait.root, wish.tokenId)) ?? 'none'
}

/** What the filler has to send before: approvals of what it gives, or of what it pays with; or why it cannot. */
async function fillerSteps(
  { venue, chain, calls }: FulfillOrderDeps,
  form: OrderForm,
  filler: Address,
  wish: Wish,
  terms: FillTerms,
  limit: bigint,
  { permit }: FulfillOrder,
): Promise<{ steps: Step[] } | Obstacle> {
  const { currency } = form.order
  if (!isListing(form.order)) {
    const items = givenItems(form, wish)
    const facts = await Promise.all(items.map((item) => readItem(chain, item, filler)))
    const fault = giverFault(filler, items, facts)
    if (fault) return fault
    const closed = new Set(items.filter((_, at) => !facts[at]?.mayMove).map(({ collection }) => collection))
    return { steps: [...closed].map((collection) => approveTokens({ venue, calls }, collection)) }
  }
  const balance = await chain.balanceOf(currency, filler)
  if (currency === NATIVE_CURRENCY) {
    if (balance >= terms.price) return { steps: [] }
    return { reason: 'MARKET_BALANCE_TOO_LOW', detail: `The price is ${terms.price} wei; ${filler} has ${balance} wei.` }
  }
  try {
    const allowance = permit ? limit : await chain.allowance(currency, filler)
    return {
      steps: await moneySteps({ ...spending(venue), chain, calls }, filler, currency, limit < terms.limit ? limit : terms.limit, {
        balance,
        allowance,
      }),
    }
  } catch (error) {
    if (error instanceof AppError && error.code === 'MARKET_BALANCE_TOO_LOW') return { reason: error.code, detail: error.message }
    throw error
  }
}

/** Whether an order is a listing that a sweep can buy: an order by itself. */
export const isSweepable = (form: OrderForm): boolean => form.form === 'order' && isListing(form.order) && itemsOf(form).length === 1
