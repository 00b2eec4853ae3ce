import type { ErrorCode } from '@daedal/protocol/errors/codes'
import type { Item, OrderForm, OrderFormName } from '@daedal/protocol/market/forms'
import { unpackNonce } from '@daedal/protocol/market/nonce'
import { ANYONE, isListing, MAX_BUNDLE, MAX_FEE_BPS, NATIVE_CURRENCY, type OrderKind, orderKinds } from '@daedal/protocol/market/order'
import { dearestOf, MAX_PRICE } from '@daedal/protocol/market/price'
import { zeroAddress } from 'viem'

type Fault = { code: ErrorCode; detail: string }

/** Kinds of order that each form can have. */
const kindsOf: Record<OrderFormName, readonly OrderKind[]> = {
  order: orderKinds,
  bundle: ['listing', 'offer'],
  'trait-offer': ['collection-offer'],
  'state-order': orderKinds,
  'voucher-order': ['listing'],
}

/** Fee ceiling that prepared orders sign: the highest the market can ever take. */
export const SIGNED_FEE_BPS = MAX_FEE_BPS

/** What is wrong with an order whatever the chain says; null when nothing is. Such an order is never kept. */
export function formFault(form: OrderForm): Fault | null {
  const { order } = form
  const fault = (code: ErrorCode, detail: string): Fault => ({ code, detail })
  const kind = orderKinds[order.kind]
  if (!kind) return fault('MARKET_ORDER_MALFORMED', `kind ${order.kind} is unknown.`)
  if (!kindsOf[form.form].includes(kind)) return fault('MARKET_KIND_NOT_ALLOWED', `A ${form.form} is no ${kind}.`)
  const nonce = unpackNonce(order.nonce)
  if (!nonce) return fault('MARKET_NONCE_INVALID', `Nonce ${order.nonce} names no bit of a lane.`)
  if (order.price === 0n || order.endPrice === 0n) return fault('MARKET_PRICE_ZERO', 'The price is 0 wei.')
  const highest = dearestOf(order)
  if (highest * (order.quantity || 1n) > MAX_PRICE)
    return fault('MARKET_PRICE_TOO_HIGH', `${order.quantity} units at ${highest} cannot be split.`)
  if (order.endTime <= order.startTime)
    return fault('MARKET_ORDER_WINDOW_INVALID', `The order starts at ${order.startTime} and ends at ${order.endTime}.`)
  if (!isListing(order) && order.currency === NATIVE_CURRENCY)
    return fault('MARKET_CURRENCY_NOT_ALLOWED', 'An offer is paid in an ERC-20, not in ether.')
  if (order.taker !== ANYONE && order.taker.toLowerCase() === order.maker.toLowerCase())
    return fault('MARKET_MAKER_IS_TAKER', 'The taker is the maker.')
  if (kind === 'collection-offer' && order.tokenId !== 0n)
    return fault('MARKET_ORDER_MALFORMED', `An offer to a collection names no token, not ${order.tokenId}.`)
  return partFault(form)
}

function partFault(form: OrderForm): Fault | null {
  const { order } = form
  if (form.form === 'voucher-order' && (form.voucher.maxSupply === 0n) !== (order.quantity === 0n))
    return {
      code: 'MARKET_UNITS_UNAVAILABLE',
      detail: `The voucher is for ${form.voucher.maxSupply} units at most; the order is for ${order.quantity}.`,
    }
  if (form.form !== 'bundle') return null
  const { items } = form
  if (items.length < 1 || items.length > MAX_BUNDLE)
    return { code: 'MARKET_BUNDLE_SIZE', detail: `A bundle has 1 to ${MAX_BUNDLE} items, not ${items.length}.` }
  if (order.collection !== zeroAddress || order.tokenId !== 0n || order.quantity !== 0n)
    return { code: 'MARKET_BUNDLE_NAMES_TOKEN', detail: 'Collection, token and quantity of the order are zero in a bundle.' }
  const keyOf = ({ collection, tokenId }: Item) => `${collection.toLowerCase()} ${tokenId}`
  if (new Set(items.map(keyOf)).size < items.length) return { code: 'MARKET_ORDER_MALFORMED', detail: 'The bundle names a token twice.' }
  return null
}
