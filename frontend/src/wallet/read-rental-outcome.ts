import { rentalsAbi } from '@daedal/protocol/market/abi.gen'
import type { Address } from '@daedal/protocol/scalars'
import { assetCollectionAbi } from '@daedal/protocol/tokens/abi.gen'
import { type Log, parseEventLogs, zeroAddress } from 'viem'
import type { Payment } from './flow.ts'
import type { ChainReceipt, FlowVenue } from './flow-ports.ts'
import { same } from './prepared-mismatch.ts'
import type { LettingOutcome, LettingRequest } from './rental-request.ts'
import { splitPayments } from './split-payments.ts'

type Read = { rental: LettingOutcome; payments: Payment[] }
type TokenRequest = Extract<LettingRequest, { kind: 'give-back' | 'release-token' }>
type RentalLog = ReturnType<typeof eventsOf>[number]

const from = (logs: readonly Log[], contract: Address): Log[] => logs.filter(({ address }) => same(address, contract))
const eventsOf = (logs: readonly Log[], rentals: Address) => parseEventLogs({ abi: rentalsAbi, logs: from(logs, rentals) })
const unpaid = (rental: LettingOutcome): Read => ({ rental, payments: [] })

/** What came of a request, from the events of a receipt; null when they do not show that it was done. */
export function readRentalOutcome({ logs }: ChainReceipt, request: LettingRequest, account: Address, venue: FlowVenue): Read | null {
  const { rentals } = venue
  if (rentals === null) return null
  const events = eventsOf(logs, rentals)
  switch (request.kind) {
    case 'rent':
    case 'add-days':
      return readRental(events, request, account, rentals)
    case 'cancel-let': {
      const cancelled = events.some(({ eventName, args }) => eventName === 'OffersCancelled' && same(args.owner, account))
      return cancelled ? unpaid({ result: 'cancelled' }) : null
    }
    case 'give-back':
      return readReturn(events, logs, request)
    case 'release-token': {
      for (const { eventName, args } of events)
        if (eventName === 'TokenReleased' && isToken(args, request)) return unpaid({ result: 'released', to: args.to })
      return null
    }
    case 'let':
      return null
  }
}

function readRental(
  events: readonly RentalLog[],
  request: Extract<LettingRequest, { kind: 'rent' | 'add-days' }>,
  account: Address,
  rentals: Address,
): Read | null {
  for (const { eventName, args } of events) {
    if (eventName !== 'RentalStarted' && eventName !== 'RentalExtended') continue
    if (!same(args.offerHash, request.offer) || !same(args.renter, account)) continue
    const credits = events.flatMap((event) => (event.eventName === 'PaymentCredited' ? [event.args] : []))
    return {
      rental: {
        // A tenancy that ended meanwhile was begun anew instead of being made longer.
        result: eventName === 'RentalStarted' ? 'rented' : 'extended',
        user: args.user,
        expires: Number(args.expires),
        custody: args.custody,
      },
      payments: splitPayments(args, { payee: args.owner, role: 'owner', contract: rentals, credits }),
    }
  }
  return null
}

/** The contract tells it of a token that it held; of any other its collection does. */
function readReturn(events: readonly RentalLog[], logs: readonly Log[], request: TokenRequest): Read | null {
  if (events.some(({ eventName, args }) => eventName === 'RentalReturned' && isToken(args, request))) return unpaid({ result: 'returned' })
  const changed = parseEventLogs({ abi: assetCollectionAbi, eventName: 'UpdateUser', logs: from(logs, request.collection) })
  const ended = changed.some(({ args }) => args.tokenId === BigInt(request.tokenId) && same(args.user, zeroAddress))
  return ended ? unpaid({ result: 'returned' }) : null
}

const isToken = (args: { collection: Address; tokenId: bigint }, request: { collection: Address; tokenId: string }): boolean =>
  same(args.collection, request.collection) && args.tokenId === BigInt(request.tokenId)
