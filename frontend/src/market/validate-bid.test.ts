import { expect, it } from 'vitest'
import { validateBid } from './validate-bid.ts'

it('takes the least and more, and says why not', () => {
  const least = 5n * 10n ** 17n
  expect(validateBid('0.5', least)).toEqual({ wei: least, why: null })
  expect(validateBid('2', least).wei).toBe(2n * 10n ** 18n)
  expect(validateBid('0.499999999999999999', least)).toEqual({ wei: null, why: 'bid.why.low' })
  expect(validateBid('', least)).toMatchObject({ why: 'amount.why.empty' })
  expect(validateBid('much', least)).toMatchObject({ why: 'amount.why.form' })
})
