import { expect, it } from 'vitest'
import { validateDayRange, validateDays } from './validate-days.ts'

it('takes whole days within what can be had, and says why not', () => {
  expect(validateDays(' 3 ', 1, 30)).toEqual({ days: 3, why: null })
  expect(validateDays('30', 1, 30).days).toBe(30)
  expect(validateDays('', 1, 30)).toEqual({ days: null, why: 'rent.days.why.empty' })
  for (const text of ['1.5', '-1', 'two', '1e1', '9999999']) expect(validateDays(text, 1, 30).why, text).toBe('rent.days.why.whole')
  expect(validateDays('1', 2, 30).why).toBe('rent.days.why.few')
  expect(validateDays('31', 2, 30).why).toBe('rent.days.why.many')
})

it('takes a range within the limits of the contract', () => {
  expect(validateDayRange('1', '365')).toEqual({ minDays: 1, maxDays: 365, why: null })
  expect(validateDayRange('7', '7')).toMatchObject({ minDays: 7, maxDays: 7 })
  expect(validateDayRange('0', '7').why).toBe('let.why.days')
  expect(validateDayRange('1', '366').why).toBe('let.why.days')
  expect(validateDayRange('', '7').why).toBe('let.why.days')
  expect(validateDayRange('8', '7').why).toBe('let.why.order')
})
