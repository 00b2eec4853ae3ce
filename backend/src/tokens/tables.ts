import { tokenStandards } from '@daedal/protocol/chains/caip'
import { modelRoles } from '@daedal/protocol/generation/model-file'
import type { ProvenanceEnvelope } from '@daedal/protocol/provenance/envelope'
import { collectionKinds } from '@daedal/protocol/tokens/collection'
import type { TokenMetadata } from '@daedal/protocol/tokens/metadata'
import {
  bigint,
  boolean,
  customType,
  index,
  integer,
  jsonb,
  numeric,
  pgTable,
  primaryKey,
  smallint,
  text,
  timestamp,
} from 'drizzle-orm/pg-core'
import type { HeldAuction } from './ports.ts'

const int8 = (name: string) => bigint(name, { mode: 'number' })
const moment = (name: string) => timestamp(name, { withTimezone: true, precision: 3 })
/** Amounts and token ids: exact, as decimal strings. */
const uint = (name: string) => numeric(name, { precision: 78, scale: 0 })
const tsvector = customType<{ data: string }>({ dataType: () => 'tsvector' })

/** One row: which chain the index follows and how far it has come. */
export const indexState = pgTable('index_state', {
  id: smallint('id').primaryKey(),
  chainId: integer('chain_id').notNull(),
  genesisHash: text('genesis_hash').notNull(),
  market: text('market').notNull(),
  collection: text('collection').notNull(),
  /** Null where the deployment has none. */
  editions: text('editions'),
  factory: text('factory'),
  auctions: text('auctions'),
  reproductions: text('reproductions'),
  worlds: text('worlds'),
  rentals: text('rentals'),
  drops: text('drops'),
  currencies: text('currencies'),
  /** What is kept of the events; see INDEX_VERSION. */
  version: integer('version').notNull().default(0),
  deploymentBlock: int8('deployment_block').notNull(),
  /** The newest indexed block; one below the deployment before the first. */
  block: int8('block').notNull(),
  blockHash: text('block_hash'),
  /** Unix seconds. */
  blockTime: int8('block_time').notNull(),
})

/** Headers of indexed blocks near the head, to notice and undo a reorg. */
export const indexBlocks = pgTable('index_blocks', {
  number: int8('number').primaryKey(),
  hash: text('hash').notNull(),
  parentHash: text('parent_hash').notNull(),
  timestamp: int8('timestamp').notNull(),
})

/** Every event of our contracts as the chain gave it. All rows of tokens and sales can be made from these again. */
export const chainEvents = pgTable(
  'chain_events',
  {
    block: int8('block').notNull(),
    logIndex: integer('log_index').notNull(),
    blockHash: text('block_hash').notNull(),
    timestamp: int8('timestamp').notNull(),
    tx: text('tx').notNull(),
    address: text('address').notNull(),
    topics: jsonb('topics').$type<`0x${string}`[]>().notNull(),
    data: text('data').$type<`0x${string}`>().notNull(),
    /** Decimal id of the token it concerns. */
    tokenId: uint('token_id'),
  },
  (table) => [
    primaryKey({ columns: [table.block, table.logIndex] }),
    index('chain_events_token').on(table.address, table.tokenId, table.block, table.logIndex),
  ],
)

/** The collections whose tokens are assets: those of the deployment, and those that the factory made for creators. */
export const collections = pgTable(
  'collections',
  {
    address: text('address').primaryKey(),
    kind: text('kind', { enum: collectionKinds }).notNull(),
    /** Place of its creation in the chain, as of an asset; below all others where the deployment made it. */
    ord: int8('ord').notNull().unique(),
    name: text('name').notNull(),
    symbol: text('symbol').notNull(),
    /** Who alone can mint, and what holds for all tokens; null where everybody can, and each token has terms of its own. */
    creator: text('creator'),
    contractUri: text('contract_uri'),
    royaltyReceiver: text('royalty_receiver'),
    royaltyBps: integer('royalty_bps'),
    remixBps: integer('remix_bps'),
    policy: smallint('policy'),
    /** Null where the deployment made it. */
    block: int8('block'),
    createdAt: moment('created_at'),
    createdTx: text('created_tx'),
  },
  (table) => [index('collections_creator').on(table.creator, table.ord), index('collections_block').on(table.block)],
)

/** Units of editions that accounts have. An account that gave all away has no row. */
export const holdings = pgTable(
  'holdings',
  {
    /** CAIP-19 id. */
    asset: text('asset').notNull(),
    account: text('account').notNull(),
    units: uint('units').notNull(),
  },
  (table) => [primaryKey({ columns: [table.asset, table.account] }), index('holdings_account').on(table.account)],
)

/** States of what a token's root names. Only `verified` content is believed. */
export const contentStates = ['pending', 'missing', 'invalid', 'verified'] as const

/** What lies under a token's root, once it was read. */
export const assetContents = pgTable(
  'asset_contents',
  {
    root: text('root').primaryKey(),
    cid: text('cid').notNull(),
    state: text('state', { enum: contentStates }).notNull(),
    /** Why the content is missing or not believed. */
    problem: text('problem'),
    attempts: integer('attempts').notNull().default(0),
    nextTryAt: moment('next_try_at').notNull(),
    metadata: jsonb('metadata').$type<TokenMetadata>(),
    envelope: jsonb('envelope').$type<ProvenanceEnvelope>(),
    /** CID and size of the directory's files by name. */
    files: jsonb('files').$type<Record<string, { cid: string; bytes: number }>>(),
    palette: jsonb('palette').$type<string[]>(),
    /** What the picture shows, in further languages; found by search, shown by nobody. */
    wording: text('wording').notNull().default(''),
  },
  (table) => [index('asset_contents_due').on(table.state, table.nextTryAt)],
)

/** One row a token. Three groups of columns: folded from events, read from verified content, quoted by the market. */
export const assets = pgTable(
  'assets',
  {
    collection: text('collection').notNull(),
    tokenId: uint('token_id').notNull(),
    standard: text('standard', { enum: tokenStandards }).notNull(),
    /** CAIP-19 id. */
    id: text('id').notNull().unique(),
    /** Place of the mint in the chain: block × 1,000,000 + log index. Unique and stable, so lists are sorted by it. */
    ord: int8('ord').notNull().unique(),
    creator: text('creator').notNull(),
    /** Null of an edition, which has {@link holdings}. */
    owner: text('owner'),
    /** Who uses it beside its owner, as last set, and the first second in which nobody does; null when nobody was named. */
    tenant: text('tenant'),
    tenantUntil: uint('tenant_until'),
    coreHash: text('core_hash').$type<`0x${string}`>().notNull(),
    root: text('root').$type<`0x${string}`>().notNull(),
    promptCommitment: text('prompt_commitment').$type<`0x${string}`>().notNull(),
    engineHash: text('engine_hash').$type<`0x${string}`>().notNull(),
    disclosure: smallint('disclosure').notNull(),
    royaltyReceiver: text('royalty_receiver').notNull(),
    royaltyBps: integer('royalty_bps').notNull(),
    remixBps: integer('remix_bps').notNull(),
    /** Bits of the creator's terms. */
    policy: smallint('policy').notNull(),
    /** CAIP-19 ids of the assets that the mint named as built upon. */
    parents: text('parents').array().notNull().default([]),
    frozen: boolean('frozen').notNull(),
    /** Whether it is bound to its owner for ever. */
    soulbound: boolean('soulbound').notNull(),
    /** Whether nothing of it is left: the token, or every unit that was minted so far. */
    burned: boolean('burned').notNull(),
    /** Most units of an edition that there can ever be, and those minted and burned so far; null of what has no units. */
    maxUnits: uint('max_units'),
    mintedUnits: uint('minted_units'),
    burnedUnits: uint('burned_units'),
    mintedAt: moment('minted_at').notNull(),
    mintedTx: text('minted_tx').notNull(),

    content: text('content', { enum: contentStates }).notNull(),
    name: text('name').notNull().default(''),
    description: text('description').notNull().default(''),
    kind: text('kind').notNull().default(''),
    licence: text('licence').notNull().default(''),
    width: integer('width').notNull().default(0),
    height: integer('height').notNull().default(0),
    fingerprint: text('fingerprint').$type<`0x${string}`>(),
    /** Gateway path of the thumbnail. */
    image: text('image').notNull().default(''),
    /** What its model is; null of pictures alone. */
    modelRole: text('model_role', { enum: modelRoles }),
    /** CAIP-19 ids of the assets that the record names as its inputs. */
    inputs: text('inputs').array().notNull().default([]),
    /** `Name=value` of each trait. */
    traits: text('traits').array().notNull().default([]),
    search: tsvector('search'),

    listingHash: text('listing_hash').$type<`0x${string}`>(),
    listingPrice: uint('listing_price'),
    listingCurrency: text('listing_currency'),
    listingEnd: uint('listing_end'),
    offerHash: text('offer_hash').$type<`0x${string}`>(),
    offerPrice: uint('offer_price'),
    offerCurrency: text('offer_currency'),
    salePrice: uint('sale_price'),
    saleCurrency: text('sale_currency'),
    saleAt: moment('sale_at'),
    /** How well its generation is proven: the index in `proofKinds`. */
    proof: smallint('proof').notNull().default(0),
    /** For which auction it, or units of it, are held by the house. */
    auction: jsonb('auction').$type<HeldAuction>(),
  },
  (table) => [
    primaryKey({ columns: [table.collection, table.tokenId] }),
    index('assets_collection').on(table.collection, table.ord),
    index('assets_owner').on(table.owner, table.ord),
    index('assets_creator').on(table.creator, table.ord),
    index('assets_kind').on(table.kind, table.ord),
    index('assets_root').on(table.root),
    index('assets_parents').using('gin', table.parents),
    index('assets_inputs').using('gin', table.inputs),
    index('assets_price').on(table.listingPrice, table.ord),
    index('assets_traits').using('gin', table.traits),
    index('assets_search').using('gin', table.search),
  ],
)

/** What the registry of reproductions told of tokens, whether or not they are assets here. */
export const reproductions = pgTable(
  'reproductions',
  {
    block: int8('block').notNull(),
    logIndex: integer('log_index').notNull(),
    kind: text('kind', { enum: ['counted', 'conflicted', 'contradicted', 'reproduced'] }).notNull(),
    collection: text('collection').notNull(),
    tokenId: uint('token_id').notNull(),
    coreHash: text('core_hash').$type<`0x${string}`>().notNull(),
    renderHash: text('render_hash').$type<`0x${string}`>().notNull(),
    /** Who signed it; null of what many have reached together. */
    reexecutor: text('reexecutor'),
    at: moment('at').notNull(),
    tx: text('tx').$type<`0x${string}`>().notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.block, table.logIndex] }),
    index('reproductions_token').on(table.collection, table.tokenId, table.block, table.logIndex),
  ],
)
