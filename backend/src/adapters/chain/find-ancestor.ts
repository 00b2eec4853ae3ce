import type { Header, IndexCursor, IndexStore } from '../../tokens/ports.ts'
import { REORG_DEPTH } from '../../worlds/event-log.ts'
import type { ChainSource } from './source.ts'

export type FindAncestorDeps = {
  source: Pick<ChainSource, 'header'>
  store: Pick<IndexStore, 'header'>
  cursor: IndexCursor
  head: Header
}

/**
 * The newest indexed block that is on the node's chain. `none` when none of the last 128 is. A node that is merely behind
 * serves an older indexed block as its head; that block is the answer, and nothing has to be undone.
 */
export async function findAncestor({ source, store, cursor, head }: FindAncestorDeps): Promise<Header | 'none'> {
  for (let block = Math.min(cursor.block, head.number); block >= Math.max(0, cursor.block - REORG_DEPTH); block--) {
    const ours = await store.header(block)
    if (!ours) return 'none'
    const theirs = block === head.number ? head : await source.header(block)
    if (theirs?.hash === ours.hash) return ours
  }
  return 'none'
}
