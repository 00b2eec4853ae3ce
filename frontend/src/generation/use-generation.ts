import type { Generation } from '@daedal/protocol/generation/api'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import { api } from '../lib/api.ts'
import { generations, isFinished } from './generations.ts'

/** A job and what becomes of it: read once, then followed by its event stream until it is finished. */
export function useGeneration(id: string): { job: Generation | undefined; error: unknown; retry: () => void } {
  const queries = useQueryClient()
  const query = useQuery(generations.job(id))
  const follow = id !== '' && query.data !== undefined && !isFinished(query.data)
  useEffect(() => {
    if (!follow) return
    const source = new EventSource(api.generationEventsPath(id))
    let retry: ReturnType<typeof setTimeout> | undefined
    source.onmessage = ({ data }: MessageEvent<string>) => {
      const job = JSON.parse(data) as Generation
      queries.setQueryData(generations.job(id).queryKey, job)
      if (isFinished(job)) source.close()
    }
    source.onerror = () => {
      // The browser reconnects by itself unless the answer was not a stream; then the job is asked for again.
      if (source.readyState !== EventSource.CLOSED) return
      retry = setTimeout(() => void queries.invalidateQueries({ queryKey: generations.job(id).queryKey }), 2_000)
    }
    return () => {
      clearTimeout(retry)
      source.close()
    }
  }, [follow, id, queries])
  return { job: query.data, error: query.error, retry: () => void query.refetch() }
}
