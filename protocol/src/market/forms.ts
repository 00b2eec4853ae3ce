import type { TypedDataToPrimitiveTypes } from 'abitype'
import { type Address, type Hex, hashStruct, hashTypedData } from 'viem'
import { type Voucher, voucherTypes } from '../tokens/voucher.ts'
import { marketDomain, type Order, orderKinds, orderTypes } from './order.ts'

/** EIP-712 types of every message that contains an order. Mirrors `contracts/market/libraries/FormLib.sol`. */
export const bundleTypes = {
  Bundle: [
    { name: 'order', type: 'Order' },
    { name: 'items', type: 'Item[]' },
  ],
  Item: [
    { name: 'collection', type: 'address' },
    { name: 'tokenId', type: 'uint256' },
    { name: 'quantity', type: 'uint128' },
  ],
  ...orderTypes,
} as const
export const traitOfferTypes = {
  TraitOffer: [
    { name: 'order', type: 'Order' },
    { name: 'trait', type: 'Trait' },
  ],
  Trait: [
    { name: 'root', type: 'bytes32' },
    { name: 'height', type: 'uint8' },
  ],
  ...orderTypes,
} as const
export const stateOrderTypes = {
  StateOrder: [
    { name: 'order', type: 'Order' },
    { name: 'state', type: 'AssetState' },
  ],
  AssetState: [
    { name: 'source', type: 'address' },
    { name: 'value', type: 'bytes32' },
  ],
  ...orderTypes,
} as const
export const voucherOrderTypes = {
  VoucherOrder: [
    { name: 'order', type: 'Order' },
    { name: 'voucher', type: 'Voucher' },
  ],
  ...voucherTypes,
  ...orderTypes,
} as const

/** One part of a bundle. */
export type Item = TypedDataToPrimitiveTypes<typeof bundleTypes>['Item']
/** The tokens a trait offer is for: root and height of a Merkle tree of ids. */
export type Trait = TypedDataToPrimitiveTypes<typeof traitOfferTypes>['Trait']
/** State of a token without which an order is not to be filled. */
export type AssetState = TypedDataToPrimitiveTypes<typeof stateOrderTypes>['AssetState']

/** The names of the forms: an order by itself, or with what one kind of trade needs besides. */
export const orderForms = ['order', 'bundle', 'trait-offer', 'state-order', 'voucher-order'] as const
export type OrderFormName = (typeof orderForms)[number]

/** What a maker signs. */
export type OrderForm =
  | { form: 'order'; order: Order }
  | { form: 'bundle'; order: Order; items: readonly Item[] }
  | { form: 'trait-offer'; order: Order; trait: Trait }
  | { form: 'state-order'; order: Order; state: AssetState }
  | { form: 'voucher-order'; order: Order; voucher: Voucher }

/** The typed data of a form without its domain. */
export function formData(form: OrderForm) {
  switch (form.form) {
    case 'order':
      return { types: orderTypes, primaryType: 'Order', message: form.order } as const
    case 'bundle':
      return { types: bundleTypes, primaryType: 'Bundle', message: { order: form.order, items: form.items } } as const
    case 'trait-offer':
      return { types: traitOfferTypes, primaryType: 'TraitOffer', message: { order: form.order, trait: form.trait } } as const
    case 'state-order':
      return { types: stateOrderTypes, primaryType: 'StateOrder', message: { order: form.order, state: form.state } } as const
    case 'voucher-order':
      return { types: voucherOrderTypes, primaryType: 'VoucherOrder', message: { order: form.order, voucher: form.voucher } } as const
  }
}

/** Each form is a literal of its own types; viem's generics do not follow a union of them. */
export type AnyTypedData = {
  types: Record<string, readonly { name: string; type: string }[]>
  primaryType: string
  message: Record<string, unknown>
}

/** Everything a wallet needs to sign a form. */
export const formTypedData = (chainId: number, market: Address, form: OrderForm) => ({
  domain: marketDomain(chainId, market),
  ...(formData(form) as AnyTypedData),
})

/** The id of a form: its EIP-712 hash. For an order by itself that of the order. */
export const hashForm = (chainId: number, market: Address, form: OrderForm): Hex => hashTypedData(formTypedData(chainId, market, form))

/** EIP-712 `hashStruct` of a form, which does not depend on the market: a leaf of a bulk signature. */
export function structHashOf(form: OrderForm): Hex {
  const { types, primaryType, message } = formData(form) as AnyTypedData
  return hashStruct({ types, primaryType, data: message })
}

/** The tokens that a form names, whose owners decide about it. None of a collection or trait offer, and none of a voucher. */
export function itemsOf(form: OrderForm): readonly Item[] {
  const { collection, tokenId, quantity, kind } = form.order
  if (form.form === 'bundle') return form.items
  if (form.form === 'trait-offer' || form.form === 'voucher-order' || orderKinds[kind] === 'collection-offer') return []
  return [{ collection, tokenId, quantity }]
}
