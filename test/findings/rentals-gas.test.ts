import { expect } from 'chai'
import { MONEY, PAYEE } from '../fixtures/auctions.ts'
import {
  deployPayee,
  ETHER,
  FOREIGN_BPS,
  hostileRentable,
  LOOK,
  loadRentals,
  NOBODY,
  PER_DAY,
  royaltyOf,
  TOKEN,
} from '../fixtures/rentals.ts'
import { networkHelpers } from '../fixtures/trade.ts'

const THREE = 3n * PER_DAY

/** Tries a call with more and more gas, each time from the same state: it either reverts or does all that `check` looks at. */
async function withEveryGas(
  from: bigint,
  to: bigint,
  by: bigint,
  call: (gasLimit: bigint) => Promise<unknown>,
  check: () => Promise<unknown>,
) {
  let [done, refused] = [0, 0]
  for (let gasLimit = from; gasLimit <= to; gasLimit += by) {
    const before = await networkHelpers.takeSnapshot()
    const succeeded = await call(gasLimit).then(
      () => true,
      () => false,
    )
    if (succeeded) await check()
    if (succeeded) done += 1
    else refused += 1
    await before.restore()
  }
  expect(done).to.be.greaterThan(5)
  expect(refused).to.be.greaterThan(5)
}

describe('a rental with so little gas that a promise, a royalty or a payment is missed', () => {
  it('who rents cannot have a promise to keep users overlooked', async () => {
    const scene = await loadRentals()
    const { rentals, buyer, seller, offerOf, requestOf } = scene
    const { collection, address } = await hostileRentable(scene)
    await collection.vow(true)
    await collection.setLook(LOOK.needsGas)
    const request = await requestOf(await offerOf({ collection: address, tokenId: TOKEN }))
    await withEveryGas(
      60_000n,
      360_000n,
      2_000n,
      (gasLimit) => rentals.connect(buyer).rent(request, THREE, { value: THREE, gasLimit }),
      async () => expect(await collection.ownerOf(TOKEN)).to.equal(seller.address),
    )
  })

  it('who rents cannot have a royalty or the part of an owner credited instead of paid, in ether', async () => {
    const { rentals, rentalsAddress, buyer, foreign, foreignAddress, seller, foreignOffer, requestOf } = await loadRentals()
    const [creator, owner] = [await deployPayee(), await deployPayee()]
    await foreign.setRoyalty(creator.address, FOREIGN_BPS)
    await foreign.connect(seller).transferFrom(seller.address, owner.address, TOKEN)
    const approve = foreign.interface.encodeFunctionData('setApprovalForAll', [rentalsAddress, true])
    await owner.payee.act(foreignAddress, 0n, approve)
    const offer = await foreignOffer({ owner: owner.address })
    const signed = rentals.interface.encodeFunctionData('approveOffer', [await rentals.hashOffer(offer), true])
    await owner.payee.act(rentalsAddress, 0n, signed)
    for (const { payee } of [creator, owner]) await payee.setMode(PAYEE.needsGas, NOBODY, '0x')
    const request = await requestOf(offer, { signature: '0x' })
    await withEveryGas(
      150_000n,
      550_000n,
      5_000n,
      (gasLimit) => rentals.connect(buyer).rent(request, THREE, { value: THREE, gasLimit }),
      async () => {
        for (const { address } of [creator, owner]) expect(await rentals.pendingOf(address, ETHER)).to.equal(0n)
        const [event] = await rentals.queryFilter(rentals.filters.RentalStarted())
        expect(event?.args.royalty).to.equal(royaltyOf(THREE, FOREIGN_BPS))
      },
    )
  })

  it('nor in an ERC-20', async () => {
    const { rentals, buyer, seller, creator, money, moneyAddress, offerOf, requestOf } = await loadRentals()
    await money.setMode(MONEY.needsGas, NOBODY, '0x')
    const request = await requestOf(await offerOf({ currency: moneyAddress }))
    await withEveryGas(
      100_000n,
      800_000n,
      10_000n,
      (gasLimit) => rentals.connect(buyer).rent(request, THREE, { gasLimit }),
      async () => {
        for (const { address } of [seller, creator]) expect(await rentals.pendingOf(address, moneyAddress)).to.equal(0n)
      },
    )
  })
})
