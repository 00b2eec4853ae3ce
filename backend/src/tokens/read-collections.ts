import type { Collection, CollectionPage, CollectionQuery } from '@daedal/protocol/tokens/collection'
import { and, desc, eq, inArray, isNotNull, lt, sql } from 'drizzle-orm'
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

const noSales = { volume: '0', sales: 0 }
const none: Figures = { items: 0, owners: 0, floor: null, ...noSales }

/** Reads the collections whose tokens are assets, with what is in them. */
export function createReadCollections({ db, chainId, volumes }: ReadCollectionsDeps) {
  const open = createVersionCache(db)

  /** Counted anew only when something of the index changed. */
  async function withFigures(rows: readonly Row[]): Promise<Collection[]> {
    if (!rows.length) return []
    const addresses = rows.map(({ address }) => address as Address)
    const keep = await open()
    const figures = await keep(addresses.join(' '), () => figuresOf(rows, addresses))
    return rows.map((row) => ({ ...viewOf(chainId, row), ...(figures.get(row.address) ?? none) }))
  }

  async function figuresOf(rows: readonly Row[], addresses: readonly Address[]): Promise<Map<string, Figures>> {
    const [counted, sold] = await Promise.all([count(db, rows), volumes(addresses)])
    return new Map(
      addresses.map((address) => [
        address,
        {
          items: counted.items.get(address) ?? 0,
          owners: counted.holders.get(address) ?? counted.owners.get(address) ?? 0,
          floor: counted.floors.get(address) ?? null,
          ...(sold.get(address) ?? noSales),
        },
      ]),
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

/** How many items collections have, how many accounts own one or units of one, and the cheapest listing. */
async function count(db: Database, rows: readonly Row[]) {
  const of = (some: readonly Row[]) =>
    and(
      inArray(
        assets.collection,
        some.map(({ address }) => address),
      ),
      shown(),
    )
  const here = of(rows)
  const editions = rows.filter(({ kind }) => kind === 'edition')
  const [owned, held, floors] = await Promise.all([
    db.execute<{ collection: string; items: number; owners: number }>(sql`
      select collection, sum(n)::int8 as items, count(owner) as owners
      from (select collection, owner, count(*) n from ${assets} where ${here} group by collection, owner) g group by collection`),
    editions.length === 0
      ? null
      : db.execute<{ collection: string; holders: number }>(sql`
      select collection, count(*) as holders
      from (select collection, account from ${assets} join ${holdings} on asset = id where ${of(editions)} group by collection, account) g
      group by collection`),
    db
      .selectDistinctOn([assets.collection], {
        collection: assets.collection,
        asset: assets.id,
        hash: assets.listingHash,
        price: assets.listingPrice,
        currency: assets.listingCurrency,
      })
      .from(assets)
      .where(and(here, isNotNull(assets.listingPrice)))
      .orderBy(assets.collection, assets.listingPrice, assets.ord),
  ])
  return {
    items: new Map(owned.rows.map(({ collection, items }) => [collection, Number(items)])),
    owners: new Map(owned.rows.map(({ collection, owners }) => [collection, Number(owners)])),
    holders: new Map(held?.rows.map(({ collection, holders }) => [collection, Number(holders)])),
    floors: new Map(floors.map(({ collection, ...floor }) => [collection, floorOf(floor)])),
  }
}

/** A quoted listing has all its parts. */
const floorOf = ({
  asset,
  hash,
  price,
  currency,
}: { asset: string } & Record<'hash' | 'price' | 'currency', string | null>): Collection['floor'] =>
  hash && price && currency ? { asset, hash: hash as Hex, price, currency: getAddress(currency as Address) } : null
