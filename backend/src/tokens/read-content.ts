import { coreHashOf, parseCore } from '@daedal/protocol/provenance/core'
import { ProvenanceEnvelope } from '@daedal/protocol/provenance/envelope'
import { TokenMetadata } from '@daedal/protocol/tokens/metadata'
import { Check, Errors } from 'typebox/value'
import type { ContentStore } from '../provenance/ports.ts'

/** Content that was read and contradicts itself. It never becomes right: what a CID names does not change. */
export class ContentNotBelieved extends Error {}

/** A token's directory, read and checked against itself. */
export type TokenContent = {
  metadata: TokenMetadata
  envelope: ProvenanceEnvelope
  files: Record<string, { cid: string; bytes: number }>
}

const JSON_LIMIT = 256 * 1024

/**
 * Reads metadata.json and provenance.json of a directory. The record's hash is computed anew, and the files that the metadata
 * names must be the files of the directory. Throws CONTENT_* errors of the store and {@link ContentNotBelieved}.
 */
export async function readContent(content: ContentStore, cid: string): Promise<TokenContent> {
  const folder = await content.stat(cid)
  if (!folder) throw new ContentMissing(cid)
  if (folder.type !== 'directory') throw new ContentNotBelieved(`${cid} is not a directory`)
  const files = Object.fromEntries(
    await Promise.all(
      folder.links.map(async ({ name, cid: file }) => {
        const stat = await content.stat(file)
        return [name, { cid: file, bytes: stat?.size ?? 0 }] as const
      }),
    ),
  )
  const [metadata, envelope] = await Promise.all([
    readJson(content, cid, 'metadata.json', TokenMetadata),
    readJson(content, cid, 'provenance.json', ProvenanceEnvelope),
  ])
  const core = believing('provenance.json', () => parseCore(envelope.core))
  if (coreHashOf(core) !== envelope.coreHash) throw new ContentNotBelieved(`provenance.json does not hash to ${envelope.coreHash}`)
  if (metadata.coreHash !== envelope.coreHash) throw new ContentNotBelieved('metadata.json names another record')
  if (files[envelope.asset.path]?.cid !== metadata.asset.cid)
    throw new ContentNotBelieved(`metadata.json names another ${envelope.asset.path}`)
  if (!Object.values(files).some((file) => file.cid === metadata.thumbnail.cid))
    throw new ContentNotBelieved('metadata.json names a thumbnail of another directory')
  if (metadata.asset.sha256 !== envelope.asset.sha256)
    throw new ContentNotBelieved('metadata.json and provenance.json name different files')
  for (const { path } of core.asset.renditions ?? [])
    if (!files[path]) throw new ContentNotBelieved(`provenance.json names ${path}, which the directory does not have`)
  return { metadata, envelope, files }
}

/** Nothing is stored under the CID here yet. */
export class ContentMissing extends Error {
  constructor(cid: string) {
    super(`nothing is stored under ${cid}`)
  }
}

async function readJson<S extends typeof TokenMetadata | typeof ProvenanceEnvelope>(
  content: ContentStore,
  cid: string,
  path: string,
  schema: S,
) {
  const bytes = await content.readAll(cid, path, JSON_LIMIT)
  const value: unknown = believing(path, () => JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes)))
  if (!isPlainText(value)) throw new ContentNotBelieved(`${path} holds text that is not Unicode or has a NUL`)
  if (Check(schema, value)) return value
  const [first] = Errors(schema, value)
  throw new ContentNotBelieved(`${path} is not as it should be at ${first?.instancePath || '/'}: ${first?.message}`)
}

function believing<T>(path: string, read: () => T): T {
  try {
    return read()
  } catch (cause) {
    throw new ContentNotBelieved(`${path} cannot be read: ${cause instanceof Error ? cause.message : cause}`, { cause })
  }
}

/** Whether all text of a JSON value can be kept: no NUL, no half of a surrogate pair. */
function isPlainText(value: unknown): boolean {
  if (typeof value === 'string') return value.isWellFormed() && !value.includes('\0')
  if (value === null || typeof value !== 'object') return true
  return Object.entries(value).every(([key, item]) => isPlainText(key) && isPlainText(item))
}
