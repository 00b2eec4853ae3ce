import type {
  DropAccount,
  DropDetail,
  DropItemPage,
  DropItemQuery,
  DropPage,
  DropQuery,
  DropTicketPage,
  DropTicketQuery,
} from '@daedal/protocol/market/drop-api'
import { and, asc, desc, eq, exists, gt, inArray, or, type SQL, sql } from 'drizzle-orm'
import { type Address, getAddress, type Hex, zeroHash } from 'viem'
import type { Database } from '../adapters/database/database.ts'
import { AppError } from '../errors.ts'
import { readCursor, writeCursor } from '../tokens/cursor.ts'
import type { DropRow, TicketRow } from './drop-entry.ts'
import { dropItems, drops, dropTickets } from './drop-tables.ts'
import type { DropTrees } from './drop-trees.ts'
import { dropView, inState, isOpen, itemFor, ticketView } from './drop-view.ts'
import type { ShowItems } from './show-items.ts'

export type ReadDropsDeps = {
  db: Database
  trees: Pick<DropTrees, 'allowance'>
  showItems: ShowItems
  /** Unix seconds: the wall's, or the newest indexed block's where that is later. */
  clock(): number
}

const lower = (address: Address) => address.toLowerCase() as Address
const PAGE = 24

/** Reads drops, their tickets and what is known of their items. */
export function createReadDrops({ db, trees, showItems, clock }: ReadDropsDeps) {
  const isPublished = exists(db.select({ item: dropItems.item }).from(dropItems).where(eq(dropItems.drop, drops.id)))
  const select = () => db.select({ row: drops, published: sql<boolean>`${isPublished}` }).from(drops)
  type Found = Awaited<ReturnType<typeof select>>[number]

  /** Throws MARKET_DROP_UNKNOWN. */
  async function find(id: Hex): Promise<Found> {
    const [found] = await select().where(eq(drops.id, id))
    if (!found) throw new AppError('MARKET_DROP_UNKNOWN', `There is no drop ${id}.`)
    return found
  }

  /** Items are the creator's secret until it is known which ticket gets which. */
  const showing = async ({ row, published }: Found, places: readonly number[]) =>
    published && isOpen(row) ? showItems(row, places) : new Map<number, never>()

  async function viewOf(found: Found) {
    const items = await showing(found, [0])
    return dropView(found.row, found.published, items.get(0) ?? null, clock())
  }

  async function itemsOf(found: Found, query: DropItemQuery): Promise<DropItemPage> {
    const { cursor, limit = PAGE } = query
    const { row, published } = found
    const bound = { ...query, id: row.id, list: 'items' }
    const [after] = cursor === undefined ? [null] : readCursor(bound, cursor, 1)
    const from = after == null ? 0 : Number(after) + 1
    const to = published && isOpen(row) ? Math.min(row.supply, from + limit) : from
    const places = Array.from({ length: Math.max(0, to - from) }, (_, at) => from + at)
    const items = await showing(found, places)
    const next = places.length && to < row.supply ? writeCursor(bound, [String(to - 1)]) : null
    return { data: places.map((place) => items.get(place)).filter((item) => item !== undefined), page: { next } }
  }

  async function accountOf({ row }: Found, account: Address): Promise<DropAccount> {
    const tickets = await db
      .select({ stage: dropTickets.stage, state: dropTickets.state, count: sql<number>`count(*)`.mapWith(Number) })
      .from(dropTickets)
      .where(and(eq(dropTickets.drop, row.id), eq(dropTickets.buyer, lower(account))))
      .groupBy(dropTickets.stage, dropTickets.state)
    const count = (is: (ticket: (typeof tickets)[number]) => boolean) => tickets.filter(is).reduce((sum, ticket) => sum + ticket.count, 0)
    const stages = await Promise.all(
      row.terms.stages.map(async ({ perWallet, cap, allowlistRoot }, stage) => {
        const bought = count((ticket) => ticket.stage === stage)
        const granted = allowlistRoot === zeroHash ? undefined : await trees.allowance(row.id, stage, account)
        const most = Math.min(
          perWallet || Number.POSITIVE_INFINITY,
          granted === undefined ? Number.POSITIVE_INFINITY : (granted?.allowance ?? 0),
        )
        const there = Math.min(row.supply - row.sold, cap ? cap - (row.soldIn[stage] ?? 0) : Number.POSITIVE_INFINITY)
        return { bought, allowance: granted?.allowance ?? null, left: Math.max(0, Math.min(most - bought, there)) }
      }),
    )
    const inTicketState = (state: TicketRow['state']) => count((ticket) => ticket.state === state)
    return {
      address: getAddress(lower(account)),
      open: inTicketState('open'),
      delivered: inTicketState('delivered'),
      refunded: inTicketState('refunded'),
      stages,
    }
  }

  return {
    /** A drop's row. Throws MARKET_DROP_UNKNOWN. */
    known: async (id: Hex): Promise<DropRow> => (await find(id)).row,

    /** Tickets by their numbers, whatever became of them; or the first that wait of an account's. */
    waiting: (id: Hex, by: { tickets: readonly number[] } | { account: Address }, most: number): Promise<TicketRow[]> =>
      db
        .select()
        .from(dropTickets)
        .where(
          and(
            eq(dropTickets.drop, id),
            'tickets' in by
              ? inArray(dropTickets.ticket, [...by.tickets])
              : and(eq(dropTickets.buyer, lower(by.account)), eq(dropTickets.state, 'open')),
          ),
        )
        .orderBy(asc(dropTickets.ticket))
        .limit(most),

    /** A drop with its first items, and what an account has of it. Throws MARKET_DROP_UNKNOWN. */
    async one(id: Hex, account?: Address): Promise<DropDetail> {
      const found = await find(id)
      const [view, items, of] = await Promise.all([viewOf(found), itemsOf(found, {}), account ? accountOf(found, account) : null])
      return { ...view, terms: found.row.terms, items: found.published && isOpen(found.row) ? items : null, account: of }
    },

    /** Drops, the newest first. Throws TOKENS_CURSOR_INVALID. */
    async list(query: DropQuery): Promise<DropPage> {
      const { cursor, limit = PAGE } = query
      const [before] = cursor === undefined ? [null] : readCursor(query, cursor, 1)
      const rows = await select()
        .where(and(filterOf(query, clock()), before == null ? undefined : sql`${drops.ord} < ${before}::int8`))
        .orderBy(desc(drops.ord))
        .limit(limit + 1)
      const last = rows.length > limit ? rows[limit - 1] : undefined
      const data = await Promise.all(rows.slice(0, limit).map(viewOf))
      return { data, page: { next: last ? writeCursor(query, [String(last.row.ord)]) : null } }
    },

    /** Tickets in their order, of everybody or of an account, whatever became of them or in one state. Throws MARKET_DROP_UNKNOWN, TOKENS_CURSOR_INVALID. */
    async tickets(id: Hex, query: DropTicketQuery): Promise<DropTicketPage> {
      const found = await find(id)
      const { account, state, cursor, limit = PAGE } = query
      const bound = { ...query, id, list: 'tickets' }
      const [after] = cursor === undefined ? [null] : readCursor(bound, cursor, 1)
      const rows = await db
        .select()
        .from(dropTickets)
        .where(
          and(
            eq(dropTickets.drop, id),
            account ? eq(dropTickets.buyer, lower(account)) : undefined,
            state ? eq(dropTickets.state, state) : undefined,
            after == null ? undefined : gt(dropTickets.ticket, sql`${after}::int8`),
          ),
        )
        .orderBy(asc(dropTickets.ticket))
        .limit(limit + 1)
      const shown = rows.slice(0, limit)
      const places = shown.map(({ ticket }) => itemFor(found.row, ticket)).filter((place) => place !== null)
      const items = await showing(found, places)
      const itemOf = (ticket: TicketRow) => items.get(itemFor(found.row, ticket.ticket) ?? -1) ?? null
      const last = rows.length > limit ? shown.at(-1) : undefined
      return {
        data: shown.map((ticket) => ticketView(found.row, ticket, itemOf(ticket))),
        page: { next: last ? writeCursor(bound, [String(last.ticket)]) : null },
      }
    },

    /** Items in the creator's order, none while they are its secret. Throws MARKET_DROP_UNKNOWN, TOKENS_CURSOR_INVALID. */
    items: async (id: Hex, query: DropItemQuery): Promise<DropItemPage> => itemsOf(await find(id), query),
  }
}
export type ReadDrops = ReturnType<typeof createReadDrops>

function filterOf({ state, creator, collection, account }: DropQuery, at: number): SQL | undefined {
  return and(
    state === undefined ? undefined : or(...[state].flat().map((one) => inState(one, at))),
    creator ? eq(drops.creator, lower(creator)) : undefined,
    collection ? eq(drops.collection, lower(collection)) : undefined,
    account
      ? sql`${drops.id} in (select ${dropTickets.drop} from ${dropTickets} where ${dropTickets.buyer} = ${lower(account)})`
      : undefined,
  )
}
