import { assetCollectionAbi, collectionFactoryAbi, creatorCollectionAbi, editionCollectionAbi } from '@daedal/protocol/tokens/abi.gen'
import { type Abi, type Address, encodeFunctionData, type Hex, numberToHex, zeroHash } from 'viem'
import { type MarketChain, person, type Sent } from './market-chain.ts'
import { type TokenScript, writeToken } from './token-script.ts'

type Written = Awaited<ReturnType<typeof writeToken>>
type Content = Parameters<typeof writeToken>[0]

/** Policy bits of terms. */
export const POLICY = { derivatives: 1, revisable: 4, soulbound: 16 } as const

/** What people do with collections of creators and with editions on a test chain. */
export function useCollections(chain: MarketChain) {
  const { collectionFactory, editionCollection, assetCollection } = chain.deployment
  const call = (abi: Abi, to: Address, functionName: string, args: readonly unknown[]): Sent => ({
    to,
    data: encodeFunctionData({ abi, functionName, args }),
  })
  const termsOf = (by: number, change: object) => ({
    name: 'Drifting Lanterns',
    symbol: 'LANTERN',
    contractURI: 'ipfs://lanterns',
    royaltyReceiver: person(by).address,
    royaltyBps: 500,
    remixBps: 1_000,
    policy: POLICY.derivatives,
    ...change,
  })
  const recordOf = ({ coreHash, root, core }: Written) => [coreHash, root, core.generation.promptCommitment as Hex, zeroHash] as const
  const termsOfToken = (by: number, policy: number) => ({
    royaltyReceiver: person(by).address,
    royaltyBps: 500,
    remixBps: 0,
    policy,
    disclosure: 2,
  })

  return {
    factory: {
      create: (by: number, change: object = {}, salt: Hex = zeroHash): Sent =>
        call(collectionFactoryAbi as Abi, collectionFactory, 'createCollection', [termsOf(by, change), salt]),
      addressOf: (by: number, change: object = {}, salt: Hex = zeroHash): Promise<Address> =>
        chain.client.readContract({
          address: collectionFactory,
          abi: collectionFactoryAbi,
          functionName: 'collectionOf',
          args: [person(by).address, termsOf(by, change), salt],
        }),
    },
    /** Any function of a creator's collection, or of the shared one. */
    token: (collection: Address, functionName: string, args: readonly unknown[]): Sent =>
      call(creatorCollectionAbi as Abi, collection, functionName, args),
    mintOwn: (collection: Address, token: Written): Sent =>
      call(creatorCollectionAbi as Abi, collection, 'mint', [...recordOf(token), 2, []]),
    mintShared: (by: number, token: Written, policy: number = POLICY.derivatives): Sent =>
      call(assetCollectionAbi as Abi, assetCollection, 'mint', [...recordOf(token), termsOfToken(by, policy), []]),
    edition: (functionName: string, args: readonly unknown[]): Sent =>
      call(editionCollectionAbi as Abi, editionCollection, functionName, args),
    mintUnits: (by: number, token: Written, quantity: bigint, cap: bigint, policy: number = POLICY.derivatives): Sent => {
      const [coreHash, root, promptCommitment, engineHash] = recordOf(token)
      const voucher = { coreHash, root, promptCommitment, engineHash, terms: termsOfToken(by, policy), parents: [], maxSupply: cap }
      return call(editionCollectionAbi as Abi, editionCollection, 'mint', [voucher, quantity])
    },
    /** A record of somebody for a collection, with its content in a store. */
    write: (content: Content, by: number, collection: Address, script: TokenScript) =>
      writeToken(content, {
        ...script,
        creator: person(by).address,
        collection,
        standard: collection === editionCollection ? 'erc1155' : 'erc721',
      }),
    send: (by: number, sent: Sent) => chain.send(person(by).address, sent),
    /** Sends several transactions of which each has to be mined in one block. Answers its number. */
    async inOneBlock(by: number, all: readonly Sent[]): Promise<number> {
      await chain.ask('evm_setAutomine', [false])
      try {
        for (const { to, data } of all)
          await chain.ask('eth_sendTransaction', [{ from: person(by).address, to, data, gas: numberToHex(3_000_000n) }])
        await chain.mine()
      } finally {
        await chain.ask('evm_setAutomine', [true])
      }
      return Number(await chain.client.getBlockNumber({ cacheTime: 0 }))
    },
  }
}
export type CollectionActs = ReturnType<typeof useCollections>
