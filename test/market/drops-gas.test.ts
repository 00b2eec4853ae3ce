import { expect } from 'chai'
import { loadDrops } from '../fixtures/drops.ts'
import { ethers, networkHelpers } from '../fixtures/trade.ts'
import { voucherOf } from '../fixtures/vouchers.ts'

type Figure = { title: string; gas: bigint; ceiling: bigint }
type Transaction = { wait(): Promise<{ gasUsed: bigint } | null> }

/** Whole transactions in the steady state: buyers have bought and hold tokens of the collection, the contract holds money and fees. */
async function measure(): Promise<Figure[]> {
  const { drops, creator, buyer, stranger, open, buy, deliveryOf, wrappedAddress, termsOf } = await loadDrops()
  const plain = { commitment: ethers.ZeroHash as `0x${string}` }
  const figures: Figure[] = []
  const note = async (title: string, ceiling: bigint, call: () => Promise<Transaction>) => {
    const receipt = await (await call()).wait()
    figures.push({ title, gas: receipt?.gasUsed ?? 0n, ceiling })
  }
  await note('create, one stage', 74_600n, () =>
    drops.connect(creator).createDrop(termsOf({ salt: ethers.id('measured') as `0x${string}` })),
  )
  for (const currency of [ethers.ZeroAddress as `0x${string}`, wrappedAddress]) {
    const erc20 = currency === wrappedAddress
    const name = erc20 ? 'in an ERC-20' : 'in ether'
    const items = Array.from({ length: 40 }, (_, index) => voucherOf(creator, `${name} ${index}`))
    const terms = await open({ ...plain, currency }, items)
    const send = (quantity: number) => {
      const value = erc20 ? 0n : BigInt(quantity) * (terms.stages[0]?.price ?? 0n)
      return drops.connect(buyer).buyTickets(terms, 0, quantity, 0, [], { value })
    }
    const early = await buy(stranger, terms, 1)
    const first = await buy(buyer, terms, 20)
    const deliveries = async (from: number, count: number) =>
      Promise.all(Array.from({ length: count }, (_, index) => deliveryOf(terms, first, from + index, 0, items)))
    await drops.deliver(terms, [await deliveryOf(terms, early, early, 0, items)])
    await drops.deliver(terms, await deliveries(first, 1))
    await note(`buy a ticket, ${name}`, erc20 ? 97_700n : 78_200n, () => send(1))
    await note(`buy five, ${name}`, erc20 ? 97_700n : 78_200n, () => send(5))
    const [one, ten] = [await deliveries(first + 1, 1), await deliveries(first + 2, 10)]
    await note(`deliver a ticket, ${name}`, erc20 ? 186_600n : 179_000n, () => drops.deliver(terms, one))
    await note(`deliver ten, ${name}`, erc20 ? 1_240_000n : 1_232_000n, () => drops.deliver(terms, ten))
    const snapshot = await networkHelpers.takeSnapshot()
    await networkHelpers.time.increaseTo(terms.deliverBy)
    await note(`refund eight, ${name}`, erc20 ? 60_500n : 52_900n, () => drops.refund(terms, first))
    await snapshot.restore()
  }
  return figures
}

describe('gas of drops', () => {
  let figures: Figure[]

  before(async () => {
    figures = await measure()
    for (const { title, gas } of figures) process.stdout.write(`      ${title.padEnd(40)} ${gas}\n`)
  })

  it('stays below its ceilings', () => {
    for (const { title, gas, ceiling } of figures) expect(gas, title).to.be.lessThanOrEqual(ceiling)
  })
})
