import { eq } from 'drizzle-orm'
import type { Database } from '../adapters/database/database.ts'
import { counters } from '../worlds/tables.ts'

const KEPT = 300

/** Answers from what is kept, or makes the answer and keeps it. */
export type Keep = <T>(key: string, make: () => Promise<T>) => Promise<T>

/**
 * Answers that hold as long as nothing of the index changed. Each request opens the cache anew: the version is read before its
 * answers are made, so what is kept is never older than its version says. Equal questions at the same time are asked once.
 */
export function createVersionCache(db: Database): () => Promise<Keep> {
  const read = db.select({ value: counters.value }).from(counters).where(eq(counters.name, 'assets')).prepare('assets_version')
  let version = -1
  let kept = new Map<string, Promise<unknown>>()
  return async () => {
    const [row] = await read.execute()
    const now = row?.value ?? 0
    if (now > version) {
      version = now
      kept = new Map()
    }
    const store = kept
    return <T>(key: string, make: () => Promise<T>): Promise<T> => {
      const found = store.get(key)
      if (found) return found as Promise<T>
      const made = make()
      if (store.size >= KEPT) store.delete(store.keys().next().value as string)
      store.set(key, made)
      made.catch(() => store.delete(key))
      return made
    }
  }
}
