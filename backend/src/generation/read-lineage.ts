import type { ProvenanceCore } from '@daedal/protocol/provenance/core'
import { AppError } from '../errors.ts'
import type { CheckInputs, ReadLineage } from '../provenance/ports.ts'
import { ancestorsOf, type FindSourcesDeps, refuseUnlicensed } from './find-sources.ts'
import type { GenerationStore } from './store.ts'

export type ReadLineageDeps = Pick<FindSourcesDeps, 'findToken' | 'signedOf'> & { store: Pick<GenerationStore, 'find'> }

type Input = ProvenanceCore['inputs'][number]

/** What a picture comes of, as its record names it, for an account that may build upon all of it. */
export const createReadLineage =
  ({ store, findToken, signedOf }: ReadLineageDeps): ReadLineage =>
  async (generationId, creator) => {
    const job = await store.find(generationId)
    const inputs: Input[] = []
    for (const { relation, asset } of job ? await ancestorsOf({ findToken, signedOf }, job) : []) {
      const token = await findToken(asset)
      if (!token?.core) throw new AppError('GENERATION_SOURCE_NOT_SHOWN', `${asset} cannot be read now.`)
      refuseUnlicensed(token, creator)
      inputs.push({ relation, token: asset, coreHash: token.coreHash, assetSha256: token.core.asset.payloadSha256 })
    }
    return { derivation: job?.origin?.how ?? null, inputs }
  }

/** Whether an account may still build upon what a record names: terms change. */
export const createCheckInputs =
  ({ findToken }: Pick<ReadLineageDeps, 'findToken'>): CheckInputs =>
  async (inputs, creator) => {
    for (const { token: asset } of inputs) {
      const token = await findToken(asset)
      if (!token) throw new AppError('GENERATION_SOURCE_UNKNOWN', `There is no asset ${asset}.`)
      refuseUnlicensed(token, creator)
    }
  }
