import { MAX_DELIVERIES } from '@daedal/protocol/market/drop'
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
  /** Drops of which an account has tickets that are neither delivered nor given back, among those it bought in last. */
  waiting: (account: Address) =>
    queryOptions({
      queryKey: ['market', 'drops-waiting', account.toLowerCase()],
      queryFn: async ({ signal }) => {
        const { data } = await api.drops({ account, limit: 24 }, { signal })
        const unsettled = data.filter(({ sold, delivered, refunded }) => sold > delivered + refunded)
        const details = await Promise.all(unsettled.map(({ id }) => api.drop(id, { account }, { signal })))
        return details.filter((drop) => (drop.account?.open ?? 0) > 0)
      },
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
  /** The next tickets of an account, or of everybody, that are neither delivered nor given back: as many as one call delivers. */
  open: (id: string, account: Address | null) =>
    queryOptions({
      queryKey: ['market', 'drop-tickets-open', id, account?.toLowerCase() ?? null],
      queryFn: async ({ signal }) =>
        (await api.dropTickets(id, { ...(account && { account }), state: 'open', limit: MAX_DELIVERIES }, { signal })).data,
    }),
  items: (id: string) =>
    infiniteQueryOptions({
      queryKey: ['market', 'drop-items', id],
      queryFn: ({ pageParam, signal }) => api.dropItems(id, pageParam ? { cursor: pageParam } : {}, { signal }),
      initialPageParam: '',
      getNextPageParam: following,
    }),
}
