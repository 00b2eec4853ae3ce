import { dropItemSignatures, dropItemsTypedData } from '@daedal/protocol/market/drop-items'
import { assetCollectionAbi } from '@daedal/protocol/tokens/abi.gen'
import { type Voucher, voucherToJson } from '@daedal/protocol/tokens/voucher'
import { decodeFunctionData, parseEther } from 'viem'
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

/** What would mint an item says everything that its voucher does. */
function voucherOf(data: `0x${string}`): Voucher {
  const { functionName, args } = decodeFunctionData({ abi: assetCollectionAbi, data })
  if (functionName !== 'mint' || args.length !== 6) throw new Error(`a sample is minted by ${functionName}`)
  const [coreHash, root, promptCommitment, engineHash, its, parents] = args
  return { coreHash, root, promptCommitment, engineHash, terms: its, parents: [...parents], maxSupply: 0n }
}

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
    vouchers.push(voucherOf(signed.transaction.data))
  }
  const start = await time()
  const stage = { start: `${start}`, end: `${start + 30 * DAY}`, price: parseEther('0.02').toString(), perWallet: 2 }
  const prepared = await client.prepareDrop({ creator: account.address, vouchers: vouchers.map(voucherToJson), stages: [stage] })
  if (!prepared.possible) throw new Error(`the sample drop is not possible: ${prepared.detail}`)
  const block = await walk(CREATOR, prepared.steps)

  const deadline = BigInt(prepared.terms.deliverBy)
  const place = { chainId: config.chain.id, collection: assetCollection, drops, deadline }
  const signature = await account.signTypedData(dropItemsTypedData(place, vouchers) as never)
  const signatures = dropItemSignatures(place, vouchers, signature)
  await client.drop(prepared.id, { minBlock: block })
  await client.publishDrop(prepared.id, {
    items: vouchers.map((voucher, at) => ({
      voucher: voucherToJson(voucher),
      deadline: deadline.toString(),
      signature: signatures[at] as `0x${string}`,
    })),
  })
}
