import { auctionHouseAbi } from '@daedal/protocol/market/abi.gen'
import { decodeEventLog } from 'viem'
import type { ChainFact, RawEvent } from '../../tokens/ports.ts'
import { paymentFact } from './decode-payment.ts'
import { known, lower, topicsOf } from './known-event.ts'

/** The event of the auction house. */
export function houseFact(raw: RawEvent): ChainFact | null {
  const event = known(() => decodeEventLog({ abi: auctionHouseAbi, data: raw.data, topics: topicsOf(raw) }))
  switch (event?.eventName) {
    case 'AuctionCreated': {
      const { seller, collection, currency, start: startTime, end: endTime, ...terms } = event.args
      return {
        name: 'AuctionCreated',
        ...terms,
        seller: lower(seller),
        collection: lower(collection),
        currency: lower(currency),
        startTime,
        endTime,
      }
    }
    case 'BidPlaced': {
      const { auctionId, bidder, amount, end } = event.args
      return { name: 'BidPlaced', auctionId, bidder: lower(bidder), amount, endTime: end }
    }
    case 'AuctionSettled': {
      const { seller, winner, royaltyReceiver, ...paid } = event.args
      return { name: 'AuctionSettled', ...paid, seller: lower(seller), winner: lower(winner), royaltyReceiver: lower(royaltyReceiver) }
    }
    case 'AuctionUnsold': {
      const { auctionId, seller, returned } = event.args
      return { name: 'AuctionUnsold', auctionId, seller: lower(seller), returned }
    }
    case 'AuctionFailed': {
      const { auctionId, seller, bidder, refund, returned } = event.args
      return { name: 'AuctionFailed', auctionId, seller: lower(seller), bidder: lower(bidder), refund, returned }
    }
    case 'AuctionCancelled': {
      const { auctionId, seller } = event.args
      return { name: 'AuctionCancelled', auctionId, seller: lower(seller) }
    }
    case 'AssetReclaimed': {
      const { auctionId, seller, to } = event.args
      return { name: 'AssetReclaimed', auctionId, seller: lower(seller), to: lower(to) }
    }
    case 'PaymentCredited':
    case 'PaymentWithdrawn':
      return paymentFact(raw, event)
    default:
      return null
  }
}
