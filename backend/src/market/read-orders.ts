import type { BestOrders, BestQuery, OrderPage, OrderQuery, OrderView } from '@daedal/protocol/market/api'
import { ANYONE, NATIVE_CURRENCY, type OrderKind, orderKinds } from '@daedal/protocol/market/order'
import { and, asc, desc, eq, getTableColumns, inArray, lt, or, type SQL, sql } from 'drizzle-orm'
import { type Address, getAddress, type Hex } from 'viem'
import type { Database } from '../adapters/database/database.ts'
import { AppError } from '../errors.ts'
import { readCursor, writeCursor } from '../tokens/cursor.ts'
import { priceNow } from './order-price.ts'
import { type OrderRow, orderView } from './order-row.ts'
import { unixSeconds } from './read-facts.ts'
import { orderItems, orders, traitTokens } from './tables.ts'

export type ReadOrdersDeps = { db: Database; chainId: number; wrappedEther: Address; now(): Date }

const lower = (address: Address) => address.toLowerCase() as Address
const kindIs = (kind: OrderKind) => eq(orders.kind, orderKinds.indexOf(kind))

/** Orders that the page of a token shows. */
const ORDERS_OF_TOKEN = 200

/** Reads of the order book. */
export function createReadOrders({ db, chainId, wrappedEther, now }: ReadOrdersDeps) {
  const view = (row: OrderRow): OrderView => orderView(chainId, row, unixSeconds(now()))

  async function find(hash: Hex): Promise<OrderRow | null> {
    const [row] = await db.select().from(orders).where(eq(orders.hash, hash))
    return row ?? null
  }

  /** The best order of a kind that anyone may fill now: the cheapest listing, or the highest offer. */
  async function best(kind: OrderKind, which: SQL | undefined, currencies: readonly Address[]): Promise<OrderView | null> {
    const price = priceNow(unixSeconds(now()))
    const [row] = await db
      .select()
      .from(orders)
      .where(and(kindIs(kind), which, eq(orders.state, 'active'), eq(orders.taker, ANYONE), inArray(orders.currency, [...currencies])))
      .orderBy(kind === 'listing' ? asc(price) : desc(price), asc(orders.ord))
      .limit(1)
    return row ? view(row) : null
  }

  return {
    find,

    /** The row of an order. Throws MARKET_ORDER_UNKNOWN. */
    async known(hash: Hex): Promise<OrderRow> {
      const row = await find(hash)
      if (!row) throw new AppError('MARKET_ORDER_UNKNOWN', `There is no order ${hash} in the book.`)
      return row
    },

    /** An order as everybody sees it. Throws MARKET_ORDER_UNKNOWN. */
    async one(hash: Hex): Promise<OrderView> {
      return view(await this.known(hash))
    },

    /** Orders for a token that can be filled, or could be again, the newest first. */
    async ofToken(collection: Address, tokenId: string): Promise<OrderView[]> {
      const rows = await db
        .select()
        .from(orders)
        .where(and(names(collection, tokenId), inArray(orders.state, ['active', 'inactive'])))
        .orderBy(desc(orders.ord))
        .limit(ORDERS_OF_TOKEN)
      return rows.map(view)
    },

    /**
     * What a token, a collection or a trait can be had or given for. Without a currency, listings count in ether and wrapped ether,
     * offers in wrapped ether: what is not the same money is not compared.
     */
    async best({ collection, tokenId, traitRoot, currency }: BestQuery): Promise<BestOrders> {
      const own = currency && lower(currency)
      const [forListings, forOffers] = own ? [[own], [own]] : [[NATIVE_CURRENCY, lower(wrappedEther)], [lower(wrappedEther)]]
      const inCollection = eq(orders.collection, lower(collection))
      // A bundle has a price for more than the token.
      const named = tokenId === undefined ? inCollection : and(inCollection, sql`${orders.tokenId} = ${tokenId}::numeric`)
      const trait = traitRoot ? eq(orders.traitRoot, traitRoot) : tokenId === undefined ? undefined : hasToken(tokenId)
      const [listing, offer, collectionOffer, traitOffer] = await Promise.all([
        best('listing', named, forListings),
        tokenId === undefined ? null : best('offer', named, forOffers),
        best('collection-offer', and(inCollection, sql`${orders.traitRoot} is null`), forOffers),
        trait ? best('collection-offer', and(inCollection, trait), forOffers) : null,
      ])
      const basis = { listing: own ? getAddress(own) : null, offer: getAddress(own ?? wrappedEther) }
      return { listing, offer, collectionOffer, traitOffer, basis }
    },

    /** Orders, the newest or the best first. Throws TOKENS_CURSOR_INVALID, REQUEST_INVALID. */
    async list(query: OrderQuery): Promise<OrderPage> {
      const { cursor, limit = 24, sort = 'newest' } = query
      const which = filterOf(query)
      if (sort === 'newest') {
        const [ord] = cursor === undefined ? [null] : readCursor(query, cursor, 1)
        const rows = await db
          .select()
          .from(orders)
          .where(and(which, ord == null ? undefined : lt(orders.ord, sql`${ord}::int8`)))
          .orderBy(desc(orders.ord))
          .limit(limit + 1)
        const last = rows.length > limit ? rows[limit - 1] : undefined
        return { data: rows.slice(0, limit).map(view), page: { next: last ? writeCursor(query, [String(last.ord)]) : null } }
      }
      if (query.kind === undefined)
        throw new AppError('REQUEST_INVALID', 'Only orders of one kind can be compared by price: name the kind.')
      // Pages of one list compare prices at one moment, so that moving prices do not change the order.
      const [time, after, ord] = cursor === undefined ? [null, null, null] : readCursor(query, cursor, 3)
      const at = time == null ? unixSeconds(now()) : BigInt(time)
      const price = priceNow(at)
      const rising = query.kind === 'listing'
      const beyond = rising
        ? sql`(${price}, ${orders.ord}) > (${after}::numeric, ${ord}::int8)`
        : sql`(${price}, -${orders.ord}) < (${after}::numeric, -${ord}::int8)`
      const rows = await db
        .select({ ...getTableColumns(orders), priceThen: price })
        .from(orders)
        .where(and(which, time == null ? undefined : beyond))
        .orderBy(rising ? asc(price) : desc(price), asc(orders.ord))
        .limit(limit + 1)
      const last = rows.length > limit ? rows[limit - 1] : undefined
      return {
        data: rows.slice(0, limit).map(view),
        page: { next: last ? writeCursor(query, [String(at), last.priceThen, String(last.ord)]) : null },
      }
    },
  }
}
export type ReadOrders = ReturnType<typeof createReadOrders>

/** Orders that name the token, by themselves or in a bundle. */
const names = (collection: Address, tokenId: string): SQL | undefined =>
  or(
    and(eq(orders.collection, lower(collection)), sql`${orders.tokenId} = ${tokenId}::numeric`, sql`${orders.kind} <> 2`),
    inBundle(collection, tokenId),
  )

const inBundle = (collection: Address, tokenId: string): SQL =>
  sql`${orders.hash} in (select ${orderItems.hash} from ${orderItems}
    where ${orderItems.collection} = ${lower(collection)} and ${orderItems.tokenId} = ${tokenId}::numeric)`

/** Trait offers whose tokens the book knows, and that the token is one of. */
const hasToken = (tokenId: string): SQL =>
  sql`${orders.traitRoot} in (select ${traitTokens.root} from ${traitTokens} where ${traitTokens.tokenId} = ${tokenId}::numeric)`

/** Orders that a token can be had or given for: those that name it, and offers to its collection or a trait of it. */
const fits = (collection: Address, tokenId: string): SQL | undefined =>
  or(
    names(collection, tokenId),
    and(eq(orders.collection, lower(collection)), kindIs('collection-offer'), or(sql`${orders.traitRoot} is null`, hasToken(tokenId))),
  )

function filterOf({ collection, tokenId, fits: wide, traitRoot, maker, owner, kind, form, currency, state }: OrderQuery): SQL | undefined {
  if (wide && (collection === undefined || tokenId === undefined))
    throw new AppError('REQUEST_INVALID', 'What fits a token takes its collection and its id.')
  return and(
    wide && collection && tokenId !== undefined
      ? fits(collection, tokenId)
      : and(
          collection ? eq(orders.collection, lower(collection)) : undefined,
          tokenId === undefined ? undefined : sql`${orders.tokenId} = ${tokenId}::numeric`,
        ),
    traitRoot ? eq(orders.traitRoot, traitRoot) : undefined,
    maker ? eq(orders.maker, lower(maker)) : undefined,
    owner ? eq(orders.owner, lower(owner)) : undefined,
    kind ? kindIs(kind) : undefined,
    form ? eq(orders.form, form) : undefined,
    currency ? eq(orders.currency, lower(currency)) : undefined,
    state ? eq(orders.state, state) : undefined,
  )
}
