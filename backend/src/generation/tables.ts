import type { GeneratedKind } from '@daedal/protocol/generation/api'
import type { ModelFile } from '@daedal/protocol/generation/model-file'
import type { Derivation } from '@daedal/protocol/generation/origin'
import { index, integer, jsonb, pgTable, primaryKey, text, timestamp } from 'drizzle-orm/pg-core'

/** What is kept of a model; its file lies in the picture's folder. */
export type StoredModel = Omit<ModelFile, 'url'>

/** A token that a picture comes of. */
export type Ancestor = { relation: 'parentOf' | 'inspiredBy'; asset: string }

/** What a job was made from: a token, or a picture that was none then, with the tokens that stand behind it. */
export type StoredSource = { asset: string } | { generation: string; variation: number; behind: Ancestor[] }
export type StoredOrigin = { how: Derivation; of: StoredSource[] }

const moment = (name: string) => timestamp(name, { withTimezone: true, precision: 3 })

/** A generation job. What its creator typed is sealed (AES-256-GCM); the plan holds concepts only. */
export const generations = pgTable(
  'generations',
  {
    id: text('id').primaryKey(),
    state: text('state').$type<'queued' | 'running' | 'done' | 'failed' | 'cancelled'>().notNull(),
    kind: text('kind').$type<GeneratedKind>().notNull(),
    plan: jsonb('plan').$type<Record<string, unknown>>().notNull(),
    /** Sealed JSON of {prompt, understanding}. */
    sealed: text('sealed').notNull(),
    engineName: text('engine_name').notNull(),
    engineVersion: text('engine_version').notNull(),
    /** What it was made from; null of what began with words alone. */
    origin: jsonb('origin').$type<StoredOrigin>(),
    /** Keyed hash of the requester's session or address while the job is open, for the limits; then null. */
    requester: text('requester'),
    errorCode: text('error_code'),
    errorDetail: text('error_detail'),
    createdAt: moment('created_at').notNull(),
    finishedAt: moment('finished_at'),
    /** Set when one of its pictures was minted: the job is then kept. */
    mintedAt: moment('minted_at'),
  },
  (table) => [
    index('generations_open').on(table.state, table.createdAt),
    index('generations_requester').on(table.requester),
    index('generations_created').on(table.createdAt),
  ],
)

/** One picture of a job. */
export const variations = pgTable(
  'variations',
  {
    generationId: text('generation_id')
      .notNull()
      .references(() => generations.id, { onDelete: 'cascade' }),
    index: integer('index').notNull(),
    seed: text('seed').notNull(),
    state: text('state').$type<'queued' | 'running' | 'done' | 'failed' | 'cancelled'>().notNull(),
    /** Thousandths done, as last written; the drawing process itself knows better. */
    progress: integer('progress').notNull().default(0),
    stage: text('stage'),
    milliseconds: integer('milliseconds'),
    /** Folder of its files in the content store, named as `provenance/asset-files.ts` says. */
    folder: text('folder'),
    cid: text('cid'),
    thumbnailCid: text('thumbnail_cid'),
    bytes: integer('bytes'),
    width: integer('width'),
    height: integer('height'),
    sha256: text('sha256'),
    renderSha256: text('render_sha256'),
    /** PDQ, 64 hex digits. */
    fingerprint: text('fingerprint'),
    fingerprintQuality: integer('fingerprint_quality'),
    palette: jsonb('palette').$type<string[]>(),
    metrics: jsonb('metrics').$type<Record<string, string>>(),
    /** The model that came with the picture; null when none did. */
    model: jsonb('model').$type<StoredModel>(),
    nearestAsset: text('nearest_asset'),
    nearestDistance: integer('nearest_distance'),
    errorCode: text('error_code'),
    errorDetail: text('error_detail'),
  },
  (table) => [primaryKey({ columns: [table.generationId, table.index] })],
)

/** Personas that users made. The samples live in the engine. */
export const personas = pgTable('personas', {
  id: text('id').primaryKey(),
  card: jsonb('card').$type<Record<string, unknown>>().notNull(),
  createdAt: moment('created_at').notNull(),
})
