import { MODEL_MIME } from '@daedal/protocol/generation/model-file'
import { sha256Hex } from '@daedal/protocol/provenance/core'
import { TokenMetadata } from '@daedal/protocol/tokens/metadata'
import { Check, Errors } from 'typebox/value'
import { counted, type Finding, fail, notAssessed, pass, weak } from './check.ts'
import { type Evidence, isFolder } from './evidence.ts'
import type { Folder } from './open-folder.ts'
import { withRecord } from './with-record.ts'

const METADATA_LIMIT = 1 << 20
const THUMBNAIL_LIMIT = 16 << 20
/** Files a token's folder may hold beside those of its record. */
const known = /^(asset\.[a-z0-9]{1,8}|thumb\.webp|preview\.[a-z0-9]{1,8}|metadata\.json|provenance\.json|prompt\.enc)$/

/** The token's metadata, or why there is none. `damaged` as in {@link FileRead}. */
export type MetadataRead = { metadata: TokenMetadata; why: null } | { metadata: null; why: string; damaged: boolean }

/** Reads and validates `metadata.json` of a folder. */
export async function readMetadata(folder: Folder): Promise<MetadataRead> {
  const file = await folder.read('metadata.json', METADATA_LIMIT)
  if (file.bytes === null) return { metadata: null, why: file.why, damaged: file.damaged }
  const refused = (why: string): MetadataRead => ({ metadata: null, why: `metadata.json is not token metadata: ${why}`, damaged: false })
  try {
    const json: unknown = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(file.bytes))
    if (Check(TokenMetadata, json)) return { metadata: json, why: null }
    const [first] = Errors(TokenMetadata, json)
    return refused(`${first?.instancePath || '/'} ${first?.message}`)
  } catch (cause) {
    return refused((cause as Error).message)
  }
}

/** What marketplaces and wallets read says the same as the record, and names the files beside it. */
export async function checkMetadata(evidence: Evidence): Promise<Finding> {
  return withRecord(evidence, async ({ core, envelope }) => {
    const { folder } = evidence
    if (!isFolder(folder)) return notAssessed(folder.why)
    const read = await readMetadata(folder)
    if (read.metadata === null) return read.damaged ? notAssessed(read.why) : fail(read.why)
    const { metadata } = read
    const thumbnail = await folder.read('thumb.webp', THUMBNAIL_LIMIT)
    const wrong: string[] = []
    const expect = (what: string, said: unknown, is: unknown) => {
      if (said !== is) wrong.push(`${what} is ${JSON.stringify(said)}, not ${JSON.stringify(is)}`)
    }
    expect('coreHash', metadata.coreHash, envelope.coreHash)
    const further = core.asset.renditions ?? []
    const picture = further.find(({ role }) => role === 'image')?.path ?? envelope.asset.path
    const model = core.asset.mime === MODEL_MIME ? envelope.asset.path : further.find(({ role }) => role !== 'image')?.path
    expect('image', metadata.image, `ipfs://${folder.cidOf(picture)}`)
    expect('animation_url', metadata.animation_url, model && `ipfs://${folder.cidOf(model)}`)
    expect('asset.cid', metadata.asset.cid, folder.cidOf(envelope.asset.path))
    expect('asset.sha256', metadata.asset.sha256, core.asset.payloadSha256)
    if (evidence.file.bytes) expect('asset.bytes', metadata.asset.bytes, evidence.file.bytes.length)
    expect('asset.mime', metadata.asset.mime, core.asset.mime)
    expect('thumbnail.cid', metadata.thumbnail.cid, folder.cidOf('thumb.webp'))
    if (thumbnail.bytes) {
      expect('thumbnail.sha256', metadata.thumbnail.sha256, sha256Hex(thumbnail.bytes))
      expect('thumbnail.bytes', metadata.thumbnail.bytes, thumbnail.bytes.length)
    }
    expect('licence', metadata.licence, core.rights.licence)
    expect('dataMiningPreference', metadata.dataMiningPreference, core.rights.training.generativeTraining)
    if (wrong.length > 0) return fail(wrong.join('; '))
    const named = new Set(further.map(({ path }) => path))
    const strange = folder.names.filter((name) => !known.test(name) && !named.has(name))
    if (strange.length > 0) return weak(`the folder also holds ${strange.join(', ')}, which nothing names`)
    return pass(`“${metadata.name}”, ${counted(folder.names.length, 'file')}, ${metadata.licence}`)
  })
}
