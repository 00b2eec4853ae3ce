import { type EventPage, type EventQuery, type LogEvent, RETRACTED } from '@daedal/protocol/worlds/events'
import { and, asc, eq, gt, inArray, lte, sql } from 'drizzle-orm'
import { type Address, getAddress, type Hex } from 'viem'
import type { Database } from '../adapters/database/database.ts'
import type { LogDraft, Transaction } from '../tokens/ports.ts'
import { counters, eventLog } from './tables.ts'

/** Blocks after which a reorg is no longer followed. */
export const REORG_DEPTH = 128

/** Channel on which processes hear that something was committed. */
export const CHANGES = 'daedal_changes'

/**
 * Raises the version of everything the index shows. First statement of every transaction that changes it: the row's lock keeps
 * such transactions one after the other, so none of them can wait for each other's rows.
 */
export async function raiseVersion(tx: Transaction): Promise<void> {
  await tx.execute(sql`update ${counters} set value = value + 1 where name = 'assets'`)
  await tx.execute(sql`select pg_notify(${CHANGES}, '')`)
}

/** Appends entries; their numbers follow the newest without a gap. The transaction holds {@link raiseVersion}'s lock. */
export async function appendEvents(tx: Transaction, chainId: number, drafts: readonly LogDraft[], now: Date): Promise<void> {
  if (!drafts.length) return
  const first = await takeNumbers(tx, drafts.length)
  const rows = drafts.map((draft, index) => ({
    seq: first + index,
    id: draft.id ?? (draft.at ? `${chainId}:${draft.at.blockHash}:${draft.at.logIndex}:${draft.type}` : `${crypto.randomUUID()}`),
    type: draft.type,
    occurredAt: draft.at ? new Date(draft.at.timestamp * 1000) : now,
    asset: draft.asset,
    accounts: [...new Set(draft.accounts.map((account) => account.toLowerCase()))],
    block: draft.at?.block ?? null,
    blockHash: draft.at?.blockHash ?? null,
    tx: draft.at?.tx ?? null,
    logIndex: draft.at?.logIndex ?? null,
    data: draft.data,
  }))
  for (let at = 0; at < rows.length; at += 500) await tx.insert(eventLog).values(rows.slice(at, at + 500))
}

/** Takes back every entry of blocks above `ancestor`, newest first. */
export async function retractEvents(tx: Transaction, ancestor: number, now: Date): Promise<void> {
  const gone = await tx
    .update(eventLog)
    .set({ retracted: true })
    .where(and(gt(eventLog.block, ancestor), eq(eventLog.retracted, false)))
    .returning()
  if (!gone.length) return
  gone.sort((a, b) => b.seq - a.seq)
  const first = await takeNumbers(tx, gone.length)
  await tx.insert(eventLog).values(
    gone.map((entry, index) => ({
      ...entry,
      seq: first + index,
      id: `${entry.id}${RETRACTED}`,
      type: `${entry.type}${RETRACTED}`,
      occurredAt: now,
      retracted: true,
      data: { ...entry.data, retracts: entry.seq },
    })),
  )
}

async function takeNumbers(tx: Transaction, count: number): Promise<number> {
  const [counter] = await tx
    .update(counters)
    .set({ value: sql`value + ${count}` })
    .where(eq(counters.name, 'event_log'))
    .returning()
  if (!counter) throw new Error('the counter event_log is missing: the database was not migrated')
  return counter.value - count + 1
}

/** Entries after a number, oldest first. `final` is the newest block that no followed reorg can reach. */
export async function readEvents(db: Database, query: EventQuery, indexedBlock: number): Promise<EventPage> {
  const { after = 0, types, asset, account, limit = 100 } = query
  const [counter] = await db.select().from(counters).where(eq(counters.name, 'event_log'))
  const head = counter?.value ?? 0
  const rows = await db
    .select()
    .from(eventLog)
    .where(
      and(
        gt(eventLog.seq, after),
        lte(eventLog.seq, head),
        types ? inArray(eventLog.type, types.split(',')) : undefined,
        asset ? eq(eventLog.asset, asset) : undefined,
        account ? sql`${eventLog.accounts} @> ${sql.param([account.toLowerCase()])}::text[]` : undefined,
      ),
    )
    .orderBy(asc(eventLog.seq))
    .limit(limit)
  const last = rows.at(-1)
  return {
    data: rows.map((row) => viewOf(row, indexedBlock - REORG_DEPTH)),
    page: { next: rows.length === limit && last ? last.seq : Math.max(head, after), head },
  }
}

function viewOf(row: typeof eventLog.$inferSelect, final: number): LogEvent {
  const { block, blockHash, tx, logIndex } = row
  return {
    id: row.id,
    seq: row.seq,
    type: row.type,
    occurredAt: row.occurredAt.toISOString(),
    asset: row.asset,
    accounts: row.accounts.map((account) => getAddress(account as Address)),
    chain:
      block === null
        ? null
        : { block, hash: blockHash as Hex, tx: tx as Hex, logIndex: logIndex as number, finality: block <= final ? 'final' : 'latest' },
    data: row.data,
  }
}
