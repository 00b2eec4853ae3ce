import { wrappedEtherAbi } from '@daedal/protocol/market/abi.gen'
import type { Step } from '@daedal/protocol/market/api'
import { dropIdOf } from '@daedal/protocol/market/drop'
import { NATIVE_CURRENCY } from '@daedal/protocol/market/order'
import type { Address } from '@daedal/protocol/scalars'
import { tokenIdOf } from '@daedal/protocol/tokens/token-id'
import { encodeFunctionData, zeroHash } from 'viem'
import { describe, expect, it } from 'vitest'
import { checkDropSteps } from './check-drops.ts'
import type { DropRequest } from './drop-request.ts'
import { PreparedMismatch } from './prepared-mismatch.ts'
import { contract, dropId, dropSends, dropTerms, secret } from './testing/fake-drops.ts'
import { sends } from './testing/fake-house.ts'
import { buyer, creator, seller, venue } from './testing/fake-world.ts'

const check =
  (request: DropRequest, ...steps: Step[]) =>
  () =>
    checkDropSteps(steps, request, venue)
const buy = { kind: 'buy-tickets', drop: dropId, stage: 0, quantity: 2, currency: NATIVE_CURRENCY, total: '1000' } as const
const cheaper = { ...dropTerms, salt: `0x${'01'.repeat(32)}` as const }

const wrap = (value: string, to = venue.wrappedEther): Step => ({
  type: 'wrap',
  amount: value,
  transaction: { to, data: encodeFunctionData({ abi: wrappedEtherAbi, functionName: 'deposit' }), value },
})
const approve = (spender: Address, amount: bigint, to = venue.wrappedEther): Step => ({
  type: 'approve',
  transaction: { to, data: encodeFunctionData({ abi: wrappedEtherAbi, functionName: 'approve', args: [spender, amount] }), value: '0' },
  spender: contract,
  amount: amount.toString(),
})

describe('buying tickets in ether', () => {
  it('takes the tickets that were asked for, at what was shown', () => {
    expect(check(buy, dropSends.buy())).not.toThrow()
    expect(check({ ...buy, drop: dropId.toUpperCase().replace('0X', '0x') as `0x${string}` }, dropSends.buy())).not.toThrow()
  })
  it.each([
    ['money', { value: 1_001n }],
    ['quantity', { quantity: 3 }],
    ['stage', { stage: 1 }],
    ['terms', { terms: cheaper }],
    ['contract', { to: venue.market }],
  ] as const)('refuses other %s', (_, changed) => {
    expect(check(buy, dropSends.buy(changed))).toThrow(PreparedMismatch)
  })
  it('refuses a total that is not the price of the terms, whatever the service showed', () => {
    expect(check({ ...buy, total: '900' }, dropSends.buy({ value: 900n }))).toThrow(PreparedMismatch)
    expect(check({ ...buy, stage: 1 }, dropSends.buy({ stage: 1 }))).toThrow(PreparedMismatch)
    expect(check({ ...buy, stage: 1, total: '1400' }, dropSends.buy({ stage: 1, value: 1_400n }))).not.toThrow()
    expect(check({ ...buy, stage: 7, total: '0' }, dropSends.buy({ stage: 7, value: 0n }))).toThrow(PreparedMismatch)
  })
  it('needs no approval, is done once, and is not another call', () => {
    expect(check(buy, approve(contract, 1_000n), dropSends.buy())).toThrow(PreparedMismatch)
    expect(check(buy, wrap('1000'), dropSends.buy())).toThrow(PreparedMismatch)
    expect(check(buy, dropSends.buy(), dropSends.buy())).toThrow(PreparedMismatch)
    expect(check(buy)).toThrow(PreparedMismatch)
    expect(check(buy, dropSends.plain('createDrop', dropTerms, 1_000n))).toThrow(PreparedMismatch)
    expect(check(buy, sends.bid(1_000n))).toThrow(PreparedMismatch)
    expect(check(buy, { type: 'sign', typedData: {} } as unknown as Step, dropSends.buy())).toThrow(PreparedMismatch)
  })
})

describe('buying tickets in wrapped ether', () => {
  const terms = { ...dropTerms, currency: venue.wrappedEther }
  const paid = { ...buy, drop: dropIdOf(terms), currency: venue.wrappedEther } as const
  const bought = dropSends.buy({ terms, value: 0n })
  it('wraps no more, and lets the contract take that amount alone', () => {
    expect(check(paid, wrap('300'), approve(contract, 1_000n), bought)).not.toThrow()
    expect(check(paid, wrap('1001'), approve(contract, 1_000n), bought)).toThrow(PreparedMismatch)
    expect(check(paid, approve(contract, 1_001n), bought)).toThrow(PreparedMismatch)
    expect(check(paid, approve(seller, 1_000n), bought)).toThrow(PreparedMismatch)
    expect(check(paid, approve(contract, 1_000n, seller), bought)).toThrow(PreparedMismatch)
    expect(check(paid, dropSends.buy({ terms }))).toThrow(PreparedMismatch)
  })
  it('is refused where the drop is paid in another currency', () => {
    expect(check({ ...buy, drop: dropIdOf(terms) }, dropSends.buy({ terms }))).toThrow(PreparedMismatch)
  })
})

describe('delivering', () => {
  const deliver = { kind: 'deliver', drop: dropId, tickets: [3, 4, 5] } as const
  it('is of tickets that were asked for, or fewer of them', () => {
    expect(check(deliver, dropSends.deliver([3, 4, 5]))).not.toThrow()
    expect(check(deliver, dropSends.deliver([4]))).not.toThrow()
    expect(check(deliver, dropSends.deliver([3, 6]))).toThrow(PreparedMismatch)
    expect(check(deliver, dropSends.deliver([]))).toThrow(PreparedMismatch)
    expect(check(deliver, dropSends.deliver([3], cheaper))).toThrow(PreparedMismatch)
    expect(check(deliver, dropSends.refund(3))).toThrow(PreparedMismatch)
    expect(check(deliver, approve(contract, 1n), dropSends.deliver([3]))).toThrow(PreparedMismatch)
  })
})

describe('the other acts', () => {
  it('are on the drop that was meant, and pay nothing', () => {
    const calls = { 'end-drop': 'endSale', 'close-drop': 'closeDrop', 'draw-drop': 'drawEntropy' } as const
    for (const kind of ['end-drop', 'close-drop', 'draw-drop'] as const) {
      const request = { kind, drop: dropId }
      expect(check(request, dropSends.plain(calls[kind]))).not.toThrow()
      expect(check(request, dropSends.plain(calls[kind], cheaper))).toThrow(PreparedMismatch)
      expect(check(request, dropSends.plain(calls[kind], dropTerms, 1n))).toThrow(PreparedMismatch)
      expect(check(request, dropSends.plain('createDrop'))).toThrow(PreparedMismatch)
    }
  })
  it('take back the item that was meant, to who asks', () => {
    const request = { kind: 'take-back', drop: dropId, item: 1, tokenId: tokenIdOf(creator, zeroHash).toString(), to: creator } as const
    expect(check(request, dropSends.takeBack(creator))).not.toThrow()
    expect(check(request, dropSends.takeBack(buyer))).toThrow(PreparedMismatch)
    expect(check(request, dropSends.takeBack(creator, dropId))).toThrow(PreparedMismatch)
    expect(check(request, dropSends.takeBack(creator, zeroHash, cheaper))).toThrow(PreparedMismatch)
    expect(check(request, dropSends.refund(1))).toThrow(PreparedMismatch)
  })
  it('give back the purchase that was meant, and tell the secret that was meant', () => {
    expect(check({ kind: 'refund', drop: dropId, first: 3 }, dropSends.refund(3))).not.toThrow()
    expect(check({ kind: 'refund', drop: dropId, first: 3 }, dropSends.refund(4))).toThrow(PreparedMismatch)
    const other = `0x${'5f'.repeat(32)}` as const
    expect(check({ kind: 'reveal-drop', drop: dropId, secret }, dropSends.reveal(secret))).not.toThrow()
    expect(check({ kind: 'reveal-drop', drop: dropId, secret }, dropSends.reveal(other))).toThrow(PreparedMismatch)
  })
})

it('is nothing where the deployment has no drops', () => {
  expect(() => checkDropSteps([dropSends.buy()], buy, { ...venue, drops: null })).toThrow(PreparedMismatch)
})
