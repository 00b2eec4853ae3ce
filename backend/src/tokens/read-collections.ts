import type { Collection, CollectionPage, CollectionQuery } from '@daedal/protocol/tokens/collection'
import { and, desc, eq, inArray, lt, sql } from 'drizzle-orm'
import { type Address, getAddress, type Hex } from 'viem'
import type { Database } from '../adapters/database/database.ts'
import { AppError } from '../errors.ts'
import { readCursor, writeCursor } from './cursor.ts'
import { shown } from './read-filters.ts'
import { assets, collections, holdings } from './tables.ts'
import { createVersionCache } from './version-cache.ts'

export type ReadCollectionsDeps = {
  db: Database
  chainId: number
  /** What the market took for assets of collections: ether and wrapped ether in wei, and how often something was sold. */
  volumes(collections: readonly Address[]): Promise<Map<string, { volume: string; sales: number }>>
}

type Row = typeof collections.$inferSelect
type Figures = Pick<Collection, 'items' | 'owners' | 'floor' | 'volume' | 'sales'>
type Counted = {
  address: string
  items: number
  owners: number
  asset: string | null
  hash: Hex | null
  price: string | null
  currency: Hex | null
}

const none: Figures = { items: 0, owners: 0, floor: null, volume: '0', sales: 0 }

/** Reads the collections whose tokens are assets, with what is in them. */
export function createReadCollections({ db, chainId, volumes }: ReadCollectionsDeps) {
  const open = createVersionCache(db)

  /** Counted anew only when something of the index changed. */
  async function withFigures(rows: readonly Row[]): Promise<Collection[]> {
    if (!rows.length) return []
    const addresses = rows.map(({ address }) => address as Address)
    const keep = await open()
    const figures = await keep(addresses.join(' '), () => figuresOf(addresses))
    return rows.map((row) => ({ ...viewOf(chainId, row), ...(figures.get(row.address) ?? none) }))
  }

  async function figuresOf(addresses: readonly Address[]): Promise<Map<string, Figures>> {
    const [counted, sold] = await Promise.all([count(db, addresses), volumes(addresses)])
    return new Map(
      addresses.map((address) => {
        const row = counted.get(address)
        const floor =
          row?.asset && row.hash && row.price && row.currency
            ? { asset: row.asset, hash: row.hash, price: row.price, currency: getAddress(row.currency) }
            : null
        return [address, { items: Number(row?.items ?? 0), owners: Number(row?.owners ?? 0), floor, ...(sold.get(address) ?? noSales) }]
      }),
    )
  }

  return {
    /** Throws TOKENS_COLLECTION_UNKNOWN. */
    async one(address: Address): Promise<Collection> {
      const [row] = await db.select().from(collections).where(eq(collections.address, address.toLowerCase()))
      if (!row) throw new AppError('TOKENS_COLLECTION_UNKNOWN', `There is no collection ${getAddress(address.toLowerCase())} here.`)
      const [found] = await withFigures([row])
      return found as Collection
    },

    /** The newest first, those of the deployment last. Throws TOKENS_CURSOR_INVALID. */
    async list(query: CollectionQuery): Promise<CollectionPage> {
      const { kind, creator, cursor, limit = 24 } = query
      const [ord] = cursor === undefined ? [null] : readCursor(query, cursor, 1)
      const rows = await db
        .select()
        .from(collections)
        .where(
          and(
            kind ? eq(collections.kind, kind) : undefined,
            creator ? eq(collections.creator, creator.toLowerCase()) : undefined,
            ord == null ? undefined : lt(collections.ord, sql`${ord}::int8`),
          ),
        )
        .orderBy(desc(collections.ord))
        .limit(limit + 1)
      const last = rows.length > limit ? rows[limit - 1] : undefined
      return {
        data: await withFigures(rows.slice(0, limit)),
        page: { next: last ? writeCursor(query, [String(last.ord)]) : null },
      }
    },
  }
}
export type ReadCollections = ReturnType<typeof createReadCollections>

const noSales = { volume: '0', sales: 0 }

function viewOf(chainId: number, row: Row): Omit<Collection, keyof Figures> {
  const { address, kind, name, symbol, creator, contractUri, royaltyReceiver, royaltyBps, remixBps, policy, createdAt } = row
  return {
    address: getAddress(address as Address),
    chainId,
    kind,
    standard: kind === 'edition' ? 'erc1155' : 'erc721',
    name,
    symbol,
    creator: creator === null ? null : getAddress(creator as Address),
    contractUri,
    terms:
      royaltyReceiver === null || royaltyBps === null || remixBps === null || policy === null
        ? null
        : { royaltyReceiver: getAddress(royaltyReceiver as Address), royaltyBps, remixBps, policy },
    createdAt: createdAt?.toISOString() ?? null,
  }
}

/** Items and owners of collections, and the cheapest listing in each. */
async function count(db: Database, addresses: readonly Address[]): Promise<Map<string, Counted>> {
  const of = inArray(assets.collection, [...addresses])
  const { rows } = await db.execute<Counted>(sql`
    with here as materialized (
      select collection, id, owner, listing_hash, listing_price, listing_currency, ord from ${assets} where ${and(of, shown())}
    ), owners as (
      select collection, owner as account from here where owner is not null
      union
      select here.collection, ${holdings.account} from here join ${holdings} on ${holdings.asset} = here.id where here.owner is null
    ), floors as (
      select distinct on (collection) collection, id, listing_hash, listing_price, listing_currency from here
      where listing_price is not null order by collection, listing_price, ord
    )
    select items.collection as address, items.n as items, coalesce(o.n, 0) as owners, floors.id as asset, floors.listing_hash as hash,
      floors.listing_price as price, floors.listing_currency as currency
    from (select collection, count(*) n from here group by collection) items
    left join (select collection, count(*) n from owners group by collection) o on o.collection = items.collection
    left join floors on floors.collection = items.collection`)
  return new Map(rows.map((row) => [row.address, row]))
}
