import { Problem } from '@daedal/protocol/errors/problem'
import {
  BestOrders,
  BestQuery,
  Cancellation,
  CancelOrders,
  Fulfillment,
  FulfillOrder,
  OrderPage,
  OrderQuery,
  OrderView,
  PreparedOrder,
  PrepareOrder,
  PublishOrder,
  Sweep,
  SweepOrders,
} from '@daedal/protocol/market/api'
import { Hex32 } from '@daedal/protocol/scalars'
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import Type from 'typebox'
import type { ReadOrders } from './read-orders.ts'

export type OrderDeps = {
  publish(body: PublishOrder): Promise<OrderView>
  prepare(body: PrepareOrder): Promise<PreparedOrder>
  fulfill(body: FulfillOrder): Promise<Fulfillment>
  sweep(body: SweepOrders): Promise<Sweep>
  cancel(body: CancelOrders): Promise<Cancellation>
  read: Pick<ReadOrders, 'one' | 'list' | 'best'>
  /** Resolves when the index has seen the block. Throws INDEX_BEHIND after some seconds. */
  waitFor(block: number): Promise<void>
}

const tags = ['market']
const Hash = Type.Object({ hash: Hex32 })
const MinBlock = Type.Object(
  { minBlock: Type.Optional(Type.Integer({ minimum: 0, description: 'Wait (up to 5 s) until the index has seen this block' })) },
  { additionalProperties: false },
)
/** A trait offer may bring the ids of all of its tokens. */
const MAX_BODY = 6 * 1024 * 1024
const refusals = { 400: Problem, 404: Problem, 409: Problem, 422: Problem, 503: Problem }

/** The order book: written, read, and what to send to the chain. */
export const orderRoutes =
  ({ publish, prepare, fulfill, sweep, cancel, read, waitFor }: OrderDeps): FastifyPluginAsyncTypebox =>
  async (app) => {
    app.get(
      '/v1/orders',
      {
        schema: {
          tags,
          summary: 'Orders, the newest first, each with everything that is needed to fill it',
          querystring: OrderQuery,
          response: { 200: OrderPage, 400: Problem },
        },
      },
      async ({ query }) => read.list(query),
    )

    app.get(
      '/v1/orders/best',
      {
        schema: {
          tags,
          summary: 'The best listing and offers for a token, a collection or a trait, of what anyone may fill now',
          querystring: BestQuery,
          response: { 200: BestOrders, 400: Problem },
        },
      },
      async ({ query }) => read.best(query),
    )

    app.get(
      '/v1/orders/:hash',
      {
        schema: {
          tags,
          summary: 'An order, and why it stands where it stands',
          params: Hash,
          querystring: MinBlock,
          response: { 200: OrderView, 404: Problem, 503: Problem },
        },
      },
      async ({ params, query }) => {
        if (query.minBlock !== undefined) await waitFor(query.minBlock)
        return read.one(params.hash)
      },
    )

    app.post(
      '/v1/orders',
      {
        bodyLimit: MAX_BODY,
        schema: {
          tags,
          summary: 'Put a signed order into the book; the same order again is answered as it stands',
          body: PublishOrder,
          response: { 200: OrderView, ...refusals },
        },
      },
      async ({ body }) => publish(body),
    )

    app.post(
      '/v1/orders/prepare',
      {
        bodyLimit: MAX_BODY,
        schema: {
          tags,
          summary: 'What to sign for an order of any form, and what has to be wrapped or approved before',
          body: PrepareOrder,
          response: { 200: PreparedOrder, ...refusals },
        },
      },
      async ({ body }, reply) => {
        reply.header('cache-control', 'no-store')
        return prepare(body)
      },
    )

    app.post(
      '/v1/orders/fulfillment',
      {
        schema: {
          tags,
          summary: 'What to send to fill an order, with every fee named; or why it cannot be filled',
          body: FulfillOrder,
          response: { 200: Fulfillment, ...refusals },
        },
      },
      async ({ body }, reply) => {
        reply.header('cache-control', 'no-store')
        return fulfill(body)
      },
    )

    app.post(
      '/v1/orders/sweep',
      {
        schema: {
          tags,
          summary: 'What to send to buy of several listings together, and which of them cannot be bought and why',
          body: SweepOrders,
          response: { 200: Sweep, ...refusals },
        },
      },
      async ({ body }, reply) => {
        reply.header('cache-control', 'no-store')
        return sweep(body)
      },
    )

    app.post(
      '/v1/orders/cancellation',
      {
        schema: {
          tags,
          summary: 'What to send to cancel one order, or all of a maker',
          body: CancelOrders,
          response: { 200: Cancellation, ...refusals },
        },
      },
      async ({ body }, reply) => {
        reply.header('cache-control', 'no-store')
        return cancel(body)
      },
    )
  }
