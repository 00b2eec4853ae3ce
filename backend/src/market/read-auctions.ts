import { parseTokenRef } from '@daedal/protocol/chains/caip'
import type {
  AuctionBidPage,
  AuctionBidQuery,
  AuctionDetail,
  AuctionPage,
  AuctionQuery,
  AuctionState,
  AuctionView,
} from '@daedal/protocol/market/auction-api'
import { and, asc, desc, eq, getTableColumns, inArray, not, or, type SQL, sql } from 'drizzle-orm'
import type { Address, Hex } from 'viem'
import type { Database } from '../adapters/database/database.ts'
import { AppError } from '../errors.ts'
import { readCursor, writeCursor } from '../tokens/cursor.ts'
import { assets } from '../tokens/tables.ts'
import type { AuctionRow } from './auction-entry.ts'
import { auctionView, type BidRow, bidView, priceOfAuction } from './auction-view.ts'
import { isHeld } from './hold-assets.ts'
import type { RoyaltyFact } from './judge-order.ts'
import type { ChainReader } from './ports.ts'
import { auctionBids, auctions } from './tables.ts'

export type ReadAuctionsDeps = {
  db: Database
  chainId: number
  chain: Pick<ChainReader, 'royalty'>
  /** Unix seconds: the wall's, or the newest indexed block's where that is later. */
  clock(): number
}

const lower = (address: Address) => address.toLowerCase() as Address
const BIDS = 24
const HELD = 100

const columns = {
  row: getTableColumns(auctions),
  known: { name: assets.name, image: assets.image, royaltyBps: assets.royaltyBps, royaltyReceiver: assets.royaltyReceiver },
  content: assets.content,
}
type Found = { row: AuctionRow; known: Record<keyof typeof columns.known, string | number | null> | null; content: string | null }

/** Reads auctions of the house. */
export function createReadAuctions({ db, chainId, chain, clock }: ReadAuctionsDeps) {
  const from = () =>
    db
      .select(columns)
      .from(auctions)
      .leftJoin(assets, and(eq(assets.collection, auctions.collection), eq(assets.tokenId, auctions.tokenId)))

  /** The highest bids, which are the newest, by auction. */
  async function newestBids(ids: readonly Hex[]): Promise<Map<Hex, BidRow>> {
    if (!ids.length) return new Map()
    const rows = await db
      .selectDistinctOn([auctionBids.auction])
      .from(auctionBids)
      .where(inArray(auctionBids.auction, [...ids]))
      .orderBy(auctionBids.auction, desc(auctionBids.block), desc(auctionBids.logIndex))
    return new Map(rows.map((row) => [row.auction, row]))
  }

  async function views(found: readonly Found[]): Promise<AuctionView[]> {
    const bids = await newestBids(found.map(({ row }) => row.id))
    const at = clock()
    return found.map((one) => auctionView(chainId, one.row, knownOf(one), bids.get(one.row.id) ?? null, at))
  }

  /** Throws MARKET_AUCTION_UNKNOWN. */
  async function find(id: Hex): Promise<Found> {
    const [found] = await from().where(eq(auctions.id, id))
    if (!found) throw new AppError('MARKET_AUCTION_UNKNOWN', `There is no auction ${id}.`)
    return found
  }

  async function bidsOf(id: Hex, query: AuctionBidQuery): Promise<AuctionBidPage> {
    const { cursor, limit = BIDS } = query
    const bound = { ...query, id }
    const [block, logIndex] = cursor === undefined ? [null, null] : readCursor(bound, cursor, 2)
    const rows = await db
      .select()
      .from(auctionBids)
      .where(
        and(
          eq(auctionBids.auction, id),
          block == null ? undefined : sql`(${auctionBids.block}, ${auctionBids.logIndex}) < (${block}::int8, ${logIndex}::int4)`,
        ),
      )
      .orderBy(desc(auctionBids.block), desc(auctionBids.logIndex))
      .limit(limit + 1)
    const last = rows.length > limit ? rows[limit - 1] : undefined
    return {
      data: rows.slice(0, limit).map(bidView),
      page: { next: last ? writeCursor(bound, [String(last.block), String(last.logIndex)]) : null },
    }
  }

  /** What the chain says is due of the price; when it is down, what the index knows has to do. */
  async function royaltyNow(row: AuctionRow): Promise<RoyaltyFact | undefined> {
    try {
      return { ...(await chain.royalty(row.collection, BigInt(row.tokenId), priceOfAuction(row))), shares: null }
    } catch (error) {
      if (error instanceof AppError && error.code === 'CHAIN_UNAVAILABLE') return undefined
      throw error
    }
  }

  return {
    /** An auction with its newest bids. Throws MARKET_AUCTION_UNKNOWN. */
    async one(id: Hex): Promise<AuctionDetail> {
      const found = await find(id)
      const { row } = found
      const [bids, newest, royalty] = await Promise.all([
        bidsOf(id, {}),
        newestBids([id]),
        row.royalty === null ? royaltyNow(row) : undefined,
      ])
      return { ...auctionView(chainId, row, knownOf(found), newest.get(id) ?? null, clock(), royalty), bids }
    },

    /** Throws MARKET_AUCTION_UNKNOWN, TOKENS_CURSOR_INVALID. */
    async bids(id: Hex, query: AuctionBidQuery): Promise<AuctionBidPage> {
      await find(id)
      return bidsOf(id, query)
    },

    /** What the house holds for an account that put it up: at most 100, the newest first. */
    heldFor: async (seller: Address): Promise<AuctionView[]> =>
      views(
        await from()
          .where(and(eq(auctions.seller, lower(seller)), isHeld()))
          .orderBy(desc(auctions.ord))
          .limit(HELD),
      ),

    /** Auctions, the newest or those that end first. Throws TOKENS_CURSOR_INVALID, TOKENS_ASSET_ID_MALFORMED. */
    async list(query: AuctionQuery): Promise<AuctionPage> {
      const { cursor, limit = 24, sort = 'newest' } = query
      const position = cursor === undefined ? null : readCursor(query, cursor, sort === 'newest' ? 1 : 2)
      const rows = await from()
        .where(and(filterOf(query, clock()), position ? beyond(sort, position) : undefined))
        .orderBy(...(sort === 'newest' ? [desc(auctions.ord)] : [asc(auctions.endTime), asc(auctions.ord)]))
        .limit(limit + 1)
      const last = rows.length > limit ? rows[limit - 1]?.row : undefined
      const place = last && (sort === 'newest' ? [String(last.ord)] : [String(last.endTime), String(last.ord)])
      return { data: await views(rows.slice(0, limit)), page: { next: place ? writeCursor(query, place) : null } }
    },
  }
}
export type ReadAuctions = ReturnType<typeof createReadAuctions>

/** Only content that was read and found right is shown. */
function knownOf({ known, content }: Found) {
  if (!known) return { name: null, image: null, royaltyBps: null, royaltyReceiver: null }
  const { name, image, royaltyBps, royaltyReceiver } = known as { name: string; image: string; royaltyBps: number; royaltyReceiver: string }
  return { name: content === 'verified' ? name : null, image: content === 'verified' ? image : null, royaltyBps, royaltyReceiver }
}

const beyond = (sort: 'newest' | 'ending', [first, second]: (string | null)[]): SQL =>
  sort === 'newest'
    ? sql`${auctions.ord} < ${first}::int8`
    : sql`(${auctions.endTime}, ${auctions.ord}) > (${first}::int8, ${second}::int8)`

function filterOf({ asset, collection, seller, bidder, currency, state, waiting }: AuctionQuery, at: number): SQL | undefined {
  const key = asset === undefined ? null : parseTokenRef(asset)
  if (asset !== undefined && !key)
    throw new AppError('TOKENS_ASSET_ID_MALFORMED', `${JSON.stringify(asset.slice(0, 200))} is not an asset id.`)
  const kept = sql`(${auctions.kept} and ${auctions.reclaimedBlock} is null)`
  return and(
    key ? and(eq(auctions.collection, lower(key.collection)), sql`${auctions.tokenId} = ${key.tokenId.toString()}::numeric`) : undefined,
    key ? (key.standard === 'erc721' ? eq(auctions.quantity, '0') : sql`${auctions.quantity} > 0`) : undefined,
    collection ? eq(auctions.collection, lower(collection)) : undefined,
    seller ? eq(auctions.seller, lower(seller)) : undefined,
    bidder
      ? sql`${auctions.id} in (select ${auctionBids.auction} from ${auctionBids} where ${auctionBids.bidder} = ${lower(bidder)})`
      : undefined,
    currency ? eq(auctions.currency, lower(currency)) : undefined,
    state === undefined ? undefined : or(...[state].flat().map((one) => inState(one, at))),
    waiting === undefined ? undefined : waiting ? kept : not(kept),
  )
}

function inState(state: AuctionState, at: number): SQL {
  const open = sql`${auctions.outcome} = 'open'`
  switch (state) {
    case 'upcoming':
      return sql`(${open} and ${auctions.startTime} > ${at})`
    case 'live':
      return sql`(${open} and ${auctions.startTime} <= ${at} and ${auctions.endTime} > ${at})`
    case 'ended':
      return sql`(${open} and ${auctions.endTime} <= ${at})`
    default:
      return eq(auctions.outcome, state)
  }
}
