import type { HouseAction } from '@daedal/protocol/market/auction-api'
import { priceOfUnits } from '@daedal/protocol/market/price'
import type { CancelRentalOffer, GiveBack, PreparedRental, ReleaseToken, RentAsset } from '@daedal/protocol/market/rental-api'
import { type Address, getAddress, type Hex, isAddressEqual } from 'viem'
import { AppError } from '../errors.ts'
import { refused, tried } from './act-on-auction.ts'
import { signerOfMessage } from './check-signature.ts'
import { judgeRental, renterFault, termOf } from './judge-rental.ts'
import { messageOf, offerOfRow, type RentalVenue } from './offer-row.ts'
import { splitOf } from './order-row.ts'
import { payerSteps } from './payer-steps.ts'
import type { ChainReader, IndexView, MarketCalls, RentalCalls, RentalReader } from './ports.ts'
import type { Spending } from './prepare-order.ts'
import { readVenueFacts, unixSeconds } from './read-facts.ts'
import { readRentalFacts } from './read-rental-facts.ts'
import type { ReadRentals } from './read-rentals.ts'

export type ActOnRentalDeps = {
  venue: RentalVenue
  spending: Spending
  chain: ChainReader
  reader: RentalReader
  calls: RentalCalls & Pick<MarketCalls, 'wrap'>
  index: Pick<IndexView, 'check'>
  read: Pick<ReadRentals, 'known'>
  now(): Date
}

const address = (text: Address): Address => getAddress(text.toLowerCase())

/**
 * Says what an account has to send to rent, to cancel an offer, or to give a token back; or why the contract would refuse. Asks the
 * chain, so it is right before the index is. Each throws MARKET_RENTAL_OFFER_UNKNOWN, CHAIN_UNAVAILABLE, CHAIN_MISMATCH.
 */
export function createActOnRental({ venue, spending, chain, reader, calls, index, read, now }: ActOnRentalDeps) {
  const { rentals } = venue
  return {
    async rent(hash: Hex, { renter: by, days: dayCount, user: named = by }: RentAsset): Promise<PreparedRental> {
      await index.check()
      const row = await read.known(hash)
      const offer = offerOfRow(row)
      const [renter, user] = [address(by), address(named)]
      const same = await readVenueFacts(chain, unixSeconds(now()))
      const message = messageOf(venue, reader, offer, row.signature)
      const signed = row.signedBy === 'key' || (await signerOfMessage(chain, message)) !== null
      const facts = await readRentalFacts({ chain, reader, rentals }, offer, same, signed)
      const price = priceOfUnits(offer.pricePerDay, BigInt(dayCount))
      const royalty = { ...(await chain.royalty(offer.collection, offer.tokenId, price)), shares: null }
      const { start, expires, renewal, custody } = termOf(facts, dayCount, user)
      const terms = {
        user,
        renewal,
        start: start.toString(),
        expires: expires.toString(),
        custody,
        split: splitOf(price, facts.feeBps, royalty),
      }
      const verdict = judgeRental(offer, facts)
      if (verdict.state !== 'active') return { ...refused({ code: verdict.reason, detail: verdict.detail }), ...terms }
      const fault = renterFault(offer, facts, { renter, user, dayCount })
      if (fault) return { ...refused(fault), ...terms }
      const first = await payerSteps({ spending, chain, calls }, renter, offer.currency, price)
      if (!Array.isArray(first)) return { ...refused(first), ...terms }
      const transaction = calls.rent({ offer, signature: row.signature, dayCount, user }, price)
      return { ...(await tried(chain, renter, transaction, first)), ...terms }
    },

    /** Ends every offer that shares the bit: those of the owner for the same token. */
    async cancel(hash: Hex, { owner }: CancelRentalOffer): Promise<HouseAction> {
      await index.check()
      const row = await read.known(hash)
      const by = address(owner)
      if (!isAddressEqual(by, row.owner)) throw new AppError('MARKET_RENTAL_OFFER_UNKNOWN', `The offer ${hash} is not one of ${by}.`)
      const [lane, epoch] = [BigInt(row.lane), BigInt(row.epoch)]
      const word = await reader.lane(by, lane)
      if (word.epoch > epoch)
        return refused({ code: 'MARKET_ORDER_EPOCH_PASSED', detail: `The lane is at epoch ${word.epoch}; the offer has ${epoch}.` })
      if ((word.bitmap >> BigInt(row.bit)) & 1n)
        return refused({ code: 'MARKET_ORDER_SPENT', detail: `Bit ${row.bit} of lane ${lane} was cancelled.` })
      return tried(chain, by, calls.cancel({ lane, bit: row.bit }))
    },

    async giveBack({ account, collection: at, tokenId: id }: GiveBack): Promise<HouseAction> {
      await index.check()
      const [by, collection, tokenId] = [address(account), address(at), BigInt(id)]
      const [custody, user] = await Promise.all([reader.custody(collection, tokenId), reader.user(collection, tokenId)])
      if (custody) return tried(chain, by, calls.giveBack(collection, tokenId))
      if (!user?.account || !isAddressEqual(user.account, by))
        return refused({ code: 'MARKET_NOT_TENANT', detail: user?.account ? `${user.account} uses the token.` : 'Nobody uses the token.' })
      return tried(chain, by, calls.endAtCollection(collection, tokenId))
    },

    async release({ account, collection: at, tokenId: id, to }: ReleaseToken): Promise<HouseAction> {
      await index.check()
      const [by, collection, tokenId] = [address(account), address(at), BigInt(id)]
      const custody = await reader.custody(collection, tokenId)
      if (!custody) return refused({ code: 'MARKET_TOKEN_NOT_HELD', detail: `${rentals} does not hold token ${tokenId} of ${collection}.` })
      return tried(chain, by, calls.release(collection, tokenId, to ? address(to) : null))
    },
  }
}
