import { LANE_BITS, packNonce } from '@daedal/protocol/market/nonce'
import type { RentalOffer } from '@daedal/protocol/market/rental-offer'
import { and, eq, isNull, sql } from 'drizzle-orm'
import type { Address } from 'viem'
import type { Database } from '../adapters/database/database.ts'
import type { LaneWord, RentalReader } from './ports.ts'
import { rentalOffers, rentalSlots } from './rental-tables.ts'

/** Answers the word that the offer signs. */
export type HandOutRentalNonce = (offer: Pick<RentalOffer, 'owner' | 'collection' | 'tokenId'>) => Promise<bigint>

const spent = ({ bitmap }: LaneWord, bit: number): boolean => ((bitmap >> BigInt(bit)) & 1n) === 1n

/** Looks at lanes before it is given up: an owner who filled that many elsewhere has signed 192 offers in each. */
const LOOKS = 1_000

/**
 * Gives an offer to let its place in the owner's nonces. Offers for one token share a bit until it is cancelled, so that one
 * cancellation ends all of them; offers for different tokens never do. What is spent is asked of the chain.
 */
export function createHandOutRentalNonce({ db, reader }: { db: Database; reader: Pick<RentalReader, 'lane'> }): HandOutRentalNonce {
  return async (offer) => {
    const key = { owner: lower(offer.owner), collection: lower(offer.collection), tokenId: offer.tokenId.toString() }
    const ofToken = and(eq(rentalSlots.owner, key.owner), eq(rentalSlots.collection, key.collection), eq(rentalSlots.tokenId, key.tokenId))
    let lane = await newestLane(db, key.owner)
    for (let look = 0; look < LOOKS; look++) {
      const [slot] = await db.select().from(rentalSlots).where(ofToken)
      const word = await reader.lane(offer.owner, slot ? BigInt(slot.lane) : lane)
      if (slot && !spent(word, slot.bit)) return packNonce({ lane: BigInt(slot.lane), epoch: word.epoch, bit: slot.bit })
      if (slot) {
        // Cancelled: the token gets another bit.
        await db.delete(rentalSlots).where(and(ofToken, eq(rentalSlots.lane, slot.lane), eq(rentalSlots.bit, slot.bit)))
        continue
      }
      const bit = await freeBit(db, key.owner, lane, word)
      if (bit === null) lane += 1n
      // Somebody may have taken it meanwhile: then what is there is looked at again.
      else
        await db
          .insert(rentalSlots)
          .values({ ...key, lane: lane.toString(), bit })
          .onConflictDoNothing()
    }
    throw new Error(`no free nonce was found for ${offer.owner}`)
  }
}

const lower = (address: Address) => address.toLowerCase() as Address

/** Lanes before it were filled: whoever has many is not made to wait for a look at each. */
async function newestLane(db: Database, owner: Address): Promise<bigint> {
  const [found] = await db
    .select({ lane: sql<string>`coalesce(max(${rentalSlots.lane}), 0)::text` })
    .from(rentalSlots)
    .where(eq(rentalSlots.owner, owner))
  return BigInt(found?.lane ?? 0)
}

/** The first bit of a lane that is neither cancelled nor given out nor held by an open offer; null when there is none. */
async function freeBit(db: Database, owner: Address, lane: bigint, word: LaneWord): Promise<number | null> {
  const [given, held] = await Promise.all([
    db
      .select({ bit: rentalSlots.bit })
      .from(rentalSlots)
      .where(and(eq(rentalSlots.owner, owner), eq(rentalSlots.lane, lane.toString()))),
    db
      .selectDistinct({ bit: rentalOffers.bit })
      .from(rentalOffers)
      .where(and(eq(rentalOffers.owner, owner), eq(rentalOffers.lane, lane.toString()), isNull(rentalOffers.closedBlock))),
  ])
  const taken = new Set([...given, ...held].map(({ bit }) => bit))
  for (let bit = 0; bit < LANE_BITS; bit++) if (!taken.has(bit) && !spent(word, bit)) return bit
  return null
}
