import { describe, expect, it } from 'vitest'
import { lineageOf, type ParentShare } from './lineage.ts'

const account = (digit: number) => `0x${String(digit).repeat(40)}` as const
const parent = (receiver: number, remixBps: number, payees: ParentShare['payees'] = []): ParentShare => ({
  receiver: account(receiver),
  remixBps,
  payees,
})

describe('lineageOf', () => {
  it('gives each parent what it asks and the rest to the creator, by ascending account', () => {
    expect(lineageOf(account(5), [parent(9, 1_000), parent(2, 500)])).toEqual([
      { account: account(2), bps: 500 },
      { account: account(5), bps: 8_500 },
      { account: account(9), bps: 1_000 },
    ])
  })

  it('scales parents that ask for more than half together', () => {
    expect(lineageOf(account(5), [parent(9, 5_000), parent(2, 2_500)])).toEqual([
      { account: account(2), bps: 1_666 },
      { account: account(5), bps: 5_001 },
      { account: account(9), bps: 3_333 },
    ])
  })

  it('looks through the split of a parent and merges who is met twice', () => {
    const payees = [
      { account: account(2), bps: 2_000 },
      { account: account(5), bps: 8_000 },
    ]
    expect(lineageOf(account(5), [parent(9, 1_000, payees), parent(2, 100)])).toEqual([
      { account: account(2), bps: 300 },
      { account: account(5), bps: 9_700 },
    ])
  })

  it('leaves the creator alone when nobody is owed anything', () => {
    expect(lineageOf(account(5), [parent(5, 5_000), parent(0, 100), parent(2, 9), parent(3, 0)])).toEqual([
      { account: account(5), bps: 10_000 },
    ])
  })
})
