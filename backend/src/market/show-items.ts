import type { DropItem } from '@daedal/protocol/market/drop-api'
import { and, eq, inArray } from 'drizzle-orm'
import type { Address } from 'viem'
import type { Database } from '../adapters/database/database.ts'
import { assets } from '../tokens/tables.ts'
import { assetOfDrop, type DropRow } from './drop-entry.ts'
import { dropItems } from './drop-tables.ts'
import { ticketFor } from './drop-view.ts'
import type { ShowRoot } from './ports.ts'

export type ShowItemsDeps = {
  db: Database
  chainId: number
  /** The contract of drops. */
  drops: Address
  showRoot: ShowRoot
}

/** Shows published items by their places: as tokens where they are minted, by their directories before. */
export const createShowItems =
  ({ db, chainId, drops, showRoot }: ShowItemsDeps) =>
  async (drop: DropRow, places: readonly number[]): Promise<Map<number, DropItem>> => {
    if (!places.length) return new Map()
    const rows = await db
      .select({ item: dropItems, name: assets.name, image: assets.image, content: assets.content, asset: assets.id, owner: assets.owner })
      .from(dropItems)
      .leftJoin(assets, and(eq(assets.collection, drop.collection), eq(assets.tokenId, dropItems.tokenId)))
      .where(and(eq(dropItems.drop, drop.id), inArray(dropItems.item, [...places])))
    const shown = await Promise.all(
      rows.map(async ({ item: { item, tokenId, voucher }, name, image, content, asset, owner }): Promise<DropItem> => {
        const known = content === 'verified' && name !== null && image !== null ? { name, image } : null
        return {
          item,
          asset: assetOfDrop(chainId, drop, tokenId),
          ...(known ?? (await showRoot(voucher.root, voucher.coreHash)) ?? { name: null, image: null }),
          ticket: ticketFor(drop, item),
          minted: asset !== null,
          held: owner === drops.toLowerCase(),
        }
      }),
    )
    return new Map(shown.map((item) => [item.item, item]))
  }
export type ShowItems = ReturnType<typeof createShowItems>
