import { rentalsAbi } from '@daedal/protocol/market/abi.gen'
import { ANYONE } from '@daedal/protocol/market/order'
import { RENTAL_DAY, type RentalOffer, rentalOfferFromJson, rentalOfferToJson } from '@daedal/protocol/market/rental-offer'
import { type Address, decodeFunctionData } from 'viem'
import { formatBps, formatMoment } from '../../lib/format.ts'
import { amountIn, type Sentence, short } from './describe-order.ts'

type Words = { wrappedEther: Address; language: string }

const same = (a: string, b: string): boolean => a.toLowerCase() === b.toLowerCase()

/** Offers of a bulk signature that are put into words. */
const OFFERS_TOLD = 20

/** What signing an offer to let does, or several of them, in words; null for data of another kind. Throws when the data is not what its type says. */
export function describeRentalData(primaryType: string, message: Record<string, unknown>, words: Words): Sentence[] | null {
  if (primaryType === 'RentalOffer') return describeOffer(readOffer(message), words)
  if (primaryType !== 'BulkRentalOffer') return null
  // The tree is filled up with its last offer, which is told once.
  const all = [message.tree].flat(Number.POSITIVE_INFINITY).map((entry) => readOffer(entry as Record<string, unknown>))
  const offers = [...new Map(all.map((offer) => [JSON.stringify(rentalOfferToJson(offer)), offer])).values()]
  const rest = offers.length - OFFERS_TOLD
  return [
    { key: 'confirm.bulkLet', values: { count: offers.length } },
    ...offers.slice(0, OFFERS_TOLD).flatMap((offer) => describeOffer(offer, words)),
    ...(rest > 0 ? [{ key: 'confirm.bulkMore' as const, values: { count: rest } }] : []),
  ]
}

function describeOffer(offer: RentalOffer, { wrappedEther, language }: Words): Sentence[] {
  const moment = (seconds: bigint) => formatMoment(Number(seconds) * 1_000, language)
  const values = {
    token: short(offer.tokenId),
    collection: short(offer.collection),
    price: amountIn(offer.pricePerDay, offer.currency, wrappedEther),
    min: offer.minDays,
    max: offer.maxDays,
    until: moment(offer.end),
  }
  const sentences: Sentence[] = [{ key: offer.minDays === offer.maxDays ? 'confirm.letFixed' : 'confirm.let', values }]
  if (!same(offer.renter, ANYONE)) sentences.push({ key: 'confirm.only', values: { taker: short(offer.renter) } })
  if (offer.lastExpiry < offer.end + BigInt(offer.maxDays) * RENTAL_DAY)
    sentences.push({ key: 'confirm.letLast', values: { last: moment(offer.lastExpiry) } })
  sentences.push({ key: 'confirm.letKeep' })
  sentences.push({ key: 'confirm.limits', values: { fee: formatBps(offer.maxFeeBps), royalty: formatBps(offer.maxRoyaltyBps) } })
  return sentences
}

/** An offer as a wallet is asked to sign it: numbers may be numbers, texts or bigints. */
function readOffer(message: Record<string, unknown>): RentalOffer {
  const text = JSON.parse(JSON.stringify(message, (_, value) => (typeof value === 'bigint' ? value.toString() : value)))
  const { minDays, maxDays, maxFeeBps, maxRoyaltyBps } = text
  const small = { minDays: Number(minDays), maxDays: Number(maxDays), maxFeeBps: Number(maxFeeBps), maxRoyaltyBps: Number(maxRoyaltyBps) }
  return rentalOfferFromJson({ ...text, ...small })
}

/** What a call of the contract of rentals does, in words; null for one that is not known. `from` is the account that sends. */
export function describeRentalCall(data: `0x${string}`, from: Address, wrappedEther: Address): Sentence[] | null {
  const call = decodeFunctionData({ abi: rentalsAbi, data })
  const token = (collection: Address, tokenId: bigint) => ({ token: short(tokenId), collection: short(collection) })
  switch (call.functionName) {
    case 'rent': {
      const [{ offer, dayCount, user }, limit] = call.args
      const values = { ...token(offer.collection, offer.tokenId), days: dayCount, amount: amountIn(limit, offer.currency, wrappedEther) }
      const who: Sentence[] = same(user, from) ? [] : [{ key: 'confirm.call.rentUser', values: { user: short(user) } }]
      return [{ key: 'confirm.call.rent', values }, ...who, { key: 'confirm.call.rentFinal' }]
    }
    case 'rentMany': {
      const [requests, limit] = call.args
      const currency = requests[0]?.offer.currency
      if (!currency) return null
      return [{ key: 'confirm.call.rentMany', values: { count: requests.length, amount: amountIn(limit, currency, wrappedEther) } }]
    }
    case 'giveBack':
      return [{ key: 'confirm.call.giveBack', values: token(...call.args) }]
    case 'release':
      return [{ key: 'confirm.call.release', values: token(...call.args) }]
    case 'releaseTo':
      return [{ key: 'confirm.call.releaseTo', values: { ...token(call.args[0], call.args[1]), to: short(call.args[2]) } }]
    case 'approveOffer':
      return [{ key: call.args[1] ? 'confirm.call.approveLet' : 'confirm.call.disapproveLet', values: { hash: short(call.args[0]) } }]
    case 'cancel': {
      const count = [...call.args[1].toString(2)].filter((bit) => bit === '1').length
      return [{ key: 'confirm.call.cancelLet', values: { count, lane: call.args[0].toString() } }]
    }
    case 'cancelAllOf':
      return [{ key: 'confirm.call.cancelAllLet', values: { lane: call.args[0].toString() } }]
    case 'withdraw':
      return [{ key: 'confirm.call.withdrawRentals' }]
    default:
      return null
  }
}
