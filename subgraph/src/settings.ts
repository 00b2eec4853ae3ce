// Settings of the market, and ether that it keeps or pays out.
import { Address } from '@graphprotocol/graph-ts'
import {
  CurrencyAllowed,
  FeeChanged,
  FeeScheduled,
  FeesWithdrawn,
  OwnershipTransferred,
  OwnershipTransferStarted,
  Paused,
  PaymentCredited,
  PaymentWithdrawn,
} from '../generated/Market/Market'
import { loadAccount } from './shared/load-account'
import { loadCurrency } from './shared/load-currency'
import { loadMarket } from './shared/load-market'
import { savePayment } from './shared/record-payment'
import { newSettingChange } from './shared/record-setting'

export function handlePaymentCredited(event: PaymentCredited): void {
  const account = loadAccount(event.params.account)
  account.pending = account.pending.plus(event.params.amount)
  account.save()
  savePayment(event, 'credited', event.params.account, Address.zero(), event.params.amount)
}

export function handlePaymentWithdrawn(event: PaymentWithdrawn): void {
  const account = loadAccount(event.params.account)
  account.pending = account.pending.minus(event.params.amount)
  account.save()
  savePayment(event, 'withdrawn', event.params.account, Address.zero(), event.params.amount)
}

export function handleFeesWithdrawn(event: FeesWithdrawn): void {
  const market = loadMarket(event.address)
  market.feesWithdrawn = market.feesWithdrawn.plus(event.params.amount)
  market.save()
  savePayment(event, 'fees', event.params.to, Address.zero(), event.params.amount)
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
