import { marketAbi, wrappedEtherAbi } from '@daedal/protocol/market/abi.gen'
import { formFromJson } from '@daedal/protocol/market/form-json'
import { type OrderForm, type OrderFormName, structHashOf } from '@daedal/protocol/market/forms'
import { assetCollectionAbi } from '@daedal/protocol/tokens/abi.gen'
import { tokenIdOf } from '@daedal/protocol/tokens/token-id'
import { type Address, decodeFunctionData, maxUint256, zeroAddress } from 'viem'
import { formatBps, formatMoment, formatWei } from '../../lib/format.ts'
import { readFill } from '../read-fill.ts'
import type { PlannedTransaction, TypedData } from './confirmation.ts'
import { describeDropCall, describeDropItems } from './describe-drops.ts'
import { describeHouseCall } from './describe-house.ts'
import { amountIn, describeFill, describeForm, describeSweep, type Sentence, short } from './describe-order.ts'
import { describeRentalCall, describeRentalData } from './describe-rental.ts'

/** The contracts whose calls and data the wallet can put into words. */
export type KnownContracts = {
  market: Address
  assetCollection: Address
  wrappedEther: Address
  auctionHouse?: Address | undefined
  rentals?: Address | undefined
  drops?: Address | undefined
}

const same = (a: unknown, b: string): boolean => typeof a === 'string' && a.toLowerCase() === b.toLowerCase()

/** Orders of a bulk signature that are put into words. */
const ORDERS_TOLD = 20

const formOf: Record<string, OrderFormName> = {
  Order: 'order',
  Bundle: 'bundle',
  TraitOffer: 'trait-offer',
  StateOrder: 'state-order',
  VoucherOrder: 'voucher-order',
}

/** What signing this data does, in words. Data of other contracts is called unknown. */
export function describeTypedData({ domain, primaryType, message }: TypedData, known: KnownContracts, language: string): Sentence[] {
  const words = { wrappedEther: known.wrappedEther, language }
  try {
    if (same(domain.verifyingContract, known.market)) return describeOrders(primaryType, message, words)
    const lets = known.rentals && same(domain.verifyingContract, known.rentals) ? describeRentalData(primaryType, message, words) : null
    if (lets) return lets
  } catch {
    // Data that is not what its type says is unknown, like that of another contract.
    return [{ key: 'confirm.unknownSign' }]
  }
  if (known.drops && same(domain.verifyingContract, known.assetCollection)) {
    const items = describeDropItems(primaryType, message, known.drops, language)
    if (items) return items
  }
  if (primaryType === 'ProvenanceRecord' && same(domain.verifyingContract, known.assetCollection))
    return [{ key: 'confirm.record', values: { hash: short(String(message.coreHash)), token: short(String(message.tokenId)) } }]
  return [{ key: 'confirm.unknownSign' }]
}

function describeOrders(primaryType: string, message: Record<string, unknown>, words: Parameters<typeof describeForm>[1]): Sentence[] {
  const form = formOf[primaryType]
  if (form) return describeForm(readForm(form, message), words)
  const each = primaryType.startsWith('Bulk') ? formOf[primaryType.slice('Bulk'.length)] : undefined
  if (each !== 'order' && each !== 'voucher-order') return [{ key: 'confirm.unknownSign' }]
  // The tree is filled up with its last order, which is told once.
  const all = [message.tree].flat(Number.POSITIVE_INFINITY).map((entry) => readForm(each, entry as Record<string, unknown>))
  const forms = [...new Map(all.map((entry) => [structHashOf(entry), entry])).values()]
  const told = forms.slice(0, ORDERS_TOLD).flatMap((entry) => describeForm(entry, words))
  const rest = forms.length - ORDERS_TOLD
  return [
    { key: 'confirm.bulk', values: { count: forms.length } },
    ...told,
    ...(rest > 0 ? [{ key: 'confirm.bulkMore' as const, values: { count: rest } }] : []),
  ]
}

/** A form as a wallet is asked to sign it: numbers may be numbers, texts or bigints. */
function readForm(form: OrderFormName, message: Record<string, unknown>): OrderForm {
  const text = JSON.parse(JSON.stringify(message, (_, value) => (typeof value === 'bigint' ? value.toString() : value)))
  const order = form === 'order' ? text : text.order
  const numbers = { kind: Number(order.kind), maxFeeBps: Number(order.maxFeeBps), maxRoyaltyBps: Number(order.maxRoyaltyBps) }
  return formFromJson({ ...(form === 'order' ? {} : text), form, order: { ...order, ...numbers } })
}

/** What sending this does, in words. `from` is the account that sends. */
export function describeTransaction(
  { to, data, value }: PlannedTransaction,
  from: Address,
  known: KnownContracts,
  language: string,
): Sentence[] {
  if (to && data === '0x' && !same(to, known.wrappedEther))
    return [{ key: 'confirm.call.transfer', values: { amount: formatWei(value), to: short(to) } }]
  try {
    if (same(to, known.market)) return describeMarketCall(data, known)
    if (same(to, known.wrappedEther)) return describeCurrencyCall(data, value, known)
    if (same(to, known.assetCollection)) return describeTokenCall(data, from, known, language)
    if (known.auctionHouse && same(to, known.auctionHouse))
      return describeHouseCall(data, value, known.wrappedEther, language) ?? [unknown(data)]
    if (known.rentals && same(to, known.rentals)) return describeRentalCall(data, from, known.wrappedEther) ?? [unknown(data)]
    if (known.drops && same(to, known.drops)) return describeDropCall(data, known.wrappedEther) ?? [unknown(data)]
  } catch {
    // A call that the ABI does not know is unknown, like one to another contract.
  }
  return [unknown(data)]
}

const unknown = (data: string): Sentence => ({ key: 'confirm.unknownCall', values: { selector: data.slice(0, 10) } })

function describeMarketCall(data: `0x${string}`, known: KnownContracts): Sentence[] {
  const call = decodeFunctionData({ abi: marketAbi, data })
  const fill = readFill(call)
  if (fill) return describeFill(fill, known.wrappedEther)
  switch (call.functionName) {
    case 'sweep': {
      const [purchases, currency, most, least] = call.args
      return describeSweep(
        purchases.map(({ order }) => order),
        currency,
        most,
        least,
        known.wrappedEther,
      )
    }
    case 'withPermit': {
      const [{ currency, owner, value }, inner] = call.args
      return permitted(amountIn(value, currency, known.wrappedEther), owner, inner, known)
    }
    case 'withPermit2': {
      const [owner, { details }, , inner] = call.args
      return permitted(amountIn(details.amount, details.token, known.wrappedEther), owner, inner, known)
    }
    case 'approveOrder': {
      const [hash, approved] = call.args
      return [{ key: approved ? 'confirm.call.approveOrder' : 'confirm.call.disapproveOrder', values: { hash: short(hash) } }]
    }
    case 'cancel': {
      const [lane, bits] = call.args
      const count = [...bits.toString(2)].filter((bit) => bit === '1').length
      return [{ key: 'confirm.call.cancel', values: { count, lane: lane.toString() } }]
    }
    case 'cancelAllOf':
      return [{ key: 'confirm.call.cancelAll', values: { lane: call.args[0].toString() } }]
    case 'withdraw':
      return [{ key: 'confirm.call.withdraw' }]
    default:
      return [unknown(data)]
  }
}

/** A call in the transaction that submits a signed allowance. */
function permitted(amount: string, owner: Address, inner: `0x${string}`, known: KnownContracts): Sentence[] {
  return [{ key: 'confirm.call.permit', values: { amount, owner: short(owner) } }, ...describeMarketCall(inner, known)]
}

function describeCurrencyCall(data: `0x${string}`, value: bigint, known: KnownContracts): Sentence[] {
  if (data === '0x') return [{ key: 'confirm.call.wrap', values: { amount: formatWei(value) } }]
  const call = decodeFunctionData({ abi: wrappedEtherAbi, data })
  switch (call.functionName) {
    case 'deposit':
      return [{ key: 'confirm.call.wrap', values: { amount: formatWei(value) } }]
    case 'withdraw':
      return [{ key: 'confirm.call.unwrap', values: { amount: formatWei(call.args[0]) } }]
    case 'approve': {
      const [spender, amount] = call.args
      const who = nameOf(spender, known)
      if (amount === maxUint256) return [{ key: 'confirm.call.approveAll', values: { spender: who } }]
      return [{ key: 'confirm.call.approve', values: { spender: who, amount: formatWei(amount) } }]
    }
    default:
      return [unknown(data)]
  }
}

/** Our own contracts by their names, any other by its address. */
const nameOf = (spender: Address, known: KnownContracts): string => {
  if (same(spender, known.market)) return 'Daedal Market'
  if (known.drops && same(spender, known.drops)) return 'Daedal Drops'
  if (known.rentals && same(spender, known.rentals)) return 'Daedal Rentals'
  return known.auctionHouse && same(spender, known.auctionHouse) ? 'Daedal Auction House' : short(spender)
}

function describeTokenCall(data: `0x${string}`, from: Address, known: KnownContracts, language: string): Sentence[] {
  const call = decodeFunctionData({ abi: assetCollectionAbi, data })
  if (call.functionName === 'mint') {
    const [coreHash, , , , terms] = call.args
    return [{ key: 'confirm.call.mint', values: { token: short(tokenIdOf(from, coreHash)), royalty: formatBps(terms.royaltyBps) } }]
  }
  if (call.functionName === 'setApprovalForAll' && call.args[1])
    return [{ key: 'confirm.call.approveToken', values: { spender: nameOf(call.args[0], known) } }]
  if (call.functionName === 'setUser') return [describeUse(...call.args, language)]
  if (call.functionName === 'approve' && known.rentals && same(call.args[0], known.rentals))
    return [{ key: 'confirm.call.approveRentals', values: { spender: nameOf(call.args[0], known), token: short(call.args[1]) } }]
  if (call.functionName === 'approve')
    return [{ key: 'confirm.call.approveOne', values: { spender: nameOf(call.args[0], known), token: short(call.args[1]) } }]
  if (call.functionName === 'setOperatorOptOut' && !call.args[0])
    return [{ key: 'confirm.call.approveToken', values: { spender: 'Daedal Market' } }]
  return [unknown(data)]
}

function describeUse(tokenId: bigint, user: Address, expires: bigint, language: string): Sentence {
  const token = short(tokenId)
  if (same(user, zeroAddress)) return { key: 'confirm.call.endUse', values: { token } }
  return { key: 'confirm.call.setUser', values: { token, user: short(user), until: formatMoment(Number(expires) * 1_000, language) } }
}
