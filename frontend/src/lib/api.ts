import { createClient } from '@daedal/sdk/client'
import { loadSentences } from './sentences.ts'

/** How long an answer that is a failure waits for the words that explain it. */
const WAIT_MS = 1_000

/** A failure comes with its words: they are loaded before it is told, if they can be. */
async function fetchWithWords(...request: Parameters<typeof fetch>): Promise<Response> {
  const response = await fetch(...request)
  if (!response.ok) await Promise.race([loadSentences(), new Promise((resolve) => setTimeout(resolve, WAIT_MS))])
  return response
}

/** The service that serves this page. */
export const api = createClient({ baseUrl: '', fetch: fetchWithWords })
