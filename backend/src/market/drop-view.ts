import { itemOfTicket } from '@daedal/protocol/market/drop'
import type { DropItem, DropStageView, DropState, DropTicket, DropView } from '@daedal/protocol/market/drop-api'
import { type SQL, sql } from 'drizzle-orm'
import { getAddress } from 'viem'
import type { DropRow, TicketRow } from './drop-entry.ts'
import { drops } from './drop-tables.ts'

/** Whether it is known which ticket gets which item. */
export const isOpen = ({ committed, offset }: Pick<DropRow, 'committed' | 'offset'>): boolean => !committed || offset !== null

/** When tickets that wait can be given back, as things stand, unix seconds. */
export const refundFrom = (row: DropRow): number => (isOpen(row) ? row.deliverBy : row.revealBy)

/** Whether no ticket is sold any more at a moment, unix seconds. */
const isSaleOver = ({ ended, sold, supply, lastEnd }: DropRow, at: number): boolean => ended || sold === supply || at >= lastEnd

/** Where a drop stands at a moment, unix seconds. {@link inState} says the same to the database. */
export function stateOf(row: DropRow, at: number): DropState {
  if (!isSaleOver(row, at)) return at < row.startTime ? 'upcoming' : 'live'
  if (row.sold === row.delivered + row.refunded || at >= refundFrom(row)) return 'over'
  return isOpen(row) ? 'delivering' : 'revealing'
}

/** Drops in a state at a moment, unix seconds. */
export function inState(state: DropState, at: number): SQL {
  const saleOver = sql`(${drops.ended} or ${drops.sold} = ${drops.supply} or ${drops.lastEnd} <= ${at})`
  const isKnown = sql`(not ${drops.committed} or ${drops.offset} is not null)`
  const waits = sql`(${drops.sold} > ${drops.delivered} + ${drops.refunded}
    and case when ${isKnown} then ${drops.deliverBy} else ${drops.revealBy} end > ${at})`
  switch (state) {
    case 'upcoming':
      return sql`(not ${saleOver} and ${drops.startTime} > ${at})`
    case 'live':
      return sql`(not ${saleOver} and ${drops.startTime} <= ${at})`
    case 'revealing':
      return sql`(${saleOver} and ${waits} and not ${isKnown})`
    case 'delivering':
      return sql`(${saleOver} and ${waits} and ${isKnown})`
    case 'over':
      return sql`(${saleOver} and not ${waits})`
  }
}

function stageView(row: DropRow, place: number, at: number): DropStageView {
  const stage = row.terms.stages[place] as DropRow['terms']['stages'][number]
  const sold = row.soldIn[place] ?? 0
  const over = row.ended || at >= Number(stage.end)
  const left = Math.min(row.supply - row.sold, stage.cap === 0 ? Number.POSITIVE_INFINITY : stage.cap - sold)
  return { ...stage, state: over ? 'over' : at < Number(stage.start) ? 'upcoming' : 'live', sold, left: over ? 0 : left }
}

/** The public view of a drop at a moment, unix seconds. */
export const dropView = (row: DropRow, published: boolean, cover: DropItem | null, at: number): DropView => ({
  id: row.id,
  state: stateOf(row, at),
  creator: getAddress(row.creator),
  collection: getAddress(row.collection),
  currency: getAddress(row.currency),
  feeBps: row.feeBps,
  supply: row.supply,
  sold: row.sold,
  delivered: row.delivered,
  refunded: row.refunded,
  stages: row.terms.stages.map((_, place) => stageView(row, place, at)),
  ended: row.ended,
  committed: row.committed,
  revealBy: row.committed ? String(row.revealBy) : null,
  deliverBy: String(row.deliverBy),
  refundFrom: String(refundFrom(row)),
  entropyBlock: row.entropyBlock,
  entropy: row.entropy,
  offset: isOpen(row) ? (row.offset ?? 0) : null,
  published,
  cover,
  now: String(at),
  createdAt: row.createdAt.toISOString(),
  transactionHash: row.createdTx,
})

/** Place of the item that a ticket gets; null while that is not known. */
export const itemFor = (row: DropRow, ticket: number): number | null =>
  isOpen(row) ? itemOfTicket(ticket, row.offset ?? 0, row.supply) : null

/** The ticket that gets an item; null while that is not known. */
export const ticketFor = (row: DropRow, item: number): number | null =>
  isOpen(row) ? (item - (row.offset ?? 0) + row.supply) % row.supply : null

export const ticketView = (row: DropRow, ticket: TicketRow, asset: DropItem | null): DropTicket => ({
  ticket: ticket.ticket,
  first: ticket.first,
  stage: ticket.stage,
  buyer: getAddress(ticket.buyer),
  price: ticket.price,
  state: ticket.state,
  item: itemFor(row, ticket.ticket),
  asset,
  boughtAt: ticket.boughtAt.toISOString(),
  doneAt: ticket.doneAt?.toISOString() ?? null,
  transactionHash: ticket.doneTx ?? ticket.boughtTx,
})
