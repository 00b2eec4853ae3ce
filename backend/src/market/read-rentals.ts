import { parseTokenRef } from '@daedal/protocol/chains/caip'
import type {
  RentalOfferPage,
  RentalOfferQuery,
  RentalOfferState,
  RentalOfferView,
  TenancyPage,
  TenancyQuery,
  TenancyState,
} from '@daedal/protocol/market/rental-api'
import { and, asc, desc, eq, getTableColumns, inArray, not, or, type SQL, sql } from 'drizzle-orm'
import { type Address, type Hex, zeroAddress } from 'viem'
import type { Database } from '../adapters/database/database.ts'
import { AppError } from '../errors.ts'
import { readCursor, writeCursor } from '../tokens/cursor.ts'
import { assets } from '../tokens/tables.ts'
import { openOfferStates } from './mark-offers.ts'
import { type Lot, offerView } from './offer-row.ts'
import type { OfferRow } from './rental-entry.ts'
import { rentalOffers, rentalPayments, tenancies } from './rental-tables.ts'
import { type PaymentRow, tenancyView } from './tenancy-view.ts'

export type ReadRentalsDeps = {
  db: Database
  chainId: number
  /** Unix seconds: the wall's, or the newest indexed block's where that is later. */
  clock(): number
}

const PAYMENTS = 100
const lower = (address: Address) => address.toLowerCase() as Address
const shown = { name: assets.name, image: assets.image, content: assets.content }

/** Only content that was read and found right is shown. */
const lotOf = (found: { name: string | null; image: string | null; content: string | null } | null): Lot =>
  found?.content === 'verified' ? { name: found.name, image: found.image } : { name: null, image: null }

/** Reads offers to let, and tenancies. */
export function createReadRentals({ db, chainId, clock }: ReadRentalsDeps) {
  const offers = () =>
    db
      .select({ row: getTableColumns(rentalOffers), shown })
      .from(rentalOffers)
      .leftJoin(assets, and(eq(assets.collection, rentalOffers.collection), eq(assets.tokenId, rentalOffers.tokenId)))

  async function find(hash: Hex): Promise<OfferRow | null> {
    const [row] = await db.select().from(rentalOffers).where(eq(rentalOffers.hash, hash))
    return row ?? null
  }

  /** The newest payments by tenancy. */
  async function paymentsOf(ords: readonly number[]): Promise<Map<number, PaymentRow[]>> {
    if (!ords.length) return new Map()
    const ranked = db
      .select({
        ...getTableColumns(rentalPayments),
        rank: sql<number>`row_number() over (partition by ${rentalPayments.tenancy} order by ${rentalPayments.block} desc, ${rentalPayments.logIndex} desc)`.as(
          'rank',
        ),
      })
      .from(rentalPayments)
      .where(inArray(rentalPayments.tenancy, [...ords]))
      .as('ranked')
    const rows = await db.select().from(ranked).where(sql`${ranked.rank} <= ${PAYMENTS}`).orderBy(desc(ranked.block), desc(ranked.logIndex))
    return Map.groupBy(rows, (row) => row.tenancy)
  }

  return {
    find,

    /** Throws MARKET_RENTAL_OFFER_UNKNOWN. */
    async known(hash: Hex): Promise<OfferRow> {
      const row = await find(hash)
      if (!row) throw new AppError('MARKET_RENTAL_OFFER_UNKNOWN', `There is no offer ${hash}.`)
      return row
    },

    /** Throws MARKET_RENTAL_OFFER_UNKNOWN. */
    async offer(hash: Hex): Promise<RentalOfferView> {
      const [found] = await offers().where(eq(rentalOffers.hash, hash))
      if (!found) throw new AppError('MARKET_RENTAL_OFFER_UNKNOWN', `There is no offer ${hash}.`)
      return offerView(chainId, found.row, lotOf(found.shown), clock())
    },

    /** Offers, the newest or the cheapest of a day. Throws TOKENS_CURSOR_INVALID, TOKENS_ASSET_ID_MALFORMED. */
    async offers(query: RentalOfferQuery): Promise<RentalOfferPage> {
      const { cursor, limit = 24, sort = 'newest' } = query
      const position = cursor === undefined ? null : readCursor(query, cursor, sort === 'newest' ? 1 : 2)
      const at = clock()
      const rows = await offers()
        .where(and(offerFilter(query, at), position ? beyond(sort, position) : undefined))
        .orderBy(...(sort === 'newest' ? [desc(rentalOffers.ord)] : [asc(rentalOffers.pricePerDay), asc(rentalOffers.ord)]))
        .limit(limit + 1)
      const last = rows.length > limit ? rows[limit - 1]?.row : undefined
      const place = last && (sort === 'newest' ? [String(last.ord)] : [last.pricePerDay, String(last.ord)])
      return {
        data: rows.slice(0, limit).map((found) => offerView(chainId, found.row, lotOf(found.shown), at)),
        page: { next: place ? writeCursor(query, place) : null },
      }
    },

    /** Tenancies, the newest first. Throws TOKENS_CURSOR_INVALID, TOKENS_ASSET_ID_MALFORMED. */
    async tenancies(query: TenancyQuery): Promise<TenancyPage> {
      const { cursor, limit = 24 } = query
      const [ord] = cursor === undefined ? [null] : readCursor(query, cursor, 1)
      const at = clock()
      const rows = await db
        .select({ row: getTableColumns(tenancies), shown })
        .from(tenancies)
        .leftJoin(assets, and(eq(assets.collection, tenancies.collection), eq(assets.tokenId, tenancies.tokenId)))
        .where(and(tenancyFilter(query, at), ord == null ? undefined : sql`${tenancies.ord} < ${ord}::int8`))
        .orderBy(desc(tenancies.ord))
        .limit(limit + 1)
      const page = rows.slice(0, limit)
      const last = rows.length > limit ? page.at(-1)?.row : undefined
      const payments = await paymentsOf(page.map(({ row }) => row.ord))
      return {
        data: page.map((found) => tenancyView(chainId, found.row, lotOf(found.shown), payments.get(found.row.ord) ?? [], at)),
        page: { next: last ? writeCursor(query, [String(last.ord)]) : null },
      }
    },
  }
}
export type ReadRentals = ReturnType<typeof createReadRentals>

const beyond = (sort: 'newest' | 'price', [first, second]: (string | null)[]): SQL =>
  sort === 'newest'
    ? sql`${rentalOffers.ord} < ${first}::int8`
    : sql`(${rentalOffers.pricePerDay}, ${rentalOffers.ord}) > (${first}::numeric, ${second}::int8)`

/** The token of a query. Throws TOKENS_ASSET_ID_MALFORMED. */
function keyOf(asset: string | undefined) {
  if (asset === undefined) return null
  const key = parseTokenRef(asset)
  if (!key) throw new AppError('TOKENS_ASSET_ID_MALFORMED', `${JSON.stringify(asset.slice(0, 200))} is not an asset id.`)
  return key
}

function offerFilter({ asset, collection, owner, currency, renter, state, free }: RentalOfferQuery, at: number): SQL | undefined {
  const key = keyOf(asset)
  const unused = sql`(${rentalOffers.user} is null or ${rentalOffers.userUntil} <= ${at})`
  return and(
    key
      ? and(eq(rentalOffers.collection, lower(key.collection)), sql`${rentalOffers.tokenId} = ${key.tokenId.toString()}::numeric`)
      : undefined,
    key?.standard === 'erc1155' ? sql`false` : undefined,
    collection ? eq(rentalOffers.collection, lower(collection)) : undefined,
    owner ? eq(rentalOffers.owner, lower(owner)) : undefined,
    currency ? eq(rentalOffers.currency, lower(currency)) : undefined,
    renter ? inArray(rentalOffers.renter, [zeroAddress, lower(renter)]) : undefined,
    state === undefined ? undefined : or(...[state].flat().map((one) => offerInState(one, at))),
    free === undefined ? undefined : free ? unused : not(unused),
  )
}

function offerInState(state: RentalOfferState, at: number): SQL | undefined {
  const open = inArray(rentalOffers.state, [...openOfferStates])
  const over = sql`${rentalOffers.end} <= ${at}::numeric`
  if (state === 'cancelled') return eq(rentalOffers.state, state)
  if (state === 'expired') return or(eq(rentalOffers.state, state), and(open, over))
  return and(eq(rentalOffers.state, state), not(over))
}

function tenancyFilter({ asset, user, renter, owner, state, held }: TenancyQuery, at: number): SQL | undefined {
  const key = keyOf(asset)
  return and(
    key ? and(eq(tenancies.collection, lower(key.collection)), sql`${tenancies.tokenId} = ${key.tokenId.toString()}::numeric`) : undefined,
    key?.standard === 'erc1155' ? sql`false` : undefined,
    user ? eq(tenancies.user, lower(user)) : undefined,
    renter ? eq(tenancies.renter, lower(renter)) : undefined,
    owner ? eq(tenancies.owner, lower(owner)) : undefined,
    held === undefined ? undefined : eq(tenancies.held, held),
    state === undefined ? undefined : or(...[state].flat().map((one) => tenancyInState(one, at))),
  )
}

function tenancyInState(state: TenancyState, at: number): SQL {
  if (state === 'ended') return sql`${tenancies.endedAt} is not null`
  return state === 'active'
    ? sql`(${tenancies.endedAt} is null and ${tenancies.expires} > ${at})`
    : sql`(${tenancies.endedAt} is null and ${tenancies.expires} <= ${at})`
}
