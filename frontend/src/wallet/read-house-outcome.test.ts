import { rentalsAbi } from '@daedal/protocol/market/abi.gen'
import { NATIVE_CURRENCY } from '@daedal/protocol/market/order'
import type { Address } from '@daedal/protocol/scalars'
import { describe, expect, it } from 'vitest'
import { readHouseOutcome } from './read-house-outcome.ts'
import { eventFrom } from './testing/fake-event.ts'
import { auctionId, auctionRequest, eventOf, house, receiptOf, terms } from './testing/fake-house.ts'
import { rentals } from './testing/fake-rentals.ts'
import { buyer, creator, seller, venue } from './testing/fake-world.ts'

const settle = { kind: 'settle-auction', auction: auctionId } as const
const bid = { kind: 'bid', auction: auctionId, currency: NATIVE_CURRENCY, amount: '700' } as const
const settled = eventOf('AuctionSettled', {
  auctionId,
  seller,
  winner: buyer,
  price: 1_000n,
  fee: 25n,
  royalty: 75n,
  royaltyReceiver: creator,
})

describe('a sale', () => {
  it('tells who was paid what, and adds up to the price', () => {
    const read = readHouseOutcome(receiptOf(9, settled), settle, buyer, venue)
    expect(read?.house).toEqual({ result: 'settled', auction: auctionId, winner: buyer })
    expect(read?.payments).toEqual([
      { to: seller, amount: '900', role: 'seller' },
      { to: creator, amount: '75', role: 'royalty' },
      { to: house, amount: '25', role: 'fee' },
    ])
  })
  it('says what a payee did not take', () => {
    const credited = eventOf('PaymentCredited', { account: creator, currency: NATIVE_CURRENCY, amount: 75n })
    const read = readHouseOutcome(receiptOf(9, credited, settled), settle, buyer, venue)
    expect(read?.payments.map(({ role, credited: waits }) => [role, waits ?? false])).toEqual([
      ['seller', false],
      ['royalty', true],
      ['fee', false],
    ])
  })
})

describe('what is no sale', () => {
  it('is told as what it is', () => {
    const unsold = eventOf('AuctionUnsold', { auctionId, seller, returned: false })
    expect(readHouseOutcome(receiptOf(9, unsold), settle, buyer, venue)).toEqual({
      house: { result: 'unsold', auction: auctionId, returned: false },
      payments: [],
    })
    const failed = eventOf('AuctionFailed', { auctionId, seller, bidder: buyer, refund: 700n, refundCredited: true, returned: true })
    expect(readHouseOutcome(receiptOf(9, failed), settle, creator, venue)).toEqual({
      house: { result: 'failed', auction: auctionId, bidder: buyer, refund: '700', refundCredited: true, returned: true },
      payments: [],
    })
  })
})

describe('other requests', () => {
  it('find their own events', () => {
    const { collection, tokenId, quantity, currency, reserve, minIncrementBps } = terms
    const times = { start: 10n, end: 86_410n, extensionWindow: 600n, lastEnd: 172_810n }
    const created = eventOf('AuctionCreated', {
      auctionId,
      seller: buyer,
      collection,
      tokenId,
      quantity,
      currency,
      reserve,
      minIncrementBps,
      feeBps: 250,
      ...times,
    })
    expect(readHouseOutcome(receiptOf(9, created), auctionRequest, buyer, venue)?.house).toEqual({
      result: 'created',
      auction: auctionId,
      amount: '500',
      end: 86_410,
    })
    expect(readHouseOutcome(receiptOf(9, created), auctionRequest, seller, venue)).toBeNull()
    const placed = eventOf('BidPlaced', {
      auctionId,
      bidder: buyer,
      outbid: seller,
      amount: 700n,
      end: 99n,
      refund: 500n,
      refundCredited: false,
    })
    expect(readHouseOutcome(receiptOf(9, placed), bid, buyer, venue)?.house).toMatchObject({ result: 'bid', amount: '700', end: 99 })
    expect(readHouseOutcome(receiptOf(9, placed), bid, seller, venue)).toBeNull()
    const paid = eventOf('PaymentWithdrawn', { account: buyer, currency: NATIVE_CURRENCY, amount: 5n })
    const withdraw = { kind: 'withdraw', payer: 'auctionHouse', currency: NATIVE_CURRENCY } as const
    expect(readHouseOutcome(receiptOf(9, paid), withdraw, buyer, venue)?.house).toEqual({ result: 'withdrawn', amount: '5' })
    const ofRentals = eventFrom(rentalsAbi, 'PaymentWithdrawn', { account: buyer, currency: NATIVE_CURRENCY, amount: 6n }, rentals)
    expect(readHouseOutcome(receiptOf(9, ofRentals), { ...withdraw, payer: 'rentals' }, buyer, venue)?.house).toMatchObject({ amount: '6' })
    expect(readHouseOutcome(receiptOf(9, ofRentals), withdraw, buyer, venue)).toBeNull()
    // The contract of drops pays out in the same way, and each is believed for itself alone.
    const fromDrops = { ...withdraw, payer: 'drops' } as const
    const paidByDrops = eventOf('PaymentWithdrawn', { account: buyer, currency: NATIVE_CURRENCY, amount: 6n }, venue.drops as Address)
    expect(readHouseOutcome(receiptOf(9, paidByDrops), fromDrops, buyer, venue)?.house).toEqual({ result: 'withdrawn', amount: '6' })
    expect(readHouseOutcome(receiptOf(9, paid), fromDrops, buyer, venue)).toBeNull()
    expect(readHouseOutcome(receiptOf(9, paidByDrops), withdraw, buyer, venue)).toBeNull()
    const cancelled = eventOf('AuctionCancelled', { auctionId, seller: buyer })
    expect(readHouseOutcome(receiptOf(9, cancelled), { kind: 'cancel-auction', auction: auctionId }, buyer, venue)?.house.result).toBe(
      'cancelled',
    )
    const reclaimed = eventOf('AssetReclaimed', { auctionId, seller: buyer, to: buyer })
    expect(readHouseOutcome(receiptOf(9, reclaimed), { kind: 'reclaim', auction: auctionId }, buyer, venue)?.house.result).toBe('reclaimed')
  })
  it('believe no other contract, auction or event', () => {
    const elsewhere = eventOf('AuctionUnsold', { auctionId, seller, returned: true }, venue.market)
    expect(readHouseOutcome(receiptOf(9, elsewhere), settle, buyer, venue)).toBeNull()
    const another = eventOf('AuctionUnsold', { auctionId: `0x${'cd'.repeat(32)}`, seller, returned: true })
    expect(readHouseOutcome(receiptOf(9, another), settle, buyer, venue)).toBeNull()
    expect(readHouseOutcome(receiptOf(9, settled), bid, buyer, venue)).toBeNull()
    expect(readHouseOutcome(receiptOf(9), settle, buyer, venue)).toBeNull()
  })
})
