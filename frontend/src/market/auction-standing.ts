import type { AuctionView } from '@daedal/protocol/market/auction-api'
import { isSame } from '../wallet/account.ts'

/** How an auction stands for one account. */
export type Standing =
  | 'leads'
  | 'outbid'
  | 'wins'
  | 'won'
  | 'refunded'
  | 'seller-open'
  | 'seller-bid'
  | 'seller-wins'
  | 'seller-nobody'
  | 'sold'
  | 'back'
  | 'waits'

/** How it stands for an account; null when it is none of its business. `hasBid`: whether the account has bid, leading or not. */
export function standingOf(auction: AuctionView, account: string | null, hasBid: boolean): Standing | null {
  if (!account) return null
  const leads = isSame(auction.highestBid?.bidder, account)
  return isSame(auction.seller, account) ? ofSeller(auction) : ofBidder(auction, leads, hasBid)
}

function ofSeller({ state, highestBid, waiting }: AuctionView): Standing {
  if (waiting) return 'waits'
  switch (state) {
    case 'upcoming':
    case 'live':
      return highestBid ? 'seller-bid' : 'seller-open'
    case 'ended':
      return highestBid ? 'seller-wins' : 'seller-nobody'
    case 'settled':
      return 'sold'
    default:
      return 'back'
  }
}

function ofBidder({ state }: AuctionView, leads: boolean, hasBid: boolean): Standing | null {
  if (!leads) return hasBid ? 'outbid' : null
  switch (state) {
    case 'ended':
      return 'wins'
    case 'settled':
      return 'won'
    case 'failed':
      return 'refunded'
    default:
      return 'leads'
  }
}
