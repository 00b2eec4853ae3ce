import { customType, index, integer, jsonb, pgTable, text, timestamp } from 'drizzle-orm/pg-core'
import type { Hex } from 'viem'

const moment = (name: string) => timestamp(name, { withTimezone: true, precision: 3 })

/** 256 bits, as 0x-hex outside; the database counts differing bits of two such columns by itself. */
const bits256 = customType<{ data: Hex; driverData: string }>({
  dataType: () => 'bit(256)',
  toDriver: (hex) => BigInt(hex).toString(2).padStart(256, '0'),
  fromDriver: (bits) => `0x${BigInt(`0b${bits}`).toString(16).padStart(64, '0')}`,
})

/** A record that was prepared for a creator to sign, and what became of it. */
export const mints = pgTable(
  'mints',
  {
    coreHash: text('core_hash').primaryKey(),
    /** sha-256 over everything that was asked for: the same request gets the same record. */
    requestKey: text('request_key').notNull().unique(),
    generationId: text('generation_id').notNull(),
    variation: integer('variation').notNull(),
    chainId: integer('chain_id').notNull(),
    collection: text('collection').notNull(),
    /** Lower-case address. */
    creator: text('creator').notNull(),
    tokenId: text('token_id').notNull(),
    core: jsonb('core').$type<Record<string, unknown>>().notNull(),
    /** Title, description, public prompt: what metadata.json says beside the core. */
    presentation: jsonb('presentation').$type<Record<string, unknown>>().notNull(),
    royaltyBps: integer('royalty_bps').notNull(),
    remixBps: integer('remix_bps').notNull(),
    /** Sealed JSON of the prompt opening (AES-256-GCM); null once erased. */
    sealedOpening: text('sealed_opening'),
    fingerprint: bits256('fingerprint'),
    folder: text('folder').notNull(),
    signature: text('signature'),
    cid: text('cid'),
    root: text('root'),
    bytes: integer('bytes'),
    files: jsonb('files').$type<{ path: string; cid: string; bytes: number }[]>(),
    createdAt: moment('created_at').notNull(),
    signedAt: moment('signed_at'),
  },
  (table) => [
    index('mints_creator').on(table.creator),
    index('mints_signed').on(table.signedAt),
    index('mints_token').on(table.tokenId),
    index('mints_picture').on(table.generationId, table.variation),
  ],
)
