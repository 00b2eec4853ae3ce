import type { Order } from '@daedal/protocol/market/order'
import { expect } from 'chai'
import { deployMock } from '../fixtures/deploy-mock.ts'
import { loadGoods, PLAIN_BPS } from '../fixtures/goods.ts'
import { DAY, ethers, FEE_BPS, networkHelpers, nonceOf, PRICE } from '../fixtures/trade.ts'

const NATIVE = ethers.ZeroAddress as `0x${string}`
const REJECTS = 1
const UNIT = PRICE / 10n
const net = (price: bigint) => price - (price * FEE_BPS) / 10_000n - (price * PLAIN_BPS) / 10_000n

/** A listing of a plain token whose price moves over four days. */
async function moving(price: bigint, endPrice: bigint) {
  const goods = await loadGoods()
  const startTime = await goods.now()
  const change = { collection: goods.plainAddress, tokenId: 1n, price, endPrice, startTime, endTime: startTime + 4n * DAY }
  const { order, signature } = await goods.signed('listing', goods.seller, change, { form: 'order' })
  const buy = (limit: bigint, value: bigint) =>
    goods.market.connect(goods.buyer).fillAs(order, { tokenId: 1n, quantity: 0n, limit }, signature, { value })
  return { ...goods, order, startTime, buy }
}

/** An order for ten units of an edition at a tenth of the price each. */
async function units(kind: 'listing' | 'offer', change: Partial<Order> = {}) {
  const goods = await loadGoods()
  const maker = kind === 'listing' ? goods.seller : goods.buyer
  const terms = { collection: goods.editionsAddress, tokenId: 1n, quantity: 10n, price: UNIT, ...change }
  const { order, signature } = await goods.signed(kind, maker, terms, { form: 'order' })
  const take = (quantity: bigint, by = kind === 'listing' ? goods.buyer : goods.seller) =>
    goods.market
      .connect(by)
      .fillAs(order, { tokenId: order.tokenId, quantity, limit: kind === 'listing' ? quantity * UNIT : 0n }, signature, {
        value: kind === 'listing' && order.currency === NATIVE ? quantity * UNIT : 0n,
      })
  return { ...goods, order, signature, take }
}

/** An offer for any token of a collection. */
async function wanted(change: Partial<Order>) {
  const goods = await loadGoods()
  const { order, signature } = await goods.signed('collection-offer', goods.buyer, change, { form: 'order' })
  const accept = (tokenId: bigint, quantity = 0n, limit = 0n, by = goods.seller) =>
    goods.market.connect(by).fillAs(order, { tokenId, quantity, limit }, signature)
  return { ...goods, order, accept }
}

describe('fillAs', () => {
  describe('given the price moves', () => {
    it('it asks less of a Dutch listing with time, and gives back what was sent too much', async () => {
      const { buy, market, startTime, seller, buyer, creator, plain } = await moving(4n * PRICE, 2n * PRICE)
      await networkHelpers.time.setNextBlockTimestamp(startTime + 2n * DAY)
      const price = 3n * PRICE
      const royalty = (price * PLAIN_BPS) / 10_000n
      const sale = buy(4n * PRICE, 4n * PRICE)
      await expect(sale).to.changeEtherBalances(ethers, [buyer, seller, creator], [-price, net(price), royalty])
      expect(await plain.ownerOf(1n)).to.equal(buyer.address)
      expect(await market.accruedFees()).to.equal((price * FEE_BPS) / 10_000n)
    })

    it('it asks more of a rising one with time', async () => {
      const { buy, startTime, seller, buyer } = await moving(2n * PRICE, 4n * PRICE)
      await networkHelpers.time.setNextBlockTimestamp(startTime + 3n * DAY)
      const price = (7n * PRICE) / 2n
      await expect(buy(price, price)).to.changeEtherBalances(ethers, [buyer, seller], [-price, net(price)])
    })

    it('it rounds in favour of the seller', async () => {
      const length = 4n * DAY
      for (const [from, to, after] of [
        [10n, 3n, 1n],
        [3n, 10n, 1n],
        [3n, 10n, length - 1n],
        [10n, 3n, length - 1n],
        [(1n << 128n) - 1n, 1n, length - 1n],
        [1n, (1n << 128n) - 1n, 1n],
      ] as const) {
        const { buy, market, buyer, startTime } = await moving(from, to)
        await networkHelpers.setBalance(buyer.address, 1n << 130n)
        // The exact price is a fraction: the next whole number above it.
        const numerator = from * length + (to - from) * after
        const price = (numerator + length - 1n) / length
        await networkHelpers.time.setNextBlockTimestamp(startTime + after)
        const receipt = await (await buy(price, price)).wait()
        const [filled] = await market.queryFilter(market.filters.OrderFilled(), receipt?.blockNumber)
        expect(filled?.args.price).to.equal(price)
      }
    })

    describe('when the price is above the limit of the buyer', () => {
      it('it reverts with MarketPriceAboveLimit', async () => {
        const { buy, market, startTime } = await moving(2n * PRICE, 4n * PRICE)
        await networkHelpers.time.setNextBlockTimestamp(startTime + 2n * DAY)
        await expect(buy(3n * PRICE - 1n, 4n * PRICE))
          .to.be.revertedWithCustomError(market, 'MarketPriceAboveLimit')
          .withArgs(3n * PRICE, 3n * PRICE - 1n)
      })
    })

    describe('when less than the price is sent', () => {
      it('it reverts with MarketWrongPayment', async () => {
        const { buy, market, startTime } = await moving(4n * PRICE, 2n * PRICE)
        await networkHelpers.time.setNextBlockTimestamp(startTime + 2n * DAY)
        await expect(buy(4n * PRICE, 3n * PRICE - 1n))
          .to.be.revertedWithCustomError(market, 'MarketWrongPayment')
          .withArgs(3n * PRICE - 1n, 3n * PRICE)
      })
    })
  })

  describe('given fillOrder is asked to fill it', () => {
    it('it reverts with MarketPriceMoves or MarketSelectionNeeded', async () => {
      const { market, plainAddress, seller, buyer, signed } = await loadGoods()
      const attempt = async (kind: 'listing' | 'collection-offer', change: Partial<Order>) => {
        const { order, signature } = await signed(kind, seller, { collection: plainAddress, tokenId: 1n, ...change }, { form: 'order' })
        return market.connect(buyer).fillOrder(order, signature, { value: kind === 'listing' ? order.price : 0n })
      }
      await expect(attempt('listing', { endPrice: PRICE + 1n }))
        .to.be.revertedWithCustomError(market, 'MarketPriceMoves')
        .withArgs(PRICE, PRICE + 1n)
      await expect(attempt('listing', { quantity: 1n })).to.be.revertedWithCustomError(market, 'MarketSelectionNeeded')
      await expect(attempt('collection-offer', {})).to.be.revertedWithCustomError(market, 'MarketSelectionNeeded')
    })
  })

  describe('given the order is for units', () => {
    it('it sells a part, and the rest to others', async () => {
      const { take, market, order, editions, seller, buyer, creator, stranger } = await units('listing')
      const hash = await market.hashOrder(order)
      const royalty = (4n * UNIT * PLAIN_BPS) / 10_000n
      const sale = take(4n)
      await expect(sale).to.changeEtherBalances(ethers, [buyer, seller, creator], [-4n * UNIT, net(4n * UNIT), royalty])
      await expect(sale).to.emit(market, 'UnitsFilled').withArgs(hash, seller.address, 4n, 4n, 6n)
      await expect(take(5n, stranger)).to.emit(market, 'UnitsFilled').withArgs(hash, seller.address, 5n, 9n, 1n)
      expect(await editions.balanceOf(buyer.address, 1n)).to.equal(4n)
      expect(await editions.balanceOf(stranger.address, 1n)).to.equal(5n)
      expect(await market.filledOf(seller.address, order.nonce)).to.equal(9n)
      expect((await market.laneOf(seller.address, 0n))[1]).to.equal(0n)
    })

    it('it spends the nonce with the last unit', async () => {
      const { take, market, seller } = await units('listing', { nonce: nonceOf(3) })
      await take(9n)
      await take(1n)
      expect((await market.laneOf(seller.address, 0n))[1]).to.equal(1n << 3n)
      await expect(take(1n)).to.be.revertedWithCustomError(market, 'MarketUnitsUnavailable').withArgs(1n, 0n)
    })

    it('it counts units over all orders of one nonce', async () => {
      const { take, market, order, signed, seller, stranger } = await units('listing')
      await take(7n)
      const cheaper = await signed('listing', seller, { ...order, price: 1n, endPrice: 1n }, { form: 'order' })
      const buy = (quantity: bigint) =>
        market.connect(stranger).fillAs(cheaper.order, { tokenId: 1n, quantity, limit: quantity }, cheaper.signature, { value: quantity })
      await expect(buy(4n)).to.be.revertedWithCustomError(market, 'MarketUnitsUnavailable').withArgs(4n, 3n)
      await buy(3n)
    })

    it('it buys units for an offer', async () => {
      const { take, editions, wrappedEther, seller, buyer } = await units('offer')
      await expect(take(6n)).to.changeTokenBalances(ethers, wrappedEther, [buyer, seller], [-6n * UNIT, net(6n * UNIT)])
      expect(await editions.balanceOf(buyer.address, 1n)).to.equal(6n)
    })

    describe('when more is asked than is left, or nothing', () => {
      it('it reverts with MarketUnitsUnavailable', async () => {
        const { take, market } = await units('listing')
        await expect(take(11n)).to.be.revertedWithCustomError(market, 'MarketUnitsUnavailable').withArgs(11n, 10n)
        await expect(take(0n)).to.be.revertedWithCustomError(market, 'MarketUnitsUnavailable').withArgs(0n, 10n)
        await take(8n)
        await expect(take(3n)).to.be.revertedWithCustomError(market, 'MarketUnitsUnavailable').withArgs(3n, 2n)
      })
    })

    describe('when the order is cancelled half way', () => {
      it('it reverts with MarketOrderSpent', async () => {
        const { take, market, seller } = await units('listing')
        await take(2n)
        await market.connect(seller).cancel(0n, 1n)
        await expect(take(1n)).to.be.revertedWithCustomError(market, 'MarketOrderSpent').withArgs(0n, 0)
      })
    })

    describe('when the seller has fewer', () => {
      it('it reverts with MarketUnitsTooFew', async () => {
        const { take, market, seller } = await units('listing', { quantity: 1_000n })
        await expect(take(101n)).to.be.revertedWithCustomError(market, 'MarketUnitsTooFew').withArgs(seller.address, 100n, 101n)
      })
    })

    describe('when the market is not approved', () => {
      it('it reverts with MarketNotApproved', async () => {
        const { take, market, marketAddress, editions, editionsAddress, seller } = await units('listing')
        await editions.connect(seller).setApprovalForAll(marketAddress, false)
        await expect(take(1n)).to.be.revertedWithCustomError(market, 'MarketNotApproved').withArgs(seller.address, editionsAddress)
      })
    })

    describe('when the collection refuses for a reason of its own', () => {
      it('it passes the reason on', async () => {
        const { market, marketAddress, editions, order, signature } = await units('listing')
        // A contract that does not say that it takes units.
        const wallet = await deployMock<'act'>('ContractWallet')
        const selection = { tokenId: 1n, quantity: 1n, limit: UNIT }
        const data = market.interface.encodeFunctionData('fillAs', [order, selection, signature])
        await expect(wallet.act(marketAddress, UNIT, data, { value: UNIT }))
          .to.be.revertedWithCustomError(editions, 'ERC1155InvalidReceiver')
          .withArgs(await wallet.getAddress())
      })
    })

    describe('when units get lost on the way', () => {
      it('it reverts with MarketTokenNotDelivered', async () => {
        const { take, market, editions, editionsAddress } = await units('listing')
        await editions.loseOnTheWay(1n)
        await expect(take(2n)).to.be.revertedWithCustomError(market, 'MarketTokenNotDelivered').withArgs(editionsAddress, 1n)
      })
    })

    describe('when the collection has no code', () => {
      it('it reverts with MarketCollectionUnknown', async () => {
        const { stranger } = await loadGoods()
        const { take, market } = await units('listing', { collection: stranger.address as `0x${string}` })
        await expect(take(1n)).to.be.revertedWithCustomError(market, 'MarketCollectionUnknown').withArgs(stranger.address)
      })
    })

    describe('when units times price do not fit', () => {
      it('it reverts with MarketPriceTooHigh', async () => {
        const most = (1n << 128n) - 1n
        const { market, order, signature, buyer } = await units('listing', { quantity: most, price: most })
        const selection = { tokenId: 1n, quantity: most, limit: (1n << 256n) - 1n }
        await expect(market.connect(buyer).fillAs(order, selection, signature)).to.be.revertedWithCustomError(market, 'MarketPriceTooHigh')
      })
    })
  })

  describe('given the order is a collection offer', () => {
    it('it takes any token of the collection', async () => {
      const { plainAddress } = await loadGoods()
      const { accept, plain, market, order, wrappedEther, seller, buyer } = await wanted({ collection: plainAddress })
      const sale = accept(3n, 0n, net(PRICE))
      await expect(sale).to.changeTokenBalances(ethers, wrappedEther, [buyer, seller], [-PRICE, net(PRICE)])
      expect(await plain.ownerOf(3n)).to.equal(buyer.address)
      const hash = await market.hashOrder(order)
      const [filled] = await market.queryFilter(market.filters.OrderFilled(hash))
      expect(filled?.args.kindAndNonce).to.equal((2n << 136n) | order.nonce)
      expect(filled?.args.tokenId).to.equal(3n)
    })

    it('it takes units of several tokens until it is full', async () => {
      const { editionsAddress } = await loadGoods()
      const { accept, market, editions, buyer } = await wanted({ collection: editionsAddress, quantity: 5n, price: UNIT })
      await accept(1n, 3n)
      await accept(2n, 2n)
      expect(await editions.balanceOf(buyer.address, 1n)).to.equal(3n)
      expect(await editions.balanceOf(buyer.address, 2n)).to.equal(2n)
      await expect(accept(2n, 1n)).to.be.revertedWithCustomError(market, 'MarketUnitsUnavailable').withArgs(1n, 0n)
    })

    describe('when the token is of another collection', () => {
      it('it reverts with MarketSellerNotOwner', async () => {
        const { accept, market, mint, creator, stranger, seller, tokenId } = await wanted({})
        const other = await mint(creator, 'of the creator')
        await expect(accept(other, 0n, 0n, stranger))
          .to.be.revertedWithCustomError(market, 'MarketSellerNotOwner')
          .withArgs(stranger.address, creator.address)
        await accept(tokenId, 0n, 0n, seller)
      })
    })
  })

  describe('given the order names its token', () => {
    describe('when another token is selected', () => {
      it('it reverts with MarketTokenNotOffered', async () => {
        const { market, order, signature, buyer } = await units('listing')
        const selection = { tokenId: 2n, quantity: 1n, limit: UNIT }
        await expect(market.connect(buyer).fillAs(order, selection, signature, { value: UNIT }))
          .to.be.revertedWithCustomError(market, 'MarketTokenNotOffered')
          .withArgs(2n, 1n)
      })
    })
  })

  describe('when less is left for the seller than its limit', () => {
    it('it reverts with MarketProceedsBelowLimit', async () => {
      const { plainAddress } = await loadGoods()
      const { accept, market } = await wanted({ collection: plainAddress })
      await expect(accept(3n, 0n, net(PRICE) + 1n))
        .to.be.revertedWithCustomError(market, 'MarketProceedsBelowLimit')
        .withArgs(net(PRICE), net(PRICE) + 1n)
    })
  })

  describe('when units are selected of an order for a token', () => {
    it('it reverts with MarketUnitsUnavailable', async () => {
      const { market, order, signature, buyer } = await units('listing', { quantity: 0n })
      const selection = { tokenId: 1n, quantity: 1n, limit: UNIT }
      await expect(market.connect(buyer).fillAs(order, selection, signature, { value: UNIT }))
        .to.be.revertedWithCustomError(market, 'MarketUnitsUnavailable')
        .withArgs(1n, 0n)
    })
  })

  describe('when the buyer does not take back what it sent too much', () => {
    it('it reverts with MarketRefundFailed', async () => {
      const { market, marketAddress, order, signature, buyer, startTime } = await movingFor()
      const wallet = await deployMock<'act' | 'setMode'>('HostilePayee')
      await wallet.setMode(REJECTS, ethers.ZeroAddress, '0x')
      await networkHelpers.time.setNextBlockTimestamp(startTime + 2n * DAY)
      const data = market.interface.encodeFunctionData('fillAs', [order, { tokenId: 1n, quantity: 0n, limit: 4n * PRICE }, signature])
      await expect(wallet.connect(buyer).act(marketAddress, 4n * PRICE, data, { value: 4n * PRICE })).to.be.revertedWithCustomError(
        market,
        'MarketRefundFailed',
      )
    })
  })
})

/** As {moving}, with the signature. */
async function movingFor() {
  const goods = await loadGoods()
  const startTime = await goods.now()
  const change = {
    collection: goods.plainAddress,
    tokenId: 1n,
    price: 4n * PRICE,
    endPrice: 2n * PRICE,
    startTime,
    endTime: startTime + 4n * DAY,
  }
  const { order, signature } = await goods.signed('listing', goods.seller, change, { form: 'order' })
  return { ...goods, order, signature, startTime }
}
