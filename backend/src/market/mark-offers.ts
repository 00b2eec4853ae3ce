import { and, isNull, type SQL, sql } from 'drizzle-orm'
import type { Database } from '../adapters/database/database.ts'
import { raiseVersion } from '../worlds/event-log.ts'
import { rentalOffers } from './rental-tables.ts'

/** Offers to let that time or events can still change. */
export const openOfferStates = ['pending', 'active', 'inactive'] as const

/** Columns of an offer that is to be judged again. */
export const markedOffers = () => ({ dirty: true, marks: sql`${rentalOffers.marks} + 1` })

/** Marks offers in a transaction of its own; costs one read when there are none. Answers how many. */
export async function markOffersNow(db: Database, which: SQL | undefined): Promise<number> {
  const unmarked = and(isNull(rentalOffers.closedBlock), which)
  const [some] = await db.select({ ord: rentalOffers.ord }).from(rentalOffers).where(unmarked).limit(1)
  if (!some) return 0
  return db.transaction(async (tx) => {
    await raiseVersion(tx)
    return (await tx.update(rentalOffers).set(markedOffers()).where(unmarked).returning({ ord: rentalOffers.ord })).length
  })
}
