import { NATIVE_CURRENCY } from '@daedal/protocol/market/order'
import { inArray, sql } from 'drizzle-orm'
import type { Address } from 'viem'
import type { Database } from '../adapters/database/database.ts'
import { sales } from './tables.ts'

export type ReadVolumesDeps = { db: Database; wrappedEther: Address }

/** What was paid in collections, by their lower-case addresses: ether and wrapped ether are worth the same, other money is not added. */
export function createReadVolumes({ db, wrappedEther }: ReadVolumesDeps) {
  const ether = [NATIVE_CURRENCY, wrappedEther.toLowerCase() as Address]
  return async (collections: readonly Address[]): Promise<Map<string, { volume: string; sales: number }>> => {
    const rows = await db
      .select({
        collection: sales.collection,
        volume: sql<string>`coalesce(sum(${sales.price}) filter (where ${inArray(sales.currency, ether)}), 0)::text`,
        sales: sql<number>`count(*)`.mapWith(Number),
      })
      .from(sales)
      .where(inArray(sales.collection, [...collections]))
      .groupBy(sales.collection)
    return new Map(rows.map(({ collection, ...sold }) => [collection, sold]))
  }
}
