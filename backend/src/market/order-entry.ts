import { assetRef } from '@daedal/protocol/chains/caip'
import { orderKinds } from '@daedal/protocol/market/order'
import type { LogDraft, Position } from '../tokens/ports.ts'
import type { OrderRow } from './order-row.ts'

/** What the event log says of a change of an order. */
export function orderEntry(chainId: number, type: LogDraft['type'], order: OrderRow, at: Position | null = null, id?: string): LogDraft {
  return {
    ...(id === undefined ? {} : { id }),
    type,
    asset: assetRef(chainId, order.collection, BigInt(order.tokenId)),
    accounts: [order.maker, ...(order.owner ? [order.owner] : [])],
    data: {
      orderHash: order.hash,
      kind: orderKinds[order.kind],
      from: order.maker,
      price: order.price,
      currency: order.currency,
      ...(order.reason === null ? {} : { reason: order.reason }),
    },
    at,
  }
}
