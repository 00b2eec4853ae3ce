import Type, { type Static } from 'typebox'
import {
  Address,
  AmountString,
  Cursor,
  described,
  Hex32,
  HexBytes,
  nullable,
  pageOf,
  Timestamp,
  UintString,
  WeiString,
} from '../scalars.ts'
import { VoucherJson } from '../tokens/voucher.ts'
import { formParts, ItemsJson, StateJson, TraitJson } from './form-json.ts'
import { type OrderFormName, orderForms } from './forms.ts'
import { MAX_SWEEP, OrderJson, orderKinds } from './order.ts'
import { PriceSplit } from './price.ts'
import { MAX_TRAIT_HEIGHT, MAX_TRAIT_TOKENS } from './trait.ts'

/** States of an order. Only `active` can be filled. */
export const orderStates = ['pending', 'active', 'inactive', 'filled', 'expired', 'cancelled'] as const
export const OrderState = Type.Union(orderStates.map((state) => Type.Literal(state)))
export type OrderState = (typeof orderStates)[number]

const Kind = Type.Unsafe<(typeof orderKinds)[number]>(Type.String({ enum: [...orderKinds] }))
const FormName = Type.Unsafe<OrderFormName>(
  Type.String({ enum: [...orderForms], description: 'What was signed: an order by itself, or with what one kind of trade needs besides' }),
)
const TokenIds = Type.Array(UintString, { minItems: 1, maxItems: MAX_TRAIT_TOKENS, description: 'Every token that has the trait' })

/** Why an order stands where it stands. Codes are those of `errors/codes.ts`. */
export const OrderStatus = Type.Object({
  state: Type.Unsafe<OrderState>(Type.String({ enum: [...orderStates] })),
  reason: nullable(Type.String({ description: 'Error code that says why the order cannot be filled; null when it can or was' })),
  detail: nullable(Type.String({ description: 'One English sentence with the values' })),
  transactionHash: nullable(Hex32),
  checkedAtBlock: Type.Integer({ minimum: 0 }),
})
export type OrderStatus = Static<typeof OrderStatus>

/** Units of an ERC-1155 order, which may be filled in parts. */
export const OrderUnits = Type.Object({
  filled: UintString,
  remaining: described(UintString, 'Signed and not filled'),
  available: described(UintString, 'Of those, what the maker could give or pay when it was last checked'),
})
export type OrderUnits = Static<typeof OrderUnits>

/** An order in the book, with everything that is needed to fill it without us. */
export const OrderView = Type.Object({
  hash: Hex32,
  form: FormName,
  kind: Kind,
  order: OrderJson,
  ...formParts,
  signature: HexBytes,
  status: OrderStatus,
  price: described(WeiString, 'What the buyer pays at the moment of the answer: for the token, one unit or the bundle'),
  split: PriceSplit,
  units: nullable(OrderUnits),
  asset: nullable(Type.String({ description: 'CAIP-19 id; null when the order names no single token' })),
  createdAt: Timestamp,
})
export type OrderView = Static<typeof OrderView>

export const OrderPage = pageOf(OrderView)
export type OrderPage = Static<typeof OrderPage>

/** Orders of a list. `price` has the cheapest listings and the highest offers first, at the time of the first page. */
export const orderSorts = ['newest', 'price'] as const

/** `GET /v1/orders` */
export const OrderQuery = Type.Object(
  {
    collection: Type.Optional(Address),
    tokenId: Type.Optional(UintString),
    fits: Type.Optional(
      Type.Boolean({
        description:
          'With collection and tokenId: also bundles with the token, and offers that it can be given for: to the collection or a trait',
      }),
    ),
    traitRoot: Type.Optional(Hex32),
    maker: Type.Optional(Address),
    owner: Type.Optional(Address),
    kind: Type.Optional(Kind),
    form: Type.Optional(FormName),
    currency: Type.Optional(Address),
    state: Type.Optional(Type.Unsafe<OrderState>(Type.String({ enum: [...orderStates] }))),
    sort: Type.Optional(Type.Unsafe<(typeof orderSorts)[number]>(Type.String({ enum: [...orderSorts], default: 'newest' }))),
    cursor: Type.Optional(Cursor),
    limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 100, default: 24 })),
  },
  { additionalProperties: false },
)
export type OrderQuery = Static<typeof OrderQuery>

/** `GET /v1/orders/best`: what a token, a collection or a trait can be had or given for, of what anyone may fill now. */
export const BestQuery = Type.Object(
  { collection: Address, tokenId: Type.Optional(UintString), traitRoot: Type.Optional(Hex32), currency: Type.Optional(Address) },
  { additionalProperties: false },
)
export type BestQuery = Static<typeof BestQuery>
export const BestOrders = Type.Object({
  listing: nullable(OrderView),
  offer: nullable(OrderView),
  collectionOffer: nullable(OrderView),
  traitOffer: nullable(OrderView),
  basis: Type.Object(
    { listing: nullable(Address), offer: Address },
    { description: 'Currency of each; null stands for ether and wrapped ether' },
  ),
})
export type BestOrders = Static<typeof BestOrders>

const signed = { order: OrderJson, signature: HexBytes }
const exact = { additionalProperties: false } as const

/** `POST /v1/orders`. A trait offer may name all of its tokens, so that anyone can give one without bringing a proof. */
export const PublishOrder = Type.Union([
  Type.Object({ form: Type.Optional(Type.Literal('order')), ...signed }, exact),
  Type.Object({ form: Type.Literal('bundle'), items: ItemsJson, ...signed }, exact),
  Type.Object({ form: Type.Literal('trait-offer'), trait: TraitJson, tokenIds: Type.Optional(TokenIds), ...signed }, exact),
  Type.Object({ form: Type.Literal('state-order'), state: StateJson, ...signed }, exact),
  Type.Object({ form: Type.Literal('voucher-order'), voucher: VoucherJson, ...signed }, exact),
])
export type PublishOrder = Static<typeof PublishOrder>

/** A transaction for the wallet to send. Amounts in wei. */
export const TransactionRequest = Type.Object({ to: Address, data: HexBytes, value: AmountString })
export type TransactionRequest = Static<typeof TransactionRequest>

/** Steps a person goes through; each is named in the dialog. */
export const Step = Type.Union([
  Type.Object({ type: Type.Literal('wrap'), transaction: TransactionRequest, amount: AmountString }),
  Type.Object({ type: Type.Literal('approve'), transaction: TransactionRequest, spender: Address, amount: nullable(AmountString) }),
  Type.Object({
    type: Type.Literal('sign'),
    typedData: Type.Unknown({ description: 'EIP-712 typed data as JSON, for eth_signTypedData_v4' }),
  }),
  Type.Object({ type: Type.Literal('send'), transaction: TransactionRequest }),
])
export type Step = Static<typeof Step>

/** `POST /v1/orders/prepare`: what to sign for an order of any form. What a form needs besides is refused with the others. */
export const PrepareOrder = Type.Object(
  {
    form: Type.Optional(FormName),
    kind: Kind,
    maker: Address,
    taker: Type.Optional(Address),
    collection: Type.Optional(described(Address, 'Left out for a bundle, whose items name theirs')),
    tokenId: Type.Optional(UintString),
    quantity: Type.Optional(described(UintString, 'Units of an ERC-1155 token')),
    currency: Type.Optional(described(Address, 'Ether for a listing and wrapped ether for an offer when left out')),
    price: described(WeiString, 'For the token, each unit, or the bundle'),
    endPrice: Type.Optional(described(WeiString, 'The same at the end, for a price that falls or rises')),
    startTime: Type.Optional(UintString),
    endTime: Type.Optional(UintString),
    durationSeconds: Type.Optional(Type.Integer({ minimum: 60, maximum: 31_536_000, default: 604_800 })),
    items: Type.Optional(ItemsJson),
    tokenIds: Type.Optional(TokenIds),
    stateSource: Type.Optional(described(Address, 'Who answers for the state that the token must stay in')),
    voucher: Type.Optional(VoucherJson),
  },
  { additionalProperties: false },
)
export type PrepareOrder = Static<typeof PrepareOrder>
export const PreparedOrder = Type.Object({
  form: FormName,
  order: OrderJson,
  ...formParts,
  hash: Hex32,
  split: PriceSplit,
  steps: Type.Array(Step),
})
export type PreparedOrder = Static<typeof PreparedOrder>

/** The body that publishes what was prepared, once it is signed. */
export function publishBody(
  { form, order, items, trait, state, voucher }: Pick<PreparedOrder, 'form' | 'order' | 'items' | 'trait' | 'state' | 'voucher'>,
  signature: `0x${string}`,
  tokenIds?: string[],
): PublishOrder {
  const parts = { items, trait, state, voucher, tokenIds }
  const given = Object.fromEntries(Object.entries(parts).filter(([, value]) => value !== undefined))
  return { form, order, ...given, signature } as PublishOrder
}

/** An allowance that the owner of a currency signed, submitted in the transaction that needs it. */
export const PermitJson = Type.Union([
  Type.Object(
    {
      type: Type.Literal('erc2612'),
      value: UintString,
      deadline: UintString,
      signature: Type.Unsafe<`0x${string}`>(Type.String({ pattern: '^0x[0-9a-fA-F]{130}$', description: '65 bytes: r, s, v' })),
    },
    exact,
  ),
  Type.Object(
    {
      type: Type.Literal('permit2'),
      amount: UintString,
      expiration: UintString,
      nonce: UintString,
      sigDeadline: UintString,
      signature: HexBytes,
    },
    exact,
  ),
])
export type PermitJson = Static<typeof PermitJson>

/** `POST /v1/orders/fulfillment`: what to send to fill an order. */
export const FulfillOrder = Type.Object(
  {
    hash: Hex32,
    filler: Address,
    tokenId: Type.Optional(described(UintString, 'The token that is given for an offer to a collection or trait')),
    quantity: Type.Optional(described(UintString, 'Units of an ERC-1155 order; one when left out')),
    proof: Type.Optional(
      Type.Array(Hex32, { maxItems: MAX_TRAIT_HEIGHT, description: 'That the token has the trait, when the book does not know' }),
    ),
    limit: Type.Optional(
      described(AmountString, 'Most that is paid for a listing, least that is received for an offer; what is shown when left out'),
    ),
    permit: Type.Optional(PermitJson),
  },
  { additionalProperties: false },
)
export type FulfillOrder = Static<typeof FulfillOrder>
export const Fulfillment = Type.Object({
  hash: Hex32,
  fulfillable: Type.Boolean(),
  reason: nullable(Type.String()),
  detail: nullable(Type.String()),
  split: PriceSplit,
  limit: nullable(described(AmountString, 'What the transaction names as the worst price; null when the price is fixed')),
  estimatedGas: nullable(UintString),
  gasPriceWei: nullable(WeiString),
  steps: Type.Array(Step),
})
export type Fulfillment = Static<typeof Fulfillment>

/** `POST /v1/orders/sweep`: what to send to buy of several listings in one currency. */
export const SweepOrders = Type.Object(
  {
    filler: Address,
    purchases: Type.Array(Type.Object({ hash: Hex32, quantity: Type.Optional(UintString) }, exact), { minItems: 1, maxItems: MAX_SWEEP }),
    maxSpend: Type.Optional(described(AmountString, 'Most that is spent; the sum of the prices when left out')),
    minFilled: Type.Optional(
      Type.Integer({ minimum: 0, maximum: MAX_SWEEP, default: 1, description: 'Reverts when fewer can be filled then' }),
    ),
    permit: Type.Optional(PermitJson),
  },
  exact,
)
export type SweepOrders = Static<typeof SweepOrders>
export const Sweep = Type.Object({
  fulfillable: Type.Array(Type.Object({ hash: Hex32, split: PriceSplit })),
  unfulfillable: Type.Array(Type.Object({ hash: Hex32, reason: nullable(Type.String()), detail: nullable(Type.String()) })),
  currency: nullable(Address),
  maxSpend: AmountString,
  estimatedGas: nullable(UintString),
  gasPriceWei: nullable(WeiString),
  steps: Type.Array(Step),
})
export type Sweep = Static<typeof Sweep>

/** `POST /v1/orders/cancellation`: what to send to cancel one order or all of a maker's orders. */
export const CancelOrders = Type.Object(
  { maker: Address, hash: Type.Optional(Hex32), all: Type.Optional(Type.Boolean()) },
  { additionalProperties: false },
)
export type CancelOrders = Static<typeof CancelOrders>
export const Cancellation = Type.Object({ steps: Type.Array(Step) })
export type Cancellation = Static<typeof Cancellation>
