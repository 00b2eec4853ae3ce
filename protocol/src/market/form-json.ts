import Type, { type Static } from 'typebox'
import { Address, Hex32, UintString } from '../scalars.ts'
import { VoucherJson, voucherFromJson, voucherToJson } from '../tokens/voucher.ts'
import type { AssetState, Item, OrderForm, Trait } from './forms.ts'
import { MAX_BUNDLE, OrderJson, orderFromJson, orderToJson } from './order.ts'
import { MAX_TRAIT_HEIGHT } from './trait.ts'

/** One part of a bundle as JSON. */
export const ItemJson = Type.Object(
  { collection: Address, tokenId: UintString, quantity: UintString },
  { additionalProperties: false, description: 'One part of a bundle; quantity "0" for an ERC-721 token' },
)
export type ItemJson = Static<typeof ItemJson>
export const ItemsJson = Type.Array(ItemJson, { minItems: 1, maxItems: MAX_BUNDLE })

/** Root and height of a Merkle tree of token ids. */
export const TraitJson = Type.Object(
  { root: Hex32, height: Type.Integer({ minimum: 0, maximum: MAX_TRAIT_HEIGHT }) },
  { additionalProperties: false, description: 'Merkle tree of token ids: leaves are hashed twice, pairs are sorted' },
)
/** A state of a token: who answers for it, and what it must answer. */
export const StateJson = Type.Object({ source: Address, value: Hex32 }, { additionalProperties: false })

/** What one kind of trade needs beside the order; which of it is there follows from the form. */
export const formParts = {
  items: Type.Optional(ItemsJson),
  trait: Type.Optional(TraitJson),
  state: Type.Optional(StateJson),
  voucher: Type.Optional(VoucherJson),
}

/** A form as JSON; an order by itself may leave its name out. */
export const FormJson = Type.Union([
  Type.Object({ form: Type.Optional(Type.Literal('order')), order: OrderJson }, { additionalProperties: false }),
  Type.Object({ form: Type.Literal('bundle'), order: OrderJson, items: ItemsJson }, { additionalProperties: false }),
  Type.Object({ form: Type.Literal('trait-offer'), order: OrderJson, trait: TraitJson }, { additionalProperties: false }),
  Type.Object({ form: Type.Literal('state-order'), order: OrderJson, state: StateJson }, { additionalProperties: false }),
  Type.Object({ form: Type.Literal('voucher-order'), order: OrderJson, voucher: VoucherJson }, { additionalProperties: false }),
])
export type FormJson = Static<typeof FormJson>

/** Items of a bundle from JSON. Throws RangeError when a number does not fit its Solidity type. */
export const itemsFromJson = (items: readonly ItemJson[]): Item[] =>
  items.map(({ collection, tokenId, quantity }) => {
    const item = { collection, tokenId: BigInt(tokenId), quantity: BigInt(quantity) }
    if (item.tokenId >= 1n << 256n) throw new RangeError(`items.tokenId does not fit uint256: ${tokenId}`)
    if (item.quantity >= 1n << 128n) throw new RangeError(`items.quantity does not fit uint128: ${quantity}`)
    return item
  })

/** Form to JSON. */
export function formToJson(form: OrderForm) {
  const order = orderToJson(form.order)
  switch (form.form) {
    case 'order':
      return { form: 'order', order } as const
    case 'bundle':
      return {
        form: 'bundle',
        order,
        items: form.items.map(({ collection, tokenId, quantity }) => ({
          collection,
          tokenId: tokenId.toString(),
          quantity: quantity.toString(),
        })),
      } as const
    case 'trait-offer':
      return { form: 'trait-offer', order, trait: { root: form.trait.root, height: form.trait.height } satisfies Trait } as const
    case 'state-order':
      return { form: 'state-order', order, state: { source: form.state.source, value: form.state.value } satisfies AssetState } as const
    case 'voucher-order':
      return { form: 'voucher-order', order, voucher: voucherToJson(form.voucher) } as const
  }
}

/** What is read besides the order, wherever a form stands in a larger answer. */
type LooseForm = {
  form?: OrderForm['form'] | undefined
  order: OrderJson
  items?: readonly ItemJson[] | undefined
  trait?: Static<typeof TraitJson> | undefined
  state?: Static<typeof StateJson> | undefined
  voucher?: VoucherJson | undefined
}

/** JSON to form. The caller has validated it; throws RangeError when a number does not fit its Solidity type or a part is missing. */
export function formFromJson(json: LooseForm): OrderForm {
  const order = orderFromJson(json.order)
  const missing = (part: string): never => {
    throw new RangeError(`a ${json.form} needs ${part}`)
  }
  switch (json.form) {
    case 'bundle':
      return { form: 'bundle', order, items: itemsFromJson(json.items ?? missing('items')) }
    case 'trait-offer':
      return { form: 'trait-offer', order, trait: json.trait ?? missing('a trait') }
    case 'state-order':
      return { form: 'state-order', order, state: json.state ?? missing('a state') }
    case 'voucher-order':
      return { form: 'voucher-order', order, voucher: voucherFromJson(json.voucher ?? missing('a voucher')) }
    default:
      return { form: 'order', order }
  }
}
