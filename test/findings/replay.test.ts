import { hashForm } from '@daedal/protocol/market/forms'
import { marketDomain, type Order, orderTypes } from '@daedal/protocol/market/order'
import { traitOf } from '@daedal/protocol/market/trait'
import { expect } from 'chai'
import { network } from 'hardhat'
import { deployMock } from '../fixtures/deploy-mock.ts'
import { loadGoods } from '../fixtures/goods.ts'
import { listed } from '../fixtures/listed.ts'
import { ethers, networkHelpers, nonceOf, PRICE } from '../fixtures/trade.ts'
import { voucherOf } from '../fixtures/vouchers.ts'

type Hex = `0x${string}`
const FAR = 1n << 40n
const FORK = 61
const LAST_EPOCH = (1n << 64n) - 1n
const UNITS = { tokenId: 1n, quantity: 10n, price: 100n }

/** A listing of ten units, and how some of them are bought. */
async function listedUnits(change: Partial<Order> = {}) {
  const goods = await loadGoods()
  const { market, buyer, seller, editionsAddress, signed } = goods
  const { order, signature } = await signed('listing', seller, { collection: editionsAddress, ...UNITS, ...change }, { form: 'order' })
  const buy = (quantity: bigint, limit = quantity * UNITS.price) =>
    market.connect(buyer).fillAs(order, { tokenId: 1n, quantity, limit }, signature, { value: UNITS.price * 10n })
  return { ...goods, order, signature, buy }
}

/** Puts a maker's lane into its last epoch. */
async function leaveLastEpoch(market: string, maker: string, lane: bigint): Promise<void> {
  const coder = ethers.AbiCoder.defaultAbiCoder()
  const before = ethers.toBeHex(1n << 192n, 32)
  for (let index = 0; index < 16; index += 1) {
    const slot = ethers.keccak256(coder.encode(['uint256', 'uint256'], [(BigInt(maker) << 64n) | lane, index]))
    if ((await ethers.provider.getStorage(market, slot)) === before)
      return networkHelpers.setStorageAt(market, slot, ethers.toBeHex(LAST_EPOCH << 192n, 32))
  }
  throw new Error('The lane is not where it was looked for.')
}

describe('an order replayed on another chain, or after a fork', () => {
  it('one that was signed for another chain is refused', async () => {
    const { buy, market, marketAddress, seller, order } = await listed()
    const signature = await seller.signTypedData(marketDomain(1, marketAddress), { Order: [...orderTypes.Order] }, order)
    await expect(buy(signature)).to.be.revertedWithCustomError(market, 'MarketSignatureInvalid').withArgs(seller.address)
  })

  it('the same code at the same address asks for another signature once its chain has another id', async () => {
    const { market, marketAddress, seller, buyer, order, signature, plainAddress } = await listed({ startTime: 0n, endTime: FAR })
    const fork = await network.create({ network: 'default', override: { chainId: FORK } })
    try {
      await fork.networkHelpers.setCode(marketAddress, await ethers.provider.getCode(marketAddress))
      const there = market.connect(await fork.ethers.getSigner(buyer.address))
      expect(await there.hashOrder(order)).to.equal(hashForm(FORK, marketAddress, { form: 'order', order }))
      const buy = (shown: string) => there.fillOrder.staticCall(order, shown, { value: PRICE })
      await expect(buy(signature)).to.be.revertedWithCustomError(market, 'MarketSignatureInvalid').withArgs(seller.address)
      const again = await seller.signTypedData(marketDomain(FORK, marketAddress), { Order: [...orderTypes.Order] }, order)
      // Signed for the fork it is good there; the token alone is missing.
      await expect(buy(again)).to.be.revertedWithCustomError(market, 'MarketCollectionUnknown').withArgs(plainAddress)
    } finally {
      await fork.close()
    }
  })
})

describe('an order replayed on another deployment (Foundation 2022 M-01, reNFT M-13)', () => {
  it('one for a market of the same name and version elsewhere is refused', async () => {
    const { buy, market, owner, feeReceiver, seller, buyer, order, signature, sign } = await listed()
    const parts = [owner.address, feeReceiver.address, 250, [], ethers.ZeroAddress, ethers.ZeroAddress] as const
    const twin = await ethers.deployContract('Market', [...parts])
    const forTwin = await sign(seller, order, (await twin.getAddress()) as Hex)
    await expect(buy(forTwin)).to.be.revertedWithCustomError(market, 'MarketSignatureInvalid').withArgs(seller.address)
    await expect(twin.connect(buyer).fillOrder(order, signature, { value: PRICE }))
      .to.be.revertedWithCustomError(twin, 'MarketSignatureInvalid')
      .withArgs(seller.address)
  })
})

describe('an old listing alive again when its token returns', () => {
  it('one that was filled stays dead', async () => {
    const { buy, market, plain, seller, buyer } = await listed({ nonce: nonceOf(3) })
    await buy()
    await plain.connect(buyer).transferFrom(buyer.address, seller.address, 1n)
    await expect(buy()).to.be.revertedWithCustomError(market, 'MarketOrderSpent').withArgs(0n, 3)
  })

  it('listings that share a bit exclude each other: a lower price needs no cancellation of the higher', async () => {
    const { buy, market, plain, order, sign, seller, buyer } = await listed({ nonce: nonceOf(5), price: 2n * PRICE })
    const low = { ...order, price: PRICE, endPrice: PRICE }
    await market.connect(buyer).fillOrder(low, await sign(seller, low), { value: PRICE })
    await plain.connect(buyer).transferFrom(buyer.address, seller.address, 1n)
    await expect(buy()).to.be.revertedWithCustomError(market, 'MarketOrderSpent').withArgs(0n, 5)
  })

  it('one that was never filled sells again until its lane is cancelled', async () => {
    const { buy, market, plain, order, signature, seller, stranger, buyer } = await listed()
    await plain.connect(seller).transferFrom(seller.address, stranger.address, 1n)
    await expect(buy()).to.be.revertedWithCustomError(market, 'MarketSellerNotOwner').withArgs(seller.address, stranger.address)
    await plain.connect(stranger).transferFrom(stranger.address, seller.address, 1n)
    await market.connect(buyer).fillOrder.staticCall(order, signature, { value: PRICE })
    await market.connect(seller).cancelAllOf(0n)
    await expect(buy()).to.be.revertedWithCustomError(market, 'MarketOrderEpochPassed').withArgs(0n, 1n)
  })

  it('a burned token is never minted again, so its old listing cannot sell another one', async () => {
    const { market, creator, buyer, collection, mint, orderOf, sign } = await loadGoods()
    const tokenId = await mint(creator, 'burned')
    const order = await orderOf('listing', creator, tokenId)
    const signature = await sign(creator, order)
    await collection.connect(creator).burn(tokenId)
    await expect(mint(creator, 'burned')).to.be.revertedWithCustomError(collection, 'TokensMinted').withArgs(tokenId)
    await expect(market.connect(buyer).fillOrder(order, signature, { value: PRICE }))
      .to.be.revertedWithCustomError(collection, 'ERC721NonexistentToken')
      .withArgs(tokenId)
  })
})

describe('a partly filled order filled again through a cut-off number (Seaport 2022 H-01)', () => {
  it('no number of units wraps around what is left', async () => {
    const { buy, market, order, seller } = await listedUnits()
    await buy(7n)
    for (const quantity of [4n, 10n, (1n << 128n) - 7n, (1n << 128n) - 4n, (1n << 128n) - 1n])
      await expect(buy(quantity, ethers.MaxUint256)).to.be.revertedWithCustomError(market, 'MarketUnitsUnavailable').withArgs(quantity, 3n)
    expect(await market.filledOf(seller.address, order.nonce)).to.equal(7n)
    await buy(3n)
    await expect(buy(1n)).to.be.revertedWithCustomError(market, 'MarketUnitsUnavailable').withArgs(1n, 0n)
  })

  it('an order for fewer units under the same nonce has none left below what was sold', async () => {
    const { buy, market, order, signed, seller, buyer } = await listedUnits()
    await buy(7n)
    const fewer = await signed('listing', seller, { ...order, quantity: 5n }, { form: 'order' })
    await expect(market.connect(buyer).fillAs(fewer.order, { tokenId: 1n, quantity: 1n, limit: 100n }, fewer.signature, { value: 100n }))
      .to.be.revertedWithCustomError(market, 'MarketUnitsUnavailable')
      .withArgs(1n, 0n)
  })
})

describe('a cancellation outrun, repeated or aimed at others', () => {
  const BIT = 1n << 7n

  it('whichever comes first counts: a cancelled order does not sell, and a sold one stays sold', async () => {
    const first = await listed({ nonce: nonceOf(7) })
    await first.market.connect(first.seller).cancel(0n, BIT)
    await expect(first.buy()).to.be.revertedWithCustomError(first.market, 'MarketOrderSpent').withArgs(0n, 7)
    const { buy, market, plain, seller, buyer } = await listed({ nonce: nonceOf(7) })
    await buy()
    await expect(market.connect(seller).cancel(0n, BIT)).to.emit(market, 'OrdersCancelled').withArgs(seller.address, 0n, 0n, 0n)
    expect(await plain.ownerOf(1n)).to.equal(buyer.address)
  })

  it('a second cancellation changes nothing and names nothing', async () => {
    const { market, seller } = await listed()
    await market.connect(seller).cancel(0n, BIT)
    await expect(market.connect(seller).cancel(0n, BIT)).to.emit(market, 'OrdersCancelled').withArgs(seller.address, 0n, 0n, 0n)
    expect(await market.laneOf(seller.address, 0n)).to.deep.equal([0n, BIT])
  })

  it('one by somebody else cancels nothing of the maker’s', async () => {
    const { buy, market, stranger, seller, plain, buyer } = await listed({ nonce: nonceOf(7) })
    await market.connect(stranger).cancel(0n, (1n << 192n) - 1n)
    await market.connect(stranger).cancelAllOf(0n)
    expect(await market.laneOf(seller.address, 0n)).to.deep.equal([0n, 0n])
    await buy()
    expect(await plain.ownerOf(1n)).to.equal(buyer.address)
  })

  it('neighbouring bits, lanes and makers stay as they were', async () => {
    const { market, seller, buyer, order, sign } = await listed()
    await market.connect(seller).cancel(1n, BIT)
    expect(await market.laneOf(seller.address, 1n)).to.deep.equal([0n, BIT])
    for (const [maker, lane] of [
      [seller.address, 0n],
      [seller.address, 2n],
      [ethers.toBeHex(BigInt(seller.address) + 1n, 20), 1n],
    ] as const)
      expect(await market.laneOf(maker, lane)).to.deep.equal([0n, 0n])
    for (const bit of [6, 8]) {
      const neighbour = { ...order, nonce: nonceOf(bit, 1n) }
      await market.connect(buyer).fillOrder.staticCall(neighbour, await sign(seller, neighbour), { value: PRICE })
    }
  })
})

describe('an epoch advanced with orders in flight, wrapped around or outrun', () => {
  it('every order of the lane dies with its epoch, and none of another lane', async () => {
    const { market, seller, buyer, order, sign } = await listed()
    const fill = async (nonce: bigint) => {
      const one = { ...order, nonce }
      return market.connect(buyer).fillOrder.staticCall(one, await sign(seller, one), { value: PRICE })
    }
    await market.connect(seller).cancelAllOf(4n)
    for (const bit of [0, 191])
      await expect(fill(nonceOf(bit, 4n)))
        .to.be.revertedWithCustomError(market, 'MarketOrderEpochPassed')
        .withArgs(0n, 1n)
    await expect(fill(nonceOf(0, 4n, 2n)))
      .to.be.revertedWithCustomError(market, 'MarketOrderEpochAhead')
      .withArgs(2n, 1n)
    await fill(nonceOf(0, 4n, 1n))
    await fill(nonceOf(0, 5n))
  })

  it('the last epoch trades and cannot be left, so the first never comes back', async () => {
    const { buy, market, marketAddress, seller, order, plain, buyer } = await listed({ nonce: nonceOf(9, 2n, LAST_EPOCH) })
    await market.connect(seller).cancelAllOf(2n)
    await leaveLastEpoch(marketAddress, seller.address, 2n)
    await expect(market.connect(seller).cancelAllOf(2n)).to.be.revertedWithPanic(0x11)
    await buy()
    expect(await plain.ownerOf(1n)).to.equal(buyer.address)
    expect(await market.laneOf(seller.address, 2n)).to.deep.equal([LAST_EPOCH, 1n << 9n])
    expect(order.nonce >> 136n).to.equal(0n)
  })

  it('a bit from 192 on, or a word with more than lane, epoch and bit, is no nonce', async () => {
    for (const nonce of [192n, 255n, (1n << 136n) | 5n, 1n << 255n]) {
      const { buy, market } = await listed({ nonce })
      await expect(buy()).to.be.revertedWithCustomError(market, 'MarketNonceInvalid').withArgs(nonce)
    }
    const { market, seller } = await loadGoods()
    for (const bits of [1n << 192n, ethers.MaxUint256])
      await expect(market.connect(seller).cancel(0n, bits)).to.be.revertedWithCustomError(market, 'MarketBitOutOfRange').withArgs(bits)
  })

  it('the first order of a lane that nobody used trades, and spends one bit of it', async () => {
    const lane = (1n << 64n) - 1n
    const { buy, market, seller } = await listed({ nonce: nonceOf(191, lane) })
    await buy()
    expect(await market.laneOf(seller.address, lane)).to.deep.equal([0n, 1n << 191n])
    expect(await market.laneOf(seller.address, 0n)).to.deep.equal([0n, 0n])
  })
})

describe('an order at the edges of its time (Blur 2 M-03, Infinity M-08)', () => {
  it('no time at all, an end of zero and an end before the start are refused', async () => {
    for (const [startTime, endTime] of [
      [0n, 0n],
      [100n, 0n],
      [100n, 100n],
      [100n, 99n],
      [FAR, FAR],
      [FAR, FAR - 1n],
    ] as const) {
      const { buy, market } = await listed({ startTime, endTime })
      await expect(buy()).to.be.revertedWithCustomError(market, 'MarketOrderWindowInvalid').withArgs(startTime, endTime)
    }
  })

  it('it sells from the first second to the last one before the end', async () => {
    const start = (await (await loadGoods()).now()) + 1_000n
    const attempt = async (at: bigint) => {
      const sale = await listed({ startTime: start, endTime: start + 100n })
      await networkHelpers.time.setNextBlockTimestamp(at)
      return sale
    }
    for (const [at, error, time] of [
      [start - 1n, 'MarketOrderNotStarted', start],
      [start + 100n, 'MarketOrderExpired', start + 100n],
    ] as const) {
      const { buy, market } = await attempt(at)
      await expect(buy()).to.be.revertedWithCustomError(market, error).withArgs(time)
    }
    for (const at of [start, start + 99n]) {
      const { buy, plain, buyer } = await attempt(at)
      await buy()
      expect(await plain.ownerOf(1n)).to.equal(buyer.address)
    }
  })
})

describe('everything listed for nothing, as a phisher would have it signed', () => {
  it('no form of order sells for zero, at its beginning or at its end', async () => {
    const { market, buyer, creator, plainAddress, collectionAddress, order } = await listed()
    const source = (await (await deployMock<never>('SettableState')).getAddress()) as Hex
    const by = market.connect(buyer)
    const selection = { tokenId: 1n, quantity: 0n, limit: 0n }
    const item = { collection: plainAddress, tokenId: 1n, quantity: 0n }
    for (const [price, endPrice] of [
      [0n, 0n],
      [0n, PRICE],
      [PRICE, 0n],
    ] as const) {
      const free = { ...order, price, endPrice }
      const bundle = { ...free, collection: ethers.ZeroAddress, tokenId: 0n }
      for (const attempt of [
        () => by.fillAs(free, selection, '0x'),
        () => by.fillAs({ ...free, kind: 1 }, selection, '0x'),
        () => by.fillTrait({ ...free, kind: 2 }, traitOf([1n]), [], selection, '0x'),
        () => by.fillInState(free, { source, value: ethers.ZeroHash }, selection, '0x'),
        () => by.fillBundle(bundle, [item], 0n, '0x'),
        () => by.fillVoucher({ ...free, collection: collectionAddress }, voucherOf(creator, 'free'), selection, '0x'),
      ])
        await expect(attempt()).to.be.revertedWithCustomError(market, 'MarketPriceZero')
    }
    await expect(by.fillOrder({ ...order, price: 0n, endPrice: 0n }, '0x')).to.be.revertedWithCustomError(market, 'MarketPriceZero')
  })

  it('a sweep skips it', async () => {
    const { market, buyer, plain, seller, order, signature } = await listed({ price: 0n })
    const swept = market.connect(buyer).sweep([{ order, quantity: 0n, signature }], ethers.ZeroAddress, 0n, 0n)
    const reason = market.interface.getError('MarketPriceZero')?.selector
    await expect(swept)
      .to.emit(market, 'OrderSkipped')
      .withArgs(await market.hashOrder(order), buyer.address, reason)
    expect(await plain.ownerOf(1n)).to.equal(seller.address)
  })
})
