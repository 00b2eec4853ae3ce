import type { EventPage, EventQuery } from '@daedal/protocol/worlds/events'

export type EventFeedDeps = {
  read(query: EventQuery): Promise<EventPage>
  /** Milliseconds after which a follower looks by itself, should a wake have been lost. */
  patience?: number
}

const PATIENCE_MS = 15_000
const AT_ONCE = 500

/** The event log for many followers: those who wait for the same entries share one look at the database. */
export function createEventFeed({ read, patience = PATIENCE_MS }: EventFeedDeps) {
  const waiting = new Set<() => void>()
  let shared = new Map<string, Promise<EventPage>>()
  let wakes = 0

  return {
    /** Something may have been appended. */
    wake(): void {
      wakes += 1
      shared = new Map()
      for (const go of waiting) go()
    },

    /** Followers that wait now. */
    get followers(): number {
      return waiting.size
    },

    /** Entries after a number that match; asked for once by everybody who asks the same. */
    next(query: EventQuery): Promise<EventPage> {
      const key = JSON.stringify([query.after, query.types, query.asset, query.account])
      const found = shared.get(key)
      if (found) return found
      const store = shared
      const page = read({ ...query, limit: AT_ONCE })
      store.set(key, page)
      page.catch(() => store.delete(key))
      return page
    },

    /** How often something was appended; to be read before the log is, and given to `wait`. */
    get wakes(): number {
      return wakes
    },

    /** Resolves when there was a wake after `seen`, when patience ends, or when the signal is aborted. */
    wait(seen: number, signal: AbortSignal): Promise<void> {
      if (wakes !== seen) return Promise.resolve()
      return new Promise((resolve) => {
        const go = () => {
          clearTimeout(timer)
          waiting.delete(go)
          signal.removeEventListener('abort', go)
          resolve()
        }
        const timer = setTimeout(go, patience)
        waiting.add(go)
        signal.addEventListener('abort', go)
        if (signal.aborted) go()
      })
    },
  }
}
export type EventFeed = ReturnType<typeof createEventFeed>
