import { expect } from 'chai'
import { loadRentals, PER_DAY } from '../fixtures/rentals.ts'
import { DAY, networkHelpers, nonceOf } from '../fixtures/trade.ts'

type Figure = { title: string; gas: bigint; ceiling: bigint }
type Transaction = { wait(): Promise<{ gasUsed: bigint } | null> }

/** Whole transactions in the steady state: everyone has money, the contract has fees and tokens already, approvals are done. */
async function measure(): Promise<Figure[]> {
  const scene = await loadRentals()
  const { rentals, foreign, foreignAddress, collection, collectionAddress, wrappedAddress, wrappedEther } = scene
  const { seller, buyer, stranger, creator, mint, offerOf, foreignOffer, requestOf, rent, now, at } = scene
  for (let id = 10n; id < 40n; id += 1n) await foreign.mint(seller.address, id)
  const house: bigint[] = []
  for (let index = 0; index < 12; index += 1) {
    const id = await mint(creator, `let ${index}`)
    await collection.connect(creator).transferFrom(creator.address, seller.address, id)
    house.push(id)
  }
  await wrappedEther.connect(creator).deposit({ value: PER_DAY })
  // What the contract has already, so that no balance is new.
  await rent(await foreignOffer({ tokenId: 39n }))
  await rent(await foreignOffer({ tokenId: 38n, currency: wrappedAddress }))
  const figures: Figure[] = []
  const note = async (title: string, ceiling: bigint, call: () => Promise<Transaction>) => {
    const receipt = await (await call()).wait()
    figures.push({ title, gas: receipt?.gasUsed ?? 0n, ceiling })
  }
  const own = await offerOf({ tokenId: house[0] as bigint })
  await note('rent, own collection, in ether', CEILINGS.own, () => rent(own))
  await note('renew, own collection, in ether', CEILINGS.renew, () => rent(own, { dayCount: 1 }))
  await at((await now()) + 30n * DAY)
  await note('rent once more, own collection, in ether', CEILINGS.again, () => rent(own, { by: stranger }))
  const inErc20 = await offerOf({ tokenId: house[1] as bigint, currency: wrappedAddress })
  await note('rent, own collection, in an ERC-20', CEILINGS.erc20, () => rent(inErc20))
  const foreignOne = await foreignOffer({ tokenId: 10n })
  await note('rent into custody, in ether', CEILINGS.custody, () => rent(foreignOne))
  await note('renew in custody, in ether', CEILINGS.renewCustody, () => rent(foreignOne, { dayCount: 1 }))
  await note('give back', CEILINGS.giveBack, () => rentals.connect(buyer).giveBack(foreignAddress, 10n))
  await rent(await foreignOffer({ tokenId: 11n }), { dayCount: 1 })
  await at((await now()) + DAY)
  await note('release', CEILINGS.release, () => rentals.release(foreignAddress, 11n))
  const batch = async (offers: Parameters<typeof requestOf>[0][]) => {
    const requests = await Promise.all(offers.map((offer) => requestOf(offer, { dayCount: 1 })))
    const price = BigInt(offers.length) * PER_DAY
    return rentals.connect(buyer).rentMany(requests, price, { value: price })
  }
  const ten = await Promise.all(house.slice(2, 12).map((tokenId, index) => offerOf({ tokenId, nonce: nonceOf(index) })))
  await note('batch of 10, own collection, in ether', CEILINGS.batch, () => batch(ten))
  const held = await Promise.all(
    Array.from({ length: 20 }, (_, index) => foreignOffer({ tokenId: 12n + BigInt(index), nonce: nonceOf(index) })),
  )
  await note('batch of 20 into custody, in ether', CEILINGS.most, () => batch(held))
  await note('cancel', CEILINGS.cancel, () => rentals.connect(seller).cancel(0n, 0b10n))
  const asked = house.map((tokenId) => ({ collection: collectionAddress, tokenId }))
  figures.push({ title: 'tenancies of 12 tokens, asked', gas: await rentals.tenanciesOf.estimateGas(asked), ceiling: CEILINGS.asked })
  return figures
}

const CEILINGS = {
  own: 124_500n,
  renew: 107_700n,
  again: 107_400n,
  erc20: 147_800n,
  custody: 234_300n,
  renewCustody: 110_300n,
  giveBack: 66_700n,
  release: 61_600n,
  batch: 847_500n,
  most: 3_590_000n,
  cancel: 46_600n,
  asked: 193_000n,
}

describe('gas of rentals', () => {
  let figures: Figure[]

  before(async () => {
    figures = await measure()
    for (const { title, gas, ceiling } of figures) process.stdout.write(`${title}: ${gas} of ${ceiling}\n`)
    await networkHelpers.mine()
  })

  it('stays within its ceilings', () => {
    for (const { title, gas, ceiling } of figures) expect(gas <= ceiling, `${title}: ${gas} of ${ceiling}`).to.equal(true)
  })

  it('leaves room for the largest batch in one transaction, whatever its payees do', () => {
    // 2^24 gas is the most that a transaction may have (EIP-7825); each of two payees can burn 50,000.
    const most = figures.find(({ title }) => title.startsWith('batch of 20'))?.gas ?? 0n
    expect(most + 20n * 2n * 90_000n).to.be.lessThan(2n ** 24n)
  })
})
