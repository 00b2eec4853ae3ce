import { expect, it } from 'vitest'
import { auctionFiltersOf, auctionQueryOf, auctionSearchOf } from './auction-filters.ts'

const account = '0x70997970C51812dc3A010C7d01b50e0d17dc79C8'

it('reads and writes what the address holds', () => {
  const filters = auctionFiltersOf({ show: 'ended', whose: 'bids' })
  expect(filters).toEqual({ show: 'ended', whose: 'bids' })
  expect(auctionFiltersOf(auctionSearchOf(filters))).toEqual(filters)
  expect(auctionFiltersOf({ show: 'everything', whose: 'mine' })).toEqual({ show: 'open', whose: 'all' })
  expect(auctionSearchOf({ show: 'open', whose: 'all' })).toEqual({})
})

it('asks for what ends first, of what is over for the newest', () => {
  expect(auctionQueryOf({ show: 'open', whose: 'all' }, account)).toEqual({ state: ['live', 'upcoming'], sort: 'ending', limit: 24 })
  expect(auctionQueryOf({ show: 'over', whose: 'own' }, account)).toMatchObject({ sort: 'newest', seller: account })
  expect(auctionQueryOf({ show: 'live', whose: 'bids' }, account)).toMatchObject({ bidder: account })
  expect(auctionQueryOf({ show: 'live', whose: 'bids' }, null)).not.toHaveProperty('bidder')
})
