import { queryOptions } from '@tanstack/react-query'
import { api } from '../lib/api.ts'

/** Reads of personas: key and fetcher in one value. */
export const personas = {
  list: queryOptions({
    queryKey: ['generation', 'personas'],
    queryFn: async ({ signal }) => (await api.personas({ signal })).data,
  }),
}
