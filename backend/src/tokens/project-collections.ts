import { gt } from 'drizzle-orm'
import { placeInChain } from './fold-token.ts'
import { plain } from './plain-text.ts'
import type { ChainEvent, Projection } from './ports.ts'
import { collections } from './tables.ts'

const NAME_LENGTH = 128
const URI_LENGTH = 2_048

type Created = Extract<ChainEvent, { name: 'CollectionCreated' }>

/** Keeps the collections that the factory made; those of the deployment are written when the index starts. */
export const projectCollections = (): Projection => ({
  async apply(tx, events) {
    const made = events.filter((event): event is Created => event.name === 'CollectionCreated')
    if (made.length) await tx.insert(collections).values(made.map(rowOf))
    return []
  },
  async retract(tx, _orphaned, ancestor) {
    await tx.delete(collections).where(ancestor < 0 ? undefined : gt(collections.block, ancestor))
  },
})

function rowOf(event: Created): typeof collections.$inferInsert {
  const { collection: address, title: name, symbol, creator, contractUri, royaltyReceiver, royaltyBps, remixBps, policy } = event
  return {
    address,
    kind: 'creator',
    ord: placeInChain(event),
    // Anybody can call a collection anything, at any length.
    name: plain(name, NAME_LENGTH),
    symbol: plain(symbol, NAME_LENGTH),
    creator,
    contractUri: plain(contractUri, URI_LENGTH),
    royaltyReceiver,
    royaltyBps,
    remixBps,
    policy,
    block: event.block,
    createdAt: new Date(event.timestamp * 1000),
    createdTx: event.tx,
  }
}
