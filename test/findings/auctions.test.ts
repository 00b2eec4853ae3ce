import { expect } from 'chai'
import { ETHER, HOUR, hostileToken, loadAuctions, MONEY, MOVE, PAYEE, TOKEN } from '../fixtures/auctions.ts'
import { deployMock } from '../fixtures/deploy-mock.ts'
import { DAY, ethers, networkHelpers, PRICE } from '../fixtures/trade.ts'

const NOBODY = ethers.ZeroAddress

describe('a bidder who cannot be paid back (Foundation H-01)', () => {
  for (const [how, mode] of [
    ['rejects it', PAYEE.rejects],
    ['burns all gas', PAYEE.burnsGas],
    ['returns a megabyte', PAYEE.megabyte],
  ] as const)
    it(`a bidder that ${how} cannot keep others from bidding, and finds its ether in the ledger`, async () => {
      const { house, buyer, create, deployBidder, settle, plain } = await loadAuctions()
      const id = await create()
      const hostile = await deployBidder()
      await hostile.bid(id, PRICE)
      await hostile.bidder.setMode(mode, NOBODY, '0x')
      const receipt = await (await house.connect(buyer).bid(id, 2n * PRICE, { value: 2n * PRICE })).wait()
      expect(receipt?.gasUsed).to.be.lessThan(180_000n)
      expect(await house.pendingOf(hostile.address, ETHER)).to.equal(PRICE)
      await settle(id)
      expect(await plain.ownerOf(TOKEN)).to.equal(buyer.address)
      await hostile.bidder.setMode(PAYEE.accepts, NOBODY, '0x')
      await expect(hostile.withdraw()).to.changeEtherBalances(ethers, [hostile.address], [PRICE])
    })

  for (const [how, mode] of [
    ['blocks the bidder', MONEY.blocks],
    ['answers false', MONEY.false],
    ['burns all gas', MONEY.burnsGas],
    ['answers a megabyte', MONEY.megabyte],
    ['says that it moved and did not', MONEY.nothing],
    ['no longer tells a balance to the house', MONEY.unreadable],
  ] as const)
    it(`a currency that ${how} cannot stop a settlement, and what it does not move is credited`, async () => {
      const { house, houseAddress, buyer, seller, creator, plain, money, moneyAddress, create, bid, settle } = await loadAuctions()
      const id = await create({ currency: moneyAddress })
      await bid(buyer, id, PRICE)
      await money.setMode(mode, NOBODY, '0x')
      const receipt = await (await settle(id)).wait()
      expect(receipt?.gasUsed).to.be.lessThan(900_000n)
      expect(await plain.ownerOf(TOKEN)).to.equal(buyer.address)
      const waiting = (await house.pendingOf(seller.address, moneyAddress)) + (await house.pendingOf(creator.address, moneyAddress))
      await money.setMode(MONEY.plain, NOBODY, '0x')
      expect(await money.balanceOf(houseAddress)).to.equal(PRICE)
      expect(waiting + (await house.accruedFees(moneyAddress))).to.equal(PRICE)
      for (const who of [seller, creator]) await house.connect(who).withdraw(moneyAddress)
      await house.withdrawFees(moneyAddress)
      expect(await money.balanceOf(houseAddress)).to.equal(0n)
    })

  for (const [how, mode] of [
    ['answers nothing', MONEY.noAnswer],
    ['answers false and moves all the same', MONEY.falseButMoves],
  ] as const)
    it(`a refund in a currency that ${how} is paid once and not credited besides`, async () => {
      const { house, houseAddress, buyer, stranger, money, moneyAddress, create, bid } = await loadAuctions()
      const id = await create({ currency: moneyAddress })
      const had = await money.balanceOf(buyer.address)
      await bid(buyer, id, PRICE)
      await money.setMode(mode, NOBODY, '0x')
      await bid(stranger, id, 2n * PRICE)
      expect(await money.balanceOf(buyer.address)).to.equal(had)
      expect(await house.pendingOf(buyer.address, moneyAddress)).to.equal(0n)
      expect(await money.balanceOf(houseAddress)).to.equal(2n * PRICE)
    })
})

describe('an auction extended without end, cancelled, settled or bid on out of time (Foundation H-03)', () => {
  it('bids in every last second move the end no further than its cap', async () => {
    const { house, buyer, stranger, create, endOf, at } = await loadAuctions()
    const id = await create({ extensionWindow: DAY, maxExtension: 7n * DAY, minIncrementBps: 100 })
    const cap = (await endOf(id)) + 7n * DAY
    let amount = PRICE
    for (let round = 0; round < 12; round += 1) {
      const end = await endOf(id)
      if (end === cap && round > 9) break
      await at(end - 1n)
      await house.connect(round % 2 === 0 ? buyer : stranger).bid(id, amount, { value: amount })
      expect(await endOf(id)).to.be.at.most(cap)
      amount = await house.leastBid(id)
      if (end === cap) break
    }
    expect(await endOf(id)).to.equal(cap)
    await at(cap)
    await expect(house.connect(buyer).bid(id, amount, { value: amount })).to.be.revertedWithCustomError(house, 'MarketAuctionEnded')
  })

  it('the longest auction there can be keeps its times', async () => {
    const { house, create, now, at } = await loadAuctions()
    const next = (await now()) + 7n
    await at(next)
    const start = next + 30n * DAY
    const { end, lastEnd } = await house.auctionOf(
      await create({ start, duration: 30n * DAY, extensionWindow: DAY, maxExtension: 7n * DAY }),
    )
    expect([end, lastEnd]).to.deep.equal([start + 30n * DAY, start + 37n * DAY])
  })

  it('the first second takes bids, the last one does, the end does not and settles', async () => {
    const { house, buyer, stranger, create, now, at } = await loadAuctions()
    const start = (await now()) + HOUR
    const end = start + DAY
    const id = await create({ start, extensionWindow: 0n })
    const attempt = async (time: bigint, amount: bigint) => {
      await at(time)
      return house.connect(amount % 2n === 0n ? buyer : stranger).bid(id, amount, { value: amount })
    }
    await expect(attempt(start - 1n, PRICE)).to.be.revertedWithCustomError(house, 'MarketAuctionNotStarted')
    await attempt(start, PRICE)
    await expect(house.settleAuction(id)).to.be.revertedWithCustomError(house, 'MarketAuctionRuns')
    await attempt(end - 1n, 2n * PRICE + 1n)
    await expect(attempt(end, 4n * PRICE)).to.be.revertedWithCustomError(house, 'MarketAuctionEnded')
    await house.settleAuction(id)
  })

  it('an auction cannot be cancelled after a bid, nor settled twice, nor bid on afterwards', async () => {
    const { house, seller, buyer, stranger, create, bid, settle } = await loadAuctions()
    const id = await create()
    await bid(buyer, id, PRICE)
    await expect(house.connect(seller).cancelAuction(id)).to.be.revertedWithCustomError(house, 'MarketAuctionHasBid')
    await settle(id)
    for (const again of [
      house.settleAuction(id),
      house.connect(seller).cancelAuction(id),
      house.connect(seller).reclaim(id, seller.address),
      house.connect(stranger).bid(id, 2n * PRICE, { value: 2n * PRICE }),
    ])
      await expect(again).to.be.revertedWithCustomError(house, 'MarketAuctionUnknown')
  })
})

describe('an auction whose terms change, or on which its seller bids', () => {
  it('a fee that changes after the creation does not touch the auction', async () => {
    const { house, market, owner, buyer, create, bid, settle } = await loadAuctions()
    const id = await create({ duration: 3n * DAY })
    await bid(buyer, id, PRICE)
    await market.connect(owner).scheduleFee(0)
    await networkHelpers.time.increase(2n * DAY)
    await market.applyFee()
    await settle(id)
    expect(await house.accruedFees(ETHER)).to.equal(PRICE / 40n)
    const next = await create({ tokenId: 2n })
    await bid(buyer, next, PRICE)
    await settle(next)
    expect(await house.accruedFees(ETHER)).to.equal(PRICE / 40n)
  })

  it('a seller cannot bid on its own asset', async () => {
    const { house, seller, create, bid } = await loadAuctions()
    const id = await create()
    for (const amount of [PRICE, 2n * PRICE])
      await expect(bid(seller, id, amount)).to.be.revertedWithCustomError(house, 'MarketSellerIsBidder')
  })

  it('a bid meets only the auction that its bidder saw: other terms are another auction', async () => {
    const { house, seller, buyer, create, termsOf } = await loadAuctions()
    const seen = await house.connect(seller).createAuction.staticCall(termsOf())
    // The block that held the auction is replaced, and the seller puts something else up in its place.
    const other = await create({ tokenId: 2n })
    expect(other).to.not.equal(seen)
    await expect(house.connect(buyer).bid(seen, PRICE, { value: PRICE })).to.be.revertedWithCustomError(house, 'MarketAuctionUnknown')
  })

  it('a currency that keeps a part of each transfer is refused when the bid arrives', async () => {
    const { house, houseAddress, buyer, money, moneyAddress, create } = await loadAuctions()
    const id = await create({ currency: moneyAddress })
    await money.setMode(MONEY.fee, NOBODY, '0x')
    await expect(house.connect(buyer).bid(id, PRICE)).to.be.revertedWithCustomError(house, 'MarketPaymentFailed')
    expect(await money.balanceOf(houseAddress)).to.equal(0n)
  })

  it('what others have bid cannot be put up as if it were a token', async () => {
    const { house, houseAddress, buyer, seller, wrappedEther, wrappedAddress, create, bid } = await loadAuctions()
    await bid(buyer, await create({ currency: wrappedAddress }), 5n * PRICE)
    for (const quantity of [0n, 1n])
      await expect(create({ collection: wrappedAddress, tokenId: PRICE, quantity }, seller)).to.be.revertedWithCustomError(
        house,
        'MarketCollectionIsCurrency',
      )
    expect(await wrappedEther.balanceOf(houseAddress)).to.equal(5n * PRICE)
  })
})

describe('an auction of a token that is not there, comes twice or cannot leave', () => {
  it('a token cannot be put up twice', async () => {
    const { house, houseAddress, seller, stranger, create } = await loadAuctions()
    await create()
    for (const who of [seller, stranger])
      await expect(create({}, who)).to.be.revertedWithCustomError(house, 'MarketSellerNotOwner').withArgs(who.address, houseAddress)
  })

  it('a collection that moves nothing and says nothing lets nobody put up what the house holds for another', async () => {
    const scene = await loadAuctions()
    const { house, stranger, create } = scene
    const { collection, address } = await hostileToken(scene)
    await create({ collection: address })
    await collection.setMove(MOVE.nothing, NOBODY, '0x')
    await expect(create({ collection: address }, stranger)).to.be.revertedWithCustomError(house, 'MarketSellerNotOwner')
  })

  it('a collection that keeps the token, or gives it elsewhere, makes no auction', async () => {
    const scene = await loadAuctions()
    const { house, create } = scene
    const { collection, address } = await hostileToken(scene)
    for (const move of [MOVE.nothing, MOVE.elsewhere]) {
      await collection.setMove(move, NOBODY, '0x')
      await expect(create({ collection: address })).to.be.revertedWithCustomError(house, 'MarketTokenNotDelivered')
    }
  })

  for (const [how, move] of [
    ['keeps the token', MOVE.nothing],
    ['gives it elsewhere', MOVE.elsewhere],
    ['burns all gas', MOVE.burnsGas],
    ['reverts with a megabyte', MOVE.megabyte],
  ] as const)
    it(`a collection that ${how} at the end leaves the seller unpaid and the bidder with its money`, async () => {
      const scene = await loadAuctions()
      const { house, houseAddress, seller, buyer, create, bid, settle } = scene
      const { collection, address } = await hostileToken(scene)
      const id = await create({ collection: address })
      await bid(buyer, id, PRICE)
      await collection.setMove(move, NOBODY, '0x')
      const settled = settle(id)
      await expect(settled).to.changeEtherBalances(ethers, [buyer, seller, houseAddress], [PRICE, 0n, -PRICE])
      await expect(settled).to.emit(house, 'AuctionFailed').withArgs(id, seller.address, buyer.address, PRICE, false, false)
      expect((await (await settled).wait())?.gasUsed).to.be.lessThan(1_300_000n)
      expect(await collection.ownerOf(TOKEN)).to.equal(houseAddress)
      await collection.setMove(MOVE.plain, NOBODY, '0x')
      await house.connect(seller).reclaim(id, seller.address)
      expect(await collection.ownerOf(TOKEN)).to.equal(seller.address)
    })

  it('a winner that refuses units gets its money back, and the seller the units', async () => {
    const { house, editions, editionsAddress, seller, create, deployBidder, settle } = await loadAuctions()
    const id = await create({ collection: editionsAddress, quantity: 9n })
    const hostile = await deployBidder()
    await hostile.bid(id, PRICE)
    await expect(settle(id)).to.emit(house, 'AuctionFailed').withArgs(id, seller.address, hostile.address, PRICE, false, true)
    expect(await ethers.provider.getBalance(hostile.address)).to.equal(PRICE)
    expect(await editions.balanceOf(seller.address, TOKEN)).to.equal(100n)
  })

  it('units lost on the way are no delivery, and two auctions of one token do not eat from each other', async () => {
    const { house, houseAddress, editions, editionsAddress, seller, buyer, stranger, create, bid, settle } = await loadAuctions()
    const [first, second] = [
      await create({ collection: editionsAddress, quantity: 9n }),
      await create({ collection: editionsAddress, quantity: 11n }),
    ]
    await bid(buyer, first, PRICE)
    await bid(stranger, second, PRICE)
    await editions.loseOnTheWay(1n)
    await expect(settle(first)).to.emit(house, 'AuctionFailed').withArgs(first, seller.address, buyer.address, PRICE, false, false)
    expect(await editions.balanceOf(houseAddress, TOKEN)).to.equal(20n)
    await editions.loseOnTheWay(0n)
    await settle(second)
    expect(await editions.balanceOf(stranger.address, TOKEN)).to.equal(11n)
    await house.connect(seller).reclaim(first, seller.address)
    expect(await editions.balanceOf(houseAddress, TOKEN)).to.equal(0n)
    expect(await editions.balanceOf(seller.address, TOKEN)).to.equal(89n)
  })

  it('tokens and money sent unasked disturb nothing and belong to nobody', async () => {
    const { house, houseAddress, plain, wrappedEther, wrappedAddress, seller, stranger, buyer, create, bid, settle } = await loadAuctions()
    await plain.connect(seller).transferFrom(seller.address, houseAddress, 3n)
    await wrappedEther.connect(stranger).transfer(houseAddress, 7n)
    await networkHelpers.setBalance(houseAddress, 5n)
    for (const who of [seller, stranger])
      await expect(create({ tokenId: 3n }, who)).to.be.revertedWithCustomError(house, 'MarketSellerNotOwner')
    for (const [tokenId, currency] of [
      [1n, ETHER],
      [2n, wrappedAddress],
    ] as const) {
      const id = await create({ tokenId, currency })
      await bid(buyer, id, PRICE)
      await bid(stranger, id, 2n * PRICE)
      await settle(id)
      await house.withdrawFees(currency)
      expect(await plain.ownerOf(tokenId)).to.equal(stranger.address)
    }
    expect(await ethers.provider.getBalance(houseAddress)).to.equal(5n)
    expect(await wrappedEther.balanceOf(houseAddress)).to.equal(7n)
    expect(await plain.ownerOf(3n)).to.equal(houseAddress)
  })

  it('the market cannot move what the house holds, though it is an operator of our own collections', async () => {
    const { market, houseAddress, collection, collectionAddress, tokenId, buyer, stranger, create, orderOf, sign } = await loadAuctions()
    await create({ collection: collectionAddress, tokenId })
    const order = await orderOf('listing', stranger, tokenId, { maker: houseAddress })
    await expect(market.connect(buyer).fillOrder(order, await sign(stranger, order), { value: PRICE })).to.be.revertedWithCustomError(
      market,
      'MarketSignatureInvalid',
    )
    expect(await collection.ownerOf(tokenId)).to.equal(houseAddress)
  })
})

describe('a royalty that spoils the end of an auction', () => {
  for (const [how, mode] of [
    ['rejects ether', PAYEE.rejects],
    ['burns all gas', PAYEE.burnsGas],
    ['returns a megabyte', PAYEE.megabyte],
  ] as const)
    it(`a receiver that ${how} is credited and stops nothing`, async () => {
      const { house, plain, seller, buyer, create, bid, settle } = await loadAuctions()
      const payee = await deployMock<'setMode'>('HostilePayee')
      await payee.setMode(mode, NOBODY, '0x')
      await plain.setRoyalty(await payee.getAddress(), 500)
      const id = await create()
      await bid(buyer, id, PRICE)
      await expect(settle(id)).to.changeEtherBalances(ethers, [seller], [PRICE - PRICE / 20n - PRICE / 40n])
      expect(await house.pendingOf(await payee.getAddress(), ETHER)).to.equal(PRICE / 20n)
      expect(await plain.ownerOf(TOKEN)).to.equal(buyer.address)
    })

  for (const [how, royalty, receiver, part] of [
    ['reverts', 1, 'creator', 0n],
    ['burns all gas', 2, 'creator', 0n],
    ['returns a megabyte', 3, 'creator', 0n],
    ['names the house', 0, 'house', 0n],
    ['asks for more than the price', 0, 'creator', PRICE / 10n],
  ] as const)
    it(`a collection whose royalty ${how} sells all the same`, async () => {
      const scene = await loadAuctions()
      const { house, houseAddress, creator, seller, buyer, create, bid, settle } = scene
      const { collection, address } = await hostileToken(scene)
      const named = receiver === 'house' ? houseAddress : creator.address
      await collection.setRoyalty(royalty, named, PRICE + 1n)
      const id = await create({ collection: address })
      await bid(buyer, id, PRICE)
      const paidTo = part === 0n ? NOBODY : creator.address
      await expect(settle(id))
        .to.emit(house, 'AuctionSettled')
        .withArgs(id, seller.address, buyer.address, PRICE, PRICE / 40n, part, paidTo)
      expect(await collection.ownerOf(TOKEN)).to.equal(buyer.address)
    })
})
