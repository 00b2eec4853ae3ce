import { and, eq } from 'drizzle-orm'
import type { Held, Transaction } from './ports.ts'
import { assets } from './tables.ts'

/** Writes for which auction an asset is held into its row. The transaction holds the version's lock. */
export async function setHeld(tx: Transaction, { collection, tokenId, auction }: Held): Promise<void> {
  await tx
    .update(assets)
    .set({ auction })
    .where(and(eq(assets.collection, collection), eq(assets.tokenId, tokenId)))
}
