import { type Address, type Hex, zeroAddress } from 'viem'
import type { LogDraft, Position, Transaction } from '../tokens/ports.ts'
import { royaltyPayments, sales } from './tables.ts'

/** A sale of one token that is no fill of an order: of an auction, or of a ticket of a drop. Smallest unit of the currency. */
export type PlainSale = {
  at: Position
  of: { auction: Hex } | { drop: Hex }
  collection: Address
  tokenId: string
  /** Zero for an ERC-721 token. */
  quantity: string
  seller: Address
  buyer: Address
  currency: Address
  price: bigint
  fee: bigint
  royalty: bigint
  royaltyReceiver: Address
}

/** Whether somebody got a royalty. */
const paysRoyalty = ({ royalty, royaltyReceiver }: PlainSale): boolean => royalty > 0n && royaltyReceiver !== zeroAddress

/** Writes a sale, and the royalty that it paid, beside those of orders. */
export async function recordPlainSale(tx: Transaction, sale: PlainSale): Promise<void> {
  const { of, collection, tokenId, quantity, seller, buyer, currency, royaltyReceiver: receiver } = sale
  const { block, logIndex, tx: hash, timestamp } = sale.at
  const at = new Date(timestamp * 1000)
  const [price, fee, royalty] = [sale.price, sale.fee, sale.royalty].map(String) as [string, string, string]
  const parties = { maker: seller, seller, buyer }
  await tx
    .insert(sales)
    .values({ block, logIndex, tx: hash, at, ...of, ...parties, collection, tokenId, quantity, currency, price, fee, royalty })
  if (paysRoyalty(sale))
    await tx.insert(royaltyPayments).values({ block, logIndex, place: 0, at, ...of, receiver, currency, amount: royalty })
}

/** What the event log says of it: the sale, and the royalty. `entry` writes one that concerns accounts beside the seller. */
export function plainSaleEntries(
  sale: PlainSale,
  type: LogDraft['type'],
  entry: (type: LogDraft['type'], accounts: Address[], data: Record<string, unknown>) => LogDraft,
): LogDraft[] {
  const { seller, buyer, price, fee, royalty, royaltyReceiver } = sale
  const paid = paysRoyalty(sale)
  const sold = entry(type, paid ? [buyer, royaltyReceiver] : [buyer], {
    from: seller,
    to: buyer,
    price: price.toString(),
    split: {
      seller: (price - fee - royalty).toString(),
      royalty: royalty.toString(),
      royaltyReceiver: paid ? royaltyReceiver : null,
      fee: fee.toString(),
    },
  })
  if (!paid) return [sold]
  const data = { to: royaltyReceiver, amount: royalty.toString() }
  return [sold, { ...entry('royalty.paid', [], data), accounts: [royaltyReceiver] }]
}
