import { type PriceSplit, splitPrice } from '@daedal/protocol/market/price'
import { RENTAL_DAY, type RentalOfferJson } from '@daedal/protocol/market/rental-offer'

const DAY = Number(RENTAL_DAY)

type Days = Pick<RentalOfferJson, 'minDays' | 'maxDays' | 'lastExpiry'>

/**
 * Most days that the offer lets be rented or added now; below `minDays` when none. What is added begins at the end of the time that the
 * user has, `begun`, null for a new tenancy. `now` and `begun` in unix seconds. Mirrors `RentalOfferLib.expiryOf`.
 */
export function mostDaysNow({ maxDays, lastExpiry }: Days, begun: number | null, now: number): number {
  const latest = Math.min(now + maxDays * DAY, Number(lastExpiry))
  return Math.min(maxDays, Math.max(0, Math.floor((latest - (begun ?? now)) / DAY)))
}

/** End of the time that so many days come to, unix seconds. */
export const expiryAfter = (days: number, begun: number | null, now: number): number => (begun ?? now) + days * DAY

/** Where the money of so many days goes, by the same arithmetic as the contract's. */
export function splitOfDays(ofOneDay: PriceSplit, days: number): PriceSplit {
  const price = BigInt(ofOneDay.price) * BigInt(days)
  const { seller, royalty, fee } = splitPrice(price, ofOneDay.feeBps, ofOneDay.royaltyBps)
  return { ...ofOneDay, price: price.toString(), seller: seller.toString(), royalty: royalty.toString(), fee: fee.toString() }
}
