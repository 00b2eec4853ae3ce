import { currencyMoves } from '@daedal/protocol/worlds/currency-api'
import { sql } from 'drizzle-orm'
import { index, integer, jsonb, pgTable, primaryKey, smallint, text } from 'drizzle-orm/pg-core'
import type { Hex } from 'viem'
import { address, hash, int8, moment, uint } from '../adapters/database/columns.ts'

/** A declaration's parts as JSON keeps them: amounts and times as decimal strings. */
export type DeclaredPoint = { time: string; most: string }
export type DeclaredFaucet = { name: Hex; perWindow: string; perAccount: string; total: string; window: number }

/** Currencies that the factory made. Addresses are lower-case, amounts in the smallest unit. */
export const currencies = pgTable(
  'currencies',
  {
    address: address('address').primaryKey(),
    /** Place of its declaration in the chain: block × 1,000,000 + log index. */
    ord: int8('ord').notNull().unique(),
    world: hash('world').notNull(),
    creator: address('creator').notNull(),
    name: text('name').notNull(),
    symbol: text('symbol').notNull(),
    cap: uint('cap').notNull(),
    curve: jsonb('curve').$type<DeclaredPoint[]>().notNull(),
    /** In the order of their ids, as the sinks. */
    faucets: jsonb('faucets').$type<DeclaredFaucet[]>().notNull(),
    sinks: jsonb('sinks').$type<Hex[]>().notNull(),
    block: int8('block').notNull(),
    declaredAt: moment('declared_at').notNull(),
    declaredTx: hash('declared_tx').notNull(),
  },
  (table) => [
    index('currencies_world').on(table.world, table.ord),
    index('currencies_creator').on(table.creator, table.ord),
    index('currencies_block').on(table.block),
  ],
)

const ofCurrency = () =>
  address('currency')
    .notNull()
    .references(() => currencies.address, { onDelete: 'cascade' })

/** Every movement of currency, from which balances and flows follow. */
export const currencyMovements = pgTable(
  'currency_movements',
  {
    block: int8('block').notNull(),
    logIndex: integer('log_index').notNull(),
    currency: ofCurrency(),
    kind: text('kind', { enum: currencyMoves }).notNull(),
    /** Null where it was poured. */
    from: address('from'),
    /** Null where it was drained. */
    to: address('to'),
    amount: uint('amount').notNull(),
    /** Id of the faucet or the sink; null between accounts, as the two below. */
    flow: smallint('flow'),
    by: address('by'),
    memo: hash('memo'),
    at: moment('at').notNull(),
    tx: hash('tx').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.block, table.logIndex] }),
    index('currency_movements_currency').on(table.currency, table.block, table.logIndex),
    index('currency_movements_from').on(table.from, table.currency, table.block, table.logIndex),
    index('currency_movements_to').on(table.to, table.currency, table.block, table.logIndex),
    index('currency_movements_flow').on(table.currency, table.kind, table.flow, table.block),
  ],
)

/** Who has how much; nobody with nothing. */
export const currencyBalances = pgTable(
  'currency_balances',
  { currency: ofCurrency(), account: address('account').notNull(), balance: uint('balance').notNull() },
  (table) => [
    primaryKey({ columns: [table.currency, table.account] }),
    index('currency_balances_account').on(table.account),
    // Finds those that have to go.
    index('currency_balances_nothing').on(table.currency).where(sql`${table.balance} = 0`),
  ],
)

/** What came out of each faucet and went into each sink on a day (UTC). */
export const currencyFlows = pgTable(
  'currency_flows',
  {
    currency: ofCurrency(),
    kind: text('kind', { enum: ['poured', 'drained'] }).notNull(),
    flow: smallint('flow').notNull(),
    /** `YYYY-MM-DD`. */
    day: text('day').notNull(),
    amount: uint('amount').notNull(),
    count: integer('count').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.currency, table.kind, table.flow, table.day] }),
    index('currency_flows_day').on(table.currency, table.day),
  ],
)

/** Whom operators appointed to pour; each appointment replaces the one before it. The zero address is nobody. */
export const currencyAppointments = pgTable(
  'currency_appointments',
  {
    block: int8('block').notNull(),
    logIndex: integer('log_index').notNull(),
    currency: ofCurrency(),
    faucet: smallint('faucet').notNull(),
    source: address('source').notNull(),
    operator: address('operator').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.block, table.logIndex] }),
    index('currency_appointments_currency').on(table.currency, table.faucet, table.block, table.logIndex),
  ],
)
