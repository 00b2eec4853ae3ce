import type { IndexStatus } from '@daedal/protocol/accounts/api'
import { Problem } from '@daedal/protocol/errors/problem'
import { Address, Cursor, Hex32 } from '@daedal/protocol/scalars'
import { OwnedAssetPage } from '@daedal/protocol/worlds/api'
import { EventPage, EventQuery } from '@daedal/protocol/worlds/events'
import { WorldDetail, WorldPage, WorldQuery } from '@daedal/protocol/worlds/world'
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import type { FastifyRequest } from 'fastify'
import Type from 'typebox'
import { AppError } from '../errors.ts'
import { openEventStream } from '../event-stream.ts'
import type { EventFeed } from './event-feed.ts'
import { readEventQuery } from './event-filter.ts'
import { followEvents } from './follow-events.ts'
import type { ReadWorlds } from './read-worlds.ts'

export type WorldDeps = {
  events(query: EventQuery): Promise<EventPage>
  feed: EventFeed
  status(): IndexStatus
  worlds: ReadWorlds
  owned(owner: Address, page: { cursor?: string; limit?: number }): Promise<OwnedAssetPage>
  /** Resolves when the index has seen the block. Throws INDEX_BEHIND after some seconds. */
  waitFor(block: number): Promise<void>
}

/** Event streams one process keeps open. */
const STREAMS = 2_000

const tags = ['worlds']
const { after: _, limit: __, ...filters } = EventQuery.properties
const StreamQuery = Type.Object(
  {
    ...filters,
    after: Type.Optional(
      Type.Integer({ minimum: 0, description: 'The last seq that was seen; without it and Last-Event-ID, only what comes' }),
    ),
  },
  { additionalProperties: false },
)
const OwnedQuery = Type.Object(
  {
    cursor: Type.Optional(Cursor),
    limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 100, default: 24 })),
    minBlock: Type.Optional(Type.Integer({ minimum: 0, description: 'Wait (up to 5 s) until the index has seen this block' })),
  },
  { additionalProperties: false },
)

/** What game worlds follow and import. */
export const worldRoutes =
  ({ events, feed, status, worlds, owned, waitFor }: WorldDeps): FastifyPluginAsyncTypebox =>
  async (app) => {
    let streams = 0
    const open = new Set<() => void>()
    app.addHook('preClose', async () => {
      for (const end of open) end()
    })

    app.get(
      '/v1/events',
      {
        schema: {
          tags,
          summary: 'The event log after a seq, oldest first',
          querystring: EventQuery,
          response: { 200: EventPage, 400: Problem },
        },
      },
      async ({ query }) => events(readEventQuery(query)),
    )

    app.get(
      '/v1/events/stream',
      {
        schema: {
          tags,
          summary: 'The event log as server-sent events; goes on after Last-Event-ID',
          querystring: StreamQuery,
          produces: ['text/event-stream'],
        },
        compress: false,
      },
      async (request, reply) => {
        if (streams >= STREAMS) throw new AppError('REQUEST_RATE_LIMITED', `${streams} streams are open.`, { retryAfter: 5 })
        const query = readEventQuery(request.query)
        const after = lastEventId(request) ?? query.after ?? (await events({ after: 0, limit: 1 })).page.head
        const stream = openEventStream(reply)
        streams += 1
        open.add(stream.end)
        followEvents({ feed, status, stream }, { ...query, after })
          .catch((error: unknown) => request.log.warn({ err: error }, 'A stream of events ended early'))
          .finally(() => {
            streams -= 1
            open.delete(stream.end)
          })
        return reply
      },
    )

    app.get(
      '/v1/worlds',
      {
        schema: {
          tags,
          summary: 'Worlds of the registry, the newest first',
          querystring: WorldQuery,
          response: { 200: WorldPage, 400: Problem, 503: Problem },
        },
      },
      async ({ query }) => {
        const { minBlock, ...asked } = query
        if (minBlock !== undefined) await waitFor(minBlock)
        return worlds.list(asked)
      },
    )

    app.get(
      '/v1/worlds/:id',
      {
        schema: {
          tags,
          summary: 'A world of the registry, and what happened to it',
          params: Type.Object({ id: Hex32 }),
          querystring: Type.Object({ minBlock: OwnedQuery.properties.minBlock }, { additionalProperties: false }),
          response: { 200: WorldDetail, 404: Problem, 503: Problem },
        },
      },
      async ({ params, query }) => {
        if (query.minBlock !== undefined) await waitFor(query.minBlock)
        return worlds.one(params.id)
      },
    )

    app.get(
      '/v1/accounts/:address/assets',
      {
        schema: {
          tags,
          summary: 'What an account owns, with everything a world needs to load it',
          params: Type.Object({ address: Address }),
          querystring: OwnedQuery,
          response: { 200: OwnedAssetPage, 400: Problem },
        },
      },
      async ({ params, query }) => {
        const { minBlock, ...page } = query
        if (minBlock !== undefined) await waitFor(minBlock)
        return owned(params.address, page)
      },
    )
  }

/** Where a reader that connects again was. Throws REQUEST_INVALID when it is no number. */
function lastEventId(request: FastifyRequest): number | null {
  const header = request.headers['last-event-id']
  if (header === undefined || header === '') return null
  const seq = Number(header)
  if (typeof header !== 'string' || !Number.isSafeInteger(seq) || seq < 0)
    throw new AppError('REQUEST_INVALID', 'The header Last-Event-ID is not a seq.')
  return seq
}
