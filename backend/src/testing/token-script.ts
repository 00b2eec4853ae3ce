import { accountDid, assetRef, chainRef, type TokenStandard } from '@daedal/protocol/chains/caip'
import type { ModelRole } from '@daedal/protocol/generation/model-file'
import { commitPrompt } from '@daedal/protocol/provenance/commitment'
import { type AssetKind, canonicalBytes, coreHashOf, type ProvenanceCore, sha256Hex } from '@daedal/protocol/provenance/core'
import { disclosureCode } from '@daedal/protocol/provenance/disclosure'
import type { ProvenanceEnvelope } from '@daedal/protocol/provenance/envelope'
import { tokenIdOf } from '@daedal/protocol/tokens/token-id'
import { type Address, getAddress, type Hex, keccak256, toHex, zeroAddress } from 'viem'
import { assetPathOf, recordedFiles } from '../provenance/asset-files.ts'
import type { ContentFile, ContentStore } from '../provenance/ports.ts'
import { tokenMetadataOf } from '../provenance/token-metadata.ts'
import type { ChainEvent, ChainFact, DecodeEvent, Header, RawEvent, TokenPlace } from '../tokens/ports.ts'

export const CHAIN_ID = 31_337
export const COLLECTION: Address = '0x2000000000000000000000000000000000000002'
export const account = (index: number): Address => toHex(BigInt(index) + 0xa0000n, { size: 20 })

/** What a test says of a token; the rest is made up. */
export type TokenScript = {
  name: string
  description?: string
  prompt?: string
  publicPrompt?: boolean
  kind?: AssetKind
  licence?: string
  plan?: Record<string, unknown>
  seed?: string
  /** Which engine drew it. */
  engine?: { name: string; version: string }
  derivatives?: Partial<ProvenanceCore['rights']['derivatives']>
  /** What comes with the picture: a world is itself the asset then, a model of another role stands beside it. */
  model?: ModelRole
  creator?: Address
  collection?: Address
  standard?: TokenStandard
  parents?: bigint[]
  inputs?: ProvenanceCore['inputs']
  policy?: number
}

const lower = (address: Address) => address.toLowerCase() as Address
const picture = (name: string) => Buffer.from(`picture of ${name}`)
const hash = (text: string): Hex => keccak256(toHex(text))

/** A token's record, and its directory in a content store. */
export async function writeToken(
  content: Pick<ContentStore, 'cidOf'> & { putDirectory(files: readonly ContentFile[]): Promise<{ root: Hex; cid: string }> },
  script: TokenScript,
) {
  const {
    name,
    description = '',
    kind = 'scene',
    licence = 'CC-BY-4.0',
    plan = {},
    creator = account(1),
    collection = COLLECTION,
    standard = 'erc721',
    parents = [],
    policy = 1,
  } = script
  const pictureBytes = picture(name)
  const modelBytes = Buffer.from(`glTF of ${name}`)
  const recorded = recordedFiles({
    sha256: sha256Hex(pictureBytes),
    renderSha256: hash(`pixels of ${name}`),
    model: script.model ? { role: script.model, sha256: sha256Hex(modelBytes), renderSha256: hash(`vertices of ${name}`) } : null,
  })
  const bytes = script.model === 'world' ? modelBytes : pictureBytes
  const opening = { prompt: { text: script.prompt ?? name, salt: `0x${'5a'.repeat(16)}` as Hex }, negative: null }
  const core: ProvenanceCore = {
    schema: 'aigc-provenance/1',
    chain: chainRef(CHAIN_ID),
    contract: getAddress(collection),
    creator: accountDid(CHAIN_ID, creator),
    asset: {
      kind,
      ...recorded,
      dims: { w: 768, h: 512 },
      fingerprint: null,
      watermark: null,
    },
    generation: {
      method: 'deterministic-local',
      engine: { ...(script.engine ?? { name: 'daedal', version: '1.0.0' }), bundleCid: null, codeSha256: hash('code') },
      model: null,
      plan,
      params: {},
      seed: script.seed ?? '11',
      ...commitPrompt(opening),
      providerManifest: null,
      reproducible: 'bit-exact',
    },
    inputs: script.inputs ?? [],
    declaration: { digitalSourceType: 'algorithmicMedia', humanContribution: 'curation', depictsRealPerson: false },
    rights: {
      licence,
      derivatives: { allowed: true, approval: false, upBps: 500, ...script.derivatives },
      training: { mining: 'notAllowed', generativeTraining: 'notAllowed' },
    },
    moderation: { prompt: 'passed', output: 'closed-vocabulary' },
    quality: { profile: 'image/1', metrics: { entropy: '7.1', ...(script.model && { modelTriangles: '12000', modelDrawCalls: '9' }) } },
    createdAt: '2026-01-02T03:04:05Z',
    nonce: hash(`nonce of ${name}`),
  }
  const coreHash = coreHashOf(core)
  const thumbnail = Buffer.from(`thumbnail of ${name}`)
  const assetCid = await content.cidOf(bytes)
  const metadata = tokenMetadataOf({
    core,
    coreHash,
    presentation: { name, description, publicOpening: script.publicPrompt ? opening : null },
    asset: { cid: assetCid, mime: recorded.mime, sha256: sha256Hex(bytes), bytes: bytes.length },
    thumbnail: { cid: await content.cidOf(thumbnail), mime: 'image/webp', sha256: sha256Hex(thumbnail), bytes: thumbnail.length },
    picture: await content.cidOf(pictureBytes),
    model: script.model ? await content.cidOf(modelBytes) : null,
  })
  const envelope: ProvenanceEnvelope = {
    core,
    coreHash,
    asset: { path: assetPathOf(core), sha256: sha256Hex(bytes) },
    c2pa: null,
    signature: { type: 'eip712', signer: getAddress(creator), signature: `0x${'11'.repeat(65)}` },
    attestations: [],
  }
  const files = [
    { path: assetPathOf(core), bytes },
    ...(recorded.renditions ?? []).map(({ role, path }) => ({ path, bytes: role === 'image' ? pictureBytes : modelBytes })),
    { path: 'thumb.webp', bytes: thumbnail },
    { path: 'metadata.json', bytes: canonicalBytes(metadata) },
    { path: 'provenance.json', bytes: canonicalBytes(envelope) },
  ]
  const { root, cid } = await content.putDirectory(files)
  const tokenId = tokenIdOf(creator, coreHash)
  const place: TokenPlace = { collection: lower(collection), tokenId, standard }
  const facts: ChainFact[] = [
    ...(parents.length ? [{ name: 'Derived' as const, ...place, parents }] : []),
    { name: 'Transfer', ...place, from: zeroAddress, to: lower(creator) },
    {
      name: 'Provenance',
      ...place,
      creator: lower(creator),
      coreHash,
      root,
      promptCommitment: core.generation.promptCommitment as Hex,
      engineHash: hash('code'),
      disclosure: disclosureCode('algorithmicMedia'),
      royaltyReceiver: lower(creator),
      royaltyBps: 500,
      remixBps: 500,
      policy,
    },
  ]
  return { id: assetRef(CHAIN_ID, collection, tokenId, standard), tokenId, cid, root, coreHash, core, metadata, envelope, facts, files }
}

/** A chain that a test writes block by block. `fork` names the branch: the same block on another one has another hash. */
export function createChainScript(seconds = 1_700_000_000) {
  const events = new Map<string, ChainEvent>()
  const block = (number: number, facts: readonly ChainFact[] = [], fork = 'a', parentFork = fork) => {
    const header: Header = {
      number,
      hash: hash(`${fork} ${number}`),
      parentHash: hash(`${parentFork} ${number - 1}`),
      timestamp: seconds + number * 12,
    }
    const raw = facts.map((fact, logIndex): RawEvent => {
      const position = { block: number, blockHash: header.hash, timestamp: header.timestamp, tx: hash(`tx ${fork} ${number}`), logIndex }
      events.set(`${header.hash} ${logIndex}`, { ...position, ...fact })
      return { ...position, address: COLLECTION, topics: [], data: '0x' }
    })
    return { header, raw }
  }
  const decode: DecodeEvent = ({ blockHash, logIndex }) => events.get(`${blockHash} ${logIndex}`) ?? null
  return { block, decode }
}
