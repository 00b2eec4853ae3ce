import { and, asc, eq, gt, inArray, isNull, lte, ne, type SQL, sql } from 'drizzle-orm'
import type { Address } from 'viem'
import type { Database } from '../adapters/database/database.ts'
import { appendEvents, raiseVersion } from '../worlds/event-log.ts'
import { eventLog } from '../worlds/tables.ts'
import { signerOfMessage } from './check-signature.ts'
import { judgeRental } from './judge-rental.ts'
import { markOffersNow, openOfferStates } from './mark-offers.ts'
import { judgedOfferColumns, messageOf, offerOfRow, type RentalVenue } from './offer-row.ts'
import type { ChainReader, RentalReader } from './ports.ts'
import { readVenueFacts, unixSeconds } from './read-facts.ts'
import { readRentalFacts } from './read-rental-facts.ts'
import { expiredEntry, type OfferRow } from './rental-entry.ts'
import { rentalOffers, tenancies } from './rental-tables.ts'

export type RecheckRentalsDeps = {
  db: Database
  venue: RentalVenue
  chain: ChainReader
  reader: RentalReader
  /** Newest indexed block. */
  block(): number
  /** Unix seconds: the wall's, or the newest indexed block's where that is later. */
  clock(): number
  now(): Date
}

/** Offers judged together: the chain is asked for all of them in one moment. */
const AT_ONCE = 32
const ENDED_AT_ONCE = 500
const open = () => inArray(rentalOffers.state, [...openOfferStates])

/**
 * Judges again the offers to let that something touched or whose time came, and tells of tenancies that are over. Safe to repeat: what
 * was not written stays marked.
 */
export function createRecheckRentals({ db, venue, chain, reader, block, clock, now }: RecheckRentalsDeps) {
  async function recheck(rows: OfferRow[]): Promise<void> {
    const at = block()
    const same = await readVenueFacts(chain, unixSeconds(now()))
    const looked = await Promise.allSettled(
      rows.map(async (row) => {
        const offer = offerOfRow(row)
        // A key's signature holds for ever; a contract and an approval can change their mind.
        const signed = row.signedBy === 'key' || (await signerOfMessage(chain, messageOf(venue, reader, offer, row.signature))) !== null
        const facts = await readRentalFacts({ chain, reader, rentals: venue.rentals }, offer, same, signed)
        return { row, facts, verdict: judgeRental(offer, facts) }
      }),
    )
    // A foreign contract that lets the node fail keeps only its own offers from being judged.
    const judged = looked.flatMap((result) => (result.status === 'fulfilled' ? [result.value] : []))
    const failed = looked.find((result) => result.status === 'rejected')
    if (failed && !judged.length) throw failed.reason
    const { block: head } = await chain.head()
    await db.transaction(async (tx) => {
      await raiseVersion(tx)
      for (const { row, facts, verdict } of judged) {
        // Cancelled in a block which is not indexed yet: the event will say by what, so the offer stays marked.
        if (verdict.state === 'cancelled' && head > block()) continue
        await tx
          .update(rentalOffers)
          // A mark that was set while the chain was asked stays.
          .set({ ...judgedOfferColumns(verdict, facts, at), dirty: sql`${rentalOffers.marks} <> ${row.marks}` })
          .where(and(eq(rentalOffers.hash, row.hash), isNull(rentalOffers.closedBlock), ne(rentalOffers.state, 'expired')))
      }
    })
  }

  return {
    /** Offers that were marked, by events or by a reorg. Answers how many. */
    async marked(): Promise<number> {
      let count = 0
      let after = 0
      for (;;) {
        const rows = await db
          .select()
          .from(rentalOffers)
          .where(
            and(
              eq(rentalOffers.dirty, true),
              isNull(rentalOffers.closedBlock),
              ne(rentalOffers.state, 'expired'),
              gt(rentalOffers.ord, after),
            ),
          )
          .orderBy(asc(rentalOffers.ord))
          .limit(AT_ONCE)
        const last = rows.at(-1)
        if (!last) return count
        await recheck(rows)
        count += rows.length
        after = last.ord
      }
    },

    /** Ends the offers, and tells of the tenancies, whose time is over. Asks no chain: time alone decides that. Answers how many. */
    async expire(): Promise<number> {
      const at = clock()
      let count = 0
      for (;;) {
        const over = and(open(), isNull(rentalOffers.closedBlock), lte(rentalOffers.end, String(at)))
        const due = await db.select({ hash: rentalOffers.hash }).from(rentalOffers).where(over).limit(ENDED_AT_ONCE)
        if (!due.length) break
        const hashes = due.map(({ hash }) => hash)
        await db.transaction(async (tx) => {
          await raiseVersion(tx)
          const detail = sql`'The offer ended at ' || ${rentalOffers.end} || '.'`
          await tx
            .update(rentalOffers)
            .set({ state: 'expired', reason: 'MARKET_ORDER_EXPIRED', detail, dirty: false })
            .where(and(over, inArray(rentalOffers.hash, hashes)))
        })
        count += due.length
      }
      return count + (await tell(at))
    },

    /** Marks offers whose start came, and those that waited for a pause that is over. */
    async due(): Promise<void> {
      await markOffersNow(
        db,
        sql`not ${rentalOffers.dirty} and ${rentalOffers.state} = 'pending' and ${rentalOffers.start} <= ${String(clock())}::numeric`,
      )
      const waiting = and(eq(rentalOffers.reason, 'MARKET_PAUSED'), eq(rentalOffers.dirty, false)) as SQL
      const [some] = await db.select({ ord: rentalOffers.ord }).from(rentalOffers).where(waiting).limit(1)
      if (some && !(await chain.paused())) await markOffersNow(db, waiting)
    },

    /** Marks the open offers that were not looked at for the longest time; heals whatever an event did not tell. */
    async oldest(count: number, belowBlock: number): Promise<void> {
      const rows = await db
        .select({ hash: rentalOffers.hash })
        .from(rentalOffers)
        .where(
          and(
            inArray(rentalOffers.state, ['active', 'inactive']),
            isNull(rentalOffers.closedBlock),
            lte(rentalOffers.checkedBlock, belowBlock),
          ),
        )
        .orderBy(asc(rentalOffers.checkedBlock))
        .limit(count)
      const hashes = rows.map(({ hash }) => hash)
      if (hashes.length) await markOffersNow(db, inArray(rentalOffers.hash, hashes))
    },

    /** Collections of open offers beside the followed ones: their events the index does not keep. */
    async collections(followed: readonly Address[]): Promise<Address[]> {
      const rows = await db
        .selectDistinct({ collection: rentalOffers.collection })
        .from(rentalOffers)
        .where(and(open(), isNull(rentalOffers.closedBlock)))
      const kept = new Set(followed.map((address) => address.toLowerCase()))
      return rows.map(({ collection }) => collection).filter((collection) => !kept.has(collection))
    },

    /** Marks the open offers of collections in which something happened. */
    async stirred(collections: readonly Address[]): Promise<void> {
      if (collections.length) await markOffersNow(db, and(open(), inArray(rentalOffers.collection, [...collections])))
    },
  }

  /** Writes into the log that tenancies are over which nobody ended early, each expiry once. */
  async function tell(at: number): Promise<number> {
    const untold = and(
      isNull(tenancies.endedAt),
      lte(tenancies.expires, at),
      sql`${tenancies.toldExpiry} is distinct from ${tenancies.expires}`,
    )
    let count = 0
    for (;;) {
      const due = await db.select().from(tenancies).where(untold).orderBy(asc(tenancies.expires)).limit(ENDED_AT_ONCE)
      if (!due.length) return count
      const ords = due.map(({ ord }) => ord)
      await db.transaction(async (tx) => {
        await raiseVersion(tx)
        const rows = await tx
          .update(tenancies)
          .set({ toldExpiry: tenancies.expires })
          .where(and(untold, inArray(tenancies.ord, ords)))
          .returning()
        const entries = rows.map((row) => expiredEntry(venue.chainId, row))
        // An index that was made anew has told of some before.
        const before = await tx
          .select({ id: eventLog.id })
          .from(eventLog)
          .where(
            and(
              eq(eventLog.type, 'rental.expired'),
              inArray(
                eventLog.id,
                entries.map(({ id }) => id ?? ''),
              ),
            ),
          )
        const told = new Set(before.map(({ id }) => id))
        await appendEvents(
          tx,
          venue.chainId,
          entries.filter(({ id }) => !told.has(id ?? '')),
          now(),
        )
      })
      count += due.length
    }
  }
}
export type RecheckRentals = ReturnType<typeof createRecheckRentals>
