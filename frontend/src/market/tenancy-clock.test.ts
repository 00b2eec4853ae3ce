import { expect, it } from 'vitest'
import { chainTime, tenancyClock } from './tenancy-clock.ts'

const tenancy = (state: 'active' | 'over' | 'ended', secondsLeft: number) =>
  ({ state, start: '1000', expires: '87400', secondsLeft }) as const

it('counts on from the answer, whatever this clock says', () => {
  const answeredAt = 5_000_000
  expect(tenancyClock(tenancy('active', 21_600), answeredAt, answeredAt)).toEqual({ left: 21_600, passed: 0.75, changesAt: 26_600_000 })
  expect(tenancyClock(tenancy('active', 21_600), answeredAt, answeredAt + 60_400).left).toBe(21_540)
  expect(chainTime(tenancy('active', 21_600), answeredAt, answeredAt + 60_400)).toBe(65_860)
})

it('never says less than nothing, and nothing of what is over', () => {
  expect(tenancyClock(tenancy('active', 10), 0, 99_000)).toMatchObject({ left: 0, passed: 1 })
  expect(tenancyClock(tenancy('over', 0), 0, 0)).toEqual({ left: 0, passed: 1, changesAt: null })
  // Who ended it early has no time left, although what was agreed on lies ahead.
  expect(tenancyClock(tenancy('ended', 600), 0, 0)).toEqual({ left: 0, passed: 1, changesAt: null })
})

it('shows a tenancy that began before its answer was read as begun', () => {
  expect(tenancyClock(tenancy('active', 90_000), 0, 0).passed).toBe(0)
})
