import { rentalsAbi } from '@daedal/protocol/market/abi.gen'
import { decodeEventLog } from 'viem'
import type { ChainFact, RawEvent } from '../../tokens/ports.ts'
import { known, lower, setBits, topicsOf } from './known-event.ts'

/** The event of the contract of rentals. */
export function rentalFact(raw: RawEvent): ChainFact | null {
  const event = known(() => decodeEventLog({ abi: rentalsAbi, data: raw.data, topics: topicsOf(raw) }))
  switch (event?.eventName) {
    case 'RentalStarted':
    case 'RentalExtended': {
      const { owner, renter, user, collection, currency, royaltyReceiver, ...terms } = event.args
      return {
        name: event.eventName,
        ...terms,
        owner: lower(owner),
        renter: lower(renter),
        user: lower(user),
        collection: lower(collection),
        currency: lower(currency),
        royaltyReceiver: lower(royaltyReceiver),
      }
    }
    case 'RentalReturned': {
      const { collection, tokenId, by, expires } = event.args
      return { name: 'RentalReturned', collection: lower(collection), tokenId, by: lower(by), expires }
    }
    case 'TokenReleased': {
      const { collection, tokenId, owner, to } = event.args
      return { name: 'TokenReleased', collection: lower(collection), tokenId, owner: lower(owner), to: lower(to) }
    }
    case 'OfferApproved': {
      const { owner, offerHash, approved } = event.args
      return { name: 'RentalOfferApproved', owner: lower(owner), offerHash, approved }
    }
    case 'OffersCancelled': {
      const { owner, lane, epoch, bits } = event.args
      return { name: 'RentalOffersCancelled', owner: lower(owner), lane, epoch, bits: setBits(bits) }
    }
    case 'LaneAdvanced': {
      const { owner, lane, epoch } = event.args
      return { name: 'RentalLaneAdvanced', owner: lower(owner), lane, epoch }
    }
    case 'PaymentCredited':
    case 'PaymentWithdrawn': {
      const { account, currency, amount } = event.args
      return { name: event.eventName, contract: raw.address, account: lower(account), currency: lower(currency), amount }
    }
    default:
      return null
  }
}
