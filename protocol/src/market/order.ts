import type { TypedDataToPrimitiveTypes } from 'abitype'
import Type, { type Static } from 'typebox'
import { type Address, type Hex, hashTypedData } from 'viem'
import { Address as AddressSchema, UintString, WeiString } from '../scalars.ts'

/** The signed kinds of order, in the order of the Solidity enum `OrderKind`. */
export const orderKinds = ['listing', 'offer'] as const
export type OrderKind = (typeof orderKinds)[number]

/** What a maker signs (EIP-712). Mirrors `contracts/market/types/Order.sol`, field by field. */
export const orderTypes = {
  Order: [
    { name: 'kind', type: 'uint8' },
    { name: 'maker', type: 'address' },
    { name: 'taker', type: 'address' },
    { name: 'collection', type: 'address' },
    { name: 'tokenId', type: 'uint256' },
    { name: 'currency', type: 'address' },
    { name: 'price', type: 'uint128' },
    { name: 'startTime', type: 'uint64' },
    { name: 'endTime', type: 'uint64' },
    { name: 'maxFeeBps', type: 'uint16' },
    { name: 'maxRoyaltyBps', type: 'uint16' },
    { name: 'lane', type: 'uint64' },
    { name: 'bit', type: 'uint8' },
    { name: 'epoch', type: 'uint64' },
  ],
} as const

/** A signed offer to sell (`kind` 0) or to buy (`kind` 1) one token. */
export type Order = TypedDataToPrimitiveTypes<typeof orderTypes>['Order']

/** The EIP-712 domain of a Market deployment. */
export const marketDomain = (chainId: number, market: Address) =>
  ({ name: 'Daedal Market', version: '1', chainId, verifyingContract: market }) as const

/** Everything a wallet needs to sign an order. */
export const orderTypedData = (chainId: number, market: Address, order: Order) =>
  ({ domain: marketDomain(chainId, market), types: orderTypes, primaryType: 'Order', message: order }) as const

/** The order's id: its EIP-712 hash. */
export const hashOrder = (chainId: number, market: Address, order: Order): Hex => hashTypedData(orderTypedData(chainId, market, order))

/** Number of nonce bits in one lane. */
export const LANE_BITS = 192
/** Highest protocol fee the Market can ever take, basis points. */
export const MAX_FEE_BPS = 500
/** Highest royalty the Market pays, basis points. */
export const MAX_ROYALTY_BPS = 1_000
/** Currency address that stands for native ether. */
export const NATIVE_CURRENCY: Address = '0x0000000000000000000000000000000000000000'
/** Taker address that stands for anyone. */
export const ANYONE: Address = '0x0000000000000000000000000000000000000000'

/** An order as JSON: big numbers are decimal strings, times are unix seconds as strings. */
export const OrderJson = Type.Object(
  {
    kind: Type.Integer({ minimum: 0, maximum: orderKinds.length - 1, description: '0 listing, 1 offer' }),
    maker: AddressSchema,
    taker: AddressSchema,
    collection: AddressSchema,
    tokenId: UintString,
    currency: AddressSchema,
    price: WeiString,
    startTime: UintString,
    endTime: UintString,
    maxFeeBps: Type.Integer({ minimum: 0, maximum: 10_000 }),
    maxRoyaltyBps: Type.Integer({ minimum: 0, maximum: 10_000 }),
    lane: UintString,
    bit: Type.Integer({ minimum: 0, maximum: 255 }),
    epoch: UintString,
  },
  { additionalProperties: false, description: 'A signed order, see contracts/market/types/Order.sol' },
)
export type OrderJson = Static<typeof OrderJson>

/** Order to JSON. */
export const orderToJson = (order: Order): OrderJson => ({
  ...order,
  tokenId: order.tokenId.toString(),
  price: order.price.toString(),
  startTime: order.startTime.toString(),
  endTime: order.endTime.toString(),
  lane: order.lane.toString(),
  epoch: order.epoch.toString(),
})

/** JSON to order. The caller has validated it against {@link OrderJson}; throws RangeError when a number does not fit its Solidity type. */
export function orderFromJson(json: OrderJson): Order {
  const order = {
    ...json,
    tokenId: BigInt(json.tokenId),
    price: BigInt(json.price),
    startTime: BigInt(json.startTime),
    endTime: BigInt(json.endTime),
    lane: BigInt(json.lane),
    epoch: BigInt(json.epoch),
  }
  for (const { name, type } of orderTypes.Order) {
    if (!type.startsWith('uint')) continue
    const bits = BigInt(type.slice(4))
    if (BigInt(order[name]) >= 1n << bits) throw new RangeError(`${name} does not fit ${type}: ${order[name]}`)
  }
  return order
}
