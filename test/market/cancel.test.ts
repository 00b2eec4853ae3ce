import { expect } from 'chai'
import { ethers, loadTrade, networkHelpers, nonceOf, PRICE } from '../fixtures/trade.ts'

describe('cancel', () => {
  describe('when the mask names one bit', () => {
    it('it kills the order of that bit and no other', async () => {
      const { market, seller, buyer, orderOf, sign, tokenId } = await loadTrade()
      const orders = [7, 8, 9].map((bit) => orderOf('listing', seller, tokenId, { nonce: nonceOf(bit) }))
      const [before, cancelled, after] = await Promise.all(orders)
      await market.connect(seller).cancel(0n, 1n << 8n)
      await expect(
        market.connect(buyer).fillOrder(cancelled!, await sign(seller, cancelled!), { value: PRICE }),
      ).to.be.revertedWithCustomError(market, 'MarketOrderSpent')
      for (const order of [before!, after!]) {
        const snapshot = await networkHelpers.takeSnapshot()
        await market.connect(buyer).fillOrder(order, await sign(seller, order), { value: PRICE })
        await snapshot.restore()
      }
    })

    it('it says which bits were open', async () => {
      const { market, seller } = await loadTrade()
      await expect(market.connect(seller).cancel(2n, 0b1010n)).to.emit(market, 'OrdersCancelled').withArgs(seller.address, 2n, 0n, 0b1010n)
    })
  })

  describe('when a bit was spent already', () => {
    it('it leaves it spent and does not name it again', async () => {
      const { market, seller } = await loadTrade()
      await market.connect(seller).cancel(0n, 0b0110n)
      await expect(market.connect(seller).cancel(0n, 0b0011n)).to.emit(market, 'OrdersCancelled').withArgs(seller.address, 0n, 0n, 0b0001n)
      expect((await market.laneOf(seller.address, 0n))[1]).to.equal(0b0111n)
    })
  })

  describe('when somebody else cancels the same bits', () => {
    it('it touches the orders of that account alone', async () => {
      const { market, seller, stranger } = await loadTrade()
      await market.connect(stranger).cancel(0n, (1n << 192n) - 1n)
      expect(await market.laneOf(seller.address, 0n)).to.deep.equal([0n, 0n])
    })
  })

  describe('when the mask has a bit above 191', () => {
    it('it reverts with MarketBitOutOfRange', async () => {
      const { market, seller } = await loadTrade()
      await expect(market.connect(seller).cancel(0n, 1n << 192n))
        .to.be.revertedWithCustomError(market, 'MarketBitOutOfRange')
        .withArgs(1n << 192n)
    })
  })

  describe('given fills are paused', () => {
    it('it cancels', async () => {
      const { market, owner, seller } = await loadTrade()
      await market.connect(owner).pause()
      await market.connect(seller).cancel(0n, 1n)
      expect((await market.laneOf(seller.address, 0n))[1]).to.equal(1n)
    })
  })
})

describe('cancelAllOf', () => {
  it('it kills every order of the lane that was signed so far', async () => {
    const { market, seller, buyer, orderOf, sign, tokenId } = await loadTrade()
    const order = await orderOf('listing', seller, tokenId, { nonce: nonceOf(100, 4n) })
    const signature = await sign(seller, order)
    await expect(market.connect(seller).cancelAllOf(4n)).to.emit(market, 'LaneAdvanced').withArgs(seller.address, 4n, 1n)
    await expect(market.connect(buyer).fillOrder(order, signature, { value: PRICE })).to.be.revertedWithCustomError(
      market,
      'MarketOrderEpochPassed',
    )
  })

  it('it opens every bit for orders of the next epoch', async () => {
    const { market, seller, buyer, orderOf, sign, tokenId } = await loadTrade()
    await market.connect(seller).cancel(0n, 1n)
    await market.connect(seller).cancelAllOf(0n)
    expect(await market.laneOf(seller.address, 0n)).to.deep.equal([1n, 0n])
    const order = await orderOf('listing', seller, tokenId, { nonce: nonceOf(0, 0n, 1n) })
    await market.connect(buyer).fillOrder(order, await sign(seller, order), { value: PRICE })
  })

  it('it leaves other lanes and other makers alone', async () => {
    const { market, seller, stranger } = await loadTrade()
    await market.connect(stranger).cancelAllOf(0n)
    await market.connect(seller).cancelAllOf(1n)
    expect(await market.laneOf(seller.address, 0n)).to.deep.equal([0n, 0n])
  })

  describe('when the last epoch is reached', () => {
    it('it reverts', async () => {
      const { market, marketAddress, seller } = await loadTrade()
      // The lane's word lies in a mapping by maker and lane; its slot is found by writing to it once.
      await market.connect(seller).cancelAllOf(0n)
      const word = ethers.toBeHex(1n << 192n, 32)
      let slot = ''
      for (let index = 0; index < 16 && slot === ''; index++) {
        const coder = ethers.AbiCoder.defaultAbiCoder()
        const candidate = ethers.keccak256(coder.encode(['uint256', 'uint256'], [BigInt(seller.address) << 64n, index]))
        if ((await ethers.provider.getStorage(marketAddress, candidate)) === word) slot = candidate
      }
      expect(slot).not.to.equal('')
      await networkHelpers.setStorageAt(marketAddress, slot, ethers.toBeHex(((1n << 64n) - 1n) << 192n, 32))
      expect((await market.laneOf(seller.address, 0n))[0]).to.equal((1n << 64n) - 1n)
      await expect(market.connect(seller).cancelAllOf(0n)).to.be.revertedWithPanic(0x11)
    })
  })
})
