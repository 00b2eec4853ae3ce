import { expect } from 'chai'
import { askQuote, askWhy, FILLABLE, fill, nameOf, refusalOf } from '../fixtures/ask-validator.ts'
import { loadAttempts } from '../fixtures/attempts.ts'
import { deployMock } from '../fixtures/deploy-mock.ts'
import { deployPermit2, PERMIT2 } from '../fixtures/permit2.ts'
import { DAY, ethers, networkHelpers, PRICE } from '../fixtures/trade.ts'

type Hex = `0x${string}`
const ANSWER = { silent: 0, returns: 1, reverts: 2, burnsGas: 3 } as const
const selectorOf = (signature: string) => ethers.id(signature).slice(0, 10)
const wordOf = (value: bigint | string) => ethers.zeroPadValue(ethers.toBeHex(BigInt(value)), 32)

describe('why', () => {
  it('it counts what Permit2 lets the market move', async () => {
    const scene = await loadAttempts()
    const { owner, feeReceiver, registry, wrappedEther, wrappedAddress, seller, buyer, plain, plainAddress, now } = scene
    await deployPermit2()
    const parts = [owner.address, feeReceiver.address, 250, [wrappedAddress], await registry.getAddress(), PERMIT2] as const
    const market = await ethers.deployContract('Market', [...parts])
    const marketAddress = (await market.getAddress()) as Hex
    const validator = await ethers.deployContract('OrderValidator', [marketAddress])
    await plain.connect(seller).setApprovalForAll(marketAddress, true)
    const permit2 = new ethers.Contract(PERMIT2, ['function approve(address,address,uint160,uint48)'], buyer)
    const order = await scene.orderOf('offer', buyer, 1n, { collection: plainAddress })
    const signature = await scene.sign(buyer, order, marketAddress)
    const selection = { tokenId: 1n, quantity: 0n, limit: 0n }
    const judge = async () => {
      const reason = await validator.why(order, selection, signature, seller.address, { blockTag: 'pending' })
      const { approvals } = await validator.quote(order, selection, seller.address, { blockTag: 'pending' })
      expect(approvals[1]?.given).to.equal(reason === FILLABLE)
      expect(approvals[1]?.amount).to.equal(PRICE)
      return reason
    }
    const refuses = async (title: string) => {
      const reason = await judge()
      expect(market.interface.parseError(reason)?.name, title).to.equal('MarketNotApproved')
      expect(await refusalOf(market.connect(seller).fillAs(order, selection, signature, { gasLimit: 3_000_000n })), title).to.equal(reason)
    }
    await refuses('nothing')
    await wrappedEther.connect(buyer).approve(PERMIT2, ethers.MaxUint256)
    await refuses('Permit2 without the market')
    await permit2.getFunction('approve').send(wrappedAddress, marketAddress, PRICE - 1n, (await now()) + DAY)
    await refuses('all but the fee')
    await permit2.getFunction('approve').send(wrappedAddress, marketAddress, PRICE, (await now()) - 1n)
    await refuses('until a time that has passed')
    const wei = await scene.orderOf('offer', buyer, 1n, { collection: plainAddress, price: 1n })
    const least = await validator.why(wei, selection, await scene.sign(buyer, wei, marketAddress), seller.address, { blockTag: 'pending' })
    expect(market.interface.parseError(least)?.name, 'not one wei of it either').to.equal('MarketNotApproved')
    await permit2.getFunction('approve').send(wrappedAddress, marketAddress, PRICE, (await now()) + DAY)
    await wrappedEther.connect(buyer).approve(PERMIT2, PRICE - 1n)
    await refuses('the currency gives Permit2 less')
    await wrappedEther.connect(buyer).approve(PERMIT2, PRICE)
    expect(await judge()).to.equal(FILLABLE)
    await market.connect(seller).fillAs(order, selection, signature)
    expect(await plain.ownerOf(1n)).to.equal(buyer.address)
  })

  /** An offer of 2^127 a unit, paid by way of Permit2, which may move as much as it can say; `allow` says less. */
  async function offerBeyondPermit2(quantity: bigint) {
    const scene = await loadAttempts()
    const { owner, feeReceiver, editions, editionsAddress, seller, buyer, now } = scene
    await deployPermit2()
    const money = await deployMock<'mint' | 'approve' | 'balanceOf'>('PermitCurrency')
    const currency = (await money.getAddress()) as Hex
    const parts = [owner.address, feeReceiver.address, 250, [currency], ethers.ZeroAddress, PERMIT2] as const
    const market = await ethers.deployContract('Market', [...parts])
    const marketAddress = (await market.getAddress()) as Hex
    const validator = await ethers.deployContract('OrderValidator', [marketAddress])
    const unit = 1n << 127n
    const price = quantity * unit
    await editions.mint(seller.address, 3n, quantity)
    await editions.connect(seller).setApprovalForAll(marketAddress, true)
    await money.mint(buyer.address, price)
    await money.connect(buyer).approve(PERMIT2, ethers.MaxUint256)
    const terms = { collection: editionsAddress, quantity, currency, price: unit, endPrice: unit }
    const order = await scene.orderOf('offer', buyer, 3n, terms)
    const signature = await scene.sign(buyer, order, marketAddress)
    const selection = { tokenId: 3n, quantity, limit: 0n }
    const permit2 = new ethers.Contract(PERMIT2, ['function approve(address,address,uint160,uint48)'], buyer)
    const judge = async (amount: bigint) => {
      await permit2.getFunction('approve').send(currency, marketAddress, amount, (await now()) + DAY)
      const { approvals } = await validator.quote(order, selection, seller.address, { blockTag: 'pending' })
      const reason = await validator.why(order, selection, signature, seller.address, { blockTag: 'pending' })
      return { reason, amount: approvals[1]?.amount, given: approvals[1]?.given }
    }
    const refused = async (reason: string) => {
      expect(market.interface.parseError(reason)?.name).to.equal('MarketNotApproved')
      expect(await refusalOf(market.connect(seller).fillAs(order, selection, signature, { gasLimit: 3_000_000n }))).to.equal(reason)
    }
    const sell = () => market.connect(seller).fillAs(order, selection, signature)
    return { ...scene, money, price, judge, refused, sell, most: (1n << 160n) - 1n }
  }

  it('it counts an allowance of Permit2 without limit as one that never falls', async () => {
    // More in all than Permit2 can name, in payments that it can.
    const { money, price, judge, refused, sell, most, seller, creator, feeReceiver } = await offerBeyondPermit2(1n << 33n)
    const limited = await judge(most - 1n)
    expect([limited.amount, limited.given]).to.deep.equal([price, false])
    await refused(limited.reason)
    expect(await judge(most)).to.deep.equal({ reason: FILLABLE, amount: price, given: true })
    await sell()
    const [royalty, fee] = [(price * 500n) / 10_000n, (price * 250n) / 10_000n]
    const paid = await Promise.all([seller, creator, feeReceiver].map((one) => money.balanceOf(one.address)))
    expect(paid).to.deep.equal([price - royalty - fee, royalty, fee])
  })

  it('it knows that Permit2 moves no single amount beyond 160 bits', async () => {
    const { judge, refused, most } = await offerBeyondPermit2(1n << 34n)
    const { reason } = await judge(most)
    await refused(reason)
  })

  it('it names what the market passes on without a name', async () => {
    const scene = await loadAttempts()
    const { stranger, plainAddress, wrappedAddress, editionsAddress } = scene
    const value = wordOf(7n) as Hex
    const noCode = await scene.inState('listing', { source: stranger.address as Hex, value })
    const noAnswer = await scene.inState('listing', { source: editionsAddress, value })
    const noUnits = await scene.plainly('listing', { collection: plainAddress, quantity: 1n }, { selection: { quantity: 1n } })
    const noToken = await scene.plainly('listing', { collection: editionsAddress })
    const noCollection = await scene.plainly('listing', { collection: wrappedAddress })
    for (const [attempt, error] of [
      [noCode, 'MarketStateUnreadable'],
      [noAnswer, 'MarketStateUnreadable'],
      [noUnits, 'MarketTokenNotDelivered'],
      [noToken, 'MarketTokenNotDelivered'],
      [noCollection, 'MarketTokenNotDelivered'],
    ] as const) {
      const reason = await askWhy(scene, attempt)
      expect(nameOf(scene, reason)).to.equal(error)
      expect(await refusalOf(fill(scene, attempt))).not.to.equal('filled')
    }
  })

  it('it names a reason within thirteen million gas, whatever a contract does that the order names', async () => {
    const scene = await loadAttempts()
    const { market, owner, validator, seller } = scene
    const questions = ['ownerOf(uint256)', 'getApproved(uint256)', 'isApprovedForAll(address,address)', 'locked(uint256)']
    const more = ['royaltyInfo(uint256,uint256)', 'balanceOf(address)', 'balanceOf(address,uint256)', 'stateOf(address,uint256)']
    const hashVoucher = scene.collection.interface.getFunction('hashVoucher').selector
    const deployLiar = async () => {
      const liar = await deployMock<'setAnswer'>('Answerer')
      const address = (await liar.getAddress()) as Hex
      return { address, set: (selector: string, mode: number, answer = '0x') => liar.setAnswer(selector, mode, answer) }
    }
    for (const mode of [ANSWER.silent, ANSWER.returns, ANSWER.reverts, ANSWER.burnsGas]) {
      const liar = await deployLiar()
      for (const selector of [...[...questions, ...more].map(selectorOf), hashVoucher]) await liar.set(selector, mode)
      await market.connect(owner).allowCurrency(liar.address, true)
      const items = Array.from({ length: 30 }, (_, index) => ({ collection: liar.address, tokenId: BigInt(index), quantity: 0n }))
      for (const attempt of [
        await scene.plainly('listing', { collection: liar.address }),
        await scene.plainly('listing', { collection: liar.address, quantity: 1n }, { selection: { quantity: 1n } }),
        await scene.plainly('offer', { currency: liar.address }),
        await scene.inState('listing', { source: liar.address, value: wordOf(7n) as Hex }),
        await scene.ofBundle('listing', {}, items),
        await scene.ofVoucher(scene.voucherOf('one'), { change: { collection: liar.address } }),
      ]) {
        expect((await askWhy(scene, attempt)).length, `${attempt.form} ${mode}`).to.be.greaterThan(9)
      }
    }
    // One that owns up to everything and burns the gas of every other question, thirty times.
    const liar = await deployLiar()
    await liar.set(selectorOf('ownerOf(uint256)'), ANSWER.returns, wordOf(seller.address))
    await liar.set(selectorOf('isApprovedForAll(address,address)'), ANSWER.returns, wordOf(1n))
    for (const question of ['getApproved(uint256)', 'locked(uint256)', 'royaltyInfo(uint256,uint256)'])
      await liar.set(selectorOf(question), ANSWER.burnsGas)
    const items = Array.from({ length: 30 }, (_, index) => ({ collection: liar.address, tokenId: BigInt(index), quantity: 0n }))
    const reason = await askWhy(scene, await scene.ofBundle('listing', {}, items))
    expect(validator.interface.parseError(reason)?.name ?? market.interface.parseError(reason)?.name).to.match(
      /^Market(ReasonMissing|GasTooLow)$/,
    )
  })
})

describe('quote', () => {
  it('it says what has to be allowed to whom, and whether it is', async () => {
    const scene = await loadAttempts()
    const { plain, plainAddress, editions, editionsAddress, wrappedEther, wrappedAddress, marketAddress, seller, buyer } = scene
    const attempt = await scene.ofBundle('offer')
    await plain.connect(seller).setApprovalForAll(marketAddress, false)
    await editions.connect(seller).setApprovalForAll(marketAddress, false)
    await wrappedEther.connect(buyer).approve(marketAddress, PRICE - 1n)
    const { approvals, value } = await askQuote(scene, attempt)
    expect(value).to.equal(0n)
    expect(approvals.map((one: ArrayLike<unknown>) => Array.from(one))).to.deep.equal([
      [seller.address, plainAddress, 1n, 0n, marketAddress, false],
      [seller.address, editionsAddress, 2n, 60n, marketAddress, false],
      [seller.address, scene.collectionAddress, scene.tokenId, 0n, marketAddress, true],
      [buyer.address, wrappedAddress, 0n, PRICE, marketAddress, false],
    ])
  })

  it('it leaves out of what has to be allowed what the payer pays itself', async () => {
    const scene = await loadAttempts()
    const { plain, wrappedEther, wrappedAddress, marketAddress, buyer } = scene
    await plain.setRoyalty(buyer.address, 500n)
    const needed = (PRICE * 9_500n) / 10_000n
    const attempt = await scene.plainly('offer')
    for (const allowed of [needed, needed - 1n]) {
      await wrappedEther.connect(buyer).approve(marketAddress, allowed)
      const { approvals, royalties } = await askQuote(scene, attempt)
      expect(Array.from(approvals[1])).to.deep.equal([buyer.address, wrappedAddress, 0n, needed, marketAddress, allowed === needed])
      expect(royalties.map((one: ArrayLike<unknown>) => Array.from(one))).to.deep.equal([[buyer.address, PRICE - needed]])
    }
  })

  it('it says that nothing is allowed, rented or owed where the collection does not answer', async () => {
    const scene = await loadAttempts()
    const { market, seller, stranger, marketAddress } = scene
    const quote = await askQuote(scene, await scene.plainly('listing', { collection: stranger.address as Hex }))
    expect(quote.approvals.map((one: ArrayLike<unknown>) => Array.from(one))).to.deep.equal([
      [seller.address, stranger.address, 1n, 0n, marketAddress, false],
    ])
    expect([Array.from(quote.rentals), Array.from(quote.royalties)]).to.deep.equal([[], []])
    const fee = (PRICE * (await market.feeBps())) / 10_000n
    expect([quote.price, quote.proceeds, quote.fee]).to.deep.equal([PRICE, PRICE - fee, fee])
  })

  it('it shows who rents the tokens, which is no reason against a fill', async () => {
    const scene = await loadAttempts()
    const { collection, collectionAddress, tokenId, seller, stranger, now } = scene
    const expires = (await now()) + 2n * DAY
    await collection.connect(seller).setUser(tokenId, stranger.address, expires)
    const attempt = await scene.ofBundle('listing')
    expect(await askWhy(scene, attempt)).to.equal(FILLABLE)
    const rentalsOf = async () => (await askQuote(scene, attempt)).rentals.map((one: ArrayLike<unknown>) => Array.from(one))
    expect(await rentalsOf()).to.deep.equal([[collectionAddress, tokenId, stranger.address, expires]])
    await networkHelpers.time.increaseTo(expires + 1n)
    expect(await rentalsOf()).to.deep.equal([])
    await fill(scene, attempt)
    expect(await collection.ownerOf(tokenId)).to.equal(scene.buyer.address)
  })

  it('it follows a price that moves', async () => {
    const scene = await loadAttempts()
    const startTime = await scene.now()
    const terms = { price: 4n * PRICE, endPrice: 2n * PRICE, startTime, endTime: startTime + 4n * DAY }
    const attempt = await scene.plainly('listing', terms, { selection: { limit: 4n * PRICE } })
    for (const [days, price] of [
      [1n, (7n * PRICE) / 2n],
      [2n, 3n * PRICE],
    ] as const) {
      await networkHelpers.time.increaseTo(startTime + days * DAY)
      const { validator, buyer } = scene
      const [order, selection] = attempt.args as Parameters<typeof validator.quote>
      const quote = await validator.quote(order, selection, buyer.address, { blockTag: 'latest' })
      expect([quote.price, quote.value]).to.deep.equal([price, price])
    }
  })

  it('it reverts as the market does where there is no price for the filler', async () => {
    const scene = await loadAttempts()
    const { validator, market, now, stranger } = scene
    for (const [change, error] of [
      [{ startTime: (await now()) + DAY }, 'MarketOrderNotStarted'],
      [{ endTime: (await now()) - 1n }, 'MarketOrderExpired'],
      [{ taker: stranger.address as Hex }, 'MarketTakerNotAllowed'],
      [{ kind: 7 }, 'MarketOrderMalformed'],
    ] as const) {
      const reason = await refusalOf(askQuote(scene, await scene.plainly('listing', change)))
      expect(market.interface.parseError(reason)?.name).to.equal(error)
    }
    const offered = await scene.ofVoucher(scene.voucherOf('one'), { change: { kind: 1, currency: scene.wrappedAddress } })
    const voucher = market.interface.parseError(await refusalOf(askQuote(scene, offered)))
    expect([voucher?.name, voucher?.args[0]]).to.deep.equal(['MarketKindNotAllowed', 1n])
    const bundle = await refusalOf(askQuote(scene, await scene.ofBundle('listing', {}, [])))
    expect(market.interface.parseError(bundle)?.name).to.equal('MarketBundleSize')
    expect(await validator.MARKET()).to.equal(scene.marketAddress)
  })
})
