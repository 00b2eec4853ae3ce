import { assetRef } from '@daedal/protocol/chains/caip'
import type { OrderView } from '@daedal/protocol/market/api'
import { formFromJson, formToJson, type ItemJson } from '@daedal/protocol/market/form-json'
import { itemsOf, type OrderForm } from '@daedal/protocol/market/forms'
import { packNonce, unpackNonce } from '@daedal/protocol/market/nonce'
import { type Order, type OrderJson, orderKinds } from '@daedal/protocol/market/order'
import { type PriceSplit, priceAt, shareOf } from '@daedal/protocol/market/price'
import { type Address, getAddress, type Hex } from 'viem'
import type { Signer } from './check-signature.ts'
import { availableOf, type OrderFacts, type RoyaltyFact, remainingOf, type Verdict } from './judge-order.ts'
import type { orders } from './tables.ts'

export type OrderRow = typeof orders.$inferSelect

const lower = (address: Address) => address.toLowerCase() as Address
type OrderColumns = Omit<OrderJson, 'nonce'> & { lane: string; epoch: string; bit: number }

/** Where a row's order stands among its maker's nonces. */
export const nonceOfRow = ({ lane, epoch, bit }: Pick<OrderColumns, 'lane' | 'epoch' | 'bit'>): bigint =>
  packNonce({ lane: BigInt(lane), epoch: BigInt(epoch), bit })

/** The signed form of a row, exactly as it was signed. */
export function formOfRow(row: OrderRow): OrderForm {
  const { items, traitRoot, traitHeight, stateSource, stateValue, voucher } = row
  return formFromJson({
    form: row.form,
    order: {
      kind: row.kind,
      maker: getAddress(row.maker),
      taker: getAddress(row.taker),
      collection: getAddress(row.collection),
      tokenId: row.tokenId,
      quantity: row.quantity,
      currency: getAddress(row.currency),
      price: row.price,
      endPrice: row.endPrice,
      startTime: row.startTime,
      endTime: row.endTime,
      maxFeeBps: row.maxFeeBps,
      maxRoyaltyBps: row.maxRoyaltyBps,
      nonce: nonceOfRow(row).toString(),
    },
    items: items ?? undefined,
    trait: traitRoot && traitHeight !== null ? { root: traitRoot, height: traitHeight } : undefined,
    state: stateSource && stateValue ? { source: getAddress(stateSource), value: stateValue } : undefined,
    voucher: voucher ?? undefined,
  })
}

/** Columns of a form as it was signed. */
export function signedColumns(form: OrderForm, hash: Hex, signature: Hex, signedBy: Signer) {
  const { order } = form
  const nonce = unpackNonce(order.nonce)
  if (!nonce) throw new RangeError(`nonce ${order.nonce} names no bit of a lane`)
  const json = formToJson(form)
  return {
    hash,
    signature,
    signedBy,
    form: form.form,
    kind: order.kind,
    maker: lower(order.maker),
    taker: lower(order.taker),
    collection: lower(order.collection),
    tokenId: order.tokenId.toString(),
    quantity: order.quantity.toString(),
    currency: lower(order.currency),
    price: order.price.toString(),
    endPrice: order.endPrice.toString(),
    startTime: order.startTime.toString(),
    endTime: order.endTime.toString(),
    maxFeeBps: order.maxFeeBps,
    maxRoyaltyBps: order.maxRoyaltyBps,
    lane: nonce.lane.toString(),
    bit: nonce.bit,
    epoch: nonce.epoch.toString(),
    items: json.form === 'bundle' ? (json.items as ItemJson[]) : null,
    traitRoot: json.form === 'trait-offer' ? json.trait.root : null,
    traitHeight: json.form === 'trait-offer' ? json.trait.height : null,
    stateSource: json.form === 'state-order' ? lower(json.state.source) : null,
    stateValue: json.form === 'state-order' ? json.state.value : null,
    voucher: json.form === 'voucher-order' ? json.voucher : null,
  }
}

/** Columns of where an order stands. */
export function judgedColumns(form: OrderForm, verdict: Verdict, facts: OrderFacts, block: number) {
  const [only] = itemsOf(form).length === 1 ? facts.items : []
  return {
    ...verdict,
    tx: null,
    checkedBlock: block,
    dirty: false,
    filled: facts.filled.toString(),
    available: availableOf(form, facts).toString(),
    owner: only?.owner ? lower(only.owner) : null,
    feeBps: facts.feeBps,
    quotedPrice: facts.price.toString(),
    royalty: facts.royalty.amount.toString(),
    royaltyReceiver: facts.royalty.receiver && lower(facts.royalty.receiver),
    royalties: facts.royalty.shares?.map(({ receiver, amount }) => ({ receiver: lower(receiver), amount: amount.toString() })) ?? null,
  }
}

/** Where a price goes when it is paid now. */
export function splitOf(price: bigint, feeBps: number, { receiver, amount, shares }: RoyaltyFact): PriceSplit {
  const fee = shareOf(price, feeBps)
  return {
    price: price.toString(),
    seller: (price - fee - amount).toString(),
    royalty: amount.toString(),
    royaltyReceiver: receiver && getAddress(receiver),
    royaltyBps: price === 0n ? 0 : Number((amount * 10_000n + price / 2n) / price),
    fee: fee.toString(),
    feeBps,
    ...(shares && { royalties: shares.map((share) => ({ receiver: getAddress(share.receiver), amount: share.amount.toString() })) }),
  }
}

/** What is due at a price that moved since it was asked, in proportion; what a fill names is asked again. */
function royaltyAt(row: OrderRow, price: bigint): RoyaltyFact {
  const quoted = BigInt(row.quotedPrice)
  const moved = (amount: string) => (quoted === 0n || quoted === price ? BigInt(amount) : (BigInt(amount) * price) / quoted)
  const shares = row.royalties?.map(({ receiver, amount }) => ({ receiver, amount: moved(amount) })) ?? null
  const amount = shares ? shares.reduce((sum, share) => sum + share.amount, 0n) : moved(row.royalty)
  return { receiver: row.royaltyReceiver, amount, shares }
}

const unitsOf = (row: OrderRow, order: Order): OrderView['units'] => {
  if (order.quantity === 0n) return null
  const remaining = row.state === 'filled' ? 0n : remainingOf(order, BigInt(row.filled))
  const available = BigInt(row.available) < remaining ? BigInt(row.available) : remaining
  return { filled: row.filled, remaining: remaining.toString(), available: available.toString() }
}

/** The public view of an order at a moment (unix seconds). */
export function orderView(chainId: number, row: OrderRow, at: bigint): OrderView {
  const form = formOfRow(row)
  const { order } = form
  const price = priceAt(order, at)
  return {
    hash: row.hash,
    kind: orderKinds[row.kind] as (typeof orderKinds)[number],
    ...formToJson(form),
    signature: row.signature,
    status: {
      state: row.state,
      reason: row.reason,
      detail: row.detail,
      transactionHash: row.closedTx ?? row.tx,
      checkedAtBlock: row.checkedBlock,
    },
    price: price.toString(),
    split: splitOf(price, row.feeBps, royaltyAt(row, price)),
    units: unitsOf(row, order),
    asset: assetOfRow(chainId, row),
    createdAt: row.createdAt.toISOString(),
  }
}

/** CAIP-19 id of the one token that an order names; null when it names none or several. */
export function assetOfRow(chainId: number, row: Pick<OrderRow, 'form' | 'kind' | 'collection' | 'tokenId' | 'quantity'>): string | null {
  if (row.form === 'bundle' || orderKinds[row.kind] === 'collection-offer') return null
  return assetRef(chainId, row.collection, BigInt(row.tokenId), row.quantity === '0' ? 'erc721' : 'erc1155')
}
