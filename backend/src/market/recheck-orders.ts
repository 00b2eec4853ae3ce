import { and, asc, eq, gt, inArray, isNull, lte, sql } from 'drizzle-orm'
import type { Database } from '../adapters/database/database.ts'
import { appendEvents, raiseVersion } from '../worlds/event-log.ts'
import { judgeOrder, type OrderFacts, type Verdict } from './judge-order.ts'
import { markOrdersNow, openStates } from './mark-orders.ts'
import { orderEntry } from './order-entry.ts'
import { judgedColumns, type OrderRow, orderOfRow } from './order-row.ts'
import type { ChainReader, SetQuotes } from './ports.ts'
import { quoteAssets } from './quote-assets.ts'
import { readFacts, readVenueFacts, unixSeconds } from './read-facts.ts'
import { orders } from './tables.ts'

export type RecheckOrdersDeps = {
  db: Database
  chainId: number
  chain: ChainReader
  setQuotes: SetQuotes
  /** Newest indexed block. */
  block(): number
  now(): Date
}

const AT_ONCE = 32

/**
 * Judges again the orders that something touched or whose time came, and writes where they stand now. Safe to repeat: what was
 * not written stays marked. Answers how many were judged.
 */
export function createRecheckOrders({ db, chainId, chain, setQuotes, block, now }: RecheckOrdersDeps) {
  async function write(row: OrderRow, verdict: Verdict, facts: OrderFacts, at: number): Promise<void> {
    await db.transaction(async (tx) => {
      await raiseVersion(tx)
      const [saved] = await tx
        .update(orders)
        // A mark that was set while the chain was asked stays.
        .set({ ...judgedColumns(verdict, facts, at), dirty: sql`${orders.marks} <> ${row.marks}` })
        .where(and(eq(orders.hash, row.hash), isNull(orders.closedBy)))
        .returning()
      if (!saved) return
      const type = changeOf(row, saved)
      if (type) await appendEvents(tx, chainId, [orderEntry(chainId, type, saved)], now())
      await quoteAssets(tx, [saved], setQuotes)
    })
  }

  async function recheck(rows: OrderRow[]): Promise<void> {
    const at = block()
    const venue = await readVenueFacts(chain, unixSeconds(now()))
    const judged = await Promise.all(
      rows.map(async (row) => {
        const order = orderOfRow(row)
        const facts = await readFacts(chain, order, venue)
        return { row, facts, verdict: judgeOrder(order, facts) }
      }),
    )
    for (const { row, facts, verdict } of judged) await write(row, verdict, facts, at)
  }

  return {
    /** Orders that were marked, by events or by a reorg. */
    async marked(): Promise<number> {
      let count = 0
      let after = 0
      for (;;) {
        const rows = await db
          .select()
          .from(orders)
          .where(and(eq(orders.dirty, true), isNull(orders.closedBy), gt(orders.ord, after)))
          .orderBy(asc(orders.ord))
          .limit(AT_ONCE)
        const last = rows.at(-1)
        if (!last) return count
        await recheck(rows)
        count += rows.length
        // Each is judged once a round: one that is marked again meanwhile waits for the next.
        after = last.ord
      }
    },

    /** Marks orders whose start or end came, and those that waited for the end of a pause. */
    async due(): Promise<number> {
      const clock = unixSeconds(now()).toString()
      return markOrdersNow(
        db,
        sql`${orders.dirty} = false and (
            (${orders.state} in ('pending', 'active', 'inactive') and ${orders.endTime} <= ${clock}::numeric)
            or (${orders.state} = 'pending' and ${orders.startTime} <= ${clock}::numeric)
            or (${orders.reason} = 'MARKET_PAUSED' and ${orders.checkedBlock} < ${block()}))`,
      )
    },

    /** Marks the open orders of makers whose money or approval moved. */
    async moved(makers: readonly `0x${string}`[]): Promise<void> {
      if (makers.length) await markOrdersNow(db, inArray(orders.maker, [...makers]))
    },

    /** Marks the open orders that were not looked at for the longest time; heals whatever an event did not tell. */
    async oldest(count: number, belowBlock: number): Promise<void> {
      const rows = await db
        .select({ hash: orders.hash })
        .from(orders)
        .where(and(inArray(orders.state, ['active', 'inactive']), isNull(orders.closedBy), lte(orders.checkedBlock, belowBlock)))
        .orderBy(asc(orders.checkedBlock))
        .limit(count)
      const hashes = rows.map(({ hash }) => hash)
      if (hashes.length) await markOrdersNow(db, inArray(orders.hash, hashes))
    },

    /** Makers of open offers: their wrapped ether decides whether the offers stand. */
    async offerMakers(): Promise<`0x${string}`[]> {
      const rows = await db
        .selectDistinct({ maker: orders.maker })
        .from(orders)
        .where(and(eq(orders.kind, 1), inArray(orders.state, [...openStates])))
      return rows.map(({ maker }) => maker)
    },
  }
}
export type RecheckOrders = ReturnType<typeof createRecheckOrders>

function changeOf(before: OrderRow, after: OrderRow) {
  if (before.state === after.state && before.reason === after.reason) return null
  if (after.state === 'active') return before.state === 'pending' || before.reason === null ? null : ('order.revalidated' as const)
  if (before.state === after.state) return null
  if (after.state === 'expired') return 'order.expired' as const
  if (after.state === 'cancelled') return 'order.cancelled' as const
  return after.state === 'inactive' ? ('order.invalidated' as const) : null
}
