import type { ActivityQuery } from '@daedal/protocol/tokens/api'
import { infiniteQueryOptions } from '@tanstack/react-query'
import { api } from '../lib/api.ts'

/** Reads of what happened: key and fetcher in one value. */
export const activity = {
  list: (query: ActivityQuery) =>
    infiniteQueryOptions({
      queryKey: ['activity', query],
      queryFn: ({ pageParam, signal }) => api.activity(pageParam ? { ...query, cursor: pageParam } : query, { signal }),
      initialPageParam: '',
      getNextPageParam: (page) => page.page.next,
    }),
}
