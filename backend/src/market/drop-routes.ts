import { Problem } from '@daedal/protocol/errors/problem'
import { HouseAction } from '@daedal/protocol/market/auction-api'
import {
  ActOnDrop,
  BuyTickets,
  DeliverTickets,
  DropContents,
  DropDetail,
  DropDetailQuery,
  DropItemPage,
  DropItemQuery,
  DropPage,
  DropPublished,
  DropQuery,
  DropTicketPage,
  DropTicketQuery,
  PrepareDrop,
  PreparedDelivery,
  PreparedDrop,
  PreparedRefund,
  PreparedTickets,
  RefundTickets,
  TakeItemBack,
} from '@daedal/protocol/market/drop-api'
import { Hex32 } from '@daedal/protocol/scalars'
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import type { FastifyReply, FastifyRequest } from 'fastify'
import Type from 'typebox'
import type { createActOnDrop } from './act-on-drop.ts'
import type { ReadDrops } from './read-drops.ts'

export type DropDeps = {
  read: Pick<ReadDrops, 'one' | 'list' | 'tickets' | 'items'>
  prepare(body: PrepareDrop): Promise<PreparedDrop>
  publish(id: Hex32, body: DropContents): Promise<DropPublished>
  act: ReturnType<typeof createActOnDrop>
  /** Resolves when the index has seen the block. Throws INDEX_BEHIND after some seconds. */
  waitFor(block: number): Promise<void>
}

const tags = ['market']
const Id = Type.Object({ id: Hex32 })
const refusals = { 400: Problem, 404: Problem, 409: Problem, 422: Problem, 503: Problem }
/** What somebody has to send depends on the chain's newest block. */
const uncached = { onRequest: async (_: FastifyRequest, reply: FastifyReply) => void reply.header('cache-control', 'no-store') }
/** 10,000 items with signatures of trees of 1,024, and lists of some 100,000 accounts. */
const MAX_BODY = 32 * 1024 * 1024
/** Contents of the largest size take the better part of a minute to check: so many an address may bring in one. */
const CONTENTS_A_MINUTE = 10

/** Drops: read, what they were laid down with, and what to send to the chain. The secret of a drop never comes here. */
export const dropRoutes =
  ({ read, prepare, publish, act, waitFor }: DropDeps): FastifyPluginAsyncTypebox =>
  async (app) => {
    const reached = async ({ minBlock }: { minBlock?: number | undefined }) => {
      if (minBlock !== undefined) await waitFor(minBlock)
    }

    app.get(
      '/v1/drops',
      {
        schema: {
          tags,
          summary: 'Drops, the newest first',
          querystring: DropQuery,
          response: { 200: DropPage, 400: Problem, 503: Problem },
        },
      },
      async ({ query }) => {
        await reached(query)
        const { minBlock: _, ...asked } = query
        return read.list(asked)
      },
    )

    app.get(
      '/v1/drops/:id',
      {
        schema: {
          tags,
          summary: 'A drop with its terms and first items, and what an account has and may buy of it',
          params: Id,
          querystring: DropDetailQuery,
          response: { 200: DropDetail, 404: Problem, 503: Problem },
        },
      },
      async ({ params, query }) => {
        await reached(query)
        return read.one(params.id, query.account)
      },
    )

    for (const [part, summary, querystring, answer] of [
      ['tickets', 'Tickets of a drop in their order, with the items that they get once that is known', DropTicketQuery, DropTicketPage],
      ['items', 'Items of a drop in the creator’s order; none while they are its secret', DropItemQuery, DropItemPage],
    ] as const)
      app.get(
        `/v1/drops/:id/${part}`,
        { schema: { tags, summary, params: Id, querystring, response: { 200: answer, 400: Problem, 404: Problem, 503: Problem } } },
        async ({ params, query }) => {
          await reached(query)
          const { minBlock: _, ...asked } = query
          return read[part](params.id, asked)
        },
      )

    app.put(
      '/v1/drops/:id/contents',
      {
        bodyLimit: MAX_BODY,
        config: { rateLimit: { max: CONTENTS_A_MINUTE, groupId: 'contents' } },
        schema: {
          tags,
          summary: 'Publish the items and lists of a drop: whoever has them can, they prove themselves by its terms',
          params: Id,
          body: DropContents,
          response: { 200: DropPublished, ...refusals },
        },
      },
      async ({ params, body }) => publish(params.id, body),
    )

    app.post(
      '/v1/drops/prepare',
      {
        ...uncached,
        bodyLimit: MAX_BODY,
        schema: {
          tags,
          summary: 'The terms of a drop of finished items, and what its creator has to send to lay it down',
          body: PrepareDrop,
          response: { 200: PreparedDrop, ...refusals },
        },
      },
      async ({ body }) => prepare(body),
    )

    app.post(
      '/v1/drops/:id/buy',
      {
        ...uncached,
        schema: {
          tags,
          summary: 'What to send to buy tickets, with every fee named; or why the contract would refuse',
          params: Id,
          body: BuyTickets,
          response: { 200: PreparedTickets, ...refusals },
        },
      },
      async ({ params, body }) => act.buy(params.id, body),
    )

    app.post(
      '/v1/drops/:id/deliver',
      {
        ...uncached,
        schema: {
          tags,
          summary: 'What to send to have the items of tickets minted to their buyers: anyone can',
          params: Id,
          body: DeliverTickets,
          response: { 200: PreparedDelivery, ...refusals },
        },
      },
      async ({ params, body }) => act.deliver(params.id, body),
    )

    app.post(
      '/v1/drops/:id/refund',
      {
        ...uncached,
        schema: {
          tags,
          summary: 'What to send to give back the tickets of a purchase that can no longer be delivered: anyone can',
          params: Id,
          body: RefundTickets,
          response: { 200: PreparedRefund, ...refusals },
        },
      },
      async ({ params, body }) => act.refund(params.id, body),
    )

    app.post(
      '/v1/drops/:id/take-back',
      {
        ...uncached,
        schema: {
          tags,
          summary: 'What its creator has to send to get an item back that was minted and delivered to nobody in time',
          params: Id,
          body: TakeItemBack,
          response: { 200: HouseAction, ...refusals },
        },
      },
      async ({ params, body }) => act.takeBack(params.id, body),
    )

    for (const [verb, summary] of [
      ['close', 'What to send to choose the block that decides, once nothing is sold any more: anyone can'],
      ['draw', 'What to send to keep the hash of that block: anyone can, within 256 blocks of it'],
      ['end', 'What its creator has to send to sell no more tickets'],
    ] as const)
      app.post(
        `/v1/drops/:id/${verb}`,
        { ...uncached, schema: { tags, summary, params: Id, body: ActOnDrop, response: { 200: HouseAction, ...refusals } } },
        async ({ params, body }) => act[verb](params.id, body),
      )
  }
