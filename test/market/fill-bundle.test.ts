import type { Item } from '@daedal/protocol/market/forms'
import type { Order, OrderKind } from '@daedal/protocol/market/order'
import { expect } from 'chai'
import { deployMock } from '../fixtures/deploy-mock.ts'
import { loadGoods } from '../fixtures/goods.ts'
import { ethers, FEE_BPS, nonceOf, PRICE } from '../fixtures/trade.ts'

const NATIVE = ethers.ZeroAddress as `0x${string}`
const FEE = (PRICE * FEE_BPS) / 10_000n

/** A signed bundle of a plain token, ten units of an edition and the fixture's house token. */
async function bundled(kind: OrderKind = 'listing', change: Partial<Order> = {}, chosen?: (items: Item[]) => Item[]) {
  const goods = await loadGoods()
  const all: Item[] = [
    { collection: goods.plainAddress, tokenId: 1n, quantity: 0n },
    { collection: goods.editionsAddress, tokenId: 2n, quantity: 10n },
    { collection: goods.collectionAddress, tokenId: goods.tokenId, quantity: 0n },
  ]
  const items = chosen?.(all) ?? all
  const maker = kind === 'listing' ? goods.seller : goods.buyer
  const terms = { collection: NATIVE, tokenId: 0n, ...change }
  const { order, signature } = await goods.signed(kind, maker, terms, { form: 'bundle', items })
  const take = (shown: readonly Item[] = items, limit = kind === 'listing' ? PRICE : 0n) =>
    goods.market
      .connect(kind === 'listing' ? goods.buyer : goods.seller)
      .fillBundle(order, [...shown], limit, signature, { value: kind === 'listing' ? order.price : 0n })
  return { ...goods, order, signature, items, take }
}

/** Royalty of the three items: 5 %, 5 % and 7.5 % of a third each, the last third with what rounding leaves. */
function royaltiesOf(price: bigint): bigint {
  const part = price / 3n
  return 2n * ((part * 500n) / 10_000n) + ((price - 2n * part) * 750n) / 10_000n
}

describe('fillBundle', () => {
  it('it sells all items for one price, of several collections and both standards', async () => {
    const { take, market, seller, buyer, creator, plain, editions, collection, tokenId } = await bundled()
    const royalty = royaltiesOf(PRICE)
    await expect(take()).to.changeEtherBalances(ethers, [buyer, seller, creator], [-PRICE, PRICE - FEE - royalty, royalty])
    expect(await plain.ownerOf(1n)).to.equal(buyer.address)
    expect(await editions.balanceOf(buyer.address, 2n)).to.equal(10n)
    expect(await collection.ownerOf(tokenId)).to.equal(buyer.address)
    expect(await market.accruedFees()).to.equal(FEE)
  })

  it('it says what was in it and who got which royalty', async () => {
    const { take, market, order, seller, buyer, creator, items } = await bundled('listing', { nonce: nonceOf(4) })
    const receipt = await (await take()).wait()
    const [filled] = await market.queryFilter(market.filters.BundleFilled(), receipt?.blockNumber)
    if (!filled) throw new Error('no event')
    const { args } = filled
    expect([args.maker, args.taker, args.kindAndNonce, args.currency, args.price, args.fee]).to.deep.equal([
      seller.address,
      buyer.address,
      order.nonce,
      NATIVE,
      PRICE,
      FEE,
    ])
    expect(args.items.map(({ collection, tokenId, quantity }) => ({ collection, tokenId, quantity }))).to.deep.equal(items)
    expect(args.royalties.map(({ receiver, amount }) => [receiver, amount])).to.deep.equal([[creator.address, royaltiesOf(PRICE)]])
  })

  it('it pays each creator for an equal part, and the odd wei of the last', async () => {
    const goods = await loadGoods()
    const other = await deployMock<'mint' | 'setRoyalty' | 'setApprovalForAll'>('PlainCollection')
    await other.setRoyalty(goods.stranger.address, 1_000n)
    await other.mint(goods.seller.address, 9n)
    await other.connect(goods.seller).setApprovalForAll(goods.marketAddress, true)
    const items = [
      { collection: goods.plainAddress, tokenId: 1n, quantity: 0n },
      { collection: (await other.getAddress()) as `0x${string}`, tokenId: 9n, quantity: 0n },
      { collection: goods.plainAddress, tokenId: 2n, quantity: 0n },
    ]
    const price = 10_001n
    const { order, signature } = await goods.signed(
      'listing',
      goods.seller,
      { collection: NATIVE, tokenId: 0n, price },
      { form: 'bundle', items },
    )
    const [creators, others] = [(3_333n * 500n) / 10_000n + (3_335n * 500n) / 10_000n, (3_333n * 1_000n) / 10_000n]
    await expect(goods.market.connect(goods.buyer).fillBundle(order, items, price, signature, { value: price })).to.changeEtherBalances(
      ethers,
      [goods.creator, goods.stranger, goods.seller],
      [creators, others, price - (price * FEE_BPS) / 10_000n - creators - others],
    )
  })

  it('it buys a bundle for an offer', async () => {
    const { take, wrappedEther, seller, buyer, creator, feeReceiver, plain } = await bundled('offer')
    const royalty = royaltiesOf(PRICE)
    await expect(take()).to.changeTokenBalances(
      ethers,
      wrappedEther,
      [buyer, seller, creator, feeReceiver],
      [-PRICE, PRICE - FEE - royalty, royalty, FEE],
    )
    expect(await plain.ownerOf(1n)).to.equal(buyer.address)
  })

  it('it spends the nonce, whatever the number of items', async () => {
    const { take, market, seller } = await bundled('listing', { nonce: nonceOf(7) })
    await take()
    expect((await market.laneOf(seller.address, 0n))[1]).to.equal(1n << 7n)
    await expect(take()).to.be.revertedWithCustomError(market, 'MarketOrderSpent').withArgs(0n, 7)
  })

  describe('when one item is gone', () => {
    it('it reverts with MarketSellerNotOwner', async () => {
      const { take, market, plain, editions, seller, buyer, stranger } = await bundled()
      await plain.connect(seller).transferFrom(seller.address, stranger.address, 1n)
      await expect(take()).to.be.revertedWithCustomError(market, 'MarketSellerNotOwner').withArgs(seller.address, stranger.address)
      expect(await editions.balanceOf(buyer.address, 2n)).to.equal(0n)
    })
  })

  describe('when an item is named twice', () => {
    it('it reverts with MarketSellerNotOwner', async () => {
      const { take, market, seller, buyer } = await bundled('listing', {}, ([first]) => [first as Item, first as Item])
      await expect(take()).to.be.revertedWithCustomError(market, 'MarketSellerNotOwner').withArgs(seller.address, buyer.address)
    })
  })

  describe('when there are no items or more than thirty', () => {
    it('it reverts with MarketBundleSize', async () => {
      for (const count of [0, 31]) {
        const many = (items: Item[]) => Array.from({ length: count }, () => items[0] as Item)
        const { take, market } = await bundled('listing', {}, many)
        await expect(take()).to.be.revertedWithCustomError(market, 'MarketBundleSize').withArgs(count, 30)
      }
    })
  })

  describe('when items are left out, added or changed', () => {
    it('it reverts with MarketSignatureInvalid', async () => {
      const { take, market, items, plainAddress } = await bundled()
      const more = { collection: plainAddress, tokenId: 2n, quantity: 0n }
      for (const shown of [items.slice(1), [...items, more], items.toReversed(), items.with(1, { ...(items[1] as Item), quantity: 1n })])
        await expect(take(shown)).to.be.revertedWithCustomError(market, 'MarketSignatureInvalid')
    })
  })

  describe('when the order names a token of its own', () => {
    it('it reverts with MarketBundleNamesToken', async () => {
      const { plainAddress } = await loadGoods()
      for (const change of [{ collection: plainAddress }, { tokenId: 1n }, { quantity: 1n }]) {
        const { take, market } = await bundled('listing', change)
        await expect(take()).to.be.revertedWithCustomError(market, 'MarketBundleNamesToken')
      }
    })
  })

  describe('when the order is a collection offer', () => {
    it('it reverts with MarketKindNotAllowed', async () => {
      const { take, market } = await bundled('collection-offer')
      await expect(take()).to.be.revertedWithCustomError(market, 'MarketKindNotAllowed').withArgs(2)
    })
  })

  describe('when the royalties together are above the signed maximum', () => {
    it('it reverts with MarketRoyaltyTooHigh', async () => {
      const { take, market } = await bundled('listing', { maxRoyaltyBps: 583 })
      await expect(take())
        .to.be.revertedWithCustomError(market, 'MarketRoyaltyTooHigh')
        .withArgs(royaltiesOf(PRICE), (PRICE * 583n) / 10_000n)
    })
  })

  describe('when less is left for the seller than its limit', () => {
    it('it reverts with MarketProceedsBelowLimit', async () => {
      const { take, market, items } = await bundled('offer')
      const left = PRICE - FEE - royaltiesOf(PRICE)
      await expect(take(items, left + 1n))
        .to.be.revertedWithCustomError(market, 'MarketProceedsBelowLimit')
        .withArgs(left, left + 1n)
      await take(items, left)
    })
  })
})
