import type { ErrorCode } from '@daedal/protocol/errors/codes'
import { unpackNonce } from '@daedal/protocol/market/nonce'
import { NATIVE_CURRENCY } from '@daedal/protocol/market/order'
import { shareOf } from '@daedal/protocol/market/price'
import type { RentalOfferState } from '@daedal/protocol/market/rental-api'
import { MAX_RENTAL_DAYS, RENTAL_DAY, type RentalOffer } from '@daedal/protocol/market/rental-offer'
import { type Address, getAddress, isAddressEqual, zeroAddress } from 'viem'
import type { RoyaltyFact } from './judge-order.ts'
import type { LaneWord } from './ports.ts'

/** Everything of the chain that decides about an offer to let. */
export type RentalFacts = {
  now: bigint
  feeBps: number
  paused: boolean
  currencyAllowed: boolean
  /** Whether the owner's signature still holds. */
  signed: boolean
  lane: LaneWord
  /** Who owns the token, or gave it into custody; null when it does not exist, or there is no such collection. */
  owner: Address | null
  /** Who uses it; `account` is null for nobody. Null when the collection does not say. */
  user: { account: Address | null; expires: bigint } | null
  /** The contract holds the token. */
  held: boolean
  /** The collection keeps its users, so the token stays with its owner. */
  protects: boolean
  /** The collection is a currency of the market, whose tokens are never held. */
  isMoney: boolean
  mayMove: boolean
  /** Of the price of one day. */
  royalty: RoyaltyFact
}

/** Where an offer stands and why. `reason` is null only for offers that can be taken. */
export type RentalVerdict = { state: RentalOfferState; reason: ErrorCode | null; detail: string | null }

const inactive = (reason: ErrorCode, detail: string): RentalVerdict => ({ state: 'inactive', reason, detail })

/** What the contract would refuse of an offer whatever the chain says; null when nothing. */
export function rentalOfferFault(offer: RentalOffer): { code: ErrorCode; detail: string } | null {
  const { start, end, minDays, maxDays, pricePerDay, renter, nonce } = offer
  if (end <= start) return { code: 'MARKET_ORDER_WINDOW_INVALID', detail: `The offer would start at ${start} and end at ${end}.` }
  if (minDays === 0 || minDays > maxDays || maxDays > MAX_RENTAL_DAYS)
    return { code: 'MARKET_TERM_INVALID', detail: `The offer is for ${minDays} to ${maxDays} days; the most is ${MAX_RENTAL_DAYS}.` }
  if (pricePerDay === 0n && renter === zeroAddress) return { code: 'MARKET_PRICE_ZERO', detail: 'An offer to anyone has a price.' }
  if (!unpackNonce(nonce)) return { code: 'MARKET_NONCE_INVALID', detail: `Nonce ${nonce} names no bit of a lane.` }
  return null
}

/** Judges an offer by the chain's facts; the first thing that keeps it from being taken is the reason. A present user is none. */
export const judgeRental = (offer: RentalOffer, facts: RentalFacts): RentalVerdict =>
  endVerdict(offer, facts) ?? ownerVerdict(offer, facts) ?? termsVerdict(offer, facts) ?? timeVerdict(offer, facts)

/** What ends an offer for ever. */
function endVerdict({ nonce: word, end }: RentalOffer, { lane, now }: RentalFacts): RentalVerdict | null {
  const nonce = unpackNonce(word)
  if (!nonce) return inactive('MARKET_NONCE_INVALID', `Nonce ${word} names no bit of a lane.`)
  if (lane.epoch > nonce.epoch)
    return {
      state: 'cancelled',
      reason: 'MARKET_ORDER_EPOCH_PASSED',
      detail: `The lane is at epoch ${lane.epoch}; the offer has ${nonce.epoch}.`,
    }
  if (lane.epoch < nonce.epoch)
    return inactive('MARKET_ORDER_EPOCH_AHEAD', `The lane is at epoch ${lane.epoch}, before the offer's ${nonce.epoch}.`)
  if ((lane.bitmap >> BigInt(nonce.bit)) & 1n)
    return { state: 'cancelled', reason: 'MARKET_ORDER_SPENT', detail: `Bit ${nonce.bit} of lane ${nonce.lane} was cancelled.` }
  if (now >= end) return { state: 'expired', reason: 'MARKET_ORDER_EXPIRED', detail: `The offer ended at ${end}; it is ${now}.` }
  return null
}

/** Whether the owner can let what it signed. */
function ownerVerdict({ owner, collection, tokenId }: RentalOffer, facts: RentalFacts): RentalVerdict | null {
  if (!facts.signed) return inactive('MARKET_SIGNATURE_INVALID', `${owner} no longer stands by its signature.`)
  if (facts.owner === null) return inactive('MARKET_TOKEN_UNKNOWN', `Token ${tokenId} of ${collection} does not exist.`)
  if (!isAddressEqual(facts.owner, owner)) return inactive('MARKET_SELLER_NOT_OWNER', `The token belongs to ${getAddress(facts.owner)}.`)
  if (facts.user === null) return inactive('MARKET_NOT_RENTABLE', `${collection} does not say who uses token ${tokenId}.`)
  if (!facts.protects && !facts.held && facts.isMoney)
    return inactive('MARKET_COLLECTION_IS_CURRENCY', `The market allows ${collection} as a currency.`)
  return facts.held || facts.mayMove ? null : inactive('MARKET_NOT_APPROVED', 'The contract of rentals may not act on the token.')
}

/** Whether what the owner accepted holds. */
function termsVerdict(offer: RentalOffer, facts: RentalFacts): RentalVerdict | null {
  const { currency, maxFeeBps, maxRoyaltyBps, pricePerDay, minDays, lastExpiry } = offer
  if (currency !== NATIVE_CURRENCY && !facts.currencyAllowed)
    return inactive('MARKET_CURRENCY_NOT_ALLOWED', `The currency ${currency} is not on the list.`)
  if (facts.feeBps > maxFeeBps)
    return inactive('MARKET_FEE_TOO_HIGH', `The fee is ${facts.feeBps} basis points; the owner accepted ${maxFeeBps}.`)
  const highest = shareOf(pricePerDay, maxRoyaltyBps)
  if (facts.royalty.amount > highest)
    return inactive('MARKET_ROYALTY_TOO_HIGH', `The royalty of a day is ${facts.royalty.amount}; the owner accepted ${highest}.`)
  const earliest = facts.now + BigInt(minDays) * RENTAL_DAY
  if (earliest > lastExpiry)
    return inactive('MARKET_TERM_TOO_LONG', `${minDays} days from now end at ${earliest}; the last expiry is ${lastExpiry}.`)
  return facts.paused ? inactive('MARKET_PAUSED', 'Renting is paused.') : null
}

const timeVerdict = ({ start }: RentalOffer, { now }: RentalFacts): RentalVerdict =>
  now < start
    ? { state: 'pending', reason: 'MARKET_ORDER_NOT_STARTED', detail: `The offer starts at ${start}; it is ${now}.` }
    : { state: 'active', reason: null, detail: null }

/** What a request comes to: from when to when, and whether it adds to what the user has. */
export type RentalTerm = { start: bigint; expires: bigint; renewal: boolean; custody: boolean }

/** The term of a number of days for a user, whether or not it can be had. */
export function termOf({ user, protects, held, now }: RentalFacts, dayCount: number, asked: Address): RentalTerm {
  const renewal = user?.account != null && isAddressEqual(user.account, asked)
  const start = renewal ? user.expires : now
  return { start, expires: start + BigInt(dayCount) * RENTAL_DAY, renewal, custody: held || !protects }
}

/** What keeps an account from taking an offer that others could take; null when nothing does. */
export function renterFault(
  offer: RentalOffer,
  facts: RentalFacts,
  { renter, user, dayCount }: { renter: Address; user: Address; dayCount: number },
): { code: ErrorCode; detail: string } | null {
  if (offer.renter !== zeroAddress && !isAddressEqual(offer.renter, renter))
    return { code: 'MARKET_TAKER_NOT_ALLOWED', detail: `The offer is reserved for ${offer.renter}.` }
  if (isAddressEqual(offer.owner, renter)) return { code: 'MARKET_MAKER_IS_TAKER', detail: `${renter} made the offer.` }
  if (dayCount < offer.minDays || dayCount > offer.maxDays)
    return {
      code: 'MARKET_DAYS_NOT_OFFERED',
      detail: `${dayCount} days are asked for; the offer is for ${offer.minDays} to ${offer.maxDays}.`,
    }
  if (user === zeroAddress) return { code: 'MARKET_USER_ZERO', detail: 'The user is nobody.' }
  const term = termOf(facts, dayCount, user)
  const present = facts.user?.account
  if (present && (!term.renewal || term.custody !== facts.held))
    return { code: 'MARKET_TOKEN_RENTED', detail: `${getAddress(present)} uses the token until ${facts.user?.expires}.` }
  const byDays = facts.now + BigInt(offer.maxDays) * RENTAL_DAY
  const latest = byDays < offer.lastExpiry ? byDays : offer.lastExpiry
  if (term.expires > latest)
    return { code: 'MARKET_TERM_TOO_LONG', detail: `The term would end at ${term.expires}; the latest is ${latest}.` }
  return null
}
