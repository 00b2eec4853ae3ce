import { NATIVE_CURRENCY } from '@daedal/protocol/market/order'
import { assetCollectionAbi } from '@daedal/protocol/tokens/abi.gen'
import { type Log, zeroAddress } from 'viem'
import { describe, expect, it } from 'vitest'
import { readRentalOutcome } from './read-rental-outcome.ts'
import type { LettingRequest } from './rental-request.ts'
import { eventFrom } from './testing/fake-event.ts'
import { receiptOf } from './testing/fake-house.ts'
import { asks, hashOf, rentalEvent, rentals, rented } from './testing/fake-rentals.ts'
import { buyer, creator, seller, venue } from './testing/fake-world.ts'

const read = (logs: Log[], request: LettingRequest = asks.rent) => readRentalOutcome(receiptOf(9, ...logs), request, buyer, venue)
const token = { collection: venue.collection, tokenId: 7n }
const user = (args: object, address = venue.collection) =>
  eventFrom(assetCollectionAbi, 'UpdateUser', { tokenId: 7n, user: zeroAddress, expires: 0n, ...args }, address)

describe('a rental', () => {
  it('tells until when, and who was paid what', () => {
    expect(read([rentalEvent('RentalStarted', rented)])).toEqual({
      rental: { result: 'rented', user: buyer, expires: 260_200, custody: false },
      payments: [
        { to: seller, amount: '278', role: 'owner' },
        { to: creator, amount: '15', role: 'royalty' },
        { to: rentals, amount: '7', role: 'fee' },
      ],
    })
  })
  it('is called what it was, whichever was asked for', () => {
    expect(read([rentalEvent('RentalExtended', rented)])?.rental.result).toBe('extended')
    expect(read([rentalEvent('RentalStarted', rented)], { ...asks.rent, kind: 'add-days' })?.rental.result).toBe('rented')
  })
  it('says what a payee did not take', () => {
    const credited = rentalEvent('PaymentCredited', { account: seller, currency: NATIVE_CURRENCY, amount: 278n })
    const payments = read([credited, rentalEvent('RentalStarted', rented)])?.payments
    expect(payments?.map(({ role, credited: waits }) => [role, waits ?? false])).toEqual([
      ['owner', true],
      ['royalty', false],
      ['fee', false],
    ])
  })
  it('is not shown by another contract, offer, payer or event', () => {
    expect(read([rentalEvent('RentalStarted', rented, venue.market)])).toBeNull()
    expect(read([rentalEvent('RentalStarted', { ...rented, offerHash: hashOf({ nonce: 9n }) })])).toBeNull()
    expect(read([rentalEvent('RentalStarted', { ...rented, renter: seller })])).toBeNull()
    expect(read([rentalEvent('TokenReleased', { ...token, owner: seller, to: seller })])).toBeNull()
    expect(read([])).toBeNull()
  })
})

describe('other requests', () => {
  it('find their own events', () => {
    const cancelled = rentalEvent('OffersCancelled', { owner: buyer, lane: 2n, epoch: 0n, bits: 8n })
    expect(read([cancelled], asks.cancel)).toEqual({ rental: { result: 'cancelled' }, payments: [] })
    const released = rentalEvent('TokenReleased', { ...token, owner: seller, to: seller })
    expect(read([released], asks.release)?.rental).toEqual({ result: 'released', to: seller })
    const returned = rentalEvent('RentalReturned', { ...token, by: buyer, expires: 99n })
    expect(read([returned], asks.giveBack)?.rental).toEqual({ result: 'returned' })
    expect(read([user({})], asks.giveBack)?.rental).toEqual({ result: 'returned' })
  })
  it('believe nothing else', () => {
    expect(read([rentalEvent('OffersCancelled', { owner: seller, lane: 2n, epoch: 0n, bits: 8n })], asks.cancel)).toBeNull()
    expect(read([rentalEvent('TokenReleased', { ...token, tokenId: 8n, owner: seller, to: seller })], asks.release)).toBeNull()
    expect(read([user({ user: seller, expires: 99n })], asks.giveBack)).toBeNull()
    expect(read([user({ tokenId: 8n })], asks.giveBack)).toBeNull()
    expect(read([user({}, seller)], asks.giveBack)).toBeNull()
    expect(read([user({})], asks.release)).toBeNull()
    expect(read([], asks.let)).toBeNull()
    expect(readRentalOutcome(receiptOf(9), asks.cancel, buyer, { ...venue, rentals: null })).toBeNull()
  })
})
