import type { DropQuery } from '@daedal/protocol/market/drop-api'
import type { Address } from '@daedal/protocol/scalars'
import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query'
import { api } from '../lib/api.ts'

const following = (page: { page: { next: string | null } }) => page.page.next

/** Reads of drops, their tickets and their items: key and fetcher in one value. */
export const drops = {
  list: (query: DropQuery) =>
    infiniteQueryOptions({
      queryKey: ['market', 'drops', query],
      queryFn: ({ pageParam, signal }) => api.drops(pageParam ? { ...query, cursor: pageParam } : query, { signal }),
      initialPageParam: '',
      getNextPageParam: following,
    }),
  /** As it stands, and what of it is the account's. */
  detail: (id: string, account: Address | null) =>
    queryOptions({
      queryKey: ['market', 'drop', id, account?.toLowerCase() ?? null],
      queryFn: ({ signal }) => api.drop(id, account ? { account } : {}, { signal }),
    }),
  /** Tickets of an account, or of everybody. */
  tickets: (id: string, account: Address | null) =>
    infiniteQueryOptions({
      queryKey: ['market', 'drop-tickets', id, account?.toLowerCase() ?? null],
      queryFn: ({ pageParam, signal }) =>
        api.dropTickets(id, { ...(account && { account }), ...(pageParam && { cursor: pageParam }), limit: 100 }, { signal }),
      initialPageParam: '',
      getNextPageParam: following,
    }),
  items: (id: string) =>
    infiniteQueryOptions({
      queryKey: ['market', 'drop-items', id],
      queryFn: ({ pageParam, signal }) => api.dropItems(id, pageParam ? { cursor: pageParam } : {}, { signal }),
      initialPageParam: '',
      getNextPageParam: following,
    }),
}
