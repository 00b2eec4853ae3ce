import { auctionHouseAbi } from '@daedal/protocol/market/abi.gen'
import { type Address, decodeFunctionData } from 'viem'
import { formatBps, formatSpan, formatWei } from '../../lib/format.ts'
import { amountIn, type Sentence, short } from './describe-order.ts'

/** What a call of the auction house does, in words; null for one that is not known. */
export function describeHouseCall(data: `0x${string}`, value: bigint, wrappedEther: Address, language: string): Sentence[] | null {
  const call = decodeFunctionData({ abi: auctionHouseAbi, data })
  switch (call.functionName) {
    case 'createAuction': {
      const { collection, tokenId, quantity, currency, reserve, minIncrementBps, duration, extensionWindow } = call.args[0]
      const units: Sentence[] = quantity > 0n ? [{ key: 'confirm.call.units', values: { quantity: quantity.toString() } }] : []
      return [
        {
          key: 'confirm.call.auction',
          values: { token: short(tokenId), collection: short(collection), reserve: amountIn(reserve, currency, wrappedEther) },
        },
        ...units,
        {
          key: 'confirm.call.auctionTerms',
          values: {
            duration: formatSpan(Number(duration), language),
            increment: formatBps(minIncrementBps),
            extension: formatSpan(Number(extensionWindow), language),
          },
        },
      ]
    }
    case 'bid': {
      // Only ether comes with the call; of another currency the call does not say which it is.
      const [id, amount] = call.args
      const auction = short(id)
      if (value === 0n) return [{ key: 'confirm.call.bidUnits', values: { amount: amount.toString(), auction } }]
      return [{ key: 'confirm.call.bid', values: { amount: `${formatWei(value)} ETH`, auction } }]
    }
    case 'settleAuction':
      return [{ key: 'confirm.call.settleAuction', values: { auction: short(call.args[0]) } }]
    case 'cancelAuction':
      return [{ key: 'confirm.call.cancelAuction', values: { auction: short(call.args[0]) } }]
    case 'reclaim':
      return [{ key: 'confirm.call.reclaim', values: { auction: short(call.args[0]), to: short(call.args[1]) } }]
    case 'withdraw':
      return [{ key: 'confirm.call.withdrawHouse' }]
    default:
      return null
  }
}
