import { ENGINE } from '@daedal/engine/engine'
import { assetRef, parseTokenRef } from '@daedal/protocol/chains/caip'
import { type Origin, type Source, sourcesOf } from '@daedal/protocol/generation/origin'
import { MAX_LINEAGE_PARENTS } from '@daedal/protocol/royalties/lineage'
import type { Address } from 'viem'
import { AppError } from '../errors.ts'
import type { FindToken, SourcePlan, SourceToken } from './ports.ts'
import type { GenerationRecord, GenerationStore } from './store.ts'
import type { Ancestor, StoredOrigin, StoredSource } from './tables.ts'

export type FindSourcesDeps = {
  store: Pick<GenerationStore, 'find'>
  findToken: FindToken
  /** Ids of tokens that were prepared of a picture and signed, the first one first; not all of them need have been minted. */
  signedOf(generation: string, variation: number): Promise<readonly string[]>
  /** Where pictures are minted: parents are tokens of the same collection. */
  collection: { chainId: number; address: Address }
}

/** What a job starts from: how each was made, and what is kept of where it comes from. */
export type FoundSources = { of: readonly SourcePlan[]; stored: StoredOrigin }

type Found = SourcePlan & { stored: StoredSource }

/**
 * Finds what a job is to start from. Throws the GENERATION_SOURCE_* errors and GENERATION_LINEAGE_FULL. `account` is who asks, where it
 * is known: nobody needs a licence for what is their own.
 */
export function createFindSources({ store, findToken, signedOf, collection }: FindSourcesDeps) {
  const reading = { findToken, collection }

  async function findPicture(generation: string, variation: number, account: string): Promise<Found> {
    const job = /^[0-9a-f-]{36}$/.test(generation) ? await store.find(generation) : null
    const picture = job?.variations.find(({ index }) => index === variation)
    const named = `variation ${variation} of the job ${JSON.stringify(generation)}`
    if (!job || !picture) throw new AppError('GENERATION_SOURCE_UNKNOWN', `There is no ${named}.`)
    if (picture.state !== 'done') throw new AppError('GENERATION_SOURCE_NOT_READY', `The ${named} is ${picture.state}.`)
    const token = await mintedOf({ findToken, signedOf }, generation, variation)
    if (token) return readToken(reading, token.asset, account)
    if (job.engineName !== ENGINE.name) throw new AppError('GENERATION_SOURCE_NO_PLAN', `The ${named} was made by ${job.engineName}.`)
    const behind = await ancestorsOf({ findToken, signedOf }, job)
    for (const { asset } of behind) await readToken(reading, asset, account)
    const { plan, engineName, engineVersion } = job
    return {
      plan,
      seed: Number(picture.seed),
      engine: { name: engineName, version: engineVersion },
      stored: { generation, variation, behind },
    }
  }

  const findOne = (source: Source, account: string) =>
    'asset' in source ? readToken(reading, source.asset, account) : findPicture(source.generation, source.variation, account)

  return async ({ how, of }: Origin, account: string): Promise<FoundSources> => {
    const wanted = sourcesOf[how]
    if (of.length !== wanted) throw new AppError('GENERATION_SOURCE_COUNT', `A ${how} has ${wanted}, not ${of.length}.`)
    const found: Found[] = []
    for (const source of of) found.push(await findOne(source, account))
    const [first, second] = found.map(({ stored }) => nameOf(stored))
    if (first === second) throw new AppError('GENERATION_SOURCE_TWICE', `${first} is named twice.`)
    const stored: StoredOrigin = { how, of: found.map((source) => source.stored) }
    const tokens = new Set(stored.of.flatMap((source) => ('asset' in source ? source.asset : source.behind.map(({ asset }) => asset))))
    if (tokens.size > MAX_LINEAGE_PARENTS)
      throw new AppError('GENERATION_LINEAGE_FULL', `It would come of ${tokens.size} assets, ${MAX_LINEAGE_PARENTS} can be named.`)
    return { of: found, stored }
  }
}
export type FindSources = ReturnType<typeof createFindSources>

const nameOf = (source: StoredSource) => ('asset' in source ? source.asset : `${source.generation}/${source.variation}`)

type Reading = { findToken: FindToken; collection: FindSourcesDeps['collection'] }

/** A token that may be built upon, of the collection where pictures are minted, with the plan it was made by. */
async function readToken({ findToken, collection }: Reading, text: string, account: string): Promise<Found> {
  const key = parseTokenRef(text)
  if (!key) throw new AppError('GENERATION_SOURCE_UNKNOWN', `${JSON.stringify(text)} is not an asset id.`)
  const { chainId, collection: address, tokenId } = key
  if (chainId !== collection.chainId || address.toLowerCase() !== collection.address.toLowerCase() || key.standard !== 'erc721')
    throw new AppError(
      'GENERATION_SOURCE_ELSEWHERE',
      `${text} is not of the collection ${collection.address} on chain ${collection.chainId}.`,
    )
  const asset = assetRef(chainId, address, tokenId)
  const token = await findToken(asset)
  if (!token) throw new AppError('GENERATION_SOURCE_UNKNOWN', `There is no asset ${asset}.`)
  if (token.burned || !token.core)
    throw new AppError('GENERATION_SOURCE_NOT_SHOWN', `${asset} is ${token.burned ? 'burned' : 'not verified'}.`)
  refuseUnlicensed(token, account)
  const { method, engine, plan, seed } = token.core.generation
  if (method !== 'deterministic-local' || engine?.name !== ENGINE.name || !plan)
    throw new AppError('GENERATION_SOURCE_NO_PLAN', `${asset} was made by ${engine?.name ?? 'another program'}.`)
  return { plan, seed: Number(seed), engine: { name: engine.name, version: engine.version }, stored: { asset } }
}

/** Throws GENERATION_SOURCE_FORBIDS where `account` may not build upon a token; its creator may in any case. */
export function refuseUnlicensed({ asset, creator, derivatives }: SourceToken, account: string): void {
  if (creator.toLowerCase() === account.toLowerCase()) return
  if (!derivatives.allowed) throw new AppError('GENERATION_SOURCE_FORBIDS', `The creator of ${asset} allows no derivatives.`)
  if (derivatives.byApproval)
    throw new AppError('GENERATION_SOURCE_FORBIDS', `The creator of ${asset} allows derivatives only one by one, by approval.`)
}

type Minted = Pick<FindSourcesDeps, 'findToken' | 'signedOf'>

/** The token that a picture became; null while it is none. */
async function mintedOf({ findToken, signedOf }: Minted, generation: string, variation: number): Promise<SourceToken | null> {
  for (const asset of await signedOf(generation, variation)) {
    const token = await findToken(asset)
    if (token) return token
  }
  return null
}

/**
 * The tokens a job's pictures come of, each once. A source that is no token stands for those behind it, so that nobody is passed over by
 * making a picture in between; one that was minted meanwhile stands for itself.
 */
export async function ancestorsOf(minted: Minted, { origin }: Pick<GenerationRecord, 'origin'>): Promise<Ancestor[]> {
  const found = new Map<string, Ancestor>()
  for (const [at, source] of (origin?.of ?? []).entries()) {
    const relation = origin?.how === 'restyle' && at === 1 ? 'inspiredBy' : 'parentOf'
    const asset = 'asset' in source ? source.asset : (await mintedOf(minted, source.generation, source.variation))?.asset
    const own: Ancestor[] = asset === undefined ? ('behind' in source ? source.behind : []) : [{ relation, asset }]
    for (const ancestor of own) {
      const known = found.get(ancestor.asset)
      const isParent = [relation, ancestor.relation].every((name) => name === 'parentOf') || known?.relation === 'parentOf'
      found.set(ancestor.asset, { relation: isParent ? 'parentOf' : 'inspiredBy', asset: ancestor.asset })
    }
  }
  return [...found.values()]
}
