import { randomInt, randomUUID } from 'node:crypto'
import type { GenerationRequest } from '@daedal/protocol/generation/api'
import type { Database } from '../adapters/database/database.ts'
import { AppError } from '../errors.ts'
import type { Planner, Sealer } from './ports.ts'
import { readPrompt } from './read-prompt.ts'
import type { GenerationStore } from './store.ts'

/** Requests that may wait for the database at once; the rest are told to come back, so that memory stays bounded. */
const ENTRANCE = 64

/** Seconds a refused client is asked to wait. */
const RETRY_SECONDS = 5

export type GenerationLimits = { total: number; perRequester: number }

export type StartGenerationDeps = {
  store: GenerationStore
  planner: Planner
  sealer: Sealer
  limits: GenerationLimits
  enqueue(id: string, transaction: Pick<Database, 'execute'>): Promise<void>
  wake(): void
  now(): Date
}

/** Context under which a job's private part is sealed. */
export const sealContext = (id: string) => `generation/${id}`

/**
 * Enters a job and answers its id. Throws the GENERATION_PROMPT_* errors, GENERATION_NOTHING_UNDERSTOOD,
 * GENERATION_TOO_MANY_JOBS and GENERATION_QUEUE_FULL.
 */
export function createStartGeneration({ store, planner, sealer, limits, enqueue, wake, now }: StartGenerationDeps) {
  let entering = 0
  let turn: Promise<unknown> = Promise.resolve()
  /** One after the other: each takes the same lock, and those that wait for it would hold every connection of the pool. */
  const enter = <T>(work: () => Promise<T>): Promise<T> => {
    const entered = turn.then(work)
    turn = entered.catch(() => undefined)
    return entered
  }
  return async (request: GenerationRequest, requester: string): Promise<string> => {
    if (entering >= ENTRANCE)
      throw new AppError('GENERATION_QUEUE_FULL', `${entering} requests are being entered already.`, { retryAfter: RETRY_SECONDS })
    entering += 1
    try {
      const prompt = readPrompt(request.prompt)
      const { understanding, engine } = planner.understand({ ...request, prompt })
      if (understanding.understood === 0)
        throw new AppError('GENERATION_NOTHING_UNDERSTOOD', `None of ${understanding.content} words could be understood.`)
      const { plan, ...rest } = understanding
      const id = randomUUID()
      const first = request.seed ?? randomInt(0, 2 ** 32)
      const job = {
        id,
        kind: understanding.kind,
        plan,
        sealed: sealer.seal(JSON.stringify({ prompt, understanding: rest }), sealContext(id)),
        engine,
        requester: sealer.digest(requester),
        seeds: planner.seeds(first, request.variations ?? 4, plan),
        createdAt: now(),
      }
      const refusal = await enter(() => store.add(job, limits, (transaction) => enqueue(id, transaction)))
      if (refusal) throw refused(refusal.refused, refusal.open)
      wake()
      return id
    } finally {
      entering -= 1
    }
  }
}

const refused = (why: 'queue-full' | 'too-many-jobs', open: number) =>
  why === 'queue-full'
    ? new AppError('GENERATION_QUEUE_FULL', `${open} jobs are open.`, { retryAfter: RETRY_SECONDS })
    : new AppError('GENERATION_TOO_MANY_JOBS', `You have ${open} open jobs.`, { retryAfter: RETRY_SECONDS })
