import { ApiProblem } from '@daedal/sdk/client'
import { QueryClient } from '@tanstack/react-query'

/** Whether asking again may help: no answer, a service that asks to wait. Not for a clear refusal. */
export function worthRetrying(failures: number, error: unknown): boolean {
  if (failures >= 3) return false
  return !(error instanceof ApiProblem) || error.status === 0 || error.status >= 500
}

/** The one cache of answers. Changes come by the event stream, so answers stay good until told otherwise. */
export const queryClient = new QueryClient({
  defaultOptions: {
    queries: { staleTime: 30_000, retry: worthRetrying, retryDelay: (failures) => Math.min(4_000, 400 * 2 ** failures) },
    mutations: { retry: false },
  },
})
