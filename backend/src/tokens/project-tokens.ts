import { cidOfRoot } from '@daedal/protocol/tokens/root'
import { and, asc, eq, inArray } from 'drizzle-orm'
import { foldToken, tokenEntry } from './fold-token.ts'
import type { ChainEvent, DecodeEvent, LogDraft, Projection, RawEvent, Transaction } from './ports.ts'
import { showContent } from './show-content.ts'
import { assetContents, assets, chainEvents } from './tables.ts'

export type ProjectTokensDeps = { chainId: number; decode: DecodeEvent }

/**
 * Keeps the assets in step with their events. A touched token is folded anew from all of its events, in a block and after a
 * reorg alike, so both lead to the same rows.
 */
export function projectTokens({ chainId, decode }: ProjectTokensDeps): Projection {
  const refold = async (tx: Transaction, events: readonly ChainEvent[]) => {
    const touched = [...new Set(events.flatMap((event) => ('tokenId' in event ? [event.tokenId.toString()] : [])))]
    for (let at = 0; at < touched.length; at += 500) await refoldSome(tx, touched.slice(at, at + 500), chainId, decode)
  }
  return {
    async apply(tx, events) {
      await refold(tx, events)
      return events.map((event) => tokenEntry(chainId, event)).filter((draft): draft is LogDraft => draft !== null)
    },
    retract: (tx, orphaned) => refold(tx, orphaned),
  }
}

async function refoldSome(tx: Transaction, tokenIds: string[], chainId: number, decode: DecodeEvent): Promise<void> {
  const rows = await tx
    .select()
    .from(chainEvents)
    .where(inArray(chainEvents.tokenId, tokenIds))
    .orderBy(asc(chainEvents.block), asc(chainEvents.logIndex))
  const byToken = Map.groupBy(rows, (row) => row.tokenId as string)
  for (const tokenId of tokenIds) {
    const events = (byToken.get(tokenId) ?? []).map((row) => decode(row as RawEvent)).filter((event) => event !== null)
    const token = foldToken(chainId, events)
    if (!token) {
      await tx.delete(assets).where(eq(assets.tokenId, tokenId))
      continue
    }
    const { collection: _, tokenId: __, ...changes } = token
    await tx
      .insert(assets)
      .values({ ...token, content: 'pending' })
      .onConflictDoUpdate({ target: [assets.collection, assets.tokenId], set: changes })
    await tx
      .insert(assetContents)
      .values({ root: token.root, cid: cidOfRoot(token.root), state: 'pending', nextTryAt: new Date(0) })
      .onConflictDoNothing()
    const [content] = await tx.select().from(assetContents).where(eq(assetContents.root, token.root))
    if (content) await showContent(tx, token, content, and(eq(assets.collection, token.collection), eq(assets.tokenId, tokenId)))
  }
}
