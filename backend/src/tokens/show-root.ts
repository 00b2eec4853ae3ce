import { cidOfRoot } from '@daedal/protocol/tokens/root'
import type { Hex } from 'viem'
import { AppError } from '../errors.ts'
import type { ContentStore } from '../provenance/ports.ts'
import { ContentMissing, ContentNotBelieved, readContent } from './read-content.ts'
import { thumbnailPath } from './show-content.ts'

/** What is remembered of directories, and for how long that one could not be read. */
const KEPT = 4_000
const MISSING_MS = 10_000

/**
 * Reads name and picture of a directory that no token names yet: of an item that is promised and not minted. Null when it is not here, or
 * is that of another record.
 */
export function createShowRoot({ content, now }: { content: ContentStore; now(): Date }) {
  const kept = new Map<string, { shown: { name: string; image: string } | null; until: number }>()

  async function read(root: Hex, coreHash: Hex): Promise<{ name: string; image: string } | null> {
    const cid = cidOfRoot(root)
    try {
      const { metadata, envelope, files } = await readContent(content, cid)
      if (envelope.coreHash !== coreHash) return null
      return { name: metadata.name, image: thumbnailPath(cid, files, metadata.thumbnail.cid) }
    } catch (error) {
      if (error instanceof AppError || error instanceof ContentMissing || error instanceof ContentNotBelieved) return null
      throw error
    }
  }

  return async (root: Hex, coreHash: Hex): Promise<{ name: string; image: string } | null> => {
    const key = `${root} ${coreHash}`
    const before = kept.get(key)
    const at = now().getTime()
    if (before && before.until > at) return before.shown
    const shown = await read(root, coreHash)
    kept.delete(key)
    kept.set(key, { shown, until: shown ? Number.POSITIVE_INFINITY : at + MISSING_MS })
    const [oldest] = kept.keys()
    if (kept.size > KEPT && oldest !== undefined) kept.delete(oldest)
    return shown
  }
}
