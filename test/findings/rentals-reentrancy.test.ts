import { expect } from 'chai'
import { MONEY, PAYEE } from '../fixtures/auctions.ts'
import { deployPayee, ETHER, FOREIGN_BPS, hostileRentable, loadRentals, NOBODY, PER_DAY, PLACE, TOKEN } from '../fixtures/rentals.ts'
import { DAY, ethers } from '../fixtures/trade.ts'

const THREE = 3n * PER_DAY
const guarded = ethers.id('ReentrancyGuardReentrantCall()').slice(0, 10)

/** What somebody could try from inside a call: with a token whose term is over, one whose term runs, and one that is free. */
async function attempts() {
  const scene = await loadRentals()
  const { rentals, foreignAddress, seller, buyer, foreignOffer, requestOf, rent, now, at } = scene
  await rent(await foreignOffer({ tokenId: 2n }), { dayCount: 1 })
  await at((await now()) + DAY)
  await rent(await foreignOffer({ tokenId: 3n }))
  const request = await requestOf(await foreignOffer({ tokenId: 1n, pricePerDay: 0n, renter: buyer.address as `0x${string}` }))
  const encode = rentals.interface.encodeFunctionData.bind(rentals.interface)
  const calls = {
    rent: encode('rent', [request, 0n]),
    rentMany: encode('rentMany', [[request], 0n]),
    giveBack: encode('giveBack', [foreignAddress, 3n]),
    release: encode('release', [foreignAddress, 2n]),
    releaseTo: encode('releaseTo', [foreignAddress, 2n, seller.address]),
    withdraw: encode('withdraw', [ETHER]),
    withdrawFees: encode('withdrawFees', [ETHER]),
    check: encode('check', [request, buyer.address]),
    custodyOf: encode('custodyOf', [foreignAddress, 2n]),
    tenanciesOf: encode('tenanciesOf', [[{ collection: foreignAddress, tokenId: 2n }]]),
    pendingOf: encode('pendingOf', [seller.address, ETHER]),
    accruedFees: encode('accruedFees', [ETHER]),
  }
  return { ...scene, calls }
}
const names = [
  'rent',
  'rentMany',
  'giveBack',
  'release',
  'releaseTo',
  'withdraw',
  'withdrawFees',
  'check',
  'custodyOf',
  'tenanciesOf',
  'pendingOf',
  'accruedFees',
] as const

describe('a rental that is entered again while it pays or moves', () => {
  for (const name of names) {
    it(`a collection cannot call ${name} while it moves a token or sets a user`, async () => {
      const scene = await attempts()
      const { rentals, rentalsAddress, buyer, calls, offerOf, rent, now, at } = scene
      const { collection, address } = await hostileRentable(scene)
      const refused = async () => [await collection.callSucceeded(), String(await collection.callAnswer()).slice(0, 10)]
      const offer = await offerOf({ collection: address, tokenId: TOKEN })
      await collection.setPlace(PLACE.calls, rentalsAddress, calls[name])
      await rent(offer)
      expect(await refused()).to.deep.equal([false, guarded])
      await rentals.connect(buyer).giveBack(address, TOKEN)
      expect(await refused()).to.deep.equal([false, guarded])
      await rent(offer)
      await at((await now()) + 3n * DAY)
      await rentals.release(address, TOKEN)
      expect(await refused()).to.deep.equal([false, guarded])
      // With a promise to keep users only the user is set.
      await collection.vow(true)
      await rent(offer)
      expect(await refused()).to.deep.equal([false, guarded])
    })

    it(`a currency cannot call ${name} while it brings a price or takes a part of it`, async () => {
      const { rentals, rentalsAddress, money, moneyAddress, collection, tokenId, buyer, calls, offerOf, rent } = await attempts()
      await money.setMode(MONEY.calls, rentalsAddress, calls[name])
      await rent(await offerOf({ currency: moneyAddress }))
      expect(await money.callSucceeded()).to.equal(false)
      expect(String(await money.callAnswer()).slice(0, 10)).to.equal(guarded)
      expect(await collection.userOf(tokenId)).to.equal(buyer.address)
      expect(await rentals.queryFilter(rentals.filters.PaymentCredited())).to.have.length(0)
    })

    it(`a royalty receiver that gets ether cannot call ${name} meanwhile`, async () => {
      const { rentals, rentalsAddress, foreign, calls, foreignOffer, rent } = await attempts()
      const { payee, address } = await deployPayee()
      await foreign.setRoyalty(address, FOREIGN_BPS)
      // A request is more than the gas of a payee can keep: one without ether tells enough.
      await payee.setMode(PAYEE.calls, rentalsAddress, ['rent', 'rentMany', 'check'].includes(name) ? calls.withdraw : calls[name])
      await rent(await foreignOffer())
      expect(await payee.callSucceeded()).to.equal(false)
      expect(await payee.callAnswer()).to.equal(guarded)
      expect(await rentals.pendingOf(address, ETHER)).to.equal(0n)
    })
  }

  it('an owner that is paid cannot let its token again from within, nor an account withdraw twice', async () => {
    const { rentals, rentalsAddress, foreign, foreignAddress, seller, calls, foreignOffer, rent } = await attempts()
    const { payee, address } = await deployPayee()
    await foreign.connect(seller).transferFrom(seller.address, address, TOKEN)
    await payee.act(foreignAddress, 0n, foreign.interface.encodeFunctionData('setApprovalForAll', [rentalsAddress, true]))
    const offer = await foreignOffer({ owner: address })
    await payee.act(rentalsAddress, 0n, rentals.interface.encodeFunctionData('approveOffer', [await rentals.hashOffer(offer), true]))
    await payee.setMode(PAYEE.rejects, NOBODY, '0x')
    await rent(offer, { signature: '0x', dayCount: 1 })
    const waiting = await rentals.pendingOf(address, ETHER)
    expect(waiting).to.be.greaterThan(0n)
    for (const data of [calls.release, calls.withdraw]) {
      await payee.setMode(PAYEE.calls, rentalsAddress, data)
      await rent(offer, { signature: '0x', dayCount: 1 })
      expect([await payee.callSucceeded(), await payee.callAnswer()]).to.deep.equal([false, guarded])
    }
    await payee.act(rentalsAddress, 0n, calls.withdraw)
    expect([await payee.callSucceeded(), await payee.callAnswer()]).to.deep.equal([false, guarded])
    expect(await rentals.pendingOf(address, ETHER)).to.equal(0n)
    await expect(payee.act(rentalsAddress, 0n, calls.withdraw)).to.be.revertedWithCustomError(rentals, 'MarketNothingPending')
    expect(THREE).to.be.greaterThan(waiting)
  })
})
