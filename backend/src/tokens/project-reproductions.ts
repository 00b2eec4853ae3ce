import { assetRef } from '@daedal/protocol/chains/caip'
import { proofKinds } from '@daedal/protocol/provenance/disclosure'
import { and, eq, gt, sql } from 'drizzle-orm'
import type { ChainEvent, LogDraft, Projection, Transaction } from './ports.ts'
import { assets, reproductions } from './tables.ts'

type Told = Extract<ChainEvent, { name: 'ReproductionCounted' | 'ReproductionConflicted' | 'ReexecutorContradicted' | 'TokenReproduced' }>

const kinds = {
  ReproductionCounted: 'counted',
  ReproductionConflicted: 'conflicted',
  ReexecutorContradicted: 'contradicted',
  TokenReproduced: 'reproduced',
} as const
const isTold = (event: ChainEvent): event is Told => event.name in kinds

const CLAIMED = proofKinds.indexOf('claimed')
const REPRODUCED = proofKinds.indexOf('reproduced')
const AT_ONCE = 500

/** Keeps who generated records again, and with it how well assets are proven. Runs after the tokens, whose rows it completes. */
export function projectReproductions({ chainId }: { chainId: number }): Projection {
  return {
    async apply(tx, events) {
      const told = events.filter(isTold)
      for (let at = 0; at < told.length; at += AT_ONCE) await tx.insert(reproductions).values(told.slice(at, at + AT_ONCE).map(rowOf))
      await prove(tx, told)
      const entries: LogDraft[] = []
      for (const event of told) if (event.name !== 'ReproductionCounted') entries.push(entryOf(event, await idOf(tx, chainId, event)))
      return entries
    },
    async retract(tx, orphaned, ancestor) {
      await tx.delete(reproductions).where(gt(reproductions.block, ancestor))
      if (ancestor >= 0) await prove(tx, orphaned.filter(isTold))
    },
  }
}

const rowOf = (event: Told): typeof reproductions.$inferInsert => ({
  block: event.block,
  logIndex: event.logIndex,
  kind: kinds[event.name],
  collection: event.collection,
  tokenId: event.tokenId.toString(),
  coreHash: event.coreHash,
  renderHash: event.renderHash,
  reexecutor: 'reexecutor' in event ? event.reexecutor : null,
  at: new Date(event.timestamp * 1000),
  tx: event.tx,
})

/** A token is proven by what was reached for its own record; what is reached for another hash, anybody can bring about. */
async function prove(tx: Transaction, told: readonly Told[]): Promise<void> {
  const places = new Map(
    told
      .filter(({ name }) => name === 'TokenReproduced')
      .map(({ collection, tokenId }) => [`${collection} ${tokenId}`, { collection, tokenId }]),
  )
  for (const { collection, tokenId } of places.values())
    await tx.execute(sql`
      update ${assets} set proof = case when exists (
        select 1 from ${reproductions} r where r.kind = 'reproduced' and r.collection = ${assets.collection}
          and r.token_id = ${assets.tokenId} and r.core_hash = ${assets.coreHash}
      ) then ${REPRODUCED}::int2 else ${CLAIMED}::int2 end
      where ${assets.collection} = ${collection} and ${assets.tokenId} = ${tokenId.toString()}::numeric`)
}

/** Which standard a token has, the registry does not say; of assets the index knows. */
async function idOf(tx: Transaction, chainId: number, { collection, tokenId }: Told): Promise<string> {
  const [asset] = await tx
    .select({ id: assets.id })
    .from(assets)
    .where(and(eq(assets.collection, collection), eq(assets.tokenId, tokenId.toString())))
  return asset?.id ?? assetRef(chainId, collection, tokenId)
}

/** What the event log says: a token that is proven, or evidence against a record or a re-executor. */
function entryOf(event: Exclude<Told, { name: 'ReproductionCounted' }>, asset: string): LogDraft {
  const { coreHash, renderHash } = event
  if (event.name === 'TokenReproduced') {
    const data = { coreHash, renderHash, count: event.count.toString(), threshold: event.threshold }
    return { type: 'asset.reproduced', asset, accounts: [], data, at: event }
  }
  const against = event.name === 'ReproductionConflicted' ? { recorded: event.recorded } : { counted: event.counted }
  return { type: 'asset.conflicted', asset, accounts: [event.reexecutor], data: { coreHash, renderHash, ...against }, at: event }
}
