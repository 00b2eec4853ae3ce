import Type, { type Static } from 'typebox'
import { Address, AmountString, described } from '../scalars.ts'

/** Contracts that keep what they could not pay out, by the names of a deployment. */
export const payers = ['market', 'auctionHouse', 'rentals', 'drops'] as const
export type Payer = (typeof payers)[number]

/** Where a payer of a deployment is. Throws RangeError when the deployment has none. */
export function placeOf(deployment: { readonly [payer in Payer]?: Address | undefined }, payer: Payer): Address {
  const place = deployment[payer]
  if (!place) throw new RangeError(`the deployment has no ${payer}`)
  return place
}

/** Money that a contract could not deliver and keeps for an account, in the smallest unit of the currency. */
export const PendingPayment = Type.Object({
  payer: Type.Unsafe<Payer>(Type.String({ enum: [...payers] })),
  contract: Address,
  currency: described(Address, 'Zero for ether'),
  amount: AmountString,
})
export type PendingPayment = Static<typeof PendingPayment>

/** `GET /v1/accounts/{address}/payments` */
export const PendingPayments = Type.Object({ data: Type.Array(PendingPayment) })
export type PendingPayments = Static<typeof PendingPayments>

/** `POST /v1/accounts/{address}/withdrawal`: what to send to be paid what waits. */
export const Withdraw = Type.Object(
  { payer: PendingPayment.properties.payer, currency: described(Address, 'Zero for ether, the only one that the market keeps') },
  { additionalProperties: false },
)
export type Withdraw = Static<typeof Withdraw>
