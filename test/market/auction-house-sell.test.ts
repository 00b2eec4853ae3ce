import { expect } from 'chai'
import { ETHER, HOUR, loadAuctions, type Terms, TOKEN } from '../fixtures/auctions.ts'
import { deployMock } from '../fixtures/deploy-mock.ts'
import { DAY, ethers, FEE_BPS, networkHelpers, PRICE } from '../fixtures/trade.ts'

const NOBODY = ethers.ZeroAddress
const NOWHERE = `0x${'00'.repeat(19)}99`

/** An auction whose asset neither the winner nor the seller could be given. */
async function stuck() {
  const scene = await loadAuctions()
  const { house, houseAddress, seller, buyer, create, bid, settle } = scene
  const gated = await deployMock<'mint' | 'refuse' | 'setApprovalForAll' | 'ownerOf'>('GatedCollection')
  await gated.mint(seller.address, TOKEN)
  await gated.connect(seller).setApprovalForAll(houseAddress, true)
  const id = await create({ collection: await gated.getAddress() })
  await bid(buyer, id, PRICE)
  for (const who of [seller, buyer]) await gated.refuse(who.address, true)
  await settle(id)
  expect((await house.auctionOf(id)).closed).to.equal(true)
  return { ...scene, gated, id }
}

describe('createAuction', () => {
  it('it takes an ERC-721 token, keeps the terms and announces them', async () => {
    const { house, houseAddress, plain, plainAddress, seller, termsOf, now, at } = await loadAuctions()
    const terms = termsOf({ currency: ETHER, minIncrementBps: 1_234, extensionWindow: 77n, maxExtension: 5n * HOUR })
    const id = await house.connect(seller).createAuction.staticCall(terms)
    const start = (await now()) + 100n
    const end = start + DAY
    await at(start)
    await expect(house.connect(seller).createAuction(terms))
      .to.emit(house, 'AuctionCreated')
      .withArgs(id, seller.address, plainAddress, TOKEN, 0n, ETHER, PRICE, 1_234, FEE_BPS, start, end, 77n, end + 5n * HOUR)
    expect(await plain.ownerOf(TOKEN)).to.equal(houseAddress)
    const kept = await house.auctionOf(id)
    expect([...kept]).to.deep.equal([
      seller.address,
      start,
      end,
      1_234n,
      NOBODY,
      end + 5n * HOUR,
      77n,
      FEE_BPS,
      false,
      PRICE,
      0n,
      ETHER,
      plainAddress,
      TOKEN,
    ])
    expect(await house.auctionCountOf(seller.address)).to.equal(1n)
    expect(await house.leastBid(id)).to.equal(PRICE)
  })

  it('it takes units of an ERC-1155 token', async () => {
    const { house, houseAddress, editions, editionsAddress, seller, create, wrappedAddress } = await loadAuctions()
    const units = { collection: editionsAddress, quantity: 30n, currency: wrappedAddress }
    const ids = [await create(units), await create(units)]
    expect(new Set(ids).size).to.equal(2)
    expect(await editions.balanceOf(houseAddress, TOKEN)).to.equal(60n)
    expect(await editions.balanceOf(seller.address, TOKEN)).to.equal(40n)
    for (const id of ids) expect((await house.auctionOf(id)).quantity).to.equal(30n)
  })

  it('it takes a token of the house collection and of a collection without ERC-2981', async () => {
    const { houseAddress, collection, collectionAddress, tokenId, seller, create } = await loadAuctions()
    await create({ collection: collectionAddress, tokenId })
    expect(await collection.ownerOf(tokenId)).to.equal(houseAddress)
    const bare = await deployMock<'mint' | 'approve' | 'ownerOf'>('BareCollection')
    await bare.mint(seller.address, 9n)
    await bare.connect(seller).approve(houseAddress, 9n)
    await create({ collection: await bare.getAddress(), tokenId: 9n })
    expect(await bare.ownerOf(9n)).to.equal(houseAddress)
  })

  it('it names the auction by its seller, how many it made before, and the terms', async () => {
    const { house, seller, stranger, create, termsOf } = await loadAuctions()
    const asked = (by = seller, change: Partial<Terms> = {}) => house.connect(by).createAuction.staticCall(termsOf(change))
    const first = await asked()
    expect(await asked(seller, { reserve: 2n })).to.not.equal(first)
    expect(await create()).to.equal(first)
    const second = await asked(seller, { tokenId: 2n })
    expect(await create({ tokenId: 2n })).to.equal(second)
    expect(await house.auctionCountOf(seller.address)).to.equal(2n)
    expect(await house.auctionCountOf(stranger.address)).to.equal(0n)
  })

  it('it opens at a start ahead, and at once where the start has passed', async () => {
    const { house, create, now, at } = await loadAuctions()
    const ahead = (await now()) + 9n * DAY
    expect((await house.auctionOf(await create({ start: ahead }))).start).to.equal(ahead)
    const passed = (await now()) + 50n
    await at(passed + 1n)
    const { start, end } = await house.auctionOf(await create({ tokenId: 2n, start: passed - 1_000n }))
    expect(end - start).to.equal(DAY)
    expect(start).to.be.greaterThan(passed)
  })

  describe('when the market is paused', () => {
    it('it reverts with MarketPaused', async () => {
      const { house, market, owner, create } = await loadAuctions()
      await market.connect(owner).pause()
      await expect(create())
        .to.be.revertedWithCustomError(house, 'MarketPaused')
        .withArgs(await market.pausedUntil())
      await market.connect(owner).unpause()
      await create()
    })
  })

  describe('when the terms are at their limits', () => {
    it('it accepts them', async () => {
      const { house, create, now, at } = await loadAuctions()
      const most = { minIncrementBps: 5_000, duration: 30n * DAY, extensionWindow: DAY, maxExtension: 7n * DAY, reserve: 2n ** 128n - 1n }
      const next = (await now()) + 10n
      await at(next)
      const { start, end, lastEnd } = await house.auctionOf(await create({ ...most, start: next + 30n * DAY }))
      expect([start, end, lastEnd]).to.deep.equal([next + 30n * DAY, next + 60n * DAY, next + 67n * DAY])
      await create({ tokenId: 2n, minIncrementBps: 100, duration: HOUR, extensionWindow: 0n, maxExtension: 0n, reserve: 1n })
    })
  })

  describe('when the terms are beyond their limits', () => {
    it('it reverts with MarketReserveZero', async () => {
      const { house, create } = await loadAuctions()
      await expect(create({ reserve: 0n })).to.be.revertedWithCustomError(house, 'MarketReserveZero')
    })

    it('it reverts with MarketIncrementInvalid', async () => {
      const { house, create } = await loadAuctions()
      for (const bps of [0, 99, 5_001, 65_535])
        await expect(create({ minIncrementBps: bps }))
          .to.be.revertedWithCustomError(house, 'MarketIncrementInvalid')
          .withArgs(bps, 100, 5_000)
    })

    it('it reverts with MarketAuctionStartTooLate', async () => {
      const { house, seller, termsOf, now, at } = await loadAuctions()
      const next = (await now()) + 10n
      await at(next)
      await expect(house.connect(seller).createAuction(termsOf({ start: next + 30n * DAY + 1n })))
        .to.be.revertedWithCustomError(house, 'MarketAuctionStartTooLate')
        .withArgs(next + 30n * DAY + 1n, next + 30n * DAY)
    })

    it('it reverts with MarketDurationInvalid', async () => {
      const { house, create } = await loadAuctions()
      for (const duration of [0n, HOUR - 1n, 30n * DAY + 1n, 2n ** 64n - 1n])
        await expect(create({ duration }))
          .to.be.revertedWithCustomError(house, 'MarketDurationInvalid')
          .withArgs(duration, HOUR, 30n * DAY)
    })

    it('it reverts with MarketExtensionTooLong', async () => {
      const { house, create } = await loadAuctions()
      await expect(create({ extensionWindow: DAY + 1n }))
        .to.be.revertedWithCustomError(house, 'MarketExtensionTooLong')
        .withArgs(DAY + 1n, DAY)
      await expect(create({ maxExtension: 7n * DAY + 1n }))
        .to.be.revertedWithCustomError(house, 'MarketExtensionTooLong')
        .withArgs(7n * DAY + 1n, 7n * DAY)
    })
  })

  describe('when the currency is not on the list of the market', () => {
    it('it reverts with MarketCurrencyNotAllowed', async () => {
      const { house, market, owner, create, wrappedAddress, plainAddress } = await loadAuctions()
      await market.connect(owner).allowCurrency(wrappedAddress, false)
      for (const currency of [wrappedAddress, plainAddress, NOWHERE])
        await expect(create({ currency }))
          .to.be.revertedWithCustomError(house, 'MarketCurrencyNotAllowed')
          .withArgs(ethers.getAddress(currency))
    })
  })

  describe('when the collection is a currency', () => {
    it('it reverts with MarketCollectionIsCurrency', async () => {
      const { house, create, wrappedAddress } = await loadAuctions()
      for (const quantity of [0n, 1n])
        await expect(create({ collection: wrappedAddress, quantity }))
          .to.be.revertedWithCustomError(house, 'MarketCollectionIsCurrency')
          .withArgs(wrappedAddress)
    })
  })

  describe('when the collection is no contract', () => {
    it('it reverts with MarketCollectionUnknown', async () => {
      const { house, create } = await loadAuctions()
      for (const quantity of [0n, 1n])
        await expect(create({ collection: NOWHERE, quantity })).to.be.revertedWithCustomError(house, 'MarketCollectionUnknown')
    })
  })

  describe('when the caller does not own the token', () => {
    it('it reverts with MarketSellerNotOwner', async () => {
      const { house, stranger, seller, create } = await loadAuctions()
      await expect(create({}, stranger))
        .to.be.revertedWithCustomError(house, 'MarketSellerNotOwner')
        .withArgs(stranger.address, seller.address)
    })
  })

  describe('when the caller has too few units', () => {
    it('it reverts with MarketUnitsTooFew', async () => {
      const { house, seller, create, editionsAddress, plainAddress } = await loadAuctions()
      await expect(create({ collection: editionsAddress, quantity: 101n }))
        .to.be.revertedWithCustomError(house, 'MarketUnitsTooFew')
        .withArgs(seller.address, 100n, 101n)
      // An ERC-721 collection knows no units.
      await expect(create({ collection: plainAddress, quantity: 1n })).to.be.revertedWithCustomError(house, 'MarketUnitsTooFew')
    })
  })

  describe('when the house is not approved', () => {
    it('it reverts with MarketNotApproved', async () => {
      const { house, houseAddress, plain, plainAddress, editions, editionsAddress, seller, create } = await loadAuctions()
      await plain.connect(seller).setApprovalForAll(houseAddress, false)
      await editions.connect(seller).setApprovalForAll(houseAddress, false)
      await expect(create()).to.be.revertedWithCustomError(house, 'MarketNotApproved').withArgs(seller.address, plainAddress)
      await expect(create({ collection: editionsAddress, quantity: 1n }))
        .to.be.revertedWithCustomError(house, 'MarketNotApproved')
        .withArgs(seller.address, editionsAddress)
    })
  })

  describe('when the collection did not hand over all', () => {
    it('it reverts with MarketTokenNotDelivered', async () => {
      const { house, editions, editionsAddress, create } = await loadAuctions()
      await editions.loseOnTheWay(1n)
      await expect(create({ collection: editionsAddress, quantity: 5n }))
        .to.be.revertedWithCustomError(house, 'MarketTokenNotDelivered')
        .withArgs(editionsAddress, TOKEN)
    })
  })
})

describe('cancelAuction', () => {
  it('it gives the asset back and forgets the auction', async () => {
    const { house, plain, seller, create } = await loadAuctions()
    const id = await create()
    await expect(house.connect(seller).cancelAuction(id)).to.emit(house, 'AuctionCancelled').withArgs(id, seller.address)
    expect(await plain.ownerOf(TOKEN)).to.equal(seller.address)
    expect((await house.auctionOf(id)).seller).to.equal(NOBODY)
  })

  it('it gives units back, also while the market is paused and after the end', async () => {
    const { house, houseAddress, editions, editionsAddress, market, owner, seller, create, endOf } = await loadAuctions()
    const id = await create({ collection: editionsAddress, quantity: 7n })
    await market.connect(owner).pause()
    await networkHelpers.time.increaseTo((await endOf(id)) + 5n)
    await house.connect(seller).cancelAuction(id)
    expect(await editions.balanceOf(seller.address, TOKEN)).to.equal(100n)
    expect(await editions.balanceOf(houseAddress, TOKEN)).to.equal(0n)
  })

  describe('when there is no such auction', () => {
    it('it reverts with MarketAuctionUnknown', async () => {
      const { house, seller } = await loadAuctions()
      await expect(house.connect(seller).cancelAuction(ethers.ZeroHash))
        .to.be.revertedWithCustomError(house, 'MarketAuctionUnknown')
        .withArgs(ethers.ZeroHash)
    })
  })

  describe('when the caller is not the seller', () => {
    it('it reverts with MarketNotSeller', async () => {
      const { house, seller, stranger, create } = await loadAuctions()
      const id = await create()
      await expect(house.connect(stranger).cancelAuction(id))
        .to.be.revertedWithCustomError(house, 'MarketNotSeller')
        .withArgs(stranger.address, seller.address)
    })
  })

  describe('when there is a bid', () => {
    it('it reverts with MarketAuctionHasBid', async () => {
      const { house, seller, buyer, create, bid } = await loadAuctions()
      const id = await create()
      await bid(buyer, id, PRICE)
      await expect(house.connect(seller).cancelAuction(id))
        .to.be.revertedWithCustomError(house, 'MarketAuctionHasBid')
        .withArgs(id, buyer.address)
    })
  })

  describe('when the auction is closed', () => {
    it('it reverts with MarketAuctionClosed', async () => {
      const { house, seller, id } = await stuck()
      await expect(house.connect(seller).cancelAuction(id)).to.be.revertedWithCustomError(house, 'MarketAuctionClosed').withArgs(id)
    })
  })

  describe('when the collection refuses the seller', () => {
    it('it reverts with MarketTokenNotDelivered', async () => {
      const { house, seller, gated, create } = await stuck()
      await gated.mint(seller.address, 2n)
      const id = await create({ collection: await gated.getAddress(), tokenId: 2n })
      await expect(house.connect(seller).cancelAuction(id))
        .to.be.revertedWithCustomError(house, 'MarketTokenNotDelivered')
        .withArgs(await gated.getAddress(), 2n)
      expect((await house.auctionOf(id)).seller).to.equal(seller.address)
      await gated.refuse(seller.address, false)
      await house.connect(seller).cancelAuction(id)
      expect(await gated.ownerOf(2n)).to.equal(seller.address)
    })
  })
})

describe('reclaim', () => {
  it('it sends the asset that waited, and forgets the auction', async () => {
    const { house, gated, seller, stranger, id } = await stuck()
    await expect(house.connect(seller).reclaim(id, stranger.address))
      .to.emit(house, 'AssetReclaimed')
      .withArgs(id, seller.address, stranger.address)
    expect(await gated.ownerOf(TOKEN)).to.equal(stranger.address)
    await expect(house.connect(seller).reclaim(id, seller.address)).to.be.revertedWithCustomError(house, 'MarketAuctionUnknown')
  })

  describe('when there is no such auction', () => {
    it('it reverts with MarketAuctionUnknown', async () => {
      const { house, seller } = await loadAuctions()
      await expect(house.connect(seller).reclaim(ethers.ZeroHash, seller.address)).to.be.revertedWithCustomError(
        house,
        'MarketAuctionUnknown',
      )
    })
  })

  describe('when the auction is not closed', () => {
    it('it reverts with MarketAssetNotWaiting', async () => {
      const { house, seller, create, endOf } = await loadAuctions()
      const id = await create()
      await expect(house.connect(seller).reclaim(id, seller.address))
        .to.be.revertedWithCustomError(house, 'MarketAssetNotWaiting')
        .withArgs(id)
      await networkHelpers.time.increaseTo(await endOf(id))
      await expect(house.connect(seller).reclaim(id, seller.address)).to.be.revertedWithCustomError(house, 'MarketAssetNotWaiting')
    })
  })

  describe('when the caller is not the seller', () => {
    it('it reverts with MarketNotSeller', async () => {
      const { house, seller, buyer, id } = await stuck()
      await expect(house.connect(buyer).reclaim(id, buyer.address))
        .to.be.revertedWithCustomError(house, 'MarketNotSeller')
        .withArgs(buyer.address, seller.address)
    })
  })

  describe('when the asset is to stay in the house', () => {
    it('it reverts with MarketReceiverIsHouse', async () => {
      const { house, houseAddress, seller, id } = await stuck()
      await expect(house.connect(seller).reclaim(id, houseAddress)).to.be.revertedWithCustomError(house, 'MarketReceiverIsHouse')
    })
  })

  describe('when the collection still refuses', () => {
    it('it reverts with MarketTokenNotDelivered and the asset keeps waiting', async () => {
      const { house, gated, seller, id } = await stuck()
      await expect(house.connect(seller).reclaim(id, seller.address))
        .to.be.revertedWithCustomError(house, 'MarketTokenNotDelivered')
        .withArgs(await gated.getAddress(), TOKEN)
      await gated.refuse(seller.address, false)
      await house.connect(seller).reclaim(id, seller.address)
      expect(await gated.ownerOf(TOKEN)).to.equal(seller.address)
    })
  })
})
