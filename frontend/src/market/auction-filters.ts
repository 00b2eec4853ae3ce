import type { AuctionQuery, AuctionState } from '@daedal/protocol/market/auction-api'
import type { Address } from '@daedal/protocol/scalars'
import { oneOf, type SearchParams, textOf } from '../lib/search-params.ts'

/** What is shown: what can be bid on now or soon, one part of that, what waits to be settled, or what is over. */
export const auctionShows = ['open', 'live', 'upcoming', 'ended', 'over'] as const
export type AuctionShow = (typeof auctionShows)[number]
/** Whose auctions: everybody's, those that the person has bid in, or those that it put up. */
export const auctionWhose = ['all', 'bids', 'own'] as const
export type AuctionWhose = (typeof auctionWhose)[number]
export type AuctionFilters = { show: AuctionShow; whose: AuctionWhose }

const states: Record<AuctionShow, AuctionState[]> = {
  open: ['live', 'upcoming'],
  live: ['live'],
  upcoming: ['upcoming'],
  ended: ['ended'],
  over: ['settled', 'unsold', 'failed', 'cancelled'],
}

/** Reads the filters of an address. What is not understood is left out. */
export const auctionFiltersOf = (search: SearchParams): AuctionFilters => ({
  show: oneOf(auctionShows, textOf(search.show)),
  whose: oneOf(auctionWhose, textOf(search.whose)),
})

/** Writes the filters into an address. */
export const auctionSearchOf = ({ show, whose }: AuctionFilters): SearchParams => ({
  ...(show === 'open' ? {} : { show }),
  ...(whose === 'all' ? {} : { whose }),
})

/** The question for the service. Nobody's own are asked for while nobody is connected. */
export function auctionQueryOf({ show, whose }: AuctionFilters, account: Address | null): AuctionQuery {
  const query: AuctionQuery = { state: states[show], sort: show === 'over' ? 'newest' : 'ending', limit: 24 }
  if (account && whose !== 'all') query[whose === 'bids' ? 'bidder' : 'seller'] = account
  return query
}
