import { marketAbi } from '@daedal/protocol/market/abi.gen'
import { formTypedData, type OrderForm } from '@daedal/protocol/market/forms'
import { packNonce } from '@daedal/protocol/market/nonce'
import type { Order } from '@daedal/protocol/market/order'
import { royaltySplitsAbi } from '@daedal/protocol/royalties/abi.gen'
import { assetCollectionAbi, collectionFactoryAbi, creatorCollectionAbi, editionCollectionAbi } from '@daedal/protocol/tokens/abi.gen'
import {
  type Abi,
  type Address,
  createPublicClient,
  createWalletClient,
  http,
  keccak256,
  parseEventLogs,
  toHex,
  type WalletClient,
  zeroAddress,
  zeroHash,
} from 'viem'
import { type HDAccount, mnemonicToAccount } from 'viem/accounts'
import { hardhat } from 'viem/chains'
import type { Deployed } from '../deploy/steps.ts'
import { DEVELOPMENT_MNEMONIC } from '../dev/development-mnemonic.ts'

const people = [1, 2, 3].map((addressIndex) => mnemonicToAccount(DEVELOPMENT_MNEMONIC, { addressIndex }))
const [creator, remixer, buyer] = people as [HDAccount, HDAccount, HDAccount]
/** Lane of every order here. */
export const LANE = 3n
const word = (text: string) => keccak256(toHex(text))

/** What was traded, for whoever compares it with an index. */
export type Traded = Awaited<ReturnType<typeof trade>>

/** Asks the subgraph; throws with what it says is wrong. */
export type Ask = (query: string) => Promise<Answer>
export type Answer = Record<string, unknown>

/** A chain, and what sends to it and waits; throws when the transaction fails. */
export function connect(rpc: string) {
  const client = createPublicClient({ chain: hardhat, transport: http(rpc), pollingInterval: 20 })
  const wallet = createWalletClient({ chain: hardhat, transport: http(rpc) }) as WalletClient
  const send = async (account: HDAccount, address: Address, abi: Abi, functionName: string, args: unknown[], value = 0n) => {
    const hash = await wallet.writeContract({ account, chain: hardhat, address, abi, functionName, args, value })
    const receipt = await client.waitForTransactionReceipt({ hash })
    if (receipt.status !== 'success') throw new Error(`${functionName} failed`)
    return receipt
  }
  return { client, wallet, send }
}

/** On a chain with the contracts: derivatives with a split, a collection of one creator, a bundle, units in two parts, a payout. */
export async function trade(rpc: string, deployed: Deployed) {
  const { client, send } = connect(rpc)
  const { market, assetCollection, editionCollection, collectionFactory, royaltySplits } = deployed
  const terms = (royaltyReceiver: Address, royaltyBps: number, remixBps: number) => ({
    royaltyReceiver,
    royaltyBps,
    remixBps,
    policy: 1,
    disclosure: 2,
  })
  const draftOf = (label: string) => [word(label), word(`root ${label}`), word(`prompt ${label}`), word('engine')]
  const tokenIdOf = (by: Address, label: string) =>
    client.readContract({ address: assetCollection, abi: assetCollectionAbi, functionName: 'tokenIdOf', args: [by, word(label)] })
  const mint = async (by: HDAccount, label: string, its: object, parents: object[] = []) => {
    await send(by, assetCollection, assetCollectionAbi, 'mint', [...draftOf(label), its, parents])
    return tokenIdOf(by.address, label)
  }

  // The factory takes no ether, so as a payee it refuses.
  const parents = [
    await mint(creator, 'first', terms(creator.address, 500, 2_000)),
    await mint(creator, 'second', terms(collectionFactory, 500, 1_000)),
  ]
  const named = parents.map((tokenId) => ({ tokenId, payees: [] }))
  const remix = await mint(remixer, 'remix', terms(remixer.address, 1_000, 0), named)
  const [coreHash, root, promptCommitment, engineHash] = draftOf('edition')
  const voucher = { coreHash, root, promptCommitment, engineHash, terms: terms(remixer.address, 500, 0), parents: [], maxSupply: 20n }
  await send(remixer, editionCollection, editionCollectionAbi, 'mint', [voucher, 10n])
  const edition = await tokenIdOf(remixer.address, 'edition')
  const collectionTerms = {
    name: 'Own',
    symbol: 'OWN',
    contractURI: 'ipfs://own',
    royaltyReceiver: remixer.address,
    royaltyBps: 300,
    remixBps: 0,
    policy: 1,
  }
  const created = await send(remixer, collectionFactory, collectionFactoryAbi, 'createCollection', [collectionTerms, zeroHash])
  const [event] = parseEventLogs({ abi: collectionFactoryAbi, eventName: 'CollectionCreated', logs: created.logs })
  const own = (event as NonNullable<typeof event>).args.collection
  await send(remixer, own, creatorCollectionAbi, 'mint', [...draftOf('own'), 2, []])
  const ownToken = await tokenIdOf(remixer.address, 'own')

  const { timestamp } = await client.getBlock()
  const listing = (bit: number, change: Partial<Order>): Order => ({
    kind: 0,
    maker: remixer.address,
    taker: zeroAddress,
    collection: zeroAddress,
    tokenId: 0n,
    quantity: 0n,
    currency: zeroAddress,
    price: 0n,
    endPrice: 0n,
    startTime: 0n,
    endTime: timestamp + 86_400n,
    maxFeeBps: 500,
    maxRoyaltyBps: 1_000,
    nonce: packNonce({ lane: LANE, epoch: 0n, bit }),
    ...change,
  })
  const sign = (form: OrderForm) => remixer.signTypedData(formTypedData(hardhat.id, market, form) as never)

  const items = [
    { collection: assetCollection, tokenId: remix, quantity: 0n },
    { collection: editionCollection, tokenId: edition, quantity: 4n },
    { collection: own, tokenId: ownToken, quantity: 0n },
  ]
  const bundlePrice = 10n ** 15n
  const bundle: OrderForm = { form: 'bundle', order: listing(5, { price: bundlePrice, endPrice: bundlePrice }), items }
  await send(buyer, market, marketAbi, 'fillBundle', [bundle.order, items, bundlePrice, await sign(bundle)], bundlePrice)

  const unitPrice = 10n ** 12n
  const units: OrderForm = {
    form: 'order',
    order: listing(9, { collection: editionCollection, tokenId: edition, quantity: 5n, price: unitPrice, endPrice: unitPrice }),
  }
  const signature = await sign(units)
  const fillUnits = (quantity: bigint) => {
    const selection = { tokenId: edition, quantity, limit: unitPrice * quantity }
    return send(buyer, market, marketAbi, 'fillAs', [units.order, selection, signature], unitPrice * quantity)
  }
  await fillUnits(2n)
  const partly = await client.getBlockNumber()
  await fillUnits(3n)
  await send(remixer, market, marketAbi, 'cancel', [LANE, 0b11n])

  // Deploys the split and pays its payees in one transaction.
  const [split] = await client.readContract({
    address: assetCollection,
    abi: assetCollectionAbi,
    functionName: 'royaltyInfo',
    args: [remix, 10_000n],
  })
  const declared = await client.getContractEvents({
    address: royaltySplits,
    abi: royaltySplitsAbi,
    eventName: 'SplitDeclared',
    fromBlock: 0n,
  })
  await send(creator, royaltySplits, royaltySplitsAbi, 'distribute', [declared[0]?.args.payees, zeroAddress])
  return {
    client,
    people: { creator, remixer, buyer },
    parents,
    remix,
    edition,
    own,
    ownToken,
    split,
    items,
    bundlePrice,
    unitPrice,
    partly,
  }
}
