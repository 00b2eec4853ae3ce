import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { MAX_FEE_BPS, MAX_ROYALTY_BPS } from './order.ts'
import { MAX_PRICE, partsOf, priceAt, priceOfUnits, splitPrice } from './price.ts'

describe('splitPrice', () => {
  it('gives parts that sum to the price for every uint128', () => {
    const price = fc.bigInt({ min: 1n, max: (1n << 128n) - 1n })
    const bps = (max: number) => fc.integer({ min: 0, max })
    fc.assert(
      fc.property(price, bps(MAX_FEE_BPS), bps(MAX_ROYALTY_BPS), (amount, feeBps, royaltyBps) => {
        const { seller, royalty, fee } = splitPrice(amount, feeBps, royaltyBps)
        expect(seller + royalty + fee).toBe(amount)
        expect(seller >= 0n && royalty >= 0n && fee >= 0n).toBe(true)
      }),
    )
  })

  it('rounds shares down, so the seller never gets less than its percentage', () => {
    expect(splitPrice(39n, 250, 750)).toEqual({ fee: 0n, royalty: 2n, seller: 37n })
    expect(splitPrice(200_000_000_000_000_000n, 250, 750)).toEqual({
      fee: 5_000_000_000_000_000n,
      royalty: 15_000_000_000_000_000n,
      seller: 180_000_000_000_000_000n,
    })
  })
})

describe('priceAt', () => {
  const amount = fc.bigInt({ min: 1n, max: (1n << 128n) - 1n })
  const times = fc
    .tuple(fc.bigInt({ min: 0n, max: (1n << 64n) - 2n }), fc.bigInt({ min: 1n, max: (1n << 64n) - 1n }))
    .map(([start, length]) => ({ startTime: start, endTime: start + length > (1n << 64n) - 1n ? (1n << 64n) - 1n : start + length }))
  const order = fc.tuple(amount, amount, times).map(([price, endPrice, window]) => ({ price, endPrice, ...window }))

  it('stays between the two prices, and moves in one direction', () => {
    fc.assert(
      fc.property(order, fc.double({ min: 0, max: 1, noNaN: true }), fc.double({ min: 0, max: 1, noNaN: true }), (given, one, two) => {
        const moment = (part: number) =>
          given.startTime + ((given.endTime - given.startTime) * BigInt(Math.floor(part * 1e9))) / 1_000_000_000n
        const [early, late] = [one, two].sort((a, b) => a - b).map((part) => priceAt(given, moment(part as number))) as [bigint, bigint]
        const [low, high] = given.price < given.endPrice ? [given.price, given.endPrice] : [given.endPrice, given.price]
        for (const price of [early, late]) expect(price >= low && price <= high).toBe(true)
        expect(given.price < given.endPrice ? early <= late : early >= late).toBe(true)
      }),
    )
  })

  it('is rounded in favour of the seller, by less than one', () => {
    fc.assert(
      fc.property(order, fc.bigInt({ min: 0n, max: 1n << 64n }), (given, after) => {
        const length = given.endTime - given.startTime
        const at = given.startTime + (after % length)
        // price × length, exactly.
        const exact = given.price * length + (given.endPrice - given.price) * (at - given.startTime)
        const rounded = priceAt(given, at) * length
        expect(rounded >= exact && rounded - exact < length).toBe(true)
      }),
    )
  })

  it('stands at its ends outside of the time', () => {
    fc.assert(
      fc.property(order, (given) => {
        expect(priceAt(given, given.startTime)).toBe(given.price)
        expect(priceAt(given, given.startTime - 5n)).toBe(given.price)
        expect(priceAt(given, given.endTime)).toBe(given.endPrice)
        expect(priceAt(given, given.endTime + 5n)).toBe(given.endPrice)
      }),
    )
  })

  it('of units is the unit price times their number, up to what can be split', () => {
    expect(priceOfUnits(7n, 0n)).toBe(7n)
    expect(priceOfUnits(7n, 3n)).toBe(21n)
    expect(priceOfUnits(1n, MAX_PRICE)).toBe(MAX_PRICE)
    expect(() => priceOfUnits(MAX_PRICE, 2n)).toThrow(RangeError)
  })

  it('of a bundle is shared by its items to the last wei', () => {
    fc.assert(
      fc.property(amount, fc.integer({ min: 1, max: 30 }), (price, count) => {
        const parts = partsOf(price, count)
        expect(parts.reduce((sum, part) => sum + part, 0n)).toBe(price)
        expect(new Set(parts.slice(0, -1)).size).toBeLessThan(2)
      }),
    )
  })
})
