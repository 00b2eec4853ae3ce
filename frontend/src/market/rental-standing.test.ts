import { NATIVE_CURRENCY } from '@daedal/protocol/market/order'
import type { RentalOfferView, TenancyView } from '@daedal/protocol/market/rental-api'
import { describe, expect, it } from 'vitest'
import { earnedOf, mayTake, paidOf, rentalStandingOf, timeOfUser } from './rental-standing.ts'

const owner = '0x70997970C51812dc3A010C7d01b50e0d17dc79C8'
const user = '0x3C44CdDdB6a900fa2b585dd299e03d12FA4293BC'
const other = '0x90F79bf6EB2c4f870365E785982E1f101E93b906'
const used = { owner, user: { account: user, expires: '90000' } } as const
const free = { owner, user: null } as const

it('tells whose time it is', () => {
  expect(rentalStandingOf(free, null)).toBe('free')
  expect(rentalStandingOf(free, other)).toBe('free')
  expect(rentalStandingOf(free, owner.toLowerCase())).toBe('owner-free')
  expect(rentalStandingOf(used, owner)).toBe('owner-used')
  expect(rentalStandingOf(used, user.toLowerCase())).toBe('yours')
  expect(rentalStandingOf(used, other)).toBe('used')
  expect(rentalStandingOf(used, null)).toBe('used')
})

it('lets an offer be taken by whom it is for, never by its owner', () => {
  const offer = (renter: `0x${string}`, state: RentalOfferView['state'] = 'active') => ({
    state,
    offer: { owner, renter } as unknown as RentalOfferView['offer'],
  })
  expect(mayTake(offer(NATIVE_CURRENCY), null)).toBe(true)
  expect(mayTake(offer(NATIVE_CURRENCY), owner)).toBe(false)
  expect(mayTake(offer(user), user.toLowerCase())).toBe(true)
  expect(mayTake(offer(user), other)).toBe(false)
  expect(mayTake(offer(user), null)).toBe(false)
  expect(mayTake(offer(NATIVE_CURRENCY, 'inactive'), user)).toBe(false)
})

describe('the time of a user', () => {
  const tenancy = { state: 'active', user, start: '3600', expires: '90000', secondsLeft: 50 } as unknown as TenancyView
  it('is counted by the service where the tenancy was begun here', () => {
    expect(timeOfUser(used.user, tenancy, 1_000_000)).toMatchObject({ secondsLeft: 50, start: '3600', known: true })
  })
  it('is read off the end for anybody else', () => {
    const plain = { state: 'active', start: '1000', expires: '90000', secondsLeft: 89_000, known: false }
    expect(timeOfUser(used.user, null, 1_000_000)).toEqual(plain)
    expect(timeOfUser(used.user, { ...tenancy, user: other }, 1_000_000)).toEqual(plain)
    expect(timeOfUser(used.user, { ...tenancy, expires: '80000' }, 1_000_000)).toEqual(plain)
    expect(timeOfUser(used.user, { ...tenancy, state: 'ended' }, 1_000_000)).toEqual(plain)
    expect(timeOfUser(used.user, undefined, 99_000_000).secondsLeft).toBe(0)
  })
})

it('adds up what was paid and earned, each currency by itself', () => {
  const payment = (currency: `0x${string}`, price: string, seller: string, owner = user) => ({ currency, owner, split: { price, seller } })
  const payments = [payment(NATIVE_CURRENCY, '100', '90'), payment(other, '7', '6'), payment(NATIVE_CURRENCY, '50', '45', other)]
  const tenancy = { owner: user, payments } as unknown as TenancyView
  expect(earnedOf(tenancy)).toEqual([
    { currency: NATIVE_CURRENCY, amount: '90' },
    { currency: other, amount: '6' },
  ])
  expect(paidOf(tenancy)).toEqual([
    { currency: NATIVE_CURRENCY, amount: '150' },
    { currency: other, amount: '7' },
  ])
  expect(paidOf({ payments: [] })).toEqual([])
})
