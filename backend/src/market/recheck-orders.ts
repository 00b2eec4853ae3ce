import { and, asc, eq, gt, inArray, isNull, lte, ne, type SQL, sql } from 'drizzle-orm'
import type { Database } from '../adapters/database/database.ts'
import type { LogDraft } from '../tokens/ports.ts'
import { appendEvents, raiseVersion } from '../worlds/event-log.ts'
import { judgeOrder } from './judge-order.ts'
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

/** Orders judged together: the chain is asked for all of them in one moment. */
const AT_ONCE = 32
const ENDED_AT_ONCE = 500

/**
 * Judges again the orders that something touched or whose time came, and writes where they stand now. Safe to repeat: what was
 * not written stays marked. Answers how many were judged.
 */
export function createRecheckOrders({ db, chainId, chain, setQuotes, block, now }: RecheckOrdersDeps) {
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
    const { block: head } = await chain.head()
    await db.transaction(async (tx) => {
      await raiseVersion(tx)
      const drafts: LogDraft[] = []
      const written: OrderRow[] = []
      for (const { row, facts, verdict } of judged) {
        // A nonce that was spent in a block which is not indexed yet: the event will say by what, so the order stays marked.
        if (verdict.state === 'cancelled' && head > block()) continue
        const [saved] = await tx
          .update(orders)
          // A mark that was set while the chain was asked stays.
          .set({ ...judgedColumns(verdict, facts, at), dirty: sql`${orders.marks} <> ${row.marks}` })
          .where(and(eq(orders.hash, row.hash), isNull(orders.closedBy), ne(orders.state, 'expired')))
          .returning()
        if (!saved) continue
        written.push(saved)
        const type = changeOf(row, saved)
        if (type) drafts.push(orderEntry(chainId, type, saved))
      }
      await appendEvents(tx, chainId, drafts, now())
      await quoteAssets(tx, written, setQuotes)
    })
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
          .where(and(eq(orders.dirty, true), isNull(orders.closedBy), ne(orders.state, 'expired'), gt(orders.ord, after)))
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

    /** Ends the orders whose time is over. Asks no chain: time alone decides that. Answers how many. */
    async expire(): Promise<number> {
      let count = 0
      for (;;) {
        const over = and(
          inArray(orders.state, [...openStates]),
          isNull(orders.closedBy),
          lte(orders.endTime, unixSeconds(now()).toString()),
        )
        const due = await db.select({ hash: orders.hash }).from(orders).where(over).limit(ENDED_AT_ONCE)
        if (!due.length) return count
        await db.transaction(async (tx) => {
          await raiseVersion(tx)
          const rows = await tx
            .update(orders)
            .set({
              state: 'expired',
              reason: 'MARKET_ORDER_EXPIRED',
              detail: sql`'The order ended at ' || ${orders.endTime} || '.'`,
              dirty: false,
            })
            .where(
              and(
                over,
                inArray(
                  orders.hash,
                  due.map(({ hash }) => hash),
                ),
              ),
            )
            .returning()
          await appendEvents(
            tx,
            chainId,
            rows.map((row) => orderEntry(chainId, 'order.expired', row)),
            now(),
          )
          await quoteAssets(tx, rows, setQuotes)
        })
        count += due.length
      }
    },

    /** Marks orders whose start came, and those that waited for a pause that is over. */
    async due(): Promise<void> {
      const clock = unixSeconds(now()).toString()
      await markOrdersNow(db, sql`not ${orders.dirty} and ${orders.state} = 'pending' and ${orders.startTime} <= ${clock}::numeric`)
      const waiting = and(eq(orders.reason, 'MARKET_PAUSED'), eq(orders.dirty, false)) as SQL
      const [some] = await db.select({ ord: orders.ord }).from(orders).where(waiting).limit(1)
      if (some && !(await chain.paused())) await markOrdersNow(db, waiting)
    },

    /** Marks the open orders of makers whose money or approval moved. */
    async moved(makers: readonly `0x${string}`[]): Promise<void> {
      if (makers.length) await markOrdersNow(db, and(inArray(orders.maker, [...makers]), inArray(orders.state, [...openStates])) as SQL)
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
