// Drops: laid down, their tickets sold, decided, delivered or given back. What could not be paid out waits in the contract.
import { Address, BigInt, Bytes, ethereum } from '@graphprotocol/graph-ts'
import {
  DropClosed,
  DropCreated,
  DropDrawn,
  DropRevealed,
  DropSaleEnded,
  FeesWithdrawn,
  ItemTakenBack,
  PaymentCredited,
  PaymentWithdrawn,
  TicketDelivered,
  TicketsRefunded,
  TicketsSold,
} from '../generated/Drops/Drops'
import { Asset, Drop, DropStage, DropStep, ItemReturn, TicketDelivery, TicketPurchase, TicketRefund } from '../generated/schema'
import { bitCount } from './shared/bits'
import { assetId, eventId } from './shared/ids'
import { loadAccount } from './shared/load-account'
import { loadCurrency } from './shared/load-currency'
import { countPending, savePayment } from './shared/record-payment'
import { addItem, addRoyalty, newPlainSale } from './shared/record-sale'
import { stamp } from './shared/stamp'

const ONE = BigInt.fromI32(1)

/** Drop, then the stage's position. */
const stageId = (drop: Bytes, position: i32): Bytes => drop.concatI32(position)

export function handleDropCreated(event: DropCreated): void {
  const terms = event.params.terms
  const drop = new Drop(event.params.dropId)
  drop.creator = loadAccount(event.params.creator).id
  drop.collection = event.params.collection
  drop.currency = loadCurrency(terms.currency).id
  drop.supply = terms.supply.toI32()
  drop.feeBps = event.params.feeBps
  drop.revealBy = terms.revealBy
  drop.deliverBy = terms.deliverBy
  drop.itemsRoot = terms.itemsRoot
  drop.commitment = terms.commitment
  drop.salt = terms.salt
  drop.sold = 0
  drop.delivered = 0
  drop.refunded = 0
  drop.ended = false
  if (terms.revealBy.isZero()) drop.offset = 0
  drop.createdAt = event.block.timestamp
  drop.createdAtBlock = event.block.number
  drop.save()

  for (let position = 0; position < terms.stages.length; position++) {
    const its = terms.stages[position]
    const stage = new DropStage(stageId(drop.id, position))
    stage.drop = drop.id
    stage.position = position
    stage.start = its.start
    stage.end = its.end
    stage.price = its.price
    stage.perWallet = its.perWallet
    stage.cap = its.cap
    stage.allowlistRoot = its.allowlistRoot
    stage.sold = 0
    stage.save()
  }
}

export function handleTicketsSold(event: TicketsSold): void {
  const params = event.params
  const drop = Drop.load(params.dropId)
  if (drop == null) return
  const quantity = params.quantity.toI32()
  drop.sold += quantity
  drop.save()
  const stage = DropStage.load(stageId(drop.id, params.stage.toI32()))
  if (stage == null) return
  stage.sold += quantity
  stage.save()

  const purchase = new TicketPurchase(eventId(event))
  purchase.drop = drop.id
  purchase.stage = stage.id
  purchase.buyer = loadAccount(params.buyer).id
  purchase.first = params.first.toI32()
  purchase.quantity = quantity
  purchase.price = params.price
  stamp(purchase, event)
  purchase.save()
}

/** What an event tells of a drop's way from its sale. The caller fills in the rest, and saves it. */
function newStep(event: ethereum.Event, drop: Drop, kind: string): DropStep {
  const step = new DropStep(eventId(event))
  step.drop = drop.id
  step.kind = kind
  stamp(step, event)
  return step
}

export function handleDropSaleEnded(event: DropSaleEnded): void {
  const drop = Drop.load(event.params.dropId)
  if (drop == null) return
  drop.ended = true
  drop.save()
  newStep(event, drop, 'ended').save()
}

/** Another block may be chosen where one was not drawn in time. */
export function handleDropClosed(event: DropClosed): void {
  const drop = Drop.load(event.params.dropId)
  if (drop == null) return
  drop.entropyBlock = event.params.entropyBlock
  drop.save()
  const step = newStep(event, drop, 'closed')
  step.entropyBlock = event.params.entropyBlock
  step.save()
}

export function handleDropDrawn(event: DropDrawn): void {
  const drop = Drop.load(event.params.dropId)
  if (drop == null) return
  drop.entropy = event.params.entropy
  drop.save()
  const step = newStep(event, drop, 'drawn')
  step.entropy = event.params.entropy
  step.save()
}

export function handleDropRevealed(event: DropRevealed): void {
  const drop = Drop.load(event.params.dropId)
  if (drop == null) return
  const offset = event.params.offset.toI32()
  drop.offset = offset
  drop.save()
  const step = newStep(event, drop, 'revealed')
  step.secret = event.params.secret
  step.offset = offset
  step.save()
}

/** A sale like every other: the creator made the offer, the buyer of the ticket took it. */
export function handleTicketDelivered(event: TicketDelivered): void {
  const params = event.params
  const drop = Drop.load(params.dropId)
  if (drop == null) return
  drop.delivered += 1
  drop.save()

  const currency = Address.fromBytes(drop.currency)
  const sale = newPlainSale(event, drop.creator, params.buyer, currency, params.price, params.fee, params.royalty)
  sale.drop = drop.id
  sale.save()
  const collection = Address.fromBytes(drop.collection)
  addItem(event, sale, 0, collection, params.tokenId, ONE, params.price)
  addRoyalty(event, sale, 0, params.royaltyReceiver, params.royalty)

  const delivery = new TicketDelivery(eventId(event))
  delivery.drop = drop.id
  delivery.ticket = params.ticket.toI32()
  delivery.buyer = sale.buyer
  delivery.item = params.item.toI32()
  delivery.tokenId = params.tokenId
  const asset = Asset.load(assetId(collection, params.tokenId))
  if (asset != null) delivery.asset = asset.id
  delivery.sale = sale.id
  stamp(delivery, event)
  delivery.save()
}

export function handleTicketsRefunded(event: TicketsRefunded): void {
  const params = event.params
  const drop = Drop.load(params.dropId)
  if (drop == null) return
  const quantity = bitCount(params.tickets)
  drop.refunded += quantity
  drop.save()

  const refund = new TicketRefund(eventId(event))
  refund.drop = drop.id
  refund.buyer = loadAccount(params.buyer).id
  refund.first = params.first.toI32()
  refund.tickets = params.tickets
  refund.quantity = quantity
  refund.amount = params.amount
  refund.credited = params.credited
  stamp(refund, event)
  refund.save()
}

export function handleItemTakenBack(event: ItemTakenBack): void {
  const params = event.params
  const taken = new ItemReturn(eventId(event))
  taken.collection = params.collection
  taken.tokenId = params.tokenId
  const asset = Asset.load(assetId(params.collection, params.tokenId))
  if (asset != null) taken.asset = asset.id
  taken.creator = loadAccount(params.creator).id
  taken.to = params.to
  stamp(taken, event)
  taken.save()
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
