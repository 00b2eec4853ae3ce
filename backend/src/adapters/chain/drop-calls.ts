import { dropsAbi, wrappedEtherAbi } from '@daedal/protocol/market/abi.gen'
import type { DropTerms } from '@daedal/protocol/market/drop'
import { NATIVE_CURRENCY } from '@daedal/protocol/market/order'
import { type Address, encodeFunctionData, type Hex } from 'viem'
import type { DropCalls } from '../../market/ports.ts'

/** Writes the transactions of a contract of drops. */
export function createDropCalls(address: Address): DropCalls {
  const toDrops = (data: Hex, value = 0n) => ({ to: address, data, value })
  const byTerms = (functionName: 'createDrop' | 'endSale' | 'closeDrop' | 'drawEntropy') => (terms: DropTerms) =>
    toDrops(encodeFunctionData({ abi: dropsAbi, functionName, args: [terms] }))
  return {
    create: byTerms('createDrop'),
    end: byTerms('endSale'),
    close: byTerms('closeDrop'),
    draw: byTerms('drawEntropy'),
    buy(terms, stage, quantity, { allowance, proof }) {
      const args = [terms, BigInt(stage), quantity, allowance, proof] as const
      const price = BigInt(quantity) * (terms.stages[stage]?.price ?? 0n)
      const data = encodeFunctionData({ abi: dropsAbi, functionName: 'buyTickets', args })
      return toDrops(data, terms.currency === NATIVE_CURRENCY ? price : 0n)
    },
    deliver: (terms, deliveries) => toDrops(encodeFunctionData({ abi: dropsAbi, functionName: 'deliver', args: [terms, deliveries] })),
    refund: (terms, first) => toDrops(encodeFunctionData({ abi: dropsAbi, functionName: 'refund', args: [terms, first] })),
    takeBack: (terms, coreHash, to) =>
      toDrops(encodeFunctionData({ abi: dropsAbi, functionName: 'takeBack', args: [terms, coreHash, to] })),
    approveCurrency: (currency, amount) => ({
      to: currency,
      data: encodeFunctionData({ abi: wrappedEtherAbi, functionName: 'approve', args: [address, amount] }),
      value: 0n,
    }),
  }
}
