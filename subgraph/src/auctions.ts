// Auctions: created, bid on, ended. What the house could not pay out waits in it.
import { Address, BigInt, Bytes, ethereum } from '@graphprotocol/graph-ts'
import {
  AssetReclaimed,
  AuctionCancelled,
  AuctionCreated,
  AuctionFailed,
  AuctionSettled,
  AuctionUnsold,
  BidPlaced,
  FeesWithdrawn,
  PaymentCredited,
  PaymentWithdrawn,
} from '../generated/AuctionHouse/AuctionHouse'
import { Asset, Auction, AuctionEnd, Bid } from '../generated/schema'
import { assetId, eventId } from './shared/ids'
import { loadAccount } from './shared/load-account'
import { loadCurrency } from './shared/load-currency'
import { countPending, savePayment } from './shared/record-payment'
import { addItem, addRoyalty, newPlainSale } from './shared/record-sale'
import { stamp } from './shared/stamp'

const ONE = BigInt.fromI32(1)

export function handleAuctionCreated(event: AuctionCreated): void {
  const params = event.params
  const auction = new Auction(params.auctionId)
  auction.seller = loadAccount(params.seller).id
  auction.collection = params.collection
  auction.tokenId = params.tokenId
  const asset = Asset.load(assetId(params.collection, params.tokenId))
  if (asset != null) auction.asset = asset.id
  auction.quantity = params.quantity
  auction.currency = loadCurrency(params.currency).id
  auction.reserve = params.reserve
  auction.minIncrementBps = params.minIncrementBps
  auction.feeBps = params.feeBps
  auction.start = params.start
  auction.end = params.end
  auction.extensionWindow = params.extensionWindow
  auction.lastEnd = params.lastEnd
  auction.bidCount = 0
  auction.outcome = 'open'
  auction.waiting = false
  auction.createdAt = event.block.timestamp
  auction.createdAtBlock = event.block.number
  auction.save()
}

export function handleBidPlaced(event: BidPlaced): void {
  const params = event.params
  const auction = Auction.load(params.auctionId)
  if (auction == null) return
  const bidder = loadAccount(params.bidder)
  auction.bidder = bidder.id
  auction.highestBid = params.amount
  auction.end = params.end
  auction.bidCount += 1
  auction.save()

  const bid = new Bid(eventId(event))
  bid.auction = auction.id
  bid.bidder = bidder.id
  if (!params.outbid.equals(Address.zero())) bid.outbid = loadAccount(params.outbid).id
  bid.amount = params.amount
  bid.end = params.end
  bid.refund = params.refund
  bid.refundCredited = params.refundCredited
  stamp(bid, event)
  bid.save()
}

/** What an event tells of the end of an auction. The caller fills in the rest, and saves it. */
function newEnd(event: ethereum.Event, auction: Auction, kind: string): AuctionEnd {
  const end = new AuctionEnd(eventId(event))
  end.auction = auction.id
  end.kind = kind
  stamp(end, event)
  return end
}

/** The auction, ended; null where it is unknown. */
function close(id: Bytes, outcome: string, waiting: boolean): Auction | null {
  const auction = Auction.load(id)
  if (auction == null) return null
  auction.outcome = outcome
  auction.waiting = waiting
  auction.save()
  return auction
}

/** A sale like every other: the seller made the offer, the winner took it. */
export function handleAuctionSettled(event: AuctionSettled): void {
  const params = event.params
  const auction = close(params.auctionId, 'settled', false)
  if (auction == null) return
  newEnd(event, auction, 'settled').save()

  const currency = Address.fromBytes(auction.currency)
  const sale = newPlainSale(event, auction.seller, params.winner, currency, params.price, params.fee, params.royalty)
  sale.auction = auction.id
  sale.save()
  const units = auction.quantity.isZero() ? ONE : auction.quantity
  addItem(event, sale, 0, Address.fromBytes(auction.collection), auction.tokenId, units, params.price)
  addRoyalty(event, sale, 0, params.royaltyReceiver, params.royalty)
}

export function handleAuctionUnsold(event: AuctionUnsold): void {
  const auction = close(event.params.auctionId, 'unsold', !event.params.returned)
  if (auction == null) return
  const end = newEnd(event, auction, 'unsold')
  end.returned = event.params.returned
  end.save()
}

export function handleAuctionFailed(event: AuctionFailed): void {
  const auction = close(event.params.auctionId, 'failed', !event.params.returned)
  if (auction == null) return
  const end = newEnd(event, auction, 'failed')
  end.returned = event.params.returned
  end.refund = event.params.refund
  end.save()
}

export function handleAuctionCancelled(event: AuctionCancelled): void {
  const auction = close(event.params.auctionId, 'cancelled', false)
  if (auction == null) return
  const end = newEnd(event, auction, 'cancelled')
  end.returned = true
  end.save()
}

export function handleAssetReclaimed(event: AssetReclaimed): void {
  const auction = Auction.load(event.params.auctionId)
  if (auction == null) return
  auction.waiting = false
  auction.save()
  const end = newEnd(event, auction, 'reclaimed')
  end.to = event.params.to
  end.save()
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
