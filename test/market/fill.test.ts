import type { Order } from '@daedal/protocol/market/order'
import { expect } from 'chai'
import { DAY, ethers, FEE_BPS, loadTrade, networkHelpers, nonceOf, PRICE, ROYALTY_BPS } from '../fixtures/trade.ts'

const FEE = (PRICE * FEE_BPS) / 10_000n
const ROYALTY = (PRICE * BigInt(ROYALTY_BPS)) / 10_000n

/** A signed listing of the fixture's token. */
async function listed(change: Partial<Order> = {}) {
  const trade = await loadTrade()
  const order = await trade.orderOf('listing', trade.seller, trade.tokenId, change)
  const signature = await trade.sign(trade.seller, order)
  const buy = (value = order.price, by = trade.buyer) => trade.market.connect(by).fillOrder(order, signature, { value })
  return { ...trade, order, signature, buy }
}

/** A signed and funded offer for the fixture's token. */
async function offered(change: Partial<Order> = {}) {
  const trade = await loadTrade()
  await trade.fund(trade.buyer, PRICE)
  const order = await trade.orderOf('offer', trade.buyer, trade.tokenId, change)
  const signature = await trade.sign(trade.buyer, order)
  const accept = (by = trade.seller, value = 0n) => trade.market.connect(by).fillOrder(order, signature, { value })
  return { ...trade, order, signature, accept }
}

describe('fillOrder', () => {
  describe('given the order is a listing', () => {
    describe('when the buyer sends the price', () => {
      it('it moves the token and pays seller, creator and protocol exactly', async () => {
        const { buy, collection, tokenId, seller, creator, buyer, market, marketAddress } = await listed()
        await expect(buy()).to.changeEtherBalances(
          ethers,
          [buyer, seller, creator, marketAddress],
          [-PRICE, PRICE - FEE - ROYALTY, ROYALTY, FEE],
        )
        expect(await collection.ownerOf(tokenId)).to.equal(buyer.address)
        expect(await market.accruedFees()).to.equal(FEE)
      })

      it('it says who was paid what', async () => {
        const { buy, market, order, seller, buyer, creator, collectionAddress, tokenId } = await listed()
        await expect(buy())
          .to.emit(market, 'OrderFilled')
          .withArgs(
            await market.hashOrder(order),
            seller.address,
            buyer.address,
            order.nonce,
            collectionAddress,
            tokenId,
            ethers.ZeroAddress,
            PRICE,
            FEE,
            ROYALTY,
            creator.address,
          )
      })

      it('it spends the bit', async () => {
        const { buy, market, seller } = await listed({ nonce: nonceOf(191, 3n) })
        await buy()
        expect(await market.laneOf(seller.address, 3n)).to.deep.equal([0n, 1n << 191n])
        expect(await market.laneOf(seller.address, 0n)).to.deep.equal([0n, 0n])
      })
    })

    describe('when the creator itself sells', () => {
      it('it pays the creator once', async () => {
        const { mint, creator, buyer, orderOf, sign, market } = await loadTrade()
        const tokenId = await mint(creator, 'own')
        const order = await orderOf('listing', creator, tokenId)
        const signature = await sign(creator, order)
        await expect(market.connect(buyer).fillOrder(order, signature, { value: PRICE })).to.changeEtherBalances(
          ethers,
          [buyer, creator],
          [-PRICE, PRICE - FEE],
        )
      })
    })

    describe('when less or more than the price is sent', () => {
      it('it reverts with MarketWrongPayment', async () => {
        const { buy, market } = await listed()
        for (const sent of [0n, PRICE - 1n, PRICE + 1n])
          await expect(buy(sent)).to.be.revertedWithCustomError(market, 'MarketWrongPayment').withArgs(sent, PRICE)
      })
    })

    describe('when the maker no longer owns the token', () => {
      it('it reverts with MarketSellerNotOwner', async () => {
        const { buy, market, collection, seller, stranger, tokenId } = await listed()
        await collection.connect(seller).transferFrom(seller.address, stranger.address, tokenId)
        await expect(buy()).to.be.revertedWithCustomError(market, 'MarketSellerNotOwner').withArgs(seller.address, stranger.address)
      })
    })

    describe('when the maker opted out of the built-in operator', () => {
      it('it reverts with MarketNotApproved', async () => {
        const { buy, market, collection, collectionAddress, seller } = await listed()
        await collection.connect(seller).setOperatorOptOut(true)
        await expect(buy()).to.be.revertedWithCustomError(market, 'MarketNotApproved').withArgs(seller.address, collectionAddress)
      })

      it('it sells after an ordinary approval', async () => {
        const { buy, collection, marketAddress, seller, buyer, tokenId } = await listed()
        await collection.connect(seller).setOperatorOptOut(true)
        await collection.connect(seller).approve(marketAddress, tokenId)
        await buy()
        expect(await collection.ownerOf(tokenId)).to.equal(buyer.address)
      })
    })

    describe('when another account than the taker fills', () => {
      it('it reverts with MarketTakerNotAllowed', async () => {
        const { stranger } = await loadTrade()
        const { buy, market, buyer } = await listed({ taker: stranger.address as `0x${string}` })
        await expect(buy()).to.be.revertedWithCustomError(market, 'MarketTakerNotAllowed').withArgs(buyer.address, stranger.address)
        await buy(PRICE, stranger)
      })
    })

    describe('when its currency is an ERC-20', () => {
      it('it moves it from buyer to seller, creator and protocol', async () => {
        const { wrappedAddress } = await loadTrade()
        const { buy, fund, wrappedEther, seller, buyer, creator, feeReceiver } = await listed({ currency: wrappedAddress })
        await fund(buyer, PRICE)
        await expect(buy(0n)).to.changeTokenBalances(
          ethers,
          wrappedEther,
          [buyer, seller, creator, feeReceiver],
          [-PRICE, PRICE - FEE - ROYALTY, ROYALTY, FEE],
        )
      })
    })
  })

  describe('given the order is an offer', () => {
    describe('when the owner accepts', () => {
      it("it moves the token and pays net from the maker's currency", async () => {
        const { accept, wrappedEther, collection, tokenId, seller, buyer, creator, feeReceiver } = await offered()
        await expect(accept()).to.changeTokenBalances(
          ethers,
          wrappedEther,
          [buyer, seller, creator, feeReceiver],
          [-PRICE, PRICE - FEE - ROYALTY, ROYALTY, FEE],
        )
        expect(await collection.ownerOf(tokenId)).to.equal(buyer.address)
      })
    })

    describe('when another account accepts', () => {
      it('it reverts with MarketSellerNotOwner', async () => {
        const { accept, market, stranger, seller } = await offered()
        await expect(accept(stranger))
          .to.be.revertedWithCustomError(market, 'MarketSellerNotOwner')
          .withArgs(stranger.address, seller.address)
      })
    })

    describe('when ether is sent along', () => {
      it('it reverts with MarketWrongPayment', async () => {
        const { accept, market, seller } = await offered()
        await expect(accept(seller, 1n)).to.be.revertedWithCustomError(market, 'MarketWrongPayment').withArgs(1n, 0n)
      })
    })

    describe('when the maker has too little', () => {
      it('it reverts with MarketBalanceTooLow', async () => {
        const { accept, market, wrappedEther, buyer } = await offered()
        await wrappedEther.connect(buyer).withdraw(PRICE)
        await expect(accept()).to.be.revertedWithCustomError(market, 'MarketBalanceTooLow')
      })
    })

    describe('when the maker took its approval back', () => {
      it('it reverts with MarketNotApproved', async () => {
        const { accept, market, wrappedEther, marketAddress, buyer } = await offered()
        await wrappedEther.connect(buyer).approve(marketAddress, 0n)
        await expect(accept()).to.be.revertedWithCustomError(market, 'MarketNotApproved')
      })
    })

    describe('when its currency is native ether', () => {
      it('it reverts with MarketCurrencyNotAllowed', async () => {
        const { accept, market } = await offered({ currency: ethers.ZeroAddress as `0x${string}` })
        await expect(accept()).to.be.revertedWithCustomError(market, 'MarketCurrencyNotAllowed').withArgs(ethers.ZeroAddress)
      })
    })
  })

  describe('given the order is dead', () => {
    describe('when it was filled before', () => {
      it('it reverts with MarketOrderSpent', async () => {
        const { buy, market, collection, seller, buyer, tokenId } = await listed()
        await buy()
        await collection.connect(buyer).transferFrom(buyer.address, seller.address, tokenId)
        await expect(buy()).to.be.revertedWithCustomError(market, 'MarketOrderSpent').withArgs(0n, 0)
      })
    })

    describe('when its bit was cancelled', () => {
      it('it reverts with MarketOrderSpent', async () => {
        const { buy, market, seller } = await listed({ nonce: nonceOf(5) })
        await market.connect(seller).cancel(0n, 1n << 5n)
        await expect(buy()).to.be.revertedWithCustomError(market, 'MarketOrderSpent').withArgs(0n, 5)
      })
    })

    describe('when its lane was advanced', () => {
      it('it reverts with MarketOrderEpochPassed', async () => {
        const { buy, market, seller } = await listed()
        await market.connect(seller).cancelAllOf(0n)
        await expect(buy()).to.be.revertedWithCustomError(market, 'MarketOrderEpochPassed').withArgs(0n, 1n)
      })
    })

    describe('when it names an epoch to come', () => {
      it('it reverts with MarketOrderEpochAhead', async () => {
        const { buy, market } = await listed({ nonce: nonceOf(0, 0n, 2n) })
        await expect(buy()).to.be.revertedWithCustomError(market, 'MarketOrderEpochAhead').withArgs(2n, 0n)
      })
    })
  })

  describe('given the order is out of its time', () => {
    describe('when it has not started', () => {
      it('it reverts with MarketOrderNotStarted', async () => {
        const { now } = await loadTrade()
        const startTime = (await now()) + DAY
        const { buy, market } = await listed({ startTime })
        await expect(buy()).to.be.revertedWithCustomError(market, 'MarketOrderNotStarted').withArgs(startTime)
        await networkHelpers.time.setNextBlockTimestamp(startTime)
        await buy()
      })
    })

    describe('when it ends in this very second', () => {
      it('it reverts with MarketOrderExpired', async () => {
        const { now } = await loadTrade()
        const endTime = (await now()) + 100n
        const { buy, market } = await listed({ endTime })
        await networkHelpers.time.setNextBlockTimestamp(endTime)
        await expect(buy()).to.be.revertedWithCustomError(market, 'MarketOrderExpired').withArgs(endTime)
      })
    })

    describe('when it ends before it starts', () => {
      it('it reverts with MarketOrderWindowInvalid', async () => {
        for (const [startTime, endTime] of [
          [100n, 100n],
          [100n, 99n],
          [0n, 0n],
        ] as const) {
          const { buy, market } = await listed({ startTime, endTime })
          await expect(buy()).to.be.revertedWithCustomError(market, 'MarketOrderWindowInvalid').withArgs(startTime, endTime)
        }
      })
    })
  })

  describe('given the order is out of bounds', () => {
    describe('when the price is zero', () => {
      it('it reverts with MarketPriceZero', async () => {
        const { buy, market } = await listed({ price: 0n })
        await expect(buy(0n)).to.be.revertedWithCustomError(market, 'MarketPriceZero')
      })
    })

    describe('when the bit is above 191 or the nonce too long', () => {
      it('it reverts with MarketNonceInvalid', async () => {
        for (const nonce of [192n, 255n, 1n << 136n, 1n << 255n]) {
          const { buy, market } = await listed({ nonce })
          await expect(buy()).to.be.revertedWithCustomError(market, 'MarketNonceInvalid').withArgs(nonce)
        }
      })
    })

    describe('when the fee in force is above the signed one', () => {
      it('it reverts with MarketFeeTooHigh', async () => {
        const { buy, market } = await listed({ maxFeeBps: 249 })
        await expect(buy()).to.be.revertedWithCustomError(market, 'MarketFeeTooHigh').withArgs(250, 249)
      })
    })

    describe('when the royalty is above the signed one', () => {
      it('it reverts with MarketRoyaltyTooHigh', async () => {
        const { buy, market } = await listed({ maxRoyaltyBps: ROYALTY_BPS - 1 })
        await expect(buy()).to.be.revertedWithCustomError(market, 'MarketRoyaltyTooHigh')
        const exact = await listed({ maxRoyaltyBps: ROYALTY_BPS })
        await exact.buy()
      })
    })

    describe('when the collection has no code', () => {
      it('it reverts with MarketCollectionUnknown', async () => {
        const { stranger } = await loadTrade()
        const { buy, market } = await listed({ collection: stranger.address as `0x${string}` })
        await expect(buy()).to.be.revertedWithCustomError(market, 'MarketCollectionUnknown').withArgs(stranger.address)
      })
    })

    describe('when the currency is not on the list', () => {
      it('it reverts with MarketCurrencyNotAllowed', async () => {
        const { collectionAddress } = await loadTrade()
        const { buy, market } = await listed({ currency: collectionAddress })
        await expect(buy(0n)).to.be.revertedWithCustomError(market, 'MarketCurrencyNotAllowed').withArgs(collectionAddress)
      })
    })

    describe('when the maker fills its own order', () => {
      it('it reverts with MarketMakerIsTaker', async () => {
        const { buy, market, seller } = await listed()
        await expect(buy(PRICE, seller)).to.be.revertedWithCustomError(market, 'MarketMakerIsTaker').withArgs(seller.address)
      })
    })
  })

  describe("given the signature is not the maker's", () => {
    describe('when somebody else signed', () => {
      it('it reverts with MarketSignatureInvalid', async () => {
        const { market, order, sign, stranger, buyer, seller } = await listed()
        const forged = await sign(stranger, order)
        await expect(market.connect(buyer).fillOrder(order, forged, { value: PRICE }))
          .to.be.revertedWithCustomError(market, 'MarketSignatureInvalid')
          .withArgs(seller.address)
      })
    })

    describe('when a field was changed afterwards', () => {
      it('it reverts with MarketSignatureInvalid', async () => {
        const { market, order, signature, buyer } = await listed()
        for (const change of [
          { price: 1n, endPrice: 1n },
          { nonce: nonceOf(0, 1n) },
          { nonce: nonceOf(1) },
          { endTime: order.endTime + 1n },
          { maxFeeBps: 400 },
        ]) {
          const changed = { ...order, ...change }
          await expect(market.connect(buyer).fillOrder(changed, signature, { value: changed.price })).to.be.revertedWithCustomError(
            market,
            'MarketSignatureInvalid',
          )
        }
      })
    })

    describe('when its length is none of a signature', () => {
      it('it reverts with MarketSignatureMalformed', async () => {
        const { market, order, signature, buyer } = await listed()
        for (const bytes of ['0x', ethers.dataSlice(signature, 0, 63), `${signature}00`, `${signature}${'00'.repeat(34)}`])
          await expect(market.connect(buyer).fillOrder(order, bytes, { value: PRICE }))
            .to.be.revertedWithCustomError(market, 'MarketSignatureMalformed')
            .withArgs(ethers.dataLength(bytes))
      })
    })

    describe('when s is in the upper half', () => {
      it('it reverts with MarketSignatureMalformed', async () => {
        const { market, order, signature, buyer } = await listed()
        const { r, s, v } = ethers.Signature.from(signature)
        const high = ethers.toBeHex(0xfffffffffffffffffffffffffffffffebaaedce6af48a03bbfd25e8cd0364141n - BigInt(s), 32)
        const twin = ethers.concat([r, high, ethers.toBeHex(v === 27 ? 28 : 27)])
        await expect(market.connect(buyer).fillOrder(order, twin, { value: PRICE })).to.be.revertedWithCustomError(
          market,
          'MarketSignatureMalformed',
        )
      })
    })
  })

  describe('given the signature has 64 bytes', () => {
    it('it is accepted and shares the nonce of the longer form', async () => {
      const { market, order, signature, buyer, seller, collection, tokenId } = await listed()
      const short = ethers.Signature.from(signature).compactSerialized
      await market.connect(buyer).fillOrder(order, short, { value: PRICE })
      await collection.connect(buyer).transferFrom(buyer.address, seller.address, tokenId)
      await expect(market.connect(buyer).fillOrder(order, signature, { value: PRICE })).to.be.revertedWithCustomError(
        market,
        'MarketOrderSpent',
      )
    })
  })
})
