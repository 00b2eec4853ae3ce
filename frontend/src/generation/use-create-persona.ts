import type { CreatePersona, PersonaSummary } from '@daedal/protocol/generation/api'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { api } from '../lib/api.ts'
import { personas } from './personas.ts'

/** Makes a persona and calls back with it. */
export function useCreatePersona(onMade: (persona: PersonaSummary) => void) {
  const queries = useQueryClient()
  const { mutate, isPending, error } = useMutation({
    mutationFn: (request: CreatePersona) => api.createPersona(request),
    onSuccess: async (persona) => {
      await queries.invalidateQueries({ queryKey: personas.list.queryKey })
      onMade(persona)
    },
  })
  return { create: mutate, pending: isPending, error }
}
