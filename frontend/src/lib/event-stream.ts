import type { QueryClient } from '@tanstack/react-query'
import { api } from './api.ts'
import { createStore, useStore } from './store.ts'

/** Whether the page hears of changes as they happen. */
export type StreamState = 'connecting' | 'open' | 'lost'
const state = createStore<StreamState>('connecting')
export const useStreamState = (): StreamState => useStore(state)

/** First parts of the query keys that a change of the index can touch. */
const touched = ['tokens', 'market', 'activity', 'accounts', 'worlds'] as const
const settleMs = 150

/** Asks again for everything on screen that a change of the index can touch. */
export function refreshAll(queries: QueryClient): void {
  for (const first of touched) void queries.invalidateQueries({ queryKey: [first] })
}

/**
 * Listens to the index and asks again for what is on screen when something changed, so that no page needs a reload.
 * After a gap in the connection everything on screen is asked for once. Answers a function that stops it.
 */
export function followEvents(queries: QueryClient): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined
  let wasLost = false
  const refresh = () => {
    timer ??= setTimeout(() => {
      timer = undefined
      refreshAll(queries)
    }, settleMs)
  }
  let source: EventSource | undefined
  let retry: ReturnType<typeof setTimeout> | undefined
  const connect = () => {
    source = new EventSource(api.eventStreamPath())
    source.onopen = () => {
      state.set('open')
      if (wasLost) refresh()
      wasLost = false
    }
    source.onmessage = refresh
    for (const type of ['event', 'block', 'asset', 'order']) source.addEventListener(type, refresh)
    source.onerror = () => {
      state.set('lost')
      wasLost = true
      // The browser reconnects by itself unless the answer was not a stream.
      if (source?.readyState === EventSource.CLOSED) retry = setTimeout(connect, 5_000)
    }
  }
  connect()
  return () => {
    clearTimeout(timer)
    clearTimeout(retry)
    source?.close()
  }
}
