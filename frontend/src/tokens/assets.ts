import type { AssetQuery } from '@daedal/protocol/tokens/api'
import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query'
import { api } from '../lib/api.ts'

/** Reads of assets: key and fetcher in one value. */
export const assets = {
  list: (query: AssetQuery) =>
    infiniteQueryOptions({
      queryKey: ['tokens', 'assets', query],
      queryFn: ({ pageParam, signal }) => api.assets(pageParam ? { ...query, cursor: pageParam } : query, { signal }),
      initialPageParam: '',
      getNextPageParam: (page) => page.page.next,
    }),
  detail: (id: string) => queryOptions({ queryKey: ['tokens', 'asset', id], queryFn: ({ signal }) => api.asset(id, {}, { signal }) }),
  history: (id: string) =>
    infiniteQueryOptions({
      queryKey: ['tokens', 'history', id],
      queryFn: ({ pageParam, signal }) => api.assetHistory(id, pageParam ? { cursor: pageParam } : {}, { signal }),
      initialPageParam: '',
      getNextPageParam: (page) => page.page.next,
    }),
}
