import type { OrderPage, OrderQuery, OrderView } from '@daedal/protocol/market/api'
import { orderKinds } from '@daedal/protocol/market/order'
import { and, desc, eq, inArray, lt, sql } from 'drizzle-orm'
import type { Address, Hex } from 'viem'
import type { Database } from '../adapters/database/database.ts'
import { AppError } from '../errors.ts'
import { readCursor, writeCursor } from '../tokens/cursor.ts'
import { type OrderRow, orderView } from './order-row.ts'
import { orders } from './tables.ts'

const lower = (address: Address) => address.toLowerCase() as Address

/** Orders that the page of a token shows. */
const ORDERS_OF_TOKEN = 200

/** Reads of the order book. */
export function createReadOrders({ db, chainId }: { db: Database; chainId: number }) {
  async function find(hash: Hex): Promise<OrderRow | null> {
    const [row] = await db.select().from(orders).where(eq(orders.hash, hash))
    return row ?? null
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
      return orderView(chainId, await this.known(hash))
    },

    /** Orders for a token that can be filled, or could be again, the newest first. */
    async ofToken(collection: Address, tokenId: string): Promise<OrderView[]> {
      const rows = await db
        .select()
        .from(orders)
        .where(
          and(
            eq(orders.collection, lower(collection)),
            sql`${orders.tokenId} = ${tokenId}::numeric`,
            inArray(orders.state, ['active', 'inactive']),
          ),
        )
        .orderBy(desc(orders.ord))
        .limit(ORDERS_OF_TOKEN)
      return rows.map((row) => orderView(chainId, row))
    },

    /** Orders, the newest first. Throws TOKENS_CURSOR_INVALID. */
    async list(query: OrderQuery): Promise<OrderPage> {
      const { collection, tokenId, maker, owner, kind, state, cursor, limit = 24 } = query
      const [ord] = cursor === undefined ? [null] : readCursor(query, cursor, 1)
      const rows = await db
        .select()
        .from(orders)
        .where(
          and(
            collection ? eq(orders.collection, lower(collection)) : undefined,
            tokenId === undefined ? undefined : sql`${orders.tokenId} = ${tokenId}::numeric`,
            maker ? eq(orders.maker, lower(maker)) : undefined,
            owner ? eq(orders.owner, lower(owner)) : undefined,
            kind ? eq(orders.kind, orderKinds.indexOf(kind)) : undefined,
            state ? eq(orders.state, state) : undefined,
            ord == null ? undefined : lt(orders.ord, sql`${ord}::int8`),
          ),
        )
        .orderBy(desc(orders.ord))
        .limit(limit + 1)
      const last = rows.length > limit ? rows[limit - 1] : undefined
      return {
        data: rows.slice(0, limit).map((row) => orderView(chainId, row)),
        page: { next: last ? writeCursor(query, [String(last.ord)]) : null },
      }
    },
  }
}
export type ReadOrders = ReturnType<typeof createReadOrders>
