import { randomBytes } from 'node:crypto'
import { ENGINE } from '@daedal/engine/engine'
import { accountDid, assetRef, chainRef } from '@daedal/protocol/chains/caip'
import type { PreparedMint, PrepareMint } from '@daedal/protocol/generation/api'
import { allowsDerivatives } from '@daedal/protocol/generation/derivative-licences'
import { commitPrompt, type PromptOpening } from '@daedal/protocol/provenance/commitment'
import { canonicalBytes, coreHashOf, type ProvenanceCore, parseCore, sha256Hex } from '@daedal/protocol/provenance/core'
import { tokenIdOf } from '@daedal/protocol/tokens/token-id'
import { type Address, bytesToHex, getAddress } from 'viem'
import { AppError } from '../errors.ts'
import { recordedFiles } from './asset-files.ts'
import type { EngineCode } from './engine-code.ts'
import type { FindPicture, Lineage, ReadLineage, RecordedPicture, Sealer } from './ports.ts'
import { openOpening, sealOpening } from './prompt-opening.ts'
import type { MintRecord, MintStore } from './store.ts'
import { typedDataJson } from './typed-data-json.ts'

export type PrepareMintDeps = {
  findPicture: FindPicture
  readLineage: ReadLineage
  store: MintStore
  sealer: Sealer
  engineCode(): Promise<EngineCode>
  /** Sentence that says what the plan shows. */
  describe(picture: RecordedPicture): string
  /** Name of the rule that a public text breaks, or null. */
  refusedBy(text: string): string | null
  collection: { chainId: number; address: Address }
  now(): Date
}

/**
 * Builds the record of a picture for its creator to sign. The same request is answered with the same record.
 * Throws GENERATION_UNKNOWN, GENERATION_VARIATION_NOT_READY, GENERATION_PROMPT_REFUSED (name or description), GENERATION_SOURCE_FORBIDS,
 * GENERATION_SOURCE_NOT_SHOWN, REQUEST_INVALID.
 */
export function createPrepareMint(deps: PrepareMintDeps) {
  const { findPicture, readLineage, store, sealer, engineCode, describe, collection, now } = deps
  return async (generationId: string, request: PrepareMint): Promise<PreparedMint> => {
    const picture = await findPicture(generationId, request.variation)
    const name = publicText(deps, 'name', request.name)
    const given = request.description === undefined ? '' : publicText(deps, 'description', request.description)
    const creator = getAddress(request.creator.toLowerCase())
    const lineage = await readLineage(picture.generationId, creator)
    // another record once one of its sources became a token
    const asked = { ...request, name, description: given, creator, generationId, ...collection, ...(lineage.derivation && lineage) }
    const requestKey = sha256Hex(canonicalBytes(asked))
    const before = await store.findByRequest(requestKey)
    if (before) return answerOf(sealer, before)

    const opening: PromptOpening = { prompt: { text: picture.prompt, salt: bytesToHex(randomBytes(16)) }, negative: null }
    const isPublic = request.prompt === 'public'
    const core = parseCore(coreOf({ picture, lineage, request, creator, opening, code: await engineCode(), collection, at: now() }))
    const coreHash = coreHashOf(core)
    const record = await store.add(requestKey, {
      coreHash,
      generationId,
      variation: request.variation,
      chainId: collection.chainId,
      collection: collection.address,
      creator,
      tokenId: tokenIdOf(creator, coreHash).toString(),
      core,
      presentation: {
        name,
        description: given || (isPublic ? picture.prompt : describe(picture)),
        publicOpening: isPublic ? opening : null,
      },
      royaltyBps: request.royaltyBps,
      remixBps: core.rights.derivatives.upBps,
      sealedOpening: sealOpening(sealer, coreHash, opening),
      fingerprint: core.asset.fingerprint?.bits ?? null,
      folder: picture.folder,
      createdAt: now(),
      signed: null,
    })
    return answerOf(sealer, record)
  }
}

type CoreParts = {
  picture: RecordedPicture
  lineage: Lineage
  request: PrepareMint
  creator: Address
  opening: PromptOpening
  code: EngineCode
  collection: PrepareMintDeps['collection']
  at: Date
}

function coreOf({ picture, lineage: { derivation, inputs }, request, creator, opening, code, collection, at }: CoreParts): ProvenanceCore {
  const derivatives = allowsDerivatives(request.licence)
  return {
    schema: 'aigc-provenance/1',
    chain: chainRef(collection.chainId),
    contract: getAddress(collection.address),
    creator: accountDid(collection.chainId, creator),
    asset: {
      kind: picture.kind,
      ...recordedFiles(picture),
      dims: { w: picture.width, h: picture.height },
      fingerprint: picture.fingerprint && { alg: 'pdq256/1', ...picture.fingerprint },
      watermark: null,
    },
    generation: {
      method: 'deterministic-local',
      // a picture of an earlier version was not drawn by this code
      engine: { ...picture.engine, ...(picture.engine.version === ENGINE.version ? code : { bundleCid: null, codeSha256: null }) },
      model: null,
      plan: picture.plan,
      params: derivation ? { derivation } : {},
      seed: picture.seed,
      ...commitPrompt(opening),
      providerManifest: null,
      reproducible: 'bit-exact',
    },
    inputs,
    declaration: {
      digitalSourceType: 'algorithmicMedia',
      // who takes another variation of something chooses; who remixes, restyles or mixes edits
      humanContribution: derivation === null || derivation === 'variation' ? 'curation' : 'editing',
      depictsRealPerson: false,
    },
    rights: {
      licence: request.licence,
      derivatives: { allowed: derivatives, approval: false, upBps: derivatives ? (request.remixBps ?? 0) : 0 },
      training: { mining: request.training ? 'allowed' : 'notAllowed', generativeTraining: request.training ? 'allowed' : 'notAllowed' },
    },
    moderation: { prompt: 'deny-list/1: passed', output: 'closed-vocabulary' },
    quality: { profile: picture.model ? 'image-and-model/1' : 'image/1', metrics: picture.metrics },
    createdAt: `${at.toISOString().slice(0, 19)}Z`,
    nonce: bytesToHex(randomBytes(32)),
  }
}

function answerOf(sealer: Sealer, record: MintRecord): PreparedMint {
  const { coreHash, tokenId, core, chainId, collection } = record
  const creator = getAddress(record.creator)
  return {
    coreHash,
    tokenId,
    asset: assetRef(chainId, collection, BigInt(tokenId)),
    core,
    opening: openOpening(sealer, record),
    steps: [{ type: 'sign', typedData: typedDataJson(chainId, collection, { creator, coreHash, tokenId: BigInt(tokenId) }) }],
  }
}

/** Text that everyone will read: NFC, one line, no control characters, nothing that is refused. */
function publicText({ refusedBy }: PrepareMintDeps, field: string, text: string): string {
  const clean = text.normalize('NFC').replace(/\s+/gu, ' ').trim()
  if (/[\p{Cc}\p{Cs}\p{Co}\u202A-\u202E\u2066-\u2069]/u.test(clean))
    throw new AppError('REQUEST_INVALID', `body/${field} holds control characters.`)
  if (field === 'name' && clean === '') throw new AppError('REQUEST_INVALID', 'body/name has no visible character.')
  const rule = refusedBy(clean)
  if (rule) throw new AppError('GENERATION_PROMPT_REFUSED', `The ${field} asks for ${rule}.`)
  return clean
}
