import { shortText } from '@daedal/protocol/worlds/currency'
import {
  type CurrencyFlow,
  type CurrencyFlowQuery,
  type CurrencyFlows,
  type CurrencyTransfer,
  type CurrencyTransferPage,
  type CurrencyTransferQuery,
  FLOW_DAYS,
} from '@daedal/protocol/worlds/currency-api'
import { and, asc, desc, eq, gte, lte, or, sql } from 'drizzle-orm'
import { type Address, getAddress, type Hex } from 'viem'
import type { Database } from '../adapters/database/database.ts'
import { AppError } from '../errors.ts'
import { readCursor, writeCursor } from '../tokens/cursor.ts'
import type { Movement } from './currency-movement.ts'
import { currencyFlows, currencyMovements } from './currency-tables.ts'
import type { CurrencyRow, FlowSum } from './currency-view.ts'
import type { ReadCurrencies } from './read-currencies.ts'

export type ReadCurrencyFlowsDeps = {
  db: Database
  currencies: Pick<ReadCurrencies, 'known'>
  /** Unix seconds. */
  clock(): number
}

const DAY_MS = 86_400_000
const lower = (address: Address) => address.toLowerCase() as Address

/** Reads what flowed in a currency: sums, and each movement. */
export function createReadCurrencyFlows({ db, currencies, clock }: ReadCurrencyFlowsDeps) {
  return {
    /** Throws WORLDS_CURRENCY_UNKNOWN, REQUEST_INVALID. */
    async flows(address: Address, query: CurrencyFlowQuery): Promise<CurrencyFlows> {
      const row = await currencies.known(address)
      const { by = 'day' } = query
      const { from, to } = daysOf(query, clock() * 1000)
      const kind = by === 'day' ? undefined : by === 'source' ? 'poured' : 'drained'
      const rows = await db
        .select()
        .from(currencyFlows)
        .where(
          and(
            eq(currencyFlows.currency, row.address),
            kind ? eq(currencyFlows.kind, kind) : undefined,
            from === null ? undefined : gte(currencyFlows.day, from),
            lte(currencyFlows.day, to),
          ),
        )
        .orderBy(desc(currencyFlows.day), desc(currencyFlows.kind), asc(currencyFlows.flow))
      return { data: kind ? sums(row, rows, kind) : rows.map((flow) => flowView(row, flow, flow.day)) }
    },

    /** The newest first. Throws WORLDS_CURRENCY_UNKNOWN, TOKENS_CURSOR_INVALID. */
    async transfers(address: Address, query: CurrencyTransferQuery): Promise<CurrencyTransferPage> {
      const row = await currencies.known(address)
      const { account, kind, cursor, limit = 24 } = query
      const asked = { ...query, address: row.address }
      const position = cursor === undefined ? null : readCursor(asked, cursor, 2)
      const rows = await db
        .select()
        .from(currencyMovements)
        .where(
          and(
            eq(currencyMovements.currency, row.address),
            kind ? eq(currencyMovements.kind, kind) : undefined,
            account ? or(eq(currencyMovements.from, lower(account)), eq(currencyMovements.to, lower(account))) : undefined,
            position
              ? sql`(${currencyMovements.block}, ${currencyMovements.logIndex}) < (${position[0]}::int8, ${position[1]}::int4)`
              : undefined,
          ),
        )
        .orderBy(desc(currencyMovements.block), desc(currencyMovements.logIndex))
        .limit(limit + 1)
      const page = rows.slice(0, limit)
      const last = rows.length > limit ? page.at(-1) : undefined
      return {
        data: page.map((movement) => transferView(row, movement)),
        page: { next: last ? writeCursor(asked, [String(last.block), String(last.logIndex)]) : null },
      }
    },
  }
}
export type ReadCurrencyFlows = ReturnType<typeof createReadCurrencyFlows>

/** The days that a query covers; no first one for the whole past. Throws REQUEST_INVALID. */
function daysOf({ by = 'day', from, to }: CurrencyFlowQuery, now: number): { from: string | null; to: string } {
  const last = to ?? dayOf(now)
  const first = from ?? (by === 'day' ? dayOf(Date.parse(last) - (FLOW_DAYS - 1) * DAY_MS) : null)
  if (first === null) return { from: null, to: last }
  const days = (Date.parse(last) - Date.parse(first)) / DAY_MS + 1
  if (days < 1) throw new AppError('REQUEST_INVALID', `The first day, ${first}, is after the last, ${last}.`)
  if (by === 'day' && days > FLOW_DAYS)
    throw new AppError('REQUEST_INVALID', `${days} days were asked for; by day there are at most ${FLOW_DAYS}.`)
  return { from: first, to: last }
}

const dayOf = (ms: number) => new Date(ms).toISOString().slice(0, 10)

/** What flowed through everything of a kind that was declared, be it nothing. */
function sums(row: CurrencyRow, flows: readonly FlowSum[], kind: FlowSum['kind']): CurrencyFlow[] {
  const names = kind === 'poured' ? row.faucets : row.sinks
  return names.map((_, id) => {
    const own = flows.filter(({ flow }) => flow === id)
    const amount = own.reduce((sum, flow) => sum + BigInt(flow.amount), 0n).toString()
    return flowView(row, { kind, flow: id, amount, count: own.reduce((sum, { count }) => sum + count, 0) }, null)
  })
}

const flowView = (row: CurrencyRow, { kind, flow, amount, count }: FlowSum, day: string | null): CurrencyFlow => {
  const name = nameOf(row, kind, flow)
  return { day, kind, id: flow, name, label: shortText(name), amount, count }
}

/** The declared name of a faucet or a sink. */
const nameOf = (row: CurrencyRow, kind: FlowSum['kind'], flow: number): Hex =>
  (kind === 'poured' ? row.faucets[flow]?.name : row.sinks[flow]) as Hex

const transferView = (row: CurrencyRow, { kind, from, to, amount, flow, by, memo, at, block, tx }: Movement): CurrencyTransfer => ({
  kind,
  from: from && getAddress(from),
  to: to && getAddress(to),
  amount,
  flow,
  label: kind === 'transferred' || flow === null ? null : shortText(nameOf(row, kind, flow)),
  by: by && getAddress(by),
  memo,
  memoText: memo && shortText(memo),
  at: at.toISOString(),
  block,
  transactionHash: tx,
})
