import type { OrderState } from '@daedal/protocol/market/api'
import { and, eq, gt, inArray, isNull, lt, ne, or, type SQL, sql } from 'drizzle-orm'
import { type Address, type Hex, zeroAddress } from 'viem'
import type { ChainEvent, LogDraft, Projection, Transaction } from '../tokens/ports.ts'
import { marked, markOrders, openStates } from './mark-orders.ts'
import { orderEntry } from './order-entry.ts'
import type { AssetOf, QuoteAssets } from './quote-assets.ts'
import { type Fill, recordSale, saleEntries, type Units } from './record-sale.ts'
import { orderItems, orders, royaltyPayments, sales } from './tables.ts'

type Cancel = Extract<ChainEvent, { name: 'OrdersCancelled' }>
type Advance = Extract<ChainEvent, { name: 'LaneAdvanced' }>

/** Keeps sales and the order book in step with the market's events. Orders that are merely touched are marked, and judged after the block. */
export function projectOrders({ chainId, quoteAssets }: { chainId: number; quoteAssets: QuoteAssets }): Projection {
  return {
    async apply(tx, events) {
      const drafts: LogDraft[] = []
      let units: Units | null = null
      for (const event of events) {
        if (event.name === 'UnitsFilled') units = event
        if (event.name === 'OrderFilled' || event.name === 'BundleFilled') {
          // The market tells of the units immediately before the fill.
          const own: Units | null = units?.orderHash === event.orderHash && units.tx === event.tx ? units : null
          drafts.push(...(await fill(tx, chainId, event, own)))
          units = null
        } else if (event.name === 'OrdersCancelled') drafts.push(...(await cancel(tx, chainId, event)))
        else if (event.name === 'LaneAdvanced') drafts.push(...(await advance(tx, chainId, event)))
      }
      await touch(tx, events)
      await quoteAssets(tx, assetsOf(events, drafts))
      return drafts
    },

    async retract(tx, orphaned, ancestor) {
      await tx.delete(sales).where(gt(sales.block, ancestor))
      await tx.delete(royaltyPayments).where(gt(royaltyPayments.block, ancestor))
      const open = await tx
        .update(orders)
        .set({ closedBy: null, closedBlock: null, closedTx: null, state: 'inactive', reason: null, detail: null, ...marked() })
        .where(gt(orders.closedBlock, ancestor))
        .returning()
      for (const event of orphaned) if (event.name === 'OrderFilled') await unfill(tx, event)
      // What was judged by a block that is gone may be open again.
      await touch(tx, orphaned, [...openStates, 'cancelled'])
      await quoteAssets(tx, [...assetsOf(orphaned, []), ...open])
    },
  }
}

/** Orders of the maker that share a nonce. */
const sharing = ({ maker, nonce }: Pick<Fill, 'maker' | 'nonce'>): SQL | undefined =>
  and(eq(orders.maker, maker), eq(orders.lane, nonce.lane.toString()), eq(orders.epoch, nonce.epoch.toString()), eq(orders.bit, nonce.bit))

/**
 * Enters a sale. A filled order is closed, a partly filled one remembers how much; orders that share its nonce die with it, or have
 * less left, whether the book knows the filled one or not.
 */
async function fill(tx: Transaction, chainId: number, event: Fill, units: Units | null): Promise<LogDraft[]> {
  await recordSale(tx, event, units)
  const entries = saleEntries(chainId, event, units)
  const { block, tx: hash, orderHash } = event
  const filled = units?.filled ?? 0n
  const done = { closedBlock: block, closedTx: hash, checkedBlock: block, dirty: false }
  if (units)
    await tx
      .update(orders)
      .set({ filled: filled.toString(), ...marked() })
      .where(and(sharing(event), isNull(orders.closedBy)))
  const whole = units ? sql`${orders.quantity} <= ${filled.toString()}::numeric` : undefined
  const [closed] = await tx
    .update(orders)
    .set({ closedBy: 'filled', state: 'filled', reason: null, detail: null, ...done })
    .where(and(eq(orders.hash, orderHash), whole))
    .returning()
  // Units that were filled leave the bit open, unless they were the last of the order. Of an order that is not in the book the chain
  // is asked about that: its siblings are marked.
  const spent = !units || closed !== undefined
  const dead = await tx
    .update(orders)
    .set({
      closedBy: 'cancelled',
      state: 'cancelled',
      reason: 'MARKET_ORDER_SPENT',
      detail: 'Another order with the same nonce was filled.',
      ...done,
    })
    .where(
      and(
        sharing(event),
        ne(orders.hash, orderHash),
        isNull(orders.closedBy),
        inArray(orders.state, [...openStates]),
        spent ? undefined : and(sql`${orders.quantity} > 0`, whole),
      ),
    )
    .returning()
  return [...entries, ...dead.map((row) => orderEntry(chainId, 'order.cancelled', row, event))]
}

/** Takes a fill of units back: what remains filled is what the sales that stay say. */
async function unfill(tx: Transaction, event: Extract<Fill, { name: 'OrderFilled' }>): Promise<void> {
  const before = sql`coalesce((select max(${sales.filled}) from ${sales} where ${sales.maker} = ${orders.maker} and ${sales.nonce}
    = ${orders.lane} * 4722366482869645213696 + ${orders.epoch} * 256 + ${orders.bit}), 0)`
  await tx
    .update(orders)
    .set({ filled: before, ...marked() })
    .where(and(sharing(event), sql`${orders.quantity} > 0`, isNull(orders.closedBy)))
}

const cancelled = (block: number, hash: `0x${string}`, detail: string) =>
  ({
    closedBy: 'cancelled',
    closedBlock: block,
    closedTx: hash,
    state: 'cancelled',
    reason: 'MARKET_ORDER_SPENT',
    detail,
    checkedBlock: block,
    dirty: false,
  }) as const

async function cancel(tx: Transaction, chainId: number, event: Cancel): Promise<LogDraft[]> {
  if (!event.bits.length) return []
  const rows = await tx
    .update(orders)
    .set(cancelled(event.block, event.tx, 'The maker cancelled the order.'))
    .where(
      and(
        eq(orders.maker, event.maker),
        eq(orders.lane, event.lane.toString()),
        eq(orders.epoch, event.epoch.toString()),
        inArray(orders.bit, [...event.bits]),
        isNull(orders.closedBy),
        inArray(orders.state, [...openStates]),
      ),
    )
    .returning()
  return rows.map((row) => orderEntry(chainId, 'order.cancelled', row, event))
}

async function advance(tx: Transaction, chainId: number, event: Advance): Promise<LogDraft[]> {
  const rows = await tx
    .update(orders)
    .set({ ...cancelled(event.block, event.tx, 'The maker cancelled all orders of the lane.'), reason: 'MARKET_ORDER_EPOCH_PASSED' })
    .where(
      and(
        eq(orders.maker, event.maker),
        eq(orders.lane, event.lane.toString()),
        lt(orders.epoch, event.epoch.toString()),
        isNull(orders.closedBy),
        inArray(orders.state, [...openStates]),
      ),
    )
    .returning()
  return rows.map((row) => orderEntry(chainId, 'order.cancelled', row, event))
}

/** What events concern: tokens, everything of a maker, a maker's orders for units, orders by name. */
function concernsOf(events: readonly ChainEvent[]) {
  const tokens = new Set<string>()
  const makers = new Set<Address>()
  const units = { tokens: new Set<string>(), makers: new Set<Address>() }
  const hashes = new Set<Hex>()
  for (const event of events)
    switch (event.name) {
      case 'UnitsMoved':
        for (const { tokenId } of event.moves) (event.from === zeroAddress ? tokens : units.tokens).add(tokenId.toString())
        // New units leave fewer for whoever signed vouchers; others concern those who give and take them.
        if (event.from !== zeroAddress) units.makers.add(event.from).add(event.to)
        break
      case 'OrderFilled':
        tokens.add(event.tokenId.toString())
        makers.add(event.seller).add(event.buyer).add(event.maker)
        break
      case 'BundleFilled':
        for (const { tokenId } of event.items) tokens.add(tokenId.toString())
        makers.add(event.seller).add(event.buyer)
        break
      case 'OrdersCancelled':
      case 'LaneAdvanced':
        makers.add(event.maker)
        break
      case 'ApprovalChanged':
        makers.add(event.owner)
        break
      case 'OrderSkipped':
      case 'OrderApproved':
        hashes.add(event.orderHash)
        break
      default:
        if ('standard' in event) tokens.add(event.tokenId.toString())
    }
  return { tokens, makers, units, hashes }
}

/** Marks the orders that events may have changed: of a token that moved, of a maker who did something, or all of them. */
async function touch(tx: Transaction, events: readonly ChainEvent[], states: readonly OrderState[] = openStates): Promise<void> {
  if (events.some(({ name }) => name === 'MarketChanged')) return markOrders(tx, inArray(orders.state, [...states]))
  const { tokens, makers, units, hashes } = concernsOf(events)
  const concerned = [
    tokens.size ? naming(tokens) : undefined,
    units.tokens.size ? and(naming(units.tokens), inArray(orders.maker, [...units.makers])) : undefined,
    makers.size ? inArray(orders.maker, [...makers]) : undefined,
    hashes.size ? inArray(orders.hash, [...hashes]) : undefined,
  ].filter((condition) => condition !== undefined)
  if (concerned.length) await markOrders(tx, and(inArray(orders.state, [...states]), or(...concerned)))
}

/** Orders that name one of the tokens, by themselves or in a bundle. */
function naming(tokens: ReadonlySet<string>): SQL | undefined {
  const ids = sql.param([...tokens])
  return or(
    sql`${orders.tokenId} = any(${ids}::numeric[])`,
    sql`${orders.hash} in (select ${orderItems.hash} from ${orderItems} where ${orderItems.tokenId} = any(${ids}::numeric[]))`,
  )
}

const assetsOf = (events: readonly ChainEvent[], drafts: readonly LogDraft[]): AssetOf[] => {
  const fromDrafts = drafts.flatMap(({ asset }) => {
    const match = asset && /erc(?:721|1155):(0x[0-9a-fA-F]{40})\/([0-9]+)$/.exec(asset)
    return match ? [{ collection: (match[1] as string).toLowerCase() as `0x${string}`, tokenId: match[2] as string }] : []
  })
  const fromEvents = events.flatMap((event): readonly { collection: `0x${string}`; tokenId: bigint }[] => {
    if (event.name === 'BundleFilled') return event.items
    return 'tokenId' in event && 'collection' in event ? [event] : []
  })
  return [...fromDrafts, ...fromEvents.map(({ collection, tokenId }) => ({ collection, tokenId: tokenId.toString() }))]
}
