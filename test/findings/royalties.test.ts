import { expect } from 'chai'
import { refusalOf } from '../fixtures/ask-validator.ts'
import { deployMock } from '../fixtures/deploy-mock.ts'
import { loadGoods } from '../fixtures/goods.ts'
import { FEE, listed, listedHostile, NET, ROYALTY } from '../fixtures/listed.ts'
import { ethers, networkHelpers, nonceOf, PRICE } from '../fixtures/trade.ts'

/** How a collection answers for royalties, see `test/mocks/HostileCollection.sol`. */
const ANSWERS = { plain: 0, reverts: 1, burnsGas: 2, megabyte: 3, oneWord: 4, dirtyAddress: 5, needsGas: 6 } as const
/** How a payee takes ether, see `test/mocks/HostilePayee.sol`. */
const PAYEE = { accepts: 0, rejects: 1, burnsGas: 2, megabyte: 3, calls: 4, needsGas: 5 } as const
const CAP = PRICE / 10n

const hostilePayee = async (mode: number) => {
  const payee = await deployMock<'setMode' | 'act'>('HostilePayee')
  await payee.setMode(mode, ethers.ZeroAddress, '0x')
  return payee
}

describe('a payee that rejects, burns its gas or returns a bomb (Caviar M-14)', () => {
  for (const [title, mode] of [
    ['rejects', PAYEE.rejects],
    ['burns its gas', PAYEE.burnsGas],
    ['returns a megabyte', PAYEE.megabyte],
  ] as const) {
    it(`a royalty receiver that ${title} cannot stop a sale, and is credited`, async () => {
      const { buy, market, hostile, seller, buyer } = await listedHostile()
      const payee = await hostilePayee(mode)
      await hostile.setRoyalty(ANSWERS.plain, await payee.getAddress(), ROYALTY)
      const sale = buy()
      await expect(sale).to.changeEtherBalances(ethers, [buyer, seller], [-PRICE, NET])
      await expect(sale)
        .to.emit(market, 'PaymentCredited')
        .withArgs(await payee.getAddress(), ROYALTY)
      expect(await market.pendingOf(await payee.getAddress())).to.equal(ROYALTY)
      expect([await market.pendingTotal(), await market.accruedFees()]).to.deep.equal([ROYALTY, FEE])
      // The payee burns 50,000 at most, and no byte of what it returns is copied.
      expect(Number((await (await sale).wait())?.gasUsed)).to.be.lessThan(400_000)
    })

    it(`a seller that ${title} is credited, and the creator paid`, async () => {
      const { market, marketAddress, plain, plainAddress, creator, seller, buyer, orderOf } = await loadGoods()
      const wallet = await hostilePayee(mode)
      const maker = (await wallet.getAddress()) as `0x${string}`
      await plain.connect(seller).transferFrom(seller.address, maker, 1n)
      await wallet.act(plainAddress, 0n, plain.interface.encodeFunctionData('setApprovalForAll', [marketAddress, true]))
      const order = await orderOf('listing', seller, 1n, { collection: plainAddress, maker })
      const approval = market.interface.encodeFunctionData('approveOrder', [await market.hashOrder(order), true])
      await wallet.act(marketAddress, 0n, approval)
      await expect(market.connect(buyer).fillOrder(order, '0x', { value: PRICE })).to.changeEtherBalances(
        ethers,
        [buyer, wallet, creator, marketAddress],
        [-PRICE, 0n, ROYALTY, PRICE - ROYALTY],
      )
      expect(await market.pendingOf(maker)).to.equal(NET)
      expect(await market.accruedFees()).to.equal(FEE)
    })
  }
})

describe('a royalty answer that is too much, too short, too long or for nobody (Foundation 2 M-01, M-03)', () => {
  for (const [title, amount] of [
    ['the price and one more', PRICE + 1n],
    ['exactly the price', PRICE],
    ['one wei above the most', CAP + 1n],
    ['the highest number', ethers.MaxUint256],
  ] as const)
    it(`${title} is cut to ten per cent`, async () => {
      const { buy, hostile, seller, stranger, buyer } = await listedHostile()
      await hostile.setRoyalty(ANSWERS.plain, stranger.address, amount)
      await expect(buy()).to.changeEtherBalances(ethers, [buyer, stranger, seller], [-PRICE, CAP, PRICE - FEE - CAP])
    })

  it('above what the maker signed it stops the sale, and nobody is paid', async () => {
    const { buy, market, hostile, stranger, seller } = await listedHostile({ maxRoyaltyBps: 999 })
    await hostile.setRoyalty(ANSWERS.plain, stranger.address, PRICE + 1n)
    await expect(buy())
      .to.be.revertedWithCustomError(market, 'MarketRoyaltyTooHigh')
      .withArgs(CAP, (PRICE * 999n) / 10_000n)
    expect(await hostile.ownerOf(1n)).to.equal(seller.address)
  })

  for (const [title, mode] of [
    ['a revert', ANSWERS.reverts],
    ['all gas burnt', ANSWERS.burnsGas],
    ['one word', ANSWERS.oneWord],
    ['what is no address', ANSWERS.dirtyAddress],
    ['a megabyte', ANSWERS.megabyte],
  ] as const)
    it(`${title} sells without a royalty`, async () => {
      const { buy, hostile, seller, stranger, buyer } = await listedHostile()
      await hostile.setRoyalty(mode, stranger.address, ROYALTY)
      const sale = buy()
      await expect(sale).to.changeEtherBalances(ethers, [buyer, stranger, seller], [-PRICE, 0n, PRICE - FEE])
      expect(Number((await (await sale).wait())?.gasUsed)).to.be.lessThan(400_000)
    })

  it('nobody, the market itself, and nothing for somebody are nobody’s royalty', async () => {
    for (const [receiver, amount] of [
      ['nobody', ROYALTY],
      ['market', ROYALTY],
      ['market', 0n],
      ['collection', 0n],
    ] as const) {
      const { buy, market, marketAddress, hostile, hostileAddress, seller } = await listedHostile()
      const account = { nobody: ethers.ZeroAddress, market: marketAddress, collection: hostileAddress }[receiver]
      await hostile.setRoyalty(ANSWERS.plain, account, amount)
      const sale = buy()
      await expect(sale).to.changeEtherBalance(ethers, seller, PRICE - FEE)
      const [filled] = await market.queryFilter(market.filters.OrderFilled(), (await (await sale).wait())?.blockNumber)
      expect([filled?.args.royalty, filled?.args.royaltyReceiver]).to.deep.equal([0n, ethers.ZeroAddress])
      expect([await market.pendingTotal(), await market.accruedFees()]).to.deep.equal([0n, FEE])
    }
  })
})

describe('a royalty changed between signing and fill', () => {
  it('a higher one is paid up to what the maker signed, and stops the sale above it', async () => {
    const { buy, market, order, signature, plain, seller, buyer, creator } = await listed({ maxRoyaltyBps: 700 })
    await plain.setRoyalty(creator.address, 701)
    await expect(buy())
      .to.be.revertedWithCustomError(market, 'MarketRoyaltyTooHigh')
      .withArgs((PRICE * 701n) / 10_000n, (PRICE * 700n) / 10_000n)
    await plain.setRoyalty(creator.address, 700)
    const royalty = (PRICE * 700n) / 10_000n
    await expect(market.connect(buyer).fillOrder(order, signature, { value: PRICE })).to.changeEtherBalances(
      ethers,
      [seller, creator],
      [PRICE - FEE - royalty, royalty],
    )
  })

  it('a lower one and another receiver are those of the fill', async () => {
    const { buy, plain, seller, creator, stranger } = await listed()
    await plain.setRoyalty(stranger.address, 100)
    await expect(buy()).to.changeEtherBalances(ethers, [seller, creator, stranger], [PRICE - FEE - PRICE / 100n, 0n, PRICE / 100n])
  })

  it('an offer keeps the seller’s least: a royalty that grew does not eat it', async () => {
    const { market, plain, plainAddress, buyer, seller, creator, signed } = await loadGoods()
    const { order, signature } = await signed('offer', buyer, { collection: plainAddress, tokenId: 1n }, { form: 'order' })
    await plain.setRoyalty(creator.address, 501)
    await expect(market.connect(seller).fillAs(order, { tokenId: 1n, quantity: 0n, limit: NET }, signature))
      .to.be.revertedWithCustomError(market, 'MarketProceedsBelowLimit')
      .withArgs(NET - PRICE / 10_000n, NET)
  })
})

describe('a limit that refuses what it allows, at zero and at its edge', () => {
  it('a royalty and a fee of exactly what the maker signed are accepted, and one basis point less is not', async () => {
    const exact = await listed({ maxRoyaltyBps: 500, maxFeeBps: 250 })
    await exact.buy()
    const { buy, market } = await listed({ maxRoyaltyBps: 499 })
    await expect(buy())
      .to.be.revertedWithCustomError(market, 'MarketRoyaltyTooHigh')
      .withArgs(ROYALTY, (PRICE * 499n) / 10_000n)
    await expect((await listed({ maxFeeBps: 249 })).buy())
      .to.be.revertedWithCustomError(market, 'MarketFeeTooHigh')
      .withArgs(250, 249)
  })

  it('no royalty sells for a maker who accepts none', async () => {
    const { buy, plain, seller, creator } = await listed({ maxRoyaltyBps: 0 })
    await plain.setRoyalty(creator.address, 0)
    await expect(buy()).to.changeEtherBalances(ethers, [seller, creator], [PRICE - FEE, 0n])
  })

  it('a price of exactly the buyer’s most sells, and so do proceeds of exactly the seller’s least', async () => {
    const { market, order, signature, plain, plainAddress, buyer, seller, signed } = await listed()
    const listing = (limit: bigint) =>
      market.connect(buyer).fillAs(order, { tokenId: 1n, quantity: 0n, limit }, signature, { value: PRICE })
    await expect(listing(PRICE - 1n))
      .to.be.revertedWithCustomError(market, 'MarketPriceAboveLimit')
      .withArgs(PRICE, PRICE - 1n)
    await listing(PRICE)
    const offer = await signed('offer', seller, { collection: plainAddress, tokenId: 1n, nonce: nonceOf(1) }, { form: 'order' })
    const accept = (limit: bigint) => market.connect(buyer).fillAs(offer.order, { tokenId: 1n, quantity: 0n, limit }, offer.signature)
    await expect(accept(NET + 1n))
      .to.be.revertedWithCustomError(market, 'MarketProceedsBelowLimit')
      .withArgs(NET, NET + 1n)
    await accept(NET)
    expect(await plain.ownerOf(1n)).to.equal(seller.address)
  })
})

describe('gas so little that a royalty is not found or not paid', () => {
  /** A listing of a collection and for a royalty receiver that both need the gas that the market promises. */
  async function hungry() {
    const scene = await listedHostile()
    const payee = await hostilePayee(PAYEE.needsGas)
    await scene.hostile.setRoyalty(ANSWERS.needsGas, await payee.getAddress(), ROYALTY)
    return { ...scene, payee }
  }

  /** Tries every gas limit and says how it ended; whatever is bought has its royalty paid, not credited. */
  async function starve(
    { market, payee }: Awaited<ReturnType<typeof hungry>>,
    [from, to, step]: [bigint, bigint, bigint],
    attempt: (gasLimit: bigint) => Promise<unknown>,
  ) {
    const had = await ethers.provider.getBalance(payee)
    const before = await networkHelpers.takeSnapshot()
    const ends = { bought: 0, refused: 0, skipped: 0, needed: new Set<bigint>() }
    for (let gasLimit = from; gasLimit <= to; gasLimit += step) {
      const reason = await refusalOf(attempt(gasLimit)).catch(() => '0x')
      if (reason !== 'filled') {
        ends.refused += 1
        const error = reason === '0x' ? null : market.interface.parseError(reason)
        if (error?.name === 'MarketGasTooLow') ends.needed.add(error.args.needed)
        continue
      }
      const bought = (await market.accruedFees()) > 0n
      ends[bought ? 'bought' : 'skipped'] += 1
      const got = (await ethers.provider.getBalance(payee)) - had
      expect([got, await market.pendingTotal()], `at ${gasLimit}`).to.deep.equal([bought ? ROYALTY : 0n, 0n])
      await before.restore()
    }
    return ends
  }

  it('a fill pays the royalty whole, or reverts and says how much gas it needs for it', async () => {
    const scene = await hungry()
    const { market, buyer, order, signature } = scene
    const ends = await starve(scene, [60_000n, 400_000n, 5_000n], (gasLimit) =>
      market.connect(buyer).fillOrder(order, signature, { value: PRICE, gasLimit }),
    )
    expect(ends.refused).to.be.greaterThan(5)
    expect(ends.bought).to.be.greaterThan(5)
    // Of the answer, and of each payment.
    expect([...ends.needed]).to.deep.equal([60_000n + 60_000n / 63n + 3_500n, 50_000n + 50_000n / 63n + 37_000n])
  })

  it('a sweep buys with the royalty whole, or not at all', async () => {
    const scene = await hungry()
    const { market, buyer, order, signature } = scene
    const purchase = { order, quantity: 0n, signature }
    const ends = await starve(scene, [400_000n, 640_000n, 15_000n], (gasLimit) =>
      market.connect(buyer).sweep([purchase], ethers.ZeroAddress, PRICE, 0n, { value: PRICE, gasLimit }),
    )
    expect(ends.refused).to.be.greaterThan(2)
    expect(ends.bought).to.be.greaterThan(2)
    expect(ends.skipped).to.equal(0)
    expect([...ends.needed]).to.deep.equal([400_000n + 400_000n / 63n + 10_000n])
  })
})
