import type { TypedDataToPrimitiveTypes } from 'abitype'
import { type Address, concat, encodePacked, type Hex, hashStruct, hashTypedData, keccak256, toHex } from 'viem'
import { voucherTypes } from '../tokens/voucher.ts'
import { marketDomain, type Order, orderTypes } from './order.ts'

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
/** A token that its creator signed and that is minted when it is bought. */
export type Voucher = TypedDataToPrimitiveTypes<typeof voucherOrderTypes>['Voucher']

/** What a maker signs: an order by itself, or with what one kind of trade needs besides. */
export type OrderForm =
  | { form: 'order'; order: Order }
  | { form: 'bundle'; order: Order; items: readonly Item[] }
  | { form: 'trait-offer'; order: Order; trait: Trait }
  | { form: 'state-order'; order: Order; state: AssetState }
  | { form: 'voucher-order'; order: Order; voucher: Voucher }
export const orderForms = ['order', 'bundle', 'trait-offer', 'state-order', 'voucher-order'] as const

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

// Each form is a literal of its own types; viem's generics do not follow a union of them.
type AnyTypedData = { types: Record<string, readonly { name: string; type: string }[]>; primaryType: string; message: Record<string, unknown> }

/** Everything a wallet needs to sign a form. */
export const formTypedData = (chainId: number, market: Address, form: OrderForm) => ({
  domain: marketDomain(chainId, market),
  ...(formData(form) as AnyTypedData),
})

/** The id of a form: its EIP-712 hash. For an order by itself that of the order. */
export const hashForm = (chainId: number, market: Address, form: OrderForm): Hex => hashTypedData(formTypedData(chainId, market, form))

// Bulk signatures: one signature for up to 1,024 messages of one type.

/** Most levels of a bulk signature's tree. */
export const MAX_BULK_HEIGHT = 10
/** Last bytes of a bulk signature. Mirrors `BulkSignatureLib.MARK`. */
export const BULK_MARK: Hex = keccak256(toHex('Daedal bulk signature')).slice(0, 10) as Hex

type BulkForm = Extract<OrderForm, { form: 'order' | 'voucher-order' }>

/** The typed data that signs several orders at once, of one form. The tree is filled up with its last member. */
export function bulkTypedData(chainId: number, market: Address, forms: readonly BulkForm[]) {
  const [first] = forms
  if (!first || forms.length > 1 << MAX_BULK_HEIGHT) throw new RangeError(`A bulk signature is for 1 to ${1 << MAX_BULK_HEIGHT} orders: ${forms.length}`)
  if (forms.some(({ form }) => form !== first.form)) throw new TypeError('A bulk signature is for orders of one form')
  const height = Math.max(1, Math.ceil(Math.log2(forms.length)))
  const { types, primaryType } = formData(first) as AnyTypedData
  const messages = forms.map((form) => (formData(form) as AnyTypedData).message)
  while (messages.length < 1 << height) messages.push(messages.at(-1) as Record<string, unknown>)
  let tree: unknown[] = messages
  while (tree.length > 2) tree = Array.from({ length: tree.length / 2 }, (_, n) => tree.slice(2 * n, 2 * n + 2))
  const name = `Bulk${primaryType}`
  return {
    domain: marketDomain(chainId, market),
    types: { [name]: [{ name: 'tree', type: `${primaryType}${'[2]'.repeat(height)}` }], ...types },
    primaryType: name,
    message: { tree },
  }
}

/** The signature of each order from the one signature of {@link bulkTypedData}, in the order of `forms`. */
export function bulkSignatures(forms: readonly BulkForm[], signature: Hex): Hex[] {
  const height = Math.max(1, Math.ceil(Math.log2(forms.length)))
  const leaves = forms.map((form) => {
    const { types, primaryType, message } = formData(form) as AnyTypedData
    return hashStruct({ types, primaryType, data: message })
  })
  while (leaves.length < 1 << height) leaves.push(leaves.at(-1) as Hex)
  const levels = [leaves]
  while ((levels.at(-1) as Hex[]).length > 1) {
    const below = levels.at(-1) as Hex[]
    levels.push(Array.from({ length: below.length / 2 }, (_, n) => keccak256(concat([below[2 * n] as Hex, below[2 * n + 1] as Hex]))))
  }
  return forms.map((_, index) => {
    const proof = levels.slice(0, height).map((level, depth) => level[(index >> depth) ^ 1] as Hex)
    return concat([signature, ...proof, encodePacked(['uint16', 'uint8'], [index, height]), BULK_MARK])
  })
}

// Traits: a Merkle tree of token ids.

const leafOf = (tokenId: bigint): Hex => keccak256(keccak256(toHex(tokenId, { size: 32 })))
const nodeOf = (a: Hex, b: Hex): Hex => keccak256(concat(BigInt(a) < BigInt(b) ? [a, b] : [b, a]))

function traitLevels(tokenIds: readonly bigint[]): Hex[][] {
  if (tokenIds.length === 0) throw new RangeError('A trait has at least one token')
  const leaves = [...new Set(tokenIds)].sort((a, b) => (a < b ? -1 : 1)).map(leafOf)
  const height = Math.ceil(Math.log2(leaves.length))
  while (leaves.length < 1 << height) leaves.push(leaves.at(-1) as Hex)
  const levels = [leaves]
  while ((levels.at(-1) as Hex[]).length > 1) {
    const below = levels.at(-1) as Hex[]
    levels.push(Array.from({ length: below.length / 2 }, (_, n) => nodeOf(below[2 * n] as Hex, below[2 * n + 1] as Hex)))
  }
  return levels
}

/** The trait of all tokens with the ids. */
export function traitOf(tokenIds: readonly bigint[]): Trait {
  const levels = traitLevels(tokenIds)
  return { root: levels.at(-1)?.[0] as Hex, height: levels.length - 1 }
}

/** Siblings from the token's leaf to the root; null when the token does not have the trait. */
export function traitProof(tokenIds: readonly bigint[], tokenId: bigint): Hex[] | null {
  const levels = traitLevels(tokenIds)
  const index = (levels[0] as Hex[]).indexOf(leafOf(tokenId))
  if (index < 0) return null
  return levels.slice(0, -1).map((level, depth) => level[(index >> depth) ^ 1] as Hex)
}
