import type { UnderstandRequest } from '@daedal/protocol/generation/api'
import type { FindSources } from './find-sources.ts'
import type { DerivedUnderstanding, Planner, Understanding } from './ports.ts'
import { readPrompt } from './read-prompt.ts'
import type { StoredOrigin } from './tables.ts'

/** What is to be made, of words alone or of what was made before. `prompt` is '' where nothing was said of the latter. */
export type ReadAsk = { prompt: string } & ((Understanding & { origin: null }) | (DerivedUnderstanding & { origin: StoredOrigin }))

/**
 * Reads what somebody asks for. `account` is who asks, where it is known. Throws the GENERATION_PROMPT_* errors, GENERATION_PLAN_INVALID,
 * and what `FindSources` throws.
 */
export const createReadAsk =
  ({ planner, findSources }: { planner: Pick<Planner, 'understand' | 'derive'>; findSources: FindSources }) =>
  async ({ from, seed, ...ask }: UnderstandRequest, account: string): Promise<ReadAsk> => {
    if (!from) {
      const prompt = readPrompt(ask.prompt)
      return { ...planner.understand({ ...ask, prompt }), prompt, origin: null }
    }
    const prompt = ask.prompt.trim() === '' ? '' : readPrompt(ask.prompt)
    const { of, stored } = await findSources(from, account)
    return { ...planner.derive({ ...ask, prompt, how: from.how, of, seed }), prompt, origin: stored }
  }
