import { assetRef } from '@daedal/protocol/chains/caip'
import { packNonce } from '@daedal/protocol/market/nonce'
import { partsOf } from '@daedal/protocol/market/price'
import { zeroAddress } from 'viem'
import type { ChainEvent, LogDraft, Transaction } from '../tokens/ports.ts'
import { royaltyPayments, sales } from './tables.ts'

/** A sale, and what it says before when it is of units. */
export type Fill = Extract<ChainEvent, { name: 'OrderFilled' | 'BundleFilled' }>
export type Units = Extract<ChainEvent, { name: 'UnitsFilled' }>

/** What was sold: each token with its part of the money. Of a bundle equal parts, the last with what rounding leaves. */
function partsOfSale(event: Fill, units: Units | null) {
  if (event.name === 'OrderFilled') {
    const { collection, tokenId, price, fee, royalty } = event
    return [{ collection, tokenId, quantity: units?.quantity ?? 0n, price, fee, royalty }]
  }
  const { items } = event
  const [price, fee, royalty] = [event.price, event.fee, royaltiesOf(event).reduce((sum, { amount }) => sum + amount, 0n)].map((amount) =>
    partsOf(amount, items.length),
  ) as [bigint[], bigint[], bigint[]]
  return items.map((item, at) => ({ ...item, price: price[at] as bigint, fee: fee[at] as bigint, royalty: royalty[at] as bigint }))
}

/** Who got a royalty, and how much. */
export function royaltiesOf(event: Fill) {
  const paid = event.name === 'BundleFilled' ? event.royalties : [{ receiver: event.royaltyReceiver, amount: event.royalty }]
  return paid.filter(({ receiver, amount }) => amount > 0n && receiver !== zeroAddress)
}

/** Writes the rows of a sale and of the royalties that it paid. */
export async function recordSale(tx: Transaction, event: Fill, units: Units | null): Promise<void> {
  const { block, logIndex, tx: hash, timestamp, orderHash, maker, seller, buyer, currency } = event
  const at = new Date(timestamp * 1000)
  const sold = partsOfSale(event, units).map((part, item) => ({
    block,
    logIndex,
    item,
    tx: hash,
    at,
    orderHash,
    maker,
    nonce: packNonce(event.nonce).toString(),
    filled: units ? units.filled.toString() : null,
    collection: part.collection,
    tokenId: part.tokenId.toString(),
    quantity: part.quantity.toString(),
    seller,
    buyer,
    currency,
    price: part.price.toString(),
    fee: part.fee.toString(),
    royalty: part.royalty.toString(),
  }))
  await tx.insert(sales).values(sold)
  const paid = royaltiesOf(event)
  if (!paid.length) return
  await tx
    .insert(royaltyPayments)
    .values(
      paid.map(({ receiver, amount }, place) => ({ block, logIndex, place, at, orderHash, receiver, currency, amount: amount.toString() })),
    )
}

/** What the event log says of a sale: one entry a token, so that it stands in the history of each. */
export function saleEntries(chainId: number, event: Fill, units: Units | null): LogDraft[] {
  const { orderHash, seller, buyer, currency } = event
  const parts = partsOfSale(event, units)
  const paid = royaltiesOf(event)
  const [only] = paid.length === 1 ? paid : []
  const id = `${chainId}:${event.blockHash}:${event.logIndex}:order.filled`
  const sold = parts.map(
    (part, item): LogDraft => ({
      ...(event.name === 'BundleFilled' ? { id: `${id}:${item}` } : {}),
      type: 'order.filled',
      asset: assetRef(chainId, part.collection, part.tokenId, part.quantity > 0n ? 'erc1155' : 'erc721'),
      accounts: [seller, buyer, ...paid.map(({ receiver }) => receiver)],
      data: {
        orderHash,
        from: seller,
        to: buyer,
        price: part.price.toString(),
        currency,
        ...(part.quantity > 0n ? { quantity: part.quantity.toString() } : {}),
        ...(event.name === 'BundleFilled' ? { bundle: { item, of: parts.length, price: event.price.toString() } } : {}),
        split: {
          seller: (part.price - part.fee - part.royalty).toString(),
          royalty: part.royalty.toString(),
          royaltyReceiver: only?.receiver ?? null,
          fee: part.fee.toString(),
        },
      },
      at: event,
    }),
  )
  return [...sold, ...royaltyEntries(chainId, event, sold)]
}

/** What the event log says of its royalties: one entry a receiver, of the asset where there is one. */
function royaltyEntries(chainId: number, event: Fill, sold: readonly LogDraft[]): LogDraft[] {
  const [only] = sold.length === 1 ? sold : []
  return royaltiesOf(event).map(({ receiver, amount }, place) => ({
    ...(event.name === 'BundleFilled' ? { id: `${chainId}:${event.blockHash}:${event.logIndex}:royalty.paid:${place}` } : {}),
    type: 'royalty.paid',
    asset: only?.asset ?? null,
    accounts: [receiver],
    data: { orderHash: event.orderHash, from: event.seller, to: receiver, amount: amount.toString(), currency: event.currency },
    at: event,
  }))
}
