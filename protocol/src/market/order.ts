import type { TypedDataToPrimitiveTypes } from 'abitype'
import Type, { type Static } from 'typebox'
import { type Address, type Hex, hashTypedData } from 'viem'
import { Address as AddressSchema, UintString, WeiString } from '../scalars.ts'
import { requireFit } from './require-fit.ts'

/** The signed kinds of order, in the order of the Solidity enum `OrderKind`. */
export const orderKinds = ['listing', 'offer', 'collection-offer'] as const
export type OrderKind = (typeof orderKinds)[number]

/** What a maker signs (EIP-712). Mirrors `contracts/market/types/Order.sol`, field by field. */
export const orderTypes = {
  Order: [
    { name: 'kind', type: 'uint8' },
    { name: 'maker', type: 'address' },
    { name: 'taker', type: 'address' },
    { name: 'collection', type: 'address' },
    { name: 'tokenId', type: 'uint256' },
    { name: 'quantity', type: 'uint128' },
    { name: 'currency', type: 'address' },
    { name: 'price', type: 'uint128' },
    { name: 'endPrice', type: 'uint128' },
    { name: 'startTime', type: 'uint64' },
    { name: 'endTime', type: 'uint64' },
    { name: 'maxFeeBps', type: 'uint16' },
    { name: 'maxRoyaltyBps', type: 'uint16' },
    { name: 'nonce', type: 'uint256' },
  ],
} as const

/** A signed offer to sell (`kind` 0), to buy one token (`kind` 1) or to buy any of a collection (`kind` 2). */
export type Order = TypedDataToPrimitiveTypes<typeof orderTypes>['Order']

/** The EIP-712 domain of a Market deployment. */
export const marketDomain = (chainId: number, market: Address) =>
  ({ name: 'Daedal Market', version: '1', chainId, verifyingContract: market }) as const

/** Whether the maker sells. */
export const isListing = (order: Pick<Order, 'kind'>): boolean => orderKinds[order.kind] === 'listing'

/** Everything a wallet needs to sign an order. */
export const orderTypedData = (chainId: number, market: Address, order: Order) =>
  ({ domain: marketDomain(chainId, market), types: orderTypes, primaryType: 'Order', message: order }) as const

/** The order's id: its EIP-712 hash. */
export const hashOrder = (chainId: number, market: Address, order: Order): Hex => hashTypedData(orderTypedData(chainId, market, order))

/** Highest protocol fee the Market can ever take, basis points. */
export const MAX_FEE_BPS = 500
/** Highest royalty the Market pays, basis points. */
export const MAX_ROYALTY_BPS = 1_000
/** Currency address that stands for native ether. */
export const NATIVE_CURRENCY: Address = '0x0000000000000000000000000000000000000000'
/** Taker address that stands for anyone. */
export const ANYONE: Address = '0x0000000000000000000000000000000000000000'

/** Most items of a bundle, and most orders of a sweep. */
export const MAX_BUNDLE = 30
export const MAX_SWEEP = 50

/** An order as JSON: big numbers are decimal strings, times are unix seconds as strings. */
export const OrderJson = Type.Object(
  {
    kind: Type.Integer({ minimum: 0, maximum: orderKinds.length - 1, description: '0 listing, 1 offer, 2 collection offer' }),
    maker: AddressSchema,
    taker: AddressSchema,
    collection: AddressSchema,
    tokenId: UintString,
    quantity: UintString,
    currency: AddressSchema,
    price: WeiString,
    endPrice: WeiString,
    startTime: UintString,
    endTime: UintString,
    maxFeeBps: Type.Integer({ minimum: 0, maximum: 10_000 }),
    maxRoyaltyBps: Type.Integer({ minimum: 0, maximum: 10_000 }),
    nonce: UintString,
  },
  { additionalProperties: false, description: 'A signed order, see contracts/market/types/Order.sol' },
)
export type OrderJson = Static<typeof OrderJson>

/** Order to JSON. */
export const orderToJson = (order: Order): OrderJson => ({
  ...order,
  tokenId: order.tokenId.toString(),
  quantity: order.quantity.toString(),
  price: order.price.toString(),
  endPrice: order.endPrice.toString(),
  startTime: order.startTime.toString(),
  endTime: order.endTime.toString(),
  nonce: order.nonce.toString(),
})

/** JSON to order. The caller has validated it against {@link OrderJson}; throws RangeError when a number does not fit its Solidity type. */
export function orderFromJson(json: OrderJson): Order {
  const order = {
    ...json,
    tokenId: BigInt(json.tokenId),
    quantity: BigInt(json.quantity),
    price: BigInt(json.price),
    endPrice: BigInt(json.endPrice),
    startTime: BigInt(json.startTime),
    endTime: BigInt(json.endTime),
    nonce: BigInt(json.nonce),
  }
  requireFit(orderTypes.Order, order)
  return order
}
