import { expect } from 'chai'
import { deployMock } from '../fixtures/deploy-mock.ts'
import { DAY, ethers, FEE_BPS, loadTrade, networkHelpers, PRICE, ROYALTY_BPS } from '../fixtures/trade.ts'

const FEE = (PRICE * FEE_BPS) / 10_000n

/** A sale whose royalty receiver takes no ether. */
async function soldToRejecter() {
  const trade = await loadTrade()
  const rejecter = await deployMock<'withdrawFrom' | 'setWilling'>('Rejecter')
  const tokenId = await trade.mint(trade.seller, 'stubborn', { royaltyReceiver: await rejecter.getAddress() })
  const order = await trade.orderOf('listing', trade.seller, tokenId)
  const filled = trade.market.connect(trade.buyer).fillOrder(order, await trade.sign(trade.seller, order), { value: PRICE })
  await filled
  return { ...trade, rejecter, royalty: (PRICE * BigInt(ROYALTY_BPS)) / 10_000n }
}

describe('fee', () => {
  it('it takes effect two days after it was announced, for anyone to apply', async () => {
    const { market, owner, stranger, now } = await loadTrade()
    await market.connect(owner).scheduleFee(500)
    const validFrom = (await now()) + 2n * DAY
    expect(await market.scheduledFee()).to.deep.equal([500n, validFrom])
    expect(await market.feeBps()).to.equal(250)
    await networkHelpers.time.setNextBlockTimestamp(validFrom)
    await expect(market.connect(stranger).applyFee()).to.emit(market, 'FeeChanged').withArgs(500)
    expect(await market.feeBps()).to.equal(500)
  })

  it('it cannot be applied before, twice, or without having been announced', async () => {
    const { market, owner, now } = await loadTrade()
    await expect(market.applyFee()).to.be.revertedWithCustomError(market, 'MarketFeeNotScheduled')
    await market.connect(owner).scheduleFee(100)
    const validFrom = (await now()) + 2n * DAY
    await networkHelpers.time.setNextBlockTimestamp(validFrom - 1n)
    await expect(market.applyFee()).to.be.revertedWithCustomError(market, 'MarketFeeNotDue').withArgs(validFrom)
    await networkHelpers.time.increaseTo(validFrom)
    await market.applyFee()
    await expect(market.applyFee()).to.be.revertedWithCustomError(market, 'MarketFeeNotScheduled')
  })

  it('it is never above five percent', async () => {
    const { market, owner, wrappedAddress } = await loadTrade()
    await expect(market.connect(owner).scheduleFee(501)).to.be.revertedWithCustomError(market, 'MarketFeeAboveCap').withArgs(501, 500)
    await expect(
      ethers.deployContract('Market', [owner.address, owner.address, 501, [wrappedAddress], ethers.ZeroAddress, ethers.ZeroAddress]),
    ).to.be.revertedWithCustomError(market, 'MarketFeeAboveCap')
  })

  it('it is announced by the owner alone', async () => {
    const { market, stranger } = await loadTrade()
    await expect(market.connect(stranger).scheduleFee(1)).to.be.revertedWithCustomError(market, 'OwnableUnauthorizedAccount')
  })
})

describe('pause', () => {
  it('it ends by itself after seven days', async () => {
    const { market, owner, now } = await loadTrade()
    await market.connect(owner).pause()
    expect(await market.isPaused()).to.equal(true)
    expect(await market.pausedUntil()).to.equal((await now()) + 7n * DAY)
    await networkHelpers.time.increase(7n * DAY)
    expect(await market.isPaused()).to.equal(false)
  })

  it('it cannot be armed again before thirty days of rest, also when ended early', async () => {
    const { market, owner, now } = await loadTrade()
    await market.connect(owner).pause()
    const from = (await now()) + 37n * DAY
    const ended = market.connect(owner).unpause()
    await expect(ended)
      .to.emit(market, 'Paused')
      .withArgs((await (await ended).getBlock())?.timestamp)
    expect(await market.isPaused()).to.equal(false)
    expect(await market.pausedUntil()).to.equal(await now())
    await networkHelpers.time.setNextBlockTimestamp(from - 1n)
    await expect(market.connect(owner).pause()).to.be.revertedWithCustomError(market, 'MarketPauseTooSoon').withArgs(from)
    await networkHelpers.time.increaseTo(from)
    await market.connect(owner).pause()
  })

  it('it is left as it is when none runs that could be ended', async () => {
    const { market, owner } = await loadTrade()
    await expect(market.connect(owner).unpause()).not.to.emit(market, 'Paused')
    expect(await market.pausedUntil()).to.equal(0n)
    await market.connect(owner).pause()
    const until = await market.pausedUntil()
    // In the very second in which it ends by itself there is none any more.
    await networkHelpers.time.setNextBlockTimestamp(until)
    await expect(market.connect(owner).unpause()).not.to.emit(market, 'Paused')
    expect(await market.pausedUntil()).to.equal(until)
  })

  it('it stops fills with MarketPaused, and nothing afterwards', async () => {
    const { market, owner, seller, buyer, tokenId, orderOf, sign, now } = await loadTrade()
    const order = await orderOf('listing', seller, tokenId, { endTime: (await now()) + 30n * DAY })
    const signature = await sign(seller, order)
    await market.connect(owner).pause()
    await expect(market.connect(buyer).fillOrder(order, signature, { value: PRICE }))
      .to.be.revertedWithCustomError(market, 'MarketPaused')
      .withArgs(await market.pausedUntil())
    await networkHelpers.time.increase(7n * DAY)
    await market.connect(buyer).fillOrder(order, signature, { value: PRICE })
  })

  it("it is the owner's alone", async () => {
    const { market, stranger } = await loadTrade()
    for (const act of ['pause', 'unpause'] as const)
      await expect(market.connect(stranger)[act]()).to.be.revertedWithCustomError(market, 'OwnableUnauthorizedAccount')
  })
})

describe('currencies', () => {
  it('it puts a contract on the list and takes it off', async () => {
    const { market, owner, collectionAddress } = await loadTrade()
    await expect(market.connect(owner).allowCurrency(collectionAddress, true))
      .to.emit(market, 'CurrencyAllowed')
      .withArgs(collectionAddress, true)
    expect(await market.currencyAllowed(collectionAddress)).to.equal(true)
    await market.connect(owner).allowCurrency(collectionAddress, false)
    expect(await market.currencyAllowed(collectionAddress)).to.equal(false)
  })

  it('it refuses what has no code and whoever is not the owner', async () => {
    const { market, owner, stranger, wrappedAddress } = await loadTrade()
    for (const address of [ethers.ZeroAddress, stranger.address])
      await expect(market.connect(owner).allowCurrency(address, true)).to.be.revertedWithCustomError(market, 'MarketCurrencyNotAllowed')
    await expect(market.connect(stranger).allowCurrency(wrappedAddress, false)).to.be.revertedWithCustomError(
      market,
      'OwnableUnauthorizedAccount',
    )
  })
})

describe('ownership', () => {
  it('it moves in two steps', async () => {
    const { market, owner, stranger } = await loadTrade()
    await market.connect(owner).transferOwnership(stranger.address)
    expect(await market.owner()).to.equal(owner.address)
    await market.connect(stranger).acceptOwnership()
    expect(await market.owner()).to.equal(stranger.address)
  })
})

describe('withdrawFees', () => {
  it('it pays what was earned to the fee receiver, whoever asks', async () => {
    const { market, marketAddress, feeReceiver, stranger } = await soldToRejecter()
    const taken = market.connect(stranger).withdrawFees()
    await expect(taken).to.changeEtherBalances(ethers, [marketAddress, feeReceiver], [-FEE, FEE])
    await expect(taken).to.emit(market, 'FeesWithdrawn').withArgs(feeReceiver.address, FEE)
    expect(await market.accruedFees()).to.equal(0n)
  })

  it('it never touches what waits for a payee', async () => {
    const { market, marketAddress, rejecter, royalty } = await soldToRejecter()
    await market.withdrawFees()
    expect(await market.pendingOf(await rejecter.getAddress())).to.equal(royalty)
    expect(await market.pendingTotal()).to.equal(royalty)
    expect(await ethers.provider.getBalance(marketAddress)).to.equal(royalty)
  })

  describe('when the fee receiver does not take it', () => {
    it('it reverts with MarketWithdrawalFailed, and keeps it until it does', async () => {
      const { owner, seller, buyer, stranger, collection, tokenId, orderOf, sign } = await loadTrade()
      const rejecter = await deployMock<'setWilling'>('Rejecter')
      const feeReceiver = await rejecter.getAddress()
      const parts = [owner.address, feeReceiver, FEE_BPS, [], ethers.ZeroAddress, ethers.ZeroAddress] as const
      const market = await ethers.deployContract('Market', [...parts])
      const marketAddress = (await market.getAddress()) as `0x${string}`
      await collection.connect(seller).approve(marketAddress, tokenId)
      const order = await orderOf('listing', seller, tokenId)
      await market.connect(buyer).fillOrder(order, await sign(seller, order, marketAddress), { value: PRICE })
      await expect(market.connect(stranger).withdrawFees())
        .to.be.revertedWithCustomError(market, 'MarketWithdrawalFailed')
        .withArgs(feeReceiver)
      expect(await market.accruedFees()).to.equal(FEE)
      await rejecter.setWilling(true)
      await expect(market.connect(stranger).withdrawFees()).to.changeEtherBalances(ethers, [marketAddress, feeReceiver], [-FEE, FEE])
    })
  })

  describe('when a market is made without a fee receiver', () => {
    it('it reverts with MarketFeeReceiverZero', async () => {
      const { market, owner } = await loadTrade()
      const nobody = ethers.ZeroAddress
      await expect(ethers.deployContract('Market', [owner.address, nobody, FEE_BPS, [], nobody, nobody])).to.be.revertedWithCustomError(
        market,
        'MarketFeeReceiverZero',
      )
    })
  })
})

describe('withdraw', () => {
  it('it pays a payee what it could not be sent, once', async () => {
    const { market, marketAddress, rejecter, royalty } = await soldToRejecter()
    await expect(rejecter.withdrawFrom(marketAddress)).to.be.revertedWithCustomError(market, 'MarketWithdrawalFailed')
    await rejecter.setWilling(true)
    await expect(rejecter.withdrawFrom(marketAddress)).to.changeEtherBalances(ethers, [marketAddress, rejecter], [-royalty, royalty])
    expect(await market.pendingTotal()).to.equal(0n)
    await expect(rejecter.withdrawFrom(marketAddress)).to.be.revertedWithCustomError(market, 'MarketNothingPending')
  })

  it('it reverts with MarketNothingPending for everybody else', async () => {
    const { market, stranger } = await soldToRejecter()
    await expect(market.connect(stranger).withdraw())
      .to.be.revertedWithCustomError(market, 'MarketNothingPending')
      .withArgs(stranger.address)
  })
})
