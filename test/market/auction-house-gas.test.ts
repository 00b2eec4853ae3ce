import { expect } from 'chai'
import { ETHER, loadAuctions, type Terms } from '../fixtures/auctions.ts'
import { networkHelpers, PRICE } from '../fixtures/trade.ts'

type Figure = { title: string; gas: bigint; ceiling: bigint }
type Transaction = { wait(): Promise<{ gasUsed: bigint } | null> }

/** Whole transactions in the steady state: everyone has tokens and money, the house holds others, approvals are done. */
async function measure(): Promise<Figure[]> {
  const scene = await loadAuctions()
  const { house, plain, plainAddress, editionsAddress, collection, collectionAddress, tokenId, creator, mint } = scene
  const { seller, buyer, stranger, wrappedAddress, create, bid, settle, termsOf, endOf, at } = scene
  for (let id = 10n; id < 30n; id += 1n) await plain.mint(seller.address, id)
  await plain.mint(buyer.address, 90n)
  for (const [to, label] of [
    [seller, 'kept by the seller'],
    [seller, 'kept by the house'],
    [buyer, 'kept by the buyer'],
  ] as const) {
    const id = await mint(creator, label)
    await collection.connect(creator).transferFrom(creator.address, to.address, id)
    if (label.endsWith('house')) await create({ collection: collectionAddress, tokenId: id })
  }
  // Things that the house holds already, so that no balance is new: tokens, units, bids and fees of either currency.
  for (const currency of [ETHER, wrappedAddress]) {
    const id = await create({ tokenId: currency === ETHER ? 10n : 11n, currency })
    await bid(buyer, id, PRICE)
    await settle(id)
    await bid(buyer, await create({ tokenId: currency === ETHER ? 12n : 13n, currency }), PRICE)
  }
  await create({ collection: editionsAddress, quantity: 5n })
  await scene.editions.mint(buyer.address, 1n, 5n)
  await scene.wrappedEther.connect(creator).deposit({ value: PRICE })

  const figures: Figure[] = []
  const note = async (title: string, ceiling: bigint, call: () => Promise<Transaction>) => {
    const receipt = await (await call()).wait()
    figures.push({ title, gas: receipt?.gasUsed ?? 0n, ceiling })
  }
  const creating = async (title: string, ceiling: bigint, change: Partial<Terms>) => {
    const before = await networkHelpers.takeSnapshot()
    await note(title, ceiling, () => house.connect(seller).createAuction(termsOf(change)))
    await before.restore()
  }
  await creating('create, in ether', 190_000n, { tokenId: 14n })
  await creating('create, in an ERC-20', 214_000n, { tokenId: 14n, currency: wrappedAddress })
  await creating('create, house token', 189_000n, { collection: collectionAddress, tokenId })
  await creating('create, units', 189_000n, { collection: editionsAddress, quantity: 5n })

  for (const [index, currency] of [ETHER, wrappedAddress].entries()) {
    const name = index === 0 ? 'in ether' : 'in an ERC-20'
    const id = await create({ tokenId: 15n + BigInt(index), currency, collection: plainAddress })
    const value = (amount: bigint) => (index === 0 ? { value: amount } : {})
    const place = (amount: bigint) => house.connect(amount % 2n === 0n ? buyer : stranger).bid(id, amount, value(amount))
    await note(`first bid, ${name}`, index === 0 ? 47_000n : 66_300n, () => place(2n * PRICE))
    await note(`higher bid, ${name}`, index === 0 ? 57_000n : 76_300n, () => place(3n * PRICE + 1n))
    await at((await endOf(id)) - 1n)
    await note(`higher bid that moves the end, ${name}`, index === 0 ? 60_000n : 79_400n, () => place(4n * PRICE))
    await at(await endOf(id))
    await note(`settle, ${name}`, index === 0 ? 87_500n : 95_800n, () => house.settleAuction(id))
  }
  const unsold = await create({ tokenId: 18n })
  await note('cancel', 62_000n, () => house.connect(seller).cancelAuction(unsold))
  return figures
}

describe('gas of auctions', () => {
  let figures: Figure[]

  before(async () => {
    figures = await measure()
    for (const { title, gas, ceiling } of figures) process.stdout.write(`${title}: ${gas} of ${ceiling}\n`)
  })

  it('stays within its ceilings', () => {
    for (const { title, gas, ceiling } of figures) expect(gas <= ceiling, `${title}: ${gas} of ${ceiling}`).to.equal(true)
  })

  it('costs less than the house that others measured: 280,000 to create and 121,000 to bid', () => {
    for (const { title, gas } of figures) {
      if (title.startsWith('create')) expect(gas, title).to.be.lessThan(280_000n)
      if (title.includes('bid')) expect(gas, title).to.be.lessThan(121_000n)
    }
  })
})
