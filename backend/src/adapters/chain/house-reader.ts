import type { Deployment } from '@daedal/protocol/chains/deployment'
import { auctionHouseAbi, marketAbi } from '@daedal/protocol/market/abi.gen'
import { NATIVE_CURRENCY } from '@daedal/protocol/market/order'
import type { Payer } from '@daedal/protocol/market/payments'
import { type Address, type PublicClient, zeroAddress } from 'viem'
import type { HouseReader } from '../../market/ports.ts'
import { must } from './contract-answers.ts'

/** What is asked of the auction house, and of the ledgers of contracts that pay, over JSON-RPC. */
export function createHouseReader(client: PublicClient, payers: Pick<Deployment, Payer>, house: Address): HouseReader {
  const ofHouse = { address: house, abi: auctionHouseAbi } as const
  return {
    async auction(id) {
      const auction = await must(() => client.readContract({ ...ofHouse, functionName: 'auctionOf', args: [id] }))
      return auction.seller === zeroAddress ? null : auction
    },
    countOf: (seller) => must(() => client.readContract({ ...ofHouse, functionName: 'auctionCountOf', args: [seller] })),
    async pending(payer, account, currency) {
      const address = payers[payer]
      if (!address) return 0n
      if (payer !== 'market')
        return must(() => client.readContract({ address, abi: auctionHouseAbi, functionName: 'pendingOf', args: [account, currency] }))
      if (currency !== NATIVE_CURRENCY) return 0n
      return must(() => client.readContract({ address, abi: marketAbi, functionName: 'pendingOf', args: [account] }))
    },
  }
}
