import type { Step } from '@daedal/protocol/market/api'
import type { PrepareDrop } from '@daedal/protocol/market/drop-api'
import { dropItemsTypedData, signedItems } from '@daedal/protocol/market/drop-items'
import { provenanceTypedData } from '@daedal/protocol/provenance/signature'
import { voucherOfMint } from '@daedal/protocol/tokens/mint-voucher'
import { type Voucher, voucherToJson } from '@daedal/protocol/tokens/voucher'
import { createClient } from '@daedal/sdk/client'
import { createPublicClient, createWalletClient, type Hex, http } from 'viem'
import { mnemonicToAccount } from 'viem/accounts'
import { DEVELOPMENT_MNEMONIC } from '../../scripts/dev/development-mnemonic.ts'
import { drawn } from './mint-asset.ts'

const accountOf = (index: number) => mnemonicToAccount(DEVELOPMENT_MNEMONIC, { addressIndex: index })

/** Sends the transactions among steps, one after the other, as an account of the mnemonic. Answers the block of the last one. */
async function walk(url: string, index: number, steps: readonly Step[]): Promise<number> {
  const { chain } = await createClient({ baseUrl: url }).config()
  const transport = http(new URL(chain.rpcUrl, url).href)
  const wallet = createWalletClient({ account: accountOf(index), transport })
  let block = 0
  for (const step of steps) {
    if (step.type === 'sign') throw new Error('nothing is to be signed here')
    const { to, data, value } = step.transaction
    const hash = await wallet.sendTransaction({ to, data, value: BigInt(value), chain: null })
    const receipt = await createPublicClient({ transport, pollingInterval: 100 }).waitForTransactionReceipt({ hash, timeout: 30_000 })
    if (receipt.status !== 'success') throw new Error(`the transaction ${hash} reverted`)
    block = Number(receipt.blockNumber)
  }
  return block
}

/** Makes pictures, and of each what its creator signs so that it is minted later. */
async function makeItems(url: string, index: number, prompt: string, names: readonly string[]): Promise<Voucher[]> {
  const api = createClient({ baseUrl: url })
  const { chain, contracts } = await api.config()
  const creator = accountOf(index)
  const job = await drawn(api, (await api.generate({ prompt, variations: names.length, seed: 3 })).id)
  const vouchers: Voucher[] = []
  for (const [variation, name] of names.entries()) {
    const wish = {
      variation,
      creator: creator.address,
      name,
      licence: 'CC-BY-4.0',
      royaltyBps: 500,
      prompt: 'public',
      training: false,
    } as const
    const prepared = await api.prepareMint(job.id, wish)
    const message = { creator: creator.address, coreHash: prepared.coreHash, tokenId: BigInt(prepared.tokenId) }
    const signature = await creator.signTypedData(provenanceTypedData(chain.id, contracts.assetCollection, message))
    const { transaction } = await api.signMint(prepared.coreHash, { signature })
    vouchers.push(voucherOfMint(transaction.data))
  }
  return vouchers
}

type Wish = Pick<PrepareDrop, 'stages'> & Partial<Pick<PrepareDrop, 'commitment' | 'revealSeconds'>>

/** Makes items and lays down a drop of them through the public API, as a program would; its contents are published. Answers its id. */
export async function layDownDrop(url: string, index: number, prompt: string, names: readonly string[], wish: Wish): Promise<Hex> {
  const api = createClient({ baseUrl: url })
  const { chain, contracts } = await api.config()
  const creator = accountOf(index)
  const vouchers = await makeItems(url, index, prompt, names)
  const prepared = await api.prepareDrop({ creator: creator.address, vouchers: vouchers.map(voucherToJson), ...wish })
  if (!prepared.possible) throw new Error(`${prepared.reason} ${prepared.detail}`)
  const block = await walk(url, index, prepared.steps)
  await api.drop(prepared.id, { minBlock: block })
  const deadline = BigInt(prepared.terms.deliverBy)
  const place = { chainId: chain.id, collection: contracts.assetCollection, drops: prepared.recipient, deadline }
  const signature = await creator.signTypedData(dropItemsTypedData(place, vouchers) as never)
  await api.publishDrop(prepared.id, { items: signedItems(place, vouchers, signature) })
  return prepared.id
}
