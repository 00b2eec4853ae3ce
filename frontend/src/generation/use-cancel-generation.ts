import { useMutation, useQueryClient } from '@tanstack/react-query'
import { api } from '../lib/api.ts'
import { generations } from './generations.ts'

/** Stops a job; what was finished stays. */
export function useCancelGeneration() {
  const queries = useQueryClient()
  const { mutate, isPending, error } = useMutation({
    mutationFn: (id: string) => api.cancelGeneration(id),
    onSuccess: (job) => queries.setQueryData(generations.job(job.id).queryKey, job),
  })
  return { cancel: mutate, pending: isPending, error }
}
