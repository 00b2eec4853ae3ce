import { Problem } from '@daedal/protocol/errors/problem'
import {
  ActOnAuction,
  AuctionBidPage,
  AuctionBidQuery,
  AuctionDetail,
  AuctionPage,
  AuctionQuery,
  HouseAction,
  PlaceBid,
  PrepareAuction,
  PreparedAuction,
  PreparedBid,
  ReclaimAsset,
} from '@daedal/protocol/market/auction-api'
import { PendingPayments, Withdraw } from '@daedal/protocol/market/payments'
import { Address, Hex32 } from '@daedal/protocol/scalars'
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import type { FastifyReply, FastifyRequest } from 'fastify'
import Type from 'typebox'
import type { createActOnAuction } from './act-on-auction.ts'
import type { ReadAuctions } from './read-auctions.ts'

export type AuctionDeps = {
  read: Pick<ReadAuctions, 'one' | 'list' | 'bids'>
  prepare(body: PrepareAuction): Promise<PreparedAuction>
  act: ReturnType<typeof createActOnAuction>
  payments(account: Address): Promise<PendingPayments>
  withdraw(account: Address, body: Withdraw): Promise<HouseAction>
  /** Resolves when the index has seen the block. Throws INDEX_BEHIND after some seconds. */
  waitFor(block: number): Promise<void>
}

const tags = ['market']
const Id = Type.Object({ id: Hex32 })
const Account = Type.Object({ address: Address })
const MinBlock = Type.Object(
  { minBlock: Type.Optional(Type.Integer({ minimum: 0, description: 'Wait (up to 5 s) until the index has seen this block' })) },
  { additionalProperties: false },
)
const refusals = { 400: Problem, 404: Problem, 409: Problem, 422: Problem, 503: Problem }
/** What somebody has to send depends on the chain's newest block. */
const uncached = { onRequest: async (_: FastifyRequest, reply: FastifyReply) => void reply.header('cache-control', 'no-store') }

/** Auctions, and money that waits: read, and what to send to the chain. */
export const auctionRoutes =
  ({ read, prepare, act, payments, withdraw, waitFor }: AuctionDeps): FastifyPluginAsyncTypebox =>
  async (app) => {
    const reached = async ({ minBlock }: { minBlock?: number | undefined }) => {
      if (minBlock !== undefined) await waitFor(minBlock)
    }

    app.get(
      '/v1/auctions',
      {
        schema: {
          tags,
          summary: 'Auctions, the newest or those that end first',
          querystring: AuctionQuery,
          response: { 200: AuctionPage, 400: Problem, 503: Problem },
        },
      },
      async ({ query }) => {
        await reached(query)
        const { minBlock: _, ...asked } = query
        return read.list(asked)
      },
    )

    app.get(
      '/v1/auctions/:id',
      {
        schema: {
          tags,
          summary: 'An auction with its newest bids, what the next has to be, and where the money goes',
          params: Id,
          querystring: MinBlock,
          response: { 200: AuctionDetail, 404: Problem, 503: Problem },
        },
      },
      async ({ params, query }) => {
        await reached(query)
        return read.one(params.id)
      },
    )

    app.get(
      '/v1/auctions/:id/bids',
      {
        schema: {
          tags,
          summary: 'Bids of an auction, the newest and highest first',
          params: Id,
          querystring: AuctionBidQuery,
          response: { 200: AuctionBidPage, 400: Problem, 404: Problem, 503: Problem },
        },
      },
      async ({ params, query }) => {
        await reached(query)
        const { minBlock: _, ...asked } = query
        return read.bids(params.id, asked)
      },
    )

    app.post(
      '/v1/auctions/prepare',
      {
        ...uncached,
        schema: {
          tags,
          summary: 'What to send to put an asset up: an approval where there is none, and the auction',
          body: PrepareAuction,
          response: { 200: PreparedAuction, ...refusals },
        },
      },
      async ({ body }) => prepare(body),
    )

    app.post(
      '/v1/auctions/:id/bid',
      {
        ...uncached,
        schema: {
          tags,
          summary: 'What to send to bid, with every fee named; or why the house would refuse',
          params: Id,
          body: PlaceBid,
          response: { 200: PreparedBid, ...refusals },
        },
      },
      async ({ params, body }) => act.bid(params.id, body),
    )

    for (const [verb, summary] of [
      ['settle', 'What to send to end an auction whose time is over: anyone can'],
      ['cancel', 'What its seller has to send to take an asset back before the first bid'],
    ] as const)
      app.post(
        `/v1/auctions/:id/${verb}`,
        { ...uncached, schema: { tags, summary, params: Id, body: ActOnAuction, response: { 200: HouseAction, ...refusals } } },
        async ({ params, body }) => act[verb](params.id, body),
      )

    app.post(
      '/v1/auctions/:id/reclaim',
      {
        ...uncached,
        schema: {
          tags,
          summary: 'What its seller has to send to get an asset that could be given to nobody',
          params: Id,
          body: ReclaimAsset,
          response: { 200: HouseAction, ...refusals },
        },
      },
      async ({ params, body }) => act.reclaim(params.id, body),
    )

    app.get(
      '/v1/accounts/:address/payments',
      {
        schema: {
          tags,
          summary: 'Money that could not be delivered to an account and waits for it',
          params: Account,
          querystring: MinBlock,
          response: { 200: PendingPayments, 400: Problem, 503: Problem },
        },
      },
      async ({ params, query }) => {
        await reached(query)
        return payments(params.address)
      },
    )

    app.post(
      '/v1/accounts/:address/withdrawal',
      {
        ...uncached,
        schema: {
          tags,
          summary: 'What an account has to send to be paid what waits for it',
          params: Account,
          body: Withdraw,
          response: { 200: HouseAction, ...refusals },
        },
      },
      async ({ params, body }) => withdraw(params.address, body),
    )
  }
