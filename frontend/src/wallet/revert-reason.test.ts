import { errorCodes } from '@daedal/protocol/errors/codes'
import { marketAbi } from '@daedal/protocol/market/abi.gen'
import { encodeErrorResult, getAddress, parseAbi } from 'viem'
import { expect, it } from 'vitest'
import { refusalOf, revertDataOf } from './revert-reason.ts'

it('knows a sentence for every error of the market that a person can meet', () => {
  const names = marketAbi.flatMap((item) => (item.type === 'error' && item.name.startsWith('Market') ? [item.name] : []))
  const codes = names.map((name) => name.replace(/(?<=[a-z0-9])(?=[A-Z])/g, '_').toUpperCase())
  const tradeErrors = ['MARKET_ORDER_SPENT', 'MARKET_ORDER_EXPIRED', 'MARKET_ORDER_EPOCH_PASSED', 'MARKET_WRONG_PAYMENT', 'MARKET_PAUSED']
  expect(codes).toEqual(expect.arrayContaining(tradeErrors))
  for (const code of tradeErrors) expect(errorCodes).toHaveProperty(code)
})

it('reads the errors of tokens and plain ones', () => {
  const abi = parseAbi(['error ERC20InsufficientAllowance(address spender, uint256 allowance, uint256 needed)'])
  const data = encodeErrorResult({
    abi,
    errorName: 'ERC20InsufficientAllowance',
    args: ['0x0000000000000000000000000000000000000a01', 1n, 2n],
  })
  expect(refusalOf(data)).toEqual({
    code: 'MARKET_NOT_APPROVED',
    detail: `ERC20InsufficientAllowance: ${getAddress('0x0000000000000000000000000000000000000a01')}, 1, 2`,
  })
  const plain = encodeErrorResult({ abi: parseAbi(['error Error(string)']), errorName: 'Error', args: ['no'] })
  expect(refusalOf(plain)).toEqual({ code: null, detail: 'no' })
  expect(refusalOf('0x')).toEqual({ code: null, detail: null })
  expect(refusalOf('0xdeadbeef')).toEqual({ code: null, detail: 'The contract answered 0xdeadbeef.' })
})

it('finds the data of a revert wherever it is', () => {
  expect(revertDataOf(new Error('a', { cause: { data: { data: '0x12' } } }))).toBe('0x12')
  expect(revertDataOf(Object.assign(new Error('b'), { data: '0xabcd' }))).toBe('0xabcd')
  expect(revertDataOf(new Error('c'))).toBeUndefined()
})
