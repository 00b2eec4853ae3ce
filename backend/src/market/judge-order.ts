import type { ErrorCode } from '@daedal/protocol/errors/codes'
import type { OrderState } from '@daedal/protocol/market/api'
import { type AssetState, type Item, itemsOf, type OrderForm } from '@daedal/protocol/market/forms'
import { unpackNonce } from '@daedal/protocol/market/nonce'
import { isListing, type Order } from '@daedal/protocol/market/order'
import { shareOf } from '@daedal/protocol/market/price'
import { type Address, getAddress, type Hex } from 'viem'
import type { LaneWord, Refusal, Standards } from './ports.ts'

/** What the chain says of a token that an order names. Of units and approval only where it is known who would give it. */
export type ItemFact = { standards: Standards | null; owner: Address | null; units: bigint; mayMove: boolean }
/** What is due to creators. `shares` are those of a bundle; `receiver` is null when there are several or none. */
export type RoyaltyFact = { receiver: Address | null; amount: bigint; shares: { receiver: Address; amount: bigint }[] | null }
/** Whether the collection hashes the voucher as its creator did, and which token it would mint from it. */
export type VoucherFact = { known: boolean; minted: { tokenId: bigint } | Refusal }

/** Everything of the chain that decides about an order. */
export type OrderFacts = {
  now: bigint
  /** Time of the newest block, from which on the next can be. */
  head: bigint
  /** Of the token, one unit or the bundle, at that moment. */
  price: bigint
  lane: LaneWord
  /** Units that were filled of the nonce. */
  filled: bigint
  /** In the order of `itemsOf`. */
  items: readonly ItemFact[]
  /** Of the collection, where the order names no token that exists. */
  standards: Standards | null
  currencyAllowed: boolean
  /** Offer: what the maker has and lets the market take, in the order's currency. */
  balance: bigint
  allowance: bigint
  feeBps: number
  royalty: RoyaltyFact
  paused: boolean
  /** What the source of a state answers; null when it does not, or none was asked. */
  state: Hex | null
  voucher: VoucherFact | null
  /** Whether the maker's signature still holds. */
  signed: boolean
}

/** Where an order stands and why. `reason` is null only for orders that can be filled. */
export type Verdict = { state: OrderState; reason: ErrorCode | null; detail: string | null }

const same = (a: Address, b: Address) => a.toLowerCase() === b.toLowerCase()
const inactive = (reason: ErrorCode, detail: string): Verdict => ({ state: 'inactive', reason, detail })

/** Units that were signed and not filled; zero for an order that is not for units. */
export const remainingOf = ({ quantity }: Pick<Order, 'quantity'>, filled: bigint): bigint => (quantity > filled ? quantity - filled : 0n)

/** Of the remaining units, those that the maker can give or pay. */
export function availableOf(form: OrderForm, facts: OrderFacts): bigint {
  const left = remainingOf(form.order, facts.filled)
  const able = ((): bigint => {
    if (!isListing(form.order)) {
      const money = facts.balance < facts.allowance ? facts.balance : facts.allowance
      return facts.price === 0n ? 0n : money / facts.price
    }
    const [item] = facts.items
    return item ? item.units : left
  })()
  return able < left ? able : left
}

/** Judges an order by the chain's facts; the first thing that keeps it from being filled is the reason. */
export function judgeOrder(form: OrderForm, facts: OrderFacts): Verdict {
  return nonceVerdict(form.order, facts) ?? makerVerdict(form, facts) ?? termsVerdict(form, facts) ?? timeVerdict(form.order, facts)
}

/** What ends an order for ever. */
function nonceVerdict(order: Order, { lane, filled, now }: OrderFacts): Verdict | null {
  const nonce = unpackNonce(order.nonce)
  if (!nonce) return inactive('MARKET_NONCE_INVALID', `Nonce ${order.nonce} names no bit of a lane.`)
  if (lane.epoch > nonce.epoch)
    return {
      state: 'cancelled',
      reason: 'MARKET_ORDER_EPOCH_PASSED',
      detail: `The lane is at epoch ${lane.epoch}; the order has ${nonce.epoch}.`,
    }
  if (lane.epoch < nonce.epoch)
    return inactive('MARKET_ORDER_EPOCH_AHEAD', `The lane is at epoch ${lane.epoch}, before the order's ${nonce.epoch}.`)
  if ((lane.bitmap >> BigInt(nonce.bit)) & 1n)
    return { state: 'cancelled', reason: 'MARKET_ORDER_SPENT', detail: `Bit ${nonce.bit} of lane ${nonce.lane} was used.` }
  if (order.quantity > 0n && filled >= order.quantity)
    return { state: 'cancelled', reason: 'MARKET_ORDER_SPENT', detail: `All of the ${order.quantity} units were filled.` }
  if (now >= order.endTime)
    return { state: 'expired', reason: 'MARKET_ORDER_EXPIRED', detail: `The order ended at ${order.endTime}; it is ${now}.` }
  return null
}

/** Whether the maker can give or pay what it signed. */
function makerVerdict(form: OrderForm, facts: OrderFacts): Verdict | null {
  if (!facts.signed) return inactive('MARKET_SIGNATURE_INVALID', `${form.order.maker} no longer stands by its signature.`)
  const named = itemsOf(form)
  if (!named.length && !facts.standards) return unknownCollection(form.order.collection)
  for (const [at, item] of named.entries()) {
    const verdict = itemVerdict(item, facts.items[at] as ItemFact, form, facts)
    if (verdict) return verdict
  }
  const { order } = form
  if (named.length === 0 && standardFault(order.quantity, facts.standards)) return wrongStandard(order.quantity, order.collection)
  if (!facts.currencyAllowed) return inactive('MARKET_CURRENCY_NOT_ALLOWED', `The currency ${order.currency} is not on the list.`)
  return isListing(order) ? null : moneyVerdict(facts)
}

const unknownCollection = (collection: Address) =>
  inactive('MARKET_COLLECTION_UNKNOWN', `There is no collection of tokens at ${collection}.`)
const standardFault = (quantity: bigint, standards: Standards | null) => !(quantity === 0n ? standards?.erc721 : standards?.erc1155)
const wrongStandard = (quantity: bigint, collection: Address) =>
  inactive(
    'MARKET_UNITS_UNAVAILABLE',
    quantity === 0n ? `The tokens of ${collection} are traded in units.` : `The tokens of ${collection} have no units.`,
  )

/** Whether the market may move a token: that of the maker of a listing; of an offer, whether it exists and is another's. */
function itemVerdict({ collection, tokenId, quantity }: Item, fact: ItemFact, { order }: OrderForm, facts: OrderFacts): Verdict | null {
  if (!fact.standards) return unknownCollection(collection)
  if (standardFault(quantity, fact.standards)) return wrongStandard(quantity, collection)
  if (quantity === 0n) {
    if (fact.owner === null) return inactive('MARKET_TOKEN_UNKNOWN', `Token ${tokenId} does not exist.`)
    if (!isListing(order))
      return same(fact.owner, order.maker) ? inactive('MARKET_MAKER_IS_TAKER', 'The maker of the offer owns the token.') : null
    if (!same(fact.owner, order.maker)) return inactive('MARKET_SELLER_NOT_OWNER', `The token belongs to ${getAddress(fact.owner)}.`)
  } else if (isListing(order)) {
    // Of an order for units, one is enough: it may be filled in parts.
    const needed = order.quantity > 0n ? 1n : quantity
    if (fact.units < needed)
      return inactive(
        'MARKET_UNITS_TOO_FEW',
        `${order.maker} has ${fact.units} of the ${remainingOf(order, facts.filled) || quantity} units.`,
      )
  } else return null
  return fact.mayMove ? null : inactive('MARKET_NOT_APPROVED', 'The market may not move the token.')
}

function moneyVerdict({ balance, allowance, price }: OrderFacts): Verdict | null {
  if (balance < price) return inactive('MARKET_BALANCE_TOO_LOW', `The balance is ${balance} wei; the price is ${price}.`)
  if (allowance < price) return inactive('MARKET_NOT_APPROVED', `The market may take ${allowance} wei; the price is ${price}.`)
  return null
}

/** Whether what the maker accepted holds: state, voucher, fee and royalty. */
function termsVerdict(form: OrderForm, { state, voucher, feeBps, royalty, price, paused }: OrderFacts): Verdict | null {
  const { order } = form
  const fault =
    // Which token is given for an offer to a collection, and so its state, is known when it is filled.
    (form.form === 'state-order' && itemsOf(form).length ? stateFault(form.state, state) : null) ??
    (voucher && voucherFault(order, voucher))
  if (fault) return fault
  if (feeBps > order.maxFeeBps)
    return inactive('MARKET_FEE_TOO_HIGH', `The fee is ${feeBps} basis points; the maker accepted ${order.maxFeeBps}.`)
  const highest = shareOf(price, order.maxRoyaltyBps)
  if (royalty.amount > highest)
    return inactive('MARKET_ROYALTY_TOO_HIGH', `The royalty is ${royalty.amount} wei; the maker accepted ${highest}.`)
  return paused ? inactive('MARKET_PAUSED', 'Trading is paused.') : null
}

/** Whether a token is in the state that the maker signed. */
export function stateFault(signed: AssetState, found: Hex | null): Verdict | null {
  if (found === null) return inactive('MARKET_STATE_UNREADABLE', `${signed.source} does not answer for the state of the token.`)
  return found === signed.value ? null : inactive('MARKET_STATE_CHANGED', `The state is ${found}; the maker signed ${signed.value}.`)
}

function voucherFault({ collection, tokenId }: Order, { known, minted }: VoucherFact): Verdict | null {
  if (!known) return inactive('MARKET_VOUCHER_UNKNOWN', `${collection} does not read the voucher as it was signed.`)
  if ('refused' in minted) return inactive(minted.refused ?? 'MARKET_VOUCHER_UNKNOWN', minted.detail)
  if (minted.tokenId !== tokenId)
    return inactive('MARKET_TOKEN_NOT_DELIVERED', `The voucher becomes token ${minted.tokenId}, not ${tokenId}.`)
  return null
}

const timeVerdict = ({ startTime }: Order, { now }: OrderFacts): Verdict =>
  now < startTime
    ? { state: 'pending', reason: 'MARKET_ORDER_NOT_STARTED', detail: `The order starts at ${startTime}; it is ${now}.` }
    : { state: 'active', reason: null, detail: null }
