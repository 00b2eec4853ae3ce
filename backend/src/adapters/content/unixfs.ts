import { rootOfCid } from '@daedal/protocol/tokens/root'
import { exporter, type UnixFSEntry } from 'ipfs-unixfs-exporter'
import { importer } from 'ipfs-unixfs-importer'
import type { CID } from 'multiformats/cid'
import { AppError } from '../../errors.ts'
import type { ByteRange, ContentFile, ContentStat, StoredDirectory, StoredFile } from '../../provenance/ports.ts'
import { type Blocks, parseCid, parsePath } from './blocks.ts'

/** Entries a folder may have; beyond it the layout would depend on who imports. */
const ENTRY_LIMIT = 1_000
/** Files a whole tree may have: some times as many as the largest that is kept, the engine's code. */
const TREE_LIMIT = 5_000

/** CIDv1, raw leaves of 1 MiB, 1,024 links a node (IPIP-499). A fresh object a call: the importer writes into it. */
const profile = () => ({ profile: 'unixfs-v1-2025' as const })

const sink = (put: Blocks['put']) => ({
  put: async (cid: CID, value: Uint8Array | Iterable<Uint8Array> | AsyncIterable<Uint8Array>): Promise<CID> => {
    await put(cid, value instanceof Uint8Array ? value : await concatenated(value))
    return cid
  },
})

/** The names in each folder of a tree, its root as the empty path. */
function entriesOf(paths: Iterable<string>): Map<string, Set<string>> {
  const folders = new Map<string, Set<string>>()
  for (const path of paths) {
    const names = path.split('/')
    for (const [depth, name] of names.entries()) {
      const folder = names.slice(0, depth).join('/')
      const entries = folders.get(folder) ?? new Set()
      folders.set(folder, entries.add(name))
    }
  }
  return folders
}

/** Imports files as one UnixFS folder and resolves when every block was put. */
export async function importDirectory(put: Blocks['put'], files: readonly ContentFile[]): Promise<StoredDirectory> {
  if (files.length === 0) throw new AppError('CONTENT_PATH_INVALID', 'A folder needs at least one file.')
  if (files.length > TREE_LIMIT)
    throw new AppError('CONTENT_TOO_LARGE', `A tree holds at most ${TREE_LIMIT} files, this one ${files.length}.`)
  const seen = new Set<string>()
  for (const { path } of files) {
    if (path === '' || parsePath(path).join('/') !== path || seen.has(path))
      throw new AppError('CONTENT_PATH_INVALID', `${JSON.stringify(path)} cannot be a path in the folder, or stands there twice.`)
    seen.add(path)
  }
  for (const [folder, entries] of entriesOf(seen))
    if (entries.size > ENTRY_LIMIT)
      throw new AppError(
        'CONTENT_TOO_LARGE',
        `A folder holds at most ${ENTRY_LIMIT} entries, ${folder === '' ? 'this one' : JSON.stringify(folder)} ${entries.size}.`,
      )
  const byPath = new Map(files.map((file) => [file.path, file]))
  const source = files.map(({ path, bytes }) => ({ path, content: bytes }))
  const stored: StoredFile[] = []
  let root: { cid: CID; size: bigint } | undefined
  for await (const entry of importer(source, sink(put), { ...profile(), wrapWithDirectory: true })) {
    const file = entry.path === undefined ? undefined : byPath.get(entry.path)
    if (file) stored.push({ path: file.path, cid: entry.cid.toString(), bytes: file.bytes.length })
    else if (entry.path === '' || entry.path === undefined) root = entry
  }
  if (!root || stored.length !== files.length) throw new Error(`the importer answered ${stored.length} of ${files.length} files`)
  const cid = root.cid.toString()
  return { cid, root: rootOfCid(cid), bytes: Number(root.size), files: stored }
}

/** Imports one file. */
export async function importFile(put: Blocks['put'], bytes: Uint8Array): Promise<{ cid: string; bytes: number }> {
  for await (const entry of importer([{ content: bytes }], sink(put), profile())) return { cid: entry.cid.toString(), bytes: bytes.length }
  throw new Error('the importer answered nothing')
}

/** The thing at a CID and path. Throws CONTENT_NOT_FOUND and the errors of the blocks. */
export async function resolveEntry(blocks: Blocks, cid: string, path: string): Promise<UnixFSEntry> {
  const root = parseCid(cid)
  const names = parsePath(path)
  try {
    return await exporter([root.toString(), ...names].join('/'), source(blocks))
  } catch (error) {
    throw exportFailure(error, [cid, ...names].join('/'))
  }
}

export function statOf(entry: UnixFSEntry): ContentStat {
  const cid = entry.cid.toString()
  if (entry.type === 'directory') {
    const links = entry.node.Links.map((link) => ({ name: link.Name ?? '', cid: link.Hash.toString(), size: Number(link.Tsize ?? 0) }))
    return { cid, type: 'directory', size: links.reduce((sum, { size }) => sum + size, 0), links }
  }
  return { cid, type: 'file', size: Number(entry.size), links: [] }
}

/** The bytes of a file, or of a part of it. */
export async function* contentOf(entry: UnixFSEntry, range?: ByteRange): AsyncIterable<Uint8Array> {
  if (entry.type === 'directory') throw new AppError('CONTENT_NOT_FOUND', `${entry.path} is a folder.`)
  if (entry.type === 'object') throw new AppError('CONTENT_CID_UNSUPPORTED', `${entry.path} is not a file.`)
  const size = Number(entry.size)
  const { offset, length } = range ?? { offset: 0, length: size }
  if (offset < 0 || length < 0 || offset + length > size)
    throw new AppError('CONTENT_RANGE_INVALID', `Bytes ${offset} to ${offset + length} of a file of ${size}.`)
  if (length === 0) return
  try {
    for await (const chunk of entry.content({ offset, length, blockReadConcurrency: 4 })) yield chunk as Uint8Array
  } catch (error) {
    throw exportFailure(error, entry.path)
  }
}

const source = (blocks: Blocks) => ({
  get: async function* (cid: CID) {
    yield await blocks.get(parseCid(cid.toString()))
  },
})

function exportFailure(error: unknown, where: string): AppError {
  for (let at: unknown = error; at instanceof Error; at = at.cause) if (at instanceof AppError) return at
  const { code, message } = error as { code?: string; message: string }
  if (code === 'ERR_NOT_FOUND' || where.includes('/'))
    return new AppError('CONTENT_NOT_FOUND', `There is nothing at ${where}.`, { cause: error })
  return new AppError('CONTENT_CID_UNSUPPORTED', `${where} is not a file or folder: ${message}.`, { cause: error })
}

async function concatenated(parts: Iterable<Uint8Array> | AsyncIterable<Uint8Array>): Promise<Uint8Array> {
  const list: Uint8Array[] = []
  for await (const part of parts) list.push(part)
  return Buffer.concat(list)
}
