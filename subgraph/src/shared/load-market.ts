import { Address, BigInt } from '@graphprotocol/graph-ts'
import { Market } from '../../generated/schema'

/** The market of a contract, made when it was never seen. */
export function loadMarket(address: Address): Market {
  let market = Market.load(address)
  if (market == null) {
    market = new Market(address)
    market.feeBps = 0
    market.pausedUntil = BigInt.zero()
    market.feesWithdrawn = BigInt.zero()
    market.saleCount = 0
    market.save()
  }
  return market
}
