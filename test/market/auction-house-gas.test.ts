import { expect } from 'chai'
import { type AuctionFigure, measureAuctions } from '../fixtures/auction-gas.ts'

describe('gas of auctions', () => {
  let figures: AuctionFigure[]

  before(async () => {
    figures = await measureAuctions()
    for (const { title, gas, ceiling } of figures) process.stdout.write(`${title}: ${gas} of ${ceiling}\n`)
  })

  it('stays within its ceilings', () => {
    for (const { title, gas, ceiling } of figures) expect(gas <= ceiling, `${title}: ${gas} of ${ceiling}`).to.equal(true)
  })

  it('costs less than the house that others measured: 280,000 to create and 121,000 to bid', () => {
    for (const { title, gas } of figures) {
      if (title.startsWith('create')) expect(gas, title).to.be.lessThan(280_000n)
      if (title.includes('bid')) expect(gas, title).to.be.lessThan(121_000n)
    }
  })
})
