import { orderStates } from '@daedal/protocol/market/api'
import { auctionOutcomes } from '@daedal/protocol/market/auction-api'
import type { ItemJson } from '@daedal/protocol/market/form-json'
import { orderForms } from '@daedal/protocol/market/forms'
import type { RoyaltyShare } from '@daedal/protocol/market/price'
import type { VoucherJson } from '@daedal/protocol/tokens/voucher'
import { sql } from 'drizzle-orm'
import { bigint, boolean, index, integer, jsonb, pgTable, primaryKey, smallint, text, unique } from 'drizzle-orm/pg-core'
import { address, hash, int8, moment, uint } from '../adapters/database/columns.ts'

/** Signed orders and where they stand. Addresses are lower-case. */
export const orders = pgTable(
  'orders',
  {
    hash: hash('hash').primaryKey(),
    /** Place in the book, for stable lists. */
    ord: bigint('ord', { mode: 'number' }).generatedAlwaysAsIdentity().unique(),
    form: text('form', { enum: orderForms }).notNull().default('order'),
    kind: smallint('kind').notNull(),
    maker: address('maker').notNull(),
    taker: address('taker').notNull(),
    collection: address('collection').notNull(),
    tokenId: uint('token_id').notNull(),
    /** Units of an ERC-1155 token; zero for an ERC-721 token or a bundle. */
    quantity: uint('quantity').notNull().default('0'),
    currency: address('currency').notNull(),
    price: uint('price').notNull(),
    endPrice: uint('end_price').notNull(),
    startTime: uint('start_time').notNull(),
    endTime: uint('end_time').notNull(),
    maxFeeBps: integer('max_fee_bps').notNull(),
    maxRoyaltyBps: integer('max_royalty_bps').notNull(),
    lane: uint('lane').notNull(),
    bit: smallint('bit').notNull(),
    epoch: uint('epoch').notNull(),
    /** What was signed besides: of a bundle, a trait offer, an order that holds in a state, a listing with a voucher. */
    items: jsonb('items').$type<ItemJson[]>(),
    traitRoot: hash('trait_root'),
    traitHeight: smallint('trait_height'),
    stateSource: address('state_source'),
    stateValue: hash('state_value'),
    voucher: jsonb('voucher').$type<VoucherJson>(),
    signature: hash('signature').notNull(),
    /** What vouches for the signature: a key does for ever, the maker's contract and its approval until they say otherwise. */
    signedBy: text('signed_by', { enum: ['key', 'contract', 'approval'] })
      .notNull()
      .default('key'),
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
    /** Units that were filled of the nonce, and those left that the maker could give or pay when it was last judged. */
    filled: uint('filled').notNull().default('0'),
    available: uint('available').notNull().default('0'),
    /** Of the token, when it was last judged; null when the order names none or more than one. */
    owner: address('owner'),
    feeBps: integer('fee_bps').notNull(),
    /** What the royalty was asked for: the price at that moment, of one unit. */
    quotedPrice: uint('quoted_price').notNull().default('0'),
    royalty: uint('royalty').notNull(),
    royaltyReceiver: address('royalty_receiver'),
    /** Each receiver, where a bundle has several. */
    royalties: jsonb('royalties').$type<RoyaltyShare[]>(),
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
    index('orders_trait').on(table.traitRoot).where(sql`${table.traitRoot} is not null`),
    index('orders_moving').on(table.ord).where(sql`${table.price} <> ${table.endPrice} and ${table.state} = 'active'`),
    index('orders_closed').on(table.closedBlock),
  ],
)

/** The tokens of bundles. */
export const orderItems = pgTable(
  'order_items',
  {
    hash: hash('hash')
      .notNull()
      .references(() => orders.hash, { onDelete: 'cascade' }),
    place: smallint('place').notNull(),
    collection: address('collection').notNull(),
    tokenId: uint('token_id').notNull(),
    quantity: uint('quantity').notNull(),
  },
  (table) => [primaryKey({ columns: [table.hash, table.place] }), index('order_items_asset').on(table.collection, table.tokenId)],
)

/** The tokens of a trait whose offers came with all of them. A root stands for one set of ids. */
export const traitTokens = pgTable('trait_tokens', { root: hash('root').notNull(), tokenId: uint('token_id').notNull() }, (table) => [
  primaryKey({ columns: [table.root, table.tokenId] }),
  index('trait_tokens_token').on(table.tokenId),
])

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

/** Settled sales, one row a fill, an auction or a delivered ticket, and one an item of a bundle, with its equal part of the money. Smallest unit of the currency. */
export const sales = pgTable(
  'sales',
  {
    block: int8('block').notNull(),
    logIndex: integer('log_index').notNull(),
    /** Place in a bundle. */
    item: smallint('item').notNull().default(0),
    tx: hash('tx').notNull(),
    at: moment('at').notNull(),
    maker: address('maker').notNull(),
    /** The nonce's word, of which `filled` units are filled in all; null where it was not for units. Only orders have either. */
    nonce: uint('nonce'),
    filled: uint('filled'),
    /** What was settled: the order, the auction, or a ticket of the drop. The maker of the last two is the seller. */
    orderHash: hash('order_hash'),
    auction: hash('auction'),
    drop: hash('drop'),
    collection: address('collection').notNull(),
    tokenId: uint('token_id').notNull(),
    quantity: uint('quantity').notNull().default('0'),
    seller: address('seller').notNull(),
    buyer: address('buyer').notNull(),
    currency: address('currency').notNull(),
    price: uint('price').notNull(),
    fee: uint('fee').notNull(),
    royalty: uint('royalty').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.block, table.logIndex, table.item] }),
    index('sales_asset').on(table.collection, table.tokenId, table.block, table.logIndex),
    index('sales_seller').on(table.seller),
    index('sales_buyer').on(table.buyer),
    index('sales_order').on(table.orderHash),
    index('sales_nonce').on(table.maker, table.nonce),
  ],
)

/** Royalties that were paid, one row a receiver of a sale. Smallest unit of the currency. */
export const royaltyPayments = pgTable(
  'royalty_payments',
  {
    block: int8('block').notNull(),
    logIndex: integer('log_index').notNull(),
    place: smallint('place').notNull(),
    at: moment('at').notNull(),
    orderHash: hash('order_hash'),
    auction: hash('auction'),
    drop: hash('drop'),
    receiver: address('receiver').notNull(),
    currency: address('currency').notNull(),
    amount: uint('amount').notNull(),
  },
  (table) => [primaryKey({ columns: [table.block, table.logIndex, table.place] }), index('royalty_payments_receiver').on(table.receiver)],
)

/** Auctions of the house. Addresses are lower-case, times unix seconds, amounts in the smallest unit of the currency. */
export const auctions = pgTable(
  'auctions',
  {
    id: hash('id').primaryKey(),
    /** Place of its creation in the chain: block × 1,000,000 + log index. */
    ord: int8('ord').notNull().unique(),
    seller: address('seller').notNull(),
    collection: address('collection').notNull(),
    tokenId: uint('token_id').notNull(),
    /** Units of an ERC-1155 token; zero for an ERC-721 token. */
    quantity: uint('quantity').notNull(),
    currency: address('currency').notNull(),
    reserve: uint('reserve').notNull(),
    minIncrementBps: integer('min_increment_bps').notNull(),
    feeBps: integer('fee_bps').notNull(),
    startTime: int8('start_time').notNull(),
    /** As it was created; the end of the newest bid counts, or this one before the first. */
    firstEnd: int8('first_end').notNull(),
    lastEnd: int8('last_end').notNull(),
    extensionWindow: int8('extension_window').notNull(),
    block: int8('block').notNull(),
    createdAt: moment('created_at').notNull(),
    createdTx: hash('created_tx').notNull(),

    /** What its bids lead to, see {@link auctionBids}. */
    endTime: int8('end_time').notNull(),
    bidder: address('bidder'),
    amount: uint('amount'),
    bids: integer('bids').notNull().default(0),

    outcome: text('outcome', { enum: auctionOutcomes }).notNull().default('open'),
    /** The event that closed it; null while there is none. */
    closedBlock: int8('closed_block'),
    closedAt: moment('closed_at'),
    closedTx: hash('closed_tx'),
    /** What the protocol and the creator got of the highest bid; null unless it was settled. */
    fee: uint('fee'),
    royalty: uint('royalty'),
    royaltyReceiver: address('royalty_receiver'),
    /** Whether the house could give the asset to nobody when it was closed, and when the seller fetched it. */
    kept: boolean('kept').notNull().default(false),
    reclaimedBlock: int8('reclaimed_block'),
  },
  (table) => [
    index('auctions_asset').on(table.collection, table.tokenId, table.ord),
    index('auctions_seller').on(table.seller, table.ord),
    index('auctions_end').on(table.endTime, table.ord),
    index('auctions_open').on(table.endTime, table.ord).where(sql`${table.outcome} = 'open'`),
    index('auctions_block').on(table.block),
    index('auctions_closed').on(table.closedBlock),
    index('auctions_reclaimed').on(table.reclaimedBlock),
  ],
)

/** Bids that were the highest when they were made. */
export const auctionBids = pgTable(
  'auction_bids',
  {
    block: int8('block').notNull(),
    logIndex: integer('log_index').notNull(),
    auction: hash('auction').notNull(),
    bidder: address('bidder').notNull(),
    amount: uint('amount').notNull(),
    /** End of the auction from then on, unix seconds, and whether this bid moved it. */
    endTime: int8('end_time').notNull(),
    extended: boolean('extended').notNull(),
    at: moment('at').notNull(),
    tx: hash('tx').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.block, table.logIndex] }),
    index('auction_bids_auction').on(table.auction, table.block, table.logIndex),
    index('auction_bids_bidder').on(table.bidder),
  ],
)

/** What contracts keep for accounts because it could not be delivered. Nothing that waits has no row. */
export const pendingPayments = pgTable(
  'pending_payments',
  {
    contract: address('contract').notNull(),
    account: address('account').notNull(),
    currency: address('currency').notNull(),
    amount: uint('amount').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.contract, table.account, table.currency] }),
    index('pending_payments_account').on(table.account),
  ],
)
