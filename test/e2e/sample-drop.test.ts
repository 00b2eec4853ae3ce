import { createClient } from '@daedal/sdk/client'
import { createPublicClient, createWalletClient, http } from 'viem'
import { mnemonicToAccount } from 'viem/accounts'
import { expect, inject, it } from 'vitest'
import { DEVELOPMENT_MNEMONIC } from '../../scripts/dev/development-mnemonic.ts'

const url = inject('url')
const transport = http(inject('rpcUrl'))
const api = createClient({ baseUrl: url })
const chain = createPublicClient({ transport })
/** Somebody who has ether and nothing else. */
const newcomer = mnemonicToAccount(DEVELOPMENT_MNEMONIC, { addressIndex: 8 })

type Answer = Awaited<ReturnType<typeof api.buyTickets>> | Awaited<ReturnType<typeof api.deliverTickets>>

/** Sends what an answer says, and answers the block. */
async function walk({ possible, reason, steps }: Answer): Promise<number> {
  expect([possible, reason]).toEqual([true, null])
  const wallet = createWalletClient({ account: newcomer, transport })
  let block = 0n
  for (const step of steps) {
    if (!('transaction' in step)) throw new Error(`a ticket asks for ${step.type}`)
    const { to, data, value } = step.transaction
    const hash = await wallet.sendTransaction({ to, data, value: BigInt(value), chain: null })
    const receipt = await chain.waitForTransactionReceipt({ hash })
    expect(receipt.status).toBe('success')
    block = receipt.blockNumber
  }
  return Number(block)
}

it('sells a newcomer a ticket of the sample drop, whose item is then its, picture and record included', { timeout: 120_000 }, async () => {
  const { data } = await api.drops({ state: 'live' })
  const drop = data.find(({ published, committed, sold }) => published && !committed && sold === 0)
  if (!drop) throw new Error('there is no sample drop')
  const items = (await api.dropItems(drop.id)).data
  expect(items).toHaveLength(4)
  for (const { name, image, minted } of items) {
    expect([name, minted]).toEqual([expect.stringMatching(/\w/), false])
    expect((await fetch(`${url}${image}`)).headers.get('content-type')).toMatch(/^image\//)
  }
  const ask = { account: newcomer.address }
  const bought = await walk(await api.buyTickets(drop.id, ask))
  const waiting = await api.dropTickets(drop.id, { ...ask, minBlock: bought })
  expect(waiting.data).toMatchObject([{ ticket: 0, state: 'open', asset: { name: items[0]?.name } }])
  const answer = await api.deliverTickets(drop.id, ask)
  const delivered = await walk(answer)
  const asset = answer.assets[0] ?? ''
  const shown = await api.asset(asset, { minBlock: delivered })
  expect(shown).toMatchObject({ owner: newcomer.address, creator: drop.creator, name: items[0]?.name, image: items[0]?.image })
  expect(shown.prompt).toMatch(/\w/)
  expect((await api.provenance(asset)).envelope.coreHash).toBe(shown.coreHash)
})
