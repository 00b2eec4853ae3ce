import type { RentalPayment, TenancyState, TenancyView } from '@daedal/protocol/market/rental-api'
import { getAddress } from 'viem'
import type { Lot } from './offer-row.ts'
import { splitOf } from './order-row.ts'
import { assetOfRental, type TenancyRow } from './rental-entry.ts'
import type { rentalPayments } from './rental-tables.ts'

export type PaymentRow = typeof rentalPayments.$inferSelect

/** Where a tenancy stands at a moment, unix seconds. */
export function stateOfTenancy({ endedAt, expires }: Pick<TenancyRow, 'endedAt' | 'expires'>, at: number): TenancyState {
  if (endedAt !== null) return 'ended'
  return at < expires ? 'active' : 'over'
}

function paymentView({
  offerHash,
  owner,
  renter,
  start,
  expires,
  currency,
  price,
  fee,
  royalty,
  royaltyReceiver,
  at,
  tx,
}: PaymentRow): RentalPayment {
  const [paid, ofProtocol] = [BigInt(price), BigInt(fee)]
  const split = splitOf(paid, 0, { receiver: royaltyReceiver, amount: BigInt(royalty), shares: null })
  return {
    offerHash,
    renter: getAddress(renter),
    owner: getAddress(owner),
    start: String(start),
    expires: String(expires),
    currency: getAddress(currency),
    // The fee as it was taken, whatever the market's is now.
    split: {
      ...split,
      fee,
      feeBps: paid === 0n ? 0 : Number((ofProtocol * 10_000n + paid / 2n) / paid),
      seller: (paid - ofProtocol - BigInt(royalty)).toString(),
    },
    at: at.toISOString(),
    transactionHash: tx,
  }
}

/** The public view of a tenancy at a moment, unix seconds. */
export function tenancyView(chainId: number, row: TenancyRow, lot: Lot, payments: readonly PaymentRow[], at: number): TenancyView {
  const state = stateOfTenancy(row, at)
  return {
    id: String(row.ord),
    state,
    asset: assetOfRental(chainId, row),
    ...lot,
    collection: getAddress(row.collection),
    tokenId: row.tokenId,
    owner: getAddress(row.owner),
    renter: getAddress(row.renter),
    user: getAddress(row.user),
    start: String(row.start),
    expires: String(row.expires),
    secondsLeft: state === 'active' ? row.expires - at : 0,
    endedAt: row.endedAt === null ? null : String(row.endedAt),
    held: row.held,
    payments: payments.map(paymentView),
  }
}
