import { expect, it } from 'vitest'
import { auctionClock } from './auction-clock.ts'

const auction = (state: 'upcoming' | 'live' | 'ended', secondsToStart: number, secondsToEnd: number) =>
  ({ state, startTime: '1000', endTime: '4600', secondsToStart, secondsToEnd }) as const

it('counts on from the answer, whatever this clock says', () => {
  const answeredAt = 5_000_000
  expect(auctionClock(auction('live', 0, 900), answeredAt, answeredAt)).toEqual({ left: 900, passed: 0.75, changesAt: 5_900_000 })
  expect(auctionClock(auction('live', 0, 900), answeredAt, answeredAt + 60_400).left).toBe(840)
})

it('opens before it runs', () => {
  expect(auctionClock(auction('upcoming', 60, 3_660), 0, 0)).toEqual({ left: 60, passed: 0, changesAt: 60_000 })
})

it('never says less than nothing, and nothing of what is over', () => {
  expect(auctionClock(auction('live', 0, 10), 0, 99_000)).toMatchObject({ left: 0, passed: 1 })
  expect(auctionClock(auction('ended', 0, 0), 0, 0)).toEqual({ left: 0, passed: 1, changesAt: null })
})
