import { queryOptions } from '@tanstack/react-query'
import { api } from './api.ts'

/** What this deployment is: chain, contracts, fee. Does not change while a page is open. */
export const configQuery = queryOptions({
  queryKey: ['config'],
  queryFn: ({ signal }) => api.config({ signal }),
  staleTime: Number.POSITIVE_INFINITY,
})

/** How far the index is behind the chain. */
export const statusQuery = queryOptions({
  queryKey: ['tokens', 'status'],
  queryFn: ({ signal }) => api.status({ signal }),
  refetchInterval: 10_000,
  retry: false,
})

/** Lag from which pages say that they show the past. */
export const STALE_LAG_MS = 30_000
