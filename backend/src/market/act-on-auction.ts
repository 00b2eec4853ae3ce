import type { ErrorCode } from '@daedal/protocol/errors/codes'
import type { Step } from '@daedal/protocol/market/api'
import type { ActOnAuction, HouseAction, PlaceBid, PreparedBid, ReclaimAsset } from '@daedal/protocol/market/auction-api'
import { type Address, getAddress, type Hex } from 'viem'
import { AppError } from '../errors.ts'
import { bidFault, cancelFault, leastOf, reclaimFault, settleFault } from './auction-fault.ts'
import { splitOf } from './order-row.ts'
import { payerSteps } from './payer-steps.ts'
import type { ChainReader, HouseAuction, HouseCalls, HouseReader, IndexView, MarketCalls, MarketTransaction } from './ports.ts'
import type { Spending } from './prepare-order.ts'
import { readVenueFacts, unixSeconds, type VenueFacts } from './read-facts.ts'
import { transactionJson } from './transaction-json.ts'

export type ActOnAuctionDeps = {
  spending: Spending
  chain: ChainReader
  reader: Pick<HouseReader, 'auction'>
  calls: HouseCalls & Pick<MarketCalls, 'wrap'>
  index: Pick<IndexView, 'check'>
  now(): Date
}

type Fault = { code: ErrorCode | null; detail: string | null }
const address = (text: Address): Address => getAddress(text.toLowerCase())

/** The answer for what would be refused. */
export const refused = ({ code, detail }: Fault): HouseAction => ({
  possible: false,
  reason: code,
  detail,
  estimatedGas: null,
  gasPriceWei: null,
  steps: [],
})

/** The answer for a transaction: what it takes, or why it would fail. What comes after an approval cannot be tried before it. */
export async function tried(
  chain: Pick<ChainReader, 'simulate'>,
  from: Address,
  transaction: MarketTransaction,
  first: readonly Step[] = [],
): Promise<HouseAction> {
  const steps: Step[] = [...first, { type: 'send', transaction: transactionJson(transaction) }]
  const answer = { possible: true, reason: null, detail: null, steps }
  if (first.length) return { ...answer, estimatedGas: null, gasPriceWei: null }
  const simulation = await chain.simulate(from, transaction)
  if ('refused' in simulation) return refused({ code: simulation.refused, detail: simulation.detail })
  return { ...answer, estimatedGas: simulation.gas.toString(), gasPriceWei: simulation.gasPriceWei.toString() }
}

/**
 * Says what an account has to send to bid, settle, cancel or have an asset sent that waits; or why the house would refuse. Asks the
 * chain, so it is right before the index is. Each throws MARKET_AUCTION_UNKNOWN, CHAIN_UNAVAILABLE, CHAIN_MISMATCH.
 */
export function createActOnAuction({ spending, chain, reader, calls, index, now }: ActOnAuctionDeps) {
  async function find(id: Hex): Promise<{ auction: HouseAuction; venue: VenueFacts }> {
    await index.check()
    const [auction, venue] = await Promise.all([reader.auction(id), readVenueFacts(chain, unixSeconds(now()))])
    if (!auction) throw new AppError('MARKET_AUCTION_UNKNOWN', `The house has no asset of an auction ${id}.`)
    return { auction, venue }
  }

  return {
    async bid(id: Hex, request: PlaceBid): Promise<PreparedBid> {
      const { auction, venue } = await find(id)
      const bidder = address(request.bidder)
      const least = leastOf(auction)
      const amount = request.amount === undefined ? least : BigInt(request.amount)
      const royalty = await chain.royalty(auction.collection, auction.tokenId, amount)
      const terms = {
        amount: amount.toString(),
        leastBid: least.toString(),
        split: splitOf(amount, auction.feeBps, { ...royalty, shares: null }),
      }
      const fault = venue.paused
        ? { code: 'MARKET_PAUSED' as const, detail: 'The market is paused.' }
        : bidFault(auction, bidder, amount, venue.now)
      if (fault) return { ...refused(fault), ...terms }
      const first = await payerSteps({ spending, chain, calls }, bidder, auction.currency, amount)
      if (!Array.isArray(first)) return { ...refused(first), ...terms }
      return { ...(await tried(chain, bidder, calls.bid(id, amount, auction.currency), first)), ...terms }
    },

    async settle(id: Hex, { account }: ActOnAuction): Promise<HouseAction> {
      const { auction, venue } = await find(id)
      const fault = settleFault(id, auction, venue.now)
      return fault ? refused(fault) : tried(chain, address(account), calls.settle(id))
    },

    async cancel(id: Hex, { account }: ActOnAuction): Promise<HouseAction> {
      const { auction } = await find(id)
      const fault = cancelFault(id, auction, address(account))
      return fault ? refused(fault) : tried(chain, address(account), calls.cancel(id))
    },

    async reclaim(id: Hex, { account, to = account }: ReclaimAsset): Promise<HouseAction> {
      const { auction } = await find(id)
      const fault = reclaimFault(id, auction, address(account), address(to), spending.spender)
      return fault ? refused(fault) : tried(chain, address(account), calls.reclaim(id, address(to)))
    },
  }
}
