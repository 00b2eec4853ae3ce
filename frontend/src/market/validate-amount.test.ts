import { expect, it } from 'vitest'
import { validateAmount } from './validate-amount.ts'

it('reads a price or says why not', () => {
  expect(validateAmount('0.2')).toEqual({ wei: 200_000_000_000_000_000n, why: null })
  expect(validateAmount(' ')).toMatchObject({ why: 'amount.why.empty' })
  expect(validateAmount('a lot')).toMatchObject({ why: 'amount.why.form' })
  expect(validateAmount('0.0')).toMatchObject({ why: 'amount.why.zero' })
  expect(validateAmount('0.0000000000000000001')).toMatchObject({ why: 'amount.why.form' })
  expect(validateAmount('400000000000')).toMatchObject({ wei: 400_000_000_000n * 10n ** 18n })
  expect(validateAmount('1000000000000')).toMatchObject({ why: 'amount.why.form' })
})
