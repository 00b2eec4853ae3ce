import { Address, BigInt } from '@graphprotocol/graph-ts'
import { Currency } from '../../generated/schema'

/** The currency of an address, made when it was never seen. Ether, the zero address, is always allowed. */
export function loadCurrency(address: Address): Currency {
  let currency = Currency.load(address)
  if (currency == null) {
    currency = new Currency(address)
    currency.allowed = address.equals(Address.zero())
    currency.saleCount = 0
    currency.volume = BigInt.zero()
    currency.fees = BigInt.zero()
    currency.royalties = BigInt.zero()
    currency.save()
  }
  return currency
}
