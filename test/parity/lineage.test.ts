import { lineageOf, type Payee } from '@daedal/protocol/royalties/lineage'
import { expect } from 'chai'
import fc from 'fast-check'
import { accountOf, loadRoyalties, type Parent, plainPayees, WHOLE } from '../fixtures/royalties.ts'

/** Few accounts, so that many of them meet. */
const account = fc.integer({ min: 0, max: 30 }).map(accountOf)
const table = fc.uniqueArray(fc.tuple(fc.nat(30), fc.integer({ min: 1, max: 1_000 })), {
  minLength: 1,
  maxLength: 8,
  selector: ([key]) => key,
})

/** A canonical table from weights. */
const payeesOf = (weights: readonly [number, number][]): Payee[] => {
  const ascending = weights.toSorted(([a], [b]) => a - b)
  const sum = ascending.reduce((total, [, weight]) => total + weight, 0)
  const payees = ascending.map(([number, weight]) => ({ account: accountOf(number), bps: Math.max(1, Math.floor((weight * 9_000) / sum)) }))
  const rest = payees.slice(1).reduce((left, { bps }) => left - bps, WHOLE)
  return payees.map((payee, index) => (index === 0 ? { ...payee, bps: rest } : payee))
}

describe('lineage parity', () => {
  it('the contract shares as the protocol says it does, whatever the order of parents', async () => {
    const { splits, splitsAddress, implementation, splitParent } = await loadRoyalties()
    const parent = fc.record({ receiver: account, remixBps: fc.integer({ min: 0, max: 5_000 }), weights: fc.option(table) })
    await fc.assert(
      fc.asyncProperty(account, fc.array(parent, { maxLength: 4 }), async (own, drawn) => {
        const parents: Parent[] = []
        for (const { receiver, remixBps, weights } of drawn)
          parents.push(weights ? await splitParent(payeesOf(weights), remixBps) : { receiver, remixBps, payees: [] })
        const expected = lineageOf(own, parents, [splitsAddress, implementation])
        expect(plainPayees(await splits.lineageOf(own, parents))).to.deep.equal(expected)
        expect(plainPayees(await splits.lineageOf(own, parents.toReversed()))).to.deep.equal(expected)
        expect(expected.reduce((sum, { bps }) => sum + bps, 0)).to.equal(WHOLE)
      }),
      { numRuns: 150 },
    )
  })
})
