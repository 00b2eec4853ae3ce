import type { PrepareDrop } from '@daedal/protocol/market/drop-api'
import { dropItemsTypedData, signedItems } from '@daedal/protocol/market/drop-items'
import { provenanceTypedData } from '@daedal/protocol/provenance/signature'
import { assetCollectionAbi } from '@daedal/protocol/tokens/abi.gen'
import { voucherOfMint } from '@daedal/protocol/tokens/mint-voucher'
import { type Voucher, voucherToJson } from '@daedal/protocol/tokens/voucher'
import { createClient } from '@daedal/sdk/client'
import { encodeFunctionData, type Hex } from 'viem'
import { drawn } from './mint-asset.ts'
import { accountOf, walkSteps } from './walk-steps.ts'

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

type Wish = Pick<PrepareDrop, 'stages'> &
  Partial<Pick<PrepareDrop, 'commitment' | 'revealSeconds' | 'deliverSeconds'>> & {
    /** Mints the first item to the contract before anybody has a ticket, as everyone can who has what its creator signed. */
    mintFirst?: boolean
  }

/** Makes items and lays down a drop of them through the public API, as a program would; its contents are published. Answers its id. */
export async function layDownDrop(
  url: string,
  index: number,
  prompt: string,
  names: readonly string[],
  { mintFirst = false, ...wish }: Wish,
): Promise<Hex> {
  const api = createClient({ baseUrl: url })
  const { chain, contracts } = await api.config()
  const creator = accountOf(index)
  const vouchers = await makeItems(url, index, prompt, names)
  const prepared = await api.prepareDrop({ creator: creator.address, vouchers: vouchers.map(voucherToJson), ...wish })
  if (!prepared.possible) throw new Error(`${prepared.reason} ${prepared.detail}`)
  const block = await walkSteps(url, index, prepared.steps)
  await api.drop(prepared.id, { minBlock: block })
  const deadline = BigInt(prepared.terms.deliverBy)
  const place = { chainId: chain.id, collection: contracts.assetCollection, drops: prepared.recipient, deadline }
  const signature = await creator.signTypedData(dropItemsTypedData(place, vouchers) as never)
  const items = signedItems(place, vouchers, signature)
  await api.publishDrop(prepared.id, { items })
  const [voucher, item] = [vouchers[0], items[0]]
  if (mintFirst && voucher && item) {
    const args = [creator.address, voucher, prepared.recipient, deadline, item.signature] as const
    const data = encodeFunctionData({ abi: assetCollectionAbi, functionName: 'mintVoucher', args })
    await walkSteps(url, index, [{ type: 'send', transaction: { to: contracts.assetCollection, data, value: '0' } }])
  }
  return prepared.id
}
