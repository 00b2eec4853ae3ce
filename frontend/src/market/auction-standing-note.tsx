import type { AuctionDetail } from '@daedal/protocol/market/auction-api'
import type { PendingPayments } from '@daedal/protocol/market/payments'
import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { useText } from '../lib/text/use-text.ts'
import { Alert } from '../ui/steps.tsx'
import { isSame, useAccount } from '../wallet/account.ts'
import { type Standing, standingOf } from './auction-standing.ts'
import { type AuctionUnit, amountText } from './auction-unit.ts'
import { auctions } from './auctions.ts'
import { PendingPayments as WaitingMoney } from './pending-payments.tsx'

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
  const { data: payments } = useQuery({ ...auctions.payments(address ?? ''), enabled: Boolean(address) })
  const standing = standingOf(auction, address, Boolean(own) || older)
  if (!address) return null
  const text = (amount: string | undefined) => (amount ? amountText(t, amount, unit, currency) : '')
  const amount = own?.amount
  const values = { bid: text(amount ?? highestBid?.amount), proceeds: text(split?.seller) }
  return (
    <>
      {standing ? (
        <Alert tone={tones[standing] ?? 'info'}>
          {standing === 'outbid' || standing === 'refunded'
            ? t(`auction.you.${standing}${whereMoneyIs(payments, currency, amount)}`, values)
            : t(`auction.you.${standing}`, values)}
        </Alert>
      ) : null}
      <WaitingMoney account={address} paused={paused} payer="auctionHouse" />
    </>
  )
}

/** Whether a bid that did not win is back: it is, unless something waits at the house. Nothing is said while that is not known. */
function whereMoneyIs(payments: PendingPayments | undefined, currency: string, bid: string | undefined): '' | '.back' | '.waits' {
  if (!payments) return ''
  if (payments.data.some((payment) => payment.payer === 'auctionHouse' && isSame(payment.currency, currency))) return '.waits'
  return bid ? '.back' : ''
}
