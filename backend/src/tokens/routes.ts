import { parseTokenRef } from '@daedal/protocol/chains/caip'
import { Problem } from '@daedal/protocol/errors/problem'
import { Address, CidString, Cursor, Hex32 } from '@daedal/protocol/scalars'
import {
  ActivityPage,
  ActivityQuery,
  AssetBatch,
  AssetBatchAnswer,
  AssetDetail,
  AssetPage,
  AssetQuery,
  HolderPage,
  Portfolio,
} from '@daedal/protocol/tokens/api'
import { Collection, CollectionPage, CollectionQuery } from '@daedal/protocol/tokens/collection'
import { AssetPassport } from '@daedal/protocol/worlds/api'
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import Type from 'typebox'
import { readAssetId } from './asset-id.ts'
import type { ListActivity } from './list-activity.ts'
import type { ListHolders } from './list-holders.ts'
import type { ReadAsset } from './read-asset.ts'
import type { ReadCollections } from './read-collections.ts'
import { passportOf } from './read-passport.ts'
import type { ReadPortfolio } from './read-portfolio.ts'
import type { SearchAssets } from './search-assets.ts'

export type TokenDeps = {
  search: SearchAssets
  assets: ReadAsset
  activity: ListActivity
  holders: ListHolders
  collections: ReadCollections
  portfolio: ReadPortfolio
  /** Resolves when the index has seen the block. Throws INDEX_BEHIND after some seconds. */
  waitFor(block: number): Promise<void>
}

const tags = ['tokens']
const AssetId = Type.Object({ id: Type.String({ maxLength: 200, description: 'CAIP-19 id, percent-encoded' }) })
const MinBlock = Type.Object(
  { minBlock: Type.Optional(Type.Integer({ minimum: 0, description: 'Wait (up to 5 s) until the index has seen this block' })) },
  { additionalProperties: false },
)
const HistoryQuery = Type.Object(
  { ...MinBlock.properties, cursor: Type.Optional(Cursor), limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 100, default: 24 })) },
  { additionalProperties: false },
)
const ProvenanceAnswer = Type.Object({
  cid: CidString,
  root: Hex32,
  envelope: Type.Object({}, { additionalProperties: true, description: 'provenance.json of the asset' }),
  car: Type.String({ description: 'Gateway path of the whole directory as a CAR' }),
})
const unknown = { 400: Problem, 404: Problem, 503: Problem }

/** Assets: found, read, and what happened to them. */
export const tokenRoutes =
  ({ search, assets, activity, holders, collections, portfolio, waitFor }: TokenDeps): FastifyPluginAsyncTypebox =>
  async (app) => {
    const reached = async ({ minBlock }: { minBlock?: number | undefined }) => {
      if (minBlock !== undefined) await waitFor(minBlock)
    }

    app.get(
      '/v1/assets',
      {
        schema: {
          tags,
          summary: 'Find assets, with counts for every filter',
          querystring: AssetQuery,
          response: { 200: AssetPage, 400: Problem },
        },
      },
      async ({ query }) => {
        await reached(query)
        return search(query)
      },
    )

    app.post(
      '/v1/assets/batch',
      { schema: { tags, summary: 'Many assets by id; every id is answered', body: AssetBatch, response: { 200: AssetBatchAnswer } } },
      async ({ body }) => assets.batch(body.ids),
    )

    app.get(
      '/v1/assets/:id',
      { schema: { tags, summary: 'An asset', params: AssetId, querystring: MinBlock, response: { 200: AssetDetail, ...unknown } } },
      async ({ params, query }) => {
        await reached(query)
        return assets.detail(params.id)
      },
    )

    app.get(
      '/v1/assets/:id/passport',
      { schema: { tags, summary: 'An asset as a game world needs it', params: AssetId, response: { 200: AssetPassport, ...unknown } } },
      async ({ params }) => {
        const { row, content } = await assets.find(params.id)
        return passportOf(row, content)
      },
    )

    app.get(
      '/v1/assets/:id/provenance',
      {
        schema: {
          tags,
          summary: 'Its record, and where all of its files are',
          params: AssetId,
          response: { 200: ProvenanceAnswer, ...unknown },
        },
      },
      async ({ params }) => {
        const { row, content } = await assets.find(params.id)
        return { cid: content.cid, root: row.root, envelope: content.envelope, car: `/ipfs/${content.cid}?format=car` }
      },
    )

    app.get(
      '/v1/assets/:id/history',
      {
        schema: {
          tags,
          summary: 'What happened to an asset',
          params: AssetId,
          querystring: HistoryQuery,
          response: { 200: ActivityPage, ...unknown },
        },
      },
      async ({ params, query }) => {
        const key = parseTokenRef(readAssetId(params.id))
        await reached(query)
        const { minBlock: _, ...page } = query
        return activity({ ...page, ...(key && { collection: key.collection, tokenId: key.tokenId.toString() }) })
      },
    )

    app.get(
      '/v1/assets/:id/holders',
      {
        schema: {
          tags,
          summary: 'Who owns an asset, or how many units of it',
          params: AssetId,
          querystring: HistoryQuery,
          response: { 200: HolderPage, ...unknown },
        },
      },
      async ({ params, query }) => {
        await reached(query)
        const { minBlock: _, ...page } = query
        return holders(params.id, page)
      },
    )

    app.get(
      '/v1/collections',
      {
        schema: {
          tags,
          summary: 'Collections whose tokens are assets, the newest first',
          querystring: CollectionQuery,
          response: { 200: CollectionPage, 400: Problem },
        },
      },
      async ({ query }) => {
        await reached(query)
        const { minBlock: _, ...asked } = query
        return collections.list(asked)
      },
    )

    app.get(
      '/v1/collections/:address',
      {
        schema: {
          tags,
          summary: 'A collection',
          params: Type.Object({ address: Address }),
          querystring: MinBlock,
          response: { 200: Collection, 400: Problem, 404: Problem },
        },
      },
      async ({ params, query }) => {
        await reached(query)
        return collections.one(params.address)
      },
    )

    app.get(
      '/v1/activity',
      {
        schema: {
          tags,
          summary: 'What happened, the newest first',
          querystring: ActivityQuery,
          response: { 200: ActivityPage, 400: Problem },
        },
      },
      async ({ query }) => {
        await reached(query)
        return activity(query)
      },
    )

    app.get(
      '/v1/accounts/:address/portfolio',
      {
        schema: {
          tags,
          summary: 'Figures and orders of an account',
          params: Type.Object({ address: Address }),
          querystring: MinBlock,
          response: { 200: Portfolio, 400: Problem },
        },
      },
      async ({ params, query }) => {
        await reached(query)
        return portfolio(params.address)
      },
    )
  }
