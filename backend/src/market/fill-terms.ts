import { type Item, itemsOf, type OrderForm } from '@daedal/protocol/market/forms'
import { isListing, type Order } from '@daedal/protocol/market/order'
import { priceAt, priceOfUnits, shareOf } from '@daedal/protocol/market/price'
import type { Obstacle } from './fill-obstacle.ts'
import { judgeOrder, type OrderFacts, type RoyaltyFact, remainingOf, stateFault } from './judge-order.ts'
import type { ChainReader } from './ports.ts'
import { readRoyalty } from './read-facts.ts'

/** What a filler asked for, in full: which token, and how many units of it (zero for an ERC-721 token or a bundle). */
export type Wish = { tokenId: bigint; quantity: bigint }

/** What filling an order comes to: the price in all, what is due of it, and the worst price that the filler agrees to. */
export type FillTerms = { price: bigint; royalty: RoyaltyFact; fee: bigint; limit: bigint }

/** Seconds in which a transaction should be mined: what a moving price may lose until then is within the limit. */
const PATIENCE = 300n

/** The wish behind a request; one unit of an order for units when it does not say. Null when it has to say which token. */
export function wishOf(form: OrderForm, asked: { tokenId?: string | undefined; quantity?: string | undefined }): Wish | null {
  const { order } = form
  const many = form.form !== 'bundle' && form.form !== 'voucher-order' && itemsOf(form).length === 0
  if (many && asked.tokenId === undefined) return null
  const quantity = asked.quantity === undefined ? (order.quantity > 0n ? 1n : 0n) : BigInt(asked.quantity)
  return { tokenId: asked.tokenId === undefined ? order.tokenId : BigInt(asked.tokenId), quantity }
}

/** The tokens that change hands: those of the order, or the one that is given for an offer to many. */
export function givenItems(form: OrderForm, { tokenId, quantity }: Wish): readonly Item[] {
  if (form.form === 'bundle') return form.items
  return [{ collection: form.order.collection, tokenId, quantity }]
}

/** What keeps anyone from filling the order in this way; null when nothing does. */
export async function wishFault(chain: ChainReader, form: OrderForm, wish: Wish, facts: OrderFacts): Promise<Obstacle | null> {
  const verdict = judgeOrder(form, facts)
  if (verdict.state !== 'active') return { reason: verdict.reason, detail: verdict.detail }
  const { order } = form
  const left = remainingOf(order, facts.filled)
  const many = itemsOf(form).length === 0 && form.form !== 'voucher-order'
  if (!many && wish.tokenId !== order.tokenId)
    return { reason: 'MARKET_TOKEN_NOT_OFFERED', detail: `The order is for token ${order.tokenId}, not ${wish.tokenId}.` }
  if ((order.quantity === 0n) !== (wish.quantity === 0n) || wish.quantity > left)
    return { reason: 'MARKET_UNITS_UNAVAILABLE', detail: `The order has ${left} units left; ${wish.quantity} were asked for.` }
  if (form.form === 'state-order' && many)
    return stateFault(form.state, await chain.stateOf(form.state.source, order.collection, wish.tokenId))
  return isListing(order) ? unitsFault(order, wish, facts) : null
}

function unitsFault({ maker }: Order, { quantity }: Wish, { items: [item] }: OrderFacts): Obstacle | null {
  if (!item || quantity === 0n || item.units >= quantity) return null
  return { reason: 'MARKET_UNITS_TOO_FEW', detail: `${maker} has ${item.units} of the ${quantity} units.` }
}

/** What a fill comes to now, by the same arithmetic as the market's. */
export async function termsOf(chain: ChainReader, form: OrderForm, wish: Wish, facts: OrderFacts): Promise<FillTerms> {
  const { order } = form
  const price = priceOfUnits(facts.price, wish.quantity)
  const many = itemsOf(form).length === 0 && form.form !== 'voucher-order'
  const royalty: RoyaltyFact = many
    ? { ...(await chain.royalty(order.collection, wish.tokenId, price)), shares: null }
    : wish.quantity > 1n
      ? await readRoyalty(chain, form, price)
      : facts.royalty
  const fee = shareOf(price, facts.feeBps)
  // The transaction may find the time of the newest block, or that of one that comes late.
  const possible = [price, ...[facts.head, facts.now + PATIENCE].map((at) => priceOfUnits(priceAt(order, at), wish.quantity))]
  const worst = possible.reduce((a, b) => (a > b === isListing(order) ? a : b))
  if (isListing(order)) return { price, royalty, fee, limit: worst }
  const proceeds = price - fee - royalty.amount
  // A price that falls takes fee and royalty with it, in proportion.
  return { price, royalty, fee, limit: worst === price ? proceeds : (proceeds * worst) / price }
}
