import type { SignedMint } from '@daedal/protocol/generation/api'
import { canonicalBytes, coreHashOf, sha256Hex } from '@daedal/protocol/provenance/core'
import { ProvenanceEnvelope } from '@daedal/protocol/provenance/envelope'
import { provenanceTypedData } from '@daedal/protocol/provenance/signature'
import { TokenMetadata } from '@daedal/protocol/tokens/metadata'
import { Check } from 'typebox/value'
import { getAddress, type Hex } from 'viem'
import { AppError } from '../errors.ts'
import { assetPathOf, modelOf, pictureOf, THUMBNAIL_PATH } from './asset-files.ts'
import { mintTransaction, parentsOf } from './mint-transaction.ts'
import type { CheckInputs, CheckSignature, ContentFile, ContentStore, EstimateGas, ReadPayees, StoredDirectory } from './ports.ts'
import type { MintRecord, MintStore } from './store.ts'
import { type NamedFile, tokenMetadataOf, traitsOf } from './token-metadata.ts'

export type SignMintDeps = {
  store: MintStore
  content: Pick<ContentStore, 'putDirectory' | 'readAll' | 'cidOf'>
  checkSignature: CheckSignature
  checkInputs: CheckInputs
  estimateGas: EstimateGas
  readPayees: ReadPayees
  /** The job of a minted picture is kept. */
  markMinted(generationId: string): Promise<void>
  now(): Date
}

/**
 * Takes the creator's signature over a record, stores the token's directory durably and answers the mint transaction.
 * A record that is signed already is answered as it stands when the signature is valid.
 * Throws PROVENANCE_MINT_UNKNOWN, PROVENANCE_SIGNATURE_INVALID, GENERATION_SOURCE_FORBIDS, CONTENT_*, CHAIN_UNAVAILABLE.
 */
export function createSignMint(deps: SignMintDeps) {
  const { store, checkSignature, checkInputs, markMinted, now } = deps
  return async (coreHash: Hex, signature: Hex): Promise<SignedMint> => {
    const record = await store.find(coreHash)
    if (!record) throw new AppError('PROVENANCE_MINT_UNKNOWN', `No record with the hash ${coreHash} was prepared.`)
    if (record.signed?.signature !== signature) await refuseForeign(checkSignature, record, signature)
    await checkInputs(record.core.inputs, getAddress(record.creator))
    const directory = record.signed?.directory ?? (await storeDirectory(deps, record, signature))
    if (!record.signed) {
      await store.sign(coreHash, signature, directory, now())
      await markMinted(record.generationId)
      // Two requests at once: the first signature stands for both.
      const stored = await store.find(coreHash)
      if (stored?.signed) return answerOf(deps, stored, stored.signed.directory)
    }
    return answerOf(deps, record, directory)
  }
}

async function refuseForeign(checkSignature: CheckSignature, record: MintRecord, signature: Hex): Promise<void> {
  const creator = getAddress(record.creator)
  const message = { creator, coreHash: record.coreHash, tokenId: BigInt(record.tokenId) }
  if (
    signature.length < 130 ||
    !(await checkSignature(creator, provenanceTypedData(record.chainId, record.collection, message), signature))
  )
    throw new AppError('PROVENANCE_SIGNATURE_INVALID', `The signature over ${record.coreHash} is not that of ${creator}.`)
}

/** The files of a token in one directory: what was made, and its papers. */
async function storeDirectory({ content }: SignMintDeps, record: MintRecord, signature: Hex): Promise<StoredDirectory> {
  const { core, coreHash, presentation, folder } = record
  if (coreHashOf(core) !== coreHash) throw new AppError('PROVENANCE_CORE_INVALID', `The stored record does not hash to ${coreHash}.`)
  const assetPath = assetPathOf(core)
  const recorded = [{ ...core.asset, path: assetPath }, ...(core.asset.renditions ?? [])]
  const made = await Promise.all(recorded.map(async ({ path }) => ({ path, bytes: await content.readAll(folder, path) })))
  for (const [i, { path, bytes }] of made.entries())
    if (sha256Hex(bytes) !== recorded[i]?.payloadSha256)
      throw new AppError('CONTENT_CORRUPT', `The stored ${path} of ${coreHash} is another one.`)
  const thumbnail = { path: THUMBNAIL_PATH, bytes: await content.readAll(folder, THUMBNAIL_PATH) }
  const cids = new Map(await Promise.all([...made, thumbnail].map(async ({ path, bytes }) => [path, await content.cidOf(bytes)] as const)))
  const named = ({ path, bytes }: ContentFile, mime: string): NamedFile => ({
    cid: cids.get(path) as string,
    mime,
    sha256: sha256Hex(bytes),
    bytes: bytes.length,
  })
  const model = modelOf(core)
  const metadata = tokenMetadataOf({
    core,
    coreHash,
    presentation,
    asset: named(made[0] as ContentFile, core.asset.mime),
    thumbnail: named(thumbnail, 'image/webp'),
    picture: cids.get(pictureOf(core)) as string,
    model: model && (cids.get(model) as string),
  })
  const envelope: ProvenanceEnvelope = {
    core,
    coreHash,
    asset: { path: assetPath, sha256: core.asset.payloadSha256 },
    c2pa: null,
    signature: { type: 'eip712', signer: getAddress(record.creator), signature },
    attestations: [],
  }
  if (!Check(TokenMetadata, metadata) || !Check(ProvenanceEnvelope, envelope))
    throw new AppError('PROVENANCE_CORE_INVALID', `The files of ${coreHash} do not match their schemas.`)
  return content.putDirectory([
    ...made,
    thumbnail,
    { path: 'metadata.json', bytes: canonicalBytes(metadata) },
    { path: 'provenance.json', bytes: canonicalBytes(envelope) },
  ])
}

async function answerOf({ estimateGas, readPayees }: SignMintDeps, record: MintRecord, directory: StoredDirectory): Promise<SignedMint> {
  const parents = await Promise.all(
    parentsOf(record).map(async (tokenId) => ({ tokenId, payees: await readPayees(getAddress(record.collection), tokenId) })),
  )
  const transaction = mintTransaction(record, directory.root, parents)
  const estimate = await estimateGas(getAddress(record.creator), transaction)
  return {
    coreHash: record.coreHash,
    tokenId: record.tokenId,
    cid: directory.cid,
    root: directory.root,
    bytes: directory.bytes,
    estimatedGas: estimate?.gas.toString() ?? null,
    gasPriceWei: estimate?.gasPriceWei.toString() ?? null,
    transaction: { to: transaction.to, data: transaction.data, value: transaction.value.toString() },
    files: directory.files,
    royaltyBps: record.royaltyBps,
    traits: traitsOf(record.core),
  }
}
