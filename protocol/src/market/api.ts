import Type, { type Static } from 'typebox'
import { Address, Cursor, Hex32, HexBytes, nullable, pageOf, Timestamp, UintString, WeiString } from '../scalars.ts'
import { OrderJson, orderKinds } from './order.ts'
import { PriceSplit } from './price.ts'

/** States of an order. Only `active` can be filled. */
export const orderStates = ['pending', 'active', 'inactive', 'filled', 'expired', 'cancelled'] as const
export const OrderState = Type.Union(orderStates.map((state) => Type.Literal(state)))
export type OrderState = (typeof orderStates)[number]

/** Why an order stands where it stands. Codes are those of `errors/codes.ts`. */
export const OrderStatus = Type.Object({
  state: Type.Unsafe<OrderState>(Type.String({ enum: [...orderStates] })),
  reason: nullable(Type.String({ description: 'Error code that says why the order cannot be filled; null when it can or was' })),
  detail: nullable(Type.String({ description: 'One English sentence with the values' })),
  transactionHash: nullable(Hex32),
  checkedAtBlock: Type.Integer({ minimum: 0 }),
})
export type OrderStatus = Static<typeof OrderStatus>

/** An order in the book, with everything that is needed to fill it without us. */
export const OrderView = Type.Object({
  hash: Hex32,
  kind: Type.Unsafe<(typeof orderKinds)[number]>(Type.String({ enum: [...orderKinds] })),
  order: OrderJson,
  signature: HexBytes,
  status: OrderStatus,
  split: PriceSplit,
  asset: Type.String({ description: 'CAIP-19 id' }),
  createdAt: Timestamp,
})
export type OrderView = Static<typeof OrderView>

export const OrderPage = pageOf(OrderView)
export type OrderPage = Static<typeof OrderPage>

/** `GET /v1/orders` */
export const OrderQuery = Type.Object(
  {
    collection: Type.Optional(Address),
    tokenId: Type.Optional(UintString),
    maker: Type.Optional(Address),
    owner: Type.Optional(Address),
    kind: Type.Optional(Type.Unsafe<(typeof orderKinds)[number]>(Type.String({ enum: [...orderKinds] }))),
    state: Type.Optional(Type.Unsafe<OrderState>(Type.String({ enum: [...orderStates] }))),
    cursor: Type.Optional(Cursor),
    limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 100, default: 24 })),
  },
  { additionalProperties: false },
)
export type OrderQuery = Static<typeof OrderQuery>

/** `POST /v1/orders` */
export const PublishOrder = Type.Object({ order: OrderJson, signature: HexBytes }, { additionalProperties: false })
export type PublishOrder = Static<typeof PublishOrder>

/** A transaction for the wallet to send. Amounts in wei. */
export const TransactionRequest = Type.Object({ to: Address, data: HexBytes, value: WeiString })
export type TransactionRequest = Static<typeof TransactionRequest>

/** Steps a person goes through; each is named in the dialog. */
export const Step = Type.Union([
  Type.Object({ type: Type.Literal('wrap'), transaction: TransactionRequest, amount: WeiString }),
  Type.Object({ type: Type.Literal('approve'), transaction: TransactionRequest, spender: Address, amount: nullable(WeiString) }),
  Type.Object({
    type: Type.Literal('sign'),
    typedData: Type.Unknown({ description: 'EIP-712 typed data as JSON, for eth_signTypedData_v4' }),
  }),
  Type.Object({ type: Type.Literal('send'), transaction: TransactionRequest }),
])
export type Step = Static<typeof Step>

/** `POST /v1/orders/prepare`: what to sign for a listing or an offer. */
export const PrepareOrder = Type.Object(
  {
    kind: Type.Unsafe<(typeof orderKinds)[number]>(Type.String({ enum: [...orderKinds] })),
    maker: Address,
    taker: Type.Optional(Address),
    collection: Address,
    tokenId: UintString,
    price: WeiString,
    endTime: Type.Optional(UintString),
    durationSeconds: Type.Optional(Type.Integer({ minimum: 60, maximum: 31_536_000, default: 604_800 })),
  },
  { additionalProperties: false },
)
export type PrepareOrder = Static<typeof PrepareOrder>
export const PreparedOrder = Type.Object({ order: OrderJson, hash: Hex32, split: PriceSplit, steps: Type.Array(Step) })
export type PreparedOrder = Static<typeof PreparedOrder>

/** `POST /v1/orders/fulfillment`: what to send to fill an order. */
export const FulfillOrder = Type.Object({ hash: Hex32, filler: Address }, { additionalProperties: false })
export type FulfillOrder = Static<typeof FulfillOrder>
export const Fulfillment = Type.Object({
  hash: Hex32,
  fulfillable: Type.Boolean(),
  reason: nullable(Type.String()),
  detail: nullable(Type.String()),
  split: PriceSplit,
  estimatedGas: nullable(UintString),
  gasPriceWei: nullable(WeiString),
  steps: Type.Array(Step),
})
export type Fulfillment = Static<typeof Fulfillment>

/** `POST /v1/orders/cancellation`: what to send to cancel one order or all of a maker's orders. */
export const CancelOrders = Type.Object(
  { maker: Address, hash: Type.Optional(Hex32), all: Type.Optional(Type.Boolean()) },
  { additionalProperties: false },
)
export type CancelOrders = Static<typeof CancelOrders>
export const Cancellation = Type.Object({ steps: Type.Array(Step) })
export type Cancellation = Static<typeof Cancellation>
