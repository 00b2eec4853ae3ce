import { assetRef } from '@daedal/protocol/chains/caip'
import type { PromptOpening } from '@daedal/protocol/provenance/commitment'
import type { ProvenanceCore } from '@daedal/protocol/provenance/core'
import { and, asc, eq, isNotNull, isNull, lt, sql } from 'drizzle-orm'
import type { Address, Hex } from 'viem'
import type { Database } from '../adapters/database/database.ts'
import type { StoredDirectory } from './ports.ts'
import { mints } from './tables.ts'

/** What metadata.json says beside the core. */
export type Presentation = {
  name: string
  description: string
  /** Set when the creator made the prompt public. */
  publicOpening: PromptOpening | null
}

/** A prepared record, signed or not. */
export type MintRecord = {
  coreHash: Hex
  generationId: string
  variation: number
  chainId: number
  collection: Address
  creator: Address
  tokenId: string
  core: ProvenanceCore
  presentation: Presentation
  royaltyBps: number
  remixBps: number
  sealedOpening: string | null
  fingerprint: Hex | null
  folder: string
  createdAt: Date
  signed: { signature: Hex; directory: StoredDirectory; at: Date } | null
}

type Row = typeof mints.$inferSelect

const recordOf = (row: Row): MintRecord => ({
  coreHash: row.coreHash as Hex,
  generationId: row.generationId,
  variation: row.variation,
  chainId: row.chainId,
  collection: row.collection as Address,
  creator: row.creator as Address,
  tokenId: row.tokenId,
  core: row.core as unknown as ProvenanceCore,
  presentation: row.presentation as Presentation,
  royaltyBps: row.royaltyBps,
  remixBps: row.remixBps,
  sealedOpening: row.sealedOpening,
  fingerprint: row.fingerprint,
  folder: row.folder,
  createdAt: row.createdAt,
  signed:
    row.signature !== null && row.cid !== null && row.root !== null && row.bytes !== null && row.files !== null && row.signedAt !== null
      ? {
          signature: row.signature as Hex,
          directory: { cid: row.cid, root: row.root as Hex, bytes: row.bytes, files: row.files },
          at: row.signedAt,
        }
      : null,
})

/** Records in the database. */
export function createMintStore(db: Database) {
  return {
    async find(coreHash: Hex): Promise<MintRecord | null> {
      const [row] = await db.select().from(mints).where(eq(mints.coreHash, coreHash))
      return row ? recordOf(row) : null
    },

    async findByRequest(requestKey: string): Promise<MintRecord | null> {
      const [row] = await db.select().from(mints).where(eq(mints.requestKey, requestKey))
      return row ? recordOf(row) : null
    },

    /** Enters a record, or answers the one that the same request made before. */
    async add(requestKey: string, { signed: _, core, presentation, creator, ...record }: MintRecord): Promise<MintRecord> {
      await db
        .insert(mints)
        .values({
          ...record,
          requestKey,
          creator: creator.toLowerCase(),
          core: core as unknown as Record<string, unknown>,
          presentation,
        })
        .onConflictDoNothing({ target: mints.requestKey })
      const stored = await this.findByRequest(requestKey)
      if (!stored) throw new Error(`The record ${record.coreHash} vanished while it was entered.`)
      return stored
    },

    /** Ids (CAIP-19) of the tokens that records of a picture were signed for, the first one first. */
    async signedOf(generationId: string, variation: number): Promise<string[]> {
      const rows = await db
        .select({ chainId: mints.chainId, collection: mints.collection, tokenId: mints.tokenId })
        .from(mints)
        .where(and(eq(mints.generationId, generationId), eq(mints.variation, variation), isNotNull(mints.signedAt)))
        .orderBy(asc(mints.signedAt))
      return rows.map(({ chainId, collection, tokenId }) => assetRef(chainId, collection as Address, BigInt(tokenId)))
    },

    /** Keeps the first valid signature and the directory it was stored in. */
    async sign(coreHash: Hex, signature: Hex, directory: StoredDirectory, at: Date): Promise<void> {
      await db
        .update(mints)
        .set({ signature, cid: directory.cid, root: directory.root, bytes: directory.bytes, files: directory.files, signedAt: at })
        .where(and(eq(mints.coreHash, coreHash), isNull(mints.signature)))
    },

    async eraseOpening(coreHash: Hex): Promise<void> {
      await db.update(mints).set({ sealedOpening: null }).where(eq(mints.coreHash, coreHash))
    },

    /** The signed record whose picture differs in the fewest bits. A scan over all fingerprints. */
    async nearest(bits: Hex): Promise<{ chainId: number; collection: Address; tokenId: string; distance: number } | null> {
      const asked = BigInt(bits).toString(2).padStart(256, '0')
      const distance = sql<number>`bit_count(${mints.fingerprint} # ${asked}::bit(256))`
      const [row] = await db
        .select({ chainId: mints.chainId, collection: mints.collection, tokenId: mints.tokenId, distance: distance.mapWith(Number) })
        .from(mints)
        .where(sql`${mints.signedAt} is not null and ${mints.fingerprint} is not null`)
        .orderBy(distance)
        .limit(1)
      return row ? { ...row, collection: row.collection as Address } : null
    },

    /** Forgets records that nobody signed. */
    async expire(before: Date): Promise<number> {
      const rows = await db
        .delete(mints)
        .where(and(isNull(mints.signature), lt(mints.createdAt, before)))
        .returning({ coreHash: mints.coreHash })
      return rows.length
    },
  }
}
export type MintStore = ReturnType<typeof createMintStore>
