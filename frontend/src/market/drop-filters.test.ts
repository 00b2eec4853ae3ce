import { expect, it } from 'vitest'
import { dropFiltersOf, dropQueryOf, dropSearchOf } from './drop-filters.ts'

const account = '0x70997970C51812dc3A010C7d01b50e0d17dc79C8'

it('reads and writes what the address holds', () => {
  const filters = dropFiltersOf({ show: 'waiting', whose: 'tickets' })
  expect(filters).toEqual({ show: 'waiting', whose: 'tickets' })
  expect(dropFiltersOf(dropSearchOf(filters))).toEqual(filters)
  expect(dropFiltersOf({ show: 'everything', whose: 'mine' })).toEqual({ show: 'open', whose: 'all' })
  expect(dropSearchOf({ show: 'open', whose: 'all' })).toEqual({})
})

it('asks for the states of what is shown, and for the own only of somebody', () => {
  expect(dropQueryOf({ show: 'open', whose: 'all' }, account)).toEqual({ state: ['live', 'upcoming'], limit: 24 })
  expect(dropQueryOf({ show: 'waiting', whose: 'tickets' }, account)).toEqual({
    state: ['revealing', 'delivering'],
    account,
    limit: 24,
  })
  expect(dropQueryOf({ show: 'over', whose: 'own' }, account)).toMatchObject({ creator: account })
  expect(dropQueryOf({ show: 'over', whose: 'own' }, null)).toEqual({ state: ['over'], limit: 24 })
})
