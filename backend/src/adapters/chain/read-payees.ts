import { royaltySplitsAbi } from '@daedal/protocol/royalties/abi.gen'
import { assetCollectionAbi } from '@daedal/protocol/tokens/abi.gen'
import type { PublicClient } from 'viem'
import type { ReadPayees } from '../../provenance/ports.ts'

/**
 * Who shares a token's royalty, from the event in which its split was declared. Nobody where the receiver is an account, and where
 * the chain cannot say: a derivative then pays the split itself, which shares later.
 */
export const createReadPayees =
  (client: PublicClient, { deploymentBlock }: { deploymentBlock: number }): ReadPayees =>
  async (collection, tokenId) => {
    const token = { address: collection, abi: assetCollectionAbi } as const
    try {
      const [address, { royaltyReceiver: split }] = await Promise.all([
        client.readContract({ ...token, functionName: 'SPLITS' }),
        client.readContract({ ...token, functionName: 'termsOf', args: [tokenId] }),
      ])
      const declared = await client.getContractEvents({
        address,
        abi: royaltySplitsAbi,
        eventName: 'SplitDeclared',
        args: { split },
        fromBlock: BigInt(deploymentBlock),
        strict: true,
      })
      return declared.at(-1)?.args.payees ?? []
    } catch {
      return []
    }
  }
