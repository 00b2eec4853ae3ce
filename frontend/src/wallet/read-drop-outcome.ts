import { dropsAbi } from '@daedal/protocol/market/abi.gen'
import type { Address, Hex32 } from '@daedal/protocol/scalars'
import { parseEventLogs } from 'viem'
import type { DropOutcome, DropRequest } from './drop-request.ts'
import type { ChainReceipt, FlowVenue } from './flow-ports.ts'
import { same } from './prepared-mismatch.ts'

/** What came of a request, from the events of a receipt; null when they do not show that it was done. */
export function readDropOutcome({ logs }: ChainReceipt, request: DropRequest, account: Address, { drops }: FlowVenue): DropOutcome | null {
  if (drops === null) return null
  const all = parseEventLogs({ abi: dropsAbi, logs: logs.filter(({ address }) => same(address, drops)) })
  if (request.kind === 'take-back') return all.some((event) => isTaken(event, request)) ? { result: 'taken-back' } : null
  const events = all.filter(({ args }) => 'dropId' in args && same(args.dropId, request.drop))
  if (request.kind === 'deliver') {
    const tickets = events.flatMap((event) => (event.eventName === 'TicketDelivered' ? event.args.ticket : []))
    return tickets.length ? { result: 'delivered', tickets } : null
  }
  for (const event of events) {
    const outcome = outcomeOf(event, request, account)
    if (outcome) return outcome
  }
  return null
}

/** That a drop was laid down; null when the events do not show it. */
export function readCreated({ logs }: ChainReceipt, drop: Hex32, count: number, { drops }: FlowVenue): DropOutcome | null {
  if (drops === null) return null
  const own = logs.filter(({ address }) => same(address, drops))
  const created = parseEventLogs({ abi: dropsAbi, eventName: 'DropCreated', logs: own }).some(({ args }) => same(args.dropId, drop))
  return created ? { result: 'created', drop, count } : null
}

type DropLog = ReturnType<typeof parseEventLogs<typeof dropsAbi>>[number]

/** What is taken back belongs to its creator, whichever drop it was of. */
const isTaken = (event: DropLog, { tokenId, to }: Extract<DropRequest, { kind: 'take-back' }>): boolean =>
  event.eventName === 'ItemTakenBack' && event.args.tokenId === BigInt(tokenId) && same(event.args.to, to)

/** The outcome that an event tells, when it is of what was asked for. */
function outcomeOf({ eventName, args }: DropLog, request: DropRequest, account: Address): DropOutcome | null {
  switch (eventName) {
    case 'TicketsSold': {
      if (request.kind !== 'buy-tickets' || !same(args.buyer, account)) return null
      const { first, quantity, price } = args
      return { result: 'bought', first, quantity, amount: (price * BigInt(quantity)).toString() }
    }
    case 'TicketsRefunded':
      if (request.kind !== 'refund' || args.first !== request.first) return null
      return { result: 'refunded', amount: args.amount.toString(), credited: args.credited }
    case 'DropSaleEnded':
      return request.kind === 'end-drop' ? { result: 'ended', sold: args.sold } : null
    case 'DropClosed':
      return request.kind === 'close-drop' ? { result: 'closed', block: Number(args.entropyBlock) } : null
    case 'DropDrawn':
      return request.kind === 'draw-drop' ? { result: 'drawn' } : null
    case 'DropRevealed':
      return request.kind === 'reveal-drop' ? { result: 'revealed', offset: args.offset } : null
    default:
      return null
  }
}
