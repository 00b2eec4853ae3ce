import { auctionHouseAbi, marketAbi } from '@daedal/protocol/market/abi.gen'
import type { Address } from '@daedal/protocol/scalars'
import { type Log, parseEventLogs } from 'viem'
import type { Payment } from './flow.ts'
import type { ChainReceipt, FlowVenue } from './flow-ports.ts'
import type { HouseOutcome, HouseRequest } from './house-request.ts'
import { same } from './prepared-mismatch.ts'
import { splitPayments } from './split-payments.ts'

type Read = { house: HouseOutcome; payments: Payment[] }
type HouseLog = ReturnType<typeof eventsOf>[number]

const from = (logs: readonly Log[], contract: Address): Log[] => logs.filter(({ address }) => same(address, contract))
const eventsOf = (logs: readonly Log[], house: Address) => parseEventLogs({ abi: auctionHouseAbi, logs: from(logs, house) })

/** What came of a request, from the events of a receipt; null when they do not show that it was done. */
export function readHouseOutcome({ logs }: ChainReceipt, request: HouseRequest, account: Address, venue: FlowVenue): Read | null {
  if (request.kind === 'withdraw') {
    const house = readWithdrawal(logs, request, account, venue)
    return house && { house, payments: [] }
  }
  const { auctionHouse } = venue
  if (auctionHouse === null) return null
  const events = eventsOf(logs, auctionHouse)
  for (const event of events) {
    const house = outcomeOf(event, request, account)
    if (house) return { house, payments: event.eventName === 'AuctionSettled' ? paymentsOf(event.args, events, auctionHouse) : [] }
  }
  return null
}

/** What a contract that kept money for the account has paid it. */
function readWithdrawal(
  logs: readonly Log[],
  { payer, currency }: Extract<HouseRequest, { kind: 'withdraw' }>,
  account: Address,
  venue: FlowVenue,
): HouseOutcome | null {
  const contract = venue[payer]
  if (contract === null) return null
  if (payer === 'market') {
    const paid = parseEventLogs({ abi: marketAbi, eventName: 'PaymentWithdrawn', logs: from(logs, contract) })
    const own = paid.find(({ args }) => same(args.account, account))
    return own ? { result: 'withdrawn', amount: own.args.amount.toString() } : null
  }
  // The contracts beside the market tell it by the same event.
  const paid = parseEventLogs({ abi: auctionHouseAbi, eventName: 'PaymentWithdrawn', logs: from(logs, contract) })
  const own = paid.find(({ args }) => same(args.account, account) && same(args.currency, currency))
  return own ? { result: 'withdrawn', amount: own.args.amount.toString() } : null
}

/** The outcome that an event tells, when it is of what was asked for. */
function outcomeOf(
  { eventName, args }: HouseLog,
  request: Exclude<HouseRequest, { kind: 'withdraw' }>,
  account: Address,
): HouseOutcome | null {
  switch (request.kind) {
    case 'auction':
      if (eventName !== 'AuctionCreated' || !same(args.seller, account) || !same(args.collection, request.collection)) return null
      if (args.tokenId !== BigInt(request.tokenId)) return null
      return { result: 'created', auction: args.auctionId, amount: args.reserve.toString(), end: Number(args.end) }
    default:
      break
  }
  const auction = 'auctionId' in args ? args.auctionId : null
  if (auction === null || !same(auction, request.auction)) return null
  switch (eventName) {
    case 'BidPlaced':
      if (request.kind !== 'bid' || !same(args.bidder, account)) return null
      return { result: 'bid', auction, amount: args.amount.toString(), end: Number(args.end) }
    case 'AuctionCancelled':
      return request.kind === 'cancel-auction' ? { result: 'cancelled', auction } : null
    case 'AssetReclaimed':
      return request.kind === 'reclaim' ? { result: 'reclaimed', auction } : null
    case 'AuctionSettled':
      return request.kind === 'settle-auction' ? { result: 'settled', auction, winner: args.winner } : null
    case 'AuctionUnsold':
      return request.kind === 'settle-auction' ? { result: 'unsold', auction, returned: args.returned } : null
    case 'AuctionFailed': {
      const { bidder, refund, refundCredited, returned } = args
      return request.kind === 'settle-auction'
        ? { result: 'failed', auction, bidder, refund: refund.toString(), refundCredited, returned }
        : null
    }
    default:
      return null
  }
}

function paymentsOf(
  settled: Extract<HouseLog, { eventName: 'AuctionSettled' }>['args'],
  events: readonly HouseLog[],
  house: Address,
): Payment[] {
  const credits = events.flatMap(({ eventName, args }) => (eventName === 'PaymentCredited' ? [args] : []))
  return splitPayments(settled, { payee: settled.seller, role: 'seller', contract: house, credits })
}
