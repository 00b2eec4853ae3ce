import { and, isNull, type SQL, sql } from 'drizzle-orm'
import type { Database } from '../adapters/database/database.ts'
import type { Transaction } from '../tokens/ports.ts'
import { raiseVersion } from '../worlds/event-log.ts'
import { orders } from './tables.ts'

/** Orders that time or events can still change. */
export const openStates = ['pending', 'active', 'inactive'] as const

/** Columns of an order that is to be judged again. */
export const marked = () => ({ dirty: true, marks: sql`${orders.marks} + 1` })

/** Marks orders that no event closed, inside a transaction that holds the version's lock. */
export async function markOrders(tx: Transaction, which: SQL | undefined): Promise<void> {
  if (which)
    await tx
      .update(orders)
      .set(marked())
      .where(and(isNull(orders.closedBy), which))
}

/** Marks orders in a transaction of its own; costs one read when there are none. Answers how many. */
export async function markOrdersNow(db: Database, which: SQL): Promise<number> {
  const unmarked = and(isNull(orders.closedBy), which)
  const [some] = await db.select({ ord: orders.ord }).from(orders).where(unmarked).limit(1)
  if (!some) return 0
  return db.transaction(async (tx) => {
    await raiseVersion(tx)
    return (await tx.update(orders).set(marked()).where(unmarked).returning({ ord: orders.ord })).length
  })
}
