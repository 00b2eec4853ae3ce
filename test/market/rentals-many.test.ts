import type { RentalOffer } from '@daedal/protocol/market/rental-offer'
import { expect } from 'chai'
import { ETHER, FOREIGN_BPS, feeOf, loadRentals, netOf, PER_DAY, royaltyOf } from '../fixtures/rentals.ts'
import { DAY, ethers, nonceOf } from '../fixtures/trade.ts'

const THREE = 3n * PER_DAY

/** The seller's house token and two foreign ones, for three days each. */
async function three(inErc20 = false) {
  const scene = await loadRentals()
  const currency = inErc20 ? scene.wrappedAddress : ETHER
  const offers: RentalOffer[] = [
    await scene.offerOf({ currency }),
    await scene.foreignOffer({ currency, tokenId: 1n, nonce: nonceOf(1) }),
    await scene.foreignOffer({ currency, tokenId: 2n, nonce: nonceOf(2) }),
  ]
  const requests = await Promise.all(offers.map((offer) => scene.requestOf(offer)))
  return { ...scene, offers, requests }
}

describe('rentMany', () => {
  it('it rents several tokens for one payment, in ether', async () => {
    const { rentals, rentalsAddress, collection, tokenId, foreign, seller, buyer, creator, requests, now } = await three()
    const all = rentals.connect(buyer).rentMany(requests, 3n * THREE, { value: 3n * THREE })
    await expect(all).to.changeEtherBalances(
      ethers,
      [buyer, seller, creator, rentalsAddress],
      [
        -3n * THREE,
        netOf(THREE) + 2n * netOf(THREE, FOREIGN_BPS),
        royaltyOf(THREE) + 2n * royaltyOf(THREE, FOREIGN_BPS),
        3n * feeOf(THREE),
      ],
    )
    expect(await collection.userOf(tokenId)).to.equal(buyer.address)
    for (const id of [1n, 2n]) expect(await foreign.userOf(id)).to.equal(buyer.address)
    const events = await rentals.queryFilter(rentals.filters.RentalStarted())
    expect(events.map(({ args }) => [args.custody, args.price])).to.deep.equal([false, true, true].map((custody) => [custody, THREE]))
    expect(events[0]?.args.expires).to.equal((await now()) + 3n * DAY)
  })

  it('it rents for an ERC-20, kept tokens and others together', async () => {
    const { rentals, rentalsAddress, wrappedEther, wrappedAddress, buyer, requests } = await three(true)
    const all = rentals.connect(buyer).rentMany(requests, 3n * THREE)
    await expect(all).to.changeTokenBalances(ethers, wrappedEther, [buyer, rentalsAddress], [-3n * THREE, 3n * feeOf(THREE)])
    expect(await rentals.accruedFees(wrappedAddress)).to.equal(3n * feeOf(THREE))
  })

  it('it adds days where one token is named twice for one user', async () => {
    const { rentals, collection, tokenId, buyer, offers, requests, requestOf, now } = await three()
    const twice = [requests[0]!, await requestOf(offers[0]!, { dayCount: 1 })]
    await rentals.connect(buyer).rentMany(twice, 4n * PER_DAY, { value: 4n * PER_DAY })
    expect(await collection.userExpires(tokenId)).to.equal((await now()) + 4n * DAY)
    expect(await rentals.queryFilter(rentals.filters.RentalExtended())).to.have.length(1)
  })

  describe('when one of them cannot be rented', () => {
    it('it reverts with the reason of that one, and nothing is rented', async () => {
      const { rentals, collection, tokenId, seller, buyer, stranger, requests, requestOf, offers } = await three()
      await rentals.connect(seller).cancel(0n, 0b100n)
      const all = (some: typeof requests) => rentals.connect(buyer).rentMany(some, 100n * THREE, { value: BigInt(some.length) * THREE })
      await expect(all(requests)).to.be.revertedWithCustomError(rentals, 'MarketOrderSpent').withArgs(0n, 2)
      const twice = [requests[0]!, await requestOf(offers[0]!, { user: stranger.address })]
      await expect(all(twice)).to.be.revertedWithCustomError(rentals, 'MarketTokenRented')
      expect(await collection.userOf(tokenId)).to.equal(ETHER)
    })
  })

  describe('when there are none or too many', () => {
    it('it reverts with MarketBatchSize', async () => {
      const { rentals, collection, tokenId, buyer, offers, requestOf, now } = await three()
      await expect(rentals.connect(buyer).rentMany([], 0n)).to.be.revertedWithCustomError(rentals, 'MarketBatchSize').withArgs(0n, 20n)
      const one = await requestOf(offers[0]!, { dayCount: 1 })
      const most = Array.from({ length: 20 }, () => one)
      await expect(rentals.connect(buyer).rentMany([...most, one], 21n * PER_DAY, { value: 21n * PER_DAY }))
        .to.be.revertedWithCustomError(rentals, 'MarketBatchSize')
        .withArgs(21n, 20n)
      await rentals.connect(buyer).rentMany(most, 20n * PER_DAY, { value: 20n * PER_DAY })
      expect(await collection.userExpires(tokenId)).to.equal((await now()) + 20n * DAY)
    })
  })

  describe('when they are in several currencies', () => {
    it('it reverts with MarketCurrencyNotAllowed', async () => {
      const { rentals, wrappedAddress, buyer, offers, requests, requestOf } = await three()
      const other = await requestOf({ ...offers[1]!, currency: wrappedAddress })
      for (const [some, named] of [
        [[requests[0]!, other], wrappedAddress],
        [[other, requests[0]!], ETHER],
      ] as const)
        await expect(rentals.connect(buyer).rentMany([...some], 100n * THREE, { value: 2n * THREE }))
          .to.be.revertedWithCustomError(rentals, 'MarketCurrencyNotAllowed')
          .withArgs(named)
    })
  })

  describe('when the ether is not the sum', () => {
    it('it reverts with MarketWrongPayment', async () => {
      const { rentals, buyer, requests } = await three()
      for (const value of [0n, THREE, 3n * THREE - 1n, 3n * THREE + 1n])
        await expect(rentals.connect(buyer).rentMany(requests, 3n * THREE, { value }))
          .to.be.revertedWithCustomError(rentals, 'MarketWrongPayment')
          .withArgs(value, 3n * THREE)
    })
  })

  describe('when the sum is above the limit', () => {
    it('it reverts with MarketPriceAboveLimit', async () => {
      const { rentals, buyer, requests } = await three()
      await expect(rentals.connect(buyer).rentMany(requests, 3n * THREE - 1n, { value: 3n * THREE }))
        .to.be.revertedWithCustomError(rentals, 'MarketPriceAboveLimit')
        .withArgs(3n * THREE, 3n * THREE - 1n)
    })
  })
})
