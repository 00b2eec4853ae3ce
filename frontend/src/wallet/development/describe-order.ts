import type { Item, OrderForm } from '@daedal/protocol/market/forms'
import { ANYONE, isListing, NATIVE_CURRENCY, type Order, orderKinds } from '@daedal/protocol/market/order'
import type { Address } from 'viem'
import { formatBps, formatMoment, formatWei, shortHex } from '../../lib/format.ts'
import type { TextKey } from '../../lib/text/en.ts'
import type { TextValues } from '../../lib/text/use-text.ts'
import type { Fill } from '../read-fill.ts'

/** A sentence of the wallet: the key of its words and their values. */
export type Sentence = { key: TextKey; values?: TextValues }

const same = (a: string, b: string): boolean => a.toLowerCase() === b.toLowerCase()
export const short = (value: string | bigint): string => shortHex(value.toString(), 6, 4)

/** An amount with its unit. Of a currency that is not known here, neither its name nor its decimals are: it is counted in its smallest unit. */
export function amountIn(amount: bigint, currency: Address, wrappedEther: Address): string {
  if (same(currency, NATIVE_CURRENCY)) return `${formatWei(amount)} ETH`
  return same(currency, wrappedEther) ? `${formatWei(amount)} WETH` : `${amount} × ${short(currency)}`
}

type Words = { wrappedEther: Address; language: string }

/** What signing an order or a form does, in words. */
export function describeForm(form: OrderForm, { wrappedEther, language }: Words): Sentence[] {
  const { order } = form
  const until = formatMoment(Number(order.endTime) * 1_000, language)
  const price = amountIn(order.price, order.currency, wrappedEther)
  const values = { token: short(order.tokenId), collection: short(order.collection), price, until, taker: short(order.taker) }
  const sentences: Sentence[] = [
    { key: headOf(form), values: form.form === 'bundle' ? { count: form.items.length, price, until } : values },
  ]
  if (!same(order.taker, ANYONE)) sentences.push({ key: 'confirm.only', values: { taker: values.taker } })
  sentences.push(...partsOf(form))
  if (order.quantity > 0n) sentences.push({ key: 'confirm.units', values: { quantity: order.quantity.toString() } })
  if (order.endPrice !== order.price)
    sentences.push({ key: 'confirm.moves', values: { price: amountIn(order.endPrice, order.currency, wrappedEther), until } })
  sentences.push({
    key: 'confirm.limits',
    values: { fee: formatBps(Number(order.maxFeeBps)), royalty: formatBps(Number(order.maxRoyaltyBps)) },
  })
  return sentences
}

function headOf(form: OrderForm): TextKey {
  const listing = isListing(form.order)
  if (form.form === 'bundle') return listing ? 'confirm.bundle' : 'confirm.bundleOffer'
  if (orderKinds[form.order.kind] === 'collection-offer') return 'confirm.collectionOffer'
  return listing ? 'confirm.listing' : 'confirm.offer'
}

/** What a form says besides the order. */
function partsOf(form: OrderForm): Sentence[] {
  switch (form.form) {
    case 'bundle':
      return form.items.map(describeItem)
    case 'trait-offer':
      return [{ key: 'confirm.trait', values: { root: short(form.trait.root), most: (2n ** BigInt(form.trait.height)).toString() } }]
    case 'state-order':
      return [{ key: 'confirm.state', values: { source: short(form.state.source) } }]
    case 'voucher-order': {
      const { royaltyReceiver, royaltyBps } = form.voucher.terms
      return [{ key: 'confirm.voucher', values: { royalty: formatBps(Number(royaltyBps)), receiver: short(royaltyReceiver) } }]
    }
    default:
      return []
  }
}

const describeItem = ({ collection, tokenId, quantity }: Item): Sentence =>
  quantity === 0n
    ? { key: 'confirm.item', values: { token: short(tokenId), collection: short(collection) } }
    : { key: 'confirm.itemUnits', values: { token: short(tokenId), collection: short(collection), quantity: quantity.toString() } }

/** What filling an order does, in words. */
export function describeFill({ form, tokenId, quantity, limit }: Fill, wrappedEther: Address): Sentence[] {
  const { order } = form
  const listing = isListing(order)
  const amount = amountIn(limit ?? order.price, order.currency, wrappedEther)
  const head = ((): Sentence => {
    const maker = short(order.maker)
    if (form.form === 'bundle')
      return {
        key: listing ? 'confirm.call.fillBundle' : 'confirm.call.fillBundleOffer',
        values: { count: form.items.length, amount, maker },
      }
    if (limit === null)
      return {
        key: listing ? 'confirm.call.fillListing' : 'confirm.call.fillOffer',
        values: { token: short(tokenId), price: amount, maker },
      }
    return { key: listing ? 'confirm.call.buy' : 'confirm.call.sell', values: { token: short(tokenId), amount, maker } }
  })()
  const units: Sentence[] = quantity > 0n ? [{ key: 'confirm.call.units', values: { quantity: quantity.toString() } }] : []
  return [head, ...units, ...(form.form === 'bundle' ? form.items.map(describeItem) : form.form === 'voucher-order' ? partsOf(form) : [])]
}

/** What a sweep buys at most. */
export function describeSweep(orders: readonly Order[], currency: Address, most: bigint, least: bigint, wrappedEther: Address): Sentence[] {
  const values = { count: orders.length, amount: amountIn(most, currency, wrappedEther), least: least.toString() }
  return [{ key: 'confirm.call.sweep', values }]
}
