import { describe, expect, it } from 'vitest'
import { differences, leavesOf, readTree, titlesOf } from './tree-rules.ts'

const tree = `fill
├── given the order was filled before
│   └── it reverts with MarketOrderSpent
└── given the order is open
    ├── when the deadline has passed
    │   └── it reverts with MarketOrderExpired
    └── when the payment is the price
        ├── it moves the asset
        └── it pays everyone
`
const test = `
describe('fill', () => {
  describe('given the order was filled before', () => {
    it('it reverts with MarketOrderSpent', async () => { if (x) { y() } })
  })
  describe('given the order is open', () => {
    const text = "a } brace in a text"
    describe('when the deadline has passed', () => {
      it('it reverts with MarketOrderExpired', async () => {})
    })
    describe('when the payment is the price', () => {
      it('it moves the asset', async () => {})
      // a } brace in a comment
      it('it pays everyone', async () => {})
    })
  })
})
`

describe('test trees', () => {
  it('reads leaves and titles alike', () => {
    expect(leavesOf(readTree(tree))).toEqual([
      'fill > given the order was filled before > it reverts with MarketOrderSpent',
      'fill > given the order is open > when the deadline has passed > it reverts with MarketOrderExpired',
      'fill > given the order is open > when the payment is the price > it moves the asset',
      'fill > given the order is open > when the payment is the price > it pays everyone',
    ])
    expect(titlesOf(test)).toEqual(leavesOf(readTree(tree)))
    expect(differences(tree, test)).toEqual({ untested: [], unplanned: [] })
  })

  it('finds a leaf without a test and a test without a leaf', () => {
    const { untested, unplanned } = differences(tree, test.replace('it pays everyone', 'it pays nobody'))
    expect(untested).toEqual(['fill > given the order is open > when the payment is the price > it pays everyone'])
    expect(unplanned).toEqual(['fill > given the order is open > when the payment is the price > it pays nobody'])
  })
})
