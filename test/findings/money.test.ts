import { expect } from 'chai'
import { deployMock } from '../fixtures/deploy-mock.ts'
import { DAY, ethers, loadTrade, networkHelpers, PRICE } from '../fixtures/trade.ts'

const ROYALTY = (PRICE * 750n) / 10_000n
const BLOCKS = 7
const NO_ZERO = 6
const NEEDS_GAS = 6

describe('money', () => {
  it('gas is never so low that the royalty is dodged: a fill pays it whole or reverts', async () => {
    const { market, marketAddress, seller, buyer, stranger, orderOf, sign } = await loadTrade()
    const collection = await deployMock<'mint' | 'setApprovalForAll' | 'setRoyalty' | 'ownerOf'>('HostileCollection')
    await collection.mint(seller.address, 1n)
    await collection.connect(seller).setApprovalForAll(marketAddress, true)
    await collection.setRoyalty(NEEDS_GAS, stranger.address, ROYALTY)
    const order = await orderOf('listing', seller, 1n, { collection: (await collection.getAddress()) as `0x${string}` })
    const signature = await sign(seller, order)
    let refused = 0
    let paid = 0
    for (let gasLimit = 60_000n; gasLimit <= 400_000n; gasLimit += 5_000n) {
      const before = await networkHelpers.takeSnapshot()
      const had = await ethers.provider.getBalance(stranger.address)
      const done = await market
        .connect(buyer)
        .fillOrder(order, signature, { value: PRICE, gasLimit })
        .then(
          () => true,
          () => false,
        )
      if (done) {
        paid += 1
        expect((await ethers.provider.getBalance(stranger.address)) - had, `at ${gasLimit}`).to.equal(ROYALTY)
        expect(await market.pendingTotal()).to.equal(0n)
      } else refused += 1
      await before.restore()
    }
    expect(refused).to.be.greaterThan(5)
    expect(paid).to.be.greaterThan(5)
  })

  it('a filler with little gas is told so', async () => {
    const { market, seller, buyer, tokenId, orderOf, sign } = await loadTrade()
    const order = await orderOf('listing', seller, tokenId)
    const fill = market.connect(buyer).fillOrder(order, await sign(seller, order), { value: PRICE, gasLimit: 140_000n })
    await expect(fill).to.be.revertedWithCustomError(market, 'MarketGasTooLow')
  })

  it('a fee raised after signing takes no more than the maker accepted', async () => {
    const { market, owner, seller, buyer, tokenId, orderOf, sign, now } = await loadTrade()
    const order = await orderOf('listing', seller, tokenId, { maxFeeBps: 250, endTime: (await now()) + 30n * DAY })
    const signature = await sign(seller, order)
    await market.connect(owner).scheduleFee(251)
    await networkHelpers.time.increase(2n * DAY)
    await market.applyFee()
    await expect(market.connect(buyer).fillOrder(order, signature, { value: PRICE }))
      .to.be.revertedWithCustomError(market, 'MarketFeeTooHigh')
      .withArgs(251, 250)
  })

  it('a royalty raised after signing takes no more than the maker accepted', async () => {
    const { market, marketAddress, seller, buyer, stranger, orderOf, sign } = await loadTrade()
    const collection = await deployMock<'mint' | 'setApprovalForAll' | 'setRoyalty'>('PlainCollection')
    await collection.mint(seller.address, 1n)
    await collection.connect(seller).setApprovalForAll(marketAddress, true)
    await collection.setRoyalty(stranger.address, 300)
    const order = await orderOf('listing', seller, 1n, {
      collection: (await collection.getAddress()) as `0x${string}`,
      maxRoyaltyBps: 300,
    })
    const signature = await sign(seller, order)
    await collection.setRoyalty(stranger.address, 301)
    await expect(market.connect(buyer).fillOrder(order, signature, { value: PRICE })).to.be.revertedWithCustomError(
      market,
      'MarketRoyaltyTooHigh',
    )
  })

  it('a stolen owner key moves no token and no money, and raises the fee to five percent after two days at most', async () => {
    const { market, marketAddress, owner, seller, buyer, feeReceiver, wrappedEther, tokenId, orderOf, sign } = await loadTrade()
    const order = await orderOf('listing', seller, tokenId)
    await market.connect(buyer).fillOrder(order, await sign(seller, order), { value: PRICE })
    await expect(market.connect(owner).scheduleFee(501)).to.be.revertedWithCustomError(market, 'MarketFeeAboveCap')
    await expect(market.connect(owner).withdrawFees()).to.changeEtherBalances(ethers, [owner, feeReceiver], [0n, PRICE / 40n])
    await market.connect(owner).pause()
    await market.connect(seller).cancel(0n, 2n)
    await market.connect(seller).cancelAllOf(0n)
    // Nothing else is the owner's to call: every other function is open to all or about the caller alone.
    const ownersOwn = ['scheduleFee', 'pause', 'unpause', 'allowCurrency', 'transferOwnership', 'renounceOwnership']
    const fills = ['fillOrder', 'fillAs', 'fillTrait', 'fillInState', 'fillVoucher', 'fillBundle', 'sweep', 'settlePurchase']
    const own = ['approveOrder', 'cancel', 'cancelAllOf', 'withdraw', 'withPermit', 'withPermit2']
    const open = [...fills, ...own, 'withdrawFees', 'applyFee', 'acceptOwnership']
    const changing = market.interface.fragments
      .filter((fragment) => fragment.type === 'function' && !(fragment as { constant?: boolean }).constant)
      .map((fragment) => (fragment as unknown as { name: string }).name)
    expect(changing.toSorted()).to.deep.equal([...ownersOwn, ...open].toSorted())
    expect(await wrappedEther.balanceOf(marketAddress)).to.equal(0n)
  })

  it('one wei and other prices too small for a share go to the seller whole', async () => {
    for (const price of [1n, 13n, 39n]) {
      const { market, seller, creator, buyer, tokenId, orderOf, sign } = await loadTrade()
      const order = await orderOf('listing', seller, tokenId, { price })
      const royalty = (price * 750n) / 10_000n
      await expect(market.connect(buyer).fillOrder(order, await sign(seller, order), { value: price })).to.changeEtherBalances(
        ethers,
        [buyer, seller, creator],
        [-price, price - royalty, royalty],
      )
    }
  })

  it('a currency that refuses to move nothing is never asked to', async () => {
    const { market, marketAddress, owner, seller, buyer, tokenId, orderOf, sign } = await loadTrade()
    const money = await deployMock<'mint' | 'approve' | 'setMode' | 'balanceOf'>('HostileCurrency')
    const currency = (await money.getAddress()) as `0x${string}`
    await market.connect(owner).allowCurrency(currency, true)
    await money.mint(buyer.address, 5n)
    await money.connect(buyer).approve(marketAddress, 5n)
    await money.setMode(NO_ZERO, ethers.ZeroAddress, '0x')
    const order = await orderOf('listing', seller, tokenId, { currency, price: 5n })
    await market.connect(buyer).fillOrder(order, await sign(seller, order))
    expect(await money.balanceOf(seller.address)).to.equal(5n)
  })

  it('a currency that blocks a payee stops the sale and nothing else', async () => {
    const { market, marketAddress, owner, seller, buyer, creator, collection, tokenId, orderOf, sign } = await loadTrade()
    const money = await deployMock<'mint' | 'approve' | 'setMode' | 'balanceOf'>('HostileCurrency')
    const currency = (await money.getAddress()) as `0x${string}`
    await market.connect(owner).allowCurrency(currency, true)
    await money.mint(buyer.address, PRICE)
    await money.connect(buyer).approve(marketAddress, PRICE)
    await money.setMode(BLOCKS, creator.address, '0x')
    const order = await orderOf('listing', seller, tokenId, { currency })
    await expect(market.connect(buyer).fillOrder(order, await sign(seller, order))).to.be.revertedWithCustomError(
      market,
      'MarketPaymentFailed',
    )
    expect(await collection.ownerOf(tokenId)).to.equal(seller.address)
    expect(await money.balanceOf(buyer.address)).to.equal(PRICE)
  })

  it('a currency taken off the list no longer pays for signed orders', async () => {
    const { market, owner, seller, buyer, wrappedAddress, tokenId, orderOf, sign, fund } = await loadTrade()
    await fund(buyer, PRICE)
    const order = await orderOf('offer', buyer, tokenId)
    await market.connect(owner).allowCurrency(wrappedAddress, false)
    await expect(market.connect(seller).fillOrder(order, await sign(buyer, order))).to.be.revertedWithCustomError(
      market,
      'MarketCurrencyNotAllowed',
    )
  })

  it('ether sent plainly is refused, and ether forced in is the protocol’s, never a payee’s', async () => {
    const { market, marketAddress, stranger } = await loadTrade()
    await expect(stranger.sendTransaction({ to: marketAddress, value: 1n })).to.be.revert(ethers)
    await networkHelpers.setBalance(marketAddress, 7n)
    expect(await market.accruedFees()).to.equal(7n)
    expect(await market.pendingTotal()).to.equal(0n)
  })
})
