import type { HolderPage } from '@daedal/protocol/tokens/api'
import { and, asc, desc, eq, sql } from 'drizzle-orm'
import { type Address, getAddress, numberToHex } from 'viem'
import type { Database } from '../adapters/database/database.ts'
import { AppError } from '../errors.ts'
import { readAssetId } from './asset-id.ts'
import { readCursor, writeCursor } from './cursor.ts'
import { assets, holdings } from './tables.ts'

/**
 * Who owns an asset, or how many units of it, the most first. Throws TOKENS_ASSET_ID_MALFORMED, TOKENS_ASSET_UNKNOWN,
 * TOKENS_CURSOR_INVALID.
 */
export const createListHolders =
  ({ db }: { db: Database }) =>
  async (text: string, { cursor, limit = 24 }: { cursor?: string; limit?: number }): Promise<HolderPage> => {
    const id = readAssetId(text)
    const query = { id }
    // Cursors hold numbers, which addresses are.
    const [units, account] = cursor === undefined ? [null, null] : readCursor(query, cursor, 2)
    const [asset] = await db.select({ owner: assets.owner, burned: assets.burned }).from(assets).where(eq(assets.id, id))
    if (!asset) throw new AppError('TOKENS_ASSET_UNKNOWN', `There is no asset ${id}.`)
    if (asset.owner !== null)
      return { data: asset.burned ? [] : [{ account: getAddress(asset.owner as Address), units: '1' }], page: { next: null } }
    const after =
      units == null || account == null
        ? undefined
        : sql`(-${holdings.units}, ${holdings.account}) > (-${units}::numeric, ${numberToHex(BigInt(account), { size: 20 })})`
    const rows = await db
      .select()
      .from(holdings)
      .where(and(eq(holdings.asset, id), after))
      .orderBy(desc(holdings.units), asc(holdings.account))
      .limit(limit + 1)
    const last = rows.length > limit ? rows[limit - 1] : undefined
    return {
      data: rows.slice(0, limit).map((row) => ({ account: getAddress(row.account as Address), units: row.units })),
      page: { next: last ? writeCursor(query, [last.units, BigInt(last.account).toString()]) : null },
    }
  }
export type ListHolders = ReturnType<typeof createListHolders>
