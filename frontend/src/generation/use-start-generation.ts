import type { Generation, GenerationRequest } from '@daedal/protocol/generation/api'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { api } from '../lib/api.ts'
import { rememberJob } from './earlier-jobs.ts'
import { generations } from './generations.ts'

/** Starts a job and calls back with it. */
export function useStartGeneration(onStarted: (job: Generation) => void) {
  const queries = useQueryClient()
  const { mutate, isPending, error } = useMutation({
    mutationFn: (request: GenerationRequest) => api.generate(request),
    onSuccess: (job) => {
      queries.setQueryData(generations.job(job.id).queryKey, job)
      rememberJob({ id: job.id, prompt: job.prompt, thumbnail: null, at: Date.now() })
      onStarted(job)
    },
  })
  return { start: mutate, pending: isPending, error }
}
