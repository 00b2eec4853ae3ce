import { eq, gt, inArray, sql } from 'drizzle-orm'
import type { Hex } from 'viem'
import { placeInChain } from '../tokens/fold-token.ts'
import type { ChainEvent, LogDraft, Projection, Transaction } from '../tokens/ports.ts'
import { type AuctionRow, auctionEntry } from './auction-entry.ts'
import { holdAssets } from './hold-assets.ts'
import type { SetHeld } from './ports.ts'
import type { QuoteAssets } from './quote-assets.ts'
import { type PlainSale, plainSaleEntries, recordPlainSale } from './record-plain-sale.ts'
import { auctionBids, auctions } from './tables.ts'

type Of<Name extends ChainEvent['name']> = Extract<ChainEvent, { name: Name }>
type HouseEvent = Extract<ChainEvent, { auctionId: Hex }>
type Closing = Of<'AuctionSettled' | 'AuctionUnsold' | 'AuctionFailed' | 'AuctionCancelled'>
type ProjectAuctionsDeps = { chainId: number; quoteAssets: QuoteAssets; setHeld: SetHeld }

const isOfHouse = (event: ChainEvent): event is HouseEvent => 'auctionId' in event

/**
 * Keeps auctions, their bids and the sales that they end in. Runs after the orders, which take the sales of a lost branch back, and
 * after the tokens, whose rows it completes.
 */
export function projectAuctions({ chainId, quoteAssets, setHeld }: ProjectAuctionsDeps): Projection {
  return {
    async apply(tx, events) {
      const ofHouse = events.filter(isOfHouse)
      const drafts: LogDraft[] = []
      for (const event of ofHouse) drafts.push(...(await follow(tx, chainId, event)))
      const ids = [...new Set(ofHouse.map(({ auctionId }) => auctionId))]
      const touched = ids.length ? await tx.select().from(auctions).where(inArray(auctions.id, ids)) : []
      await holdAssets(tx, setHeld, touched)
      await quoteAssets(tx, soldOf(touched))
      return drafts
    },

    async retract(tx, orphaned, ancestor) {
      if (ancestor < 0) {
        await tx.delete(auctionBids)
        await tx.delete(auctions)
        return
      }
      const ids = [...new Set(orphaned.filter(isOfHouse).map(({ auctionId }) => auctionId))]
      if (!ids.length) return
      const touched = await tx.select().from(auctions).where(inArray(auctions.id, ids))
      await tx.delete(auctionBids).where(gt(auctionBids.block, ancestor))
      await tx.delete(auctions).where(gt(auctions.block, ancestor))
      await tx.update(auctions).set(open).where(gt(auctions.closedBlock, ancestor))
      await tx.update(auctions).set({ reclaimedBlock: null }).where(gt(auctions.reclaimedBlock, ancestor))
      await recount(tx, ids)
      await holdAssets(tx, setHeld, touched)
      await quoteAssets(tx, soldOf(touched))
    },
  }
}

/** Assets that the auctions sold, before a reorg as well. */
const soldOf = (rows: readonly AuctionRow[]) => rows.filter(({ outcome }) => outcome === 'settled')

/** Columns of an auction that nothing has closed. */
const open = {
  outcome: 'open',
  closedBlock: null,
  closedAt: null,
  closedTx: null,
  fee: null,
  royalty: null,
  royaltyReceiver: null,
  kept: false,
} as const

async function follow(tx: Transaction, chainId: number, event: HouseEvent): Promise<LogDraft[]> {
  if (event.name === 'AuctionCreated') return create(tx, chainId, event)
  const [auction] = await tx.select().from(auctions).where(eq(auctions.id, event.auctionId))
  // The house tells of nothing that it has not told of before.
  if (!auction) throw new Error(`auction ${event.auctionId} was never created`)
  if (event.name === 'BidPlaced') return bid(tx, chainId, event, auction)
  if (event.name !== 'AssetReclaimed') return close(tx, chainId, event, auction)
  await tx.update(auctions).set({ reclaimedBlock: event.block }).where(eq(auctions.id, event.auctionId))
  return [auctionEntry(chainId, 'auction.reclaimed', auction, event, [event.to], { to: event.to })]
}

async function create(tx: Transaction, chainId: number, event: Of<'AuctionCreated'>): Promise<LogDraft[]> {
  const endTime = Number(event.endTime)
  const [auction] = await tx
    .insert(auctions)
    .values({
      id: event.auctionId,
      ord: placeInChain(event),
      seller: event.seller,
      collection: event.collection,
      tokenId: event.tokenId.toString(),
      quantity: event.quantity.toString(),
      currency: event.currency,
      reserve: event.reserve.toString(),
      minIncrementBps: event.minIncrementBps,
      feeBps: event.feeBps,
      startTime: Number(event.startTime),
      firstEnd: endTime,
      endTime,
      lastEnd: Number(event.lastEnd),
      extensionWindow: Number(event.extensionWindow),
      block: event.block,
      createdAt: new Date(event.timestamp * 1000),
      createdTx: event.tx,
    })
    .returning()
  const data = { price: event.reserve.toString(), startTime: event.startTime.toString(), endTime: event.endTime.toString() }
  return [auctionEntry(chainId, 'auction.created', auction as AuctionRow, event, [], data)]
}

async function bid(tx: Transaction, chainId: number, event: Of<'BidPlaced'>, auction: AuctionRow): Promise<LogDraft[]> {
  const { block, logIndex, bidder, amount, auctionId } = event
  const endTime = Number(event.endTime)
  const extended = endTime !== auction.endTime
  const made = { bidder, amount: amount.toString(), endTime }
  await tx
    .insert(auctionBids)
    .values({ block, logIndex, auction: auctionId, ...made, extended, at: new Date(event.timestamp * 1000), tx: event.tx })
  await tx
    .update(auctions)
    .set({ ...made, bids: sql`${auctions.bids} + 1` })
    .where(eq(auctions.id, auctionId))
  // Who led before has its money back; the entry is for it as well.
  const outbid = auction.bidder && auction.bidder !== bidder ? [auction.bidder] : []
  const data = { from: bidder, to: auction.seller, price: made.amount, endTime: String(endTime), outbid: auction.bidder }
  const entry = auctionEntry(chainId, 'auction.bid', auction, event, [bidder, ...outbid], data)
  if (!extended) return [entry]
  const moved = { endTime: String(endTime), before: String(auction.endTime) }
  return [entry, auctionEntry(chainId, 'auction.extended', auction, event, [bidder, ...outbid], moved)]
}

async function close(tx: Transaction, chainId: number, event: Closing, auction: AuctionRow): Promise<LogDraft[]> {
  const closed = { closedBlock: event.block, closedAt: new Date(event.timestamp * 1000), closedTx: event.tx }
  const end = (columns: Partial<AuctionRow>) =>
    tx
      .update(auctions)
      .set({ ...closed, ...columns })
      .where(eq(auctions.id, auction.id))
  switch (event.name) {
    case 'AuctionCancelled':
      await end({ outcome: 'cancelled' })
      return [auctionEntry(chainId, 'auction.cancelled', auction, event)]
    case 'AuctionUnsold':
      await end({ outcome: 'unsold', kept: !event.returned })
      return [auctionEntry(chainId, 'auction.unsold', auction, event, [], { returned: event.returned })]
    case 'AuctionFailed': {
      const { bidder, refund, returned } = event
      await end({ outcome: 'failed', kept: !returned })
      return [auctionEntry(chainId, 'auction.failed', auction, event, [bidder], { to: bidder, refund: refund.toString(), returned })]
    }
    case 'AuctionSettled': {
      const { fee, royalty, royaltyReceiver } = event
      await end({
        outcome: 'settled',
        fee: fee.toString(),
        royalty: royalty.toString(),
        royaltyReceiver: royalty > 0n ? royaltyReceiver : null,
      })
      const sale = saleOf(event, auction)
      await recordPlainSale(tx, sale)
      return plainSaleEntries(sale, 'auction.settled', (type, accounts, data) =>
        auctionEntry(chainId, type, auction, event, accounts, data),
      )
    }
  }
}

function saleOf(event: Of<'AuctionSettled'>, { collection, tokenId, quantity, currency }: AuctionRow): PlainSale {
  const { auctionId, seller, winner: buyer, price, fee, royalty, royaltyReceiver } = event
  const token = { collection, tokenId, quantity }
  return { at: event, of: { auction: auctionId }, ...token, seller, buyer, currency, price, fee, royalty, royaltyReceiver }
}

/** What the bids that stay lead to. */
async function recount(tx: Transaction, ids: readonly Hex[]): Promise<void> {
  const found = sql.param([...ids])
  await tx.execute(sql`
    update ${auctions} a set
      bids = (select count(*) from ${auctionBids} b where b.auction = a.id),
      bidder = last.bidder, amount = last.amount, end_time = coalesce(last.end_time, a.first_end)
    from (select id from ${auctions} where id = any(${found}::text[])) t
    left join lateral (
      select bidder, amount, end_time from ${auctionBids} b where b.auction = t.id order by block desc, log_index desc limit 1
    ) last on true
    where a.id = t.id`)
}
