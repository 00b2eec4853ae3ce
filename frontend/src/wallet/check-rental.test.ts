import { wrappedEtherAbi } from '@daedal/protocol/market/abi.gen'
import type { Step } from '@daedal/protocol/market/api'
import { type RentalOffer, rentalOfferToJson } from '@daedal/protocol/market/rental-offer'
import { assetCollectionAbi } from '@daedal/protocol/tokens/abi.gen'
import { encodeFunctionData } from 'viem'
import { describe, expect, it } from 'vitest'
import { checkOfferToLet, checkRentalSteps } from './check-rental.ts'
import { PreparedMismatch } from './prepared-mismatch.ts'
import type { LettingRequest } from './rental-request.ts'
import { approveAmount, approveToken } from './testing/fake-house.ts'
import { asks, hashOf, lettings, offer, rentals } from './testing/fake-rentals.ts'
import { buyer, seller, venue } from './testing/fake-world.ts'

const check =
  (request: LettingRequest, ...steps: Step[]) =>
  () =>
    checkRentalSteps(steps, request, buyer, venue)
/** The fake steps name the auction house as the spender; these are for the contract of rentals. */
const approves = (step: Step): Step => ({ ...step, spender: rentals }) as Step
const sign: Step = { type: 'sign', typedData: {} }

describe('the offer to sign', () => {
  const now = 1_000_000
  const own: RentalOffer = { ...offer, owner: buyer, start: 1_000n, end: 1_000n + 86_400n }
  const checkOffer = (change: Partial<RentalOffer>, request = asks.let) =>
    checkOfferToLet(rentalOfferToJson({ ...own, ...change }), request, buyer, venue, now)

  it('is the one that was asked for', () => {
    expect(checkOffer({})).toEqual(own)
    expect(checkOffer({ renter: seller }, { ...asks.let, renter: seller }).renter).toBe(seller)
  })
  it.each([
    ['owner', { owner: seller }],
    ['collection', { collection: seller }],
    ['token', { tokenId: 8n }],
    ['currency', { currency: venue.wrappedEther }],
    ['price', { pricePerDay: 99n }],
    ['least', { minDays: 2 }],
    ['most', { maxDays: 31 }],
    ['renter', { renter: seller }],
    ['later opening', { start: 1_000n + 3_601n }],
    ['longer time', { end: 1_000n + 86_400n + 3_601n }],
    ['fee', { maxFeeBps: 501 }],
    ['royalty', { maxRoyaltyBps: 1_001 }],
    ['nonce that nothing cancels', { nonce: 200n }],
  ] as [string, Partial<RentalOffer>][])('has no other %s', (_, change) => {
    expect(() => checkOffer(change)).toThrow(PreparedMismatch)
  })
  it('is for anyone only when that was asked for', () => {
    expect(() => checkOffer({}, { ...asks.let, renter: seller })).toThrow(PreparedMismatch)
  })
  it('is nothing where the deployment has no rentals', () => {
    expect(() => checkOfferToLet(rentalOfferToJson(own), asks.let, buyer, { ...venue, rentals: null }, now)).toThrow(PreparedMismatch)
  })
  it('comes after the approval of that token alone, and sends nothing', () => {
    expect(check(asks.let, sign)).not.toThrow()
    expect(check(asks.let, approves(approveToken(rentals)), sign)).not.toThrow()
    expect(check(asks.let, approves(approveToken(seller)), sign)).toThrow(PreparedMismatch)
    expect(check(asks.let, approves(approveToken(rentals, 8n)), sign)).toThrow(PreparedMismatch)
    expect(check(asks.let, approves(approveToken(rentals, 7n, seller)), sign)).toThrow(PreparedMismatch)
    expect(check(asks.let, approveToken(rentals), sign)).toThrow(PreparedMismatch)
    const all = encodeFunctionData({ abi: assetCollectionAbi, functionName: 'setApprovalForAll', args: [rentals, true] })
    const approveAll = { ...approves(approveToken(rentals)), transaction: { to: venue.collection, data: all, value: '0' } } as Step
    expect(check(asks.let, approveAll, sign)).toThrow(PreparedMismatch)
    expect(check(asks.let, lettings.rent(), sign)).toThrow(PreparedMismatch)
    expect(check(asks.let, sign, sign)).toThrow(PreparedMismatch)
    expect(check(asks.let)).toThrow(PreparedMismatch)
  })
})

describe('renting for ether', () => {
  it('takes the offer for the days and the price that were shown, for the person', () => {
    expect(check(asks.rent, lettings.rent())).not.toThrow()
    expect(check({ ...asks.rent, kind: 'add-days' }, lettings.rent())).not.toThrow()
  })
  it.each([
    ['another offer', { offer: { nonce: 5n } }],
    ['a dearer offer', { offer: { pricePerDay: 101n }, limit: 303n, value: 303n }],
    ['fewer days', { days: 2, limit: 200n, value: 200n }],
    ['days that were not paid for', { days: 2 }],
    ['somebody else', { user: seller }],
    ['a higher limit', { limit: 301n }],
    ['more money', { value: 301n }],
    ['less money', { value: 0n }],
    ['another contract', { to: venue.market }],
  ] as const)('refuses %s', (_, change) => {
    expect(check(asks.rent, lettings.rent(change))).toThrow(PreparedMismatch)
  })
  it('refuses what is not the token, the price or the call that was meant', () => {
    expect(check({ ...asks.rent, tokenId: '8' }, lettings.rent())).toThrow(PreparedMismatch)
    expect(check({ ...asks.rent, amount: '299' }, lettings.rent({ limit: 299n, value: 299n }))).toThrow(PreparedMismatch)
    expect(check(asks.rent, lettings.giveBack())).toThrow(PreparedMismatch)
    expect(check(asks.rent, approves(approveAmount(rentals, 300n)), lettings.rent())).toThrow(PreparedMismatch)
    expect(check(asks.rent, sign, lettings.rent())).toThrow(PreparedMismatch)
    expect(check(asks.rent, lettings.rent(), lettings.rent())).toThrow(PreparedMismatch)
    expect(check(asks.rent)).toThrow(PreparedMismatch)
  })
})

describe('renting for wrapped ether', () => {
  const currency = venue.wrappedEther
  const request = { ...asks.rent, currency, offer: hashOf({ currency }) }
  const rent = (value = 0n) => lettings.rent({ offer: { currency }, value })
  const wrap = (value: string): Step => ({
    type: 'wrap',
    amount: value,
    transaction: { to: currency, data: encodeFunctionData({ abi: wrappedEtherAbi, functionName: 'deposit' }), value },
  })
  it('wraps no more, and lets the contract take that amount alone', () => {
    expect(check(request, wrap('300'), approves(approveAmount(rentals, 300n)), rent())).not.toThrow()
    expect(check(request, wrap('301'), approves(approveAmount(rentals, 300n)), rent())).toThrow(PreparedMismatch)
    expect(check(request, approves(approveAmount(rentals, 301n)), rent())).toThrow(PreparedMismatch)
    expect(check(request, approves(approveAmount(seller, 300n)), rent())).toThrow(PreparedMismatch)
    expect(check(request, rent(300n))).toThrow(PreparedMismatch)
    expect(check(asks.rent, wrap('300'), lettings.rent())).toThrow(PreparedMismatch)
  })
})

describe('cancelling', () => {
  it('spends the bit of that offer alone', () => {
    expect(check(asks.cancel, lettings.cancel())).not.toThrow()
    expect(check(asks.cancel, lettings.cancel(3n))).toThrow(PreparedMismatch)
    expect(check(asks.cancel, lettings.cancel(2n, 16n))).toThrow(PreparedMismatch)
    expect(check(asks.cancel, lettings.cancel(2n, 24n))).toThrow(PreparedMismatch)
    expect(check(asks.cancel, lettings.cancel(2n, 8n, 1n))).toThrow(PreparedMismatch)
    expect(check(asks.cancel, lettings.cancelAll())).toThrow(PreparedMismatch)
  })
})

describe('ending early, and having it returned', () => {
  it('clears the user at the collection that keeps it, or gives back what the contract holds', () => {
    expect(check(asks.giveBack, lettings.setUser())).not.toThrow()
    expect(check(asks.giveBack, lettings.giveBack())).not.toThrow()
    expect(check(asks.giveBack, lettings.setUser({ tokenId: 8n }))).toThrow(PreparedMismatch)
    expect(check(asks.giveBack, lettings.setUser({ user: seller, expires: 99n }))).toThrow(PreparedMismatch)
    expect(check(asks.giveBack, lettings.setUser({ expires: 99n }))).toThrow(PreparedMismatch)
    expect(check(asks.giveBack, lettings.setUser({ value: 1n }))).toThrow(PreparedMismatch)
    expect(check(asks.giveBack, lettings.setUser({ to: seller }))).toThrow(PreparedMismatch)
    expect(check(asks.giveBack, lettings.giveBack(8n))).toThrow(PreparedMismatch)
    expect(check(asks.giveBack, lettings.giveBack(7n, seller))).toThrow(PreparedMismatch)
    expect(check(asks.giveBack, lettings.release())).toThrow(PreparedMismatch)
  })
  it('releases to the owner, not to whom the service names', () => {
    expect(check(asks.release, lettings.release())).not.toThrow()
    expect(check(asks.release, lettings.release(8n))).toThrow(PreparedMismatch)
    expect(check(asks.release, lettings.releaseTo(seller))).toThrow(PreparedMismatch)
    expect(check(asks.release, lettings.giveBack())).toThrow(PreparedMismatch)
    expect(check(asks.release, approves(approveToken(rentals)), lettings.release())).toThrow(PreparedMismatch)
  })
})

it('is nothing where the deployment has no rentals', () => {
  expect(() => checkRentalSteps([lettings.rent()], asks.rent, buyer, { ...venue, rentals: null })).toThrow(PreparedMismatch)
})
