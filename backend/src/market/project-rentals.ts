import { and, asc, eq, getTableColumns, gt, inArray, isNull, lt, ne, or, type SQL, sql } from 'drizzle-orm'
import type { Address, Hex } from 'viem'
import type { ChainEvent, DecodeEvent, LogDraft, Projection, RawEvent, Transaction } from '../tokens/ports.ts'
import { chainEvents } from '../tokens/tables.ts'
import { foldTenancies, type Let, type TenancyEvent } from './fold-tenancies.ts'
import { markedOffers, openOfferStates } from './mark-offers.ts'
import { custodyEntry, endedEntry, offerEntry, rentalEntries } from './rental-entry.ts'
import { rentalOffers, rentalPayments, tenancies } from './rental-tables.ts'
import { royaltyPayments } from './tables.ts'

export type ProjectRentalsDeps = {
  chainId: number
  /** The contract of rentals. */
  rentals: Address
  decode: DecodeEvent
}

type Cancelling = Extract<ChainEvent, { name: 'RentalOffersCancelled' | 'RentalLaneAdvanced' }>

const isLet = (event: ChainEvent): event is Let => event.name === 'RentalStarted' || event.name === 'RentalExtended'
const ofRentals = ['RentalStarted', 'RentalExtended', 'RentalReturned', 'TokenReleased'] as const
const isOfTenancy = (event: ChainEvent): event is TenancyEvent =>
  event.name === 'UserChanged' || (ofRentals as readonly string[]).includes(event.name)

/**
 * Keeps tenancies, what was paid for them, and the book of offers to let in step with events. The tenancies of a token that is touched
 * are folded anew from all of its events, in a block and after a reorg alike. Runs after the orders, which take royalties of a lost
 * branch back.
 */
export function projectRentals({ chainId, rentals, decode }: ProjectRentalsDeps): Projection {
  const contract = rentals.toLowerCase() as Address
  const refold = async (tx: Transaction, events: readonly ChainEvent[]) => {
    const tokens = new Map(
      events
        .filter(isOfTenancy)
        .map(({ collection, tokenId }) => [`${collection} ${tokenId}`, { collection, tokenId: tokenId.toString() }]),
    )
    for (const token of tokens.values()) await refoldOne(tx, contract, token, decode)
  }
  return {
    async apply(tx, events) {
      const drafts: LogDraft[] = []
      for (const event of events) {
        if (isLet(event)) {
          await payRoyalty(tx, event)
          drafts.push(...rentalEntries(chainId, event))
        } else if (event.name === 'RentalOffersCancelled' || event.name === 'RentalLaneAdvanced')
          drafts.push(...(await cancel(tx, chainId, event)))
        else {
          const entry = custodyEntry(chainId, event)
          if (entry) drafts.push(entry)
        }
      }
      await refold(tx, events)
      drafts.push(...(await endedEarly(tx, chainId, events)))
      await touch(tx, events)
      return drafts
    },

    async retract(tx, orphaned, ancestor) {
      // From nothing: the contracts may be others than before, whose events nobody reads any more.
      if (ancestor < 0) await tx.delete(tenancies)
      else await refold(tx, orphaned)
      await tx
        .update(rentalOffers)
        .set({ closedBlock: null, closedTx: null, state: 'inactive', reason: null, detail: null, ...markedOffers() })
        .where(gt(rentalOffers.closedBlock, ancestor))
      // What was judged by a block that is gone may be open again.
      await touch(tx, orphaned, [...openOfferStates, 'cancelled'])
    },
  }
}

async function refoldOne(
  tx: Transaction,
  contract: Address,
  { collection, tokenId }: { collection: Address; tokenId: string },
  decode: DecodeEvent,
): Promise<void> {
  const [known] = await tx.select({ ord: tenancies.ord }).from(tenancies).where(ofToken(collection, tokenId)).limit(1)
  const rows = await tx
    .select()
    .from(chainEvents)
    .where(and(inArray(chainEvents.address, [contract, collection]), eq(chainEvents.tokenId, tokenId)))
    .orderBy(asc(chainEvents.block), asc(chainEvents.logIndex))
  const events = rows
    .map((row) => decode(row as RawEvent))
    .filter((event) => event !== null)
    .filter(isOfTenancy)
    .filter((event) => event.collection === collection)
  const folded = foldTenancies(events)
  if (!known && !folded.length) return
  const ords = folded.map(({ ord }) => ord)
  await tx
    .delete(tenancies)
    .where(and(ofToken(collection, tokenId), ords.length ? sql`${tenancies.ord} <> all(${sql.param(ords)}::int8[])` : undefined))
  await tx.delete(rentalPayments).where(inArray(rentalPayments.tenancy, ords))
  for (const { payments, ...tenancy } of folded) {
    // What the log has told of stays told.
    await tx.insert(tenancies).values(tenancy).onConflictDoUpdate({ target: tenancies.ord, set: replaced })
    await tx.insert(rentalPayments).values(payments.map((payment) => ({ ...payment, tenancy: tenancy.ord })))
  }
}

const { ord: _, toldExpiry: __, ...folded } = getTableColumns(tenancies)
const replaced = Object.fromEntries(Object.entries(folded).map(([key, column]) => [key, sql.raw(`excluded."${column.name}"`)]))

const ofToken = (collection: Address, tokenId: string): SQL | undefined =>
  and(eq(tenancies.collection, collection), eq(tenancies.tokenId, tokenId))

/** What the log says where users of a collection that keeps them have ended their time: the contract of rentals tells nothing then. */
async function endedEarly(tx: Transaction, chainId: number, events: readonly ChainEvent[]): Promise<LogDraft[]> {
  const drafts: LogDraft[] = []
  const told = new Set<number>()
  for (const event of events) {
    if (event.name !== 'UserChanged') continue
    const ended = and(ofToken(event.collection, event.tokenId.toString()), eq(tenancies.endedAt, event.timestamp))
    const [row] = await tx
      .select()
      .from(tenancies)
      .where(and(ended, ne(tenancies.user, event.user)))
    // What the owner does with the user in the same block is another matter.
    if (!row || told.has(row.ord)) continue
    told.add(row.ord)
    drafts.push(endedEntry(chainId, row, event))
  }
  return drafts
}

async function payRoyalty(tx: Transaction, { block, logIndex, timestamp, royalty, royaltyReceiver, currency }: Let): Promise<void> {
  if (royalty === 0n) return
  await tx.insert(royaltyPayments).values({
    block,
    logIndex,
    place: 0,
    at: new Date(timestamp * 1000),
    receiver: royaltyReceiver,
    currency,
    amount: royalty.toString(),
  })
}

/** Closes the offers whose bits or epochs their owner gave up. */
async function cancel(tx: Transaction, chainId: number, event: Cancelling): Promise<LogDraft[]> {
  const { owner, lane, epoch, block } = event
  if (event.name === 'RentalOffersCancelled' && !event.bits.length) return []
  const [which, reason, detail] =
    event.name === 'RentalOffersCancelled'
      ? [
          and(eq(rentalOffers.epoch, epoch.toString()), inArray(rentalOffers.bit, [...event.bits])),
          'MARKET_ORDER_SPENT',
          'The owner cancelled the offer.',
        ]
      : [lt(rentalOffers.epoch, epoch.toString()), 'MARKET_ORDER_EPOCH_PASSED', 'The owner cancelled all offers of the lane.']
  const rows = await tx
    .update(rentalOffers)
    .set({ state: 'cancelled', reason, detail, closedBlock: block, closedTx: event.tx, checkedBlock: block, dirty: false })
    .where(
      and(
        eq(rentalOffers.owner, owner),
        eq(rentalOffers.lane, lane.toString()),
        which,
        isNull(rentalOffers.closedBlock),
        inArray(rentalOffers.state, [...openOfferStates]),
      ),
    )
    .returning()
  return rows.map((row) => offerEntry(chainId, 'rental.cancelled', row, event))
}

/** Marks the offers that events may have changed: of a token to which something happened, of an owner who did something, or all. */
async function touch(
  tx: Transaction,
  events: readonly ChainEvent[],
  states: readonly (typeof rentalOffers.$inferSelect)['state'][] = openOfferStates,
): Promise<void> {
  const tokens = new Set<string>()
  const owners = new Set<Address>()
  const hashes = new Set<Hex>()
  let all = false
  for (const event of events) {
    if (event.name === 'MarketChanged') all = true
    else if (event.name === 'ApprovalChanged') owners.add(event.owner)
    else if (event.name === 'RentalOffersCancelled' || event.name === 'RentalLaneAdvanced') owners.add(event.owner)
    else if (event.name === 'RentalOfferApproved') hashes.add(event.offerHash)
    else if ('standard' in event || isOfTenancy(event)) tokens.add(event.tokenId.toString())
  }
  const concerned = [
    all ? sql`true` : undefined,
    tokens.size ? sql`${rentalOffers.tokenId} = any(${sql.param([...tokens])}::numeric[])` : undefined,
    owners.size ? inArray(rentalOffers.owner, [...owners]) : undefined,
    hashes.size ? inArray(rentalOffers.hash, [...hashes]) : undefined,
  ].filter((condition) => condition !== undefined)
  if (!concerned.length) return
  await tx
    .update(rentalOffers)
    .set(markedOffers())
    .where(and(isNull(rentalOffers.closedBlock), inArray(rentalOffers.state, [...states]), or(...concerned)))
}
