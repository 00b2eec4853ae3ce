import { expect, it } from 'vitest'
import { activityFiltersOf, activityQueryOf, activitySearchOf } from './activity-filters.ts'

const account = '0x70997970C51812dc3A010C7d01b50e0d17dc79C8'

it('reads and writes what the address holds', () => {
  const filters = activityFiltersOf({ type: ['asset.minted', 'order.filled', 'order.unheard'], account })
  expect(filters).toEqual({ types: ['order.filled', 'asset.minted'], account })
  expect(activityFiltersOf(activitySearchOf(filters))).toEqual(filters)
  expect(activityQueryOf(filters)).toEqual({ limit: 24, type: ['order.filled', 'asset.minted'], account })
})

it('asks for everything when nothing is chosen', () => {
  expect(activityFiltersOf({ account: 'me' })).toEqual({ types: [], account: null })
  expect(activityQueryOf({ types: [], account: null })).toEqual({ limit: 24 })
  expect(activitySearchOf({ types: [], account: null })).toEqual({})
})
