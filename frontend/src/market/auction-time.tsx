import type { AuctionView } from '@daedal/protocol/market/auction-api'
import { formatSpan } from '../lib/format.ts'
import { useLanguage } from '../lib/text/language.ts'
import { useText } from '../lib/text/use-text.ts'
import { useNow } from '../lib/use-now.ts'
import { Progress } from '../ui/progress.tsx'
import { auctionClock } from './auction-clock.ts'

/** What time it is in an auction, in words that tick. `answeredAt` says when the service told, in milliseconds. */
export function AuctionTime({ auction, answeredAt }: { auction: AuctionView; answeredAt: number }) {
  const t = useText()
  const language = useLanguage()
  const { state } = auction
  const ticks = state === 'live' || state === 'upcoming'
  const { left } = auctionClock(auction, answeredAt, useNow(ticks))
  if (!ticks) return t(`auction.state.${state}`)
  // It is over when the service says so, by the chain's clock, not by this one.
  if (left === 0) return t(`auction.due.${state}`)
  return <span role="timer">{t(`auction.state.${state}`, { left: formatSpan(left, language) })}</span>
}

/** How much of the time for bids is over, on the graduated rule, with the needle at now. */
export function AuctionRule({ auction, answeredAt }: { auction: AuctionView; answeredAt: number }) {
  const t = useText()
  const { passed } = auctionClock(auction, answeredAt, useNow(auction.state === 'live'))
  return <Progress value={passed} label={t('auction.passed')} />
}
