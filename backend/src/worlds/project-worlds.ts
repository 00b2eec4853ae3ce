import { asc, eq, gt, inArray } from 'drizzle-orm'
import { type Address, type Hex, zeroHash } from 'viem'
import { placeInChain } from '../tokens/fold-token.ts'
import type { ChainEvent, LogDraft, Projection, Transaction } from '../tokens/ports.ts'
import { worldChanges, worlds } from './tables.ts'

type WorldEvent = Extract<ChainEvent, { worldId: Hex }>
type WorldRow = typeof worlds.$inferSelect
type Change = typeof worldChanges.$inferSelect
/** What changes say, each a part of it. */
type Said = {
  operator: Address
  salt: Hex
  newManifest: Hex
  newKeySet: Hex | null
  collection: Address
  to: Address
  validFrom: string
}

const isOfWorld = (event: ChainEvent): event is WorldEvent => 'worldId' in event

/**
 * Keeps the registered worlds. A touched world is folded anew from all that was told of it, in a block and after a reorg alike, so both
 * lead to the same rows.
 */
export const projectWorlds = (): Projection => ({
  async apply(tx, events) {
    const told = events.filter(isOfWorld)
    if (!told.length) return []
    const ids = [...new Set(told.map(({ worldId }) => worldId))]
    const before = await tx.select().from(worlds).where(inArray(worlds.id, ids))
    await tx.insert(worldChanges).values(told.map(rowOf))
    await refold(tx, ids)
    return entriesOf(told, new Map(before.map(({ id, operator }) => [id, operator])))
  },
  async retract(tx, orphaned, ancestor) {
    await tx.delete(worldChanges).where(gt(worldChanges.block, ancestor))
    // From nothing: the registry may be another than before.
    if (ancestor < 0) await tx.delete(worlds)
    else await refold(tx, [...new Set(orphaned.filter(isOfWorld).map(({ worldId }) => worldId))])
  },
})

/** What the log calls an event, and what it says of it. */
function saidOf(event: WorldEvent): { type: LogDraft['type']; data: Record<string, unknown>; accounts: Address[] } {
  switch (event.name) {
    case 'WorldRegistered':
      return { type: 'world.registered', data: { operator: event.operator, salt: event.salt }, accounts: [] }
    case 'WorldRevised':
      return { type: 'world.revised', data: { oldManifest: textOf(event.oldManifest), newManifest: event.newManifest }, accounts: [] }
    case 'WorldRekeyed':
      return { type: 'world.rekeyed', data: { oldKeySet: textOf(event.oldKeySet), newKeySet: textOf(event.newKeySet) }, accounts: [] }
    case 'WorldAccepts':
      return { type: event.accepted ? 'world.accepted' : 'world.dropped', data: { collection: event.collection }, accounts: [] }
    case 'HandoverAnnounced':
      return { type: 'world.offered', data: { to: event.to, validFrom: event.validFrom.toString() }, accounts: [event.to] }
    case 'HandoverCancelled':
      return { type: 'world.withdrawn', data: { to: event.to }, accounts: [event.to] }
    case 'WorldTransferred':
      return { type: 'world.transferred', data: { from: event.from, to: event.to }, accounts: [event.from, event.to] }
  }
}

const textOf = (hash: Hex): Hex | null => (hash === zeroHash ? null : hash)

const rowOf = (event: WorldEvent): typeof worldChanges.$inferInsert => {
  const { type, data } = saidOf(event)
  const { block, logIndex, worldId, timestamp, tx } = event
  return { block, logIndex, world: worldId, type, data, at: new Date(timestamp * 1000), tx }
}

/** Entries concern whoever runs the world then, and who is named. */
function entriesOf(told: readonly WorldEvent[], operators: Map<Hex, Address>): LogDraft[] {
  return told.map((event) => {
    const { type, data, accounts } = saidOf(event)
    if (event.name === 'WorldRegistered') operators.set(event.worldId, event.operator)
    const operator = operators.get(event.worldId)
    if (event.name === 'WorldTransferred') operators.set(event.worldId, event.to)
    return {
      type,
      asset: null,
      accounts: operator ? [operator, ...accounts] : accounts,
      data: { world: event.worldId, ...data },
      at: event,
    }
  })
}

async function refold(tx: Transaction, ids: readonly Hex[]): Promise<void> {
  if (!ids.length) return
  const rows = await tx
    .select()
    .from(worldChanges)
    .where(inArray(worldChanges.world, [...ids]))
    .orderBy(asc(worldChanges.block), asc(worldChanges.logIndex))
  const byWorld = Map.groupBy(rows, ({ world }) => world)
  for (const id of ids) {
    const world = foldWorld(id, byWorld.get(id) ?? [])
    await tx.delete(worlds).where(eq(worlds.id, id))
    if (world) await tx.insert(worlds).values(world)
  }
}

/** The world that its changes, oldest first, lead to; null when it was not registered. */
function foldWorld(id: Hex, changes: readonly Change[]): WorldRow | null {
  let world: WorldRow | null = null
  const accepted = new Set<Address>()
  for (const { type, data, block, logIndex, at, tx } of changes) {
    const said = data as Said
    if (type === 'world.registered')
      world = {
        id,
        ord: placeInChain({ block, logIndex }),
        operator: said.operator,
        salt: said.salt,
        manifest: zeroHash,
        keySet: null,
        collections: [],
        successor: null,
        successorFrom: null,
        registeredAt: at,
        registeredTx: tx,
      }
    if (!world) continue
    if (type === 'world.revised') world.manifest = said.newManifest
    else if (type === 'world.rekeyed') world.keySet = said.newKeySet
    else if (type === 'world.accepted') accepted.add(said.collection)
    else if (type === 'world.dropped') accepted.delete(said.collection)
    else if (type === 'world.offered') {
      world.successor = said.to
      world.successorFrom = Number(said.validFrom)
    } else if (type === 'world.withdrawn') {
      world.successor = null
      world.successorFrom = null
    } else if (type === 'world.transferred') {
      world.operator = said.to
      world.successor = null
      world.successorFrom = null
    }
  }
  return world && { ...world, collections: [...accepted] }
}
