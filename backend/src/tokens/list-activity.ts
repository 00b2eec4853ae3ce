import { assetRef, chainRef, tokenStandards } from '@daedal/protocol/chains/caip'
import { type Activity, type ActivityPage, type ActivityQuery, activityTypes } from '@daedal/protocol/tokens/api'
import { and, desc, eq, inArray, lt, or, type SQL, sql } from 'drizzle-orm'
import { type Address, getAddress, type Hex } from 'viem'
import type { Database } from '../adapters/database/database.ts'
import { eventLog } from '../worlds/tables.ts'
import { readCursor, writeCursor } from './cursor.ts'
import { assets } from './tables.ts'

export type ListActivityDeps = { db: Database; chainId: number; collection: Address }

type Entry = typeof eventLog.$inferSelect
type Shown = { name: string | null; image: string | null; tokenId: string | null }

/** What happened, the newest first: the event log without what a reorg took back. Throws TOKENS_CURSOR_INVALID. */
export const createListActivity =
  ({ db, chainId, collection: ours }: ListActivityDeps) =>
  async (query: ActivityQuery): Promise<ActivityPage> => {
    const { account, collection, tokenId, type, cursor, limit = 24 } = query
    const [seq] = cursor === undefined ? [null] : readCursor(query, cursor, 1)
    const asset = ((): SQL | undefined => {
      if (tokenId !== undefined)
        return inArray(
          eventLog.asset,
          tokenStandards.map((standard) => assetRef(chainId, collection ?? ours, BigInt(tokenId), standard)),
        )
      if (collection === undefined) return undefined
      const of = tokenStandards.map((standard) => `${chainRef(chainId)}/${standard}:${getAddress(collection.toLowerCase())}/`)
      return or(...of.map((start) => sql`starts_with(${eventLog.asset}, ${start})`))
    })()
    const rows = await db
      .select({ entry: eventLog, name: assets.name, image: assets.image, tokenId: assets.tokenId })
      .from(eventLog)
      .leftJoin(assets, eq(assets.id, eventLog.asset))
      .where(
        and(
          inArray(eventLog.type, type === undefined ? [...activityTypes] : [type].flat()),
          eq(eventLog.retracted, false),
          account ? sql`${eventLog.accounts} @> ${sql.param([account.toLowerCase()])}::text[]` : undefined,
          asset,
          seq == null ? undefined : lt(eventLog.seq, sql`${seq}::int8`),
        ),
      )
      .orderBy(desc(eventLog.seq))
      .limit(limit + 1)
    const last = rows.length > limit ? rows[limit - 1] : undefined
    return {
      data: rows.slice(0, limit).map(({ entry, ...found }) => activityOf(entry, found)),
      page: { next: last ? writeCursor(query, [String(last.entry.seq)]) : null },
    }
  }
export type ListActivity = ReturnType<typeof createListActivity>

function activityOf(entry: Entry, { name, image, tokenId }: Shown): Activity {
  const { data } = entry
  const split = data.split as { seller: string; royalty: string; royaltyReceiver: Address | null; fee: string } | undefined
  return {
    id: entry.id,
    type: entry.type as Activity['type'],
    occurredAt: entry.occurredAt.toISOString(),
    asset:
      entry.asset === null
        ? null
        : { id: entry.asset, name: name || `#${(tokenId ?? entry.asset.split('/').at(-1) ?? '').slice(0, 8)}`, image: image ?? '' },
    from: addressOf(data.from),
    to: addressOf(data.to),
    units: textOf(data.units ?? data.quantity),
    price: textOf(data.price),
    currency: addressOf(data.currency),
    split: split ? { ...split, royaltyReceiver: addressOf(split.royaltyReceiver) } : null,
    orderHash: textOf(data.orderHash) as Hex | null,
    auction: textOf(data.auction) as Hex | null,
    drop: textOf(data.drop) as Hex | null,
    block: entry.block,
    transactionHash: entry.tx as Hex | null,
  }
}

const textOf = (value: unknown): string | null => (typeof value === 'string' ? value : null)
const addressOf = (value: unknown): Address | null => (typeof value === 'string' ? getAddress(value as Address) : null)
