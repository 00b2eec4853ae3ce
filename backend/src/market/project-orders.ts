import { assetRef } from '@daedal/protocol/chains/caip'
import type { OrderState } from '@daedal/protocol/market/api'
import { and, eq, gt, inArray, isNull, lt, or, sql } from 'drizzle-orm'
import type { ChainEvent, LogDraft, Projection, Transaction } from '../tokens/ports.ts'
import { marked, markOrders, openStates } from './mark-orders.ts'
import { orderEntry } from './order-entry.ts'
import type { SetQuotes } from './ports.ts'
import { type AssetOf, quoteAssets } from './quote-assets.ts'
import { orders, sales } from './tables.ts'

type Fill = Extract<ChainEvent, { name: 'OrderFilled' }>
type Cancel = Extract<ChainEvent, { name: 'OrdersCancelled' }>
type Advance = Extract<ChainEvent, { name: 'LaneAdvanced' }>

/** Keeps sales and the order book in step with the market's events. Orders that are merely touched are marked, and judged after the block. */
export function projectOrders({ chainId, setQuotes }: { chainId: number; setQuotes: SetQuotes }): Projection {
  return {
    async apply(tx, events) {
      const drafts: LogDraft[] = []
      for (const event of events) {
        if (event.name === 'OrderFilled') drafts.push(await fill(tx, chainId, event))
        else if (event.name === 'OrdersCancelled') drafts.push(...(await cancel(tx, chainId, event)))
        else if (event.name === 'LaneAdvanced') drafts.push(...(await advance(tx, chainId, event)))
      }
      await touch(tx, events)
      await quoteAssets(tx, assetsOf(events, drafts), setQuotes)
      return drafts
    },

    async retract(tx, orphaned, ancestor) {
      await tx.delete(sales).where(gt(sales.block, ancestor))
      const open = await tx
        .update(orders)
        .set({ closedBy: null, closedBlock: null, closedTx: null, state: 'inactive', reason: null, detail: null, ...marked() })
        .where(gt(orders.closedBlock, ancestor))
        .returning()
      // What was judged by a block that is gone may be open again.
      await touch(tx, orphaned, [...openStates, 'cancelled'])
      await quoteAssets(tx, [...assetsOf(orphaned, []), ...open], setQuotes)
    },
  }
}

async function fill(tx: Transaction, chainId: number, event: Fill): Promise<LogDraft> {
  const { block, logIndex, tx: hash, timestamp, orderHash, collection, seller, buyer, currency, royaltyReceiver } = event
  const [price, fee, royalty] = [event.price, event.fee, event.royalty].map(String) as [string, string, string]
  const tokenId = event.tokenId.toString()
  await tx.insert(sales).values({
    block,
    logIndex,
    tx: hash,
    at: new Date(timestamp * 1000),
    orderHash,
    collection,
    tokenId,
    seller,
    buyer,
    currency,
    price,
    fee,
    royalty,
    royaltyReceiver,
  })
  const [filled] = await tx
    .update(orders)
    .set({
      closedBy: 'filled',
      closedBlock: block,
      closedTx: hash,
      state: 'filled',
      reason: null,
      detail: null,
      checkedBlock: block,
      dirty: false,
    })
    .where(eq(orders.hash, orderHash))
    .returning()
  // Other orders that share the bit died with it.
  if (filled)
    await markOrders(tx, and(eq(orders.maker, filled.maker), eq(orders.lane, filled.lane), inArray(orders.state, [...openStates])))
  return {
    type: 'order.filled',
    asset: assetRef(chainId, collection, event.tokenId),
    accounts: [seller, buyer, ...(event.royalty > 0n ? [royaltyReceiver] : [])],
    data: {
      orderHash,
      from: seller,
      to: buyer,
      price,
      currency,
      split: {
        seller: (event.price - event.fee - event.royalty).toString(),
        royalty,
        royaltyReceiver: event.royalty > 0n ? royaltyReceiver : null,
        fee,
      },
    },
    at: event,
  }
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

/** Marks the orders that events may have changed: of a token that moved, of a maker who did something, or all of them. */
async function touch(tx: Transaction, events: readonly ChainEvent[], states: readonly OrderState[] = openStates): Promise<void> {
  if (events.some(({ name }) => name === 'MarketChanged')) return markOrders(tx, inArray(orders.state, [...states]))
  const tokens = new Set<string>()
  const makers = new Set<`0x${string}`>()
  for (const event of events) {
    if (event.name === 'Transfer' || event.name === 'Provenance') {
      tokens.add(event.tokenId.toString())
    } else if (event.name === 'OrderFilled') {
      tokens.add(event.tokenId.toString())
      makers.add(event.seller).add(event.buyer)
    } else if (event.name === 'OrdersCancelled' || event.name === 'LaneAdvanced') makers.add(event.maker)
    else if (event.name === 'ApprovalChanged') makers.add(event.owner)
  }
  if (!tokens.size && !makers.size) return
  await markOrders(
    tx,
    and(
      inArray(orders.state, [...states]),
      or(
        tokens.size ? sql`${orders.tokenId} = any(${sql.param([...tokens])}::numeric[])` : undefined,
        makers.size ? inArray(orders.maker, [...makers]) : undefined,
      ),
    ),
  )
}

const assetsOf = (events: readonly ChainEvent[], drafts: readonly LogDraft[]): AssetOf[] => {
  const fromDrafts = drafts.flatMap(({ asset }) => {
    const match = asset && /erc721:(0x[0-9a-fA-F]{40})\/([0-9]+)$/.exec(asset)
    return match ? [{ collection: (match[1] as string).toLowerCase() as `0x${string}`, tokenId: match[2] as string }] : []
  })
  return [
    ...fromDrafts,
    ...events.flatMap((event) => ('tokenId' in event ? [{ collection: event.collection, tokenId: event.tokenId.toString() }] : [])),
  ]
}
