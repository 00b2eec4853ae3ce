import { expect, it } from 'vitest'
import { offerQueryOf, rentalFiltersOf, rentalQueriesOf, rentalSearchOf } from './rental-filters.ts'

const account = '0x70997970C51812dc3A010C7d01b50e0d17dc79C8'

it('reads and writes what the address holds', () => {
  const filters = rentalFiltersOf({ view: 'yours', free: 'now', sort: 'price' })
  expect(filters).toEqual({ view: 'yours', free: 'now', sort: 'price' })
  expect(rentalFiltersOf(rentalSearchOf(filters))).toEqual(filters)
  expect(rentalFiltersOf({ view: 'theirs', free: ['x'], sort: 'age' })).toEqual({ view: 'all', free: 'all', sort: 'newest' })
  expect(rentalSearchOf({ view: 'all', free: 'all', sort: 'newest' })).toEqual({})
})

it('asks for what can be taken, and for what is free only when that is wanted', () => {
  const all = offerQueryOf({ view: 'all', free: 'all', sort: 'newest' }, null)
  expect(all).toEqual({ state: 'active', sort: 'newest', limit: 24 })
  expect(offerQueryOf({ view: 'all', free: 'now', sort: 'price' }, account)).toEqual({
    state: 'active',
    sort: 'price',
    limit: 24,
    free: true,
    renter: account,
  })
})

it('asks for a person’s own, whether it goes on or is over', () => {
  expect(rentalQueriesOf(account)).toMatchObject({
    using: { user: account },
    letting: { owner: account },
    offers: { owner: account, state: ['active', 'pending', 'inactive'] },
  })
  expect(rentalQueriesOf(account).using).not.toHaveProperty('state')
})
