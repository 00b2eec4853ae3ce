import { expect, it } from 'vitest'
import { expiryAfter, mostDaysNow, splitOfDays } from './rental-term.ts'

const DAY = 86_400
const now = 1_000_000
const never = (2n ** 64n - 1n).toString()

it('lets as many days be rented as the offer has', () => {
  expect(mostDaysNow({ minDays: 1, maxDays: 30, lastExpiry: never }, null, now)).toBe(30)
  expect(mostDaysNow({ minDays: 1, maxDays: 30, lastExpiry: String(now + 3 * DAY) }, null, now)).toBe(3)
  expect(mostDaysNow({ minDays: 1, maxDays: 30, lastExpiry: String(now + 3 * DAY - 1) }, null, now)).toBe(2)
})

it('lets days be added until the time that is left is as long as the offer allows', () => {
  const offer = { minDays: 1, maxDays: 10, lastExpiry: never }
  expect(mostDaysNow(offer, now + 4 * DAY, now)).toBe(6)
  expect(mostDaysNow(offer, now + 4 * DAY, now + 1)).toBe(6)
  expect(mostDaysNow(offer, now + 4 * DAY + 1, now)).toBe(5)
  expect(mostDaysNow(offer, now + 10 * DAY, now)).toBe(0)
  expect(mostDaysNow(offer, now + 20 * DAY, now)).toBe(0)
})

it('begins what is added at the end of what there is', () => {
  expect(expiryAfter(2, null, now)).toBe(now + 2 * DAY)
  expect(expiryAfter(2, now + DAY, now)).toBe(now + 3 * DAY)
})

it('splits the price of all days at once, to the last wei', () => {
  const day = { price: '1001', seller: '0', royalty: '0', royaltyReceiver: null, royaltyBps: 500, fee: '0', feeBps: 250 }
  const split = splitOfDays(day, 3)
  expect(split).toMatchObject({ price: '3003', royalty: '150', fee: '75', seller: '2778' })
  expect(BigInt(split.seller) + BigInt(split.royalty) + BigInt(split.fee)).toBe(3_003n)
})
