import type { AuctionView } from '@daedal/protocol/market/auction-api'
import { countdown } from './countdown.ts'

type Timed = Pick<AuctionView, 'state' | 'startTime' | 'endTime' | 'secondsToStart' | 'secondsToEnd'>

/** Seconds left, and how much of the time for bids is over, 0 to 1. `changesAt` in milliseconds; null when time changes nothing more. */
export type AuctionClock = { left: number; passed: number; changesAt: number | null }

/** What the clock says of an auction, see {@link countdown}. */
export function auctionClock(auction: Timed, answeredAt: number, now: number): AuctionClock {
  const { state, startTime, endTime, secondsToStart, secondsToEnd } = auction
  if (state !== 'upcoming' && state !== 'live') return { left: 0, passed: 1, changesAt: null }
  const { left, endsAt } = countdown(state === 'upcoming' ? secondsToStart : secondsToEnd, answeredAt, now)
  const length = Number(endTime) - Number(startTime)
  const passed = state === 'upcoming' || length <= 0 ? 0 : Math.min(1, Math.max(0, 1 - left / length))
  return { left, passed, changesAt: endsAt }
}
