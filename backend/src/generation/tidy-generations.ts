import type { GenerationStore } from './store.ts'

/** Time after which an open job must still be known to the queue. */
const STALE_MS = 5 * 60_000

export type TidyGenerationsDeps = {
  store: GenerationStore
  /** Days an unminted job is kept. */
  days: number
  /** Which of these jobs the queue still works on. */
  inQueue(ids: readonly string[]): Promise<ReadonlySet<string>>
  now(): Date
}

/** Forgets old jobs without a minted picture, and ends open ones that the queue gave up. */
export function createTidyGenerations({ store, days, inQueue, now }: TidyGenerationsDeps) {
  return async (): Promise<{ expired: string[]; ended: number }> => {
    const at = now()
    const stale = await store.stale(new Date(at.getTime() - STALE_MS))
    const alive = await inQueue(stale)
    const lost = stale.filter((id) => !alive.has(id))
    for (const id of lost) {
      const job = await store.find(id)
      for (const { index } of job?.variations ?? [])
        await store.failPicture(id, index, 'GENERATION_WORKER_FAILED', 'Drawing was tried several times and failed each time.')
      await store.finish(id, at)
    }
    const expired = await store.expire(new Date(at.getTime() - days * 86_400_000))
    return { expired, ended: lost.length }
  }
}
