import { rentalsAbi } from '@daedal/protocol/market/abi.gen'
import { assetCollectionAbi } from '@daedal/protocol/tokens/abi.gen'
import { type Address, type PublicClient, parseAbi, toFunctionSelector, zeroAddress } from 'viem'
import type { RentalReader } from '../../market/ports.ts'
import { ask, must } from './contract-answers.ts'

/** ERC-165 id of `IProtectedTenancy`, whose one function it has. */
const PROTECTED_TENANCY = toFunctionSelector('tenancyOf(uint256)')
const userAbi = parseAbi(['function userOf(uint256) view returns (address)', 'function userExpires(uint256) view returns (uint256)'])

/** What is asked of the contract of rentals, and of collections about their users, over JSON-RPC. */
export function createRentalReader(client: PublicClient, rentals: Address): RentalReader {
  const ofRentals = { address: rentals, abi: rentalsAbi } as const
  return {
    async lane(owner, lane) {
      const [epoch, bitmap] = await must(() => client.readContract({ ...ofRentals, functionName: 'laneOf', args: [owner, lane] }))
      return { epoch, bitmap }
    },
    approved: (owner, hash) => must(() => client.readContract({ ...ofRentals, functionName: 'offerApproved', args: [owner, hash] })),
    async custody(collection, tokenId) {
      const custody = await must(() => client.readContract({ ...ofRentals, functionName: 'custodyOf', args: [collection, tokenId] }))
      return custody.owner === zeroAddress ? null : custody
    },
    async user(address, tokenId) {
      const of = { address, abi: userAbi, args: [tokenId] } as const
      const [account, expires, { timestamp }] = await Promise.all([
        ask(
          () => client.readContract({ ...of, functionName: 'userOf' }),
          () => null,
        ),
        ask(
          () => client.readContract({ ...of, functionName: 'userExpires' }),
          () => null,
        ),
        must(() => client.getBlock({ blockTag: 'latest' })),
      ])
      if (account === null || expires === null) return null
      // A collection need not stop naming a user at the end.
      return account === zeroAddress || expires < timestamp ? { account: null, expires: 0n } : { account, expires }
    },
    protects: (address) =>
      ask(
        () => client.readContract({ address, abi: assetCollectionAbi, functionName: 'supportsInterface', args: [PROTECTED_TENANCY] }),
        () => false,
      ),
  }
}
