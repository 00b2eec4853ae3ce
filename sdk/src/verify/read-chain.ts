import type { AssetKey, TokenKey } from '@daedal/protocol/chains/caip'
import { assetCollectionAbi, editionCollectionAbi } from '@daedal/protocol/tokens/abi.gen'
import {
  type Address,
  BaseError,
  ContractFunctionRevertedError,
  ContractFunctionZeroDataError,
  createPublicClient,
  type Hex,
  http,
  type PublicClient,
} from 'viem'
import { refuseCancelled } from './verify-failed.ts'

const TIMEOUT_MS = 10_000

/** Terms as the collection keeps them; `policy` bits as in IAssetCollection. */
export type ChainTerms = { royaltyReceiver: Address; royaltyBps: number; remixBps: number; policy: number; disclosure: number }

/** What the chain says about a token at one block. `owner` is null when it was burned, and of an edition, which has `units`. */
export type ChainFacts = {
  client: PublicClient
  block: bigint
  root: Hex
  creator: Address
  owner: Address | null
  units: { minted: bigint; most: bigint } | null
  frozen: boolean
  terms: ChainTerms
}

/**
 * The chain's answer: `not-asked` without an RPC, `silent` when it does not answer (nothing is known), `refuted` when it
 * answers that there is no such token.
 */
export type ChainAnswer =
  | { state: 'not-asked' | 'silent' | 'refuted'; why: string; facts: null }
  | { state: 'known'; why: null; facts: ChainFacts }

export const chainNotAsked: ChainAnswer = { state: 'not-asked', why: 'no RPC was given', facts: null }

/** Asks the collection for everything a verification needs, at one block. */
export async function readChain(rpcUrl: string, asset: TokenKey, signal?: AbortSignal): Promise<ChainAnswer> {
  const client: PublicClient = createPublicClient({
    transport: http(rpcUrl, { batch: true, timeout: TIMEOUT_MS, retryCount: 1, ...(signal && { fetchOptions: { signal } }) }),
  })
  const refuted = (why: string): ChainAnswer => ({ state: 'refuted', why, facts: null })
  try {
    const [chainId, block] = await Promise.all([client.getChainId(), client.getBlockNumber({ cacheTime: 0 })])
    if (chainId !== asset.chainId) return refuted(`${rpcUrl} is chain ${chainId}, the asset is on chain ${asset.chainId}`)
    const code = await client.getCode({ address: asset.collection, blockNumber: block })
    if (!code || code === '0x') return refuted(`there is no contract at ${asset.collection} on chain ${chainId}`)
    const call = { address: asset.collection, abi: assetCollectionAbi, args: [asset.tokenId], blockNumber: block } as const
    const single = asset.standard === 'erc721'
    const [root, creator, owner, units, frozen, terms] = await Promise.all([
      client.readContract({ ...call, functionName: 'rootOf' }).catch(revertedAsNull),
      client.readContract({ ...call, functionName: 'creatorOf' }).catch(revertedAsNull),
      single ? client.readContract({ ...call, functionName: 'ownerOf' }).catch(revertedAsNull) : null,
      single ? null : client.readContract({ ...call, abi: editionCollectionAbi, functionName: 'supplyOf' }).catch(revertedAsNull),
      client.readContract({ ...call, functionName: 'isFrozen' }).catch(revertedAsNull),
      client.readContract({ ...call, functionName: 'termsOf' }).catch(revertedAsNull),
    ])
    if (root === null || creator === null || frozen === null || terms === null || (!single && units === null) || BigInt(root) === 0n)
      return refuted(`${asset.collection} has no token with this id at block ${block}`)
    const counted = units && { minted: units[0], most: units[1] }
    return { state: 'known', why: null, facts: { client, block, root, creator, owner, units: counted, frozen, terms } }
  } catch (cause) {
    refuseCancelled(signal)
    return { state: 'silent', why: `${rpcUrl} does not answer: ${sentenceOf(cause)}`, facts: null }
  }
}

/** A call that the contract itself refused means "no such token"; anything else is the network's failure. */
export function revertedAsNull(error: unknown): null {
  if (error instanceof BaseError) {
    const refused = error.walk((at) => at instanceof ContractFunctionRevertedError || at instanceof ContractFunctionZeroDataError)
    if (refused) return null
  }
  throw error
}

const sentenceOf = (error: unknown): string => {
  if (!(error instanceof BaseError)) return error instanceof Error ? error.message : String(error)
  return (error.details || error.shortMessage).replace(/\.$/, '')
}

/** `at block 12`, for readings. */
export const atBlock = ({ block }: ChainFacts): string => `at block ${block.toLocaleString('en')}`

/** Creator of another token at the same block; null when there is no such token. */
export const readCreator = ({ client, block }: ChainFacts, { collection, tokenId }: AssetKey): Promise<Address | null> =>
  client
    .readContract({ address: collection, abi: assetCollectionAbi, functionName: 'creatorOf', args: [tokenId], blockNumber: block })
    .then((creator) => (BigInt(creator) === 0n ? null : creator))
    .catch(revertedAsNull)
