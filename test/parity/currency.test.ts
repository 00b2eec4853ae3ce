import { CURRENCY_DECIMALS, curveAt, shortText } from '@daedal/protocol/worlds/currency'
import { expect } from 'chai'
import fc from 'fast-check'
import { loadCurrencies, whole } from '../fixtures/currencies.ts'
import { DAY, ethers } from '../fixtures/trade.ts'

type Hex = `0x${string}`
const MAX_TIME = 2n ** 64n - 1n
const MAX_SUPPLY = 2n ** 128n - 1n

/** Up to 16 points at whatever times, their supplies never falling. */
const curves = fc
  .record({
    times: fc.uniqueArray(fc.bigInt({ min: 0n, max: MAX_TIME }), { minLength: 1, maxLength: 16 }),
    supplies: fc.array(fc.bigInt({ min: 0n, max: MAX_SUPPLY }), { minLength: 16, maxLength: 16 }),
  })
  .map(({ times, supplies }) => {
    const rising = [...times].sort(ascending)
    const growing = supplies.slice(0, rising.length).sort(ascending)
    return rising.map((time, place) => ({ time, most: growing[place] as bigint }))
  })

function ascending(a: bigint, b: bigint): number {
  return a < b ? -1 : a > b ? 1 : 0
}

describe('currency parity', () => {
  it('the contract allows what the protocol computes, at the points, between them and beyond', async () => {
    const { declare, declaration } = await loadCurrencies()
    await fc.assert(
      fc.asyncProperty(curves, fc.array(fc.bigInt({ min: 0n, max: MAX_TIME }), { maxLength: 4 }), async (curve, others) => {
        const { currency } = await declare({ ...declaration, curve, cap: MAX_SUPPLY })
        const around = curve.flatMap(({ time }) => [time - 1n, time, time + 1n]).filter((time) => time >= 0n)
        const halves = curve.slice(1).map(({ time }, place) => (time + (curve[place]?.time ?? 0n)) / 2n)
        for (const time of [...around, ...halves, ...others]) expect(await currency.curveAt(time), `${time}`).to.equal(curveAt(curve, time))
      }),
      { numRuns: 12 },
    )
  })

  it('the declared curve of the fixture is a line between its points', async () => {
    const { currency, declaration, declaredAt } = await loadCurrencies()
    for (const [days, most] of [
      [-1n, 0n],
      [0n, whole(1_000)],
      [5n, whole(3_000)],
      [20n, whole(6_500)],
      [90n, whole(8_000)],
    ] as const) {
      expect(curveAt(declaration.curve, declaredAt + days * DAY)).to.equal(most)
      expect(await currency.curveAt(declaredAt + days * DAY)).to.equal(most)
    }
    expect(await currency.decimals()).to.equal(BigInt(CURRENCY_DECIMALS))
  })

  it('names that are text are read, and hashes are not', () => {
    expect(shortText(ethers.encodeBytes32String('quests') as Hex)).to.equal('quests')
    expect(shortText(ethers.encodeBytes32String('集市') as Hex)).to.equal('集市')
    for (const name of [
      ethers.ZeroHash,
      ethers.id('quests'),
      ethers.encodeBytes32String('a\u0000b'),
      ethers.encodeBytes32String('a\u202eb'),
    ])
      expect(shortText(name as Hex), name).to.equal(null)
  })
})
