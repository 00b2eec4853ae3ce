import type { Order } from '@daedal/protocol/market/order'
import type { HardhatEthersSigner } from '@nomicfoundation/hardhat-ethers/types'
import { expect } from 'chai'
import { deployMock } from '../fixtures/deploy-mock.ts'
import { loadGoods } from '../fixtures/goods.ts'
import { DAY, ethers, FEE_BPS, networkHelpers, nonceOf, PRICE } from '../fixtures/trade.ts'

const NATIVE = ethers.ZeroAddress as `0x${string}`
const FEE = (PRICE * FEE_BPS) / 10_000n
const ROYALTY = (PRICE * 500n) / 10_000n
const NET = PRICE - FEE - ROYALTY

/** Four plain tokens, of the seller and of the stranger, and a way to list and to sweep. */
async function stalls() {
  const goods = await loadGoods()
  const { plain, plainAddress, seller, stranger, buyer, market } = goods
  await plain.connect(seller).transferFrom(seller.address, stranger.address, 2n)
  const list = async (maker: HardhatEthersSigner, tokenId: bigint, change: Partial<Order> = {}) => {
    const terms = { collection: plainAddress, tokenId, nonce: nonceOf(Number(tokenId)), ...change }
    const { order, signature } = await goods.signed('listing', maker, terms, { form: 'order' })
    return { order, quantity: order.quantity, signature }
  }
  type Purchase = Awaited<ReturnType<typeof list>>
  type Options = { currency?: `0x${string}`; budget?: bigint; least?: bigint; value?: bigint }
  const sweep = (purchases: Purchase[], { currency = NATIVE, budget = 10n * PRICE, least = 0n, value }: Options = {}) =>
    market.connect(buyer).sweep(purchases, currency, budget, least, { value: value ?? (currency === NATIVE ? budget : 0n) })
  /** Names of the reasons of what was skipped. */
  const skipped = async (block: number | undefined) =>
    (await market.queryFilter(market.filters.OrderSkipped(), block)).map(({ args: { reason } }) =>
      reason === '0x' ? 'no reason' : market.interface.parseError(reason)?.name,
    )
  return { ...goods, list, sweep, skipped }
}

describe('sweep', () => {
  it('it buys several listings of several sellers at once, and pays everyone exactly', async () => {
    const { list, sweep, market, plain, seller, stranger, buyer, creator } = await stalls()
    const purchases = [await list(seller, 1n), await list(stranger, 2n), await list(seller, 3n), await list(seller, 4n)]
    await expect(sweep(purchases)).to.changeEtherBalances(
      ethers,
      [buyer, seller, stranger, creator],
      [-4n * PRICE, 3n * NET, NET, 4n * ROYALTY],
    )
    for (const id of [1n, 2n, 3n, 4n]) expect(await plain.ownerOf(id)).to.equal(buyer.address)
    expect(await market.accruedFees()).to.equal(4n * FEE)
    expect((await market.queryFilter(market.filters.OrderFilled())).length).to.equal(4)
  })

  it('it buys units and tokens, Dutch and fixed', async () => {
    const { list, sweep, seller, buyer, editions, editionsAddress, plain, now } = await stalls()
    const startTime = await now()
    const dutch = await list(seller, 1n, { price: 4n * PRICE, endPrice: 2n * PRICE, startTime, endTime: startTime + 4n * DAY })
    const units = await list(seller, 2n, { collection: editionsAddress, quantity: 10n, price: PRICE / 10n, nonce: nonceOf(9) })
    await networkHelpers.time.setNextBlockTimestamp(startTime + 2n * DAY)
    await expect(sweep([dutch, { ...units, quantity: 4n }])).to.changeEtherBalance(ethers, buyer, -(3n * PRICE + (4n * PRICE) / 10n))
    expect(await plain.ownerOf(1n)).to.equal(buyer.address)
    expect(await editions.balanceOf(buyer.address, 2n)).to.equal(4n)
  })

  it('it pays in an ERC-20, and the fee once', async () => {
    const { list, sweep, seller, stranger, buyer, creator, feeReceiver, wrappedEther, wrappedAddress } = await stalls()
    const purchases = [await list(seller, 1n, { currency: wrappedAddress }), await list(stranger, 2n, { currency: wrappedAddress })]
    const swept = sweep(purchases, { currency: wrappedAddress })
    await expect(swept).to.changeTokenBalances(
      ethers,
      wrappedEther,
      [buyer, seller, stranger, creator, feeReceiver],
      [-2n * PRICE, NET, NET, 2n * ROYALTY, 2n * FEE],
    )
    const receipt = await (await swept).wait()
    const fees = await wrappedEther.queryFilter(wrappedEther.filters.Transfer(undefined, feeReceiver.address), receipt?.blockNumber)
    expect(fees.length).to.equal(1)
  })

  it('it gives back what was not spent', async () => {
    const { list, sweep, seller, buyer, market, marketAddress } = await stalls()
    await expect(sweep([await list(seller, 1n)], { budget: 7n * PRICE })).to.changeEtherBalance(ethers, buyer, -PRICE)
    expect(await ethers.provider.getBalance(marketAddress)).to.equal(await market.accruedFees())
  })

  describe('given an order cannot be filled', () => {
    it('it skips it, says why, and buys the rest', async () => {
      const { list, sweep, skipped, market, plain, seller, stranger, buyer } = await stalls()
      const purchases = [await list(seller, 1n), await list(stranger, 2n), await list(seller, 3n)]
      await plain.connect(stranger).transferFrom(stranger.address, buyer.address, 2n)
      const swept = sweep(purchases)
      await expect(swept).to.changeEtherBalances(ethers, [buyer, seller], [-2n * PRICE, 2n * NET])
      const receipt = await (await swept).wait()
      expect(await skipped(receipt?.blockNumber)).to.deep.equal(['MarketSellerNotOwner'])
      await expect(swept)
        .to.emit(market, 'OrderSkipped')
        .withArgs(await market.hashOrder(purchases[1]!.order), buyer.address, anyBytes)
      // What was skipped is not spent.
      expect((await market.laneOf(stranger.address, 0n))[1]).to.equal(0n)
    })

    it('it skips what is above the rest of the money', async () => {
      const { list, sweep, skipped, seller, buyer } = await stalls()
      const purchases = [await list(seller, 1n), await list(seller, 3n, { price: 5n * PRICE }), await list(seller, 4n)]
      const swept = sweep(purchases, { budget: 2n * PRICE })
      await expect(swept).to.changeEtherBalance(ethers, buyer, -2n * PRICE)
      expect(await skipped((await (await swept).wait())?.blockNumber)).to.deep.equal(['MarketPriceAboveLimit'])
    })

    it('it skips an offer, another currency and another’s private listing', async () => {
      const { list, sweep, skipped, signed, plainAddress, seller, stranger, wrappedAddress } = await stalls()
      const offer = await signed('offer', stranger, { collection: plainAddress, tokenId: 1n, currency: NATIVE }, { form: 'order' })
      const swept = sweep([
        { ...offer, quantity: 0n },
        await list(seller, 1n, { currency: wrappedAddress }),
        await list(seller, 3n, { taker: stranger.address as `0x${string}` }),
        await list(seller, 4n),
      ])
      const names = await skipped((await (await swept).wait())?.blockNumber)
      expect(names).to.deep.equal(['MarketKindNotAllowed', 'MarketCurrencyNotAllowed', 'MarketTakerNotAllowed'])
    })

    it('it skips the second of two equal orders', async () => {
      const { list, sweep, skipped, seller, buyer } = await stalls()
      const one = await list(seller, 1n)
      const swept = sweep([one, one])
      await expect(swept).to.changeEtherBalance(ethers, buyer, -PRICE)
      expect(await skipped((await (await swept).wait())?.blockNumber)).to.deep.equal(['MarketOrderSpent'])
    })

    it('it skips an order whose words do not fit their fields', async () => {
      const { list, market, marketAddress, plain, seller, buyer } = await stalls()
      const [bad, good] = [await list(seller, 1n), await list(seller, 3n)]
      const data = market.interface.encodeFunctionData('sweep', [[bad, good], NATIVE, 2n * PRICE, 1n])
      // The maker of the first order gets a bit above its twenty bytes.
      const maker = seller.address.slice(2).toLowerCase()
      const at = data.indexOf(`${'0'.repeat(24)}${maker}`)
      expect(at).to.be.greaterThan(0)
      const dirty = `${data.slice(0, at)}1${data.slice(at + 1)}`
      const receipt = await (await buyer.sendTransaction({ to: marketAddress, data: dirty, value: 2n * PRICE })).wait()
      expect(await plain.ownerOf(3n)).to.equal(buyer.address)
      expect(await plain.ownerOf(1n)).to.equal(seller.address)
      const [event] = await market.queryFilter(market.filters.OrderSkipped(), receipt?.blockNumber)
      expect(market.interface.parseError(event?.args.reason ?? '0x')?.name).to.equal('MarketOrderMalformed')
    })

    it('it skips a collection that burns gas, answers a megabyte or calls back, at bounded cost', async () => {
      for (const mode of ['burnsGas', 'megabyte', 'callsBack'] as const) {
        const { list, sweep, skipped, market, marketAddress, seller, buyer, plain } = await stalls()
        const hostile = await deployMock<'mint' | 'setApprovalForAll' | 'setMove'>('HostileCollection')
        await hostile.mint(seller.address, 1n)
        await hostile.connect(seller).setApprovalForAll(marketAddress, true)
        const collection = (await hostile.getAddress()) as `0x${string}`
        const bad = await list(seller, 1n, { collection, nonce: nonceOf(100) })
        const good = await list(seller, 3n)
        const again = market.interface.encodeFunctionData('sweep', [[good], NATIVE, 0n, 0n])
        await hostile.setMove({ burnsGas: 4, megabyte: 5, callsBack: 3 }[mode], marketAddress, again)
        const receipt = await (await sweep([bad, good])).wait()
        expect(await plain.ownerOf(3n)).to.equal(buyer.address)
        const names = await skipped(receipt?.blockNumber)
        // The one that calls back is turned away by the lock, and then behaves.
        expect(names.length, mode).to.equal(mode === 'callsBack' ? 0 : 1)
        expect(Number(receipt?.gasUsed), mode).to.be.lessThan(700_000)
      }
    })

    describe('when fewer are filled than wanted', () => {
      it('it reverts with MarketSweepTooFew', async () => {
        const { list, sweep, market, seller } = await stalls()
        const one = await list(seller, 1n)
        await expect(sweep([one, one], { least: 2n }))
          .to.be.revertedWithCustomError(market, 'MarketSweepTooFew')
          .withArgs(1n, 2n)
      })
    })
  })

  describe('when there are no orders or more than fifty', () => {
    it('it reverts with MarketSweepSize', async () => {
      const { list, sweep, market, seller } = await stalls()
      const one = await list(seller, 1n)
      for (const count of [0, 51])
        await expect(sweep(Array.from({ length: count }, () => one)))
          .to.be.revertedWithCustomError(market, 'MarketSweepSize')
          .withArgs(count, 50)
      await sweep(Array.from({ length: 50 }, () => one))
    })
  })

  describe('when the ether sent is not what may be spent', () => {
    it('it reverts with MarketWrongPayment', async () => {
      const { list, sweep, market, seller, wrappedAddress } = await stalls()
      const one = await list(seller, 1n)
      await expect(sweep([one], { value: PRICE, budget: 2n * PRICE }))
        .to.be.revertedWithCustomError(market, 'MarketWrongPayment')
        .withArgs(PRICE, 2n * PRICE)
      await expect(sweep([one], { currency: wrappedAddress, value: 1n }))
        .to.be.revertedWithCustomError(market, 'MarketWrongPayment')
        .withArgs(1n, 0n)
    })
  })

  describe('when the currency is not on the list', () => {
    it('it reverts with MarketCurrencyNotAllowed', async () => {
      const { list, sweep, market, seller, plainAddress } = await stalls()
      await expect(sweep([await list(seller, 1n)], { currency: plainAddress })).to.be.revertedWithCustomError(
        market,
        'MarketCurrencyNotAllowed',
      )
    })
  })

  describe('given fills are paused', () => {
    it('it reverts with MarketPaused', async () => {
      const { list, sweep, market, owner, seller } = await stalls()
      await market.connect(owner).pause()
      await expect(sweep([await list(seller, 1n)])).to.be.revertedWithCustomError(market, 'MarketPaused')
    })
  })

  describe('when there is too little gas for every order', () => {
    it('it reverts with MarketGasTooLow', async () => {
      const { list, market, seller, buyer } = await stalls()
      const purchases = [await list(seller, 1n), await list(seller, 3n)]
      await expect(
        market.connect(buyer).sweep(purchases, NATIVE, 2n * PRICE, 0n, { value: 2n * PRICE, gasLimit: 500_000n }),
      ).to.be.revertedWithCustomError(market, 'MarketGasTooLow')
    })
  })

  describe('when somebody else settles a purchase', () => {
    it('it reverts with MarketNotSelf', async () => {
      const { list, market, seller, buyer } = await stalls()
      await expect(market.connect(buyer).settlePurchase(await list(seller, 1n), buyer.address, NATIVE, PRICE))
        .to.be.revertedWithCustomError(market, 'MarketNotSelf')
        .withArgs(buyer.address)
    })
  })
})

const anyBytes = (value: unknown) => typeof value === 'string' && value.length > 10
