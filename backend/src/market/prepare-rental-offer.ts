import type { Step } from '@daedal/protocol/market/api'
import { MAX_FEE_BPS, MAX_ROYALTY_BPS, NATIVE_CURRENCY } from '@daedal/protocol/market/order'
import type { PreparedRentalOffer, PrepareRentalOffer } from '@daedal/protocol/market/rental-api'
import {
  hashRentalOffer,
  RENTAL_DAY,
  type RentalOffer,
  rentalOfferToJson,
  rentalOfferTypedData,
} from '@daedal/protocol/market/rental-offer'
import { type Address, getAddress, zeroAddress } from 'viem'
import { AppError } from '../errors.ts'
import type { HandOutRentalNonce } from './hand-out-rental-nonce.ts'
import { judgeRental, rentalOfferFault } from './judge-rental.ts'
import type { RentalVenue } from './offer-row.ts'
import { splitOf } from './order-row.ts'
import type { IndexView, RentalCalls } from './ports.ts'
import { readVenueFacts, unixSeconds, type VenueFacts } from './read-facts.ts'
import { type RentalFactDeps, readRentalFacts } from './read-rental-facts.ts'
import { transactionJson } from './transaction-json.ts'
import { walletTypedData } from './typed-data-json.ts'

export type PrepareRentalOfferDeps = Omit<RentalFactDeps, 'rentals'> & {
  venue: RentalVenue
  calls: Pick<RentalCalls, 'approveToken'>
  index: Pick<IndexView, 'check'>
  handOutNonce: HandOutRentalNonce
  now(): Date
}

const address = (text: Address): Address => getAddress(text.toLowerCase())
const MONTH = 2_592_000
const LATEST = (1n << 64n) - 1n

/** The offer that an owner asks for; what it leaves out is what most want. The nonce is given out last. */
function draftOf(request: PrepareRentalOffer, { now, head }: VenueFacts): RentalOffer {
  const { minDays = 1, maxDays = Math.max(30, minDays), durationSeconds = MONTH } = request
  // From the newest block on: the clock may be ahead of the next one.
  const start = request.startTime === undefined ? head : BigInt(request.startTime)
  const end = (request.startTime === undefined ? now : start) + BigInt(durationSeconds)
  const lastExpiry = request.lastExpiry === undefined ? end + BigInt(maxDays) * RENTAL_DAY : BigInt(request.lastExpiry)
  if (end > LATEST || lastExpiry > LATEST) throw new AppError('REQUEST_INVALID', 'body/startTime or body/lastExpiry is no time.')
  const pricePerDay = BigInt(request.pricePerDay)
  if (pricePerDay >= 1n << 128n) throw new AppError('REQUEST_INVALID', `body/pricePerDay: no day can cost ${pricePerDay}.`)
  return {
    owner: address(request.owner),
    collection: address(request.collection),
    tokenId: BigInt(request.tokenId),
    currency: request.currency ? address(request.currency) : NATIVE_CURRENCY,
    pricePerDay,
    minDays,
    maxDays,
    renter: request.renter ? address(request.renter) : zeroAddress,
    start,
    end,
    lastExpiry,
    maxFeeBps: MAX_FEE_BPS,
    maxRoyaltyBps: MAX_ROYALTY_BPS,
    nonce: 0n,
  }
}

/**
 * Writes the offer that an owner asks for, and says what it has to do before the token can be rented: let the contract of rentals act
 * on it, sign. Throws MARKET_* with what would keep the offer from being taken and no step can change, REQUEST_INVALID,
 * CHAIN_UNAVAILABLE, CHAIN_MISMATCH.
 */
export function createPrepareRentalOffer(deps: PrepareRentalOfferDeps) {
  const { venue, chain, reader, calls, index, handOutNonce, now } = deps
  const { chainId, rentals } = venue
  return async (request: PrepareRentalOffer): Promise<PreparedRentalOffer> => {
    await index.check()
    const same = await readVenueFacts(chain, unixSeconds(now()))
    const draft = draftOf(request, same)
    const fault = rentalOfferFault(draft)
    if (fault) throw new AppError(fault.code, fault.detail)
    const facts = await readRentalFacts({ chain, reader, rentals }, draft, same)
    const verdict = judgeRental(draft, { ...facts, mayMove: true, lane: { epoch: 0n, bitmap: 0n } })
    if (verdict.state !== 'active' && verdict.state !== 'pending')
      throw new AppError(verdict.reason ?? 'MARKET_ORDER_SPENT', verdict.detail ?? undefined)
    const { amount } = facts.royalty
    const { pricePerDay } = draft
    const offer: RentalOffer = {
      ...draft,
      // The terms as they are now are the highest that the owner signs.
      maxFeeBps: facts.feeBps,
      maxRoyaltyBps: pricePerDay === 0n ? 0 : Math.min(Number((amount * 10_000n + pricePerDay - 1n) / pricePerDay), MAX_ROYALTY_BPS),
      nonce: await handOutNonce(draft),
    }
    const steps: Step[] = []
    if (!facts.held && !facts.mayMove)
      steps.push({
        type: 'approve',
        transaction: transactionJson(calls.approveToken(offer.collection, offer.tokenId, !facts.protects)),
        spender: getAddress(rentals),
        amount: null,
      })
    steps.push({ type: 'sign', typedData: walletTypedData(rentalOfferTypedData(chainId, rentals, offer)) })
    return {
      hash: hashRentalOffer(chainId, rentals, offer),
      offer: rentalOfferToJson(offer),
      split: splitOf(pricePerDay, facts.feeBps, facts.royalty),
      steps,
    }
  }
}
