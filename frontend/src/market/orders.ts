import type { Address, Hex32 } from '@daedal/protocol/scalars'
import { queryOptions } from '@tanstack/react-query'
import { api } from '../lib/api.ts'

/** Reads of orders: key and fetcher in one value. */
export const orders = {
  /** What filling an order would take for this account: steps, gas, or why it cannot be filled. */
  fulfillment: (hash: Hex32, filler: Address) =>
    queryOptions({
      queryKey: ['market', 'fulfillment', hash, filler.toLowerCase()],
      queryFn: () => api.fulfillOrder({ hash, filler }),
      retry: false,
    }),
}
