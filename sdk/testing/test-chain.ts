import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { LOCAL_CHAIN_ID } from '@daedal/protocol/chains/deployment'
import type { ProvenanceCore } from '@daedal/protocol/provenance/core'
import { disclosureCode } from '@daedal/protocol/provenance/disclosure'
import { assetCollectionAbi, collectionFactoryAbi, creatorCollectionAbi, editionCollectionAbi } from '@daedal/protocol/tokens/abi.gen'
import {
  type Address,
  createPublicClient,
  createWalletClient,
  defineChain,
  encodeFunctionData,
  type Hex,
  http,
  parseEther,
  zeroAddress,
  zeroHash,
} from 'viem'
import { mnemonicToAccount } from 'viem/accounts'
import { buildContracts } from '../../scripts/dev/build.ts'
import { startChainNode } from '../../scripts/dev/chain-node.ts'
import { creator } from './make-asset.ts'

const bytecodeOf = async (contract: string): Promise<Hex> => {
  const artifact = new URL(`../../artifacts/contracts/${contract}.json`, import.meta.url)
  return (JSON.parse(await readFile(artifact, 'utf8')) as { bytecode: Hex }).bytecode
}
const rich = mnemonicToAccount('test test test test test test test test test test test junk')

export type ChainMint = {
  coreHash: Hex
  core: ProvenanceCore
  root: Hex
  parents?: readonly bigint[]
  terms?: Partial<Record<string, number>>
}

/** The local chain with the collection on it, and a creator who can pay. */
export async function startTestChain() {
  await buildContracts()
  const dir = await mkdtemp(path.join(tmpdir(), 'daedal-sdk-chain-'))
  const node = await startChainNode({ dir })
  const chain = defineChain({
    id: LOCAL_CHAIN_ID,
    name: 'Local',
    nativeCurrency: { name: 'Ether', symbol: 'ETH', decimals: 18 },
    rpcUrls: { default: { http: [node.url] } },
  })
  const transport = http(node.url)
  const reader = createPublicClient({ chain, transport })
  const payer = createWalletClient({ account: rich, chain, transport })
  const wallet = createWalletClient({ account: creator, chain, transport })
  const settled = async (hash: Hex) => {
    const receipt = await reader.waitForTransactionReceipt({ hash, pollingInterval: 20 })
    if (receipt.status !== 'success') throw new Error(`transaction ${hash} failed`)
    return receipt
  }
  const deploy = async (data: Hex): Promise<Address> => (await settled(await payer.sendTransaction({ data }))).contractAddress as Address

  await settled(await payer.sendTransaction({ to: creator.address, value: parseEther('1') }))
  const bytecode = await bytecodeOf('tokens/AssetCollection.sol/AssetCollection')
  const splits = await deploy(await bytecodeOf('royalties/RoyaltySplits.sol/RoyaltySplits'))
  const args = [rich.address, splits, zeroAddress, 'ipfs://collection'] as const
  const created = await payer.deployContract({ abi: assetCollectionAbi, bytecode, args })
  const collection = (await settled(created)).contractAddress as Address

  /** The terms of a record. */
  const termsOf = (core: ProvenanceCore) => {
    const { derivatives, training } = core.rights
    return {
      royaltyReceiver: creator.address,
      royaltyBps: 500,
      remixBps: derivatives.upBps,
      policy: (derivatives.allowed ? 1 : 0) | (derivatives.approval ? 2 : 0) | (training.generativeTraining === 'allowed' ? 8 : 0),
      disclosure: disclosureCode(core.declaration.digitalSourceType),
    }
  }
  const hashesOf = ({ coreHash, core, root }: ChainMint) => {
    const engineHash: Hex = core.generation.engine?.codeSha256 ?? `0x${'00'.repeat(32)}`
    return { coreHash, root, promptCommitment: core.generation.promptCommitment, engineHash }
  }
  const parentsOf = ({ parents = [] }: ChainMint) => parents.map((tokenId) => ({ tokenId, payees: [] }))

  /** The calldata of a mint on the terms of the record, or on others. */
  const mintData = (mint: ChainMint): Hex => {
    const { coreHash, root, promptCommitment, engineHash } = hashesOf(mint)
    const terms = { ...termsOf(mint.core), ...mint.terms }
    const args = [coreHash, root, promptCommitment, engineHash, terms, parentsOf(mint)] as const
    return encodeFunctionData({ abi: assetCollectionAbi, functionName: 'mint', args })
  }

  /** A collection of editions, and a mint of units in it. */
  async function openEditions() {
    const code = await bytecodeOf('tokens/EditionCollection.sol/EditionCollection')
    const address = (await settled(await payer.deployContract({ abi: editionCollectionAbi, bytecode: code, args })))
      .contractAddress as Address
    return {
      address,
      mint: async (mint: ChainMint, units: bigint, most: bigint) => {
        const voucher = { ...hashesOf(mint), terms: { ...termsOf(mint.core), ...mint.terms }, parents: parentsOf(mint), maxSupply: most }
        await settled(await wallet.writeContract({ address, abi: editionCollectionAbi, functionName: 'mint', args: [voucher, units] }))
      },
    }
  }

  /** A collection of the creator's own, on the terms of a record, and a mint in it. */
  async function openOwn(core: ProvenanceCore) {
    const code = await bytecodeOf('tokens/CollectionFactory.sol/CollectionFactory')
    const [market, shares, reproductions] = args
    const made = await payer.deployContract({ abi: collectionFactoryAbi, bytecode: code, args: [market, shares, reproductions] })
    const factory = { address: (await settled(made)).contractAddress as Address, abi: collectionFactoryAbi } as const
    const { disclosure, ...shared } = termsOf(core)
    const terms = { name: 'Own', symbol: 'OWN', contractURI: '', ...shared }
    await settled(await wallet.writeContract({ ...factory, functionName: 'createCollection', args: [terms, zeroHash] }))
    const address = await reader.readContract({ ...factory, functionName: 'collectionOf', args: [creator.address, terms, zeroHash] })
    return {
      address,
      mint: async (mint: ChainMint) => {
        const { coreHash, root, promptCommitment, engineHash } = hashesOf(mint)
        const given = [coreHash, root, promptCommitment, engineHash, disclosure, parentsOf(mint)] as const
        await settled(await wallet.writeContract({ address, abi: creatorCollectionAbi, functionName: 'mint', args: given }))
      },
    }
  }

  return {
    url: node.url,
    collection,
    deploy,
    openEditions,
    openOwn,
    mintData,
    send: async (to: Address, data: Hex) => settled(await wallet.sendTransaction({ to, data })),
    mint: async (mint: ChainMint) => settled(await wallet.sendTransaction({ to: collection, data: mintData(mint) })),
    revise: async (tokenId: bigint, root: Hex) =>
      settled(await wallet.writeContract({ address: collection, abi: assetCollectionAbi, functionName: 'revise', args: [tokenId, root] })),
    burn: async (tokenId: bigint) =>
      settled(await wallet.writeContract({ address: collection, abi: assetCollectionAbi, functionName: 'burn', args: [tokenId] })),
    stop: async () => {
      await node.stop()
      await rm(dir, { recursive: true, force: true })
    },
  }
}
