import type { RentalOfferQuery, TenancyQuery } from '@daedal/protocol/market/rental-api'
import type { Address } from '@daedal/protocol/scalars'
import { oneOf, type SearchParams, textOf } from '../lib/search-params.ts'

/** What is shown: what can be rented, or what the person rents and lets. */
export const rentalViews = ['all', 'yours'] as const
/** Whether what is used now is shown as well. */
export const rentalFrees = ['all', 'now'] as const
export const rentalSorts = ['newest', 'price'] as const
export type RentalFilters = {
  view: (typeof rentalViews)[number]
  free: (typeof rentalFrees)[number]
  sort: (typeof rentalSorts)[number]
}

const PAGE = 24

/** Reads the filters of an address. What is not understood is left out. */
export const rentalFiltersOf = (search: SearchParams): RentalFilters => ({
  view: oneOf(rentalViews, textOf(search.view)),
  free: oneOf(rentalFrees, textOf(search.free)),
  sort: oneOf(rentalSorts, textOf(search.sort)),
})

/** Writes the filters into an address. */
export const rentalSearchOf = ({ view, free, sort }: RentalFilters): SearchParams => ({
  ...(view === 'all' ? {} : { view }),
  ...(free === 'all' ? {} : { free }),
  ...(sort === 'newest' ? {} : { sort }),
})

/** The question for what can be rented: of offers that are for one alone, only those for the person. */
export const offerQueryOf = ({ free, sort }: RentalFilters, account: Address | null): RentalOfferQuery => ({
  state: 'active',
  sort,
  limit: PAGE,
  ...(free === 'now' && { free: true }),
  ...(account && { renter: account }),
})

/** The questions for what an account rents, lets, and offers. */
export const rentalQueriesOf = (account: Address) => ({
  using: { user: account, limit: PAGE } satisfies TenancyQuery,
  letting: { owner: account, limit: PAGE } satisfies TenancyQuery,
  offers: { owner: account, state: ['active', 'pending', 'inactive'], limit: PAGE } satisfies RentalOfferQuery,
})
