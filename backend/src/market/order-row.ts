import { assetRef } from '@daedal/protocol/chains/caip'
import type { OrderView } from '@daedal/protocol/market/api'
import { type Order, orderKinds, orderToJson } from '@daedal/protocol/market/order'
import { type PriceSplit, shareOf } from '@daedal/protocol/market/price'
import { type Address, getAddress, type Hex } from 'viem'
import type { OrderFacts, Verdict } from './judge-order.ts'
import type { orders } from './tables.ts'

export type OrderRow = typeof orders.$inferSelect

const lower = (address: Address) => address.toLowerCase() as Address

/** The signed order of a row, exactly as it was signed. */
export const orderOfRow = (row: OrderRow): Order => ({
  kind: row.kind,
  maker: getAddress(row.maker),
  taker: getAddress(row.taker),
  collection: getAddress(row.collection),
  tokenId: BigInt(row.tokenId),
  currency: getAddress(row.currency),
  price: BigInt(row.price),
  startTime: BigInt(row.startTime),
  endTime: BigInt(row.endTime),
  maxFeeBps: row.maxFeeBps,
  maxRoyaltyBps: row.maxRoyaltyBps,
  lane: BigInt(row.lane),
  bit: row.bit,
  epoch: BigInt(row.epoch),
})

/** Columns of an order as it was signed. */
export const signedColumns = (order: Order, hash: Hex, signature: Hex) => ({
  hash,
  signature,
  kind: order.kind,
  maker: lower(order.maker),
  taker: lower(order.taker),
  collection: lower(order.collection),
  tokenId: order.tokenId.toString(),
  currency: lower(order.currency),
  price: order.price.toString(),
  startTime: order.startTime.toString(),
  endTime: order.endTime.toString(),
  maxFeeBps: order.maxFeeBps,
  maxRoyaltyBps: order.maxRoyaltyBps,
  lane: order.lane.toString(),
  bit: order.bit,
  epoch: order.epoch.toString(),
})

/** Columns of where an order stands. */
export const judgedColumns = (verdict: Verdict, facts: OrderFacts, block: number) => ({
  ...verdict,
  tx: null,
  checkedBlock: block,
  dirty: false,
  owner: facts.owner && lower(facts.owner),
  feeBps: facts.feeBps,
  royalty: facts.royalty.amount.toString(),
  royaltyReceiver: facts.royalty.receiver && lower(facts.royalty.receiver),
})

/** Where the price of an order goes when it is filled now. */
export function splitOf(price: bigint, feeBps: number, royalty: { receiver: Address | null; amount: bigint }): PriceSplit {
  const fee = shareOf(price, feeBps)
  return {
    price: price.toString(),
    seller: (price - fee - royalty.amount).toString(),
    royalty: royalty.amount.toString(),
    royaltyReceiver: royalty.receiver && getAddress(royalty.receiver),
    royaltyBps: price === 0n ? 0 : Number((royalty.amount * 10_000n + price / 2n) / price),
    fee: fee.toString(),
    feeBps,
  }
}

/** The public view of an order. */
export function orderView(chainId: number, row: OrderRow): OrderView {
  const order = orderOfRow(row)
  return {
    hash: row.hash,
    kind: orderKinds[row.kind] as (typeof orderKinds)[number],
    order: orderToJson(order),
    signature: row.signature,
    status: {
      state: row.state,
      reason: row.reason,
      detail: row.detail,
      transactionHash: row.closedTx ?? row.tx,
      checkedAtBlock: row.checkedBlock,
    },
    split: splitOf(order.price, row.feeBps, { receiver: row.royaltyReceiver, amount: BigInt(row.royalty) }),
    asset: assetRef(chainId, order.collection, order.tokenId),
    createdAt: row.createdAt.toISOString(),
  }
}
