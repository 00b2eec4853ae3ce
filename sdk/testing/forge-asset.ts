import { assetRef, parseAccountDid } from '@daedal/protocol/chains/caip'
import { canonicalBytes, coreHashOf, type ProvenanceCore, sha256Hex } from '@daedal/protocol/provenance/core'
import type { ProvenanceEnvelope } from '@daedal/protocol/provenance/envelope'
import { provenanceTypedData } from '@daedal/protocol/provenance/signature'
import type { TokenMetadata } from '@daedal/protocol/tokens/metadata'
import { tokenIdOf } from '@daedal/protocol/tokens/token-id'
import { creator, type MadeAsset, type openStudio } from './make-asset.ts'

type Studio = Awaited<ReturnType<typeof openStudio>>

/** What a forger changes. Everything that follows from it is made consistent again, as a careful forger would. */
export type Forgery = {
  core?: (core: ProvenanceCore) => void
  /** Other bytes of the asset's own file, or of the further file named. */
  picture?: Uint8Array
  further?: { path: string; bytes: Uint8Array }
  metadata?: (metadata: TokenMetadata) => void
  /** The last word on the record, after it was signed. */
  envelope?: (envelope: ProvenanceEnvelope) => void
  /** Bytes of `provenance.json`, when they are not the canonical form. */
  record?: (envelope: ProvenanceEnvelope) => Uint8Array
  extra?: { path: string; bytes: Uint8Array }[]
  without?: string
  signer?: typeof creator
}

/** Builds the folder of a changed asset. `assetId` is the id that its own record makes. */
export async function forgeAsset(studio: Studio, asset: MadeAsset, forgery: Forgery) {
  const { signer = creator } = forgery
  const fileOf = (name: string) => asset.files.find(({ path }) => path === name)?.bytes as Uint8Array
  const readJson = <T>(name: string) => JSON.parse(new TextDecoder().decode(fileOf(name))) as T
  const envelope = readJson<ProvenanceEnvelope>('provenance.json')
  const assetPath = envelope.asset.path
  const picture = forgery.picture ?? fileOf(assetPath)
  const further = (envelope.core.asset.renditions ?? []).map((rendition) => {
    const bytes = forgery.further?.path === rendition.path ? forgery.further.bytes : fileOf(rendition.path)
    rendition.payloadSha256 = sha256Hex(bytes)
    return { path: rendition.path, bytes }
  })
  envelope.core.asset.payloadSha256 = sha256Hex(picture)
  forgery.core?.(envelope.core)
  const by = parseAccountDid(envelope.core.creator)
  if (!by) throw new Error('the record names no creator')
  envelope.coreHash = coreHashOf(envelope.core)
  envelope.asset.sha256 = envelope.core.asset.payloadSha256
  const message = { creator: by.address, coreHash: envelope.coreHash, tokenId: tokenIdOf(by.address, envelope.coreHash) }
  envelope.signature.signer = by.address
  envelope.signature.signature = await signer.signTypedData(provenanceTypedData(by.chainId, envelope.core.contract, message))
  forgery.envelope?.(envelope)
  const metadata = readJson<TokenMetadata>('metadata.json')
  metadata.coreHash = envelope.coreHash
  metadata.asset = { ...metadata.asset, cid: await studio.content.cidOf(picture), sha256: sha256Hex(picture), bytes: picture.length }
  const linkTo = async (isWanted: (role: string) => boolean) => {
    const found = envelope.core.asset.renditions?.find(({ role }) => isWanted(role))
    const bytes = further.find(({ path }) => path === found?.path)?.bytes
    return `ipfs://${bytes ? await studio.content.cidOf(bytes) : metadata.asset.cid}`
  }
  metadata.image = await linkTo((role) => role === 'image')
  if (metadata.animation_url) metadata.animation_url = await linkTo((role) => role !== 'image')
  forgery.metadata?.(metadata)
  const files = [
    { path: assetPath, bytes: picture },
    ...further,
    { path: 'thumb.webp', bytes: fileOf('thumb.webp') },
    { path: 'metadata.json', bytes: canonicalBytes(metadata) },
    { path: 'provenance.json', bytes: forgery.record?.(envelope) ?? canonicalBytes(envelope) },
    ...(forgery.extra ?? []),
  ].filter(({ path }) => path !== forgery.without)
  const packed = await studio.pack(files)
  return { ...packed, assetId: assetRef(by.chainId, envelope.core.contract, message.tokenId), tokenId: message.tokenId, envelope }
}
