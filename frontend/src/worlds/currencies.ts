import type { CurrencyQuery } from '@daedal/protocol/worlds/currency-api'
import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query'
import { api } from '../lib/api.ts'

/** Reads of currencies of worlds: key and fetcher in one value. */
export const currencies = {
  list: (query: CurrencyQuery) =>
    infiniteQueryOptions({
      queryKey: ['worlds', 'currencies', query],
      queryFn: ({ pageParam, signal }) => api.currencies(pageParam ? { ...query, cursor: pageParam } : query, { signal }),
      initialPageParam: '',
      getNextPageParam: (page) => page.page.next,
    }),
  detail: (address: string) =>
    queryOptions({
      queryKey: ['worlds', 'currency', address.toLowerCase()],
      queryFn: ({ signal }) => api.currency(address, {}, { signal }),
    }),
  days: (address: string) =>
    queryOptions({
      queryKey: ['worlds', 'currency-days', address.toLowerCase()],
      queryFn: ({ signal }) => api.currencyFlows(address, { by: 'day' }, { signal }),
    }),
  transfers: (address: string) =>
    infiniteQueryOptions({
      queryKey: ['worlds', 'currency-transfers', address.toLowerCase()],
      queryFn: ({ pageParam, signal }) => api.currencyTransfers(address, pageParam ? { cursor: pageParam } : {}, { signal }),
      initialPageParam: '',
      getNextPageParam: (page) => page.page.next,
    }),
}
