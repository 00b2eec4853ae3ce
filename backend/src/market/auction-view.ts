import { leastBidOf, MAX_BID } from '@daedal/protocol/market/auction'
import type { AuctionBid, AuctionState, AuctionView } from '@daedal/protocol/market/auction-api'
import { MAX_ROYALTY_BPS } from '@daedal/protocol/market/order'
import { shareOf } from '@daedal/protocol/market/price'
import { type Address, getAddress } from 'viem'
import { type AuctionRow, assetOfAuction } from './auction-entry.ts'
import type { RoyaltyFact } from './judge-order.ts'
import { splitOf } from './order-row.ts'
import type { auctionBids } from './tables.ts'

export type BidRow = typeof auctionBids.$inferSelect
/** What the index knows of an auctioned asset; all null when it is none of this index. */
export type Auctioned = { name: string | null; image: string | null; royaltyBps: number | null; royaltyReceiver: string | null }

/** Where an auction stands at a moment, unix seconds. */
export function stateOf({ outcome, startTime, endTime }: Pick<AuctionRow, 'outcome' | 'startTime' | 'endTime'>, at: number): AuctionState {
  if (outcome !== 'open') return outcome
  if (at < startTime) return 'upcoming'
  return at < endTime ? 'live' : 'ended'
}

export const bidView = ({ bidder, amount, endTime, extended, at, block, tx }: BidRow): AuctionBid => ({
  bidder: getAddress(bidder),
  amount,
  endTime: String(endTime),
  extended,
  at: at.toISOString(),
  block,
  transactionHash: tx,
})

/** What the creator is due of a price: as it was paid, or by the terms of the record; null when the index does not know. */
function royaltyOf(row: AuctionRow, { royaltyBps, royaltyReceiver }: Auctioned, price: bigint): RoyaltyFact | null {
  if (row.royalty !== null) return { receiver: row.royaltyReceiver, amount: BigInt(row.royalty), shares: null }
  if (royaltyBps === null || royaltyReceiver === null) return null
  const amount = shareOf(price, Math.min(royaltyBps, MAX_ROYALTY_BPS))
  return { receiver: amount > 0n ? (royaltyReceiver as Address) : null, amount, shares: null }
}

/** What an auction is sold for, or would be now. */
export const priceOfAuction = ({ amount, reserve }: Pick<AuctionRow, 'amount' | 'reserve'>): bigint => BigInt(amount ?? reserve)

/** Least that the next bid may be; null when none is taken any more. */
export function nextBid(row: AuctionRow, state: AuctionState): bigint | null {
  if (state !== 'upcoming' && state !== 'live') return null
  const least = leastBidOf(BigInt(row.reserve), row.minIncrementBps, row.amount === null ? null : BigInt(row.amount))
  return least > MAX_BID ? null : least
}

/** The public view of an auction at a moment, unix seconds. `royalty` is what the chain says where it was asked. */
export function auctionView(
  chainId: number,
  row: AuctionRow,
  known: Auctioned,
  newest: BidRow | null,
  at: number,
  royalty?: RoyaltyFact,
): AuctionView {
  const state = stateOf(row, at)
  const price = priceOfAuction(row)
  const due = row.royalty === null && royalty ? royalty : royaltyOf(row, known, price)
  return {
    id: row.id,
    state,
    asset: assetOfAuction(chainId, row),
    name: known.name,
    image: known.image,
    collection: getAddress(row.collection),
    tokenId: row.tokenId,
    quantity: row.quantity === '0' ? null : row.quantity,
    seller: getAddress(row.seller),
    currency: getAddress(row.currency),
    reserve: row.reserve,
    minIncrementBps: row.minIncrementBps,
    startTime: String(row.startTime),
    endTime: String(row.endTime),
    lastEndTime: String(row.lastEnd),
    extensionSeconds: row.extensionWindow,
    secondsToStart: Math.max(0, row.startTime - at),
    secondsToEnd: row.outcome === 'open' ? Math.max(0, row.endTime - at) : 0,
    highestBid: newest && bidView(newest),
    bidCount: row.bids,
    leastBid: nextBid(row, state)?.toString() ?? null,
    split: due && splitOf(price, row.feeBps, due),
    waiting: row.kept && row.reclaimedBlock === null,
    createdAt: row.createdAt.toISOString(),
    closedAt: row.closedAt?.toISOString() ?? null,
    transactionHash: row.closedTx,
  }
}
