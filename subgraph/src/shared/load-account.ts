import { Address, BigInt } from '@graphprotocol/graph-ts'
import { Account } from '../../generated/schema'

/** The account of an address, made when it was never seen. */
export function loadAccount(address: Address): Account {
  let account = Account.load(address)
  if (account == null) {
    account = new Account(address)
    account.owned = 0
    account.created = 0
    account.pending = BigInt.zero()
    account.save()
  }
  return account
}
