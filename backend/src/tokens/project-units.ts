import { assetRef } from '@daedal/protocol/chains/caip'
import { inArray, sql } from 'drizzle-orm'
import { type Address, zeroAddress } from 'viem'
import { refOf } from './fold-token.ts'
import type { ChainEvent, LogDraft, Projection, Transaction } from './ports.ts'
import { assets, holdings } from './tables.ts'

type Moved = Extract<ChainEvent, { name: 'UnitsMoved' }>
type Record = Extract<ChainEvent, { name: 'Provenance' }>

const AT_ONCE = 500

/**
 * Counts who has how many units of editions. Every move is added when it comes and taken away when a reorg takes it, so the rows are
 * those of an index from scratch without reading the moves before. Runs after the tokens, whose rows it completes.
 */
export function projectUnits({ chainId }: { chainId: number }): Projection {
  return {
    async apply(tx, events) {
      await count(tx, chainId, events, 1n)
      return entriesOf(chainId, events)
    },
    async retract(tx, orphaned, ancestor) {
      if (ancestor < 0) await tx.delete(holdings)
      else await count(tx, chainId, orphaned, -1n)
    },
  }
}

const idOf = (chainId: number, { collection }: Moved, tokenId: bigint) => assetRef(chainId, collection, tokenId, 'erc1155')

/** A move of nothing changes nothing, and anybody can make one of a token that does not exist. */
const movesOf = (event: Moved) => event.moves.map((move, place) => ({ ...move, place })).filter(({ units }) => units > 0n)

async function count(tx: Transaction, chainId: number, events: readonly ChainEvent[], sign: 1n | -1n): Promise<void> {
  const held = new Map<string, { asset: string; account: Address; units: bigint }>()
  const made = new Map<string, { asset: string; minted: bigint; burned: bigint }>()
  const hold = (asset: string, account: Address, units: bigint) => {
    const key = `${asset} ${account}`
    held.set(key, { asset, account, units: (held.get(key)?.units ?? 0n) + units })
  }
  for (const event of events) {
    // A token that was folded anew has to hear again whether units of it are left.
    if ('standard' in event && event.standard === 'erc1155') countOf(made, refOf(chainId, event))
    if (event.name !== 'UnitsMoved') continue
    for (const { tokenId, units } of movesOf(event)) {
      const asset = idOf(chainId, event, tokenId)
      const counts = countOf(made, asset)
      if (event.from === zeroAddress) counts.minted += sign * units
      else hold(asset, event.from, -sign * units)
      if (event.to === zeroAddress) counts.burned += sign * units
      else hold(asset, event.to, sign * units)
    }
  }
  await writeHoldings(
    tx,
    [...held.values()].filter(({ units }) => units !== 0n),
  )
  await writeCounts(tx, [...made.values()])
}

function countOf(made: Map<string, { asset: string; minted: bigint; burned: bigint }>, asset: string) {
  const counts = made.get(asset) ?? { asset, minted: 0n, burned: 0n }
  made.set(asset, counts)
  return counts
}

async function writeHoldings(tx: Transaction, changes: readonly { asset: string; account: Address; units: bigint }[]): Promise<void> {
  for (let at = 0; at < changes.length; at += AT_ONCE) {
    const some = changes.slice(at, at + AT_ONCE)
    await tx
      .insert(holdings)
      .values(some.map(({ units, ...holding }) => ({ ...holding, units: units.toString() })))
      .onConflictDoUpdate({ target: [holdings.asset, holdings.account], set: { units: sql`${holdings.units} + excluded."units"` } })
    const ids = [...new Set(some.map(({ asset }) => asset))]
    await tx.delete(holdings).where(sql`${inArray(holdings.asset, ids)} and ${holdings.units} = 0`)
  }
}

async function writeCounts(tx: Transaction, counts: readonly { asset: string; minted: bigint; burned: bigint }[]): Promise<void> {
  if (!counts.length) return
  const rows = JSON.stringify(counts.map(({ asset, minted, burned }) => ({ asset, minted: minted.toString(), burned: burned.toString() })))
  await tx.execute(sql`
    update ${assets} set
      minted_units = minted_units + v.minted, burned_units = burned_units + v.burned,
      burned = minted_units + v.minted > 0 and minted_units + v.minted = burned_units + v.burned
    from jsonb_to_recordset(${rows}::jsonb) as v(asset text, minted numeric, burned numeric)
    where ${assets.id} = v.asset`)
}

/** What the event log says of units: one entry a token that moved. The first mint of a token brings its record along. */
function entriesOf(chainId: number, events: readonly ChainEvent[]): LogDraft[] {
  const drafts: LogDraft[] = []
  const records = new Map<string, Record>()
  for (const event of events) {
    if (event.name === 'Provenance' && event.standard === 'erc1155') records.set(refOf(chainId, event), event)
    if (event.name !== 'UnitsMoved') continue
    for (const { tokenId, units, place } of movesOf(event)) {
      const asset = idOf(chainId, event, tokenId)
      const [type, accounts, data] = saidOf(event, records.get(asset))
      if (type === 'asset.minted') records.delete(asset)
      const id = `${chainId}:${event.blockHash}:${event.logIndex}:${type}`
      drafts.push({
        ...(event.moves.length > 1 ? { id: `${id}:${place}` } : {}),
        type,
        asset,
        accounts,
        data: { ...data, units: units.toString() },
        at: event,
      })
    }
  }
  return drafts
}

function saidOf({ from, to }: Moved, record: Record | undefined) {
  if (from === zeroAddress) {
    const { creator, coreHash, root } = record ?? {}
    return ['asset.minted', creator ? [to, creator] : [to], { to, ...(record && { creator, coreHash, root }) }] as const
  }
  if (to === zeroAddress) return ['asset.burned', [from], { from }] as const
  return ['asset.transferred', [from, to], { from, to }] as const
}
