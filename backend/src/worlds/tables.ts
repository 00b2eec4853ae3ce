import { bigint, boolean, index, integer, jsonb, pgTable, primaryKey, text, timestamp } from 'drizzle-orm/pg-core'
import type { Address, Hex } from 'viem'

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

/** Worlds as their changes, below, make them. Addresses are lower-case. */
export const worlds = pgTable(
  'worlds',
  {
    id: text('id').$type<Hex>().primaryKey(),
    /** Place of its registration in the chain: block × 1,000,000 + log index. */
    ord: bigint('ord', { mode: 'number' }).notNull().unique(),
    operator: text('operator').$type<Address>().notNull(),
    salt: text('salt').$type<Hex>().notNull(),
    /** SHA-256 digest in the CIDv1 (dag-pb) of the directory that holds the manifest. */
    manifest: text('manifest').$type<Hex>().notNull(),
    /** SHA-256 of the canonical set of keys that sign its passes; null where there are none. */
    keySet: text('key_set').$type<Hex>(),
    /** Collections of which it takes assets, in the order in which they were accepted. */
    collections: text('collections').array().$type<Address[]>().notNull(),
    /** Who is to take over, and from which unix second on it can; null where nobody is. */
    successor: text('successor').$type<Address>(),
    successorFrom: bigint('successor_from', { mode: 'number' }),
    registeredAt: timestamp('registered_at', { withTimezone: true, precision: 3 }).notNull(),
    registeredTx: text('registered_tx').$type<Hex>().notNull(),
  },
  (table) => [index('worlds_operator').on(table.operator, table.ord), index('worlds_collections').using('gin', table.collections)],
)

/** What the registry told of worlds. */
export const worldChanges = pgTable(
  'world_changes',
  {
    block: bigint('block', { mode: 'number' }).notNull(),
    logIndex: integer('log_index').notNull(),
    world: text('world').$type<Hex>().notNull(),
    type: text('type').notNull(),
    data: jsonb('data').$type<Record<string, unknown>>().notNull(),
    at: timestamp('at', { withTimezone: true, precision: 3 }).notNull(),
    tx: text('tx').$type<Hex>().notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.block, table.logIndex] }),
    index('world_changes_world').on(table.world, table.block, table.logIndex),
  ],
)
