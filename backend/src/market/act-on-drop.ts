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
} from '@daedal/protocol/market/drop-api'
import { shareOf } from '@daedal/protocol/market/price'
import { voucherFromJson } from '@daedal/protocol/tokens/voucher'
import { and, eq, inArray } from 'drizzle-orm'
import { type Address, getAddress, type Hex, zeroHash } from 'viem'
import type { Database } from '../adapters/database/database.ts'
import { AppError } from '../errors.ts'
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

/** Tickets of one purchase at most, and so those that are looked at to find a refund. */
const PURCHASE = 64

/**
 * Says what an account has to send to buy tickets, have their items delivered, get its money back, and to lead a drop from the end of its
 * sale to what each ticket gets; or why the contract would refuse. What was sold is asked of the chain, whose tickets are whose of the
 * index. Each throws MARKET_DROP_UNKNOWN, CHAIN_UNAVAILABLE, CHAIN_MISMATCH.
 */
export function createActOnDrop({ db, chainId, spending, chain, reader, calls, read, trees, index, now }: ActOnDropDeps) {
  async function find(id: Hex): Promise<{ row: DropRow; terms: DropTerms }> {
    await index.check()
    const row = await read.known(id)
    return { row, terms: dropTermsFromJson(row.terms) }
  }

  /** A call that only the chain judges. */
  const simple =
    (write: (terms: DropTerms) => ReturnType<DropCalls['end']>) =>
    async (id: Hex, { account }: ActOnDrop): Promise<HouseAction> => {
      const { terms } = await find(id)
      return tried(chain, address(account), write(terms))
    }

  /** What delivers tickets; null when the items were not published. */
  async function deliveriesOf(row: DropRow, tickets: readonly TicketRow[]): Promise<{ delivery: Delivery; asset: string }[] | null> {
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
      const transaction = calls.deliver(
        terms,
        found.map(({ delivery }) => delivery),
      )
      return {
        ...(await tried(chain, by, transaction)),
        tickets: tickets.map(({ ticket }) => ticket),
        assets: found.map(({ asset }) => asset),
      }
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
      const { time } = await chain.head()
      if (time < from && unixSeconds(now()) < from)
        return { ...refused({ code: 'MARKET_REFUND_TOO_SOON', detail: `Tickets are given back from ${from} on.` }), ...answer }
      return { ...(await tried(chain, by, calls.refund(terms, first))), ...answer }
    },

    close: simple(calls.close),
    draw: simple(calls.draw),
    end: simple(calls.end),
  }
}
