import { deepStrictEqual } from 'node:assert/strict'
import { dropsAbi } from '@daedal/protocol/market/abi.gen'
import { type DropTerms, dropCommitment, dropIdOf, itemOfTicket, itemProof, itemsRootOf, itemsTree } from '@daedal/protocol/market/drop'
import { dropItemTypedData } from '@daedal/protocol/market/drop-items'
import { assetCollectionAbi } from '@daedal/protocol/tokens/abi.gen'
import type { Voucher } from '@daedal/protocol/tokens/voucher'
import { type Address, keccak256, toHex, zeroAddress, zeroHash } from 'viem'
import { type HDAccount, mnemonicToAccount } from 'viem/accounts'
import { hardhat } from 'viem/chains'
import type { Deployed } from '../deploy/steps.ts'
import { DEVELOPMENT_MNEMONIC } from '../dev/development-mnemonic.ts'
import { type Ask, connect } from './subgraph-trades.ts'

const [creator, buyer] = [4, 5].map((addressIndex) => mnemonicToAccount(DEVELOPMENT_MNEMONIC, { addressIndex })) as [HDAccount, HDAccount]
const SECRET = keccak256(toHex('what the creator keeps'))
const HOUR = 3_600n
const DAY = 86_400n
const PRICE = 10n ** 15n
const SUPPLY = 3

/** From the first sale on, until nothing can be delivered any more. */
export const DROP_SECONDS = Number(DAY + 4n * HOUR)

/** What became of a drop, for whoever compares it with an index. */
export type Dropped = Awaited<ReturnType<typeof dropItems>>

const voucherOf = (item: number): Voucher => ({
  coreHash: keccak256(toHex(`dropped ${item}`)),
  root: keccak256(toHex(`root of dropped ${item}`)),
  promptCommitment: zeroHash,
  engineHash: zeroHash,
  terms: { royaltyReceiver: creator.address, royaltyBps: 500, remixBps: 0, policy: 1, disclosure: 2 },
  parents: [],
  maxSupply: 0n,
})

/**
 * On a chain with the contracts: two tickets of three are sold, the sale is ended, drawn and revealed. One ticket is delivered, and the
 * item that nobody gets is minted all the same.
 */
export async function dropItems(rpc: string, { drops, assetCollection }: Deployed) {
  const { client, wallet, send } = connect(rpc)
  const { timestamp } = await client.getBlock()
  const vouchers = Array.from({ length: SUPPLY }, (_, item) => voucherOf(item))
  const end = timestamp + HOUR
  const terms: DropTerms = {
    creator: creator.address,
    collection: assetCollection,
    currency: zeroAddress,
    supply: SUPPLY,
    revealBy: end + 2n * HOUR,
    deliverBy: end + 2n * HOUR + DAY,
    itemsRoot: itemsRootOf(vouchers),
    commitment: dropCommitment(SECRET),
    salt: zeroHash,
    stages: [{ start: timestamp, end, price: PRICE, perWallet: 0, cap: 2, allowlistRoot: zeroHash }],
  }
  const id = dropIdOf(terms)
  const act = (by: HDAccount, name: string, args: unknown[] = [], value = 0n) => send(by, drops, dropsAbi, name, [terms, ...args], value)
  await act(creator, 'createDrop')
  await act(buyer, 'buyTickets', [0n, 2, 0, []], 2n * PRICE)
  await act(creator, 'endSale')
  await act(buyer, 'closeDrop')
  // A block a transaction: until there is one after that which decides.
  for (let block = 0; block < 3; block++)
    await client.waitForTransactionReceipt({ hash: await wallet.sendTransaction({ account: buyer, chain: hardhat, to: zeroAddress }) })
  await act(buyer, 'drawEntropy')
  await act(creator, 'reveal', [SECRET])
  const { offset } = await client.readContract({ address: drops, abi: dropsAbi, functionName: 'dropOf', args: [id] })

  const deadline = terms.deliverBy
  const sign = (voucher: Voucher) =>
    creator.signTypedData(dropItemTypedData({ chainId: hardhat.id, collection: assetCollection, drops, deadline }, voucher))
  const item = itemOfTicket(0, offset, SUPPLY)
  const voucher = vouchers[item] as Voucher
  const proof = itemProof(itemsTree(vouchers), item)
  await act(buyer, 'deliver', [[{ first: 0, ticket: 0, deadline, signature: await sign(voucher), voucher, proof }]])
  const left = vouchers[itemOfTicket(2, offset, SUPPLY)] as Voucher
  const minted = [creator.address, left, drops, deadline, await sign(left)]
  await send(buyer, assetCollection, assetCollectionAbi, 'mintVoucher', minted)
  return { id, terms, item, voucher, left }
}

/** After {@link DROP_SECONDS}: the other ticket is given back, and what nobody got goes back to its creator. Answers the last block. */
export async function endDrop(rpc: string, { drops }: Deployed, { terms, left }: Dropped): Promise<bigint> {
  const { client, send } = connect(rpc)
  await send(buyer, drops, dropsAbi, 'refund', [terms, 0])
  await send(creator, drops, dropsAbi, 'takeBack', [terms, left.coreHash, creator.address])
  return client.getBlockNumber()
}

const lower = (address: Address) => address.toLowerCase()

/** The drop, its stage, steps, tickets and sale, against what the contracts answer. */
export async function compareDrop(ask: Ask, rpc: string, { drops, assetCollection }: Deployed, dropped: Dropped): Promise<void> {
  const { client } = connect(rpc)
  const { id, terms, item, voucher, left } = dropped
  const drop = await client.readContract({ address: drops, abi: dropsAbi, functionName: 'dropOf', args: [id] })
  const tokenOf = (coreHash: Voucher['coreHash']) =>
    client.readContract({ address: assetCollection, abi: assetCollectionAbi, functionName: 'tokenIdOf', args: [creator.address, coreHash] })
  const ownerOf = (tokenId: bigint) =>
    client.readContract({ address: assetCollection, abi: assetCollectionAbi, functionName: 'ownerOf', args: [tokenId] })
  const [delivered, returned] = [await tokenOf(voucher.coreHash), await tokenOf(left.coreHash)]
  const answered = await ask(
    `{ drop(id: "${id}") { creator { id } supply feeBps commitment sold delivered refunded ended entropyBlock entropy offset
      stages { position price cap sold } purchases { first quantity price buyer { id } } refunds { first tickets quantity amount credited }
      deliveries { ticket item tokenId asset { owner { id } } sale { price fee royalty seller { id } buyer { id } items { tokenId } } }
      steps(orderBy: block) { kind entropyBlock entropy secret offset } }
      itemReturns { tokenId to asset { owner { id } } } }`,
  )
  const fee = (PRICE * BigInt(drop.feeBps)) / 10_000n
  const nothing = { entropyBlock: null, entropy: null, secret: null, offset: null }
  const { entropyBlock, entropy, offset } = drop
  deepStrictEqual(answered.drop, {
    creator: { id: lower(creator.address) },
    supply: SUPPLY,
    feeBps: drop.feeBps,
    commitment: terms.commitment,
    sold: drop.sold,
    delivered: 1,
    refunded: 1,
    ended: true,
    entropyBlock: String(entropyBlock),
    entropy,
    offset,
    stages: [{ position: 0, price: String(PRICE), cap: '2', sold: 2 }],
    purchases: [{ first: 0, quantity: 2, price: String(PRICE), buyer: { id: lower(buyer.address) } }],
    refunds: [{ first: 0, tickets: '2', quantity: 1, amount: String(PRICE), credited: false }],
    deliveries: [
      {
        ticket: 0,
        item,
        tokenId: String(delivered),
        asset: { owner: { id: lower(await ownerOf(delivered)) } },
        sale: {
          price: String(PRICE),
          fee: String(fee),
          royalty: String((PRICE * 500n) / 10_000n),
          seller: { id: lower(creator.address) },
          buyer: { id: lower(buyer.address) },
          items: [{ tokenId: String(delivered) }],
        },
      },
    ],
    steps: [
      { ...nothing, kind: 'ended' },
      { ...nothing, kind: 'closed', entropyBlock: String(entropyBlock) },
      { ...nothing, kind: 'drawn', entropy },
      { ...nothing, kind: 'revealed', secret: SECRET, offset },
    ],
  })
  deepStrictEqual(answered.itemReturns, [
    { tokenId: String(returned), to: lower(creator.address), asset: { owner: { id: lower(await ownerOf(returned)) } } },
  ])
}
