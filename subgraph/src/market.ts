// Orders: filled, skipped, approved, cancelled. Settings and payments of the market are in settings.ts.
import { Address, BigInt } from '@graphprotocol/graph-ts'
import {
  BundleFilled,
  LaneAdvanced,
  OrderApproved,
  OrderFilled,
  OrdersCancelled,
  OrderSkipped,
  UnitsFilled,
} from '../generated/Market/Market'
import { ApprovedOrder, Cancellation, LaneAdvance, OrderApproval, OrderUnits, SkippedOrder } from '../generated/schema'
import { maskOf } from './shared/bits'
import { Fill } from './shared/fill'
import { eventId } from './shared/ids'
import { loadAccount } from './shared/load-account'
import { loadLane } from './shared/load-lane'
import { addItem, addRoyalty, newSale } from './shared/record-sale'
import { stamp } from './shared/stamp'

export {
  handleCurrencyAllowed,
  handleFeeChanged,
  handleFeeScheduled,
  handleFeesWithdrawn,
  handleOwnershipTransferred,
  handleOwnershipTransferStarted,
  handlePaused,
  handlePaymentCredited,
  handlePaymentWithdrawn,
} from './settings'

const ONE = BigInt.fromI32(1)

function spendBit(maker: Address, fill: Fill): void {
  const lane = loadLane(maker, fill.lane, fill.epoch)
  lane.spentBits = lane.spentBits.bitOr(maskOf(fill.bit))
  lane.save()
}

/** Comes before the OrderFilled of the same units. */
export function handleUnitsFilled(event: UnitsFilled): void {
  const units = new OrderUnits(event.params.orderHash)
  units.maker = loadAccount(event.params.maker).id
  units.filled = event.params.filled
  units.untold = event.params.quantity
  units.left = event.params.left
  units.save()
}

export function handleOrderFilled(event: OrderFilled): void {
  const params = event.params
  const fill = new Fill(params.kindAndNonce)
  const sale = newSale(
    event,
    params.orderHash,
    params.maker,
    params.taker,
    fill,
    params.currency,
    params.price,
    params.fee,
    params.royalty,
  )
  let quantity = ONE
  const units = OrderUnits.load(params.orderHash)
  if (units != null) {
    quantity = units.untold
    sale.filled = units.filled
    units.untold = BigInt.zero()
    units.save()
  }
  sale.save()
  if (units == null || units.left.isZero()) spendBit(params.maker, fill)
  addItem(event, sale, 0, params.collection, params.tokenId, quantity, params.price)
  addRoyalty(event, sale, 0, params.royaltyReceiver, params.royalty)
}

export function handleBundleFilled(event: BundleFilled): void {
  const params = event.params
  const fill = new Fill(params.kindAndNonce)
  let royalty = BigInt.zero()
  for (let i = 0; i < params.royalties.length; i++) royalty = royalty.plus(params.royalties[i].amount)
  const sale = newSale(event, params.orderHash, params.maker, params.taker, fill, params.currency, params.price, params.fee, royalty)
  sale.bundle = true
  sale.save()
  spendBit(params.maker, fill)

  const count = params.items.length
  const part = params.price.div(BigInt.fromI32(count))
  for (let i = 0; i < count; i++) {
    const item = params.items[i]
    const units = item.quantity.isZero() ? ONE : item.quantity
    const price = i + 1 == count ? params.price.minus(part.times(BigInt.fromI32(i))) : part
    addItem(event, sale, i, item.collection, item.tokenId, units, price)
  }
  for (let i = 0; i < params.royalties.length; i++)
    addRoyalty(event, sale, i, params.royalties[i].receiver, params.royalties[i].amount)
}

export function handleOrderSkipped(event: OrderSkipped): void {
  const skipped = new SkippedOrder(eventId(event))
  skipped.orderHash = event.params.orderHash
  skipped.taker = loadAccount(event.params.taker).id
  skipped.reason = event.params.reason
  stamp(skipped, event)
  skipped.save()
}

export function handleOrderApproved(event: OrderApproved): void {
  const maker = loadAccount(event.params.maker)
  const order = new ApprovedOrder(event.params.maker.concat(event.params.orderHash))
  order.maker = maker.id
  order.orderHash = event.params.orderHash
  order.approved = event.params.approved
  order.save()

  const approval = new OrderApproval(eventId(event))
  approval.maker = maker.id
  approval.orderHash = event.params.orderHash
  approval.approved = event.params.approved
  stamp(approval, event)
  approval.save()
}

export function handleOrdersCancelled(event: OrdersCancelled): void {
  const params = event.params
  const lane = loadLane(params.maker, params.lane, params.epoch)
  lane.spentBits = lane.spentBits.bitOr(params.bits)
  lane.cancelledBits = lane.cancelledBits.bitOr(params.bits)
  lane.save()

  const cancellation = new Cancellation(eventId(event))
  cancellation.maker = lane.maker
  cancellation.lane = params.lane
  cancellation.epoch = params.epoch
  cancellation.bits = params.bits
  stamp(cancellation, event)
  cancellation.save()
}

export function handleLaneAdvanced(event: LaneAdvanced): void {
  const params = event.params
  const lane = loadLane(params.maker, params.lane, params.epoch)
  lane.save()

  const advance = new LaneAdvance(eventId(event))
  advance.maker = lane.maker
  advance.lane = params.lane
  advance.epoch = params.epoch
  stamp(advance, event)
  advance.save()
}
