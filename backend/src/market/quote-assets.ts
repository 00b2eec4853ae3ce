import { ANYONE, NATIVE_CURRENCY, orderKinds } from '@daedal/protocol/market/order'
import { and, asc, desc, eq, inArray } from 'drizzle-orm'
import type { Address } from 'viem'
import type { Quote, Transaction } from '../tokens/ports.ts'
import { bestOrder, priceNow } from './order-price.ts'
import type { SetQuotes } from './ports.ts'
import { unixSeconds } from './read-facts.ts'
import { type orderItems, orders, sales } from './tables.ts'

export type AssetOf = Pick<typeof orderItems.$inferSelect, 'collection' | 'tokenId'>

/** Refreshes what the given assets cost: best open listing and offer that anyone may take, last sale. */
export type QuoteAssets = (tx: Transaction, touched: readonly AssetOf[]) => Promise<void>

/** Of units, what one cost: listings and offers name that, too. */
const unitPrice = ({ price, quantity }: Pick<typeof sales.$inferSelect, 'price' | 'quantity'>): string =>
  quantity === '0' ? price : (BigInt(price) / BigInt(quantity)).toString()

/**
 * Quotes are in ether and wrapped ether, which are worth the same; orders in other currencies are found in the book. A price that
 * moves is quoted as it is now.
 */
export function createQuoteAssets({
  setQuotes,
  wrappedEther,
  now,
}: {
  setQuotes: SetQuotes
  wrappedEther: Address
  now(): Date
}): QuoteAssets {
  const ether = [NATIVE_CURRENCY, wrappedEther.toLowerCase() as Address]

  async function quotesOf(tx: Transaction, collection: Address, tokenIds: string[]): Promise<Quote[]> {
    const at = unixSeconds(now())
    const open = await tx
      .select({
        hash: orders.hash,
        ord: orders.ord,
        kind: orders.kind,
        tokenId: orders.tokenId,
        currency: orders.currency,
        endTime: orders.endTime,
        price: priceNow(at),
      })
      .from(orders)
      .where(
        and(
          eq(orders.collection, collection),
          inArray(orders.tokenId, tokenIds),
          eq(orders.state, 'active'),
          eq(orders.taker, ANYONE),
          inArray(orders.currency, ether),
        ),
      )
      .orderBy(asc(orders.ord))
    const last = await tx
      .selectDistinctOn([sales.tokenId])
      .from(sales)
      .where(and(eq(sales.collection, collection), inArray(sales.tokenId, tokenIds)))
      .orderBy(sales.tokenId, desc(sales.block), desc(sales.logIndex), desc(sales.item))
    return tokenIds.map((tokenId) => {
      const mine = open.filter((order) => order.tokenId === tokenId)
      const listing = bestOrder(mine.filter(({ kind }) => orderKinds[kind] === 'listing'))
      const offer = bestOrder(mine.filter(({ kind }) => orderKinds[kind] === 'offer'))
      const sale = last.find((row) => row.tokenId === tokenId)
      return {
        collection,
        tokenId,
        listing: listing ? { hash: listing.hash, price: listing.price, currency: listing.currency, endTime: listing.endTime } : null,
        offer: offer ? { hash: offer.hash, price: offer.price, currency: offer.currency } : null,
        sale: sale ? { price: unitPrice(sale), currency: sale.currency, at: sale.at } : null,
      }
    })
  }

  return async (tx, touched) => {
    const byCollection = Map.groupBy(touched, ({ collection }) => collection)
    for (const [collection, list] of byCollection) {
      const ids = [...new Set(list.map(({ tokenId }) => tokenId))]
      for (let at = 0; at < ids.length; at += 500) await setQuotes(tx, await quotesOf(tx, collection, ids.slice(at, at + 500)))
    }
  }
}
