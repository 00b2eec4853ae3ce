import { assetRef } from '@daedal/protocol/chains/caip'
import { dropTermsToJson } from '@daedal/protocol/market/drop'
import { and, eq, gt, inArray, sql } from 'drizzle-orm'
import { type Address, type Hex, zeroHash } from 'viem'
import { placeInChain } from '../tokens/fold-token.ts'
import type { ChainEvent, LogDraft, Projection, Transaction } from '../tokens/ports.ts'
import { assetOfDrop, type DropRow, dropEntry } from './drop-entry.ts'
import { dropSteps, drops, dropTickets } from './drop-tables.ts'
import type { AssetOf, QuoteAssets } from './quote-assets.ts'
import { type PlainSale, plainSaleEntries, recordPlainSale } from './record-plain-sale.ts'

type Of<Name extends ChainEvent['name']> = Extract<ChainEvent, { name: Name }>
type DropEvent = Extract<ChainEvent, { dropId: Hex }>
type Step = Of<'DropSaleEnded' | 'DropClosed' | 'DropDrawn' | 'DropRevealed'>
type ProjectDropsDeps = { chainId: number; quoteAssets: QuoteAssets }

const isOfDrop = (event: ChainEvent): event is DropEvent => 'dropId' in event
const idsOf = (events: readonly DropEvent[]) => [...new Set(events.map(({ dropId }) => dropId))]
const lower = (address: Address) => address.toLowerCase() as Address

/**
 * Keeps drops, their tickets and what was delivered. What a drop has come to is counted anew from its tickets and steps, in a block and
 * after a reorg alike, so both lead to the same rows. Runs after the orders, which take the sales of a lost branch back, and after the
 * tokens, whose rows it completes.
 */
export function projectDrops({ chainId, quoteAssets }: ProjectDropsDeps): Projection {
  return {
    async apply(tx, events) {
      const drafts: LogDraft[] = []
      const ofDrops = events.filter(isOfDrop)
      for (const event of ofDrops) drafts.push(...(await follow(tx, chainId, event)))
      await recount(tx, idsOf(ofDrops))
      await quoteAssets(tx, await deliveredBy(tx, ofDrops))
      return [...drafts, ...events.filter((event) => event.name === 'ItemTakenBack').map((event) => takenBack(chainId, event))]
    },

    async retract(tx, orphaned, ancestor) {
      if (ancestor < 0) {
        for (const table of [dropSteps, dropTickets, drops]) await tx.delete(table)
        return
      }
      const ofDrops = orphaned.filter(isOfDrop)
      if (!ofDrops.length) return
      const delivered = await deliveredBy(tx, ofDrops)
      await tx.delete(dropSteps).where(gt(dropSteps.block, ancestor))
      await tx.delete(dropTickets).where(gt(dropTickets.block, ancestor))
      await tx.delete(drops).where(gt(drops.block, ancestor))
      await tx.update(dropTickets).set(open).where(gt(dropTickets.doneBlock, ancestor))
      await recount(tx, idsOf(ofDrops))
      await quoteAssets(tx, delivered)
    },
  }
}

/** Columns of a ticket that waits. */
const open = { state: 'open', doneBlock: null, doneAt: null, doneTx: null } as const

/** Tokens that tickets got, as the events say. */
async function deliveredBy(tx: Transaction, events: readonly DropEvent[]): Promise<AssetOf[]> {
  const delivered = events.filter((event) => event.name === 'TicketDelivered')
  if (!delivered.length) return []
  const rows = await tx
    .select()
    .from(drops)
    .where(inArray(drops.id, idsOf(delivered)))
  const places = new Map(rows.map(({ id, collection }) => [id, collection]))
  return delivered.flatMap(({ dropId, tokenId }) => {
    const collection = places.get(dropId)
    return collection ? [{ collection, tokenId: tokenId.toString() }] : []
  })
}

async function follow(tx: Transaction, chainId: number, event: DropEvent): Promise<LogDraft[]> {
  if (event.name === 'DropCreated') return create(tx, event)
  const [drop] = await tx.select().from(drops).where(eq(drops.id, event.dropId))
  // The contract tells of nothing that it has not told of before.
  if (!drop) throw new Error(`drop ${event.dropId} was never created`)
  switch (event.name) {
    case 'TicketsSold':
      return sell(tx, event, drop)
    case 'TicketDelivered':
      return deliver(tx, chainId, event, drop)
    case 'TicketsRefunded':
      return refund(tx, event, drop)
    default:
      return step(tx, event, drop)
  }
}

async function create(tx: Transaction, event: Of<'DropCreated'>): Promise<LogDraft[]> {
  const { terms } = event
  const [first, last] = [terms.stages[0], terms.stages.at(-1)]
  if (!first || !last) throw new Error(`drop ${event.dropId} has no stage`)
  const [drop] = await tx
    .insert(drops)
    .values({
      id: event.dropId,
      ord: placeInChain(event),
      creator: lower(terms.creator),
      collection: lower(terms.collection),
      currency: lower(terms.currency),
      supply: terms.supply,
      feeBps: event.feeBps,
      terms: dropTermsToJson(terms),
      committed: terms.commitment !== zeroHash,
      startTime: Number(first.start),
      lastEnd: Number(last.end),
      revealBy: Number(terms.revealBy),
      deliverBy: Number(terms.deliverBy),
      block: event.block,
      createdAt: new Date(event.timestamp * 1000),
      createdTx: event.tx,
      soldIn: terms.stages.map(() => 0),
    })
    .returning()
  const data = { collection: lower(terms.collection), supply: terms.supply, startTime: String(first.start), endTime: String(last.end) }
  return [dropEntry('drop.created', drop as DropRow, event, [], data)]
}

async function sell(tx: Transaction, event: Of<'TicketsSold'>, drop: DropRow): Promise<LogDraft[]> {
  const { first, quantity, stage, buyer, block } = event
  const price = event.price.toString()
  const bought = { drop: drop.id, first, stage, buyer, price, block, boughtAt: new Date(event.timestamp * 1000), boughtTx: event.tx }
  await tx.insert(dropTickets).values(Array.from({ length: quantity }, (_, at) => ({ ...bought, ticket: first + at })))
  return [dropEntry('drop.sold', drop, event, [buyer], { to: buyer, stage, first, quantity: String(quantity), price })]
}

const done = (event: DropEvent) => ({ doneBlock: event.block, doneAt: new Date(event.timestamp * 1000), doneTx: event.tx })

async function deliver(tx: Transaction, chainId: number, event: Of<'TicketDelivered'>, drop: DropRow): Promise<LogDraft[]> {
  const { ticket, item, buyer, price, fee, royalty, royaltyReceiver } = event
  const { id, collection, creator: seller, currency } = drop
  await tx
    .update(dropTickets)
    .set({ state: 'delivered', ...done(event) })
    .where(and(eq(dropTickets.drop, id), eq(dropTickets.ticket, ticket)))
  const tokenId = event.tokenId.toString()
  const token = { collection, tokenId, quantity: '0' }
  const sale: PlainSale = { at: event, of: { drop: id }, ...token, seller, buyer, currency, price, fee, royalty, royaltyReceiver }
  await recordPlainSale(tx, sale)
  const asset = assetOfDrop(chainId, drop, tokenId)
  return plainSaleEntries(sale, 'drop.delivered', (type, accounts, data) => ({
    ...dropEntry(type, drop, event, accounts, { ticket, item, ...data }),
    asset,
  }))
}

async function refund(tx: Transaction, event: Of<'TicketsRefunded'>, drop: DropRow): Promise<LogDraft[]> {
  const { first, buyer, amount, credited } = event
  const tickets = Array.from({ length: 64 }, (_, at) => at)
    .filter((at) => (event.tickets >> BigInt(at)) & 1n)
    .map((at) => first + at)
  await tx
    .update(dropTickets)
    .set({ state: 'refunded', ...done(event) })
    .where(and(eq(dropTickets.drop, drop.id), inArray(dropTickets.ticket, tickets)))
  return [dropEntry('drop.refunded', drop, event, [buyer], { to: buyer, first, tickets, amount: amount.toString(), credited })]
}

/** What a step leaves, and what the log says of it. */
function saidOf(event: Step): { kind: (typeof dropSteps.$inferSelect)['kind']; left: object; data: Record<string, unknown> } {
  switch (event.name) {
    case 'DropSaleEnded':
      return { kind: 'ended', left: {}, data: { sold: event.sold } }
    case 'DropClosed': {
      const entropyBlock = Number(event.entropyBlock)
      return { kind: 'closed', left: { entropyBlock }, data: { entropyBlock } }
    }
    case 'DropDrawn':
      return { kind: 'drawn', left: { entropy: event.entropy }, data: { entropy: event.entropy } }
    case 'DropRevealed':
      return { kind: 'revealed', left: { offset: event.offset }, data: { offset: event.offset, secret: event.secret } }
  }
}

async function step(tx: Transaction, event: Step, drop: DropRow): Promise<LogDraft[]> {
  const { kind, left, data } = saidOf(event)
  const { block, logIndex } = event
  await tx.insert(dropSteps).values({ block, logIndex, drop: drop.id, kind, ...left })
  return [dropEntry(`drop.${kind}`, drop, event, [], data)]
}

/** A token that nobody got went back; it need not be of a drop that is known here. */
const takenBack = (chainId: number, event: Of<'ItemTakenBack'>): LogDraft => ({
  type: 'drop.reclaimed',
  asset: assetRef(chainId, event.collection, event.tokenId, 'erc721'),
  accounts: [event.creator, event.to],
  data: { from: event.creator, to: event.to },
  at: event,
})

/** What the tickets and steps that stay lead to. A drop can be closed again while its block was not drawn: the newest counts. */
async function recount(tx: Transaction, ids: readonly Hex[]): Promise<void> {
  if (!ids.length) return
  const found = sql.param([...ids])
  const stepOf = (column: typeof dropSteps.entropyBlock | typeof dropSteps.entropy | typeof dropSteps.offset) =>
    sql`(select ${column} from ${dropSteps} where ${dropSteps.drop} = ${drops.id} and ${column} is not null
      order by ${dropSteps.block} desc, ${dropSteps.logIndex} desc limit 1)`
  const tickets = (condition = sql`true`) =>
    sql`(select count(*) from ${dropTickets} where ${dropTickets.drop} = ${drops.id} and ${condition})`
  await tx.execute(sql`
    update ${drops} set
      sold = ${tickets()},
      delivered = ${tickets(sql`${dropTickets.state} = 'delivered'`)},
      refunded = ${tickets(sql`${dropTickets.state} = 'refunded'`)},
      sold_in = array(
        select ${tickets(sql`${dropTickets.stage} = at`)}::int4 from generate_series(0, cardinality(${drops.soldIn}) - 1) at order by at),
      ended = exists (select from ${dropSteps} where ${dropSteps.drop} = ${drops.id} and ${dropSteps.kind} = 'ended'),
      entropy_block = ${stepOf(dropSteps.entropyBlock)},
      entropy = ${stepOf(dropSteps.entropy)},
      "offset" = ${stepOf(dropSteps.offset)}
    where ${drops.id} = any(${found}::text[])`)
}
