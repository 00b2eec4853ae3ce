import { expect } from 'chai'
import fc from 'fast-check'
import { MONEY, PAYEE } from '../fixtures/auctions.ts'
import { deployPayee, ETHER, FOREIGN_BPS, feeOf, loadRentals, NOBODY, netOf, PER_DAY, royaltyOf, TOKEN } from '../fixtures/rentals.ts'
import { DAY, ethers, PRICE } from '../fixtures/trade.ts'

const THREE = 3n * PER_DAY

describe('a rental whose money is spoiled', () => {
  for (const [how, mode] of [
    ['rejects it', PAYEE.rejects],
    ['burns all gas', PAYEE.burnsGas],
    ['returns a megabyte', PAYEE.megabyte],
  ] as const)
    it(`a royalty receiver or an owner that ${how} is credited and stops nothing`, async () => {
      const scene = await loadRentals()
      const { rentals, rentalsAddress, foreign, foreignAddress, seller, buyer, foreignOffer, rent } = scene
      const { payee: creator, address: creatorAddress } = await deployPayee()
      const { payee: owner, address: ownerAddress } = await deployPayee()
      await foreign.setRoyalty(creatorAddress, FOREIGN_BPS)
      await foreign.connect(seller).transferFrom(seller.address, ownerAddress, TOKEN)
      const act = (data: string) => owner.act(foreignAddress, 0n, data)
      await act(foreign.interface.encodeFunctionData('setApprovalForAll', [rentalsAddress, true]))
      const offer = await foreignOffer({ owner: ownerAddress })
      const approve = rentals.interface.encodeFunctionData('approveOffer', [await rentals.hashOffer(offer), true])
      await owner.act(rentalsAddress, 0n, approve)
      for (const payee of [creator, owner]) await payee.setMode(mode, NOBODY, '0x')
      const receipt = await (await rent(offer, { signature: '0x' })).wait()
      expect(receipt?.gasUsed).to.be.lessThan(550_000n)
      expect(await foreign.userOf(TOKEN)).to.equal(buyer.address)
      expect(await rentals.pendingOf(creatorAddress, ETHER)).to.equal(royaltyOf(THREE, FOREIGN_BPS))
      expect(await rentals.pendingOf(ownerAddress, ETHER)).to.equal(netOf(THREE, FOREIGN_BPS))
      for (const payee of [creator, owner]) await payee.setMode(PAYEE.accepts, NOBODY, '0x')
      const withdraw = rentals.interface.encodeFunctionData('withdraw', [ETHER])
      await owner.act(rentalsAddress, 0n, withdraw)
      await creator.act(rentalsAddress, 0n, withdraw)
      expect(await ethers.provider.getBalance(rentalsAddress)).to.equal(feeOf(THREE))
    })

  for (const [how, mode] of [
    ['blocks the owner', MONEY.blocks],
    ['answers false', MONEY.false],
    ['says that it moved and did not', MONEY.nothing],
  ] as const)
    it(`a currency that ${how} stops no rental, and what it does not move is credited`, async () => {
      const { rentals, rentalsAddress, money, moneyAddress, seller, creator, collection, tokenId, buyer, offerOf, rent } =
        await loadRentals()
      await money.setMode(mode, NOBODY, '0x')
      await rent(await offerOf({ currency: moneyAddress }))
      expect(await collection.userOf(tokenId)).to.equal(buyer.address)
      expect(await rentals.pendingOf(seller.address, moneyAddress)).to.equal(netOf(THREE))
      expect(await rentals.pendingOf(creator.address, moneyAddress)).to.equal(royaltyOf(THREE))
      await money.setMode(MONEY.plain, NOBODY, '0x')
      for (const who of [seller, creator]) await rentals.connect(who).withdraw(moneyAddress)
      await rentals.withdrawFees(moneyAddress)
      expect(await money.balanceOf(rentalsAddress)).to.equal(0n)
    })

  it('a royalty of more than the price, or for the contract itself, is cut or left out', async () => {
    const { rentals, rentalsAddress, foreign, creator, foreignOffer, rent } = await loadRentals()
    await foreign.setRoyalty(creator.address, 10_000n)
    await expect(rent(await foreignOffer())).to.changeEtherBalances(ethers, [creator], [THREE / 10n])
    await foreign.setRoyalty(rentalsAddress, 500n)
    await rent(await foreignOffer({ tokenId: 2n }))
    const [, second] = await rentals.queryFilter(rentals.filters.RentalStarted())
    expect([second?.args.royalty, second?.args.royaltyReceiver]).to.deep.equal([0n, NOBODY])
  })

  it('ether that pays for one rental of a batch pays for no other', async () => {
    const { rentals, rentalsAddress, buyer, stranger, foreignOffer, offerOf, requestOf, rent } = await loadRentals()
    // What lies there for others is not at hand either.
    await rent(await offerOf(), { by: stranger })
    const requests = [await requestOf(await foreignOffer()), await requestOf(await foreignOffer({ tokenId: 2n }))]
    await expect(rentals.connect(buyer).rentMany(requests, 2n * THREE, { value: THREE }))
      .to.be.revertedWithCustomError(rentals, 'MarketWrongPayment')
      .withArgs(THREE, 2n * THREE)
    await rentals.connect(buyer).rentMany(requests, 2n * THREE, { value: 2n * THREE })
    expect(await ethers.provider.getBalance(rentalsAddress)).to.equal(3n * feeOf(THREE))
  })

  it('parts sum to the price, for every price of a day and every number of days', async () => {
    const { rentals, buyer, offerOf, requestOf } = await loadRentals()
    const base = await offerOf({ maxDays: 365 })
    const price = fc.oneof(fc.bigInt({ min: 1n, max: 2n ** 128n - 1n }), fc.constant(2n ** 128n - 1n), fc.bigInt({ min: 1n, max: 20_000n }))
    await fc.assert(
      fc.asyncProperty(price, fc.integer({ min: 1, max: 365 }), async (pricePerDay, dayCount) => {
        const request = await requestOf({ ...base, pricePerDay }, { dayCount })
        const { shares } = await rentals.check(request, buyer.address)
        expect(shares.price).to.equal(pricePerDay * BigInt(dayCount))
        expect(shares.proceeds + shares.fee + shares.royalty).to.equal(shares.price)
        expect([shares.fee, shares.royalty]).to.deep.equal([feeOf(shares.price), royaltyOf(shares.price)])
      }),
      { numRuns: 60 },
    )
  })

  it('a price that nobody can pay is refused, not wrapped around', async () => {
    const { rentals, buyer, offerOf, requestOf } = await loadRentals()
    const request = await requestOf(await offerOf({ pricePerDay: 2n ** 128n - 1n, maxDays: 365 }), { dayCount: 365 })
    const price = (2n ** 128n - 1n) * 365n
    await expect(rentals.connect(buyer).rent(request, ethers.MaxUint256, { value: PRICE }))
      .to.be.revertedWithCustomError(rentals, 'MarketWrongPayment')
      .withArgs(PRICE, price)
  })

  it('nobody withdraws what is not its own, or twice', async () => {
    const { rentals, foreign, buyer, stranger, foreignOffer, rent } = await loadRentals()
    const { payee, address } = await deployPayee()
    await foreign.setRoyalty(address, FOREIGN_BPS)
    await payee.setMode(PAYEE.rejects, NOBODY, '0x')
    await rent(await foreignOffer())
    for (const who of [buyer, stranger])
      await expect(rentals.connect(who).withdraw(ETHER)).to.be.revertedWithCustomError(rentals, 'MarketNothingPending')
    await rentals.withdrawFees(ETHER)
    await expect(rentals.withdrawFees(ETHER)).to.be.revertedWithCustomError(rentals, 'MarketNothingPending')
    expect(await rentals.pendingOf(address, ETHER)).to.equal(royaltyOf(THREE, FOREIGN_BPS))
  })
})

describe('an offer to let for nothing, for ever or by mistake', () => {
  it('nothing is let for nothing to anyone, whatever the days', async () => {
    const { rentals, stranger, offerOf, rent } = await loadRentals()
    for (const dayCount of [1, 30])
      await expect(rent(await offerOf({ pricePerDay: 0n }), { by: stranger, dayCount })).to.be.revertedWithCustomError(
        rentals,
        'MarketPriceZero',
      )
  })

  it('no offer binds a token for more than a year, also by renewals', async () => {
    const { rentals, collection, tokenId, offerOf, rent, now } = await loadRentals()
    await expect(rent(await offerOf({ maxDays: 65_535 }), { dayCount: 65_535 })).to.be.revertedWithCustomError(rentals, 'MarketTermInvalid')
    const offer = await offerOf({ maxDays: 365, pricePerDay: 1n })
    await rent(offer, { dayCount: 300 })
    await rent(offer, { dayCount: 64 })
    await expect(rent(offer, { dayCount: 2 })).to.be.revertedWithCustomError(rentals, 'MarketTermTooLong')
    expect(await collection.userExpires(tokenId)).to.be.lessThan((await now()) + 365n * DAY)
  })

  it('a user that its owner placed for ever can be given no more time, and no sum wraps around', async () => {
    const { rentals, collection, tokenId, seller, buyer, offerOf, rent } = await loadRentals()
    const last = 2n ** 64n - 1n
    await collection.connect(seller).setUser(tokenId, buyer.address, last)
    await expect(rent(await offerOf({ maxDays: 365 }))).to.be.revertedWithCustomError(rentals, 'MarketTermTooLong')
  })

  it('what others pay rentals with cannot be let as if it were a token', async () => {
    const { rentals, wrappedAddress, wrappedEther, rentalsAddress, seller, offerOf, rent } = await loadRentals()
    await wrappedEther.connect(seller).transfer(rentalsAddress, PRICE)
    await expect(rent(await offerOf({ collection: wrappedAddress, tokenId: PRICE }))).to.be.revert(ethers)
    expect(await wrappedEther.balanceOf(rentalsAddress)).to.equal(PRICE)
    await expect(rentals.release(wrappedAddress, PRICE)).to.be.revertedWithCustomError(rentals, 'MarketTokenNotHeld')
  })

  it('tokens and ether that are sent unasked are not taken, or belong to nobody', async () => {
    const { rentals, rentalsAddress, foreign, foreignAddress, seller, foreignOffer, rent } = await loadRentals()
    const send = foreign.connect(seller).getFunction('safeTransferFrom(address,address,uint256)')
    await expect(send(seller.address, rentalsAddress, 3n)).to.be.revertedWithCustomError(foreign, 'ERC721InvalidReceiver')
    await expect(seller.sendTransaction({ to: rentalsAddress, value: 1n })).to.be.revert(ethers)
    await foreign.connect(seller).transferFrom(seller.address, rentalsAddress, 3n)
    await expect(rentals.release(foreignAddress, 3n)).to.be.revertedWithCustomError(rentals, 'MarketTokenNotHeld')
    await expect(rent(await foreignOffer({ tokenId: 3n }))).to.be.revertedWithCustomError(rentals, 'MarketSellerNotOwner')
  })
})
