import path from 'node:path'
import type { ContentStore } from '../../provenance/ports.ts'
import { cacheBlocks } from './block-cache.ts'
import { openBlockFiles } from './block-files.ts'
import { createContentStore } from './store.ts'
import { importDirectory, importFile } from './unixfs.ts'

const CACHE_BYTES = 64 * 1024 * 1024

/** The embedded content store: blocks under `dir`, on the disk before they are acknowledged. */
export async function openEmbeddedContent(dir: string): Promise<ContentStore> {
  const files = await openBlockFiles(path.join(dir, 'blocks'))
  return createContentStore({
    blocks: cacheBlocks(files, CACHE_BYTES),
    putDirectory: (content) => importDirectory(files.put, content),
    putFile: (bytes) => importFile(files.put, bytes),
    check: files.check,
    close: async () => {},
  })
}
