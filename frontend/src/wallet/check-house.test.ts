import { dropsAbi, marketAbi, wrappedEtherAbi } from '@daedal/protocol/market/abi.gen'
import type { Step } from '@daedal/protocol/market/api'
import { NATIVE_CURRENCY } from '@daedal/protocol/market/order'
import type { Address } from '@daedal/protocol/scalars'
import { assetCollectionAbi } from '@daedal/protocol/tokens/abi.gen'
import { encodeFunctionData } from 'viem'
import { describe, expect, it } from 'vitest'
import { checkHouseSteps } from './check-house.ts'
import type { HouseRequest } from './house-request.ts'
import { PreparedMismatch } from './prepared-mismatch.ts'
import { approveAmount, approveToken, auctionId, auctionRequest, house, sends, terms } from './testing/fake-house.ts'
import { lettings } from './testing/fake-rentals.ts'
import { buyer, seller, venue } from './testing/fake-world.ts'

const other = `0x${'cd'.repeat(32)}` as const
const check =
  (request: HouseRequest, ...steps: Step[]) =>
  () =>
    checkHouseSteps(steps, request, buyer, venue)
const wrapStep = (value: string, to = venue.wrappedEther): Step => ({
  type: 'wrap',
  amount: value,
  transaction: { to, data: encodeFunctionData({ abi: wrappedEtherAbi, functionName: 'deposit' }), value },
})

describe('putting an asset up', () => {
  it('takes the terms that were asked for, after the approval of that token alone', () => {
    expect(check(auctionRequest, sends.create())).not.toThrow()
    expect(check(auctionRequest, approveToken(house), sends.create())).not.toThrow()
  })
  it.each([
    ['collection', seller],
    ['tokenId', 8n],
    ['quantity', 1n],
    ['currency', venue.wrappedEther],
    ['reserve', terms.reserve - 1n],
    ['minIncrementBps', 100],
    ['start', 5n],
    ['duration', 3_600n],
    ['extensionWindow', 0n],
    ['maxExtension', 0n],
  ] as const)('refuses another %s', (name, value) => {
    expect(check(auctionRequest, sends.create({ [name]: value }))).toThrow(PreparedMismatch)
  })
  it('refuses money, another call, and approvals of more', () => {
    expect(check(auctionRequest, sends.create({}, 1n))).toThrow(PreparedMismatch)
    expect(check(auctionRequest, sends.settle())).toThrow(PreparedMismatch)
    expect(check(auctionRequest, approveToken(seller), sends.create())).toThrow(PreparedMismatch)
    expect(check(auctionRequest, approveToken(house, 8n), sends.create())).toThrow(PreparedMismatch)
    expect(check(auctionRequest, approveToken(house, 7n, seller), sends.create())).toThrow(PreparedMismatch)
    const all = encodeFunctionData({ abi: assetCollectionAbi, functionName: 'setApprovalForAll', args: [house, true] })
    const approveAll: Step = { ...approveToken(house), transaction: { to: venue.collection, data: all, value: '0' } } as Step
    expect(check(auctionRequest, approveAll, sends.create())).toThrow(PreparedMismatch)
    expect(check(auctionRequest, approveAmount(house, 500n), sends.create())).toThrow(PreparedMismatch)
    expect(check(auctionRequest, wrapStep('1'), sends.create())).toThrow(PreparedMismatch)
  })
})

describe('bidding in ether', () => {
  const bid = { kind: 'bid', auction: auctionId, currency: NATIVE_CURRENCY, amount: '700' } as const
  it('sends the bid that was asked for, to the house', () => {
    expect(check(bid, sends.bid(700n))).not.toThrow()
    expect(check(bid, sends.bid(700n, 701n))).toThrow(PreparedMismatch)
    expect(check(bid, sends.bid(701n, 700n))).toThrow(PreparedMismatch)
    expect(check(bid, sends.bid(700n, 700n, other))).toThrow(PreparedMismatch)
    expect(check(bid, sends.bid(700n, 700n, auctionId, venue.market))).toThrow(PreparedMismatch)
    expect(check(bid, sends.settle())).toThrow(PreparedMismatch)
  })
  it('needs no approval, and is made once', () => {
    expect(check(bid, approveAmount(house, 700n), sends.bid(700n))).toThrow(PreparedMismatch)
    expect(check(bid, approveToken(house), sends.bid(700n))).toThrow(PreparedMismatch)
    expect(check(bid, sends.bid(700n), sends.bid(700n))).toThrow(PreparedMismatch)
    expect(check(bid, wrapStep('700'), sends.bid(700n))).toThrow(PreparedMismatch)
    expect(check(bid)).toThrow(PreparedMismatch)
  })
})

describe('bidding in wrapped ether', () => {
  const bid = { kind: 'bid', auction: auctionId, currency: venue.wrappedEther, amount: '700' } as const
  it('wraps no more, and lets the house take that amount alone', () => {
    expect(check(bid, wrapStep('300'), approveAmount(house, 700n), sends.bid(700n, 0n))).not.toThrow()
    expect(check(bid, wrapStep('701'), approveAmount(house, 700n), sends.bid(700n, 0n))).toThrow(PreparedMismatch)
    expect(check(bid, wrapStep('300', seller), approveAmount(house, 700n), sends.bid(700n, 0n))).toThrow(PreparedMismatch)
    expect(check(bid, approveAmount(house, 701n), sends.bid(700n, 0n))).toThrow(PreparedMismatch)
    expect(check(bid, approveAmount(seller, 700n), sends.bid(700n, 0n))).toThrow(PreparedMismatch)
    expect(check(bid, approveAmount(house, 700n, seller), sends.bid(700n, 0n))).toThrow(PreparedMismatch)
    expect(check(bid, sends.bid(700n))).toThrow(PreparedMismatch)
  })
})

describe('settling, cancelling, taking back', () => {
  it('is of the auction that was meant', () => {
    const request = (kind: 'settle-auction' | 'cancel-auction' | 'reclaim') => ({ kind, auction: auctionId })
    expect(check(request('settle-auction'), sends.settle())).not.toThrow()
    expect(check(request('settle-auction'), sends.settle(other))).toThrow(PreparedMismatch)
    expect(check(request('settle-auction'), sends.cancel())).toThrow(PreparedMismatch)
    expect(check(request('cancel-auction'), sends.cancel())).not.toThrow()
    expect(check(request('cancel-auction'), sends.cancel(other))).toThrow(PreparedMismatch)
    expect(check(request('reclaim'), sends.reclaim(buyer))).not.toThrow()
    expect(check(request('reclaim'), sends.reclaim(seller))).toThrow(PreparedMismatch)
    expect(check(request('reclaim'), sends.reclaim(buyer, other))).toThrow(PreparedMismatch)
    expect(check(request('settle-auction'), approveToken(house), sends.settle())).toThrow(PreparedMismatch)
    expect(check(request('settle-auction'), { type: 'sign', typedData: {} } as unknown as Step, sends.settle())).toThrow(PreparedMismatch)
  })
})

describe('withdrawing', () => {
  it('takes out what waits in that currency, from who keeps it', () => {
    const fromHouse = { kind: 'withdraw', payer: 'auctionHouse', currency: NATIVE_CURRENCY } as const
    expect(check(fromHouse, sends.withdraw(NATIVE_CURRENCY))).not.toThrow()
    expect(check(fromHouse, sends.withdraw(venue.wrappedEther))).toThrow(PreparedMismatch)
    expect(check(fromHouse, sends.settle())).toThrow(PreparedMismatch)
    const fromDrops = { ...fromHouse, payer: 'drops' } as const
    const paid = encodeFunctionData({ abi: dropsAbi, functionName: 'withdraw', args: [NATIVE_CURRENCY] })
    const ofDrops: Step = { type: 'send', transaction: { to: venue.drops as Address, data: paid, value: '0' } }
    expect(check(fromDrops, ofDrops)).not.toThrow()
    expect(check(fromHouse, ofDrops)).toThrow(PreparedMismatch)
    expect(check(fromDrops, sends.withdraw(NATIVE_CURRENCY))).toThrow(PreparedMismatch)
    const data = encodeFunctionData({ abi: marketAbi, functionName: 'withdraw' })
    const market: Step = { type: 'send', transaction: { to: venue.market, data, value: '0' } }
    expect(check({ ...fromHouse, payer: 'market' }, market)).not.toThrow()
    expect(check(fromHouse, market)).toThrow(PreparedMismatch)
    expect(check({ ...fromHouse, payer: 'market' }, sends.withdraw(NATIVE_CURRENCY))).toThrow(PreparedMismatch)
    const fromRentals = { ...fromHouse, payer: 'rentals' } as const
    expect(check(fromRentals, lettings.withdraw(NATIVE_CURRENCY))).not.toThrow()
    expect(check(fromRentals, lettings.withdraw(venue.wrappedEther))).toThrow(PreparedMismatch)
    expect(check(fromRentals, sends.withdraw(NATIVE_CURRENCY))).toThrow(PreparedMismatch)
    expect(check(fromRentals, approveToken(house), lettings.withdraw(NATIVE_CURRENCY))).toThrow(PreparedMismatch)
  })
})

it('is nothing where the deployment has no house', () => {
  const bid = { kind: 'bid', auction: auctionId, currency: NATIVE_CURRENCY, amount: '700' } as const
  expect(() => checkHouseSteps([sends.bid(700n)], bid, buyer, { ...venue, auctionHouse: null })).toThrow(PreparedMismatch)
})
