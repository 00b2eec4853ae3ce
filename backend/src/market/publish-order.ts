import type { OrderView, PublishOrder } from '@daedal/protocol/market/api'
import { hashOrder, type Order, type OrderJson, orderFromJson } from '@daedal/protocol/market/order'
import type { Hex } from 'viem'
import type { Database } from '../adapters/database/database.ts'
import { AppError } from '../errors.ts'
import { appendEvents, raiseVersion } from '../worlds/event-log.ts'
import { checkOrderSignature } from './check-signature.ts'
import { formFault, judgeOrder } from './judge-order.ts'
import { openStates } from './mark-orders.ts'
import { orderEntry } from './order-entry.ts'
import { judgedColumns, type OrderRow, orderView, signedColumns } from './order-row.ts'
import type { ChainReader, IndexView, SetQuotes, Venue } from './ports.ts'
import { quoteAssets } from './quote-assets.ts'
import { readFacts, readVenueFacts, unixSeconds } from './read-facts.ts'
import type { ReadOrders } from './read-orders.ts'
import { orders } from './tables.ts'

export type PublishOrderDeps = {
  db: Database
  venue: Venue
  chain: ChainReader
  index: IndexView
  read: Pick<ReadOrders, 'find' | 'known'>
  setQuotes: SetQuotes
  now(): Date
}

/**
 * Takes a signed order into the book, durably, when it can be filled now or from its start on. The same order again is answered
 * as it stands while it is open.
 * Throws MARKET_* with the first thing that is wrong, CHAIN_UNAVAILABLE, CHAIN_MISMATCH.
 */
export function createPublishOrder(deps: PublishOrderDeps) {
  const { venue, chain, index, read, now } = deps
  return async ({ order: json, signature: given }: PublishOrder): Promise<OrderView> => {
    const order = readOrder(json)
    const fault = formFault(order, venue)
    if (fault) throw new AppError(fault.code, fault.detail)
    const signature = given.toLowerCase() as Hex
    const hash = hashOrder(venue.chainId, venue.market, order)
    const before = await read.find(hash)
    if (before?.signature === signature) return standing(venue, before)
    await index.check()
    const facts = readFacts(chain, order, readVenueFacts(chain, unixSeconds(now())))
    facts.catch(() => undefined) // Awaited below, unless the signature is refused first.
    await checkOrderSignature({ venue, chain }, order, signature)
    if (before) return standing(venue, before)
    const found = await facts
    const verdict = judgeOrder(order, found)
    if (verdict.state !== 'active' && verdict.state !== 'pending')
      throw new AppError(verdict.reason ?? 'MARKET_ORDER_SPENT', verdict.detail ?? undefined)
    const columns = { ...signedColumns(order, hash, signature), ...judgedColumns(verdict, found, index.block()), createdAt: now() }
    return orderView(venue.chainId, await enter(deps, columns))
  }
}

/** Throws MARKET_ORDER_MALFORMED. */
export function readOrder(json: OrderJson): Order {
  try {
    return orderFromJson(json)
  } catch (cause) {
    if (cause instanceof RangeError) throw new AppError('MARKET_ORDER_MALFORMED', `${cause.message}.`, { cause })
    throw cause
  }
}

function standing({ chainId }: Venue, row: OrderRow): OrderView {
  if ((openStates as readonly string[]).includes(row.state)) return orderView(chainId, row)
  if (row.state === 'expired') throw new AppError('MARKET_ORDER_EXPIRED', `The order ${row.hash} ended at ${row.endTime}.`)
  const code = row.reason === 'MARKET_ORDER_EPOCH_PASSED' ? row.reason : 'MARKET_ORDER_SPENT'
  throw new AppError(code, `The order ${row.hash} was ${row.state}${row.closedTx ? ` in ${row.closedTx}` : ''}.`)
}

async function enter({ db, venue, read, setQuotes, now }: PublishOrderDeps, columns: typeof orders.$inferInsert): Promise<OrderRow> {
  const entered = await db.transaction(async (tx) => {
    await raiseVersion(tx)
    // Marked: what happened between the question to the chain and this moment is looked at once it is indexed.
    const [row] = await tx
      .insert(orders)
      .values({ ...columns, dirty: true })
      .onConflictDoNothing()
      .returning()
    if (!row) return null
    const id = `${venue.chainId}:${row.hash}:order.created`
    await appendEvents(tx, venue.chainId, [orderEntry(venue.chainId, 'order.created', row, null, id)], now())
    await quoteAssets(tx, [row], setQuotes)
    return row
  })
  return entered ?? read.known(columns.hash)
}
