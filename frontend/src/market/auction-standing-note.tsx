import type { AuctionDetail } from '@daedal/protocol/market/auction-api'
import { useInfiniteQuery } from '@tanstack/react-query'
import { useText } from '../lib/text/use-text.ts'
import { Alert } from '../ui/steps.tsx'
import { isSame, useAccount } from '../wallet/account.ts'
import { type Standing, standingOf } from './auction-standing.ts'
import { type AuctionUnit, amountText } from './auction-unit.ts'
import { auctions } from './auctions.ts'
import { PendingPayments } from './pending-payments.tsx'

const tones: Partial<Record<Standing, 'weak'>> = { outbid: 'weak', waits: 'weak', refunded: 'weak' }

/** How an auction stands for the person, and money of theirs that waits because it could not be delivered. */
export function AuctionStanding({ auction, unit, paused }: { auction: AuctionDetail; unit: AuctionUnit | null; paused: string | null }) {
  const t = useText()
  const { address } = useAccount()
  const { bids, bidCount, highestBid, split, currency } = auction
  const own = bids.data.find(({ bidder }) => isSame(bidder, address))
  // The newest bids come with the auction; whether the person made an older one is asked for.
  const asked = Boolean(address) && !own && bidCount > bids.data.length
  const { data } = useInfiniteQuery({
    ...auctions.list({ asset: auction.asset, ...(address && { bidder: address }), limit: 100 }),
    enabled: asked,
  })
  const older = asked && Boolean(data?.pages.some((page) => page.data.some(({ id }) => id === auction.id)))
  const standing = standingOf(auction, address, Boolean(own) || older)
  if (!address) return null
  const text = (amount: string | undefined) => (amount ? amountText(t, amount, unit, currency) : '')
  return (
    <>
      {standing ? (
        <Alert tone={tones[standing] ?? 'info'}>
          {standing === 'outbid' && !own
            ? t('auction.you.outbidOlder')
            : t(`auction.you.${standing}`, { bid: text(own?.amount ?? highestBid?.amount), proceeds: text(split?.seller) })}
        </Alert>
      ) : null}
      <PendingPayments account={address} paused={paused} payer="auctionHouse" />
    </>
  )
}
