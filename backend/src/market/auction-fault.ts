import type { ErrorCode } from '@daedal/protocol/errors/codes'
import { type AuctionTerms, auctionLimits, leastBidOf, MAX_BID } from '@daedal/protocol/market/auction'
import { type Address, isAddressEqual, zeroAddress } from 'viem'
import type { HouseAuction } from './ports.ts'

type Fault = { code: ErrorCode; detail: string }
const fault = (code: ErrorCode, detail: string): Fault => ({ code, detail })

/** What the house would refuse of terms whatever they are for, in its order; `now` is in unix seconds. Null when nothing. */
export function termsFault(terms: AuctionTerms, now: bigint): Fault | null {
  const { reserve, minIncrementBps: bps, start, duration, extensionWindow, maxExtension, quantity } = terms
  const { leastIncrementBps, mostIncrementBps, leastDuration, mostDuration, mostWindow, mostExtension } = auctionLimits
  if (reserve === 0n) return fault('MARKET_RESERVE_ZERO', 'The reserve is 0.')
  if (reserve > MAX_BID) return fault('MARKET_PRICE_TOO_HIGH', `No bid can be ${reserve}.`)
  if (quantity > MAX_BID) return fault('MARKET_UNITS_UNAVAILABLE', `There cannot be ${quantity} units.`)
  if (bps < leastIncrementBps || bps > mostIncrementBps)
    return fault(
      'MARKET_INCREMENT_INVALID',
      `The minimum increment is ${bps}; it is ${leastIncrementBps} to ${mostIncrementBps} basis points.`,
    )
  const latest = now + BigInt(auctionLimits.mostWait)
  if (start > latest) return fault('MARKET_AUCTION_START_TOO_LATE', `Bidding would open at ${start}; the latest is ${latest}.`)
  if (duration < BigInt(leastDuration) || duration > BigInt(mostDuration))
    return fault('MARKET_DURATION_INVALID', `The duration is ${duration}; it is ${leastDuration} to ${mostDuration} seconds.`)
  if (extensionWindow > BigInt(mostWindow))
    return fault('MARKET_EXTENSION_TOO_LONG', `The extension window is ${extensionWindow} seconds; the most is ${mostWindow}.`)
  if (maxExtension > BigInt(mostExtension))
    return fault('MARKET_EXTENSION_TOO_LONG', `All extensions together are ${maxExtension} seconds; the most is ${mostExtension}.`)
  return null
}

/** Least that the next bid may be. */
export const leastOf = ({ bidder, amount, minIncrementBps }: HouseAuction): bigint =>
  bidder === zeroAddress ? amount : leastBidOf(amount, minIncrementBps, amount)

/** What keeps an account from bidding, in the order of the house; null when nothing does. */
export function bidFault(auction: HouseAuction, bidder: Address, amount: bigint, now: bigint): Fault | null {
  const { start, end, seller } = auction
  if (now < BigInt(start)) return fault('MARKET_AUCTION_NOT_STARTED', `Bids are taken from ${start} on.`)
  if (now >= BigInt(end)) return fault('MARKET_AUCTION_ENDED', `Bids were taken before ${end}.`)
  if (isAddressEqual(bidder, seller)) return fault('MARKET_SELLER_IS_BIDDER', `${seller} put the asset up.`)
  if (amount > MAX_BID) return fault('MARKET_PRICE_TOO_HIGH', `No bid can be ${amount}.`)
  const least = leastOf(auction)
  return amount < least ? fault('MARKET_BID_TOO_LOW', `The bid is ${amount}; the least that is taken is ${least}.`) : null
}

/** What keeps an auction from being settled; null when nothing does. */
export function settleFault(id: string, { closed, end }: HouseAuction, now: bigint): Fault | null {
  if (closed) return fault('MARKET_AUCTION_CLOSED', `The auction ${id} was settled; its asset waits for the seller.`)
  return now < BigInt(end) ? fault('MARKET_AUCTION_RUNS', `The auction ends at ${end}.`) : null
}

const sellerFault = ({ seller }: HouseAuction, account: Address): Fault | null =>
  isAddressEqual(account, seller) ? null : fault('MARKET_NOT_SELLER', `The seller is ${seller}.`)

/** What keeps an account from cancelling; null when nothing does. */
export function cancelFault(id: string, auction: HouseAuction, account: Address): Fault | null {
  if (auction.closed) return fault('MARKET_AUCTION_CLOSED', `The auction ${id} was settled; its asset waits for the seller.`)
  const foreign = sellerFault(auction, account)
  if (foreign) return foreign
  return auction.bidder === zeroAddress ? null : fault('MARKET_AUCTION_HAS_BID', `${auction.bidder} has bid ${auction.amount}.`)
}

/** What keeps an account from having an asset sent that waits; null when nothing does. */
export function reclaimFault(id: string, auction: HouseAuction, account: Address, to: Address, house: Address): Fault | null {
  if (!auction.closed) return fault('MARKET_ASSET_NOT_WAITING', `The auction ${id} is not settled.`)
  const foreign = sellerFault(auction, account)
  if (foreign) return foreign
  return isAddressEqual(to, house) ? fault('MARKET_RECEIVER_IS_HOUSE', `${to} is the auction house.`) : null
}
