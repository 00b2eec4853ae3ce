import { expect } from 'chai'
import { deployMock } from '../fixtures/deploy-mock.ts'
import { ETHER, feeOf, loadRentals, NEVER, NOBODY, netOf, PER_DAY, royaltyOf } from '../fixtures/rentals.ts'
import { DAY, ethers, POLICY, PRICE } from '../fixtures/trade.ts'

type Hex = `0x${string}`
const THREE = 3n * PER_DAY

describe('rent', () => {
  it('it makes the renter the user for the days and shares the price, in ether', async () => {
    const scene = await loadRentals()
    const { rentals, rentalsAddress, collection, collectionAddress, tokenId, seller, buyer, creator, offerOf, rent, now } = scene
    const offer = await offerOf()
    const let_ = await rent(offer)
    await expect(let_).to.changeEtherBalances(
      ethers,
      [buyer, seller, creator, rentalsAddress],
      [-THREE, netOf(THREE), royaltyOf(THREE), feeOf(THREE)],
    )
    const start = await now()
    expect(await collection.userOf(tokenId)).to.equal(buyer.address)
    expect(await collection.userExpires(tokenId)).to.equal(start + 3n * DAY)
    expect(await collection.ownerOf(tokenId)).to.equal(seller.address)
    expect(await rentals.accruedFees(ETHER)).to.equal(feeOf(THREE))
    await expect(let_)
      .to.emit(rentals, 'RentalStarted')
      .withArgs(
        await rentals.hashOffer(offer),
        seller.address,
        buyer.address,
        buyer.address,
        collectionAddress,
        tokenId,
        start,
        start + 3n * DAY,
        ETHER,
        THREE,
        feeOf(THREE),
        royaltyOf(THREE),
        creator.address,
        false,
      )
    await expect(let_).to.not.emit(rentals, 'PaymentCredited')
    await rentals.withdrawFees(ETHER)
    expect(await ethers.provider.getBalance(rentalsAddress)).to.equal(0n)
  })

  it('it takes an ERC-20', async () => {
    const { rentals, rentalsAddress, wrappedEther, wrappedAddress, seller, buyer, creator, offerOf, rent } = await loadRentals()
    const let_ = await rent(await offerOf({ currency: wrappedAddress }))
    await expect(let_).to.changeTokenBalances(
      ethers,
      wrappedEther,
      [buyer, seller, creator, rentalsAddress],
      [-THREE, netOf(THREE), royaltyOf(THREE), feeOf(THREE)],
    )
    expect(await rentals.accruedFees(wrappedAddress)).to.equal(feeOf(THREE))
    expect(await rentals.accruedFees(ETHER)).to.equal(0n)
  })

  it('it lets somebody else use what one account pays', async () => {
    const { collection, tokenId, stranger, offerOf, rent } = await loadRentals()
    await rent(await offerOf(), { user: stranger.address })
    expect(await collection.userOf(tokenId)).to.equal(stranger.address)
  })

  it('it lets again under the same offer when the term is over or was returned', async () => {
    const { rentals, collection, tokenId, buyer, stranger, offerOf, rent, at, now } = await loadRentals()
    const offer = await offerOf()
    await rent(offer)
    await at((await now()) + 3n * DAY)
    await rent(offer, { by: stranger })
    expect(await collection.userOf(tokenId)).to.equal(stranger.address)
    await collection.connect(stranger).setUser(tokenId, NOBODY, 0n)
    await rent(offer)
    expect(await collection.userOf(tokenId)).to.equal(buyer.address)
    expect(await rentals.queryFilter(rentals.filters.RentalStarted())).to.have.length(3)
  })

  it('it lets for nothing to whom the offer names', async () => {
    const { rentals, collection, tokenId, wrappedAddress, buyer, offerOf, rent, at, now } = await loadRentals()
    for (const currency of [ETHER, wrappedAddress]) {
      await rent(await offerOf({ currency, pricePerDay: 0n, renter: buyer.address as Hex }), { dayCount: 1 })
      expect(await collection.userOf(tokenId)).to.equal(buyer.address)
      expect(await rentals.accruedFees(currency)).to.equal(0n)
      await at((await now()) + DAY)
    }
  })

  it('it pays no royalty where none is due, and asks the registry for a collection without ERC-2981', async () => {
    const { rentals, registry, marketAddress, owner, seller, creator, rentalsAddress, offerOf, rent } = await loadRentals()
    const bare = await deployMock<'mint' | 'setApprovalForAll'>('RentableCollection')
    const collection = (await bare.getAddress()) as Hex
    for (const id of [1n, 2n]) await bare.mint(seller.address, id)
    await bare.connect(seller).setApprovalForAll(rentalsAddress, true)
    await expect(rent(await offerOf({ collection, tokenId: 1n }))).to.changeEtherBalances(ethers, [seller], [THREE - feeOf(THREE)])
    await registry.connect(owner).setRoyalty(collection, creator.address, 400)
    await expect(rent(await offerOf({ collection, tokenId: 2n }))).to.changeEtherBalances(
      ethers,
      [creator, seller],
      [royaltyOf(THREE, 400n), netOf(THREE, 400n)],
    )
    expect(await rentals.ROYALTY_REGISTRY()).to.equal(await registry.getAddress())
    const without = await ethers.deployContract('Rentals', [marketAddress, ETHER])
    expect(await without.ROYALTY_REGISTRY()).to.equal(ETHER)
    expect(await without.FEE_RECEIVER()).to.equal(await rentals.FEE_RECEIVER())
  })

  describe('given the market is paused', () => {
    it('it reverts with MarketPaused, and tenancies go on', async () => {
      const { rentals, market, owner, collection, tokenId, foreign, buyer, offerOf, foreignOffer, rent, at, now } = await loadRentals()
      const offer = await offerOf()
      await rent(offer)
      await rent(await foreignOffer(), { dayCount: 1 })
      const over = (await now()) + DAY
      await market.connect(owner).pause()
      await expect(rent(offer))
        .to.be.revertedWithCustomError(rentals, 'MarketPaused')
        .withArgs(await market.pausedUntil())
      const request = { offer, signature: '0x', dayCount: 1, user: buyer.address }
      await expect(rentals.connect(buyer).rentMany([request], PRICE, { value: PER_DAY })).to.be.revertedWithCustomError(
        rentals,
        'MarketPaused',
      )
      expect(await collection.userOf(tokenId)).to.equal(buyer.address)
      await at(over)
      await rentals.release(await foreign.getAddress(), 1n)
      await rentals.withdrawFees(ETHER)
    })
  })

  describe('given the fee is above what the owner signed', () => {
    it('it reverts with MarketFeeTooHigh', async () => {
      const { rentals, offerOf, rent } = await loadRentals()
      await expect(rent(await offerOf({ maxFeeBps: 249 })))
        .to.be.revertedWithCustomError(rentals, 'MarketFeeTooHigh')
        .withArgs(250, 249)
      await rent(await offerOf({ maxFeeBps: 250 }))
    })
  })

  describe('given the royalty is above what the owner signed', () => {
    it('it reverts with MarketRoyaltyTooHigh', async () => {
      const { rentals, offerOf, rent } = await loadRentals()
      await expect(rent(await offerOf({ maxRoyaltyBps: 749 })))
        .to.be.revertedWithCustomError(rentals, 'MarketRoyaltyTooHigh')
        .withArgs(royaltyOf(THREE), royaltyOf(THREE, 749n))
      await rent(await offerOf({ maxRoyaltyBps: 750 }))
    })
  })

  describe('given the offer is not open', () => {
    it('it reverts with MarketOrderNotStarted until the very second', async () => {
      const { rentals, buyer, offerOf, requestOf, at, now } = await loadRentals()
      const start = (await now()) + DAY
      const request = await requestOf(await offerOf({ start }))
      const take = () => rentals.connect(buyer).rent(request, THREE, { value: THREE })
      await at(start - 1n)
      await expect(take()).to.be.revertedWithCustomError(rentals, 'MarketOrderNotStarted').withArgs(start)
      await at(start)
      await take()
    })

    it('it reverts with MarketOrderExpired from the very second', async () => {
      const { rentals, buyer, stranger, offerOf, requestOf, at, now } = await loadRentals()
      const end = (await now()) + 10n * DAY
      const request = await requestOf(await offerOf({ end }))
      await at(end - 1n)
      await rentals.connect(buyer).rent(request, THREE, { value: THREE })
      await at(end)
      await expect(rentals.connect(stranger).rent(request, THREE, { value: THREE }))
        .to.be.revertedWithCustomError(rentals, 'MarketOrderExpired')
        .withArgs(end)
    })

    it('it reverts with MarketOrderWindowInvalid when it ends before or when it starts', async () => {
      const { rentals, offerOf, rent, now } = await loadRentals()
      const start = await now()
      for (const end of [start, start - 1n])
        await expect(rent(await offerOf({ start, end })))
          .to.be.revertedWithCustomError(rentals, 'MarketOrderWindowInvalid')
          .withArgs(start, end)
    })
  })

  describe('given the offer is for another renter', () => {
    it('it reverts with MarketTakerNotAllowed', async () => {
      const { rentals, buyer, stranger, offerOf, rent } = await loadRentals()
      const offer = await offerOf({ renter: stranger.address as Hex })
      // Not even where the user would be the one who is named.
      await expect(rent(offer, { user: stranger.address }))
        .to.be.revertedWithCustomError(rentals, 'MarketTakerNotAllowed')
        .withArgs(buyer.address, stranger.address)
      await rent(offer, { by: stranger })
    })
  })

  describe('given the owner no longer has the token', () => {
    it('it reverts with MarketSellerNotOwner', async () => {
      const { rentals, collection, tokenId, seller, stranger, offerOf, rent } = await loadRentals()
      const offer = await offerOf()
      await collection.connect(seller).transferFrom(seller.address, stranger.address, tokenId)
      await expect(rent(offer)).to.be.revertedWithCustomError(rentals, 'MarketSellerNotOwner').withArgs(seller.address, stranger.address)
    })
  })

  describe('given the owner has not approved the contract', () => {
    it('it reverts with MarketNotApproved', async () => {
      const scene = await loadRentals()
      const { rentals, rentalsAddress, collection, collectionAddress, tokenId, foreign, foreignAddress, seller } = scene
      const { offerOf, foreignOffer, rent } = scene
      await collection.connect(seller).setApprovalForAll(rentalsAddress, false)
      await foreign.connect(seller).setApprovalForAll(rentalsAddress, false)
      for (const [offer, address] of [
        [await offerOf(), collectionAddress],
        [await foreignOffer(), foreignAddress],
      ] as const)
        await expect(rent(offer)).to.be.revertedWithCustomError(rentals, 'MarketNotApproved').withArgs(seller.address, address)
      await collection.connect(seller).approve(rentalsAddress, tokenId)
      await foreign.connect(seller).approve(rentalsAddress, 1n)
      await rent(await offerOf())
      await rent(await foreignOffer())
    })
  })

  describe('given somebody else uses the token', () => {
    it('it reverts with MarketTokenRented, saying until when, to the last second', async () => {
      const { rentals, collection, tokenId, buyer, stranger, offerOf, requestOf, rent, at, now } = await loadRentals()
      const offer = await offerOf()
      await rent(offer)
      const until = (await now()) + 3n * DAY
      const request = await requestOf(offer, { by: stranger })
      const take = () => rentals.connect(stranger).rent(request, THREE, { value: THREE })
      await expect(take()).to.be.revertedWithCustomError(rentals, 'MarketTokenRented').withArgs(buyer.address, until)
      await at(until - 1n)
      await expect(take()).to.be.revertedWithCustomError(rentals, 'MarketTokenRented').withArgs(buyer.address, until)
      await at(until)
      await take()
      expect(await collection.userOf(tokenId)).to.equal(stranger.address)
    })
  })

  describe('given the user is the one of the request', () => {
    it('it moves the end by the days, whoever pays', async () => {
      const scene = await loadRentals()
      const { rentals, collection, collectionAddress, tokenId, seller, buyer, stranger, creator, offerOf, rent, now } = scene
      const offer = await offerOf()
      await rent(offer)
      const end = (await now()) + 3n * DAY
      const again = await rent(offer, { dayCount: 2 })
      expect(await collection.userExpires(tokenId)).to.equal(end + 2n * DAY)
      await expect(again)
        .to.emit(rentals, 'RentalExtended')
        .withArgs(
          await rentals.hashOffer(offer),
          seller.address,
          buyer.address,
          buyer.address,
          collectionAddress,
          tokenId,
          end,
          end + 2n * DAY,
          ETHER,
          2n * PER_DAY,
          feeOf(2n * PER_DAY),
          royaltyOf(2n * PER_DAY),
          creator.address,
          false,
        )
      await expect(again).to.not.emit(rentals, 'RentalStarted')
      await expect(rent(offer, { by: stranger, user: buyer.address, dayCount: 1 })).to.changeEtherBalances(ethers, [stranger], [-PER_DAY])
      expect([await collection.userOf(tokenId), await collection.userExpires(tokenId)]).to.deep.equal([buyer.address, end + 3n * DAY])
    })

    it('it reverts with MarketTermTooLong beyond the most days from now', async () => {
      const { rentals, collection, tokenId, buyer, offerOf, requestOf, rent, at, now } = await loadRentals()
      const offer = await offerOf({ maxDays: 5 })
      await rent(offer)
      const end = (await now()) + 3n * DAY
      const request = await requestOf(offer)
      const take = () => rentals.connect(buyer).rent(request, THREE, { value: THREE })
      // Three more days fit as soon as at most two of the first three are left.
      await at(end - 2n * DAY - 1n)
      await expect(take())
        .to.be.revertedWithCustomError(rentals, 'MarketTermTooLong')
        .withArgs(end + 3n * DAY, end + 3n * DAY - 1n)
      await at(end - 2n * DAY)
      await take()
      expect(await collection.userExpires(tokenId)).to.equal(end + 3n * DAY)
    })

    it('it reverts with MarketTermTooLong beyond the last expiry', async () => {
      const { rentals, buyer, offerOf, requestOf, rent, at, now } = await loadRentals()
      const start = (await now()) + 100n
      const lastExpiry = start + 5n * DAY
      const request = await requestOf(await offerOf({ lastExpiry }))
      const take = () => rentals.connect(buyer).rent(request, THREE, { value: THREE })
      await at(start + 2n * DAY + 1n)
      await expect(take())
        .to.be.revertedWithCustomError(rentals, 'MarketTermTooLong')
        .withArgs(lastExpiry + 1n, lastExpiry)
      await rent(await offerOf({ lastExpiry }), { dayCount: 1 })
      await expect(rent(await offerOf({ lastExpiry }), { dayCount: 2 })).to.be.revertedWithCustomError(rentals, 'MarketTermTooLong')
    })
  })

  describe('given the token is bound to its owner', () => {
    it('it reverts with the reason of the collection', async () => {
      const { collection, creator, rentalsAddress, mint, offerOf, signOffer, rent } = await loadRentals()
      const bound = await mint(creator, 'bound', { policy: 16 | POLICY.derivatives })
      await collection.connect(creator).setApprovalForAll(rentalsAddress, true)
      const offer = await offerOf({ owner: creator.address as Hex, tokenId: bound })
      await expect(rent(offer, { signature: await signOffer(offer, creator) }))
        .to.be.revertedWithCustomError(collection, 'TokensSoulbound')
        .withArgs(bound)
    })
  })

  describe('when the owner rents', () => {
    it('it reverts with MarketMakerIsTaker', async () => {
      const { rentals, seller, offerOf, rent } = await loadRentals()
      await expect(rent(await offerOf(), { by: seller }))
        .to.be.revertedWithCustomError(rentals, 'MarketMakerIsTaker')
        .withArgs(seller.address)
    })
  })

  describe('when the days are not offered', () => {
    it('it reverts with MarketDaysNotOffered', async () => {
      const { rentals, offerOf, rent, now, at } = await loadRentals()
      const offer = await offerOf({ minDays: 2, maxDays: 4 })
      for (const dayCount of [0, 1, 5])
        await expect(rent(offer, { dayCount })).to.be.revertedWithCustomError(rentals, 'MarketDaysNotOffered').withArgs(dayCount, 2, 4)
      for (const dayCount of [2, 4]) {
        await rent(offer, { dayCount })
        await at((await now()) + BigInt(dayCount) * DAY)
      }
    })

    it('it reverts with MarketTermInvalid where the offer itself makes no sense', async () => {
      const { rentals, offerOf, rent } = await loadRentals()
      for (const [minDays, maxDays] of [
        [0, 3],
        [4, 3],
        [1, 366],
      ] as const)
        await expect(rent(await offerOf({ minDays, maxDays })))
          .to.be.revertedWithCustomError(rentals, 'MarketTermInvalid')
          .withArgs(minDays, maxDays, 365)
      await rent(await offerOf({ minDays: 365, maxDays: 365, pricePerDay: 1n }), { dayCount: 365 })
    })
  })

  describe('when the user is nobody', () => {
    it('it reverts with MarketUserZero', async () => {
      const { rentals, offerOf, rent } = await loadRentals()
      await expect(rent(await offerOf(), { user: NOBODY })).to.be.revertedWithCustomError(rentals, 'MarketUserZero')
    })
  })

  describe('when the collection is an account', () => {
    it('it reverts with MarketCollectionUnknown', async () => {
      const { rentals, stranger, offerOf, rent } = await loadRentals()
      await expect(rent(await offerOf({ collection: stranger.address as Hex, lastExpiry: NEVER })))
        .to.be.revertedWithCustomError(rentals, 'MarketCollectionUnknown')
        .withArgs(stranger.address)
    })
  })

  describe('when the collection knows no users', () => {
    it('it reverts with MarketNotRentable', async () => {
      const { rentals, rentalsAddress, seller, offerOf, rent } = await loadRentals()
      const plain = await deployMock<'mint' | 'setApprovalForAll'>('PlainCollection')
      await plain.mint(seller.address, 1n)
      await plain.connect(seller).setApprovalForAll(rentalsAddress, true)
      const collection = (await plain.getAddress()) as Hex
      await expect(rent(await offerOf({ collection, tokenId: 1n })))
        .to.be.revertedWithCustomError(rentals, 'MarketNotRentable')
        .withArgs(collection, 1n)
    })
  })
})
