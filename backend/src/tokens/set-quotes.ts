import { and, eq } from 'drizzle-orm'
import type { Quote, Transaction } from './ports.ts'
import { assets } from './tables.ts'

/** Writes what the market says of assets into their rows. The transaction holds the version's lock. */
export async function setQuotes(tx: Transaction, quotes: readonly Quote[]): Promise<void> {
  for (const { collection, tokenId, listing, offer, sale } of quotes)
    await tx
      .update(assets)
      .set({
        listingHash: listing?.hash ?? null,
        listingPrice: listing?.price ?? null,
        listingCurrency: listing?.currency ?? null,
        listingEnd: listing?.endTime ?? null,
        offerHash: offer?.hash ?? null,
        offerPrice: offer?.price ?? null,
        offerCurrency: offer?.currency ?? null,
        salePrice: sale?.price ?? null,
        saleCurrency: sale?.currency ?? null,
        saleAt: sale?.at ?? null,
      })
      .where(and(eq(assets.collection, collection), eq(assets.tokenId, tokenId)))
}
