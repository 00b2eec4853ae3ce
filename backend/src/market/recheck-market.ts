import type { RecheckOrders } from './recheck-orders.ts'
import type { RecheckRentals } from './recheck-rentals.ts'

/** Keeps the orders and, where there are any, the offers to let in step with chain and time. */
export function createRecheckMarket(orders: RecheckOrders, rentals: RecheckRentals | null) {
  if (!rentals) return orders
  return {
    ...orders,
    marked: async () => (await orders.marked()) + (await rentals.marked()),
    expire: async () => (await orders.expire()) + (await rentals.expire()),
    async due() {
      await Promise.all([orders.due(), rentals.due()])
    },
    async oldest(count, belowBlock) {
      await Promise.all([orders.oldest(count, belowBlock), rentals.oldest(count, belowBlock)])
    },
    async collections(followed) {
      const [ofOrders, ofRentals] = await Promise.all([orders.collections(followed), rentals.collections(followed)])
      return [...new Set([...ofOrders, ...ofRentals])]
    },
    async stirred(collections) {
      await Promise.all([orders.stirred(collections), rentals.stirred(collections)])
    },
  } satisfies RecheckOrders
}
