import type { ProvenanceCore } from '@daedal/protocol/provenance/core'
import { and, asc, eq, inArray, lte } from 'drizzle-orm'
import type { Database } from '../adapters/database/database.ts'
import { AppError } from '../errors.ts'
import type { ContentStore } from '../provenance/ports.ts'
import { raiseVersion } from '../worlds/event-log.ts'
import { ContentMissing, ContentNotBelieved, readContent, type TokenContent } from './read-content.ts'
import { showContent } from './show-content.ts'
import { assetContents, assets } from './tables.ts'

export type LoadContentDeps = {
  db: Database
  content: ContentStore
  /** Up to six colours of a picture, `#rrggbb`. */
  paletteOf(picture: Uint8Array): Promise<string[]>
  /** What a record's plan shows, in words of each language; '' when nothing is known. */
  wordingOf(core: ProvenanceCore): string
  log: { warn(details: object, message: string): void }
  now(): Date
}

const AT_ONCE = 8
const FIRST_RETRY_MS = 1_000
const LAST_RETRY_MS = 300_000
const THUMBNAIL_LIMIT = 4 * 1024 * 1024

/** Reads what newly indexed roots name. A root whose content is not here is tried again later, ever more seldom. Answers how many were read. */
export function createLoadContent({ db, content, paletteOf, wordingOf, log, now }: LoadContentDeps) {
  async function load(row: typeof assetContents.$inferSelect): Promise<void> {
    const { root, cid } = row
    const attempts = row.attempts + 1
    let changes: Partial<typeof assetContents.$inferInsert>
    try {
      const found = await readContent(content, cid)
      changes = { state: 'verified', problem: null, ...found, wording: wordingOf(found.envelope.core), palette: await palette(cid, found) }
    } catch (error) {
      if (error instanceof ContentNotBelieved) changes = { state: 'invalid', problem: error.message }
      else if (error instanceof AppError || error instanceof ContentMissing) changes = { state: 'missing', problem: error.message }
      else throw error
      log.warn({ cid, problem: changes.problem, attempts }, 'Content of a token could not be used')
    }
    const delay = Math.min(FIRST_RETRY_MS * 2 ** Math.min(attempts, 20), LAST_RETRY_MS)
    await db.transaction(async (tx) => {
      await raiseVersion(tx)
      const [saved] = await tx
        .update(assetContents)
        .set({ ...changes, attempts, nextTryAt: new Date(now().getTime() + delay) })
        .where(eq(assetContents.root, root))
        .returning()
      if (!saved) return
      const tokens = await tx
        .select()
        .from(assets)
        .where(eq(assets.root, saved.root as `0x${string}`))
      await showContent(
        tx,
        tokens.map((token) => ({ token, content: saved })),
      )
    })
  }

  async function palette(cid: string, { files }: TokenContent): Promise<string[]> {
    if (!files['thumb.webp']) return []
    const bytes = await content.readAll(cid, 'thumb.webp', THUMBNAIL_LIMIT)
    return paletteOf(bytes).catch((error: unknown) => {
      log.warn({ cid, error }, 'The palette of a thumbnail could not be read')
      return []
    })
  }

  return async (): Promise<number> => {
    let count = 0
    for (;;) {
      const due = await db
        .select()
        .from(assetContents)
        .where(and(inArray(assetContents.state, ['pending', 'missing']), lte(assetContents.nextTryAt, now())))
        .orderBy(asc(assetContents.nextTryAt))
        .limit(AT_ONCE)
      if (!due.length) return count
      await Promise.all(due.map(load))
      count += due.length
    }
  }
}
