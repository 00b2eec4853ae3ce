import { expect } from 'chai'
import { type GasFigure, gasTable, measureGas, SWEPT } from '../fixtures/gas-scenarios.ts'

describe('gas', () => {
  let figures: GasFigure[]

  before(async () => {
    figures = await measureGas()
    process.stdout.write(`${gasTable(figures)}\n`)
  })

  it('stays within its ceilings', () => {
    for (const { name, gas, ceiling } of figures) expect(gas <= ceiling, `${name}: ${gas} of ${ceiling}`).to.equal(true)
  })

  it('costs one new word more for the first order of a lane, and no more', () => {
    for (const { name, gas, firstInLane } of figures) {
      const lanes = name === 'gas.f' || name === 'gas.f-own' ? SWEPT : 1
      if (firstInLane !== null) expect(Number(firstInLane - gas), name).to.be.within(17_000 * lanes, 17_300 * lanes)
    }
  })
})
