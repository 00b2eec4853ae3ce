import { Address, BigInt, Bytes, ethereum } from '@graphprotocol/graph-ts'
import { Asset, CollectionVolume, RoyaltyPayment, RoyaltyTotal, Sale, SaleItem } from '../../generated/schema'
import { Fill } from './fill'
import { assetId, eventId, partId } from './ids'
import { loadAccount } from './load-account'
import { loadCurrency } from './load-currency'
import { loadMarket } from './load-market'
import { stamp } from './stamp'

/** Adds a sale to the sums of its currency. */
function countSale(money: Address, price: BigInt, fee: BigInt, royalty: BigInt): void {
  const currency = loadCurrency(money)
  currency.saleCount += 1
  currency.volume = currency.volume.plus(price)
  currency.fees = currency.fees.plus(fee)
  currency.royalties = currency.royalties.plus(royalty)
  currency.save()
}

/** The sale of an event, and what it adds to the sums of the market and of the currency. The caller saves it. */
export function newSale(
  event: ethereum.Event,
  orderHash: Bytes,
  maker: Address,
  taker: Address,
  fill: Fill,
  money: Address,
  price: BigInt,
  fee: BigInt,
  royalty: BigInt,
): Sale {
  const market = loadMarket(event.address)
  market.saleCount += 1
  market.save()
  countSale(money, price, fee, royalty)

  const sale = new Sale(eventId(event))
  sale.orderHash = orderHash
  sale.kind = fill.kind
  sale.bundle = false
  sale.maker = loadAccount(maker).id
  sale.taker = loadAccount(taker).id
  sale.seller = fill.isListing ? sale.maker : sale.taker
  sale.buyer = fill.isListing ? sale.taker : sale.maker
  sale.lane = fill.lane
  sale.epoch = fill.epoch
  sale.bit = fill.bit
  sale.currency = money
  sale.price = price
  sale.fee = fee
  sale.royalty = royalty
  sale.sellerReceived = price.minus(fee).minus(royalty)
  stamp(sale, event)
  return sale
}

/** A sale that is no fill of an order: who offered it is the seller, who took it the buyer. The caller says of what, and saves it. */
export function newPlainSale(
  event: ethereum.Event,
  seller: Bytes,
  buyer: Address,
  money: Address,
  price: BigInt,
  fee: BigInt,
  royalty: BigInt,
): Sale {
  countSale(money, price, fee, royalty)
  const sale = new Sale(eventId(event))
  sale.bundle = false
  sale.maker = seller
  sale.taker = loadAccount(buyer).id
  sale.seller = sale.maker
  sale.buyer = sale.taker
  sale.currency = money
  sale.price = price
  sale.fee = fee
  sale.royalty = royalty
  sale.sellerReceived = price.minus(fee).minus(royalty)
  stamp(sale, event)
  return sale
}

/** One token of a sale, with its part of the price. */
export function addItem(
  event: ethereum.Event,
  sale: Sale,
  position: i32,
  collection: Address,
  tokenId: BigInt,
  units: BigInt,
  price: BigInt,
): void {
  const item = new SaleItem(partId(event, position))
  item.sale = sale.id
  item.collection = collection
  item.tokenId = tokenId
  item.units = units
  item.price = price
  stamp(item, event)
  const asset = Asset.load(assetId(collection, tokenId))
  if (asset != null) {
    item.asset = asset.id
    asset.saleCount += 1
    asset.lastSale = item.id
    asset.save()
  }
  item.save()

  const id = collection.concat(sale.currency)
  let volume = CollectionVolume.load(id)
  if (volume == null) {
    volume = new CollectionVolume(id)
    volume.collection = collection
    volume.currency = sale.currency
    volume.saleCount = 0
    volume.volume = BigInt.zero()
  }
  volume.saleCount += 1
  volume.volume = volume.volume.plus(price)
  volume.save()
}

/** One royalty of a sale. Nothing is recorded where none was due. */
export function addRoyalty(event: ethereum.Event, sale: Sale, position: i32, receiver: Address, amount: BigInt): void {
  if (amount.isZero()) return
  const payment = newRoyalty(event, position, receiver, sale.currency, amount)
  payment.sale = sale.id
  payment.save()
}

/** A royalty that somebody got, counted among those of its receiver. The caller says of what, and saves it. */
export function newRoyalty(event: ethereum.Event, position: i32, receiver: Address, currency: Bytes, amount: BigInt): RoyaltyPayment {
  const account = loadAccount(receiver)
  const payment = new RoyaltyPayment(partId(event, position))
  payment.receiver = account.id
  payment.currency = currency
  payment.amount = amount
  stamp(payment, event)

  const id = account.id.concat(currency)
  let total = RoyaltyTotal.load(id)
  if (total == null) {
    total = new RoyaltyTotal(id)
    total.receiver = account.id
    total.currency = currency
    total.paymentCount = 0
    total.amount = BigInt.zero()
  }
  total.paymentCount += 1
  total.amount = total.amount.plus(amount)
  total.save()
  return payment
}
