import { cidOfRoot } from '@daedal/protocol/tokens/root'
import { and, asc, eq, inArray, sql } from 'drizzle-orm'
import { type FoldedToken, foldedColumns, foldToken, tokenEntry } from './fold-token.ts'
import type { ChainEvent, DecodeEvent, LogDraft, Projection, RawEvent, Transaction } from './ports.ts'
import { showContent } from './show-content.ts'
import { assetContents, assets, chainEvents } from './tables.ts'

export type ProjectTokensDeps = { chainId: number; decode: DecodeEvent }

const AT_ONCE = 500

/**
 * Keeps the assets in step with their events. A touched token is folded anew from all of its events, in a block and after a
 * reorg alike, so both lead to the same rows. Tokens of different collections may have the same id.
 */
export function projectTokens({ chainId, decode }: ProjectTokensDeps): Projection {
  const refold = async (tx: Transaction, events: readonly ChainEvent[]) => {
    const touched = new Map<string, Set<string>>()
    for (const event of events)
      if ('standard' in event) {
        const ofCollection = touched.get(event.collection) ?? new Set()
        touched.set(event.collection, ofCollection.add(event.tokenId.toString()))
      }
    for (const [collection, found] of touched) {
      const tokenIds = [...found]
      for (let at = 0; at < tokenIds.length; at += AT_ONCE)
        await refoldSome(tx, collection, tokenIds.slice(at, at + AT_ONCE), chainId, decode)
    }
  }
  return {
    async apply(tx, events) {
      await refold(tx, events)
      return events.map((event) => tokenEntry(chainId, event)).filter((draft): draft is LogDraft => draft !== null)
    },
    async retract(tx, orphaned, ancestor) {
      // From nothing: the contracts may be others than before, whose events nobody reads any more.
      if (ancestor < 0) await tx.delete(assets)
      else await refold(tx, orphaned)
    },
  }
}

async function refoldSome(tx: Transaction, collection: string, tokenIds: string[], chainId: number, decode: DecodeEvent): Promise<void> {
  const rows = await tx
    .select()
    .from(chainEvents)
    .where(and(eq(chainEvents.address, collection), inArray(chainEvents.tokenId, tokenIds)))
    .orderBy(asc(chainEvents.block), asc(chainEvents.logIndex))
  const byToken = Map.groupBy(rows, (row) => row.tokenId as string)
  const tokens: FoldedToken[] = []
  const gone: string[] = []
  for (const tokenId of tokenIds) {
    const events = (byToken.get(tokenId) ?? []).map((row) => decode(row as RawEvent)).filter((event) => event !== null)
    const token = foldToken(chainId, events)
    if (token) tokens.push(token)
    else gone.push(tokenId)
  }
  if (gone.length) await tx.delete(assets).where(and(eq(assets.collection, collection), inArray(assets.tokenId, gone)))
  if (!tokens.length) return
  await tx
    .insert(assets)
    .values(tokens.map((token) => ({ ...token, ...noUnits(token), content: 'pending' as const })))
    .onConflictDoUpdate({ target: [assets.collection, assets.tokenId], set: replaced })
  await tx
    .insert(assetContents)
    .values(uniqueRoots(tokens).map((root) => ({ root, cid: cidOfRoot(root), state: 'pending' as const, nextTryAt: new Date(0) })))
    .onConflictDoNothing()
  const contents = await tx
    .select()
    .from(assetContents)
    .where(inArray(assetContents.root, uniqueRoots(tokens)))
  const byRoot = new Map(contents.map((content) => [content.root, content]))
  await showContent(
    tx,
    tokens.map((token) => ({ token, content: byRoot.get(token.root) })),
  )
}

/** An edition begins without units; those that move are counted by {@link projectUnits}. */
const noUnits = ({ standard }: FoldedToken) => (standard === 'erc1155' ? { mintedUnits: '0', burnedUnits: '0' } : {})

const uniqueRoots = (tokens: readonly FoldedToken[]) => [...new Set(tokens.map(({ root }) => root))]

/** A token that is folded anew keeps nothing of what it was; its place in the table alone. */
const replaced = Object.fromEntries(
  foldedColumns.filter((key) => key !== 'collection' && key !== 'tokenId').map((key) => [key, sql.raw(`excluded."${assets[key].name}"`)]),
)
