import { rentalsAbi } from '@daedal/protocol/market/abi.gen'
import type { Step } from '@daedal/protocol/market/api'
import { unpackNonce } from '@daedal/protocol/market/nonce'
import { ANYONE, MAX_FEE_BPS, MAX_ROYALTY_BPS, NATIVE_CURRENCY } from '@daedal/protocol/market/order'
import { hashRentalOffer, type RentalOffer, type RentalOfferJson, rentalOfferFromJson } from '@daedal/protocol/market/rental-offer'
import type { Address } from '@daedal/protocol/scalars'
import { assetCollectionAbi } from '@daedal/protocol/tokens/abi.gen'
import { decodeFunctionData, zeroAddress } from 'viem'
import { checkTokenApproval } from './check-approval.ts'
import { checkPayerStep } from './check-payer.ts'
import type { FlowTransaction } from './flow.ts'
import type { FlowVenue } from './flow-ports.ts'
import { must, same } from './prepared-mismatch.ts'
import type { LettingRequest } from './rental-request.ts'

type Asked<K extends LettingRequest['kind']> = Extract<LettingRequest, { kind: K }>
type RentRequest = Asked<'rent' | 'add-days'>
type TokenRequest = Asked<'give-back' | 'release-token'>

/** Seconds by which the clocks of the service and of this device may differ. */
const SLACK = 3_600n

/** The offer to sign, once it is what the owner asked for. `now` in milliseconds. */
export function checkOfferToLet(
  json: RentalOfferJson,
  request: Asked<'let'>,
  account: Address,
  venue: FlowVenue,
  now: number,
): RentalOffer {
  must(venue.rentals !== null, 'There is no contract of rentals here.')
  const offer = rentalOfferFromJson(json)
  const seconds = BigInt(Math.floor(now / 1_000))
  must(same(offer.owner, account), `The prepared offer is that of ${offer.owner}.`)
  must(same(offer.collection, request.collection) && offer.tokenId === BigInt(request.tokenId), 'The prepared offer is of another token.')
  must(same(offer.currency, NATIVE_CURRENCY), `The prepared offer is in ${offer.currency}.`)
  must(
    offer.pricePerDay === BigInt(request.pricePerDay),
    `The prepared price is ${offer.pricePerDay} wei instead of ${request.pricePerDay}.`,
  )
  must(
    offer.minDays === request.minDays && offer.maxDays === request.maxDays,
    `The prepared offer is for ${offer.minDays} to ${offer.maxDays} days.`,
  )
  must(same(offer.renter, request.renter ?? ANYONE), `The prepared offer is reserved for ${offer.renter}.`)
  must(offer.start <= seconds + SLACK, `The prepared offer opens at ${offer.start}.`)
  must(offer.end <= seconds + BigInt(request.durationSeconds) + SLACK, `The prepared offer ends at ${offer.end}.`)
  must(
    offer.maxFeeBps <= MAX_FEE_BPS && offer.maxRoyaltyBps <= MAX_ROYALTY_BPS,
    'The prepared offer allows more than the contract ever takes.',
  )
  // One that stands nowhere could never be cancelled.
  must(unpackNonce(offer.nonce) !== null, `The prepared nonce is ${offer.nonce}.`)
  return offer
}

/** Lets prepared steps pass when they do what was asked of the contract of rentals, once, and allow it no more than that needs. */
export function checkRentalSteps(steps: readonly Step[], request: LettingRequest, account: Address, venue: FlowVenue): void {
  const { rentals } = venue
  must(rentals !== null, 'There is no contract of rentals here.')
  const end = request.kind === 'let' ? 'sign' : 'send'
  must(steps.at(-1)?.type === end, `Nothing is prepared to ${end}.`)
  must(new Set(steps.map(({ type }) => type)).size === steps.length, 'A step is prepared twice.')
  for (const step of steps) {
    if (step.type === 'sign') must(request.kind === 'let', 'Nothing is to be signed for this.')
    else if (step.type === 'send') checkCall(step.transaction, request, account, venue, rentals)
    else if (request.kind === 'rent' || request.kind === 'add-days') checkPayerStep(step, { ...request, spender: rentals }, venue)
    else {
      must(request.kind === 'let' && step.type === 'approve', `Nothing is to be paid for ${request.kind}.`)
      checkTokenApproval(step, rentals, request)
    }
  }
}

function checkCall(transaction: FlowTransaction, request: LettingRequest, account: Address, venue: FlowVenue, rentals: Address): void {
  switch (request.kind) {
    case 'let':
      must(false, 'Nothing is to be sent for an offer.')
      return
    case 'rent':
    case 'add-days':
      checkRent(transaction, request, account, venue, rentals)
      return
    case 'cancel-let':
      checkCancel(transaction, request, rentals)
      return
    case 'give-back':
      // A collection that keeps its users is told itself; of any other the contract holds the token.
      if (same(transaction.to, request.collection)) checkUserCleared(transaction, request)
      else checkTokenCall(transaction, 'giveBack', request, rentals)
      return
    case 'release-token':
      checkTokenCall(transaction, 'release', request, rentals)
  }
}

function checkRent({ to, data, value }: FlowTransaction, request: RentRequest, account: Address, venue: FlowVenue, rentals: Address): void {
  must(same(to, rentals), `The prepared transaction goes to ${to}.`)
  const call = decodeFunctionData({ abi: rentalsAbi, data })
  must(call.functionName === 'rent', `The prepared transaction calls ${call.functionName}.`)
  const [{ offer, dayCount, user }, limit] = call.args
  must(hashRentalOffer(venue.chainId, rentals, offer) === request.offer, 'The prepared transaction takes another offer.')
  must(same(offer.collection, request.collection) && offer.tokenId === BigInt(request.tokenId), 'The prepared rental is of another token.')
  must(same(offer.currency, request.currency), `The prepared rental is paid in ${offer.currency}.`)
  must(dayCount === request.days, `The prepared rental is for ${dayCount} days instead of ${request.days}.`)
  must(same(user, account), `The prepared rental is for ${user}.`)
  must(
    limit === BigInt(request.amount) && offer.pricePerDay * BigInt(dayCount) === limit,
    `The prepared rental costs up to ${limit} instead of ${request.amount}.`,
  )
  const payment = same(request.currency, NATIVE_CURRENCY) ? request.amount : '0'
  must(value === payment, `The prepared transaction sends ${value} wei instead of ${payment}.`)
}

function checkCancel({ to, data, value }: FlowTransaction, { nonce }: Asked<'cancel-let'>, rentals: Address): void {
  must(same(to, rentals) && value === '0', `The prepared transaction goes to ${to} with ${value} wei.`)
  const call = decodeFunctionData({ abi: rentalsAbi, data })
  must(call.functionName === 'cancel', `The prepared transaction calls ${call.functionName}.`)
  const parts = unpackNonce(BigInt(nonce))
  must(
    parts !== null && call.args[0] === parts.lane && call.args[1] === 1n << BigInt(parts.bit),
    'The prepared transaction cancels another offer.',
  )
}

function checkUserCleared({ to, data, value }: FlowTransaction, { tokenId }: TokenRequest): void {
  must(value === '0', `The prepared transaction sends ${value} wei.`)
  const call = decodeFunctionData({ abi: assetCollectionAbi, data })
  must(call.functionName === 'setUser', `The prepared transaction calls ${call.functionName} of ${to}.`)
  const [cleared, user, expires] = call.args
  must(cleared === BigInt(tokenId), 'The prepared transaction is for another token.')
  must(same(user, zeroAddress) && expires === 0n, `The prepared transaction makes ${user} the user.`)
}

function checkTokenCall({ to, data, value }: FlowTransaction, name: 'giveBack' | 'release', request: TokenRequest, rentals: Address): void {
  must(same(to, rentals) && value === '0', `The prepared transaction goes to ${to} with ${value} wei.`)
  const call = decodeFunctionData({ abi: rentalsAbi, data })
  const called = `The prepared transaction calls ${call.functionName}.`
  must(call.functionName === 'giveBack' || call.functionName === 'release', called)
  must(call.functionName === name, called)
  must(same(call.args[0], request.collection) && call.args[1] === BigInt(request.tokenId), 'The prepared transaction is for another token.')
}
