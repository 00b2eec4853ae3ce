import type { OwnedAssetPage } from '@daedal/protocol/worlds/api'
import { and, desc, eq, getTableColumns, lt, sql } from 'drizzle-orm'
import type { Address } from 'viem'
import type { Database } from '../adapters/database/database.ts'
import { readCursor, writeCursor } from './cursor.ts'
import type { AssetContent } from './read-asset.ts'
import { ownedBy, shown } from './read-filters.ts'
import { passportOf } from './read-passport.ts'
import { assetContents, assets, holdings } from './tables.ts'

/** What an account owns, the newest mint first, with everything a world needs to load it. Throws TOKENS_CURSOR_INVALID. */
export const createListOwned =
  ({ db }: { db: Database }) =>
  async (owner: Address, { cursor, limit = 24 }: { cursor?: string; limit?: number }): Promise<OwnedAssetPage> => {
    const query = { owner: owner.toLowerCase() }
    const [ord] = cursor === undefined ? [null] : readCursor(query, cursor, 1)
    const rows = await db
      .select({ asset: getTableColumns(assets), content: getTableColumns(assetContents), units: holdings.units })
      .from(assets)
      .innerJoin(assetContents, eq(assetContents.root, assets.root))
      .leftJoin(holdings, and(eq(holdings.asset, assets.id), eq(holdings.account, query.owner)))
      .where(and(shown(), ownedBy(query.owner), ord == null ? undefined : lt(assets.ord, sql`${ord}::int8`)))
      .orderBy(desc(assets.ord))
      .limit(limit + 1)
    const last = rows.length > limit ? rows[limit - 1] : undefined
    return {
      // A verified content has all its parts.
      data: rows.slice(0, limit).map(({ asset, content, units }) => ({ ...passportOf(asset, content as AssetContent), units })),
      page: { next: last ? writeCursor(query, [String(last.asset.ord)]) : null },
    }
  }
