import { type Address, zeroAddress } from 'viem'
import type { ChainEvent, LogDraft, Transaction } from '../tokens/ports.ts'
import { type AuctionRow, auctionEntry } from './auction-entry.ts'
import { royaltyPayments, sales } from './tables.ts'

export type Settled = Extract<ChainEvent, { name: 'AuctionSettled' }>

/** Whether somebody got a royalty. */
const paysRoyalty = ({ royalty, royaltyReceiver }: Settled): boolean => royalty > 0n && royaltyReceiver !== zeroAddress

/** Writes the sale that an auction ended in, and the royalty that it paid, beside those of orders. */
export async function recordAuctionSale(
  tx: Transaction,
  event: Settled,
  { collection, tokenId, quantity, currency }: AuctionRow,
): Promise<void> {
  const { block, logIndex, auctionId, seller, winner, royaltyReceiver } = event
  const at = new Date(event.timestamp * 1000)
  const [price, fee, royalty] = [event.price, event.fee, event.royalty].map(String) as [string, string, string]
  await tx.insert(sales).values({
    block,
    logIndex,
    tx: event.tx,
    at,
    maker: seller,
    auction: auctionId,
    collection,
    tokenId,
    quantity,
    seller,
    buyer: winner,
    currency,
    price,
    fee,
    royalty,
  })
  if (paysRoyalty(event))
    await tx
      .insert(royaltyPayments)
      .values({ block, logIndex, place: 0, at, auction: auctionId, receiver: royaltyReceiver, currency, amount: royalty })
}

/** What the event log says of it: the sale, and the royalty. */
export function auctionSaleEntries(chainId: number, event: Settled, auction: AuctionRow): LogDraft[] {
  const { seller, winner, price, fee, royalty, royaltyReceiver } = event
  const paid = paysRoyalty(event)
  const receivers: Address[] = paid ? [royaltyReceiver] : []
  const sale = auctionEntry(chainId, 'auction.settled', auction, event, [winner, ...receivers], {
    from: seller,
    to: winner,
    price: price.toString(),
    split: {
      seller: (price - fee - royalty).toString(),
      royalty: royalty.toString(),
      royaltyReceiver: paid ? royaltyReceiver : null,
      fee: fee.toString(),
    },
  })
  if (!paid) return [sale]
  const data = { to: royaltyReceiver, amount: royalty.toString() }
  return [sale, { ...auctionEntry(chainId, 'royalty.paid', auction, event, [royaltyReceiver], data), accounts: [royaltyReceiver] }]
}
