import { MAX_BULK_HEIGHT } from '@daedal/protocol/market/bulk-signature'
import { bundleTypes, stateOrderTypes, traitOfferTypes, voucherOrderTypes } from '@daedal/protocol/market/forms'
import { orderTypes } from '@daedal/protocol/market/order'
import { type Describe, hidden } from './field.ts'

/** EIP-712 types as a wallet gets them. */
export type Types = Record<string, readonly { name: string; type: string }[]>

/** A message that is signed, and how those of its values are shown that say something else in it than elsewhere. */
export type Message = { primaryType: string; types: Types; intent: string; values?: Record<string, Describe> }

/** In a bundle the items name the collections and tokens. */
const noToken = { 'order.collection': hidden('Collection'), 'order.tokenId': hidden('Token') }

/** Every message of the market by itself. */
export const messages: readonly Message[] = [
  { primaryType: 'Order', types: orderTypes, intent: 'Sell or buy a token' },
  { primaryType: 'Bundle', types: bundleTypes, intent: 'Sell or buy a bundle', values: noToken },
  {
    primaryType: 'TraitOffer',
    types: traitOfferTypes,
    intent: 'Offer for any token with a trait',
    values: { 'order.tokenId': hidden('Token') },
  },
  { primaryType: 'StateOrder', types: stateOrderTypes, intent: 'Sign an order for a token in its state' },
  { primaryType: 'VoucherOrder', types: voucherOrderTypes, intent: 'Sell a token that the buyer mints' },
]

const bulk = (primaryType: string, types: Types, intent: string) =>
  Array.from({ length: MAX_BULK_HEIGHT }, (_, index): Message => {
    const name = `Bulk${primaryType}`
    return { primaryType: name, types: { [name]: [{ name: 'tree', type: `${primaryType}${'[2]'.repeat(index + 1)}` }], ...types }, intent }
  })

/** Signatures for a tree of orders, one of each height. */
export const bulkMessages: readonly Message[] = [
  ...bulk('Order', orderTypes, 'Sell or buy several tokens'),
  ...bulk('VoucherOrder', voucherOrderTypes, 'Sell several tokens that buyers mint'),
]
