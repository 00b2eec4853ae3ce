import { rentalOfferStates } from '@daedal/protocol/market/rental-api'
import { sql } from 'drizzle-orm'
import { bigint, boolean, index, integer, pgTable, primaryKey, smallint, text, unique } from 'drizzle-orm/pg-core'
import { address, hash, int8, moment, uint } from '../adapters/database/columns.ts'

/** Signed offers to let and where they stand. Addresses are lower-case, times unix seconds, amounts in the smallest unit of the currency. */
export const rentalOffers = pgTable(
  'rental_offers',
  {
    hash: hash('hash').primaryKey(),
    /** Place in the book, for stable lists. */
    ord: bigint('ord', { mode: 'number' }).generatedAlwaysAsIdentity().unique(),
    owner: address('owner').notNull(),
    collection: address('collection').notNull(),
    tokenId: uint('token_id').notNull(),
    currency: address('currency').notNull(),
    pricePerDay: uint('price_per_day').notNull(),
    minDays: integer('min_days').notNull(),
    maxDays: integer('max_days').notNull(),
    renter: address('renter').notNull(),
    start: uint('start').notNull(),
    end: uint('end').notNull(),
    lastExpiry: uint('last_expiry').notNull(),
    maxFeeBps: integer('max_fee_bps').notNull(),
    maxRoyaltyBps: integer('max_royalty_bps').notNull(),
    nonce: uint('nonce').notNull(),
    lane: uint('lane').notNull(),
    epoch: uint('epoch').notNull(),
    bit: smallint('bit').notNull(),
    signature: hash('signature').notNull(),
    /** Who vouches for the signature, see `signerOf`. */
    signedBy: text('signed_by', { enum: ['key', 'contract', 'approval'] }).notNull(),
    createdAt: moment('created_at').notNull(),

    /** Where it stood when the chain was last asked. */
    state: text('state', { enum: rentalOfferStates }).notNull(),
    reason: text('reason'),
    detail: text('detail'),
    checkedBlock: int8('checked_block').notNull(),
    /** Something that touches it happened, and how often: a judgement clears only the marks that it saw. */
    dirty: boolean('dirty').notNull().default(false),
    marks: integer('marks').notNull().default(0),
    /** What a day's price was split into. */
    feeBps: integer('fee_bps').notNull(),
    royalty: uint('royalty').notNull(),
    royaltyReceiver: address('royalty_receiver'),
    /** Who used the token, and until when; null for nobody. */
    user: address('user'),
    userUntil: int8('user_until'),
    /** The event that cancelled it; null while there is none. */
    closedBlock: int8('closed_block'),
    closedTx: hash('closed_tx'),
  },
  (table) => [
    index('rental_offers_token').on(table.collection, table.tokenId, table.ord),
    index('rental_offers_owner').on(table.owner, table.ord),
    index('rental_offers_state').on(table.state, table.ord),
    index('rental_offers_price').on(table.pricePerDay, table.ord),
    index('rental_offers_dirty').on(table.ord).where(sql`${table.dirty} and ${table.closedBlock} is null`),
    index('rental_offers_end').on(table.end).where(sql`${table.state} in ('pending', 'active', 'inactive')`),
    index('rental_offers_lane').on(table.owner, table.lane),
    index('rental_offers_closed').on(table.closedBlock),
  ],
)

/** Which bit of an owner's lane for rentals the offers for one token share. */
export const rentalSlots = pgTable(
  'rental_slots',
  {
    owner: address('owner').notNull(),
    collection: address('collection').notNull(),
    tokenId: uint('token_id').notNull(),
    lane: uint('lane').notNull(),
    bit: smallint('bit').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.owner, table.collection, table.tokenId] }),
    unique('rental_slots_bit').on(table.owner, table.lane, table.bit),
  ],
)

/** Times in which somebody may use a token that was let. Folded from events, see `fold-tenancies.ts`. */
export const tenancies = pgTable(
  'tenancies',
  {
    /** Place of its first rental in the chain: block × 1,000,000 + log index. */
    ord: int8('ord').primaryKey(),
    collection: address('collection').notNull(),
    tokenId: uint('token_id').notNull(),
    owner: address('owner').notNull(),
    renter: address('renter').notNull(),
    user: address('user').notNull(),
    start: int8('start').notNull(),
    expires: int8('expires').notNull(),
    /** When the user ended it early. */
    endedAt: int8('ended_at'),
    /** Whether the contract of rentals holds the token for it. */
    held: boolean('held').notNull(),
    /** The expiry that the event log has told of: another one is told of again. */
    toldExpiry: int8('told_expiry'),
  },
  (table) => [
    index('tenancies_token').on(table.collection, table.tokenId, table.ord),
    index('tenancies_user').on(table.user, table.ord),
    index('tenancies_owner').on(table.owner, table.ord),
    index('tenancies_renter').on(table.renter, table.ord),
    index('tenancies_untold')
      .on(table.expires)
      .where(sql`${table.endedAt} is null and ${table.toldExpiry} is distinct from ${table.expires}`),
  ],
)

/** What was paid for tenancies. */
export const rentalPayments = pgTable(
  'rental_payments',
  {
    block: int8('block').notNull(),
    logIndex: integer('log_index').notNull(),
    tenancy: int8('tenancy')
      .notNull()
      .references(() => tenancies.ord, { onDelete: 'cascade' }),
    offerHash: hash('offer_hash').notNull(),
    /** Who was paid: not the tenancy's owner where the token was sold with its user in it. */
    owner: address('owner').notNull(),
    renter: address('renter').notNull(),
    start: int8('start').notNull(),
    expires: int8('expires').notNull(),
    currency: address('currency').notNull(),
    price: uint('price').notNull(),
    fee: uint('fee').notNull(),
    royalty: uint('royalty').notNull(),
    royaltyReceiver: address('royalty_receiver'),
    at: moment('at').notNull(),
    tx: hash('tx').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.block, table.logIndex] }),
    index('rental_payments_tenancy').on(table.tenancy, table.block, table.logIndex),
    index('rental_payments_owner').on(table.owner),
    index('rental_payments_renter').on(table.renter),
  ],
)
