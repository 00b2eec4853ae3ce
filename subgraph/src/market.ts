import { Address, BigInt, ethereum } from '@graphprotocol/graph-ts'
import {
  CurrencyAllowed,
  EIP712DomainChanged,
  FeeChanged,
  FeeScheduled,
  FeesWithdrawn,
  LaneAdvanced,
  OrderFilled,
  OrdersCancelled,
  OwnershipTransferred,
  OwnershipTransferStarted,
  Paused,
  PaymentCredited,
  PaymentWithdrawn,
} from '../generated/Market/Market'
import { Asset, Cancellation, LaneAdvance, Payment, Sale, SettingChange } from '../generated/schema'
import { assetId, eventId } from './shared/ids'
import { loadAccount } from './shared/load-account'
import { loadCurrency } from './shared/load-currency'
import { loadLane } from './shared/load-lane'
import { loadMarket } from './shared/load-market'

export function handleOrderFilled(event: OrderFilled): void {
  const params = event.params
  const market = loadMarket(event.address)
  market.saleCount += 1
  market.save()
  const currency = loadCurrency(params.currency)
  currency.saleCount += 1
  currency.volume = currency.volume.plus(params.price)
  currency.fees = currency.fees.plus(params.fee)
  currency.royalties = currency.royalties.plus(params.royalty)
  currency.save()

  const sale = new Sale(eventId(event))
  sale.orderHash = params.orderHash
  sale.seller = loadAccount(params.seller).id
  sale.buyer = loadAccount(params.buyer).id
  sale.collection = params.collection
  sale.tokenId = params.tokenId
  sale.currency = currency.id
  sale.price = params.price
  sale.fee = params.fee
  sale.royalty = params.royalty
  sale.sellerReceived = params.price.minus(params.fee).minus(params.royalty)
  sale.royaltyReceiver = params.royaltyReceiver
  sale.block = event.block.number
  sale.at = event.block.timestamp
  sale.transaction = event.transaction.hash

  const asset = Asset.load(assetId(params.collection, params.tokenId))
  if (asset != null) {
    sale.asset = asset.id
    asset.saleCount += 1
    asset.lastSale = sale.id
    asset.save()
  }
  sale.save()
}

export function handleOrdersCancelled(event: OrdersCancelled): void {
  const params = event.params
  const lane = loadLane(params.maker, params.lane)
  if (lane.epoch.lt(params.epoch)) {
    lane.epoch = params.epoch
    lane.cancelledBits = BigInt.zero()
  }
  lane.cancelledBits = lane.cancelledBits.bitOr(params.bits)
  lane.save()

  const cancellation = new Cancellation(eventId(event))
  cancellation.maker = lane.maker
  cancellation.lane = params.lane
  cancellation.epoch = params.epoch
  cancellation.bits = params.bits
  cancellation.block = event.block.number
  cancellation.at = event.block.timestamp
  cancellation.transaction = event.transaction.hash
  cancellation.save()
}

export function handleLaneAdvanced(event: LaneAdvanced): void {
  const params = event.params
  const lane = loadLane(params.maker, params.lane)
  lane.epoch = params.epoch
  lane.cancelledBits = BigInt.zero()
  lane.save()

  const advance = new LaneAdvance(eventId(event))
  advance.maker = lane.maker
  advance.lane = params.lane
  advance.epoch = params.epoch
  advance.block = event.block.number
  advance.at = event.block.timestamp
  advance.transaction = event.transaction.hash
  advance.save()
}

function savePayment(event: ethereum.Event, kind: string, address: Address, amount: BigInt): void {
  const payment = new Payment(eventId(event))
  payment.kind = kind
  payment.account = loadAccount(address).id
  payment.amount = amount
  payment.block = event.block.number
  payment.at = event.block.timestamp
  payment.transaction = event.transaction.hash
  payment.save()
}

export function handlePaymentCredited(event: PaymentCredited): void {
  const account = loadAccount(event.params.account)
  account.pending = account.pending.plus(event.params.amount)
  account.save()
  savePayment(event, 'credited', event.params.account, event.params.amount)
}

export function handlePaymentWithdrawn(event: PaymentWithdrawn): void {
  const account = loadAccount(event.params.account)
  account.pending = account.pending.minus(event.params.amount)
  account.save()
  savePayment(event, 'withdrawn', event.params.account, event.params.amount)
}

export function handleFeesWithdrawn(event: FeesWithdrawn): void {
  const market = loadMarket(event.address)
  market.feesWithdrawn = market.feesWithdrawn.plus(event.params.amount)
  market.save()
  savePayment(event, 'fees', event.params.to, event.params.amount)
}

function newSettingChange(event: ethereum.Event, kind: string): SettingChange {
  const change = new SettingChange(eventId(event))
  change.kind = kind
  change.block = event.block.number
  change.at = event.block.timestamp
  change.transaction = event.transaction.hash
  return change
}

export function handleFeeScheduled(event: FeeScheduled): void {
  const market = loadMarket(event.address)
  market.scheduledFeeBps = event.params.feeBps
  market.scheduledFrom = event.params.validFrom
  market.save()
  const change = newSettingChange(event, 'feeScheduled')
  change.value = event.params.feeBps
  change.from = event.params.validFrom
  change.save()
}

export function handleFeeChanged(event: FeeChanged): void {
  const market = loadMarket(event.address)
  market.feeBps = event.params.feeBps
  market.unset('scheduledFeeBps')
  market.scheduledFrom = null
  market.save()
  const change = newSettingChange(event, 'feeChanged')
  change.value = event.params.feeBps
  change.save()
}

export function handlePaused(event: Paused): void {
  const market = loadMarket(event.address)
  market.pausedUntil = event.params.until
  market.save()
  const change = newSettingChange(event, 'paused')
  change.from = event.params.until
  change.save()
}

export function handleCurrencyAllowed(event: CurrencyAllowed): void {
  const currency = loadCurrency(event.params.currency)
  currency.allowed = event.params.allowed
  currency.save()
  const change = newSettingChange(event, 'currencyAllowed')
  change.subject = event.params.currency
  change.value = event.params.allowed ? 1 : 0
  change.save()
}

export function handleOwnershipTransferStarted(event: OwnershipTransferStarted): void {
  const market = loadMarket(event.address)
  market.pendingOwner = event.params.newOwner
  market.save()
  const change = newSettingChange(event, 'ownershipOffered')
  change.subject = event.params.newOwner
  change.save()
}

export function handleOwnershipTransferred(event: OwnershipTransferred): void {
  const market = loadMarket(event.address)
  market.owner = event.params.newOwner
  market.pendingOwner = null
  market.save()
  const change = newSettingChange(event, 'ownershipMoved')
  change.subject = event.params.newOwner
  change.save()
}

export function handleEIP712DomainChanged(event: EIP712DomainChanged): void {
  newSettingChange(event, 'domainChanged').save()
}
