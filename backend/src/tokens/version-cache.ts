import { eq } from 'drizzle-orm'
import type { Database } from '../adapters/database/database.ts'
import { counters } from '../worlds/tables.ts'

const KEPT = 300

/**
 * Answers that hold as long as nothing of the index changed. The version is read before the answer is made, so what is kept is
 * never older than its version says; equal questions at the same time are asked once.
 */
export function createVersionCache(db: Database) {
  let version = -1
  let kept = new Map<string, Promise<unknown>>()
  return async <T>(key: string, make: () => Promise<T>): Promise<T> => {
    const [row] = await db.select({ value: counters.value }).from(counters).where(eq(counters.name, 'assets'))
    const now = row?.value ?? 0
    if (now > version) {
      version = now
      kept = new Map()
    }
    const found = kept.get(key)
    if (found) return found as Promise<T>
    const made = make()
    const store = kept
    if (store.size >= KEPT) store.delete(store.keys().next().value as string)
    store.set(key, made)
    made.catch(() => store.delete(key))
    return made
  }
}
