import type { PublishRentalOffer, RentalOfferView } from '@daedal/protocol/market/rental-api'
import { type RentalOffer, rentalOfferFromJson } from '@daedal/protocol/market/rental-offer'
import { type Address, getAddress, type Hex } from 'viem'
import type { Database } from '../adapters/database/database.ts'
import { AppError } from '../errors.ts'
import { appendEvents, raiseVersion } from '../worlds/event-log.ts'
import { requireFormed, type SignedMessage, type Signer, signerOfMessage } from './check-signature.ts'
import { judgeRental, rentalOfferFault } from './judge-rental.ts'
import { openOfferStates } from './mark-offers.ts'
import { judgedOfferColumns, messageOf, type RentalVenue, signedOfferColumns } from './offer-row.ts'
import type { ChainReader, IndexView, RentalReader } from './ports.ts'
import { readVenueFacts, unixSeconds } from './read-facts.ts'
import { readRentalFacts } from './read-rental-facts.ts'
import type { ReadRentals } from './read-rentals.ts'
import { offerEntry } from './rental-entry.ts'
import { rentalOffers } from './rental-tables.ts'

export type PublishRentalOfferDeps = {
  db: Database
  venue: RentalVenue
  chain: ChainReader
  reader: RentalReader
  index: IndexView
  read: Pick<ReadRentals, 'find' | 'offer'>
  now(): Date
}

/** Throws REQUEST_INVALID. */
function readOffer(body: PublishRentalOffer): RentalOffer {
  const plain = (text: Address) => getAddress(text.toLowerCase())
  try {
    const offer = rentalOfferFromJson(body.offer)
    const { owner, collection, currency, renter } = offer
    return { ...offer, owner: plain(owner), collection: plain(collection), currency: plain(currency), renter: plain(renter) }
  } catch (error) {
    if (error instanceof RangeError) throw new AppError('REQUEST_INVALID', `body/offer: ${error.message}.`)
    throw error
  }
}

/**
 * Takes a signed offer to let into the book, durably, when it can be taken now, from its start on, or when the present user's time is
 * over. The same offer again is answered as it stands while it is open. Throws MARKET_* with the first thing that is wrong,
 * CHAIN_UNAVAILABLE, CHAIN_MISMATCH.
 */
export function createPublishRentalOffer({ db, venue, chain, reader, index, read, now }: PublishRentalOfferDeps) {
  async function requireSigned(message: SignedMessage): Promise<Signer> {
    const signer = await signerOfMessage(chain, message)
    if (signer) return signer
    await requireFormed(chain, message)
    throw new AppError('MARKET_SIGNATURE_INVALID', `${message.account} did not sign the offer ${message.hash}.`)
  }

  return async (body: PublishRentalOffer): Promise<RentalOfferView> => {
    const offer = readOffer(body)
    const fault = rentalOfferFault(offer)
    if (fault) throw new AppError(fault.code, fault.detail)
    const signature = body.signature.toLowerCase() as Hex
    const message = messageOf(venue, reader, offer, signature)
    const { hash } = message
    const standing = async () => {
      const view = await read.offer(hash)
      if ((openOfferStates as readonly string[]).includes(view.state)) return view
      throw new AppError(
        view.state === 'expired' ? 'MARKET_ORDER_EXPIRED' : 'MARKET_ORDER_SPENT',
        `The offer ${hash} is ${view.state}${view.transactionHash ? ` since ${view.transactionHash}` : ''}.`,
      )
    }
    const before = await read.find(hash)
    if (before?.signature === signature) return standing()
    await index.check()
    const signedBy = await requireSigned(message)
    if (before) return standing()
    const same = await readVenueFacts(chain, unixSeconds(now()))
    const facts = await readRentalFacts({ chain, reader, rentals: venue.rentals }, offer, same)
    const verdict = judgeRental(offer, facts)
    if (verdict.state !== 'active' && verdict.state !== 'pending')
      throw new AppError(verdict.reason ?? 'MARKET_ORDER_SPENT', verdict.detail ?? undefined)
    const columns = { ...signedOfferColumns(offer, hash, signature, signedBy), ...judgedOfferColumns(verdict, facts, index.block()) }
    await db.transaction(async (tx) => {
      await raiseVersion(tx)
      // Marked: what happened between the question to the chain and this moment is looked at once it is indexed.
      const [row] = await tx
        .insert(rentalOffers)
        .values({ ...columns, createdAt: now(), dirty: true })
        .onConflictDoNothing()
        .returning()
      if (row) await appendEvents(tx, venue.chainId, [offerEntry(venue.chainId, 'rental.offered', row, null)], now())
    })
    return read.offer(hash)
  }
}
