import { type FileHandle, mkdir, open, readdir, readFile, rename, rm, stat } from 'node:fs/promises'
import path from 'node:path'
import type { CID } from 'multiformats/cid'
import { AppError } from '../../errors.ts'
import { type Blocks, matches } from './blocks.ts'

/** Unfinished writes older than this are of a process that is gone. */
const STALE_MS = 10 * 60 * 1000

/** Blocks as files under a folder, with the checks of an embedded store. */
export type BlockFiles = Blocks & {
  /** Writes, syncs and removes a probe; throws CONTENT_STORE_FULL or CONTENT_STORE_UNAVAILABLE. */
  check(): Promise<void>
}

/**
 * Blocks by the sha2-256 of their bytes, one file each (`ab/abcd…`). A write goes to a temporary file, is synced, renamed and its folder
 * synced before it is acknowledged, so a block is whole or absent after a crash. Every read is hashed again.
 */
export async function openBlockFiles(root: string): Promise<BlockFiles> {
  const drafts = path.join(root, 'tmp')
  await mkdir(drafts, { recursive: true, mode: 0o750 })
  await sweep(drafts)
  const writing = new Map<string, Promise<void>>()
  const folders = new Map<string, Promise<void>>()
  let sequence = 0

  const place = (cid: CID): { dir: string; file: string } => {
    const hex = Buffer.from(cid.multihash.digest).toString('hex')
    const dir = path.join(root, hex.slice(0, 2))
    return { dir, file: path.join(dir, hex) }
  }
  const folder = (dir: string): Promise<void> => {
    const known = folders.get(dir)
    if (known) return known
    const made = mkdir(dir, { recursive: true, mode: 0o750 }).then(() => syncFolder(root))
    folders.set(dir, made)
    made.catch(() => folders.delete(dir))
    return made
  }
  const write = async (cid: CID, bytes: Uint8Array): Promise<void> => {
    const { dir, file } = place(cid)
    await folder(dir)
    // A block that is there and whole stays; a damaged one is replaced.
    const present = await readFile(file).catch(ignoreAbsent)
    if (!present || !matches(cid, present))
      await replace(file, path.join(drafts, `${path.basename(file)}.${process.pid}.${++sequence}`), bytes)
    await syncFolder(dir)
  }

  return {
    put: (cid, bytes) => {
      if (!matches(cid, bytes)) return Promise.reject(new AppError('CONTENT_CORRUPT', `The bytes are not those of ${cid}.`))
      const { file } = place(cid)
      const before = writing.get(file)
      if (before) return before
      const write$ = write(cid, bytes)
        .catch((error: unknown) => {
          throw storeFailure(error)
        })
        .finally(() => writing.delete(file))
      writing.set(file, write$)
      return write$
    },
    get: async (cid) => {
      const bytes = await readFile(place(cid).file).catch((error: unknown) => {
        if ((error as NodeJS.ErrnoException).code === 'ENOENT') throw new AppError('CONTENT_NOT_FOUND', `There is no block ${cid} here.`)
        throw storeFailure(error)
      })
      if (!matches(cid, bytes)) throw new AppError('CONTENT_CORRUPT', `The stored bytes of block ${cid} do not match it.`)
      return bytes
    },
    check: async () => {
      const probe = path.join(drafts, `probe.${process.pid}.${++sequence}`)
      try {
        await withFile(probe, (handle) => handle.writeFile('probe').then(() => handle.datasync()))
      } catch (error) {
        throw storeFailure(error)
      } finally {
        await rm(probe, { force: true }).catch(() => {})
      }
    },
  }
}

async function replace(file: string, draft: string, bytes: Uint8Array): Promise<void> {
  try {
    await withFile(draft, (handle) => handle.writeFile(bytes).then(() => handle.datasync()))
    await rename(draft, file)
  } catch (error) {
    await rm(draft, { force: true }).catch(() => {})
    throw error
  }
}

async function withFile(file: string, use: (handle: FileHandle) => Promise<void>): Promise<void> {
  const handle = await open(file, 'wx', 0o640)
  try {
    await use(handle)
  } finally {
    await handle.close()
  }
}

async function syncFolder(dir: string): Promise<void> {
  if (process.platform === 'win32') return
  const handle = await open(dir, 'r')
  await handle.sync().finally(() => handle.close())
}

/** Removes what killed writers left behind. */
async function sweep(drafts: string): Promise<void> {
  for (const name of await readdir(drafts)) {
    const file = path.join(drafts, name)
    const info = await stat(file).catch(ignoreAbsent)
    if (info && Date.now() - info.mtimeMs > STALE_MS) await rm(file, { force: true })
  }
}

/** The named error of a failed file operation. */
function storeFailure(error: unknown): AppError {
  if (error instanceof AppError) return error
  const { code, message } = error as NodeJS.ErrnoException
  if (code === 'ENOSPC' || code === 'EDQUOT' || code === 'EFBIG') return new AppError('CONTENT_STORE_FULL', undefined, { cause: error })
  return new AppError('CONTENT_STORE_UNAVAILABLE', `The content store cannot be used: ${message}.`, { cause: error })
}

const ignoreAbsent = (error: NodeJS.ErrnoException): null => {
  if (error.code === 'ENOENT') return null
  throw error
}
