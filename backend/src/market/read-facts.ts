import { type Item, itemsOf, type OrderForm } from '@daedal/protocol/market/forms'
import { unpackNonce } from '@daedal/protocol/market/nonce'
import { isListing, MAX_ROYALTY_BPS, NATIVE_CURRENCY } from '@daedal/protocol/market/order'
import { partsOf, priceAt, shareOf } from '@daedal/protocol/market/price'
import { voucherTypes } from '@daedal/protocol/tokens/voucher'
import { type Address, hashStruct } from 'viem'
import type { ItemFact, OrderFacts, RoyaltyFact, VoucherFact } from './judge-order.ts'
import type { ChainReader } from './ports.ts'

/** What is the same for all orders. */
export type VenueFacts = Pick<OrderFacts, 'now' | 'head' | 'feeBps' | 'paused'>

/** Asks the chain for what is the same for all orders. `clock` is the wall's time in unix seconds. */
export async function readVenueFacts(chain: ChainReader, clock: bigint): Promise<VenueFacts> {
  const [{ time }, feeBps, paused] = await Promise.all([chain.head(), chain.feeBps(), chain.paused()])
  // The next block's time is neither before the newest block's nor, on a live chain, before the wall's.
  return { now: time > clock ? time : clock, head: time, feeBps, paused }
}

/** Asks the chain, in one go, for everything that decides about a form. Whether its signature still holds is for the caller to say. */
export async function readFacts(chain: ChainReader, form: OrderForm, same: VenueFacts, signed = true): Promise<OrderFacts> {
  const { order } = form
  const { maker, collection, tokenId, currency, quantity, nonce } = order
  const listing = isListing(order)
  const price = priceAt(order, same.now)
  const named = itemsOf(form)
  const parts = unpackNonce(nonce)
  const foreign = currency !== NATIVE_CURRENCY
  const [lane, filled, items, standards, currencyAllowed, balance, allowance, royalty, state, voucher] = await Promise.all([
    parts ? chain.lane(maker, parts.lane) : { epoch: 0n, bitmap: 0n },
    quantity > 0n ? chain.filled(maker, nonce) : 0n,
    Promise.all(named.map((item) => readItem(chain, item, listing ? maker : null))),
    named.length ? null : chain.standards(collection),
    foreign ? chain.currencyAllowed(currency) : listing,
    listing || !foreign ? 0n : chain.balanceOf(currency, maker).catch(ifForeign(chain, currency)),
    listing || !foreign ? 0n : chain.allowance(currency, maker).catch(ifForeign(chain, currency)),
    readRoyalty(chain, form, price),
    form.form === 'state-order' && named.length ? chain.stateOf(form.state.source, collection, tokenId) : null,
    form.form === 'voucher-order' ? readVoucher(chain, form) : null,
  ])
  return { ...same, price, lane, filled, items, standards, currencyAllowed, balance, allowance, royalty, state, voucher, signed }
}

/** A contract that is no currency has no balances; it is refused for what it is. */
const ifForeign = (chain: ChainReader, currency: Address) => async (error: unknown) => {
  if (await chain.currencyAllowed(currency)) throw error
  return 0n
}

/** What the chain says of a token; of what an account would have to give when one is named. */
export async function readItem(chain: ChainReader, { collection, tokenId, quantity }: Item, giver: Address | null): Promise<ItemFact> {
  const standards = await chain.standards(collection)
  const single = quantity === 0n
  const [owner, units, mayMove] = await Promise.all([
    standards?.erc721 && single ? chain.ownerOf(collection, tokenId) : null,
    standards?.erc1155 && !single && giver ? chain.unitsOf(collection, giver, tokenId) : 0n,
    standards && giver ? chain.mayMove(collection, giver, tokenId) : false,
  ])
  return { standards, owner, units, mayMove }
}

/** What is due at a price: nothing for an offer to many, whose token is not known; by its terms for a token that is not minted. */
export async function readRoyalty(chain: Pick<ChainReader, 'royalty'>, form: OrderForm, price: bigint): Promise<RoyaltyFact> {
  if (form.form === 'voucher-order') {
    const { royaltyReceiver, royaltyBps } = form.voucher.terms
    const amount = shareOf(price, Math.min(royaltyBps, MAX_ROYALTY_BPS))
    return { receiver: amount > 0n ? royaltyReceiver : null, amount, shares: null }
  }
  if (form.form !== 'bundle') {
    const [item] = itemsOf(form)
    if (!item) return { receiver: null, amount: 0n, shares: null }
    return { ...(await chain.royalty(item.collection, item.tokenId, price)), shares: null }
  }
  const parts = partsOf(price, form.items.length)
  const due = await Promise.all(form.items.map(({ collection, tokenId }, at) => chain.royalty(collection, tokenId, parts[at] as bigint)))
  const shares = new Map<Address, bigint>()
  for (const { receiver, amount } of due) if (receiver) shares.set(receiver, (shares.get(receiver) ?? 0n) + amount)
  const [only] = shares.keys()
  return {
    receiver: shares.size === 1 && only ? only : null,
    amount: due.reduce((sum, { amount }) => sum + amount, 0n),
    shares: [...shares].map(([receiver, amount]) => ({ receiver, amount })),
  }
}

async function readVoucher(chain: ChainReader, { order, voucher }: Extract<OrderForm, { form: 'voucher-order' }>): Promise<VoucherFact> {
  const [hash, minted] = await Promise.all([
    chain.voucherHash(order.collection, voucher),
    chain.mintable(order.collection, order.maker, voucher, order.quantity > 0n ? 1n : 0n),
  ])
  return { known: hash === hashStruct({ types: voucherTypes, primaryType: 'Voucher', data: voucher }), minted }
}

/** Unix seconds of a moment, as orders write time. */
export const unixSeconds = (at: Date): bigint => BigInt(Math.floor(at.getTime() / 1000))
