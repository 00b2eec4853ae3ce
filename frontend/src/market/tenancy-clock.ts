import type { TenancyView } from '@daedal/protocol/market/rental-api'
import { countdown } from './countdown.ts'

export type Timed = Pick<TenancyView, 'state' | 'start' | 'expires' | 'secondsLeft'>

/** Seconds left, and how much of the time is over, 0 to 1. `changesAt` in milliseconds; null of what is over. */
export type TenancyClock = { left: number; passed: number; changesAt: number | null }

/** What the clock says of a tenancy, see {@link countdown}. */
export function tenancyClock({ state, start, expires, secondsLeft }: Timed, answeredAt: number, now: number): TenancyClock {
  if (state !== 'active') return { left: 0, passed: 1, changesAt: null }
  const { left, endsAt } = countdown(secondsLeft, answeredAt, now)
  const length = Number(expires) - Number(start)
  return { left, passed: length <= 0 ? 0 : Math.min(1, Math.max(0, 1 - left / length)), changesAt: endsAt }
}

/** The chain's time as the service told it with a tenancy, unix seconds, counted on from its answer. */
export const chainTime = ({ expires, secondsLeft }: Timed, answeredAt: number, now: number): number =>
  Number(expires) - secondsLeft + Math.floor((now - answeredAt) / 1_000)
