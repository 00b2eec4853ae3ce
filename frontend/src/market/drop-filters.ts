import type { DropQuery, DropState } from '@daedal/protocol/market/drop-api'
import type { Address } from '@daedal/protocol/scalars'
import { oneOf, type SearchParams, textOf } from '../lib/search-params.ts'

/** What is shown: what sells now or soon, one part of that, what was sold and is on its way to its buyers, or what is over. */
export const dropShows = ['open', 'live', 'upcoming', 'waiting', 'over'] as const
export type DropShow = (typeof dropShows)[number]
/** Whose drops: everybody's, those that the person has tickets of, or those that it laid down. */
export const dropWhose = ['all', 'tickets', 'own'] as const
export type DropWhose = (typeof dropWhose)[number]
export type DropFilters = { show: DropShow; whose: DropWhose }

const states: Record<DropShow, DropState[]> = {
  open: ['live', 'upcoming'],
  live: ['live'],
  upcoming: ['upcoming'],
  waiting: ['revealing', 'delivering'],
  over: ['over'],
}

/** Reads the filters of an address. What is not understood is left out. */
export const dropFiltersOf = (search: SearchParams): DropFilters => ({
  show: oneOf(dropShows, textOf(search.show)),
  whose: oneOf(dropWhose, textOf(search.whose)),
})

/** Writes the filters into an address. */
export const dropSearchOf = ({ show, whose }: DropFilters): SearchParams => ({
  ...(show === 'open' ? {} : { show }),
  ...(whose === 'all' ? {} : { whose }),
})

/** The question for the service. Nobody's own are asked for while nobody is connected. */
export function dropQueryOf({ show, whose }: DropFilters, account: Address | null): DropQuery {
  const query: DropQuery = { state: states[show], limit: 24 }
  if (account && whose !== 'all') query[whose === 'tickets' ? 'account' : 'creator'] = account
  return query
}
