import { asc } from 'drizzle-orm'
import { vi } from 'vitest'
import type { Database } from '../adapters/database/database.ts'
import { dropSteps, drops, dropTickets } from '../market/drop-tables.ts'
import { rentalPayments, tenancies } from '../market/rental-tables.ts'
import { auctionBids, auctions, pendingPayments, royaltyPayments, sales } from '../market/tables.ts'
import { assets, collections, holdings, reproductions } from '../tokens/tables.ts'
import { currencies, currencyAppointments, currencyBalances, currencyFlows, currencyMovements } from '../worlds/currency-tables.ts'
import { worldChanges, worlds } from '../worlds/tables.ts'
import type { MarketChain } from './market-chain.ts'
import { type MarketServer, startMarketServer } from './market-server.ts'

/** The rows that follow from the chain and its contents alone: without what the order book adds, which is not on chain. */
export async function rowsOf(db: Database) {
  const [found, made, held, sold, royalties, auctioned, bids, dropped, steps, tickets, pending, registered, changes, told, terms, rents] =
    await Promise.all([
      db.select().from(assets).orderBy(asc(assets.ord)),
      db.select().from(collections).orderBy(asc(collections.ord)),
      db.select().from(holdings).orderBy(asc(holdings.asset), asc(holdings.account)),
      db.select().from(sales).orderBy(asc(sales.block), asc(sales.logIndex), asc(sales.item)),
      db.select().from(royaltyPayments).orderBy(asc(royaltyPayments.block), asc(royaltyPayments.logIndex)),
      db.select().from(auctions).orderBy(asc(auctions.ord)),
      db.select().from(auctionBids).orderBy(asc(auctionBids.block), asc(auctionBids.logIndex)),
      db.select().from(drops).orderBy(asc(drops.ord)),
      db.select().from(dropSteps).orderBy(asc(dropSteps.block), asc(dropSteps.logIndex)),
      db.select().from(dropTickets).orderBy(asc(dropTickets.drop), asc(dropTickets.ticket)),
      db.select().from(pendingPayments).orderBy(asc(pendingPayments.contract), asc(pendingPayments.account), asc(pendingPayments.currency)),
      db.select().from(worlds).orderBy(asc(worlds.ord)),
      db.select().from(worldChanges).orderBy(asc(worldChanges.block), asc(worldChanges.logIndex)),
      db.select().from(reproductions).orderBy(asc(reproductions.block), asc(reproductions.logIndex)),
      db.select().from(tenancies).orderBy(asc(tenancies.ord)),
      db.select().from(rentalPayments).orderBy(asc(rentalPayments.block), asc(rentalPayments.logIndex)),
    ])
  return {
    assets: found.map(
      ({
        listingHash: _1,
        listingPrice: _2,
        listingCurrency: _3,
        listingEnd: _4,
        offerHash: _5,
        offerPrice: _6,
        offerCurrency: _7,
        ...row
      }) => row,
    ),
    collections: made,
    holdings: held,
    sales: sold,
    royalties,
    auctions: auctioned,
    bids,
    drops: dropped,
    steps,
    tickets,
    pending,
    worlds: registered,
    changes,
    reproductions: told,
    // What the log was told is not of the chain.
    tenancies: terms.map(({ toldExpiry: _, ...row }) => row),
    rents,
    currencies: await currencyRowsOf(db),
  }
}

/** The same of currencies of worlds. */
export async function currencyRowsOf(db: Database) {
  const [declared, moved, appointed, balances, flows] = await Promise.all([
    db.select().from(currencies).orderBy(asc(currencies.ord)),
    db.select().from(currencyMovements).orderBy(asc(currencyMovements.block), asc(currencyMovements.logIndex)),
    db.select().from(currencyAppointments).orderBy(asc(currencyAppointments.block), asc(currencyAppointments.logIndex)),
    db.select().from(currencyBalances).orderBy(asc(currencyBalances.currency), asc(currencyBalances.account)),
    db
      .select()
      .from(currencyFlows)
      .orderBy(asc(currencyFlows.currency), asc(currencyFlows.kind), asc(currencyFlows.flow), asc(currencyFlows.day)),
  ])
  return { declared, moved, appointed, balances, flows }
}

/** The same of an index that begins now, on the same chain and contents. */
export async function rebuilt(chain: MarketChain, { content, index }: MarketServer) {
  const block = index.status().indexedBlock
  const server = await startMarketServer(chain, { content })
  try {
    await vi.waitFor(() => server.index.waitFor(block, 20_000), { timeout: 30_000 })
    return await rowsOf(server.db)
  } finally {
    await server.stop()
  }
}
