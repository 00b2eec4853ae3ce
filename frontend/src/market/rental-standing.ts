import { ANYONE } from '@daedal/protocol/market/order'
import type { RentalOfferView, TenancyView } from '@daedal/protocol/market/rental-api'
import type { AssetDetail } from '@daedal/protocol/tokens/api'
import { isSame } from '../wallet/account.ts'
import type { Timed } from './tenancy-clock.ts'

/** How the renting of an asset stands for an account: whether somebody uses it, and whether that is the account, or its owner asks. */
export type RentalStanding = 'free' | 'used' | 'yours' | 'owner-free' | 'owner-used'

/** How it stands for an account, null for nobody. */
export function rentalStandingOf({ owner, user }: Pick<AssetDetail, 'owner' | 'user'>, account: string | null): RentalStanding {
  if (isSame(owner, account)) return user ? 'owner-used' : 'owner-free'
  if (!user) return 'free'
  return isSame(user.account, account) ? 'yours' : 'used'
}

/** Whether an account may take an offer that can be taken: it is for anyone or for it, and not its own. */
export const mayTake = ({ state, offer }: Pick<RentalOfferView, 'state' | 'offer'>, account: string | null): boolean =>
  state === 'active' && !isSame(offer.owner, account) && (isSame(offer.renter, ANYONE) || isSame(offer.renter, account))

/**
 * The time that the user of an asset has. Of a tenancy that was begun here the service counts the seconds; of a user that the owner named at
 * the collection only the end is known, so that this device's clock has to do. `answeredAt` in milliseconds.
 */
export function timeOfUser(
  user: NonNullable<AssetDetail['user']>,
  tenancy: TenancyView | null | undefined,
  answeredAt: number,
): Timed & { known: boolean } {
  const { account, expires } = user
  if (tenancy?.state === 'active' && isSame(tenancy.user, account) && tenancy.expires === expires) return { ...tenancy, known: true }
  const now = Math.floor(answeredAt / 1_000)
  return { state: 'active', start: String(now), expires, secondsLeft: Math.max(0, Number(expires) - now), known: false }
}

/** What came of a tenancy for who began it, by currency, in the smallest unit: a later owner is paid by itself. */
export function earnedOf({ owner, payments }: Pick<TenancyView, 'owner' | 'payments'>): { currency: `0x${string}`; amount: string }[] {
  const own = payments.filter((payment) => isSame(payment.owner, owner))
  return sumOf(own.map(({ currency, split }) => ({ currency, amount: split.seller })))
}

/** What was paid for a tenancy, by currency, in the smallest unit. */
export function paidOf({ payments }: Pick<TenancyView, 'payments'>): { currency: `0x${string}`; amount: string }[] {
  return sumOf(payments.map(({ currency, split }) => ({ currency, amount: split.price })))
}

function sumOf(parts: readonly { currency: `0x${string}`; amount: string }[]): { currency: `0x${string}`; amount: string }[] {
  const sums = new Map<`0x${string}`, bigint>()
  for (const { currency, amount } of parts) sums.set(currency, (sums.get(currency) ?? 0n) + BigInt(amount))
  return [...sums].map(([currency, amount]) => ({ currency, amount: amount.toString() }))
}
