import type { AssetSummary } from '@daedal/protocol/tokens/api'
import { queryOptions } from '@tanstack/react-query'
import { api } from '../lib/api.ts'

const BATCH = 100

/** Reads of one account: key and fetcher in one value. */
export const portfolio = {
  of: (address: string) =>
    queryOptions({
      queryKey: ['accounts', 'portfolio', address.toLowerCase()],
      queryFn: ({ signal }) => api.portfolio(address, {}, { signal }),
    }),
  /** Assets by their ids, for the names and pictures of orders. */
  assets: (ids: readonly string[]) =>
    queryOptions({
      queryKey: ['tokens', 'batch', ids],
      queryFn: async (): Promise<Map<string, AssetSummary>> => {
        const found = new Map<string, AssetSummary>()
        for (let at = 0; at < ids.length; at += BATCH) {
          const { data } = await api.assetBatch(ids.slice(at, at + BATCH))
          for (const { id, asset } of data) if (asset) found.set(id, asset)
        }
        return found
      },
      enabled: ids.length > 0,
      placeholderData: (before) => before,
    }),
}
