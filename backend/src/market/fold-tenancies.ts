import { LAST_MOMENT } from '@daedal/protocol/scalars'
import { zeroAddress } from 'viem'
import { placeInChain } from '../tokens/fold-token.ts'
import type { ChainEvent } from '../tokens/ports.ts'
import type { rentalPayments, tenancies } from './rental-tables.ts'

type Named<Name extends ChainEvent['name']> = Extract<ChainEvent, { name: Name }>
export type Let = Named<'RentalStarted' | 'RentalExtended'>
/** What decides about the tenancies of a token. */
export type TenancyEvent = Let | Named<'RentalReturned' | 'TokenReleased' | 'UserChanged'>

type Payment = Omit<typeof rentalPayments.$inferInsert, 'tenancy'>
export type FoldedTenancy = Omit<typeof tenancies.$inferSelect, 'toldExpiry'> & { payments: Payment[] }

/**
 * Reads the tenancies of one token out of its events, which are in the order of the chain. Users that the owner set by itself are no
 * tenancies; one whose time is made longer by a payment becomes one from there on.
 */
export function foldTenancies(events: readonly TenancyEvent[]): FoldedTenancy[] {
  const found: FoldedTenancy[] = []
  for (const event of events) {
    const newest = found.at(-1)
    switch (event.name) {
      case 'RentalStarted':
      case 'RentalExtended':
        enter(found, event)
        break
      case 'UserChanged':
        if (newest) changeUser(newest, event)
        break
      case 'RentalReturned':
        if (newest) newest.endedAt = event.timestamp
        break
      case 'TokenReleased':
        if (newest) newest.held = false
        break
    }
  }
  return found
}

/** Whether the user may use the token at a moment, unix seconds. */
const runs = ({ endedAt, expires }: FoldedTenancy, at: number): boolean => endedAt === null && at < expires

function enter(found: FoldedTenancy[], event: Let): void {
  const newest = found.at(-1)
  const longer = event.name === 'RentalExtended' && newest?.user === event.user && runs(newest, event.timestamp)
  if (longer) {
    newest.expires = Number(event.expires)
    newest.payments.push(paymentOf(event))
    return
  }
  // A token in custody that is let again stays there, for another user.
  if (newest) newest.held = false
  const { owner, renter, user, collection, tokenId, start, expires, custody } = event
  found.push({
    ord: placeInChain(event),
    collection,
    tokenId: tokenId.toString(),
    owner,
    renter,
    user,
    start: Number(start),
    expires: Number(expires),
    endedAt: null,
    held: custody,
    payments: [paymentOf(event)],
  })
}

/** Seconds that a row holds: an owner can name any 64 bits, and a foreign collection any 256. */
export const secondsOf = (time: bigint): number => Number(time < LAST_MOMENT ? time : LAST_MOMENT)

/** At a collection that keeps its users, only the user ends its time early, and the owner can make it longer. */
function changeUser(tenancy: FoldedTenancy, { user, expires, timestamp }: Named<'UserChanged'>): void {
  if (tenancy.held || !runs(tenancy, timestamp)) return
  if (user === tenancy.user) tenancy.expires = secondsOf(expires)
  else tenancy.endedAt = timestamp
}

const paymentOf = ({ block, logIndex, timestamp, tx, ...event }: Let): Payment => ({
  block,
  logIndex,
  offerHash: event.offerHash,
  owner: event.owner,
  renter: event.renter,
  start: Number(event.start),
  expires: Number(event.expires),
  currency: event.currency,
  price: event.price.toString(),
  fee: event.fee.toString(),
  royalty: event.royalty.toString(),
  royaltyReceiver: event.royalty > 0n && event.royaltyReceiver !== zeroAddress ? event.royaltyReceiver : null,
  at: new Date(timestamp * 1000),
  tx,
})
