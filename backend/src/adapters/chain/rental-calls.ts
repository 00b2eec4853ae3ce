import { rentalsAbi, wrappedEtherAbi } from '@daedal/protocol/market/abi.gen'
import { NATIVE_CURRENCY } from '@daedal/protocol/market/order'
import { assetCollectionAbi } from '@daedal/protocol/tokens/abi.gen'
import { type Address, encodeFunctionData, type Hex, zeroAddress } from 'viem'
import type { RentalCalls } from '../../market/ports.ts'

/** Writes the transactions of a deployment's contract of rentals. */
export function createRentalCalls(rentals: Address): RentalCalls {
  const to = (address: Address, data: Hex, value = 0n) => ({ to: address, data, value })
  const abi = rentalsAbi
  return {
    rent: (request, price) =>
      to(
        rentals,
        encodeFunctionData({ abi, functionName: 'rent', args: [request, price] }),
        request.offer.currency === NATIVE_CURRENCY ? price : 0n,
      ),
    cancel: ({ lane, bit }) => to(rentals, encodeFunctionData({ abi, functionName: 'cancel', args: [lane, 1n << BigInt(bit)] })),
    giveBack: (collection, tokenId) => to(rentals, encodeFunctionData({ abi, functionName: 'giveBack', args: [collection, tokenId] })),
    endAtCollection: (collection, tokenId) =>
      to(collection, encodeFunctionData({ abi: assetCollectionAbi, functionName: 'setUser', args: [tokenId, zeroAddress, 0n] })),
    release: (collection, tokenId, receiver) =>
      to(
        rentals,
        receiver
          ? encodeFunctionData({ abi, functionName: 'releaseTo', args: [collection, tokenId, receiver] })
          : encodeFunctionData({ abi, functionName: 'release', args: [collection, tokenId] }),
      ),
    approveToken: (collection, tokenId, all) =>
      to(
        collection,
        all
          ? encodeFunctionData({ abi: assetCollectionAbi, functionName: 'setApprovalForAll', args: [rentals, true] })
          : encodeFunctionData({ abi: assetCollectionAbi, functionName: 'approve', args: [rentals, tokenId] }),
      ),
    approveCurrency: (currency, amount) =>
      to(currency, encodeFunctionData({ abi: wrappedEtherAbi, functionName: 'approve', args: [rentals, amount] })),
  }
}
