import { and, asc, eq, gt, inArray, isNull, lte, ne, or, type SQL, sql } from 'drizzle-orm'
import { type Address, zeroAddress } from 'viem'
import type { Database } from '../adapters/database/database.ts'
import type { LogDraft } from '../tokens/ports.ts'
import { appendEvents, raiseVersion } from '../worlds/event-log.ts'
import { type SignatureDeps, signerOf } from './check-signature.ts'
import { judgeOrder } from './judge-order.ts'
import { markOrdersNow, openStates } from './mark-orders.ts'
import { orderEntry } from './order-entry.ts'
import { formOfRow, judgedColumns, type OrderRow } from './order-row.ts'
import type { ChainReader } from './ports.ts'
import type { QuoteAssets } from './quote-assets.ts'
import { readFacts, readVenueFacts, unixSeconds } from './read-facts.ts'
import { orderItems, orders } from './tables.ts'

export type RecheckOrdersDeps = {
  db: Database
  venue: SignatureDeps['venue']
  chain: ChainReader
  quoteAssets: QuoteAssets
  /** Newest indexed block. */
  block(): number
  now(): Date
}

/** Orders judged together: the chain is asked for all of them in one moment. */
const AT_ONCE = 32
const ENDED_AT_ONCE = 500
/** Orders with a moving price that are quoted again in one go. */
const MOVING_AT_ONCE = 2_000

/**
 * Judges again the orders that something touched or whose time came, and writes where they stand now. Safe to repeat: what was
 * not written stays marked. Answers how many were judged.
 */
export function createRecheckOrders({ db, venue: place, chain, quoteAssets, block, now }: RecheckOrdersDeps) {
  const { chainId } = place

  async function recheck(rows: OrderRow[]): Promise<void> {
    const at = block()
    const venue = await readVenueFacts(chain, unixSeconds(now()))
    const looked = await Promise.allSettled(
      rows.map(async (row) => {
        const form = formOfRow(row)
        // A key's signature holds for ever; a contract and an approval can change their mind.
        const signed = row.signedBy === 'key' || (await signerOf({ venue: place, chain }, form, row.signature)) !== null
        const facts = await readFacts(chain, form, venue, signed)
        return { row, form, facts, verdict: judgeOrder(form, facts) }
      }),
    )
    // A foreign contract that lets the node fail keeps only its own orders from being judged.
    const judged = looked.flatMap((result) => (result.status === 'fulfilled' ? [result.value] : []))
    const failed = looked.find((result) => result.status === 'rejected')
    if (failed && !judged.length) throw failed.reason
    const { block: head } = await chain.head()
    await db.transaction(async (tx) => {
      await raiseVersion(tx)
      const drafts: LogDraft[] = []
      const written: OrderRow[] = []
      for (const { row, form, facts, verdict } of judged) {
        // A nonce that was spent in a block which is not indexed yet: the event will say by what, so the order stays marked.
        if (verdict.state === 'cancelled' && head > block()) continue
        const [saved] = await tx
          .update(orders)
          // A mark that was set while the chain was asked stays.
          .set({ ...judgedColumns(form, verdict, facts, at), dirty: sql`${orders.marks} <> ${row.marks}` })
          .where(and(eq(orders.hash, row.hash), isNull(orders.closedBy), ne(orders.state, 'expired')))
          .returning()
        if (!saved) continue
        written.push(saved)
        const type = changeOf(row, saved)
        if (type) drafts.push(orderEntry(chainId, type, saved))
      }
      await appendEvents(tx, chainId, drafts, now())
      await quoteAssets(tx, written)
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
          await quoteAssets(tx, rows)
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

    /** Makers of open offers by currency: what they have of it decides whether the offers stand. */
    async offerMakers(): Promise<Map<Address, Address[]>> {
      const rows = await db
        .selectDistinct({ currency: orders.currency, maker: orders.maker })
        .from(orders)
        .where(and(inArray(orders.kind, [1, 2]), inArray(orders.state, [...openStates])))
      const found = new Map<Address, Address[]>()
      for (const { currency, maker } of rows) found.set(currency, [...(found.get(currency) ?? []), maker])
      return found
    },

    /** Collections of open orders beside the followed ones: their events the index does not keep. */
    async collections(followed: readonly Address[]): Promise<Address[]> {
      const open = and(inArray(orders.state, [...openStates]), isNull(orders.closedBy))
      const [named, bundled] = await Promise.all([
        db.selectDistinct({ collection: orders.collection }).from(orders).where(open),
        db
          .selectDistinct({ collection: orderItems.collection })
          .from(orderItems)
          .innerJoin(orders, eq(orders.hash, orderItems.hash))
          .where(open),
      ])
      const all = new Set([...named, ...bundled].map(({ collection }) => collection))
      const kept = new Set([zeroAddress, ...followed.map((address) => address.toLowerCase())])
      return [...all].filter((collection) => !kept.has(collection))
    },

    /** Marks the open orders of collections in which something happened. */
    async stirred(collections: readonly Address[]): Promise<void> {
      if (!collections.length) return
      const bundles = db
        .select({ hash: orderItems.hash })
        .from(orderItems)
        .where(inArray(orderItems.collection, [...collections]))
      const concerned = or(inArray(orders.collection, [...collections]), inArray(orders.hash, bundles))
      await markOrdersNow(db, and(inArray(orders.state, [...openStates]), concerned) as SQL)
    },

    /** Quotes again what moves: the price of an order that falls or rises is another every second. */
    async moving(): Promise<void> {
      const rows = await db
        .select({ collection: orders.collection, tokenId: orders.tokenId })
        .from(orders)
        .where(and(sql`${orders.price} <> ${orders.endPrice}`, eq(orders.state, 'active')))
        .limit(MOVING_AT_ONCE)
      if (rows.length)
        await db.transaction(async (tx) => {
          await raiseVersion(tx)
          await quoteAssets(tx, rows)
        })
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
