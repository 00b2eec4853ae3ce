import type { Deployment } from '@daedal/protocol/chains/deployment'
import { auctionHouseAbi, marketAbi, wrappedEtherAbi } from '@daedal/protocol/market/abi.gen'
import { NATIVE_CURRENCY } from '@daedal/protocol/market/order'
import type { Payer } from '@daedal/protocol/market/payments'
import { assetCollectionAbi } from '@daedal/protocol/tokens/abi.gen'
import { type Address, encodeFunctionData, type Hex } from 'viem'
import type { HouseCalls } from '../../market/ports.ts'

/** Writes the transactions of a deployment's auction house. */
export function createHouseCalls(payers: Pick<Deployment, Payer>, house: Address): HouseCalls {
  const toHouse = (data: Hex, value = 0n) => ({ to: house, data, value })
  return {
    create: (terms) => toHouse(encodeFunctionData({ abi: auctionHouseAbi, functionName: 'createAuction', args: [terms] })),
    bid: (id, amount, currency) =>
      toHouse(
        encodeFunctionData({ abi: auctionHouseAbi, functionName: 'bid', args: [id, amount] }),
        currency === NATIVE_CURRENCY ? amount : 0n,
      ),
    settle: (id) => toHouse(encodeFunctionData({ abi: auctionHouseAbi, functionName: 'settleAuction', args: [id] })),
    cancel: (id) => toHouse(encodeFunctionData({ abi: auctionHouseAbi, functionName: 'cancelAuction', args: [id] })),
    reclaim: (id, to) => toHouse(encodeFunctionData({ abi: auctionHouseAbi, functionName: 'reclaim', args: [id, to] })),
    withdraw(payer, currency) {
      // The market keeps ether alone; all others have one ledger, see contracts/market/interfaces/IPayments.sol.
      const to = payers[payer]
      if (!to) throw new Error(`the deployment has no ${payer}`)
      const ofMarket = () => encodeFunctionData({ abi: marketAbi, functionName: 'withdraw' })
      const ofOther = () => encodeFunctionData({ abi: auctionHouseAbi, functionName: 'withdraw', args: [currency] })
      return { to, data: payer === 'market' ? ofMarket() : ofOther(), value: 0n }
    },
    approveToken: (collection, tokenId, units) => ({
      to: collection,
      data: units
        ? encodeFunctionData({ abi: assetCollectionAbi, functionName: 'setApprovalForAll', args: [house, true] })
        : encodeFunctionData({ abi: assetCollectionAbi, functionName: 'approve', args: [house, tokenId] }),
      value: 0n,
    }),
    approveCurrency: (currency, amount) => ({
      to: currency,
      data: encodeFunctionData({ abi: wrappedEtherAbi, functionName: 'approve', args: [house, amount] }),
      value: 0n,
    }),
  }
}
