import { houseTitles } from '@daedal/protocol/tokens/collection'
import { eq, gt, lt } from 'drizzle-orm'
import type { Address, Hex } from 'viem'
import type { Database } from '../adapters/database/database.ts'
import { currencies } from '../worlds/currency-tables.ts'
import { appendEvents, REORG_DEPTH, raiseVersion, retractEvents } from '../worlds/event-log.ts'
import { placeInChain } from './fold-token.ts'
import type {
  ChainEvent,
  DecodeEvent,
  Header,
  IndexCursor,
  IndexIdentity,
  IndexStore,
  LogDraft,
  Projection,
  RawEvent,
  Transaction,
} from './ports.ts'
import { chainEvents, collections, indexBlocks, indexState } from './tables.ts'

export type IndexStoreDeps = {
  db: Database
  chainId: number
  decode: DecodeEvent
  /** In the order in which they run inside a block's transaction. */
  projections: readonly Projection[]
  now(): Date
}

const ONE = 1
/** Headers kept: twice what a reorg may undo. */
const KEPT = REORG_DEPTH * 2
const ROWS_AT_ONCE = 1_000

/** Somebody else moved the index meanwhile; the follower starts over from the cursor. */
export class IndexMoved extends Error {
  constructor(expected: number, found: number) {
    super(`the index stands at block ${found}, not ${expected}`)
  }
}

/** The index in the database: every change of it is one transaction. */
export function createIndexStore({ db, chainId, decode, projections, now }: IndexStoreDeps): IndexStore {
  async function lock(tx: Transaction) {
    await raiseVersion(tx)
    const [state] = await tx.select().from(indexState).where(eq(indexState.id, ONE)).for('update')
    if (!state) throw new Error('the index was not started')
    return state
  }
  const move = (tx: Transaction, to: Header) =>
    tx.update(indexState).set({ block: to.number, blockHash: to.hash, blockTime: to.timestamp }).where(eq(indexState.id, ONE))

  async function orphan(tx: Transaction, ancestor: number): Promise<void> {
    const rows = await tx.delete(chainEvents).where(gt(chainEvents.block, ancestor)).returning()
    const events = inOrder(rows.map((row) => decode(row as RawEvent)).filter((event) => event !== null))
    for (const projection of projections) await projection.retract(tx, events, ancestor)
    await retractEvents(tx, ancestor, now())
    await tx.delete(indexBlocks).where(gt(indexBlocks.number, ancestor))
  }

  return {
    async identity() {
      const [state] = await db.select().from(indexState).where(eq(indexState.id, ONE))
      if (!state) return null
      const { id: _, block: __, blockHash: ___, blockTime: ____, ...identity } = state
      return identity as IndexIdentity
    },

    async reset(identity) {
      await db.transaction(async (tx) => {
        await raiseVersion(tx)
        await orphan(tx, -1)
        const start = { ...identity, block: identity.deploymentBlock - 1, blockHash: null, blockTime: 0 }
        await tx
          .insert(indexState)
          .values({ id: ONE, ...start })
          .onConflictDoUpdate({ target: indexState.id, set: start })
        await tx.insert(collections).values(houseCollections(identity))
      })
    },

    async cursor() {
      const [state] = await db.select().from(indexState).where(eq(indexState.id, ONE))
      return { block: state?.block ?? -1, hash: (state?.blockHash ?? null) as Hex | null, timestamp: state?.blockTime ?? 0 }
    },

    async made() {
      const made = db.select({ address: collections.address }).from(collections).where(eq(collections.kind, 'creator'))
      const rows = await Promise.all([made, db.select({ address: currencies.address }).from(currencies)])
      return rows.flat().map(({ address }) => address as Address)
    },

    async header(block) {
      const [row] = await db.select().from(indexBlocks).where(eq(indexBlocks.number, block))
      return (row as Header | undefined) ?? null
    },

    async commit(from: IndexCursor, to: Header, headers: readonly Header[], raw: readonly RawEvent[]) {
      await db.transaction(async (tx) => {
        const state = await lock(tx)
        if (state.block !== from.block || state.blockHash !== from.hash) throw new IndexMoved(from.block, state.block)
        for (let at = 0; at < headers.length; at += ROWS_AT_ONCE)
          await tx.insert(indexBlocks).values([...headers.slice(at, at + ROWS_AT_ONCE)])
        await tx.delete(indexBlocks).where(lt(indexBlocks.number, to.number - KEPT))
        const decoded = raw.map((event) => ({ raw: event, event: decode(event) }))
        const rows = decoded.map(({ raw: row, event }) => ({
          ...row,
          tokenId: event && 'tokenId' in event ? event.tokenId.toString() : null,
        }))
        for (let at = 0; at < rows.length; at += ROWS_AT_ONCE) await tx.insert(chainEvents).values(rows.slice(at, at + ROWS_AT_ONCE))
        const events = inOrder(decoded.map(({ event }) => event).filter((event) => event !== null))
        const drafts: LogDraft[] = []
        if (events.length) for (const projection of projections) drafts.push(...(await projection.apply(tx, events)))
        drafts.sort((a, b) => placeOf(a) - placeOf(b))
        await appendEvents(tx, chainId, drafts, now())
        await move(tx, to)
      })
    },

    async rewind(ancestor) {
      await db.transaction(async (tx) => {
        await lock(tx)
        await orphan(tx, ancestor.number)
        await move(tx, ancestor)
      })
    },
  }
}

/** The collections that the deployment made: the oldest of all. */
function houseCollections({ collection, editions }: IndexIdentity): (typeof collections.$inferInsert)[] {
  const shared = { address: collection, kind: 'shared', ord: 0, ...houseTitles.shared } as const
  return editions ? [shared, { address: editions, kind: 'edition', ord: 1, ...houseTitles.edition }] : [shared]
}

const inOrder = (events: ChainEvent[]) => events.sort((a, b) => a.block - b.block || a.logIndex - b.logIndex)
const placeOf = ({ at }: LogDraft) => (at ? placeInChain(at) : Number.MAX_SAFE_INTEGER)
