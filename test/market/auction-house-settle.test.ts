import { expect } from 'chai'
import { ETHER, loadAuctions, MONEY, PAYEE, TOKEN } from '../fixtures/auctions.ts'
import { deployMock } from '../fixtures/deploy-mock.ts'
import { ethers, FEE_BPS, PRICE } from '../fixtures/trade.ts'

const NOBODY = ethers.ZeroAddress
const FEE = (PRICE * FEE_BPS) / 10_000n
const ROYALTY = PRICE / 20n
const PROCEEDS = PRICE - FEE - ROYALTY

/** A collection that refuses whom it is told to, of which the seller has put a token up. */
async function gatedAuction(currency = ETHER) {
  const scene = await loadAuctions()
  const gated = await deployMock<'mint' | 'refuse' | 'setApprovalForAll' | 'ownerOf'>('GatedCollection')
  await gated.mint(scene.seller.address, TOKEN)
  await gated.connect(scene.seller).setApprovalForAll(scene.houseAddress, true)
  const id = await scene.create({ collection: await gated.getAddress(), currency })
  return { ...scene, gated, id }
}

describe('settleAuction', () => {
  describe('given there was a bid', () => {
    it('it gives the asset to the winner and pays seller and creator in ether', async () => {
      const { house, houseAddress, plain, seller, creator, buyer, create, bid, settle } = await loadAuctions()
      const id = await create()
      await bid(buyer, id, PRICE)
      const settled = settle(id)
      await expect(settled).to.changeEtherBalances(ethers, [seller, creator, houseAddress], [PROCEEDS, ROYALTY, -PROCEEDS - ROYALTY])
      await expect(settled)
        .to.emit(house, 'AuctionSettled')
        .withArgs(id, seller.address, buyer.address, PRICE, FEE, ROYALTY, creator.address)
      await expect(settled).to.not.emit(house, 'PaymentCredited')
      expect(await plain.ownerOf(TOKEN)).to.equal(buyer.address)
      expect(await house.accruedFees(ETHER)).to.equal(FEE)
      expect((await house.auctionOf(id)).seller).to.equal(NOBODY)
    })

    it('it does the same in an ERC-20, and for units', async () => {
      const scene = await loadAuctions()
      const { house, houseAddress, editions, editionsAddress, seller, creator, buyer, wrappedEther, wrappedAddress, create, bid, settle } =
        scene
      const id = await create({ collection: editionsAddress, quantity: 12n, currency: wrappedAddress })
      await bid(buyer, id, PRICE)
      const settled = settle(id)
      const parties = [seller, creator, houseAddress]
      await expect(settled).to.changeTokenBalances(ethers, wrappedEther, parties, [PROCEEDS, ROYALTY, -PROCEEDS - ROYALTY])
      await expect(settled).to.not.emit(house, 'PaymentCredited')
      expect(await editions.balanceOf(buyer.address, TOKEN)).to.equal(12n)
      expect(await editions.balanceOf(houseAddress, TOKEN)).to.equal(0n)
      expect(await house.accruedFees(wrappedAddress)).to.equal(FEE)
      expect(await house.accruedFees(ETHER)).to.equal(0n)
    })

    it('it pays a seller that receives the royalty as well both', async () => {
      const { plain, seller, buyer, create, bid, settle } = await loadAuctions()
      await plain.setRoyalty(seller.address, 500)
      const id = await create()
      await bid(buyer, id, PRICE)
      await expect(settle(id)).to.changeEtherBalances(ethers, [seller], [PROCEEDS + ROYALTY])
    })

    it('it asks the registry for the royalty of a collection without ERC-2981', async () => {
      const { house, houseAddress, registry, seller, stranger, buyer, owner, create, bid, settle } = await loadAuctions()
      const bare = await deployMock<'mint' | 'approve'>('BareCollection')
      await registry.connect(owner).setRoyalty(await bare.getAddress(), stranger.address, 300)
      await bare.mint(seller.address, TOKEN)
      await bare.connect(seller).approve(houseAddress, TOKEN)
      const id = await create({ collection: await bare.getAddress() })
      await bid(buyer, id, PRICE)
      const royalty = (PRICE * 300n) / 10_000n
      await expect(settle(id))
        .to.emit(house, 'AuctionSettled')
        .withArgs(id, seller.address, buyer.address, PRICE, FEE, royalty, stranger.address)
    })

    it('it pays no royalty where nobody asks for one, and no more than ten per cent', async () => {
      const { house, plain, seller, creator, buyer, create, bid, settle } = await loadAuctions()
      await plain.setRoyalty(creator.address, 0)
      const id = await create()
      await bid(buyer, id, PRICE)
      await expect(settle(id)).to.emit(house, 'AuctionSettled').withArgs(id, seller.address, buyer.address, PRICE, FEE, 0n, NOBODY)
      await plain.setRoyalty(creator.address, 5_000)
      const other = await create({ tokenId: 2n })
      await bid(buyer, other, PRICE)
      await expect(settle(other)).to.changeEtherBalances(ethers, [creator, seller], [PRICE / 10n, PRICE - PRICE / 10n - FEE])
    })

    it('it settles while the market is paused, and when the currency is no longer allowed', async () => {
      const { plain, market, owner, seller, buyer, wrappedEther, wrappedAddress, create, bid, settle } = await loadAuctions()
      const id = await create({ currency: wrappedAddress })
      await bid(buyer, id, PRICE)
      await market.connect(owner).pause()
      await market.connect(owner).allowCurrency(wrappedAddress, false)
      await expect(settle(id)).to.changeTokenBalances(ethers, wrappedEther, [seller], [PROCEEDS])
      expect(await plain.ownerOf(TOKEN)).to.equal(buyer.address)
    })
  })

  describe('given there was no bid', () => {
    it('it gives the asset back to the seller', async () => {
      const { house, plain, seller, create, settle } = await loadAuctions()
      const id = await create()
      await expect(settle(id)).to.emit(house, 'AuctionUnsold').withArgs(id, seller.address, true)
      expect(await plain.ownerOf(TOKEN)).to.equal(seller.address)
      expect((await house.auctionOf(id)).seller).to.equal(NOBODY)
    })

    it('it leaves an asset that the seller cannot be given for reclaim', async () => {
      const { house, houseAddress, gated, seller, id, settle } = await gatedAuction()
      await gated.refuse(seller.address, true)
      await expect(settle(id)).to.emit(house, 'AuctionUnsold').withArgs(id, seller.address, false)
      expect(await gated.ownerOf(TOKEN)).to.equal(houseAddress)
      await gated.refuse(seller.address, false)
      await house.connect(seller).reclaim(id, seller.address)
      expect(await gated.ownerOf(TOKEN)).to.equal(seller.address)
    })
  })

  describe('given the winner cannot be given the asset', () => {
    it('it gives the bid back, and the asset to the seller', async () => {
      for (const inEther of [true, false]) {
        const { moneyAddress } = await loadAuctions()
        const scene = await gatedAuction(inEther ? ETHER : moneyAddress)
        const { house, houseAddress, gated, money, seller, buyer, id, bid, settle } = scene
        await bid(buyer, id, PRICE)
        await gated.refuse(buyer.address, true)
        const settled = settle(id)
        const [parties, changes] = [
          [seller, buyer, houseAddress],
          [0n, PRICE, -PRICE],
        ] as const
        if (inEther) await expect(settled).to.changeEtherBalances(ethers, [...parties], [...changes])
        else await expect(settled).to.changeTokenBalances(ethers, money, [...parties], [...changes])
        await expect(settled).to.emit(house, 'AuctionFailed').withArgs(id, seller.address, buyer.address, PRICE, false, true)
        expect(await gated.ownerOf(TOKEN)).to.equal(seller.address)
        expect((await house.auctionOf(id)).seller).to.equal(NOBODY)
        expect(await house.accruedFees(ETHER)).to.equal(0n)
      }
    })

    it('it credits a bid that cannot be given back either', async () => {
      const { house, gated, seller, id, settle, deployBidder } = await gatedAuction()
      const hostile = await deployBidder()
      await hostile.bid(id, PRICE)
      await hostile.bidder.setMode(PAYEE.rejects, NOBODY, '0x')
      await gated.refuse(hostile.address, true)
      const settled = settle(id)
      await expect(settled).to.emit(house, 'AuctionFailed').withArgs(id, seller.address, hostile.address, PRICE, true, true)
      await expect(settled).to.emit(house, 'PaymentCredited').withArgs(hostile.address, ETHER, PRICE)
      expect(await house.pendingOf(hostile.address, ETHER)).to.equal(PRICE)
    })

    it('it leaves an asset that nobody can be given for reclaim', async () => {
      const { house, houseAddress, gated, seller, buyer, id, bid, settle } = await gatedAuction()
      await bid(buyer, id, PRICE)
      for (const who of [seller, buyer]) await gated.refuse(who.address, true)
      const settled = settle(id)
      await expect(settled).to.changeEtherBalances(ethers, [buyer, seller], [PRICE, 0n])
      await expect(settled).to.emit(house, 'AuctionFailed').withArgs(id, seller.address, buyer.address, PRICE, false, false)
      expect(await gated.ownerOf(TOKEN)).to.equal(houseAddress)
      expect(await ethers.provider.getBalance(houseAddress)).to.equal(0n)
    })
  })

  describe('given a payee does not take its money', () => {
    it('it credits it, in ether and in an ERC-20', async () => {
      const { house, plain, money, moneyAddress, seller, creator, buyer, create, bid, settle } = await loadAuctions()
      const payee = await deployMock<'setMode'>('HostilePayee')
      await payee.setMode(PAYEE.rejects, NOBODY, '0x')
      await plain.setRoyalty(await payee.getAddress(), 500)
      const id = await create()
      await bid(buyer, id, PRICE)
      await expect(settle(id)).to.changeEtherBalances(ethers, [seller], [PROCEEDS])
      expect(await house.pendingOf(await payee.getAddress(), ETHER)).to.equal(ROYALTY)
      await plain.setRoyalty(creator.address, 500)
      const other = await create({ tokenId: 2n, currency: moneyAddress })
      await bid(buyer, other, PRICE)
      await money.setMode(MONEY.blocks, NOBODY, '0x')
      await settle(other)
      expect(await house.pendingOf(seller.address, moneyAddress)).to.equal(PROCEEDS)
      expect(await house.pendingOf(creator.address, moneyAddress)).to.equal(ROYALTY)
      expect(await plain.ownerOf(2n)).to.equal(buyer.address)
    })
  })

  describe('given there is no such auction', () => {
    it('it reverts with MarketAuctionUnknown', async () => {
      const { house } = await loadAuctions()
      await expect(house.settleAuction(ethers.ZeroHash)).to.be.revertedWithCustomError(house, 'MarketAuctionUnknown')
    })
  })

  describe('given the auction runs', () => {
    it('it reverts with MarketAuctionRuns until the very second', async () => {
      const { house, plain, buyer, create, bid, endOf, at } = await loadAuctions()
      const id = await create()
      await bid(buyer, id, PRICE)
      const end = await endOf(id)
      await at(end - 1n)
      await expect(house.settleAuction(id)).to.be.revertedWithCustomError(house, 'MarketAuctionRuns').withArgs(end)
      await at(end)
      await house.settleAuction(id)
      expect(await plain.ownerOf(TOKEN)).to.equal(buyer.address)
    })
  })

  describe('given it was settled before', () => {
    it('it reverts with MarketAuctionUnknown, or with MarketAuctionClosed where the asset waits', async () => {
      const { house, gated, seller, buyer, id, create, bid, settle } = await gatedAuction()
      const sold = await create()
      await bid(buyer, sold, PRICE)
      await settle(sold)
      await expect(house.settleAuction(sold)).to.be.revertedWithCustomError(house, 'MarketAuctionUnknown').withArgs(sold)
      await gated.refuse(seller.address, true)
      await house.settleAuction(id)
      await expect(house.settleAuction(id)).to.be.revertedWithCustomError(house, 'MarketAuctionClosed').withArgs(id)
    })
  })
})

describe('handOver', () => {
  describe('when anyone but the house calls it', () => {
    it('it reverts with MarketNotSelf', async () => {
      const { house, plainAddress, seller, create } = await loadAuctions()
      await create()
      await expect(house.connect(seller).handOver(plainAddress, TOKEN, 0n, seller.address))
        .to.be.revertedWithCustomError(house, 'MarketNotSelf')
        .withArgs(seller.address)
    })
  })
})

describe('withdraw', () => {
  it('it pays what waits, once, in each currency by itself', async () => {
    const { house, houseAddress, money, moneyAddress, seller, buyer, stranger, create, bid, deployBidder } = await loadAuctions()
    const hostile = await deployBidder()
    const id = await create()
    await hostile.bid(id, PRICE)
    await hostile.bidder.setMode(PAYEE.rejects, NOBODY, '0x')
    await bid(buyer, id, 2n * PRICE)
    const other = await create({ tokenId: 2n, currency: moneyAddress })
    await bid(buyer, other, PRICE)
    await money.setMode(MONEY.blocks, buyer.address, '0x')
    await bid(stranger, other, 2n * PRICE)
    await hostile.bidder.setMode(PAYEE.accepts, NOBODY, '0x')
    await money.setMode(MONEY.noAnswer, NOBODY, '0x')
    const paid = hostile.withdraw()
    await expect(paid).to.changeEtherBalances(ethers, [hostile.address, houseAddress], [PRICE, -PRICE])
    await expect(paid).to.emit(house, 'PaymentWithdrawn').withArgs(hostile.address, ETHER, PRICE)
    await expect(hostile.withdraw()).to.be.revertedWithCustomError(house, 'MarketNothingPending')
    await expect(house.connect(buyer).withdraw(ETHER)).to.be.revertedWithCustomError(house, 'MarketNothingPending')
    const moved = house.connect(buyer).withdraw(moneyAddress)
    await expect(moved).to.changeTokenBalances(ethers, money, [buyer, houseAddress, seller], [PRICE, -PRICE, 0n])
    await expect(moved).to.emit(house, 'PaymentWithdrawn').withArgs(buyer.address, moneyAddress, PRICE)
    await expect(house.connect(buyer).withdraw(moneyAddress)).to.be.revertedWithCustomError(house, 'MarketNothingPending')
  })

  describe('when nothing waits', () => {
    it('it reverts with MarketNothingPending', async () => {
      const { house, buyer } = await loadAuctions()
      await expect(house.connect(buyer).withdraw(ETHER))
        .to.be.revertedWithCustomError(house, 'MarketNothingPending')
        .withArgs(buyer.address)
    })
  })

  describe('when the money is refused again', () => {
    it('it reverts with MarketWithdrawalFailed', async () => {
      const { house, money, moneyAddress, buyer, stranger, create, bid, deployBidder } = await loadAuctions()
      const hostile = await deployBidder()
      const id = await create()
      await hostile.bid(id, PRICE)
      await hostile.bidder.setMode(PAYEE.rejects, NOBODY, '0x')
      await bid(buyer, id, 2n * PRICE)
      await expect(hostile.withdraw()).to.be.revertedWithCustomError(house, 'MarketWithdrawalFailed').withArgs(hostile.address)
      expect(await house.pendingOf(hostile.address, ETHER)).to.equal(PRICE)
      const other = await create({ tokenId: 2n, currency: moneyAddress })
      await bid(buyer, other, PRICE)
      await money.setMode(MONEY.blocks, NOBODY, '0x')
      await bid(stranger, other, 2n * PRICE)
      for (const mode of [MONEY.blocks, MONEY.false, MONEY.nothing, MONEY.unreadable]) {
        await money.setMode(mode, NOBODY, '0x')
        await expect(house.connect(buyer).withdraw(moneyAddress))
          .to.be.revertedWithCustomError(house, 'MarketWithdrawalFailed')
          .withArgs(buyer.address)
      }
      expect(await house.pendingOf(buyer.address, moneyAddress)).to.equal(PRICE)
    })
  })
})

describe('withdrawFees', () => {
  it('it pays the fees of each currency to the fee receiver, whoever calls', async () => {
    const { house, houseAddress, feeReceiver, stranger, buyer, wrappedEther, wrappedAddress, create, bid, settle } = await loadAuctions()
    for (const [index, currency] of [ETHER, wrappedAddress].entries()) {
      const id = await create({ tokenId: BigInt(index + 1), currency })
      await bid(buyer, id, PRICE)
      await settle(id)
    }
    const paid = house.connect(stranger).withdrawFees(ETHER)
    await expect(paid).to.changeEtherBalances(ethers, [feeReceiver, houseAddress], [FEE, -FEE])
    await expect(paid).to.emit(house, 'FeesWithdrawn').withArgs(feeReceiver.address, ETHER, FEE)
    const moved = house.connect(stranger).withdrawFees(wrappedAddress)
    await expect(moved).to.changeTokenBalances(ethers, wrappedEther, [feeReceiver, houseAddress], [FEE, -FEE])
    await expect(moved).to.emit(house, 'FeesWithdrawn').withArgs(feeReceiver.address, wrappedAddress, FEE)
    for (const currency of [ETHER, wrappedAddress]) expect(await house.accruedFees(currency)).to.equal(0n)
  })

  describe('when there are none', () => {
    it('it reverts with MarketNothingPending', async () => {
      const { house, feeReceiver } = await loadAuctions()
      await expect(house.withdrawFees(ETHER)).to.be.revertedWithCustomError(house, 'MarketNothingPending').withArgs(feeReceiver.address)
    })
  })

  describe('when the receiver refuses', () => {
    it('it reverts with MarketWithdrawalFailed', async () => {
      const { house, money, moneyAddress, feeReceiver, buyer, create, bid, settle } = await loadAuctions()
      const id = await create({ currency: moneyAddress })
      await bid(buyer, id, PRICE)
      await settle(id)
      await money.setMode(MONEY.blocks, NOBODY, '0x')
      await expect(house.withdrawFees(moneyAddress))
        .to.be.revertedWithCustomError(house, 'MarketWithdrawalFailed')
        .withArgs(feeReceiver.address)
      expect(await house.accruedFees(moneyAddress)).to.equal(FEE)
    })
  })
})

describe('views', () => {
  it('it names what it was made with', async () => {
    const { house, marketAddress, registry, feeReceiver } = await loadAuctions()
    expect(await house.MARKET()).to.equal(marketAddress)
    expect(await house.ROYALTY_REGISTRY()).to.equal(await registry.getAddress())
    expect(await house.FEE_RECEIVER()).to.equal(feeReceiver.address)
  })
})
