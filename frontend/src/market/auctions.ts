import type { AuctionQuery } from '@daedal/protocol/market/auction-api'
import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query'
import { api } from '../lib/api.ts'

/** Reads of auctions, and of money that waits: key and fetcher in one value. */
export const auctions = {
  list: (query: AuctionQuery) =>
    infiniteQueryOptions({
      queryKey: ['market', 'auctions', query],
      queryFn: ({ pageParam, signal }) => api.auctions(pageParam ? { ...query, cursor: pageParam } : query, { signal }),
      initialPageParam: '',
      getNextPageParam: (page) => page.page.next,
    }),
  detail: (id: string) => queryOptions({ queryKey: ['market', 'auction', id], queryFn: ({ signal }) => api.auction(id, {}, { signal }) }),
  bids: (id: string) =>
    infiniteQueryOptions({
      queryKey: ['market', 'auction-bids', id],
      queryFn: ({ pageParam, signal }) => api.auctionBids(id, pageParam ? { cursor: pageParam } : {}, { signal }),
      initialPageParam: '',
      getNextPageParam: (page) => page.page.next,
    }),
  payments: (account: string) =>
    queryOptions({
      queryKey: ['accounts', 'payments', account.toLowerCase()],
      queryFn: ({ signal }) => api.pendingPayments(account, {}, { signal }),
    }),
}
