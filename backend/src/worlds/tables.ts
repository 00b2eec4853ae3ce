import { bigint, boolean, index, integer, jsonb, pgTable, text, timestamp } from 'drizzle-orm/pg-core'

/** Counters whose row is locked while it is raised, so that numbers are given out in commit order and without gaps. */
export const counters = pgTable('counters', {
  name: text('name').primaryKey(),
  value: bigint('value', { mode: 'number' }).notNull(),
})

/** The event log. Entries are only ever appended; `retracted` alone changes, when a later entry takes this one back. */
export const eventLog = pgTable(
  'event_log',
  {
    seq: bigint('seq', { mode: 'number' }).primaryKey(),
    id: text('id').notNull(),
    type: text('type').notNull(),
    occurredAt: timestamp('occurred_at', { withTimezone: true, precision: 3 }).notNull(),
    /** CAIP-19 id. */
    asset: text('asset'),
    /** Lower-case addresses. */
    accounts: text('accounts').array().notNull(),
    block: bigint('block', { mode: 'number' }),
    blockHash: text('block_hash'),
    tx: text('tx'),
    logIndex: integer('log_index'),
    data: jsonb('data').$type<Record<string, unknown>>().notNull(),
    retracted: boolean('retracted').notNull().default(false),
  },
  (table) => [
    index('event_log_asset').on(table.asset, table.seq),
    index('event_log_accounts').using('gin', table.accounts),
    index('event_log_type').on(table.type, table.seq),
    index('event_log_block').on(table.block),
  ],
)
