import type { CurrencyFlow } from '@daedal/protocol/worlds/currency-api'
import { expect, it } from 'vitest'
import { allowedOver, pointsOf, spanOf, suppliesOf } from './supply-course.ts'

const DAY = 86_400
const START = Date.parse('2026-03-01T12:00:00Z') / 1000
const declared = (asOf: number, points: readonly (readonly [number, number])[]) => ({
  declaredAt: '2026-03-01T12:00:00.000Z',
  asOf: String(asOf),
  curve: points.map(([time, most]) => ({ time: String(time), most: String(most) })),
})
const flow = (day: string, kind: 'poured' | 'drained', amount: number): CurrencyFlow => ({
  ...{ day, kind, id: 0, name: `0x${'61'.repeat(32)}`, label: null },
  amount: String(amount),
  count: 1,
})

it('spans from the declaration to the end of the curve, to now where that is later, and not for ever', () => {
  expect(spanOf(declared(START + DAY, [[START + 9 * DAY, 5]]))).toEqual({ from: START, to: START + 9 * DAY })
  expect(spanOf(declared(START + 20 * DAY, [[START + 9 * DAY, 5]]))).toEqual({ from: START, to: START + 20 * DAY })
  expect(spanOf(declared(START, [[0, 5]]))).toEqual({ from: START, to: START + DAY })
  expect(spanOf({ ...declared(START, []), curve: [{ time: String(2n ** 64n - 1n), most: '1' }] }).to).toBe(START + 3_650 * DAY)
})

it('draws the curve through its points, with the jump at the first', () => {
  const points = pointsOf(
    declared(START, [
      [START + DAY, 100],
      [START + 3 * DAY, 300],
      [START + 9 * DAY, 300],
    ]),
  )
  expect(allowedOver(points, { from: START, to: START + 5 * DAY })).toEqual([
    { at: START, amount: 0n },
    { at: START + DAY, amount: 0n },
    { at: START + DAY, amount: 100n },
    { at: START + 3 * DAY, amount: 300n },
    { at: START + 5 * DAY, amount: 300n },
  ])
  expect(allowedOver(points, { from: START + 2 * DAY, to: START + 3 * DAY })).toEqual([
    { at: START + 2 * DAY, amount: 200n },
    { at: START + 3 * DAY, amount: 300n },
  ])
})

it('knows the supply at the end of each day with flows, back to the declaration', () => {
  const midnight = (day: string) => Date.parse(day) / 1000
  const flows = [flow('2026-03-05', 'poured', 4), flow('2026-03-02', 'drained', 20), flow('2026-03-01', 'poured', 50)]
  const now = midnight('2026-03-05') + 6 * 3_600
  expect(suppliesOf({ ...declared(now, []), supply: '34' }, flows)).toEqual([
    { at: START, amount: 0n },
    { at: midnight('2026-03-02'), amount: 50n },
    { at: midnight('2026-03-03'), amount: 30n },
    { at: midnight('2026-03-05'), amount: 30n },
    { at: now, amount: 34n },
  ])
})

it('begins with what there was before when days further back are not told', () => {
  const now = Date.parse('2027-06-01T06:00:00Z') / 1000
  const [first] = suppliesOf({ ...declared(now, []), supply: '34' }, [flow('2027-06-01', 'poured', 4)])
  expect(first).toEqual({ at: Date.parse('2027-06-01') / 1000, amount: 30n })
})

it('has only now where nothing ever flowed', () => {
  expect(suppliesOf({ ...declared(START + DAY, []), supply: '0' }, [])).toEqual([{ at: START + DAY, amount: 0n }])
})
