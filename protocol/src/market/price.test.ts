import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { MAX_FEE_BPS, MAX_ROYALTY_BPS } from './order.ts'
import { splitPrice } from './price.ts'

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
