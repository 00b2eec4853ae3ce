import type { CID } from 'multiformats/cid'
import type { Blocks } from './blocks.ts'

/** Keeps the blocks that were read last, up to `limit` bytes. Blocks never change, so an entry is never stale. */
export function cacheBlocks<T extends Blocks>(blocks: T, limit: number): T {
  const kept = new Map<string, Uint8Array>()
  let size = 0
  const keep = (key: string, bytes: Uint8Array): void => {
    if (bytes.length > limit / 8) return
    kept.set(key, bytes)
    size += bytes.length
    for (const [oldest, { length }] of kept) {
      if (size <= limit) break
      kept.delete(oldest)
      size -= length
    }
  }
  return {
    ...blocks,
    get: async (cid: CID) => {
      const key = cid.toString()
      const found = kept.get(key)
      if (found) {
        kept.delete(key)
        kept.set(key, found)
        return found
      }
      const bytes = await blocks.get(cid)
      if (!kept.has(key)) keep(key, bytes)
      return bytes
    },
  }
}
