import { Problem } from '@daedal/protocol/errors/problem'
import { HouseAction } from '@daedal/protocol/market/auction-api'
import {
  CancelRentalOffer,
  GiveBack,
  PreparedRental,
  PreparedRentalOffer,
  PrepareRentalOffer,
  PublishRentalOffer,
  ReleaseToken,
  RentAsset,
  RentalOfferPage,
  RentalOfferQuery,
  RentalOfferView,
  TenancyPage,
  TenancyQuery,
} from '@daedal/protocol/market/rental-api'
import { Hex32 } from '@daedal/protocol/scalars'
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import type { FastifyReply, FastifyRequest } from 'fastify'
import Type from 'typebox'
import type { createActOnRental } from './act-on-rental.ts'
import type { ReadRentals } from './read-rentals.ts'

export type RentalDeps = {
  read: Pick<ReadRentals, 'offer' | 'offers' | 'tenancies'>
  prepare(body: PrepareRentalOffer): Promise<PreparedRentalOffer>
  publish(body: PublishRentalOffer): Promise<RentalOfferView>
  act: ReturnType<typeof createActOnRental>
  /** Resolves when the index has seen the block. Throws INDEX_BEHIND after some seconds. */
  waitFor(block: number): Promise<void>
}

const tags = ['market']
const Hash = Type.Object({ hash: Hex32 })
const MinBlock = Type.Object(
  { minBlock: Type.Optional(Type.Integer({ minimum: 0, description: 'Wait (up to 5 s) until the index has seen this block' })) },
  { additionalProperties: false },
)
const refusals = { 400: Problem, 404: Problem, 409: Problem, 422: Problem, 503: Problem }
/** What somebody has to send depends on the chain's newest block. */
const uncached = { onRequest: async (_: FastifyRequest, reply: FastifyReply) => void reply.header('cache-control', 'no-store') }

/** Tokens let by the day: offers and tenancies, and what to sign and send. */
export const rentalRoutes =
  ({ read, prepare, publish, act, waitFor }: RentalDeps): FastifyPluginAsyncTypebox =>
  async (app) => {
    const reached = async ({ minBlock }: { minBlock?: number | undefined }) => {
      if (minBlock !== undefined) await waitFor(minBlock)
    }

    app.get(
      '/v1/rentals',
      {
        schema: {
          tags,
          summary: 'Tenancies, the newest first: who uses which token, until when, and what was paid',
          querystring: TenancyQuery,
          response: { 200: TenancyPage, 400: Problem, 503: Problem },
        },
      },
      async ({ query }) => {
        await reached(query)
        const { minBlock: _, ...asked } = query
        return read.tenancies(asked)
      },
    )

    app.get(
      '/v1/rentals/offers',
      {
        schema: {
          tags,
          summary: 'Offers to let, the newest or those that cost least for a day',
          querystring: RentalOfferQuery,
          response: { 200: RentalOfferPage, 400: Problem, 503: Problem },
        },
      },
      async ({ query }) => {
        await reached(query)
        const { minBlock: _, ...asked } = query
        return read.offers(asked)
      },
    )

    app.get(
      '/v1/rentals/offers/:hash',
      {
        schema: {
          tags,
          summary: 'One offer to let, with its signature',
          params: Hash,
          querystring: MinBlock,
          response: { 200: RentalOfferView, 400: Problem, 404: Problem, 503: Problem },
        },
      },
      async ({ params, query }) => {
        await reached(query)
        return read.offer(params.hash)
      },
    )

    app.post(
      '/v1/rentals/offers/prepare',
      {
        ...uncached,
        schema: {
          tags,
          summary: 'What an owner has to do to let a token: an approval where there is none, and a signature',
          body: PrepareRentalOffer,
          response: { 200: PreparedRentalOffer, ...refusals },
        },
      },
      async ({ body }) => prepare(body),
    )

    app.post(
      '/v1/rentals/offers',
      {
        schema: {
          tags,
          summary: 'Publish a signed offer to let',
          body: PublishRentalOffer,
          response: { 201: RentalOfferView, ...refusals },
        },
      },
      async ({ body }, reply) => reply.code(201).send(await publish(body)),
    )

    app.post(
      '/v1/rentals/offers/:hash/rent',
      {
        ...uncached,
        schema: {
          tags,
          summary: 'What to send to rent for a number of days, or to add days, with every fee named; or why the contract would refuse',
          params: Hash,
          body: RentAsset,
          response: { 200: PreparedRental, ...refusals },
        },
      },
      async ({ params, body }) => act.rent(params.hash, body),
    )

    app.post(
      '/v1/rentals/offers/:hash/cancel',
      {
        ...uncached,
        schema: {
          tags,
          summary: 'What its owner has to send to cancel an offer, and with it those for the same token',
          params: Hash,
          body: CancelRentalOffer,
          response: { 200: HouseAction, ...refusals },
        },
      },
      async ({ params, body }) => act.cancel(params.hash, body),
    )

    app.post(
      '/v1/rentals/give-back',
      {
        ...uncached,
        schema: {
          tags,
          summary: 'What its user has to send to end a tenancy early; nothing is refunded',
          body: GiveBack,
          response: { 200: HouseAction, ...refusals },
        },
      },
      async ({ body }) => act.giveBack(body),
    )

    app.post(
      '/v1/rentals/release',
      {
        ...uncached,
        schema: {
          tags,
          summary: 'What to send to have a token given back whose term in custody is over: anyone can',
          body: ReleaseToken,
          response: { 200: HouseAction, ...refusals },
        },
      },
      async ({ body }) => act.release(body),
    )
  }
