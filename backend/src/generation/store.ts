import type { GeneratedKind } from '@daedal/protocol/generation/api'
import { and, asc, count, eq, inArray, isNull, lt, sql } from 'drizzle-orm'
import type { Hex } from 'viem'
import type { Database } from '../adapters/database/database.ts'
import { generations, type StoredModel, type StoredOrigin, variations } from './tables.ts'

export type GenerationRow = typeof generations.$inferSelect
export type VariationRow = typeof variations.$inferSelect
export type GenerationRecord = GenerationRow & { variations: VariationRow[] }

/** A job as it is entered. */
export type NewGeneration = {
  id: string
  kind: GeneratedKind
  plan: Record<string, unknown>
  sealed: string
  origin: StoredOrigin | null
  engine: { name: string; version: string }
  requester: string
  seeds: readonly number[]
  createdAt: Date
}

/** Why a job may not be entered now. */
export type Refusal = { refused: 'queue-full' | 'too-many-jobs'; open: number }

/** What is stored of a finished picture. */
export type FinishedPicture = {
  milliseconds: number
  folder: string
  cid: string
  thumbnailCid: string
  bytes: number
  width: number
  height: number
  sha256: Hex
  renderSha256: Hex
  fingerprint: Hex
  fingerprintQuality: number
  palette: string[]
  metrics: Record<string, string>
  nearest: { asset: string; distance: number } | null
  model: StoredModel | null
}

const openStates = ['queued', 'running'] as const

/** Only one process at a time decides whether the queue has room. */
const ADMISSION_LOCK = 7_231_905_520

/** The jobs in the database. Each change names the states it may start from, so a late worker cannot undo what happened meanwhile. */
export function createGenerationStore(db: Database) {
  return {
    /** Enters a job and, in the same transaction, what `enqueue` does; or says why not. */
    async add(
      job: NewGeneration,
      limits: { total: number; perRequester: number },
      enqueue: (transaction: Pick<Database, 'execute'>) => Promise<void>,
    ): Promise<Refusal | null> {
      return db.transaction(async (tx) => {
        await tx.execute(sql`select pg_advisory_xact_lock(${ADMISSION_LOCK})`)
        const [room] = await tx
          .select({
            total: count(),
            own: sql<number>`count(*) filter (where ${generations.requester} = ${job.requester})`.mapWith(Number),
          })
          .from(generations)
          .where(inArray(generations.state, openStates))
        const { total, own } = room ?? { total: 0, own: 0 }
        if (own >= limits.perRequester) return { refused: 'too-many-jobs', open: own }
        if (total >= limits.total) return { refused: 'queue-full', open: total }
        await tx.insert(generations).values({
          id: job.id,
          state: 'queued',
          kind: job.kind,
          plan: job.plan,
          sealed: job.sealed,
          origin: job.origin,
          engineName: job.engine.name,
          engineVersion: job.engine.version,
          requester: job.requester,
          createdAt: job.createdAt,
        })
        await tx
          .insert(variations)
          .values(job.seeds.map((seed, index) => ({ generationId: job.id, index, seed: String(seed), state: 'queued' as const })))
        await enqueue(tx)
        return null
      })
    },

    async find(id: string): Promise<GenerationRecord | null> {
      const rows = await db
        .select()
        .from(generations)
        .innerJoin(variations, eq(variations.generationId, generations.id))
        .where(eq(generations.id, id))
        .orderBy(asc(variations.index))
      const first = rows[0]
      return first ? { ...first.generations, variations: rows.map((row) => row.variations) } : null
    },

    async stateOf(id: string): Promise<GenerationRow['state'] | null> {
      const [row] = await db.select({ state: generations.state }).from(generations).where(eq(generations.id, id))
      return row?.state ?? null
    },

    /** Jobs that wait before this one. */
    async queuedBefore(job: Pick<GenerationRow, 'createdAt'>): Promise<number> {
      const [row] = await db
        .select({ ahead: count() })
        .from(generations)
        .where(and(inArray(generations.state, openStates), lt(generations.createdAt, job.createdAt)))
      return row?.ahead ?? 0
    },

    /** Marks a job as running; null when it is finished, cancelled or gone. */
    async begin(id: string): Promise<GenerationRecord | null> {
      const begun = await db
        .update(generations)
        .set({ state: 'running' })
        .where(and(eq(generations.id, id), inArray(generations.state, openStates)))
        .returning({ id: generations.id })
      return begun.length ? this.find(id) : null
    },

    async beginPicture(id: string, index: number): Promise<void> {
      await db
        .update(variations)
        .set({ state: 'running', progress: 0, stage: null })
        .where(and(eq(variations.generationId, id), eq(variations.index, index), inArray(variations.state, openStates)))
    },

    /** For watchers at other processes. */
    async noteProgress(id: string, index: number, fraction: number, stage: string | null): Promise<void> {
      await db
        .update(variations)
        .set({ progress: Math.round(fraction * 1_000), stage })
        .where(and(eq(variations.generationId, id), eq(variations.index, index), eq(variations.state, 'running')))
    },

    async finishPicture(id: string, index: number, { nearest, ...picture }: FinishedPicture): Promise<void> {
      await db
        .update(variations)
        .set({
          ...picture,
          state: 'done',
          progress: 1_000,
          stage: null,
          nearestAsset: nearest?.asset ?? null,
          nearestDistance: nearest?.distance ?? null,
        })
        .where(and(eq(variations.generationId, id), eq(variations.index, index), inArray(variations.state, openStates)))
    },

    async failPicture(id: string, index: number, code: string, detail: string): Promise<void> {
      await db
        .update(variations)
        .set({ state: 'failed', stage: null, errorCode: code, errorDetail: detail })
        .where(and(eq(variations.generationId, id), eq(variations.index, index), inArray(variations.state, openStates)))
    },

    /** Ends a job when none of its pictures is open: done when one is, else failed with the first picture's reason. */
    async finish(id: string, finishedAt: Date): Promise<void> {
      await db.transaction(async (tx) => {
        const pictures = await tx.select().from(variations).where(eq(variations.generationId, id)).orderBy(asc(variations.index))
        if (pictures.some(({ state }) => state === 'queued' || state === 'running')) return
        const failed = pictures.find(({ state }) => state === 'failed')
        const done = pictures.some(({ state }) => state === 'done')
        await tx
          .update(generations)
          .set({
            state: done ? 'done' : 'failed',
            finishedAt,
            requester: null,
            ...(!done && { errorCode: failed?.errorCode ?? 'GENERATION_WORKER_FAILED', errorDetail: failed?.errorDetail ?? null }),
          })
          .where(and(eq(generations.id, id), inArray(generations.state, openStates)))
      })
    },

    /** Cancels what is open of a job; finished pictures stay. False when nothing was open. */
    async cancel(id: string, finishedAt: Date): Promise<boolean> {
      return db.transaction(async (tx) => {
        const cancelled = await tx
          .update(generations)
          .set({ state: 'cancelled', finishedAt, requester: null, errorCode: 'GENERATION_CANCELLED' })
          .where(and(eq(generations.id, id), inArray(generations.state, openStates)))
          .returning({ id: generations.id })
        if (!cancelled.length) return false
        await tx
          .update(variations)
          .set({ state: 'cancelled', stage: null, errorCode: 'GENERATION_CANCELLED' })
          .where(and(eq(variations.generationId, id), inArray(variations.state, openStates)))
        return true
      })
    },

    /** Open jobs that have waited or run since before `before`: their work got lost and is to be added again. */
    async stale(before: Date, limit = 100): Promise<string[]> {
      const rows = await db
        .select({ id: generations.id })
        .from(generations)
        .where(and(inArray(generations.state, openStates), lt(generations.createdAt, before)))
        .orderBy(asc(generations.createdAt))
        .limit(limit)
      return rows.map(({ id }) => id)
    },

    async markMinted(id: string, at: Date): Promise<void> {
      await db.update(generations).set({ mintedAt: at }).where(eq(generations.id, id))
    },

    /** Forgets finished jobs without a minted picture. Answers the folders of their pictures. */
    async expire(before: Date, limit = 500): Promise<string[]> {
      return db.transaction(async (tx) => {
        const old = await tx
          .select({ id: generations.id })
          .from(generations)
          .where(
            and(
              lt(generations.createdAt, before),
              isNull(generations.mintedAt),
              inArray(generations.state, ['done', 'failed', 'cancelled']),
            ),
          )
          .limit(limit)
        const ids = old.map(({ id }) => id)
        if (!ids.length) return []
        const folders = await tx.select({ folder: variations.folder }).from(variations).where(inArray(variations.generationId, ids))
        await tx.delete(generations).where(inArray(generations.id, ids))
        return folders.flatMap(({ folder }) => folder ?? [])
      })
    },
  }
}
export type GenerationStore = ReturnType<typeof createGenerationStore>
