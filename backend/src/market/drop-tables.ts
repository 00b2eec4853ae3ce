import type { DropTermsJson } from '@daedal/protocol/market/drop'
import { ticketStates } from '@daedal/protocol/market/drop-api'
import type { VoucherJson } from '@daedal/protocol/tokens/voucher'
import { boolean, index, integer, jsonb, pgTable, primaryKey, smallint, text } from 'drizzle-orm/pg-core'
import { address, hash, int8, moment, uint } from '../adapters/database/columns.ts'

/** What happens to a drop besides its tickets. */
export const dropStepKinds = ['ended', 'closed', 'drawn', 'revealed'] as const

/** Drops. Addresses are lower-case but in the terms, times unix seconds, amounts in the smallest unit of the currency. */
export const drops = pgTable(
  'drops',
  {
    id: hash('id').primaryKey(),
    /** Place of its creation in the chain: block × 1,000,000 + log index. */
    ord: int8('ord').notNull().unique(),
    creator: address('creator').notNull(),
    collection: address('collection').notNull(),
    currency: address('currency').notNull(),
    supply: integer('supply').notNull(),
    feeBps: integer('fee_bps').notNull(),
    /** As they were hashed: whoever acts on the drop brings them. */
    terms: jsonb('terms').$type<DropTermsJson>().notNull(),
    committed: boolean('committed').notNull(),
    startTime: int8('start_time').notNull(),
    lastEnd: int8('last_end').notNull(),
    /** Zero where there is nothing to reveal. */
    revealBy: int8('reveal_by').notNull(),
    deliverBy: int8('deliver_by').notNull(),
    block: int8('block').notNull(),
    createdAt: moment('created_at').notNull(),
    createdTx: hash('created_tx').notNull(),

    /** What its tickets lead to, see {@link dropTickets}. */
    sold: integer('sold').notNull().default(0),
    delivered: integer('delivered').notNull().default(0),
    refunded: integer('refunded').notNull().default(0),
    /** Tickets sold by stage, one number each. */
    soldIn: integer('sold_in').array().notNull(),
    /** What its steps lead to, see {@link dropSteps}. */
    ended: boolean('ended').notNull().default(false),
    entropyBlock: int8('entropy_block'),
    entropy: hash('entropy'),
    /** Null before the reveal, and where nothing has to be revealed. */
    offset: integer('offset'),
  },
  (table) => [
    index('drops_creator').on(table.creator, table.ord),
    index('drops_collection').on(table.collection, table.ord),
    index('drops_block').on(table.block),
  ],
)

/** What creators and others did to drops. */
export const dropSteps = pgTable(
  'drop_steps',
  {
    block: int8('block').notNull(),
    logIndex: integer('log_index').notNull(),
    drop: hash('drop').notNull(),
    kind: text('kind', { enum: dropStepKinds }).notNull(),
    entropyBlock: int8('entropy_block'),
    entropy: hash('entropy'),
    offset: integer('offset'),
  },
  (table) => [primaryKey({ columns: [table.block, table.logIndex] }), index('drop_steps_drop').on(table.drop)],
)

/** Tickets that were sold. */
export const dropTickets = pgTable(
  'drop_tickets',
  {
    drop: hash('drop').notNull(),
    ticket: integer('ticket').notNull(),
    /** Number of the first ticket that was bought with it. */
    first: integer('first').notNull(),
    stage: smallint('stage').notNull(),
    buyer: address('buyer').notNull(),
    price: uint('price').notNull(),
    block: int8('block').notNull(),
    boughtAt: moment('bought_at').notNull(),
    boughtTx: hash('bought_tx').notNull(),

    state: text('state', { enum: ticketStates }).notNull().default('open'),
    /** What delivered or refunded it; null while it is open. */
    doneBlock: int8('done_block'),
    doneAt: moment('done_at'),
    doneTx: hash('done_tx'),
  },
  (table) => [
    primaryKey({ columns: [table.drop, table.ticket] }),
    index('drop_tickets_buyer').on(table.buyer, table.drop, table.ticket),
    index('drop_tickets_block').on(table.block),
    index('drop_tickets_done').on(table.doneBlock),
  ],
)

/** Items of drops, as whoever had them published them: they are what the terms' root stands for, whatever the chain does. */
export const dropItems = pgTable(
  'drop_items',
  {
    drop: hash('drop').notNull(),
    item: integer('item').notNull(),
    tokenId: uint('token_id').notNull(),
    voucher: jsonb('voucher').$type<VoucherJson>().notNull(),
    /** When the signature ends, unix seconds. */
    deadline: uint('deadline').notNull(),
    signature: hash('signature').notNull(),
  },
  (table) => [primaryKey({ columns: [table.drop, table.item] })],
)

/** Who may buy in stages that have a list, in the order of the tree. */
export const dropLists = pgTable(
  'drop_lists',
  {
    drop: hash('drop').notNull(),
    stage: smallint('stage').notNull(),
    place: integer('place').notNull(),
    account: address('account').notNull(),
    allowance: int8('allowance').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.drop, table.stage, table.place] }),
    index('drop_lists_account').on(table.drop, table.account, table.stage),
  ],
)
