import { readFile } from 'node:fs/promises'
import { type Deployment, LOCAL_CHAIN_ID } from '@daedal/protocol/chains/deployment'
import { auctionHouseAbi, dropsAbi, marketAbi, rentalsAbi, wrappedEtherAbi } from '@daedal/protocol/market/abi.gen'
import { reproductionRegistryAbi } from '@daedal/protocol/provenance/abi.gen'
import { royaltySplitsAbi } from '@daedal/protocol/royalties/abi.gen'
import { assetCollectionAbi, collectionFactoryAbi, editionCollectionAbi } from '@daedal/protocol/tokens/abi.gen'
import { tokenIdOf } from '@daedal/protocol/tokens/token-id'
import { worldCurrencyFactoryAbi, worldRegistryAbi } from '@daedal/protocol/worlds/abi.gen'
import { createHardhatRuntimeEnvironment } from 'hardhat/hre'
import {
  type Abi,
  type Address,
  createPublicClient,
  custom,
  defineChain,
  encodeDeployData,
  encodeFunctionData,
  getAddress,
  type Hex,
  keccak256,
  numberToHex,
  type PublicClient,
  parseAbi,
  toHex,
  zeroAddress,
} from 'viem'
import { mnemonicToAccount } from 'viem/accounts'
import { buildContracts } from '../../../scripts/dev/build.ts'
import { compileMock } from './compile-mock.ts'

/** Public development mnemonic of Hardhat: these keys own nothing outside the local chain. */
const MNEMONIC = 'test test test test test test test test test test test junk'

/** Accounts of a test chain: each has ether and its key. The first deployed the contracts and owns the market. */
const people = Array.from({ length: 8 }, (_, addressIndex) => mnemonicToAccount(MNEMONIC, { addressIndex }))
export const person = (index: number) => people[index] as (typeof people)[number]

/** People whose reproductions count on a test chain. */
export const REEXECUTORS = [5, 6, 7] as const

export type Sent = { to: Address; data?: Hex; value?: bigint | string }

/** What tests call of Permit2 by themselves. */
const permit2Abi = parseAbi(['function approve(address token, address spender, uint160 amount, uint48 expiration)'])

const bytecodeOf = async (path: string): Promise<Hex> => {
  const file = new URL(`../../../artifacts/contracts/${path}.json`, import.meta.url)
  return (JSON.parse(await readFile(file, 'utf8')) as { bytecode: Hex }).bytecode
}

/** A chain of this process with the contracts on it, whose blocks can be taken back and whose node can be cut off. */
export async function startMarketChain({ withPermit2 = false }: { withPermit2?: boolean } = {}) {
  await buildContracts()
  const environment = await createHardhatRuntimeEnvironment({
    networks: {
      local: {
        type: 'edr-simulated',
        chainId: LOCAL_CHAIN_ID,
        hardfork: 'osaka',
        allowBlocksWithSameTimestamp: true,
        loggingEnabled: false,
      },
    },
  })
  const { provider } = await environment.network.create('local')
  const ask = (method: string, params: unknown[] = []) => provider.request({ method, params })
  let up = true
  const client = createPublicClient({
    chain: defineChain({
      id: LOCAL_CHAIN_ID,
      name: 'Local',
      nativeCurrency: { name: 'Ether', symbol: 'ETH', decimals: 18 },
      rpcUrls: { default: { http: ['http://localhost'] } },
    }),
    transport: custom(
      {
        async request({ method, params }: { method: string; params?: unknown }) {
          if (!up) throw new TypeError('fetch failed')
          return provider.request({ method, params: (params ?? []) as unknown[] })
        },
      },
      { retryCount: 0 },
    ),
    pollingInterval: 20,
  }) as PublicClient

  /** Sends from an account and answers the block; throws when it reverts. */
  async function send(from: Address, { to, data, value = 0n }: Partial<Sent>): Promise<{ block: number; created: Address }> {
    const hash = (await ask('eth_sendTransaction', [
      { from, ...(to && { to }), ...(data && { data }), value: numberToHex(BigInt(value)), gas: numberToHex(8_000_000n) },
    ])) as Hex
    const receipt = (await ask('eth_getTransactionReceipt', [hash])) as { status: Hex; blockNumber: Hex; contractAddress: Address }
    if (receipt.status !== '0x1') throw new Error(`transaction ${hash} reverted`)
    return { block: Number(receipt.blockNumber), created: receipt.contractAddress }
  }
  const owner = person(0).address
  const deploy = async (abi: Abi, path: string, args: unknown[] = []): Promise<Address> =>
    getAddress((await send(owner, { data: encodeDeployData({ abi, bytecode: await bytecodeOf(path), args }) })).created)

  const wrappedEther = await deploy(wrappedEtherAbi, 'market/WrappedEther.sol/WrappedEther')
  /** A contract, and calls of it by name. */
  async function place(abi: Abi, data: Hex) {
    const address = getAddress((await send(owner, { data })).created)
    return {
      address,
      send: (from: Address, functionName: string, args: unknown[] = []) =>
        send(from, { to: address, data: encodeFunctionData({ abi, functionName, args }) }),
      read: (functionName: string, args: unknown[] = []) => client.readContract({ address, abi, functionName, args }),
    }
  }
  /** Deploys a contract of test/mocks. */
  async function mock(name: string, args: unknown[] = []) {
    const { abi, bytecode } = compileMock(name)
    return place(abi, encodeDeployData({ abi, bytecode, args }))
  }
  /** The Permit2 of public chains, at another address than theirs. */
  async function deployPermit2() {
    const code = await readFile(new URL('../../../test/fixtures/permit2-creation-code.hex', import.meta.url), 'utf8')
    return place(permit2Abi, `0x${code.replace(/\s/g, '')}`)
  }
  const permit2 = withPermit2 ? await deployPermit2() : null
  const market = await deploy(marketAbi, 'market/Market.sol/Market', [
    owner,
    owner,
    250,
    [wrappedEther],
    zeroAddress,
    permit2?.address ?? zeroAddress,
  ])
  const splits = await deploy(royaltySplitsAbi, 'royalties/RoyaltySplits.sol/RoyaltySplits')
  const reproductionRegistry = await deploy(reproductionRegistryAbi, 'provenance/ReproductionRegistry.sol/ReproductionRegistry', [
    owner,
    2,
    REEXECUTORS.map((index) => person(index).address),
  ])
  const worldRegistry = await deploy(worldRegistryAbi, 'worlds/WorldRegistry.sol/WorldRegistry')
  const assetCollection = await deploy(assetCollectionAbi, 'tokens/AssetCollection.sol/AssetCollection', [
    market,
    splits,
    reproductionRegistry,
    'ipfs://collection',
  ])
  const editionCollection = await deploy(editionCollectionAbi, 'tokens/EditionCollection.sol/EditionCollection', [
    market,
    splits,
    reproductionRegistry,
    'ipfs://editions',
  ])
  const collectionFactory = await deploy(collectionFactoryAbi, 'tokens/CollectionFactory.sol/CollectionFactory', [
    market,
    splits,
    reproductionRegistry,
  ])
  const auctionHouse = await deploy(auctionHouseAbi, 'market/AuctionHouse.sol/AuctionHouse', [market, zeroAddress])
  const rentals = await deploy(rentalsAbi, 'market/Rentals.sol/Rentals', [market, zeroAddress])
  const drops = await deploy(dropsAbi, 'market/Drops.sol/Drops', [market, zeroAddress])
  const worldCurrencyFactory = await deploy(worldCurrencyFactoryAbi, 'worlds/WorldCurrencyFactory.sol/WorldCurrencyFactory', [
    worldRegistry,
  ])
  const places = {
    market,
    auctionHouse,
    rentals,
    drops,
    reproductionRegistry,
    worldRegistry,
    worldCurrencyFactory,
    assetCollection,
    editionCollection,
    collectionFactory,
    wrappedEther,
  }
  const deployment = { chainId: LOCAL_CHAIN_ID, ...places, deploymentBlock: 1 } satisfies Deployment

  const onCollection = (from: Address, data: Hex) => send(from, { to: assetCollection, data })
  let minted = 0
  return {
    client,
    deployment,
    permit2,
    send,
    ask,
    mock,
    /** Sends to the market. */
    onMarket: (from: Address, functionName: 'approveOrder' | 'allowCurrency' | 'cancelAllOf' | 'cancel' | 'sweep', args: unknown[]) =>
      send(from, { to: market, data: encodeFunctionData({ abi: marketAbi as Abi, functionName, args }) }),
    /** Mints a token to an account, with a royalty for its creator of 7.5 percent. */
    async mint(creator: Address, royaltyBps = 750): Promise<{ tokenId: bigint; block: number }> {
      minted += 1
      const coreHash = keccak256(toHex(`core ${minted}`))
      const data = encodeFunctionData({
        abi: assetCollectionAbi,
        functionName: 'mint',
        args: [
          coreHash,
          keccak256(toHex(`root ${minted}`)),
          keccak256('0x01'),
          keccak256('0x02'),
          { royaltyReceiver: creator, royaltyBps, remixBps: 0, policy: 1, disclosure: 2 },
          [],
        ],
      })
      const { block } = await onCollection(creator, data)
      return { tokenId: tokenIdOf(creator, coreHash), block }
    },
    transfer: (from: Address, to: Address, tokenId: bigint) =>
      onCollection(from, encodeFunctionData({ abi: assetCollectionAbi, functionName: 'transferFrom', args: [from, to, tokenId] })),
    optOut: (from: Address, optedOut: boolean) =>
      onCollection(from, encodeFunctionData({ abi: assetCollectionAbi, functionName: 'setOperatorOptOut', args: [optedOut] })),
    unwrap: (from: Address, amount: bigint) =>
      send(from, { to: wrappedEther, data: encodeFunctionData({ abi: wrappedEtherAbi, functionName: 'withdraw', args: [amount] }) }),
    pause: (functionName: 'pause' | 'unpause') => send(owner, { to: market, data: encodeFunctionData({ abi: marketAbi, functionName }) }),
    /** Remembers the chain as it is; the answer takes it back to there. */
    async remember(): Promise<() => Promise<void>> {
      const id = await ask('evm_snapshot')
      return async () => void (await ask('evm_revert', [id]))
    },
    /** Lets time go by. */
    async pass(seconds: number) {
      await ask('evm_increaseTime', [seconds])
      await ask('hardhat_mine', ['0x1'])
    },
    mine: async (count = 1) => void (await ask('hardhat_mine', [numberToHex(count)])),
    down() {
      up = false
    },
    back() {
      up = true
    },
    stop: () => provider.close(),
  }
}
export type MarketChain = Awaited<ReturnType<typeof startMarketChain>>
