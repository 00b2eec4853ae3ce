import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { zeroAddress } from 'viem'
import { describe, expect, it } from 'vitest'
import { type AuctionTerms, auctionIdOf, auctionLimits, auctionTermsToJson, leastBidOf } from './auction.ts'

const source = readFileSync(new URL('../../../contracts/market/types/AuctionTerms.sol', import.meta.url), 'utf8')
const SECONDS: Record<string, number> = { hours: 3_600, days: 86_400 }
/** A constant of the library, basis points or seconds. */
function constantOf(name: string): number {
  const [, digits = '', unit] = new RegExp(`constant ${name} = ([0-9_]+)(?: (hours?|days?))?;`).exec(source) ?? []
  const factor = unit === undefined ? 1 : SECONDS[unit.endsWith('s') ? unit : `${unit}s`]
  return Number(digits.replaceAll('_', '')) * (factor ?? Number.NaN)
}

describe('auctions', () => {
  it('have the limits of the contract', () => {
    expect(auctionLimits).toEqual({
      leastIncrementBps: constantOf('LEAST_INCREMENT_BPS'),
      mostIncrementBps: constantOf('MOST_INCREMENT_BPS'),
      mostWait: constantOf('MOST_WAIT'),
      leastDuration: constantOf('LEAST_DURATION'),
      mostDuration: constantOf('MOST_DURATION'),
      mostWindow: constantOf('MOST_WINDOW'),
      mostExtension: constantOf('MOST_EXTENSION'),
    })
  })

  it('take the reserve first, then the highest bid and its increment rounded up', () => {
    expect(leastBidOf(7n, 500, null)).toBe(7n)
    expect(leastBidOf(7n, 500, 100n)).toBe(105n)
    expect(leastBidOf(7n, 500, 101n)).toBe(107n)
    fc.assert(
      fc.property(fc.bigInt({ min: 1n, max: (1n << 128n) - 1n }), fc.integer({ min: 100, max: 5_000 }), (highest, bps) => {
        const step = leastBidOf(1n, bps, highest) - highest
        expect(step * 10_000n >= highest * BigInt(bps) && (step - 1n) * 10_000n < highest * BigInt(bps)).toBe(true)
      }),
    )
  })

  it('have ids of their own, whoever sells and however often', () => {
    const terms: AuctionTerms = {
      collection: zeroAddress,
      tokenId: 1n,
      quantity: 0n,
      currency: zeroAddress,
      reserve: 10n ** 18n,
      minIncrementBps: 500,
      start: 0n,
      duration: 3_600n,
      extensionWindow: 600n,
      maxExtension: 3_600n,
    }
    const other = { ...terms, reserve: 1n }
    const seller = '0x5FbDB2315678afecb367f032d93F642f64180aa3'
    const ids = [
      auctionIdOf(seller, 0n, terms),
      auctionIdOf(seller, 1n, terms),
      auctionIdOf(zeroAddress, 0n, terms),
      auctionIdOf(seller, 0n, other),
    ]
    expect(new Set(ids).size).toBe(4)
    expect(JSON.parse(JSON.stringify(auctionTermsToJson(terms)))).toMatchObject({
      reserve: `${10n ** 18n}`,
      duration: '3600',
      minIncrementBps: 500,
    })
  })
})
