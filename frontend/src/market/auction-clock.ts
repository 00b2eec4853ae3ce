import type { AuctionView } from '@daedal/protocol/market/auction-api'

type Timed = Pick<AuctionView, 'state' | 'startTime' | 'endTime' | 'secondsToStart' | 'secondsToEnd'>

/** Seconds left, and how much of the time for bids is over, 0 to 1. `changesAt` in milliseconds; null when time changes nothing more. */
export type AuctionClock = { left: number; passed: number; changesAt: number | null }

/**
 * What the clock says of an auction. The service's seconds are counted on from its answer, so this device's clock need not be right.
 * `answeredAt` and `now` in milliseconds.
 */
export function auctionClock(auction: Timed, answeredAt: number, now: number): AuctionClock {
  const { state, startTime, endTime, secondsToStart, secondsToEnd } = auction
  if (state !== 'upcoming' && state !== 'live') return { left: 0, passed: 1, changesAt: null }
  const seconds = state === 'upcoming' ? secondsToStart : secondsToEnd
  const changesAt = answeredAt + seconds * 1_000
  const left = Math.max(0, Math.ceil((changesAt - now) / 1_000))
  const length = Number(endTime) - Number(startTime)
  const passed = state === 'upcoming' || length <= 0 ? 0 : Math.min(1, Math.max(0, 1 - left / length))
  return { left, passed, changesAt }
}
