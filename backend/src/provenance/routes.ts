import { assetRef } from '@daedal/protocol/chains/caip'
import { Problem } from '@daedal/protocol/errors/problem'
import { MintOpening, MintState, PreparedMint, PrepareMint, SignedMint, SignMint } from '@daedal/protocol/generation/api'
import { Hex32 } from '@daedal/protocol/scalars'
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import type { FastifyRequest } from 'fastify'
import Type from 'typebox'
import type { Address, Hex } from 'viem'
import { AppError } from '../errors.ts'
import type { Sealer } from './ports.ts'
import { openOpening } from './prompt-opening.ts'
import type { MintRecord, MintStore } from './store.ts'

export type RecordDeps = {
  prepare(generationId: string, request: PrepareMint): Promise<PreparedMint>
  sign(coreHash: Hex, signature: Hex): Promise<SignedMint>
  store: MintStore
  sealer: Sealer
  /** The signed-in account, or null. */
  accountOf(request: FastifyRequest): Promise<Address | null> | Address | null
}

const tags = ['provenance']
const Core = Type.Object({ coreHash: Hex32 })

/** Records: prepared, signed, and read. */
export const recordRoutes =
  ({ prepare, sign, store, sealer, accountOf }: RecordDeps): FastifyPluginAsyncTypebox =>
  async (app) => {
    const find = async (coreHash: Hex) => {
      const record = await store.find(coreHash)
      if (!record) throw new AppError('PROVENANCE_MINT_UNKNOWN', `No record with the hash ${coreHash} was prepared.`)
      return record
    }

    app.post(
      '/v1/generations/:id/mint',
      {
        schema: {
          tags,
          summary: 'Build the record of a picture for its creator to sign',
          params: Type.Object({ id: Type.String({ maxLength: 64 }) }),
          body: PrepareMint,
          response: { 200: PreparedMint, 404: Problem, 409: Problem, 422: Problem },
        },
      },
      async (request, reply) => {
        reply.header('cache-control', 'no-store')
        return prepare(request.params.id, request.body)
      },
    )

    app.put(
      '/v1/mints/:coreHash/signature',
      {
        schema: {
          tags,
          summary: "Give the creator's signature: the directory is stored and the mint transaction answered",
          params: Core,
          body: SignMint,
          response: { 200: SignedMint, 404: Problem, 422: Problem },
        },
      },
      async (request) => sign(request.params.coreHash, request.body.signature.toLowerCase() as Hex),
    )

    app.get(
      '/v1/mints/:coreHash',
      { schema: { tags, summary: 'Where a record stands', params: Core, response: { 200: MintState, 404: Problem } } },
      async (request) => stateOf(await find(request.params.coreHash)),
    )

    app.get(
      '/v1/mints/:coreHash/opening',
      {
        schema: {
          tags,
          summary: 'What opens the prompt commitment; for the creator, signed in',
          params: Core,
          response: { 200: MintOpening, 401: Problem, 404: Problem },
        },
      },
      async (request, reply) => {
        const record = await find(request.params.coreHash)
        const account = await accountOf(request)
        if (account?.toLowerCase() !== record.creator.toLowerCase())
          throw new AppError('ACCOUNTS_SESSION_REQUIRED', `Sign in as ${record.creator} to read this.`)
        reply.header('cache-control', 'no-store')
        return { coreHash: record.coreHash, opening: openOpening(sealer, record) }
      },
    )
  }

const stateOf = ({ coreHash, tokenId, chainId, collection, signed, createdAt }: MintRecord): MintState => ({
  coreHash,
  tokenId,
  asset: assetRef(chainId, collection, BigInt(tokenId)),
  state: signed ? 'signed' : 'prepared',
  cid: signed?.directory.cid ?? null,
  root: signed?.directory.root ?? null,
  createdAt: createdAt.toISOString(),
})
