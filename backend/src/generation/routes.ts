import { Problem } from '@daedal/protocol/errors/problem'
import { Generation, GenerationRequest, UnderstandAnswer, UnderstandRequest } from '@daedal/protocol/generation/api'
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import type { FastifyRequest } from 'fastify'
import Type from 'typebox'
import { AppError } from '../errors.ts'
import { openEventStream } from '../event-stream.ts'
import { followGeneration } from './follow-generation.ts'
import type { ProgressBoard } from './progress-board.ts'
import type { ReadAsk } from './read-ask.ts'
import type { ReadGeneration } from './read-generation.ts'

export type GenerationDeps = {
  readAsk(request: UnderstandRequest, requester: string): Promise<ReadAsk>
  start(request: GenerationRequest, requester: string): Promise<string>
  cancel(id: string): Promise<void>
  reading: ReadGeneration
  board: ProgressBoard
  /** Who is asking, for the limits: the signed-in address or the network address. */
  requesterOf(request: FastifyRequest): string
}

/** Event streams one process keeps open. */
const STREAMS = 2_000

const Id = Type.Object({ id: Type.String({ maxLength: 64 }) })
const tags = ['generation']

/** Prompts, jobs and their pictures. */
export const generationRoutes =
  ({ readAsk, start, cancel, reading, board, requesterOf }: GenerationDeps): FastifyPluginAsyncTypebox =>
  async (app) => {
    let streams = 0
    const open = new Set<() => void>()
    app.addHook('preClose', async () => {
      for (const end of open) end()
    })

    app.post(
      '/v1/understanding',
      {
        schema: {
          tags,
          summary: 'What the engine makes of a prompt, or of what was made before',
          body: UnderstandRequest,
          response: { 200: UnderstandAnswer, 403: Problem, 404: Problem, 409: Problem, 422: Problem },
        },
      },
      async (request) => (await readAsk(request.body, requesterOf(request))).understanding,
    )

    app.post(
      '/v1/generations',
      {
        schema: {
          tags,
          summary: 'Start a job: one to four pictures of a prompt, or of what was made before',
          body: GenerationRequest,
          response: { 202: Generation, 403: Problem, 404: Problem, 409: Problem, 422: Problem, 429: Problem },
        },
      },
      async (request, reply) => {
        const id = await start(request.body, requesterOf(request))
        return reply
          .code(202)
          .header('location', `/v1/generations/${id}`)
          .send(await reading.read(id))
      },
    )

    app.get(
      '/v1/generations/:id',
      { schema: { tags, summary: 'A job', params: Id, response: { 200: Generation, 404: Problem } } },
      async (request, reply) => {
        reply.header('cache-control', 'no-store')
        return reading.read(request.params.id)
      },
    )

    app.delete(
      '/v1/generations/:id',
      { schema: { tags, summary: 'Cancel a job; a finished one stays as it is', params: Id, response: { 200: Generation, 404: Problem } } },
      async (request) => {
        const { id } = await reading.load(request.params.id)
        await cancel(id)
        return reading.read(id)
      },
    )

    app.get(
      '/v1/generations/:id/events',
      {
        schema: {
          tags,
          summary: 'Follow a job: server-sent events, each with the whole job, until it is finished',
          params: Id,
          produces: ['text/event-stream'],
        },
      },
      async (request, reply) => {
        if (streams >= STREAMS) throw new AppError('REQUEST_RATE_LIMITED', `${streams} streams are open.`, { retryAfter: 5 })
        const first = await reading.load(request.params.id)
        const stream = openEventStream(reply)
        streams += 1
        open.add(stream.end)
        followGeneration({ reading, board }, first, stream)
          .catch((error: unknown) => request.log.warn({ err: error, generation: first.id }, 'A stream ended early'))
          .finally(() => {
            streams -= 1
            open.delete(stream.end)
          })
        return reply
      },
    )
  }
