import type { OrderPage, OrderQuery } from '@daedal/protocol/market/api'
import type { Portfolio } from '@daedal/protocol/tokens/api'
import { and, desc, eq, or, sql } from 'drizzle-orm'
import { type Address, getAddress } from 'viem'
import type { Database } from '../adapters/database/database.ts'
import { type SummaryPlace, summaryColumns, summaryOf } from './asset-summary.ts'
import type { Escrow } from './ports.ts'
import { belongingTo, shown } from './read-filters.ts'
import { assets, holdings } from './tables.ts'

export type ReadPortfolioDeps = {
  db: Database
  place: SummaryPlace
  orders(query: OrderQuery): Promise<OrderPage>
  escrow: Escrow
  /** What an account paid, got for what it sold and let, and got as royalties; wei. */
  totals(account: Address): Promise<{ spent: string; earned: string; royalties: string }>
}

const ORDERS = 100
const HOLDINGS = 100

/** Figures beside what an account owns, and the orders that concern it: those that can be filled, and those that could again. */
export const createReadPortfolio =
  ({ db, place, orders, escrow, totals }: ReadPortfolioDeps) =>
  async (account: Address): Promise<Portfolio> => {
    const address = account.toLowerCase() as Address
    const open = async (query: OrderQuery) => {
      const pages = await Promise.all((['active', 'inactive'] as const).map((state) => orders({ ...query, state, limit: ORDERS })))
      return pages.flatMap(({ data }) => data)
    }
    const [[own], [counts], found, sums, escrowed, listings, offersMade, offersReceived] = await Promise.all([
      db
        .select({ count: sql<number>`count(*)`.mapWith(Number) })
        .from(assets)
        .where(and(shown(), belongingTo(address, escrow.tokensOf))),
      db
        .select({
          created: sql<number>`count(*) filter (where ${assets.creator} = ${address})`.mapWith(Number),
          listed: sql<number>`count(*) filter (where ${assets.owner} = ${address} and ${assets.listingPrice} is not null)`.mapWith(Number),
        })
        .from(assets)
        .where(sql`${shown()} and ${or(eq(assets.owner, address), eq(assets.creator, address))}`),
      db
        .select({ ...summaryColumns, units: holdings.units })
        .from(holdings)
        .innerJoin(assets, eq(assets.id, holdings.asset))
        .where(and(shown(), eq(holdings.account, address)))
        .orderBy(desc(assets.ord))
        .limit(HOLDINGS),
      totals(address),
      escrow.auctionsOf(address),
      open({ maker: account, kind: 'listing' }),
      open({ maker: account, kind: 'offer' }),
      orders({ owner: account, kind: 'offer', state: 'active', limit: ORDERS }),
    ])
    return {
      address: getAddress(address),
      owned: own?.count ?? 0,
      created: counts?.created ?? 0,
      listed: (counts?.listed ?? 0) + editionsIn(listings),
      holdings: found.map(({ units: count, ...row }) => ({ asset: summaryOf(place, row), units: count })),
      ...sums,
      escrowed,
      listings,
      offersMade,
      offersReceived: offersReceived.data,
    }
  }

/** Editions of which units are for sale: whose they are, their asset does not say. */
const editionsIn = (listings: OrderPage['data']): number =>
  new Set(listings.filter(({ units, status }) => units && status.state === 'active').map(({ asset }) => asset)).size

export type ReadPortfolio = ReturnType<typeof createReadPortfolio>
