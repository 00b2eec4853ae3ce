import { cidOfRoot } from '@daedal/protocol/tokens/root'
import type { World, WorldDetail, WorldPage, WorldQuery } from '@daedal/protocol/worlds/world'
import { and, desc, eq, lt, sql } from 'drizzle-orm'
import { type Address, getAddress, type Hex } from 'viem'
import type { Database } from '../adapters/database/database.ts'
import { AppError } from '../errors.ts'
import { readCursor, writeCursor } from '../tokens/cursor.ts'
import { worldChanges, worlds } from './tables.ts'

const CHANGES = 100
const lower = (address: Address) => address.toLowerCase() as Address

/** Reads the worlds of the registry. */
export function createReadWorlds({ db }: { db: Database }) {
  return {
    /** Throws WORLDS_UNKNOWN. */
    async one(id: Hex): Promise<WorldDetail> {
      const [row] = await db.select().from(worlds).where(eq(worlds.id, id))
      if (!row) throw new AppError('WORLDS_UNKNOWN', `There is no world ${id}.`)
      const changes = await db
        .select()
        .from(worldChanges)
        .where(eq(worldChanges.world, id))
        .orderBy(desc(worldChanges.block), desc(worldChanges.logIndex))
        .limit(CHANGES)
      return {
        ...viewOf(row),
        changes: changes.map(({ type, data, at, block, tx }) => ({ type, data, at: at.toISOString(), block, transactionHash: tx })),
      }
    },

    /** The newest first. Throws TOKENS_CURSOR_INVALID. */
    async list(query: WorldQuery): Promise<WorldPage> {
      const { operator, collection, cursor, limit = 24 } = query
      const [ord] = cursor === undefined ? [null] : readCursor(query, cursor, 1)
      const rows = await db
        .select()
        .from(worlds)
        .where(
          and(
            operator ? eq(worlds.operator, lower(operator)) : undefined,
            collection ? sql`${worlds.collections} @> ${sql.param([lower(collection)])}::text[]` : undefined,
            ord == null ? undefined : lt(worlds.ord, sql`${ord}::int8`),
          ),
        )
        .orderBy(desc(worlds.ord))
        .limit(limit + 1)
      const last = rows.length > limit ? rows[limit - 1] : undefined
      return { data: rows.slice(0, limit).map(viewOf), page: { next: last ? writeCursor(query, [String(last.ord)]) : null } }
    },
  }
}
export type ReadWorlds = ReturnType<typeof createReadWorlds>

const viewOf = (row: typeof worlds.$inferSelect): World => ({
  id: row.id,
  operator: getAddress(row.operator),
  salt: row.salt,
  manifest: { root: row.manifest, cid: cidOfRoot(row.manifest) },
  keySet: row.keySet,
  collections: row.collections.map((collection) => getAddress(collection)),
  handover:
    row.successor === null || row.successorFrom === null ? null : { to: getAddress(row.successor), validFrom: String(row.successorFrom) },
  registeredAt: row.registeredAt.toISOString(),
  transactionHash: row.registeredTx,
})
