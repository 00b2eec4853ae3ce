// Rentals: tokens let by the day. What the contract could not pay out waits in it.
import { Address, BigInt, Bytes, ethereum } from '@graphprotocol/graph-ts'
import {
  FeesWithdrawn,
  LaneAdvanced,
  OfferApproved,
  OffersCancelled,
  PaymentCredited,
  PaymentWithdrawn,
  RentalExtended,
  RentalReturned,
  RentalStarted,
  TokenReleased,
} from '../generated/Rentals/Rentals'
import { Asset, LetToken, RentalChange, RentalPayment, Tenancy } from '../generated/schema'
import { assetId, eventId } from './shared/ids'
import { loadAccount } from './shared/load-account'
import { loadCurrency } from './shared/load-currency'
import { countPending, savePayment } from './shared/record-payment'
import { newRoyalty } from './shared/record-sale'
import { stamp } from './shared/stamp'
import { newestTenancy, runs } from './shared/tenancies'

/** A tenancy that begins with an event; the newest of its token from then on. */
function beginTenancy(
  event: ethereum.Event,
  collection: Address,
  tokenId: BigInt,
  owner: Address,
  renter: Address,
  user: Address,
  start: BigInt,
  expires: BigInt,
  held: boolean,
): Tenancy {
  const before = newestTenancy(collection, tokenId)
  // A token in custody that is let again stays there, for another user.
  if (before != null && before.held) {
    before.held = false
    before.save()
  }
  const tenancy = new Tenancy(eventId(event))
  tenancy.collection = collection
  tenancy.tokenId = tokenId
  const id = assetId(collection, tokenId)
  const asset = Asset.load(id)
  if (asset != null) tenancy.asset = asset.id
  tenancy.owner = loadAccount(owner).id
  tenancy.renter = loadAccount(renter).id
  tenancy.user = loadAccount(user).id
  tenancy.start = start
  tenancy.expires = expires
  tenancy.held = held
  tenancy.save()
  const token = new LetToken(id)
  token.tenancy = tenancy.id
  token.save()
  return tenancy
}

function pay(
  event: ethereum.Event,
  tenancy: Bytes,
  offerHash: Bytes,
  renter: Address,
  start: BigInt,
  expires: BigInt,
  currency: Address,
  price: BigInt,
  fee: BigInt,
  royalty: BigInt,
  royaltyReceiver: Address,
): void {
  const money = loadCurrency(currency)
  const payment = new RentalPayment(eventId(event))
  payment.tenancy = tenancy
  payment.offerHash = offerHash
  payment.renter = loadAccount(renter).id
  payment.start = start
  payment.expires = expires
  payment.currency = money.id
  payment.price = price
  payment.fee = fee
  payment.royalty = royalty
  payment.ownerReceived = price.minus(fee).minus(royalty)
  stamp(payment, event)
  payment.save()
  if (royalty.isZero()) return
  const paid = newRoyalty(event, 0, royaltyReceiver, money.id, royalty)
  paid.rental = payment.id
  paid.save()
}

export function handleRentalStarted(event: RentalStarted): void {
  const params = event.params
  const tenancy = beginTenancy(
    event,
    params.collection,
    params.tokenId,
    params.owner,
    params.renter,
    params.user,
    params.start,
    params.expires,
    params.custody,
  )
  pay(
    event,
    tenancy.id,
    params.offerHash,
    params.renter,
    params.start,
    params.expires,
    params.currency,
    params.price,
    params.fee,
    params.royalty,
    params.royaltyReceiver,
  )
}

/** Adds to the tenancy of the user; of one that the owner had set by itself it is the first. */
export function handleRentalExtended(event: RentalExtended): void {
  const params = event.params
  let tenancy = newestTenancy(params.collection, params.tokenId)
  if (tenancy != null && tenancy.user.equals(params.user) && runs(tenancy, event.block.timestamp)) {
    tenancy.expires = params.expires
    tenancy.save()
  } else
    tenancy = beginTenancy(
      event,
      params.collection,
      params.tokenId,
      params.owner,
      params.renter,
      params.user,
      params.start,
      params.expires,
      params.custody,
    )
  pay(
    event,
    tenancy.id,
    params.offerHash,
    params.renter,
    params.start,
    params.expires,
    params.currency,
    params.price,
    params.fee,
    params.royalty,
    params.royaltyReceiver,
  )
}

function newChange(event: ethereum.Event, kind: string, account: Address): RentalChange {
  const change = new RentalChange(eventId(event))
  change.kind = kind
  change.account = loadAccount(account).id
  stamp(change, event)
  return change
}

export function handleRentalReturned(event: RentalReturned): void {
  const params = event.params
  const tenancy = newestTenancy(params.collection, params.tokenId)
  if (tenancy != null) {
    tenancy.endedAt = event.block.timestamp
    tenancy.save()
  }
  const change = newChange(event, 'returned', params.by)
  change.collection = params.collection
  change.tokenId = params.tokenId
  change.save()
}

export function handleTokenReleased(event: TokenReleased): void {
  const params = event.params
  const tenancy = newestTenancy(params.collection, params.tokenId)
  if (tenancy != null) {
    tenancy.held = false
    tenancy.save()
  }
  const change = newChange(event, 'released', params.owner)
  change.collection = params.collection
  change.tokenId = params.tokenId
  change.to = params.to
  change.save()
}

export function handleOfferApproved(event: OfferApproved): void {
  const change = newChange(event, event.params.approved ? 'approved' : 'disapproved', event.params.owner)
  change.offerHash = event.params.offerHash
  change.save()
}

export function handleOffersCancelled(event: OffersCancelled): void {
  const params = event.params
  const change = newChange(event, 'cancelled', params.owner)
  change.lane = params.lane
  change.epoch = params.epoch
  change.bits = params.bits
  change.save()
}

export function handleLaneAdvanced(event: LaneAdvanced): void {
  const change = newChange(event, 'advanced', event.params.owner)
  change.lane = event.params.lane
  change.epoch = event.params.epoch
  change.save()
}

export function handlePaymentCredited(event: PaymentCredited): void {
  const params = event.params
  countPending(event.address, params.account, params.currency, params.amount)
  savePayment(event, 'credited', params.account, params.currency, params.amount)
}

export function handlePaymentWithdrawn(event: PaymentWithdrawn): void {
  const params = event.params
  countPending(event.address, params.account, params.currency, params.amount.neg())
  savePayment(event, 'withdrawn', params.account, params.currency, params.amount)
}

export function handleFeesWithdrawn(event: FeesWithdrawn): void {
  savePayment(event, 'fees', event.params.to, event.params.currency, event.params.amount)
}
