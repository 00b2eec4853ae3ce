import { ANYONE, orderKinds } from '@daedal/protocol/market/order'
import { and, asc, desc, eq, inArray } from 'drizzle-orm'
import type { Address } from 'viem'
import type { Quote, Transaction } from '../tokens/ports.ts'
import type { SetQuotes } from './ports.ts'
import { orders, sales } from './tables.ts'

export type AssetOf = { collection: Address; tokenId: string }

/** Refreshes what the given assets cost: best open listing and offer that anyone may take, last sale. */
export async function quoteAssets(tx: Transaction, touched: readonly AssetOf[], setQuotes: SetQuotes): Promise<void> {
  const byCollection = Map.groupBy(touched, ({ collection }) => collection)
  for (const [collection, list] of byCollection) {
    const ids = [...new Set(list.map(({ tokenId }) => tokenId))]
    for (let at = 0; at < ids.length; at += 500) await setQuotes(tx, await quotesOf(tx, collection, ids.slice(at, at + 500)))
  }
}

async function quotesOf(tx: Transaction, collection: Address, tokenIds: string[]): Promise<Quote[]> {
  const open = await tx
    .select()
    .from(orders)
    .where(and(eq(orders.collection, collection), inArray(orders.tokenId, tokenIds), eq(orders.state, 'active'), eq(orders.taker, ANYONE)))
    .orderBy(asc(orders.price), asc(orders.ord))
  const last = await tx
    .selectDistinctOn([sales.tokenId])
    .from(sales)
    .where(and(eq(sales.collection, collection), inArray(sales.tokenId, tokenIds)))
    .orderBy(sales.tokenId, desc(sales.block), desc(sales.logIndex))
  return tokenIds.map((tokenId) => {
    const mine = open.filter((order) => order.tokenId === tokenId)
    const listing = mine.find(({ kind }) => orderKinds[kind] === 'listing')
    const offer = mine.findLast(({ kind }) => orderKinds[kind] === 'offer')
    const sale = last.find((row) => row.tokenId === tokenId)
    return {
      collection,
      tokenId,
      listing: listing ? { hash: listing.hash, price: listing.price, currency: listing.currency, endTime: listing.endTime } : null,
      offer: offer ? { hash: offer.hash, price: offer.price, currency: offer.currency } : null,
      sale: sale ? { price: sale.price, currency: sale.currency, at: sale.at } : null,
    }
  })
}
