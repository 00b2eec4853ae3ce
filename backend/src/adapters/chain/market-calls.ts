import type { Deployment } from '@daedal/protocol/chains/deployment'
import { marketAbi, wrappedEtherAbi } from '@daedal/protocol/market/abi.gen'
import { NATIVE_CURRENCY, orderKinds } from '@daedal/protocol/market/order'
import { assetCollectionAbi } from '@daedal/protocol/tokens/abi.gen'
import { encodeFunctionData } from 'viem'
import type { MarketCalls } from '../../market/ports.ts'

/** Writes the transactions of a deployment's market. */
export function createMarketCalls({ market, wrappedEther }: Pick<Deployment, 'market' | 'wrappedEther'>): MarketCalls {
  const toMarket = (data: `0x${string}`, value = 0n) => ({ to: market, data, value })
  return {
    fill: (order, signature) =>
      toMarket(
        encodeFunctionData({ abi: marketAbi, functionName: 'fill', args: [order, signature] }),
        orderKinds[order.kind] === 'listing' && order.currency === NATIVE_CURRENCY ? order.price : 0n,
      ),
    cancel: ({ lane, bit }) => toMarket(encodeFunctionData({ abi: marketAbi, functionName: 'cancel', args: [lane, 1n << BigInt(bit)] })),
    advanceLane: (lane) => toMarket(encodeFunctionData({ abi: marketAbi, functionName: 'advanceLane', args: [lane] })),
    approveToken: (collection) => ({
      to: collection,
      data: encodeFunctionData({ abi: assetCollectionAbi, functionName: 'setApprovalForAll', args: [market, true] }),
      value: 0n,
    }),
    approveCurrency: (currency, amount) => ({
      to: currency,
      data: encodeFunctionData({ abi: wrappedEtherAbi, functionName: 'approve', args: [market, amount] }),
      value: 0n,
    }),
    wrap: (amount) => ({ to: wrappedEther, data: encodeFunctionData({ abi: wrappedEtherAbi, functionName: 'deposit' }), value: amount }),
  }
}
