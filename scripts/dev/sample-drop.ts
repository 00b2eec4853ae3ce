import { dropItemsTypedData, signedItems } from '@daedal/protocol/market/drop-items'
import { voucherOfMint } from '@daedal/protocol/tokens/mint-voucher'
import { type Voucher, voucherToJson } from '@daedal/protocol/tokens/voucher'
import { parseEther } from 'viem'
import { accountOf, type Presented, type SampleMaker } from './sample-maker.ts'

const CREATOR = 5
const DAY = 86_400
const terms = { licence: 'CC-BY-4.0', royaltyBps: 500 } as const

const items: readonly (Presented & { prompt: string })[] = [
  { prompt: 'a silver key', name: 'Key to the north gate', ...terms },
  { prompt: 'a bronze helmet', name: 'Helmet of the watch', ...terms },
  { prompt: 'a red potion', name: 'Ember draught', ...terms },
  { prompt: 'a wooden shield', name: 'Shield from the mill', ...terms },
]

/**
 * Lays down a drop of four items that sells for 30 days, whose tickets can be delivered as soon as they are bought. Nothing is done where
 * its creator has one with its contents; of one that a killed start left without them, another is made.
 */
export async function layDownSampleDrop({ client, config, draw, record, time, walk }: SampleMaker): Promise<void> {
  const { drops, assetCollection } = config.contracts
  if (!drops) return
  const account = accountOf(CREATOR)
  const before = await client.drops({ creator: account.address })
  if (before.data.some(({ published }) => published)) return
  const pictures = await Promise.all(items.map(({ prompt }) => draw(prompt)))
  const vouchers: Voucher[] = []
  for (const [at, picture] of pictures.entries()) {
    const { signed } = await record(CREATOR, picture, items[at] as Presented)
    vouchers.push(voucherOfMint(signed.transaction.data))
  }
  const start = await time()
  const stage = { start: `${start}`, end: `${start + 30 * DAY}`, price: parseEther('0.02').toString(), perWallet: 2 }
  const prepared = await client.prepareDrop({ creator: account.address, vouchers: vouchers.map(voucherToJson), stages: [stage] })
  if (!prepared.possible) throw new Error(`the sample drop is not possible: ${prepared.detail}`)
  const block = await walk(CREATOR, prepared.steps)

  const deadline = BigInt(prepared.terms.deliverBy)
  const place = { chainId: config.chain.id, collection: assetCollection, drops, deadline }
  const signature = await account.signTypedData(dropItemsTypedData(place, vouchers) as never)
  await client.drop(prepared.id, { minBlock: block })
  await client.publishDrop(prepared.id, { items: signedItems(place, vouchers, signature) })
}
