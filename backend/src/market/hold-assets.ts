import { and, asc, desc, eq, isNull, or, type SQL, sql } from 'drizzle-orm'
import type { Address } from 'viem'
import type { Transaction } from '../tokens/ports.ts'
import type { AuctionRow } from './auction-entry.ts'
import type { SetHeld } from './ports.ts'
import { auctions } from './tables.ts'

/** Whether the house has the asset of an auction: until it is settled, and then where it could be given to nobody. */
export const isHeld = () => or(eq(auctions.outcome, 'open'), and(eq(auctions.kept, true), isNull(auctions.reclaimedBlock)))

/** Which tokens the house has, or units of them, for a seller, in lower case. */
export const tokensHeldFor = (seller: string): SQL =>
  sql`select ${auctions.collection}, ${auctions.tokenId} from ${auctions} where ${and(eq(auctions.seller, seller as Address), isHeld())}`

/** Says of assets for which auction they are held: of several the one that ends first; one that is over and only waits comes last. */
export async function holdAssets(tx: Transaction, setHeld: SetHeld, touched: readonly AuctionRow[]): Promise<void> {
  const places = new Map(touched.map(({ collection, tokenId }) => [`${collection} ${tokenId}`, { collection, tokenId }]))
  for (const { collection, tokenId } of places.values()) {
    const [held] = await tx
      .select()
      .from(auctions)
      .where(and(eq(auctions.collection, collection), eq(auctions.tokenId, tokenId), isHeld()))
      .orderBy(asc(auctions.kept), asc(auctions.endTime), desc(auctions.ord))
      .limit(1)
    await setHeld(tx, { collection, tokenId, auction: held ? heldOf(held) : null })
  }
}

const heldOf = ({ id, seller, currency, reserve, amount, startTime, endTime, outcome }: AuctionRow) => ({
  id,
  seller,
  currency,
  reserve,
  bid: amount,
  startTime,
  endTime,
  outcome: outcome === 'unsold' || outcome === 'failed' ? outcome : null,
})
