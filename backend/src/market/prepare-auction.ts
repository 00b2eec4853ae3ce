import type { Step } from '@daedal/protocol/market/api'
import { type AuctionTerms, auctionIdOf, auctionTermsToJson } from '@daedal/protocol/market/auction'
import type { PrepareAuction, PreparedAuction } from '@daedal/protocol/market/auction-api'
import { NATIVE_CURRENCY } from '@daedal/protocol/market/order'
import { type Address, getAddress } from 'viem'
import { AppError } from '../errors.ts'
import { termsFault } from './auction-fault.ts'
import { giverFault } from './fill-obstacle.ts'
import { splitOf } from './order-row.ts'
import type { ChainReader, HouseCalls, HouseReader, IndexView } from './ports.ts'
import { readItem, readVenueFacts, unixSeconds } from './read-facts.ts'
import { transactionJson } from './transaction-json.ts'

export type PrepareAuctionDeps = {
  house: Address
  chain: ChainReader
  reader: Pick<HouseReader, 'countOf'>
  calls: Pick<HouseCalls, 'create' | 'approveToken'>
  index: Pick<IndexView, 'check'>
  now(): Date
}

const address = (text: Address): Address => getAddress(text.toLowerCase())

/** The terms that a seller asks for; what it leaves out is what most want: three days, ten minutes after a late bid, steps of 5 %. */
function termsOf(request: PrepareAuction): AuctionTerms {
  const {
    minIncrementBps = 500,
    startTime = '0',
    durationSeconds = 259_200,
    extensionSeconds = 600,
    maxExtensionSeconds = 86_400,
  } = request
  return {
    collection: address(request.collection),
    tokenId: BigInt(request.tokenId),
    quantity: BigInt(request.quantity ?? 0),
    currency: request.currency ? address(request.currency) : NATIVE_CURRENCY,
    reserve: BigInt(request.reserve),
    minIncrementBps,
    start: BigInt(startTime),
    duration: BigInt(durationSeconds),
    extensionWindow: BigInt(extensionSeconds),
    maxExtension: BigInt(maxExtensionSeconds),
  }
}

/**
 * Says what a seller has to send to put an asset up: an approval where the house has none, and the auction itself. Throws MARKET_* with
 * what the house would refuse, REQUEST_INVALID, CHAIN_UNAVAILABLE, CHAIN_MISMATCH.
 */
export function createPrepareAuction({ house, chain, reader, calls, index, now }: PrepareAuctionDeps) {
  /** Throws what is wrong with the currency, or the collection. */
  async function requireMoney({ currency, collection }: AuctionTerms): Promise<void> {
    const [allowed, isMoney] = await Promise.all([
      currency === NATIVE_CURRENCY || chain.currencyAllowed(currency),
      chain.currencyAllowed(collection),
    ])
    if (!allowed) throw new AppError('MARKET_CURRENCY_NOT_ALLOWED', `The market does not allow ${currency}.`)
    if (isMoney) throw new AppError('MARKET_COLLECTION_IS_CURRENCY', `The market allows ${collection} as a currency.`)
  }

  return async (request: PrepareAuction): Promise<PreparedAuction> => {
    await index.check()
    const seller = address(request.seller)
    const terms = termsOf(request)
    const { collection, tokenId, quantity, reserve } = terms
    if (terms.start >= 1n << 64n) throw new AppError('REQUEST_INVALID', 'body/startTime is no time.')
    const venue = await readVenueFacts(chain, unixSeconds(now()))
    const wrong = termsFault(terms, venue.now)
    if (wrong) throw new AppError(wrong.code, wrong.detail)
    if (venue.paused) throw new AppError('MARKET_PAUSED')
    await requireMoney(terms)
    const item = { collection, tokenId, quantity }
    const [fact, approved, count, royalty] = await Promise.all([
      readItem(chain, item, seller),
      chain.mayMove(collection, seller, tokenId, house),
      reader.countOf(seller),
      chain.royalty(collection, tokenId, reserve),
    ])
    if (!fact.standards) throw new AppError('MARKET_COLLECTION_UNKNOWN', `${collection} is no collection.`)
    const obstacle = giverFault(seller, [item], [fact])
    if (obstacle) throw new AppError(obstacle.reason ?? 'MARKET_TOKEN_NOT_DELIVERED', obstacle.detail ?? undefined)
    const transaction = calls.create(terms)
    const send: Step = { type: 'send', transaction: transactionJson(transaction) }
    const prepared = {
      id: auctionIdOf(seller, count, terms),
      terms: auctionTermsToJson(terms),
      split: splitOf(reserve, venue.feeBps, { ...royalty, shares: null }),
    }
    // What comes after an approval cannot be tried before it.
    if (!approved) {
      const approval = transactionJson(calls.approveToken(collection, tokenId, quantity > 0n))
      const approve: Step = { type: 'approve', transaction: approval, spender: getAddress(house), amount: null }
      return { ...prepared, estimatedGas: null, gasPriceWei: null, steps: [approve, send] }
    }
    const tried = await chain.simulate(seller, transaction)
    if ('refused' in tried) throw new AppError(tried.refused ?? 'MARKET_TOKEN_NOT_DELIVERED', tried.detail)
    return { ...prepared, estimatedGas: tried.gas.toString(), gasPriceWei: tried.gasPriceWei.toString(), steps: [send] }
  }
}
