import type { Cancellation, CancelOrders } from '@daedal/protocol/market/api'
import { and, eq, inArray, isNull } from 'drizzle-orm'
import type { Address, Hex } from 'viem'
import type { Database } from '../adapters/database/database.ts'
import { AppError } from '../errors.ts'
import { openStates } from './mark-orders.ts'
import type { ChainReader, IndexView, MarketCalls, MarketTransaction } from './ports.ts'
import { unixSeconds } from './read-facts.ts'
import type { ReadOrders } from './read-orders.ts'
import { orderSlots, orders } from './tables.ts'
import { transactionJson } from './transaction-json.ts'

export type CancelOrdersDeps = {
  db: Database
  chain: Pick<ChainReader, 'lane'>
  calls: MarketCalls
  index: Pick<IndexView, 'check'>
  read: Pick<ReadOrders, 'known'>
  now(): Date
}

/**
 * Says what a maker has to send to cancel one order, or all: one transaction a lane that holds any.
 * Throws MARKET_ORDER_UNKNOWN, MARKET_ORDER_SPENT, MARKET_ORDER_EPOCH_PASSED, MARKET_ORDER_EXPIRED, REQUEST_INVALID, CHAIN_*.
 */
export function createCancelOrders({ db, chain, calls, index, read, now }: CancelOrdersDeps) {
  const answer = (transactions: readonly MarketTransaction[]): Cancellation => ({
    steps: transactions.map((transaction) => ({ type: 'send', transaction: transactionJson(transaction) })),
  })

  async function one(maker: Address, hash: Hex): Promise<Cancellation> {
    const row = await read.known(hash)
    if (row.maker !== maker) throw new AppError('MARKET_ORDER_UNKNOWN', `The order ${hash} is not one of ${maker}.`)
    const [lane, epoch, endTime] = [BigInt(row.lane), BigInt(row.epoch), BigInt(row.endTime)]
    const word = await chain.lane(row.maker, lane)
    if (word.epoch > epoch) throw new AppError('MARKET_ORDER_EPOCH_PASSED', `The lane is at epoch ${word.epoch}; the order has ${epoch}.`)
    if ((word.bitmap >> BigInt(row.bit)) & 1n) throw new AppError('MARKET_ORDER_SPENT', `Bit ${row.bit} of lane ${lane} was used.`)
    if (unixSeconds(now()) >= endTime) throw new AppError('MARKET_ORDER_EXPIRED', `The order ended at ${endTime}.`)
    return answer([calls.cancel({ lane, bit: row.bit })])
  }

  /** Lanes of open orders, and of nonces that were handed out: what was signed with them may be held by anyone. */
  async function all(maker: Address): Promise<Cancellation> {
    const [held, given] = await Promise.all([
      db
        .selectDistinct({ lane: orders.lane })
        .from(orders)
        .where(and(eq(orders.maker, maker), isNull(orders.closedBy), inArray(orders.state, [...openStates]))),
      db.select({ lane: orderSlots.lane, bit: orderSlots.bit }).from(orderSlots).where(eq(orderSlots.maker, maker)),
    ])
    const lanes = new Set(held.map(({ lane }) => lane))
    for (const [lane, slots] of Map.groupBy(given, (slot) => slot.lane)) {
      if (lanes.has(lane)) continue
      const { bitmap } = await chain.lane(maker, BigInt(lane))
      if (slots.some(({ bit }) => !((bitmap >> BigInt(bit)) & 1n))) lanes.add(lane)
    }
    if (!lanes.size) throw new AppError('MARKET_ORDER_UNKNOWN', `${maker} has no open order.`)
    return answer(
      [...lanes]
        .map(BigInt)
        .sort((a, b) => (a < b ? -1 : 1))
        .map((lane) => calls.cancelAllOf(lane)),
    )
  }

  return async ({ maker, hash, all: every }: CancelOrders): Promise<Cancellation> => {
    if ((hash === undefined) === (every !== true))
      throw new AppError('REQUEST_INVALID', 'Name either one order (hash) or all of them (all: true).')
    await index.check()
    const account = maker.toLowerCase() as Address
    return hash === undefined ? all(account) : one(account, hash)
  }
}
