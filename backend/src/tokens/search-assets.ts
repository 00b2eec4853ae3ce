import { canonicalBytes } from '@daedal/protocol/provenance/core'
import type { AssetPage, AssetQuery, AssetSummary } from '@daedal/protocol/tokens/api'
import { and, desc, lt, type SQL, sql } from 'drizzle-orm'
import type { Database } from '../adapters/database/database.ts'
import { type SummaryPlace, type SummaryRow, summaryColumns, summaryOf } from './asset-summary.ts'
import { countFacets } from './count-facets.ts'
import { readCursor, writeCursor } from './cursor.ts'
import type { Escrow } from './ports.ts'
import { allBut, type Filters, readFilters } from './read-filters.ts'
import { assets } from './tables.ts'
import { createVersionCache } from './version-cache.ts'

type Order = {
  by: SQL[]
  /** What a cursor keeps of a row beside its place. */
  key: SQL<string | null> | null
  /** Rows that follow a position. */
  after(key: string | null, ord: string): SQL | undefined
}

export type SearchAssetsDeps = { db: Database; place: SummaryPlace; tokensOf: Escrow['tokensOf'] }

/** Finds assets: one page, and the counts of every filter under the others. Throws TOKENS_CURSOR_INVALID. */
export function createSearchAssets({ db, place, tokensOf }: SearchAssetsDeps) {
  const open = createVersionCache(db)
  return async (query: AssetQuery): Promise<AssetPage> => {
    const { minBlock: _, ...asked } = query
    const { cursor: __, limit: ___, sort: ____, ...counted } = asked
    const filters = readFilters(query, tokensOf)
    const keep = await open()
    const [page, counts] = await Promise.all([
      keep(`page ${keyOf(asked)}`, () => readPage(db, place, query, filters)),
      keep(`counts ${keyOf(counted)}`, () => countFacets(db, query, filters)),
    ])
    return { ...page, ...counts }
  }
}
export type SearchAssets = ReturnType<typeof createSearchAssets>

const keyOf = (query: object) => Buffer.from(canonicalBytes(query)).toString('latin1')

async function readPage(db: Database, place: SummaryPlace, query: AssetQuery, filters: Filters): Promise<Pick<AssetPage, 'data' | 'page'>> {
  const limit = query.limit ?? 24
  const order = orderOf(query, filters)
  const [key, ord] = query.cursor === undefined ? [null, null] : readCursor(query, query.cursor, 2)
  const rows = await db
    .select({ ...summaryColumns, key: order.key ?? sql<null>`null` })
    .from(assets)
    .where(and(allBut(filters), ord == null ? undefined : order.after(key ?? null, ord)))
    .orderBy(...order.by)
    .limit(limit + 1)
  return pageOfRows(rows, limit, query, place)
}

function pageOfRows(rows: (SummaryRow & { key: string | null })[], limit: number, query: AssetQuery, place: SummaryPlace) {
  const last = rows.length > limit ? rows[limit - 1] : undefined
  const data: AssetSummary[] = rows.slice(0, limit).map((row) => summaryOf(place, row))
  return { data, page: { next: last ? writeCursor(query, [last.key, String(last.ord)]) : null } }
}

/** The place of the mint makes every order total, so that no page repeats or skips a row. */
function orderOf({ sort }: AssetQuery, { text }: Filters): Order {
  const newest = (): Order => ({ by: [desc(assets.ord)], key: null, after: (_, ord) => lt(assets.ord, sql`${ord}::int8`) })
  if (sort === 'price-asc') return byPrice(true)
  if (sort === 'price-desc') return byPrice(false)
  if (sort === 'newest' || text === null) return newest()
  const rank = sql`ts_rank(${assets.search}, ${text})`
  return {
    by: [sql`${rank} desc`, desc(assets.ord)],
    key: sql<string>`${rank}::float8::text`,
    after: (key, ord) => sql`(${rank}::float8, ${assets.ord}) < (${key ?? '0'}::float8, ${ord}::int8)`,
  }
}

/** Listed assets by price, then the others; the newest first among equals. */
function byPrice(ascending: boolean): Order {
  const price = assets.listingPrice
  return {
    by: [ascending ? sql`${price} asc nulls last` : sql`${price} desc nulls last`, desc(assets.ord)],
    key: sql<string | null>`${price}::text`,
    after: (key, ord) =>
      key === null
        ? sql`${price} is null and ${assets.ord} < ${ord}::int8`
        : sql`(${ascending ? sql`${price} > ${key}::numeric` : sql`${price} < ${key}::numeric`}
            or (${price} = ${key}::numeric and ${assets.ord} < ${ord}::int8) or ${price} is null)`,
  }
}
