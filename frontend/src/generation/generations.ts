import type { Generation, UnderstandRequest } from '@daedal/protocol/generation/api'
import { queryOptions } from '@tanstack/react-query'
import { api } from '../lib/api.ts'
import { isAsking } from './draft-request.ts'

/** Reads around jobs: key and fetcher in one value. */
export const generations = {
  understanding: (request: UnderstandRequest) =>
    queryOptions({
      queryKey: ['generation', 'understanding', request],
      queryFn: ({ signal }) => api.understand(request, { signal }),
      enabled: isAsking(request),
      staleTime: Number.POSITIVE_INFINITY,
    }),
  /** Jobs by their ids, without those that the service has forgotten. */
  jobs: (ids: readonly string[]) =>
    queryOptions({
      queryKey: ['generation', 'jobs', ids],
      queryFn: async ({ signal }) => {
        const found = await Promise.allSettled(ids.map((id) => api.generation(id, { signal })))
        return found.flatMap((job) => (job.status === 'fulfilled' ? [job.value] : []))
      },
    }),
  job: (id: string) =>
    queryOptions({
      queryKey: ['generation', 'job', id],
      queryFn: ({ signal }) => api.generation(id, { signal }),
      enabled: id !== '',
      staleTime: Number.POSITIVE_INFINITY,
    }),
}

/** Whether nothing more will happen to a job. */
export const isFinished = ({ state }: Pick<Generation, 'state'>): boolean => state === 'done' || state === 'failed' || state === 'cancelled'
