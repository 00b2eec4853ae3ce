import { randomInt, randomUUID } from 'node:crypto'
import type { GenerationRequest, UnderstandRequest } from '@daedal/protocol/generation/api'
import type { Database } from '../adapters/database/database.ts'
import { AppError } from '../errors.ts'
import type { Planner, Sealer } from './ports.ts'
import type { ReadAsk } from './read-ask.ts'
import type { GenerationStore } from './store.ts'
import { sentenceOf } from './word-plan.ts'

/** Requests that may wait for the database at once; the rest are told to come back, so that memory stays bounded. */
const ENTRANCE = 64

/** Seconds a refused client is asked to wait. */
const RETRY_SECONDS = 5

export type GenerationLimits = { total: number; perRequester: number }

export type StartGenerationDeps = {
  store: GenerationStore
  planner: Pick<Planner, 'seeds'>
  readAsk(request: UnderstandRequest, requester: string): Promise<ReadAsk>
  sealer: Sealer
  limits: GenerationLimits
  enqueue(id: string, transaction: Pick<Database, 'execute'>): Promise<void>
  wake(): void
  now(): Date
}

/** Context under which a job's private part is sealed. */
export const sealContext = (id: string) => `generation/${id}`

/**
 * Enters a job and answers its id. Throws the GENERATION_PROMPT_* and GENERATION_SOURCE_* errors, GENERATION_NOTHING_UNDERSTOOD,
 * GENERATION_NOTHING_CHANGES, GENERATION_TOO_MANY_JOBS and GENERATION_QUEUE_FULL.
 */
export function createStartGeneration({ store, planner, readAsk, sealer, limits, enqueue, wake, now }: StartGenerationDeps) {
  let entering = 0
  let turn: Promise<unknown> = Promise.resolve()
  /** One after the other: each takes the same lock, and those that wait for it would hold every connection of the pool. */
  const enter = <T>(work: () => Promise<T>): Promise<T> => {
    const entered = turn.then(work)
    turn = entered.catch(() => undefined)
    return entered
  }
  return async ({ variations = 4, ...request }: GenerationRequest, requester: string): Promise<string> => {
    if (entering >= ENTRANCE)
      throw new AppError('GENERATION_QUEUE_FULL', `${entering} requests are being entered already.`, { retryAfter: RETRY_SECONDS })
    entering += 1
    try {
      const ask = await readAsk(request, requester)
      const { understanding, engine, origin } = ask
      const { plan, ...rest } = understanding
      if (understanding.understood === 0 && !(origin && understanding.content === 0))
        throw new AppError('GENERATION_NOTHING_UNDERSTOOD', `None of ${understanding.content} words could be understood.`)
      const seeds = planner.seeds(ask.origin ? ask.seed : (request.seed ?? randomInt(0, 2 ** 32)), variations, plan)
      if (ask.origin && seeds.some((seed) => ask.repeats.includes(seed)))
        throw new AppError('GENERATION_NOTHING_CHANGES', 'Neither words nor settings change anything: ask for a variation.')
      const id = randomUUID()
      // what is made of something without a word is told by the engine
      const prompt = ask.prompt || sentenceOf(plan)
      const job = {
        id,
        kind: understanding.kind,
        plan,
        sealed: sealer.seal(JSON.stringify({ prompt, understanding: rest }), sealContext(id)),
        origin,
        engine,
        requester: sealer.digest(requester),
        seeds,
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
