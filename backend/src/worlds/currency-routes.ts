import { Problem } from '@daedal/protocol/errors/problem'
import { Address } from '@daedal/protocol/scalars'
import {
  CurrencyBalancePage,
  CurrencyBalanceQuery,
  CurrencyDetail,
  CurrencyFlowQuery,
  CurrencyFlows,
  CurrencyPage,
  CurrencyQuery,
  CurrencyTransferPage,
  CurrencyTransferQuery,
} from '@daedal/protocol/worlds/currency-api'
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import Type from 'typebox'
import type { ReadCurrencies } from './read-currencies.ts'
import type { ReadCurrencyFlows } from './read-currency-flows.ts'

export type CurrencyDeps = {
  read: ReadCurrencies
  flows: ReadCurrencyFlows
  /** Resolves when the index has seen the block. Throws INDEX_BEHIND after some seconds. */
  waitFor(block: number): Promise<void>
}

const tags = ['worlds']
const params = Type.Object({ address: Address })
const problems = { 400: Problem, 404: Problem, 503: Problem }
const { minBlock: MinBlock } = CurrencyQuery.properties

/** Currencies that worlds declared: what was laid down, and everything that flowed. */
export const currencyRoutes =
  ({ read, flows, waitFor }: CurrencyDeps): FastifyPluginAsyncTypebox =>
  async (app) => {
    const waited = async <T extends { minBlock?: number }>({ minBlock, ...asked }: T): Promise<Omit<T, 'minBlock'>> => {
      if (minBlock !== undefined) await waitFor(minBlock)
      return asked
    }

    app.get(
      '/v1/currencies',
      {
        schema: {
          tags,
          summary: 'Currencies of worlds, the newest first',
          querystring: CurrencyQuery,
          response: { 200: CurrencyPage, 400: Problem, 503: Problem },
        },
      },
      async ({ query }) => read.list(await waited(query)),
    )

    app.get(
      '/v1/currencies/:address',
      {
        schema: {
          tags,
          summary: 'A currency: everything that was declared, what there is, and what each faucet and sink let through',
          params,
          querystring: Type.Object({ minBlock: MinBlock }, { additionalProperties: false }),
          response: { 200: CurrencyDetail, ...problems },
        },
      },
      async ({ params, query }) => {
        await waited(query)
        return read.one(params.address)
      },
    )

    app.get(
      '/v1/currencies/:address/flows',
      {
        schema: {
          tags,
          summary: 'What flowed in a currency: sums by source, by sink, or of each of them by day',
          params,
          querystring: CurrencyFlowQuery,
          response: { 200: CurrencyFlows, ...problems },
        },
      },
      async ({ params, query }) => flows.flows(params.address, await waited(query)),
    )

    app.get(
      '/v1/currencies/:address/transfers',
      {
        schema: {
          tags,
          summary: 'Every movement of a currency, the newest first',
          params,
          querystring: CurrencyTransferQuery,
          response: { 200: CurrencyTransferPage, ...problems },
        },
      },
      async ({ params, query }) => flows.transfers(params.address, await waited(query)),
    )

    app.get(
      '/v1/accounts/:address/currencies',
      {
        schema: {
          tags,
          summary: 'Currencies of worlds that an account has',
          params,
          querystring: CurrencyBalanceQuery,
          response: { 200: CurrencyBalancePage, 400: Problem, 503: Problem },
        },
      },
      async ({ params, query }) => read.balances(params.address, await waited(query)),
    )
  }
