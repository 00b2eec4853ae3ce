import { AppError } from '../../errors.ts'
import type { ContentStore } from '../../provenance/ports.ts'
import { type Blocks, parseCid } from './blocks.ts'
import { walk, writeCar } from './car.ts'
import { contentOf, importFile, resolveEntry, statOf } from './unixfs.ts'

const READ_ALL_LIMIT = 64 * 1024 * 1024

/** What differs between the stores: where blocks come from and how new content gets there. */
export type ContentBackend = Pick<ContentStore, 'putDirectory' | 'putFile' | 'check' | 'close'> & { blocks: Pick<Blocks, 'get'> }

/** A content store over any source of checked blocks. */
export function createContentStore({ blocks: source, putDirectory, putFile, check, close }: ContentBackend): ContentStore {
  const blocks: Blocks = { get: source.get, put: () => Promise.reject(new Error('reading only')) }
  return {
    putDirectory,
    putFile,
    check,
    close,
    cidOf: async (bytes) => (await importFile(async () => {}, bytes)).cid,
    stat: async (cid, path = '') => {
      try {
        return statOf(await resolveEntry(blocks, cid, path))
      } catch (error) {
        if (error instanceof AppError && error.code === 'CONTENT_NOT_FOUND') return null
        throw error
      }
    },
    read: async function* (cid, path = '', range) {
      yield* contentOf(await resolveEntry(blocks, cid, path), range)
    },
    readAll: async (cid, path = '', limit = READ_ALL_LIMIT) => {
      const entry = await resolveEntry(blocks, cid, path)
      const { size } = statOf(entry)
      if (size > limit) throw new AppError('CONTENT_TOO_LARGE', `${[cid, path].join('/')} has ${size} bytes; ${limit} are read at most.`)
      const parts: Uint8Array[] = []
      for await (const part of contentOf(entry)) parts.push(part)
      return Buffer.concat(parts)
    },
    block: async (cid) => blocks.get(parseCid(cid)),
    car: async function* (cid) {
      const root = parseCid(cid)
      yield* writeCar(root, walk(blocks, root))
    },
  }
}
