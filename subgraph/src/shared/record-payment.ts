import { Address, BigInt, ethereum } from '@graphprotocol/graph-ts'
import { Payment, PendingPayment } from '../../generated/schema'
import { eventId } from './ids'
import { loadAccount } from './load-account'
import { stamp } from './stamp'

/** Puts on record that a contract kept or paid out money. */
export function savePayment(event: ethereum.Event, kind: string, account: Address, currency: Address, amount: BigInt): void {
  const payment = new Payment(eventId(event))
  payment.kind = kind
  payment.contract = event.address
  payment.account = loadAccount(account).id
  payment.currency = currency
  payment.amount = amount
  stamp(payment, event)
  payment.save()
}

/** Counts what a contract beside the market keeps for an account; `change` is negative when it was taken. */
export function countPending(contract: Address, account: Address, currency: Address, change: BigInt): void {
  const id = contract.concat(account).concat(currency)
  let pending = PendingPayment.load(id)
  if (pending == null) {
    pending = new PendingPayment(id)
    pending.contract = contract
    pending.account = loadAccount(account).id
    pending.currency = currency
    pending.amount = BigInt.zero()
  }
  pending.amount = pending.amount.plus(change)
  pending.save()
}
