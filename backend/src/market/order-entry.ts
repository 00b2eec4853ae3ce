import { orderKinds } from '@daedal/protocol/market/order'
import type { LogDraft, Position } from '../tokens/ports.ts'
import { assetOfRow, type OrderRow } from './order-row.ts'

/** What the event log says of a change of an order. */
export function orderEntry(chainId: number, type: LogDraft['type'], order: OrderRow, at: Position | null = null, id?: string): LogDraft {
  // One event can end many orders.
  const own = id ?? (at ? `${chainId}:${at.blockHash}:${at.logIndex}:${type}:${order.hash}` : undefined)
  return {
    ...(own === undefined ? {} : { id: own }),
    type,
    asset: assetOfRow(chainId, order),
    accounts: [order.maker, ...(order.owner && order.owner !== order.maker ? [order.owner] : [])],
    data: {
      orderHash: order.hash,
      form: order.form,
      kind: orderKinds[order.kind],
      from: order.maker,
      price: order.price,
      currency: order.currency,
      ...(order.quantity === '0' ? {} : { quantity: order.quantity }),
      ...(order.reason === null ? {} : { reason: order.reason }),
    },
    at,
  }
}
