import type { HouseAction } from '@daedal/protocol/market/auction-api'
import { type DropTerms, dropTermsFromJson, MAX_DELIVERIES } from '@daedal/protocol/market/drop'
import type {
  ActOnDrop,
  BuyTickets,
  DeliverTickets,
  PreparedDelivery,
  PreparedRefund,
  PreparedTickets,
  RefundTickets,
  TakeItemBack,
} from '@daedal/protocol/market/drop-api'
import { shareOf } from '@daedal/protocol/market/price'
import { voucherFromJson } from '@daedal/protocol/tokens/voucher'
import { and, eq, inArray } from 'drizzle-orm'
import { type Address, getAddress, type Hex, zeroHash } from 'viem'
import type { Database } from '../adapters/database/database.ts'
import { AppError } from '../errors.ts'
import { assets } from '../tokens/tables.ts'
import { refused, tried } from './act-on-auction.ts'
import { assetOfDrop, type DropRow, type TicketRow } from './drop-entry.ts'
import { buyFault, stageAt } from './drop-fault.ts'
import { dropItems } from './drop-tables.ts'
import type { DropTrees } from './drop-trees.ts'
import { isOpen, itemFor, refundFrom } from './drop-view.ts'
import { payerSteps } from './payer-steps.ts'
import type { ChainReader, Delivery, DropCalls, DropReader, IndexView, MarketCalls } from './ports.ts'
import type { Spending } from './prepare-order.ts'
import type { ReadDrops } from './read-drops.ts'
import { readVenueFacts, unixSeconds } from './read-facts.ts'

export type ActOnDropDeps = {
  db: Database
  chainId: number
  spending: Spending
  chain: ChainReader
  reader: DropReader
  calls: DropCalls & Pick<MarketCalls, 'wrap'>
  read: Pick<ReadDrops, 'known' | 'waiting'>
  trees: DropTrees
  index: Pick<IndexView, 'check'>
  now(): Date
}

const address = (text: Address): Address => getAddress(text.toLowerCase())

/** What delivers a ticket, and what it gets. */
type Known = { delivery: Delivery; asset: string }

/** Tickets of one purchase at most, and so those that are looked at to find a refund. */
const PURCHASE = 64

/**
 * Says what an account has to send to buy tickets, have their items delivered, get its money or its own items back, and to lead a drop
 * from the end of its sale to what each ticket gets; or why the contract would refuse. What was sold is asked of the chain, whose tickets
 * are whose of the index. Each throws MARKET_DROP_UNKNOWN, CHAIN_UNAVAILABLE, CHAIN_MISMATCH.
 */
export function createActOnDrop({ db, chainId, spending, chain, reader, calls, read, trees, index, now }: ActOnDropDeps) {
  async function find(id: Hex): Promise<{ row: DropRow; terms: DropTerms }> {
    await index.check()
    const row = await read.known(id)
    return { row, terms: dropTermsFromJson(row.terms) }
  }

  /** Whether a moment, unix seconds, is still to come by the chain's clock and by this one. */
  const isBefore = async (moment: bigint): Promise<boolean> => (await chain.head()).time < moment && unixSeconds(now()) < moment

  /** A call that only the chain judges. */
  const simple =
    (write: (terms: DropTerms) => ReturnType<DropCalls['end']>) =>
    async (id: Hex, { account }: ActOnDrop): Promise<HouseAction> => {
      const { terms } = await find(id)
      return tried(chain, address(account), write(terms))
    }

  /** What delivers tickets; null when the items were not published. */
  async function deliveriesOf(row: DropRow, tickets: readonly TicketRow[]): Promise<Known[] | null> {
    const placeOf = ({ ticket }: TicketRow) => itemFor(row, ticket) ?? -1
    const found = await db
      .select()
      .from(dropItems)
      .where(and(eq(dropItems.drop, row.id), inArray(dropItems.item, tickets.map(placeOf))))
    const items = new Map(found.map((item) => [item.item, item]))
    const deliveries = await Promise.all(
      tickets.map(async (ticket) => {
        const item = items.get(placeOf(ticket))
        if (!item) return null
        const proof = await trees.itemProof(row.id, item.item)
        const { signature, deadline, voucher } = item
        return {
          delivery: {
            first: ticket.first,
            ticket: ticket.ticket,
            deadline: BigInt(deadline),
            signature,
            voucher: voucherFromJson(voucher),
            proof,
          },
          asset: assetOfDrop(chainId, row, item.tokenId),
        }
      }),
    )
    const known = deliveries.filter((delivery) => delivery !== null)
    return known.length === tickets.length ? known : null
  }

  /** What of the deliveries the contract takes: all, or where some would stop the others those that it takes by themselves. */
  async function deliverable(
    by: Address,
    terms: DropTerms,
    all: readonly Known[],
  ): Promise<{ action: HouseAction; taken: readonly Known[] }> {
    const attempt = (some: readonly Known[]) => {
      const deliveries = some.map(({ delivery }) => delivery)
      return tried(chain, by, calls.deliver(terms, deliveries))
    }
    const action = await attempt(all)
    if (action.possible || all.length === 1) return { action, taken: all }
    const alone = await Promise.all(all.map(async (one) => ((await attempt([one])).possible ? one : null)))
    const taken = alone.filter((one) => one !== null)
    return taken.length ? { action: await attempt(taken), taken } : { action, taken: all }
  }

  return {
    async buy(id: Hex, { account, quantity = 1, stage: asked }: BuyTickets): Promise<PreparedTickets> {
      const { terms } = await find(id)
      const buyer = address(account)
      const [venue, drop] = await Promise.all([readVenueFacts(chain, unixSeconds(now())), reader.drop(id)])
      if (!drop) throw new AppError('MARKET_DROP_UNKNOWN', `The contract knows no drop ${id}.`)
      const place = stageAt(terms, asked, venue.now)
      const stage = terms.stages[place]
      if (!stage) {
        const none = { stage: null, quantity, price: '0', total: '0', fee: '0' }
        if (asked !== undefined)
          return { ...refused({ code: 'MARKET_DROP_STAGE_UNKNOWN', detail: `There is no stage ${asked}.` }), ...none }
        const code = drop.ended ? 'MARKET_DROP_ENDED' : 'MARKET_DROP_STAGE_CLOSED'
        return { ...refused({ code, detail: 'No stage of the drop sells now.' }), ...none }
      }
      const total = stage.price * BigInt(quantity)
      const answer = {
        stage: place,
        quantity,
        price: stage.price.toString(),
        total: total.toString(),
        fee: (shareOf(stage.price, drop.feeBps) * BigInt(quantity)).toString(),
      }
      const [bought, soldIn, granted] = await Promise.all([
        reader.boughtBy(id, place, buyer),
        reader.soldIn(id, place),
        stage.allowlistRoot === zeroHash ? { allowance: 0, proof: [] } : trees.allowance(id, place, buyer),
      ])
      const fault = buyFault(terms, stage, quantity, { ...venue, drop, bought, soldIn, granted })
      if (fault) return { ...refused(fault), ...answer }
      const first = await payerSteps({ spending, chain, calls }, buyer, terms.currency, total)
      if (!Array.isArray(first)) return { ...refused(first), ...answer }
      const transaction = calls.buy(terms, place, quantity, granted ?? { allowance: 0, proof: [] })
      return { ...(await tried(chain, buyer, transaction, first)), ...answer }
    },

    async deliver(id: Hex, { account, tickets: asked }: DeliverTickets): Promise<PreparedDelivery> {
      const { row, terms } = await find(id)
      const by = address(account)
      const none = { tickets: [], assets: [] }
      const tickets = await read.waiting(id, asked ? { tickets: asked } : { account: by }, MAX_DELIVERIES)
      if (!tickets.length) {
        const detail = asked ? 'Nobody bought these tickets.' : `${by} has no ticket that waits.`
        return { ...refused({ code: 'MARKET_NO_TICKETS', detail }), ...none }
      }
      if (!isOpen(row))
        return { ...refused({ code: 'MARKET_DROP_NOT_REVEALED', detail: 'It is not known yet what tickets get.' }), ...none }
      const found = await deliveriesOf(row, tickets)
      if (!found) return { ...refused({ code: 'MARKET_DROP_CONTENTS_MISSING', detail: 'The items were not published yet.' }), ...none }
      const { action, taken } = await deliverable(by, terms, found)
      return { ...action, tickets: taken.map(({ delivery }) => delivery.ticket), assets: taken.map(({ asset }) => asset) }
    },

    async refund(id: Hex, { account, first: asked }: RefundTickets): Promise<PreparedRefund> {
      const { row, terms } = await find(id)
      const by = address(account)
      const all = Array.from({ length: PURCHASE }, (_, at) => (asked ?? 0) + at)
      const tickets = await read.waiting(id, asked === undefined ? { account: by } : { tickets: all }, PURCHASE)
      const first = asked ?? tickets[0]?.first
      const given = tickets.filter((ticket) => ticket.first === first && ticket.state === 'open')
      const answer = { first: first ?? null, amount: given.reduce((sum, { price }) => sum + BigInt(price), 0n).toString() }
      if (first === undefined || !given.length)
        return { ...refused({ code: 'MARKET_NOTHING_TO_REFUND', detail: 'No ticket of it waits.' }), ...answer }
      const from = BigInt(refundFrom(row))
      if (await isBefore(from))
        return { ...refused({ code: 'MARKET_REFUND_TOO_SOON', detail: `Tickets are given back from ${from} on.` }), ...answer }
      return { ...(await tried(chain, by, calls.refund(terms, first))), ...answer }
    },

    async takeBack(id: Hex, { account, item, to = account }: TakeItemBack): Promise<HouseAction> {
      const { row, terms } = await find(id)
      if (await isBefore(terms.deliverBy))
        return refused({ code: 'MARKET_REFUND_TOO_SOON', detail: `Items can be delivered until ${terms.deliverBy}.` })
      const [found] = await db
        .select({ voucher: dropItems.voucher, owner: assets.owner })
        .from(dropItems)
        .leftJoin(assets, and(eq(assets.collection, row.collection), eq(assets.tokenId, dropItems.tokenId)))
        .where(and(eq(dropItems.drop, id), eq(dropItems.item, item)))
      if (!found) return refused({ code: 'MARKET_DROP_CONTENTS_MISSING', detail: `Item ${item} is not known here.` })
      // Nothing is told of an item that is no token: it may have stayed its creator's secret.
      if (found.owner !== spending.spender.toLowerCase())
        return refused({ code: 'MARKET_ITEM_NOT_HELD', detail: `Item ${item} is not with the contract.` })
      return tried(chain, address(account), calls.takeBack(terms, voucherFromJson(found.voucher).coreHash, address(to)))
    },

    close: simple(calls.close),
    draw: simple(calls.draw),
    end: simple(calls.end),
  }
}
