import type {
  CurrencyBalancePage,
  CurrencyBalanceQuery,
  CurrencyDetail,
  CurrencyPage,
  CurrencyQuery,
} from '@daedal/protocol/worlds/currency-api'
import { and, desc, eq, getTableColumns, inArray, type SQL, sql } from 'drizzle-orm'
import type { Address } from 'viem'
import type { Database } from '../adapters/database/database.ts'
import { AppError } from '../errors.ts'
import { readCursor, writeCursor } from '../tokens/cursor.ts'
import { currencies, currencyAppointments, currencyBalances, currencyFlows, currencyMovements } from './currency-tables.ts'
import { type CurrencyRow, currencyView, detailView, type Standing, titleOf, windowStart } from './currency-view.ts'
import { worlds } from './tables.ts'

export type ReadCurrenciesDeps = {
  db: Database
  /** Unix seconds: the wall's, or the newest indexed block's where that is later. */
  clock(): number
}

const lower = (address: Address) => address.toLowerCase() as Address

/** Reads currencies of worlds, and who has them. */
export function createReadCurrencies({ db, clock }: ReadCurrenciesDeps) {
  const known = () =>
    db
      .select({ row: getTableColumns(currencies), operator: worlds.operator })
      .from(currencies)
      .leftJoin(worlds, eq(worlds.id, currencies.world))

  /** Sums and holders of currencies, by address. */
  async function standings(addresses: readonly Address[]): Promise<Map<Address, Standing>> {
    if (!addresses.length) return new Map()
    const [flows, holders] = await Promise.all([
      db
        .select({
          currency: currencyFlows.currency,
          kind: currencyFlows.kind,
          flow: currencyFlows.flow,
          amount: sql<string>`sum(${currencyFlows.amount})::text`,
          count: sql<number>`sum(${currencyFlows.count})::int`,
        })
        .from(currencyFlows)
        .where(inArray(currencyFlows.currency, [...addresses]))
        .groupBy(currencyFlows.currency, currencyFlows.kind, currencyFlows.flow),
      db
        .select({ currency: currencyBalances.currency, count: sql<number>`count(*)::int` })
        .from(currencyBalances)
        .where(inArray(currencyBalances.currency, [...addresses]))
        .groupBy(currencyBalances.currency),
    ])
    const byCurrency = Map.groupBy(flows, ({ currency }) => currency)
    const counts = new Map(holders.map(({ currency, count }) => [currency, count]))
    return new Map(addresses.map((one) => [one, { flows: byCurrency.get(one) ?? [], holders: counts.get(one) ?? 0 }]))
  }

  /** Whom who runs the world now has appointed, by faucet; an appointment by somebody else before does not count. */
  async function sourcesOf(address: Address, operator: Address | null): Promise<Map<number, Address>> {
    const newest = await db
      .selectDistinctOn([currencyAppointments.faucet])
      .from(currencyAppointments)
      .where(eq(currencyAppointments.currency, address))
      .orderBy(currencyAppointments.faucet, desc(currencyAppointments.block), desc(currencyAppointments.logIndex))
    return new Map(newest.filter((row) => row.operator === operator).map(({ faucet, source }) => [faucet, source]))
  }

  /** What each faucet has poured in the window that is open. */
  async function inWindows(row: CurrencyRow, now: number): Promise<Map<number, bigint>> {
    const open = row.faucets.map(({ window }, faucet) => {
      const since = new Date(windowStart(row, window, now) * 1000)
      return sql`(${currencyMovements.flow} = ${faucet} and ${currencyMovements.at} >= ${since.toISOString()}::timestamptz)`
    })
    const rows = await db
      .select({ flow: currencyMovements.flow, amount: sql<string>`sum(${currencyMovements.amount})::text` })
      .from(currencyMovements)
      .where(and(eq(currencyMovements.currency, row.address), eq(currencyMovements.kind, 'poured'), sql`(${sql.join(open, sql` or `)})`))
      .groupBy(currencyMovements.flow)
    return new Map(rows.map(({ flow, amount }) => [flow as number, BigInt(amount)]))
  }

  async function find(address: Address) {
    const [found] = await known().where(eq(currencies.address, lower(address)))
    if (!found) throw new AppError('WORLDS_CURRENCY_UNKNOWN', `No world declared a currency at ${address}.`)
    return found
  }

  return {
    /** Throws WORLDS_CURRENCY_UNKNOWN. */
    known: async (address: Address): Promise<CurrencyRow> => (await find(address)).row,

    /** Throws WORLDS_CURRENCY_UNKNOWN. */
    async one(address: Address): Promise<CurrencyDetail> {
      const { row, operator } = await find(address)
      const now = clock()
      const [standing, sources, windows] = await Promise.all([
        standings([row.address]),
        sourcesOf(row.address, operator),
        inWindows(row, now),
      ])
      return detailView({ row, operator, standing: standing.get(row.address) as Standing, sources, windows, now })
    },

    /** The newest first. Throws TOKENS_CURSOR_INVALID. */
    async list(query: CurrencyQuery): Promise<CurrencyPage> {
      const { cursor, limit = 24 } = query
      const [ord] = cursor === undefined ? [null] : readCursor(query, cursor, 1)
      const rows = await known()
        .where(and(currencyFilter(query), ord == null ? undefined : sql`${currencies.ord} < ${ord}::int8`))
        .orderBy(desc(currencies.ord))
        .limit(limit + 1)
      const page = rows.slice(0, limit)
      const last = rows.length > limit ? page.at(-1)?.row : undefined
      const now = clock()
      const found = await standings(page.map(({ row }) => row.address))
      return {
        data: page.map(({ row, operator }) => currencyView(row, operator, found.get(row.address) as Standing, now)),
        page: { next: last ? writeCursor(query, [String(last.ord)]) : null },
      }
    },

    /** What an account has, the newest currency first. Throws TOKENS_CURSOR_INVALID. */
    async balances(account: Address, query: CurrencyBalanceQuery): Promise<CurrencyBalancePage> {
      const { cursor, limit = 24 } = query
      const asked = { ...query, account: lower(account) }
      const [ord] = cursor === undefined ? [null] : readCursor(asked, cursor, 1)
      const rows = await db
        .select({ row: getTableColumns(currencies), balance: currencyBalances.balance })
        .from(currencyBalances)
        .innerJoin(currencies, eq(currencies.address, currencyBalances.currency))
        .where(and(eq(currencyBalances.account, lower(account)), ord == null ? undefined : sql`${currencies.ord} < ${ord}::int8`))
        .orderBy(desc(currencies.ord))
        .limit(limit + 1)
      const page = rows.slice(0, limit)
      const last = rows.length > limit ? page.at(-1)?.row : undefined
      return {
        data: page.map(({ row, balance }) => ({ currency: titleOf(row), balance })),
        page: { next: last ? writeCursor(asked, [String(last.ord)]) : null },
      }
    },
  }
}
export type ReadCurrencies = ReturnType<typeof createReadCurrencies>

const currencyFilter = ({ world, operator, creator }: CurrencyQuery): SQL | undefined =>
  and(
    world ? eq(currencies.world, world) : undefined,
    operator ? eq(worlds.operator, lower(operator)) : undefined,
    creator ? eq(currencies.creator, lower(creator)) : undefined,
  )
