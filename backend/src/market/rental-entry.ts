import { assetRef } from '@daedal/protocol/chains/caip'
import type { Address } from 'viem'
import type { ChainEvent, LogDraft, Position } from '../tokens/ports.ts'
import type { Let } from './fold-tenancies.ts'
import type { rentalOffers, tenancies } from './rental-tables.ts'

export type OfferRow = typeof rentalOffers.$inferSelect
export type TenancyRow = typeof tenancies.$inferSelect

/** CAIP-19 id of what is let. */
export const assetOfRental = (chainId: number, { collection, tokenId }: { collection: Address; tokenId: bigint | string }) =>
  assetRef(chainId, collection, BigInt(tokenId))

/** What the event log says of an offer to let; `at` is null for what did not happen on chain. */
export const offerEntry = (chainId: number, type: 'rental.offered' | 'rental.cancelled', row: OfferRow, at: Position | null): LogDraft => ({
  id: at ? `${chainId}:${at.blockHash}:${at.logIndex}:${type}:${row.hash}` : `${chainId}:${row.hash}:${type}`,
  type,
  asset: assetOfRental(chainId, row),
  accounts: [row.owner],
  data: { offerHash: row.hash, from: row.owner, price: row.pricePerDay, currency: row.currency },
  at,
})

/** What the event log says of a rental: that the token was let, and the royalty. */
export function rentalEntries(chainId: number, event: Let): LogDraft[] {
  const { owner, renter, user, price, fee, royalty, royaltyReceiver, currency, offerHash } = event
  const asset = assetOfRental(chainId, event)
  const paid = royalty > 0n
  const amounts = { seller: (price - fee - royalty).toString(), royalty: royalty.toString(), fee: fee.toString() }
  const rental: LogDraft = {
    type: event.name === 'RentalStarted' ? 'rental.started' : 'rental.extended',
    asset,
    accounts: [owner, renter, user, ...(paid ? [royaltyReceiver] : [])],
    data: {
      offerHash,
      from: owner,
      to: user,
      renter,
      price: price.toString(),
      currency,
      start: event.start.toString(),
      expires: event.expires.toString(),
      split: { ...amounts, royaltyReceiver: paid ? royaltyReceiver : null },
    },
    at: event,
  }
  if (!paid) return [rental]
  const data = { offerHash, from: renter, to: royaltyReceiver, amount: royalty.toString(), currency }
  return [rental, { type: 'royalty.paid', asset, accounts: [royaltyReceiver], data, at: event }]
}

/** What the event log says of a token that left custody, or was given back early; null of other events. */
export function custodyEntry(chainId: number, event: ChainEvent): LogDraft | null {
  if (event.name !== 'RentalReturned' && event.name !== 'TokenReleased') return null
  const asset = assetOfRental(chainId, event)
  if (event.name === 'RentalReturned')
    return { type: 'rental.returned', asset, accounts: [event.by], data: { from: event.by, expires: event.expires.toString() }, at: event }
  const { owner, to } = event
  return { type: 'rental.released', asset, accounts: [owner, to], data: { from: owner, to }, at: event }
}

/** That its user ended a tenancy early at the collection. */
export const endedEntry = (chainId: number, row: TenancyRow, at: Position): LogDraft => ({
  type: 'rental.returned',
  asset: assetOfRental(chainId, row),
  accounts: [row.user, row.owner],
  data: { from: row.user, to: row.owner, expires: String(row.expires) },
  at,
})

/** That the time of a tenancy is over, which nothing on the chain says. */
export const expiredEntry = (chainId: number, row: TenancyRow): LogDraft => ({
  id: `${chainId}:${row.ord}:${row.start}:${row.expires}:rental.expired`,
  type: 'rental.expired',
  asset: assetOfRental(chainId, row),
  accounts: [row.owner, row.user, row.renter],
  data: { from: row.user, to: row.owner, expires: String(row.expires), held: row.held },
  at: null,
})
