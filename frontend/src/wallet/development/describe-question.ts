import { marketAbi, wrappedEtherAbi } from '@daedal/protocol/market/abi.gen'
import { ANYONE, type Order, orderKinds } from '@daedal/protocol/market/order'
import { assetCollectionAbi } from '@daedal/protocol/tokens/abi.gen'
import { tokenIdOf } from '@daedal/protocol/tokens/token-id'
import { type Address, decodeFunctionData, maxUint256 } from 'viem'
import { formatBps, formatMoment, formatWei, shortHex } from '../../lib/format.ts'
import type { TextKey } from '../../lib/text/en.ts'
import type { TextValues } from '../../lib/text/use-text.ts'
import type { PlannedTransaction, TypedData } from './confirmation.ts'

/** A sentence of the wallet: the key of its words and their values. */
export type Sentence = { key: TextKey; values?: TextValues }

/** The contracts whose calls and data the wallet can put into words. */
export type KnownContracts = { market: Address; assetCollection: Address; wrappedEther: Address }

const same = (a: unknown, b: string): boolean => typeof a === 'string' && a.toLowerCase() === b.toLowerCase()
const short = (value: string | bigint): string => shortHex(value.toString(), 6, 4)
const momentOf = (seconds: bigint, language: string): string => formatMoment(Number(seconds) * 1_000, language)

/** What signing this data does, in words. Data of other contracts is called unknown. */
export function describeTypedData({ domain, primaryType, message }: TypedData, known: KnownContracts, language: string): Sentence[] {
  if (primaryType === 'Order' && same(domain.verifyingContract, known.market)) return describeOrder(message, language)
  if (primaryType === 'ProvenanceRecord' && same(domain.verifyingContract, known.assetCollection))
    return [{ key: 'confirm.record', values: { hash: short(String(message.coreHash)), token: short(String(message.tokenId)) } }]
  return [{ key: 'confirm.unknownSign' }]
}

function describeOrder(message: Record<string, unknown>, language: string): Sentence[] {
  const number = (name: string) => BigInt(message[name] as string)
  const values = {
    token: short(number('tokenId')),
    price: formatWei(number('price')),
    until: momentOf(number('endTime'), language),
    taker: short(String(message.taker)),
  }
  const listing = orderKinds[Number(message.kind)] === 'listing'
  const open = same(message.taker, ANYONE)
  const key = listing ? (open ? 'confirm.listing' : 'confirm.listingTaker') : 'confirm.offer'
  const limits = { fee: formatBps(Number(message.maxFeeBps)), royalty: formatBps(Number(message.maxRoyaltyBps)) }
  return [
    { key, values },
    { key: 'confirm.limits', values: limits },
  ]
}

/** What sending this does, in words. `from` is the account that sends. */
export function describeTransaction({ to, data, value }: PlannedTransaction, from: Address, known: KnownContracts): Sentence[] {
  if (to && data === '0x' && !same(to, known.wrappedEther))
    return [{ key: 'confirm.call.transfer', values: { amount: formatWei(value), to: short(to) } }]
  try {
    if (same(to, known.market)) return describeMarketCall(data)
    if (same(to, known.wrappedEther)) return describeCurrencyCall(data, value, known)
    if (same(to, known.assetCollection)) return describeTokenCall(data, from, known)
  } catch {
    // A call that the ABI does not know is unknown, like one to another contract.
  }
  return [unknown(data)]
}

const unknown = (data: string): Sentence => ({ key: 'confirm.unknownCall', values: { selector: data.slice(0, 10) } })

function describeMarketCall(data: `0x${string}`): Sentence[] {
  const call = decodeFunctionData({ abi: marketAbi, data })
  switch (call.functionName) {
    case 'fill': {
      const order: Order = call.args[0]
      const values = { token: short(order.tokenId), price: formatWei(order.price), maker: short(order.maker) }
      return [{ key: orderKinds[order.kind] === 'listing' ? 'confirm.call.fillListing' : 'confirm.call.fillOffer', values }]
    }
    case 'cancel': {
      const [lane, bits] = call.args
      const count = [...bits.toString(2)].filter((bit) => bit === '1').length
      return [{ key: 'confirm.call.cancel', values: { count, lane: lane.toString() } }]
    }
    case 'advanceLane':
      return [{ key: 'confirm.call.cancelAll', values: { lane: call.args[0].toString() } }]
    case 'withdraw':
      return [{ key: 'confirm.call.withdraw' }]
    default:
      return [unknown(data)]
  }
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
      const who = same(spender, known.market) ? 'Daedal Market' : short(spender)
      if (amount === maxUint256) return [{ key: 'confirm.call.approveAll', values: { spender: who } }]
      return [{ key: 'confirm.call.approve', values: { spender: who, amount: formatWei(amount) } }]
    }
    default:
      return [unknown(data)]
  }
}

function describeTokenCall(data: `0x${string}`, from: Address, known: KnownContracts): Sentence[] {
  const call = decodeFunctionData({ abi: assetCollectionAbi, data })
  if (call.functionName === 'mint') {
    const [coreHash, , , , terms] = call.args
    return [{ key: 'confirm.call.mint', values: { token: short(tokenIdOf(from, coreHash)), royalty: formatBps(terms.royaltyBps) } }]
  }
  if (call.functionName === 'setApprovalForAll' && call.args[1])
    return [
      { key: 'confirm.call.approveToken', values: { spender: same(call.args[0], known.market) ? 'Daedal Market' : short(call.args[0]) } },
    ]
  if (call.functionName === 'setOperatorOptOut' && !call.args[0])
    return [{ key: 'confirm.call.approveToken', values: { spender: 'Daedal Market' } }]
  return [unknown(data)]
}
