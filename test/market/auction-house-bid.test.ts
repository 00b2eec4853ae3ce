import { expect } from 'chai'
import { ETHER, HOUR, loadAuctions, MONEY, PAYEE } from '../fixtures/auctions.ts'
import { DAY, ethers, networkHelpers, PRICE } from '../fixtures/trade.ts'

const NOBODY = ethers.ZeroAddress

describe('bid', () => {
  it('it takes the first bid at the reserve, in ether', async () => {
    const { house, houseAddress, buyer, create, endOf } = await loadAuctions()
    const id = await create()
    const first = () => house.connect(buyer).bid(id, PRICE, { value: PRICE })
    await expect(first()).to.changeEtherBalances(ethers, [buyer, houseAddress], [-PRICE, PRICE])
    const { bidder, amount } = await house.auctionOf(id)
    expect([bidder, amount]).to.deep.equal([buyer.address, PRICE])
    const events = await house.queryFilter(house.filters.BidPlaced())
    expect(events.map(({ args }) => [...args])).to.deep.equal([[id, buyer.address, NOBODY, PRICE, await endOf(id), 0n, false]])
  })

  it('it takes a bid in an ERC-20', async () => {
    const { house, houseAddress, buyer, wrappedEther, wrappedAddress, create } = await loadAuctions()
    const id = await create({ currency: wrappedAddress })
    const first = house.connect(buyer).bid(id, 2n * PRICE)
    await expect(first).to.changeTokenBalances(ethers, wrappedEther, [buyer, houseAddress], [-2n * PRICE, 2n * PRICE])
    expect((await house.auctionOf(id)).amount).to.equal(2n * PRICE)
  })

  it('it gives the bid before back at once', async () => {
    const { house, houseAddress, buyer, stranger, wrappedEther, wrappedAddress, create, bid, endOf } = await loadAuctions()
    const id = await create()
    await bid(buyer, id, PRICE)
    const second = house.connect(stranger).bid(id, 2n * PRICE, { value: 2n * PRICE })
    await expect(second).to.changeEtherBalances(ethers, [buyer, stranger, houseAddress], [PRICE, -2n * PRICE, PRICE])
    await expect(second)
      .to.emit(house, 'BidPlaced')
      .withArgs(id, stranger.address, buyer.address, 2n * PRICE, await endOf(id), PRICE, false)
    await expect(second).to.not.emit(house, 'PaymentCredited')
    const other = await create({ tokenId: 2n, currency: wrappedAddress })
    await bid(buyer, other, PRICE)
    const third = house.connect(stranger).bid(other, 2n * PRICE)
    await expect(third).to.changeTokenBalances(ethers, wrappedEther, [buyer, stranger, houseAddress], [PRICE, -2n * PRICE, PRICE])
    await expect(third).to.not.emit(house, 'PaymentCredited')
  })

  it('it lets a bidder raise its own bid', async () => {
    const { house, houseAddress, buyer, create, bid } = await loadAuctions()
    const id = await create()
    await bid(buyer, id, PRICE)
    const raise = house.connect(buyer).bid(id, 3n * PRICE, { value: 3n * PRICE })
    await expect(raise).to.changeEtherBalances(ethers, [buyer, houseAddress], [-2n * PRICE, 2n * PRICE])
    expect((await house.auctionOf(id)).amount).to.equal(3n * PRICE)
  })

  it('it counts the fee of the day on which the auction was created', async () => {
    const { house, market, owner, buyer, create, bid, settle } = await loadAuctions()
    const id = await create({ duration: 5n * DAY })
    await market.connect(owner).scheduleFee(500)
    await networkHelpers.time.increase(2n * DAY)
    await market.applyFee()
    await bid(buyer, id, PRICE)
    await settle(id)
    expect(await house.accruedFees(ETHER)).to.equal(PRICE / 40n)
  })

  describe('given there is no such auction', () => {
    it('it reverts with MarketAuctionUnknown', async () => {
      const { house, buyer } = await loadAuctions()
      await expect(house.connect(buyer).bid(ethers.ZeroHash, PRICE, { value: PRICE }))
        .to.be.revertedWithCustomError(house, 'MarketAuctionUnknown')
        .withArgs(ethers.ZeroHash)
    })
  })

  describe('given the market is paused', () => {
    it('it reverts with MarketPaused', async () => {
      const { house, market, owner, buyer, create, bid } = await loadAuctions()
      const id = await create()
      await market.connect(owner).pause()
      await expect(bid(buyer, id, PRICE))
        .to.be.revertedWithCustomError(house, 'MarketPaused')
        .withArgs(await market.pausedUntil())
    })
  })

  describe('given the auction has not started', () => {
    it('it reverts with MarketAuctionNotStarted until the very second', async () => {
      const { house, buyer, create, now, at } = await loadAuctions()
      const start = (await now()) + DAY
      const id = await create({ start })
      await at(start - 1n)
      await expect(house.connect(buyer).bid(id, PRICE, { value: PRICE }))
        .to.be.revertedWithCustomError(house, 'MarketAuctionNotStarted')
        .withArgs(start)
      await at(start)
      await house.connect(buyer).bid(id, PRICE, { value: PRICE })
      expect((await house.auctionOf(id)).bidder).to.equal(buyer.address)
    })
  })

  describe('given the auction has ended', () => {
    it('it reverts with MarketAuctionEnded from the very second', async () => {
      const { house, buyer, stranger, create, endOf, at } = await loadAuctions()
      const id = await create({ extensionWindow: 0n })
      const end = await endOf(id)
      await at(end - 1n)
      await house.connect(buyer).bid(id, PRICE, { value: PRICE })
      await at(end)
      await expect(house.connect(stranger).bid(id, 2n * PRICE, { value: 2n * PRICE }))
        .to.be.revertedWithCustomError(house, 'MarketAuctionEnded')
        .withArgs(end)
    })
  })

  describe('when the seller bids', () => {
    it('it reverts with MarketSellerIsBidder', async () => {
      const { house, seller, create, bid } = await loadAuctions()
      const id = await create()
      await expect(bid(seller, id, PRICE))
        .to.be.revertedWithCustomError(house, 'MarketSellerIsBidder')
        .withArgs(seller.address)
    })
  })

  describe('when the bid is too low', () => {
    it('it reverts with MarketBidTooLow below the reserve', async () => {
      const { house, buyer, create, bid } = await loadAuctions()
      const id = await create()
      for (const amount of [0n, PRICE - 1n])
        await expect(bid(buyer, id, amount))
          .to.be.revertedWithCustomError(house, 'MarketBidTooLow')
          .withArgs(amount, PRICE)
    })

    it('it reverts with MarketBidTooLow below the increment, rounded up', async () => {
      const { house, buyer, stranger, create, bid } = await loadAuctions()
      const id = await create({ reserve: 101n, minIncrementBps: 1_000 })
      await bid(buyer, id, 101n)
      for (const amount of [101n, 111n])
        await expect(bid(stranger, id, amount))
          .to.be.revertedWithCustomError(house, 'MarketBidTooLow')
          .withArgs(amount, 112n)
      await bid(stranger, id, 112n)
    })
  })

  describe('when the ether is not the bid', () => {
    it('it reverts with MarketWrongPayment', async () => {
      const { house, buyer, wrappedAddress, create } = await loadAuctions()
      const id = await create()
      for (const value of [0n, PRICE - 1n, PRICE + 1n])
        await expect(house.connect(buyer).bid(id, PRICE, { value }))
          .to.be.revertedWithCustomError(house, 'MarketWrongPayment')
          .withArgs(value, PRICE)
      const other = await create({ tokenId: 2n, currency: wrappedAddress })
      await expect(house.connect(buyer).bid(other, PRICE, { value: 1n }))
        .to.be.revertedWithCustomError(house, 'MarketWrongPayment')
        .withArgs(1n, 0n)
    })
  })

  describe('when the ERC-20 is missing or not approved', () => {
    it('it reverts with MarketBalanceTooLow or MarketNotApproved', async () => {
      const { house, houseAddress, buyer, wrappedEther, wrappedAddress, create } = await loadAuctions()
      const id = await create({ currency: wrappedAddress })
      const had = await wrappedEther.balanceOf(buyer.address)
      await expect(house.connect(buyer).bid(id, had + 1n))
        .to.be.revertedWithCustomError(house, 'MarketBalanceTooLow')
        .withArgs(buyer.address, had, had + 1n)
      await wrappedEther.connect(buyer).approve(houseAddress, PRICE - 1n)
      await expect(house.connect(buyer).bid(id, PRICE))
        .to.be.revertedWithCustomError(house, 'MarketNotApproved')
        .withArgs(buyer.address, wrappedAddress)
    })
  })

  describe('when less of the ERC-20 arrives', () => {
    it('it reverts with MarketPaymentFailed', async () => {
      const { house, houseAddress, buyer, money, moneyAddress, create } = await loadAuctions()
      const id = await create({ currency: moneyAddress })
      await money.setMode(MONEY.fee, NOBODY, '0x')
      await expect(house.connect(buyer).bid(id, PRICE))
        .to.be.revertedWithCustomError(house, 'MarketPaymentFailed')
        .withArgs(moneyAddress, houseAddress, PRICE)
    })
  })

  describe('when the bid is late', () => {
    it('it moves the end to the window after it', async () => {
      const { house, buyer, create, endOf, at } = await loadAuctions()
      const id = await create()
      const end = await endOf(id)
      await at(end - 599n)
      await expect(house.connect(buyer).bid(id, PRICE, { value: PRICE }))
        .to.emit(house, 'BidPlaced')
        .withArgs(id, buyer.address, NOBODY, PRICE, end + 1n, 0n, false)
      expect(await endOf(id)).to.equal(end + 1n)
      expect((await house.auctionOf(id)).lastEnd).to.equal(end + HOUR)
    })

    it('it moves the end no further than all extensions may', async () => {
      const { house, buyer, create, endOf, at } = await loadAuctions()
      const id = await create({ maxExtension: 700n })
      const end = await endOf(id)
      await at(end - 1n)
      await house.connect(buyer).bid(id, PRICE, { value: PRICE })
      expect(await endOf(id)).to.equal(end + 599n)
      await at(end + 598n)
      await house.connect(buyer).bid(id, 2n * PRICE, { value: 2n * PRICE })
      expect(await endOf(id)).to.equal(end + 700n)
      await at(end + 699n)
      await house.connect(buyer).bid(id, 3n * PRICE, { value: 3n * PRICE })
      expect(await endOf(id)).to.equal(end + 700n)
    })

    it('it leaves the end alone just before the window, and where there is none', async () => {
      const { house, buyer, create, endOf, at } = await loadAuctions()
      const id = await create()
      const end = await endOf(id)
      await at(end - 600n)
      await house.connect(buyer).bid(id, PRICE, { value: PRICE })
      expect(await endOf(id)).to.equal(end)
      const without = await create({ tokenId: 2n, extensionWindow: 0n })
      const last = await endOf(without)
      await at(last - 1n)
      await house.connect(buyer).bid(without, PRICE, { value: PRICE })
      expect(await endOf(without)).to.equal(last)
    })
  })

  describe('when the bidder before does not take its money', () => {
    it('it credits the ether', async () => {
      const { house, buyer, create, endOf, deployBidder } = await loadAuctions()
      const id = await create()
      const hostile = await deployBidder()
      await hostile.bid(id, PRICE)
      await hostile.bidder.setMode(PAYEE.rejects, NOBODY, '0x')
      const next = house.connect(buyer).bid(id, 2n * PRICE, { value: 2n * PRICE })
      await expect(next)
        .to.emit(house, 'BidPlaced')
        .withArgs(id, buyer.address, hostile.address, 2n * PRICE, await endOf(id), PRICE, true)
      await expect(next).to.emit(house, 'PaymentCredited').withArgs(hostile.address, ETHER, PRICE)
      expect(await house.pendingOf(hostile.address, ETHER)).to.equal(PRICE)
    })

    it('it credits the ERC-20', async () => {
      const { house, buyer, stranger, money, moneyAddress, create, bid, endOf } = await loadAuctions()
      const id = await create({ currency: moneyAddress })
      await bid(buyer, id, PRICE)
      await money.setMode(MONEY.blocks, buyer.address, '0x')
      const next = house.connect(stranger).bid(id, 2n * PRICE)
      await expect(next)
        .to.emit(house, 'BidPlaced')
        .withArgs(id, stranger.address, buyer.address, 2n * PRICE, await endOf(id), PRICE, true)
      await expect(next).to.emit(house, 'PaymentCredited').withArgs(buyer.address, moneyAddress, PRICE)
      expect(await house.pendingOf(buyer.address, moneyAddress)).to.equal(PRICE)
      expect(await house.pendingOf(buyer.address, ETHER)).to.equal(0n)
    })
  })
})

describe('leastBid', () => {
  it('it is the reserve, then the highest bid and the increment rounded up', async () => {
    const { house, buyer, create, bid } = await loadAuctions()
    const id = await create({ reserve: 1_001n, minIncrementBps: 333 })
    expect(await house.leastBid(id)).to.equal(1_001n)
    await bid(buyer, id, 1_001n)
    expect(await house.leastBid(id)).to.equal(1_035n)
    // More than any bid can be: the last was the last.
    const huge = await create({ tokenId: 2n, reserve: 2n ** 128n - 1n })
    expect(await house.leastBid(huge)).to.equal(2n ** 128n - 1n)
  })

  it('it is at least one more where the increment rounds to less', async () => {
    const { house, buyer, create, bid } = await loadAuctions()
    const id = await create({ reserve: 1n, minIncrementBps: 100 })
    await bid(buyer, id, 1n)
    expect(await house.leastBid(id)).to.equal(2n)
  })

  describe('given there is no such auction', () => {
    it('it reverts with MarketAuctionUnknown', async () => {
      const { house } = await loadAuctions()
      await expect(house.leastBid(ethers.ZeroHash)).to.be.revertedWithCustomError(house, 'MarketAuctionUnknown')
    })
  })
})
