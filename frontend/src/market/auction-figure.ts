import type { AuctionView } from '@daedal/protocol/market/auction-api'
import type { Text } from '../lib/text/use-text.ts'

/** What an auction stands at: the highest bid, or before the first its reserve. */
export const auctionAmount = ({ highestBid, reserve }: Pick<AuctionView, 'highestBid' | 'reserve'>): string => highestBid?.amount ?? reserve

/** What that amount is, in words. */
export function amountName(t: Text, { state, highestBid, bidCount }: AuctionView): string {
  if (state === 'settled') return t('auction.soldFor', { count: bidCount })
  return highestBid ? t('auction.highest', { count: bidCount }) : t('auction.reserve')
}
