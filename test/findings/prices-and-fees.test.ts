import type { Order } from '@daedal/protocol/market/order'
import { traitOf } from '@daedal/protocol/market/trait'
import { expect } from 'chai'
import { deployMock } from '../fixtures/deploy-mock.ts'
import { loadGoods, PLAIN_BPS } from '../fixtures/goods.ts'
import { FEE, listed, NET, ROYALTY } from '../fixtures/listed.ts'
import { DAY, ethers, FEE_BPS, networkHelpers, nonceOf, PRICE } from '../fixtures/trade.ts'
import { voucherOf } from '../fixtures/vouchers.ts'

type Hex = `0x${string}`
const MOST = (1n << 128n) - 1n
const share = (amount: bigint, bps: bigint) => (amount * bps) / 10_000n

describe('a price that its parts do not sum to, however small or large (Caviar M-07)', () => {
  for (const price of [1n, 9n, 19n, 20n, 39n, 40n, 10_001n, MOST])
    it(`${price} wei is paid out to the last`, async () => {
      const { buy, market, marketAddress, buyer, seller, creator } = await listed({ price })
      await networkHelpers.setBalance(buyer.address, 1n << 130n)
      const [fee, royalty] = [share(price, FEE_BPS), share(price, PLAIN_BPS)]
      await expect(buy()).to.changeEtherBalances(
        ethers,
        [buyer, seller, creator, marketAddress],
        [-price, price - fee - royalty, royalty, fee],
      )
      expect(await market.accruedFees()).to.equal(fee)
    })

  it('the highest fee and the highest royalty leave the seller 85 per cent', async () => {
    const { buy, market, plain, owner, buyer, seller, creator } = await listed({ price: MOST, endTime: 1n << 40n })
    await networkHelpers.setBalance(buyer.address, 1n << 130n)
    await plain.setRoyalty(creator.address, 10_000)
    await market.connect(owner).scheduleFee(500)
    await networkHelpers.time.increase(2n * DAY)
    await market.applyFee()
    const [fee, royalty] = [share(MOST, 500n), share(MOST, 1_000n)]
    await expect(buy()).to.changeEtherBalances(ethers, [buyer, seller, creator], [-MOST, MOST - fee - royalty, royalty])
    expect(await market.accruedFees()).to.equal(fee)
  })
})

describe('a fee that the owner raised after an order was signed (Infinity M-03)', () => {
  it('it is taken up to what the maker accepted, and stops the sale above it', async () => {
    const { buy, market, owner, seller, creator } = await listed({ maxFeeBps: 300, endTime: 1n << 40n })
    const apply = async (bps: number) => {
      await market.connect(owner).scheduleFee(bps)
      await networkHelpers.time.increase(2n * DAY)
      await market.applyFee()
    }
    await apply(301)
    await expect(buy()).to.be.revertedWithCustomError(market, 'MarketFeeTooHigh').withArgs(301, 300)
    await apply(300)
    const fee = share(PRICE, 300n)
    await expect(buy()).to.changeEtherBalances(ethers, [seller, creator], [PRICE - fee - ROYALTY, ROYALTY])
    expect(await market.accruedFees()).to.equal(fee)
  })

  it('an offer that was signed for less does not buy either', async () => {
    const { market, plainAddress, buyer, seller, signed } = await loadGoods()
    const terms = { collection: plainAddress, tokenId: 1n, maxFeeBps: 249 }
    const { order, signature } = await signed('offer', buyer, terms, { form: 'order' })
    await expect(market.connect(seller).fillOrder(order, signature))
      .to.be.revertedWithCustomError(market, 'MarketFeeTooHigh')
      .withArgs(250, 249)
  })
})

describe('a fee dodged by another path, by splitting or by wrapping, or taken twice of a part (LooksRare M-02, M-04)', () => {
  it('every way to buy for ether pays the same fee', async () => {
    const { market, buyer, seller, creator, plainAddress, collection, collectionAddress, signed, orderOf, sign } = await loadGoods()
    const by = market.connect(buyer)
    const value = { value: PRICE }
    const plainly = async (bit: bigint) => {
      const order = await orderOf('listing', seller, bit, { collection: plainAddress, nonce: nonceOf(Number(bit)) })
      return { order, signature: await sign(seller, order) }
    }
    const [first, second, third] = [await plainly(1n), await plainly(2n), await plainly(3n)]
    await by.fillOrder(first.order, first.signature, value)
    await by.fillAs(second.order, { tokenId: 2n, quantity: 0n, limit: PRICE }, second.signature, value)
    await by.sweep([{ ...third, quantity: 0n }], ethers.ZeroAddress, PRICE, 1n, value)
    expect(await market.accruedFees()).to.equal(3n * FEE)
    const source = (await (await deployMock<never>('SettableState')).getAddress()) as Hex
    const state = { source, value: ethers.ZeroHash as Hex }
    const inState = await signed('listing', buyer, { collection: plainAddress, tokenId: 1n }, { form: 'state-order', state })
    await market.connect(seller).fillInState(inState.order, state, { tokenId: 1n, quantity: 0n, limit: PRICE }, inState.signature, value)
    const items = [2n, 3n].map((tokenId) => ({ collection: plainAddress, tokenId, quantity: 0n }))
    const bundle = { collection: ethers.ZeroAddress as Hex, tokenId: 0n, nonce: nonceOf(2) }
    const bundled = await signed('listing', buyer, bundle, { form: 'bundle', items })
    await market.connect(seller).fillBundle(bundled.order, items, PRICE, bundled.signature, value)
    const voucher = voucherOf(creator, 'lazy')
    const tokenId = await collection.tokenIdOf(creator.address, voucher.coreHash)
    const lazy = await signed('listing', creator, { collection: collectionAddress, tokenId }, { form: 'voucher-order', voucher } as never)
    await by.fillVoucher(lazy.order, voucher, { tokenId, quantity: 0n, limit: PRICE }, lazy.signature, value)
    expect(await market.accruedFees()).to.equal(6n * FEE)
  })

  it('every way to pay with wrapped ether pays it as well', async () => {
    const goods = await loadGoods()
    const { market, buyer, seller, plainAddress, wrappedEther, wrappedAddress, feeReceiver, signed } = goods
    const trait = traitOf([3n])
    const terms = (bit: number, tokenId = 0n): Partial<Order> => ({ collection: plainAddress, tokenId, nonce: nonceOf(bit) })
    const offer = await signed('offer', buyer, terms(1, 1n), { form: 'order' })
    const any = await signed('collection-offer', buyer, terms(2), { form: 'order' })
    const some = await signed('collection-offer', buyer, terms(3), { form: 'trait-offer', trait })
    const listing = await signed('listing', seller, { ...terms(4, 4n), currency: wrappedAddress }, { form: 'order' })
    const by = market.connect(seller)
    for (const fill of [
      () => by.fillOrder(offer.order, offer.signature),
      () => by.fillAs(any.order, { tokenId: 2n, quantity: 0n, limit: NET }, any.signature),
      () => by.fillTrait(some.order, trait, [], { tokenId: 3n, quantity: 0n, limit: NET }, some.signature),
      () => market.connect(buyer).sweep([{ ...listing, quantity: 0n }], wrappedAddress, PRICE, 1n),
    ])
      await expect(fill()).to.changeTokenBalances(ethers, wrappedEther, [buyer, seller, feeReceiver], [-PRICE, NET, FEE])
  })

  it('a part of the units pays for that part, and the parts no less than the whole but for a wei each', async () => {
    const { market, buyer, seller, creator, editionsAddress, signed } = await loadGoods()
    const unit = PRICE / 10n + 39n
    const terms = { collection: editionsAddress, tokenId: 1n, quantity: 10n, price: unit }
    const { order, signature } = await signed('listing', seller, terms, { form: 'order' })
    const buy = (quantity: bigint) =>
      market.connect(buyer).fillAs(order, { tokenId: 1n, quantity, limit: quantity * unit }, signature, { value: quantity * unit })
    let paid = 0n
    for (const quantity of [4n, 1n, 5n]) {
      const [price, fee, royalty] = [quantity * unit, share(quantity * unit, FEE_BPS), share(quantity * unit, PLAIN_BPS)]
      await expect(buy(quantity)).to.changeEtherBalances(ethers, [buyer, seller, creator], [-price, price - fee - royalty, royalty])
      paid += fee
      expect(await market.accruedFees()).to.equal(paid)
    }
    expect(share(10n * unit, FEE_BPS) - paid <= 2n).to.equal(true)
  })

  it('a bundle padded with worthless tokens pays the fee whole, and royalties by equal parts', async () => {
    const { market, marketAddress, buyer, seller, creator, stranger, plain, plainAddress, signed } = await loadGoods()
    const dust = await deployMock<'mint' | 'setApprovalForAll' | 'setRoyalty'>('PlainCollection')
    await dust.setRoyalty(stranger.address, 100)
    for (const id of [1n, 2n, 3n]) await dust.mint(seller.address, id)
    await dust.connect(seller).setApprovalForAll(marketAddress, true)
    const worthless = (await dust.getAddress()) as Hex
    const items = [
      { collection: plainAddress, tokenId: 1n, quantity: 0n },
      ...[1n, 2n, 3n].map((tokenId) => ({ collection: worthless, tokenId, quantity: 0n })),
    ]
    const terms = { collection: ethers.ZeroAddress as Hex, tokenId: 0n }
    const { order, signature } = await signed('listing', seller, terms, { form: 'bundle', items })
    const sale = market.connect(buyer).fillBundle(order, items, PRICE, signature, { value: PRICE })
    const [due, others] = [ROYALTY / 4n, (3n * PRICE) / 400n]
    await expect(sale).to.changeEtherBalances(
      ethers,
      [seller, creator, stranger, marketAddress],
      [PRICE - FEE - due - others, due, others, FEE],
    )
    expect(await plain.ownerOf(1n)).to.equal(buyer.address)
  })
})

describe('a moving price that rounds or runs out of its bounds (Cally H-02)', () => {
  const LENGTH = 4n * DAY

  /** A listing whose price moves over four days, and its sale so many seconds after the start. */
  async function moving(price: bigint, endPrice: bigint, after: bigint) {
    const goods = await loadGoods()
    const startTime = (await goods.now()) + 100n
    const terms = { collection: goods.plainAddress, tokenId: 1n, price, endPrice, startTime, endTime: startTime + LENGTH }
    const { order, signature } = await goods.signed('listing', goods.seller, terms, { form: 'order' })
    await networkHelpers.setBalance(goods.buyer.address, 1n << 130n)
    await networkHelpers.time.setNextBlockTimestamp(startTime + after)
    const buy = (limit: bigint, value = limit) =>
      goods.market.connect(goods.buyer).fillAs(order, { tokenId: 1n, quantity: 0n, limit }, signature, { value })
    return { ...goods, buy }
  }

  for (const [title, from, to, after, price] of [
    ['falls from the first price in the block of its start', 10n, 3n, 0n, 10n],
    ['rises from the first price in the block of its start', 3n, 10n, 0n, 3n],
    ['is rounded up as it falls', 10n, 3n, 1n, 10n],
    ['is rounded up as it rises', 3n, 10n, 1n, 4n],
    ['is above the last price until the end as it falls', 10n, 3n, LENGTH - 1n, 4n],
    ['is never above the last price as it rises', 3n, 10n, LENGTH - 1n, 10n],
    ['falls from the highest price that there is', MOST, 1n, LENGTH / 2n, (MOST + 1n) / 2n],
    ['rises to the highest price that there is', 1n, MOST, LENGTH / 2n, (MOST + 1n) / 2n],
  ] as const)
    it(`it ${title}`, async () => {
      const { buy, buyer } = await moving(from, to, after)
      await expect(buy(price)).to.changeEtherBalance(ethers, buyer, -price)
    })

  it('a buyer pays no more than its most, and gets back what it sent too much', async () => {
    const dear = await moving(2n * PRICE, 4n * PRICE, LENGTH / 2n)
    await expect(dear.buy(3n * PRICE - 1n, 4n * PRICE))
      .to.be.revertedWithCustomError(dear.market, 'MarketPriceAboveLimit')
      .withArgs(3n * PRICE, 3n * PRICE - 1n)
    const { buy, buyer, market, marketAddress } = await moving(4n * PRICE, 2n * PRICE, LENGTH / 2n)
    await expect(buy(4n * PRICE)).to.changeEtherBalance(ethers, buyer, -3n * PRICE)
    expect(await ethers.provider.getBalance(marketAddress)).to.equal(await market.accruedFees())
  })
})
