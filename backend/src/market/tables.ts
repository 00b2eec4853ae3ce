import { orderStates } from '@daedal/protocol/market/api'
import { sql } from 'drizzle-orm'
import { bigint, boolean, index, integer, numeric, pgTable, primaryKey, smallint, text, timestamp, unique } from 'drizzle-orm/pg-core'
import type { Address, Hex } from 'viem'

const int8 = (name: string) => bigint(name, { mode: 'number' })
const moment = (name: string) => timestamp(name, { withTimezone: true, precision: 3 })
const uint = (name: string) => numeric(name, { precision: 78, scale: 0 })
const address = (name: string) => text(name).$type<Address>()
const hash = (name: string) => text(name).$type<Hex>()

/** Signed orders and where they stand. Addresses are lower-case. */
export const orders = pgTable(
  'orders',
  {
    hash: hash('hash').primaryKey(),
    /** Place in the book, for stable lists. */
    ord: bigint('ord', { mode: 'number' }).generatedAlwaysAsIdentity().unique(),
    kind: smallint('kind').notNull(),
    maker: address('maker').notNull(),
    taker: address('taker').notNull(),
    collection: address('collection').notNull(),
    tokenId: uint('token_id').notNull(),
    currency: address('currency').notNull(),
    price: uint('price').notNull(),
    startTime: uint('start_time').notNull(),
    endTime: uint('end_time').notNull(),
    maxFeeBps: integer('max_fee_bps').notNull(),
    maxRoyaltyBps: integer('max_royalty_bps').notNull(),
    lane: uint('lane').notNull(),
    bit: smallint('bit').notNull(),
    epoch: uint('epoch').notNull(),
    signature: hash('signature').notNull(),
    createdAt: moment('created_at').notNull(),

    state: text('state', { enum: orderStates }).notNull(),
    reason: text('reason'),
    detail: text('detail'),
    tx: hash('tx'),
    checkedBlock: int8('checked_block').notNull(),
    /** Something that touches it happened: to be judged again. */
    dirty: boolean('dirty').notNull().default(false),
    /** How often it was marked: a judgement clears only the marks that it saw. */
    marks: integer('marks').notNull().default(0),
    /** Of the token, when it was last judged. */
    owner: address('owner'),
    feeBps: integer('fee_bps').notNull(),
    royalty: uint('royalty').notNull(),
    royaltyReceiver: address('royalty_receiver'),
    /** The event that filled or cancelled it by name; null while there is none. */
    closedBlock: int8('closed_block'),
    closedTx: hash('closed_tx'),
    closedBy: text('closed_by', { enum: ['filled', 'cancelled'] }),
  },
  (table) => [
    index('orders_asset').on(table.collection, table.tokenId, table.state),
    index('orders_maker').on(table.maker, table.ord),
    index('orders_owner').on(table.owner, table.ord),
    index('orders_state').on(table.state, table.ord),
    index('orders_dirty').on(table.ord).where(sql`${table.dirty} and ${table.closedBy} is null`),
    index('orders_end').on(table.endTime).where(sql`${table.state} in ('pending', 'active', 'inactive')`),
    index('orders_start').on(table.startTime).where(sql`${table.state} = 'pending'`),
    index('orders_paused').on(table.ord).where(sql`${table.reason} = 'MARKET_PAUSED'`),
    index('orders_lane').on(table.maker, table.lane),
    index('orders_closed').on(table.closedBlock),
  ],
)

/** The next free bit of a maker's newest lane. */
export const lanes = pgTable('lanes', {
  maker: address('maker').primaryKey(),
  lane: uint('lane').notNull(),
  nextBit: smallint('next_bit').notNull(),
})

/** Which bit a maker's orders of one kind for one token share. */
export const orderSlots = pgTable(
  'order_slots',
  {
    maker: address('maker').notNull(),
    kind: smallint('kind').notNull(),
    collection: address('collection').notNull(),
    tokenId: uint('token_id').notNull(),
    lane: uint('lane').notNull(),
    bit: smallint('bit').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.maker, table.kind, table.collection, table.tokenId] }),
    unique('order_slots_bit').on(table.maker, table.lane, table.bit),
  ],
)

/** Settled sales, one row a fill. Wei. */
export const sales = pgTable(
  'sales',
  {
    block: int8('block').notNull(),
    logIndex: integer('log_index').notNull(),
    tx: hash('tx').notNull(),
    at: moment('at').notNull(),
    orderHash: hash('order_hash').notNull(),
    collection: address('collection').notNull(),
    tokenId: uint('token_id').notNull(),
    seller: address('seller').notNull(),
    buyer: address('buyer').notNull(),
    currency: address('currency').notNull(),
    price: uint('price').notNull(),
    fee: uint('fee').notNull(),
    royalty: uint('royalty').notNull(),
    royaltyReceiver: address('royalty_receiver').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.block, table.logIndex] }),
    index('sales_asset').on(table.collection, table.tokenId, table.block, table.logIndex),
    index('sales_seller').on(table.seller),
    index('sales_buyer').on(table.buyer),
    index('sales_royalty').on(table.royaltyReceiver),
    index('sales_order').on(table.orderHash),
  ],
)
