import { createHash } from 'node:crypto'
import { DAG_PB, RAW, SHA2_256 } from '@daedal/protocol/tokens/root'
import { CID } from 'multiformats/cid'
import { AppError } from '../../errors.ts'

/** Blocks by CID. `get` returns bytes whose hash was checked; it throws CONTENT_NOT_FOUND or CONTENT_CORRUPT. */
export type Blocks = {
  get(cid: CID): Promise<Uint8Array>
  /** Resolves when the block is durable. */
  put(cid: CID, bytes: Uint8Array): Promise<void>
}

/** Reads a CID as text; only CIDv1 with sha2-256 and raw or dag-pb passes. */
export function parseCid(text: string): CID {
  if (text.length > 128) throw new AppError('CONTENT_CID_MALFORMED', 'The CID has more than 128 characters.')
  let cid: CID
  try {
    cid = CID.parse(text)
  } catch (cause) {
    throw new AppError('CONTENT_CID_MALFORMED', `${JSON.stringify(text)} is not a CID.`, { cause })
  }
  if (
    cid.version !== 1 ||
    cid.multihash.code !== SHA2_256 ||
    cid.multihash.digest.length !== 32 ||
    (cid.code !== RAW && cid.code !== DAG_PB)
  )
    throw new AppError(
      'CONTENT_CID_UNSUPPORTED',
      `${text} is CIDv${cid.version} with codec 0x${cid.code.toString(16)} and hash 0x${cid.multihash.code.toString(16)}.`,
    )
  return cid
}

/** Whether the bytes are the block that the CID names. */
export const matches = (cid: CID, bytes: Uint8Array): boolean =>
  cid.multihash.code === SHA2_256 && createHash('sha256').update(bytes).digest().equals(cid.multihash.digest)

const SEGMENT_LIMIT = 255
const DEPTH_LIMIT = 16

/** The names of a path below a CID. Refuses `.`, `..`, empty names, slashes and control characters inside a name. */
export function parsePath(path: string): string[] {
  if (path === '') return []
  const names = path.split('/')
  if (names.length > DEPTH_LIMIT) throw new AppError('CONTENT_PATH_INVALID', `The path is deeper than ${DEPTH_LIMIT} names.`)
  for (const name of names) {
    if (name === '' || name === '.' || name === '..')
      throw new AppError('CONTENT_PATH_INVALID', `${JSON.stringify(name)} is not a name in a path.`)
    if (/[\p{Cc}\\/]/u.test(name) || Buffer.byteLength(name) > SEGMENT_LIMIT)
      throw new AppError('CONTENT_PATH_INVALID', `${JSON.stringify(name.slice(0, 80))} is not allowed as a name in a path.`)
  }
  return names
}
