import { expect } from 'chai'
import { deployMock } from '../fixtures/deploy-mock.ts'
import { deployGoods } from '../fixtures/goods.ts'
import { FEE, NET, ROYALTY } from '../fixtures/listed.ts'
import { DAY, ethers, FEE_BPS, networkHelpers, nonceOf, PRICE } from '../fixtures/trade.ts'
import { voucherOf } from '../fixtures/vouchers.ts'

type Hex = `0x${string}`
const NOBODY = ethers.ZeroAddress as Hex
const CALLS_PAYEE = 4
const CALLS_MOVE = 3
const CALLS_MONEY = 8
const REJECTS = 1
const TOKEN = 1n
const guarded = ethers.id('ReentrancyGuardReentrantCall()').slice(0, 10)

/** Hostile parties of every kind, each with a signed listing that it takes part in, and what they could try from inside. */
async function deployParties() {
  const goods = await deployGoods()
  const { market, marketAddress, owner, seller, buyer, creator, plainAddress, wrappedAddress, mint, collection, orderOf, sign } = goods
  const hostile = await deployMock<
    'mint' | 'setApprovalForAll' | 'transferFrom' | 'setMove' | 'setRoyalty' | 'callSucceeded' | 'callAnswer' | 'ownerOf'
  >('HostileCollection')
  await hostile.mint(seller.address, TOKEN)
  await hostile.connect(seller).setApprovalForAll(marketAddress, true)
  const money = await deployMock<'mint' | 'approve' | 'setMode' | 'callSucceeded' | 'callAnswer' | 'balanceOf'>('HostileCurrency')
  const currency = (await money.getAddress()) as Hex
  await market.connect(owner).allowCurrency(currency, true)
  await money.mint(buyer.address, PRICE)
  await money.connect(buyer).approve(marketAddress, PRICE)
  const payee = await deployMock<'setMode' | 'callSucceeded' | 'callAnswer' | 'act'>('HostilePayee')
  const receiver = await deployMock<'setCall' | 'callSucceeded' | 'callAnswer' | 'act'>('UnitsReceiver')
  const paid = await mint(creator, 'paid to the payee', { royaltyReceiver: await payee.getAddress() })
  await collection.connect(creator).transferFrom(creator.address, seller.address, paid)

  const list = async (change: Parameters<typeof orderOf>[3]) => {
    const order = await orderOf('listing', seller, TOKEN, { collection: plainAddress, ...change })
    return { order, signature: await sign(seller, order) }
  }
  const listings = {
    hostile: await list({ collection: (await hostile.getAddress()) as Hex }),
    money: await list({ currency, nonce: nonceOf(1) }),
    payee: await list({ collection: goods.collectionAddress, tokenId: paid, nonce: nonceOf(2) }),
    units: await list({ collection: goods.editionsAddress, quantity: 5n, price: PRICE / 5n, nonce: nonceOf(3) }),
  }
  const { order, signature } = await list({ tokenId: 4n, nonce: nonceOf(9) })
  const encode = market.interface.encodeFunctionData.bind(market.interface)
  const selection = { tokenId: 4n, quantity: 0n, limit: PRICE }
  const trait = { root: ethers.ZeroHash, height: 0 }
  const permit = { currency: wrappedAddress, owner: seller.address, value: 0n, deadline: 0n, v: 27, r: ethers.ZeroHash, s: ethers.ZeroHash }
  const fillOrder = encode('fillOrder', [order, signature])
  const calls = {
    fillOrder,
    fillAs: encode('fillAs', [order, selection, signature]),
    fillTrait: encode('fillTrait', [order, trait, [], selection, signature]),
    fillInState: encode('fillInState', [order, { source: plainAddress, value: ethers.ZeroHash }, selection, signature]),
    fillVoucher: encode('fillVoucher', [order, voucherOf(creator, 'never minted'), selection, signature]),
    fillBundle: encode('fillBundle', [order, [{ collection: plainAddress, tokenId: 4n, quantity: 0n }], PRICE, signature]),
    sweep: encode('sweep', [[{ order, quantity: 0n, signature }], NOBODY, 0n, 0n]),
    withPermit: encode('withPermit', [permit, fillOrder]),
    withdraw: encode('withdraw'),
    withdrawFees: encode('withdrawFees'),
    accruedFees: encode('accruedFees'),
  }
  return { ...goods, hostile, money, payee, receiver, paid, listings, calls, encode }
}
const loadParties = () => networkHelpers.loadFixture(deployParties)
const names = [
  'fillOrder',
  'fillAs',
  'fillTrait',
  'fillInState',
  'fillVoucher',
  'fillBundle',
  'sweep',
  'withPermit',
  'withdraw',
  'withdrawFees',
  'accruedFees',
] as const

describe('a function entered again from a token, a currency or a receiver of units (Infinity H-11)', () => {
  for (const name of names) {
    it(`a collection cannot call ${name} while it moves the token`, async () => {
      const { calls, market, marketAddress, buyer, hostile, listings } = await loadParties()
      const { order, signature } = listings.hostile
      await hostile.setMove(CALLS_MOVE, marketAddress, calls[name])
      await market.connect(buyer).fillOrder(order, signature, { value: PRICE })
      expect(await hostile.callSucceeded()).to.equal(false)
      expect(String(await hostile.callAnswer()).slice(0, 10)).to.equal(guarded)
      expect(await hostile.ownerOf(TOKEN)).to.equal(buyer.address)
    })

    it(`a currency cannot call ${name} while it moves money`, async () => {
      const { calls, market, marketAddress, seller, buyer, money, listings } = await loadParties()
      const { order, signature } = listings.money
      await money.setMode(CALLS_MONEY, marketAddress, calls[name])
      await market.connect(buyer).fillOrder(order, signature)
      expect(await money.callSucceeded()).to.equal(false)
      expect(String(await money.callAnswer()).slice(0, 10)).to.equal(guarded)
      expect(await money.balanceOf(seller.address)).to.equal(NET)
    })

    it(`a receiver of units cannot call ${name} while it gets them`, async () => {
      const { calls, encode, marketAddress, buyer, receiver, editions, listings } = await loadParties()
      const { order, signature } = listings.units
      await receiver.setCall(marketAddress, calls[name])
      const data = encode('fillAs', [order, { tokenId: TOKEN, quantity: 5n, limit: PRICE }, signature])
      await receiver.connect(buyer).act(marketAddress, PRICE, data, { value: PRICE })
      expect(await receiver.callSucceeded()).to.equal(false)
      expect(await receiver.callAnswer()).to.equal(guarded)
      expect(await editions.balanceOf(await receiver.getAddress(), TOKEN)).to.equal(5n)
    })
  }

  it('no collection settles a purchase in the market’s name', async () => {
    const { encode, market, marketAddress, buyer, hostile, listings } = await loadParties()
    const { order, signature } = listings.hostile
    const purchase = { order: { ...order, nonce: nonceOf(9) }, quantity: 0n, signature }
    await hostile.setMove(CALLS_MOVE, marketAddress, encode('settlePurchase', [purchase, buyer.address, NOBODY, PRICE]))
    await market.connect(buyer).fillOrder(order, signature, { value: PRICE })
    const refusal = market.interface.encodeErrorResult('MarketNotSelf', [await hostile.getAddress()])
    expect([await hostile.callSucceeded(), await hostile.callAnswer()]).to.deep.equal([false, refusal])
  })

  it('a maker may cancel from inside of its own sale, which goes on and leaves no order alive', async () => {
    const { encode, market, marketAddress, seller, buyer, hostile, listings } = await loadParties()
    const wallet = await deployMock<'act'>('ContractWallet')
    const maker = (await wallet.getAddress()) as Hex
    await hostile.connect(seller).transferFrom(seller.address, maker, TOKEN)
    const approve = hostile.interface.encodeFunctionData('setApprovalForAll', [marketAddress, true])
    await wallet.act(await hostile.getAddress(), 0n, approve)
    await hostile.setMove(CALLS_MOVE, maker, wallet.interface.encodeFunctionData('act', [marketAddress, 0n, encode('cancelAllOf', [0n])]))
    const order = { ...listings.hostile.order, maker }
    await expect(market.connect(buyer).fillOrder(order, '0x', { value: PRICE })).to.changeEtherBalance(ethers, maker, PRICE - FEE)
    expect([await hostile.callSucceeded(), await hostile.ownerOf(TOKEN)]).to.deep.equal([true, buyer.address])
    expect(await market.laneOf(maker, 0n)).to.deep.equal([1n, 0n])
    await expect(market.connect(buyer).fillOrder(order, '0x', { value: PRICE }))
      .to.be.revertedWithCustomError(market, 'MarketOrderEpochPassed')
      .withArgs(0n, 1n)
  })

  it('a fee that a collection puts into force while it is sold is that of the next sale', async () => {
    const { encode, market, marketAddress, owner, seller, buyer, hostile, listings, sign } = await loadParties()
    const order = { ...listings.hostile.order, endTime: 1n << 40n }
    await market.connect(owner).scheduleFee(500)
    await networkHelpers.time.increase(2n * DAY)
    await hostile.setMove(CALLS_MOVE, marketAddress, encode('applyFee'))
    await expect(market.connect(buyer).fillOrder(order, await sign(seller, order), { value: PRICE })).to.changeEtherBalances(
      ethers,
      [buyer, seller, marketAddress],
      [-PRICE, PRICE - FEE, FEE],
    )
    expect([await hostile.callSucceeded(), await market.feeBps()]).to.deep.equal([true, 500n])
  })
})

describe('a function entered again by who is paid', () => {
  // The words of a whole order are more than a payee's gas can read, so it cannot even try to fill one.
  for (const name of ['withdraw', 'withdrawFees', 'accruedFees'] as const)
    it(`a royalty receiver cannot call ${name}`, async () => {
      const { calls, market, marketAddress, buyer, payee, listings } = await loadParties()
      const { order, signature } = listings.payee
      await payee.setMode(CALLS_PAYEE, marketAddress, calls[name])
      await market.connect(buyer).fillOrder(order, signature, { value: PRICE })
      expect([await payee.callSucceeded(), await payee.callAnswer()]).to.deep.equal([false, guarded])
      expect(await market.accruedFees()).to.equal(FEE)
    })

  for (const name of ['fillOrder', 'sweep', 'withdrawFees'] as const)
    it(`a buyer that gets ether back cannot call ${name}`, async () => {
      const { calls, encode, market, marketAddress, buyer, payee, plain, listings, seller, sign } = await loadParties()
      const order = { ...listings.hostile.order, collection: listings.money.order.collection }
      await payee.setMode(CALLS_PAYEE, marketAddress, calls[name])
      const data = encode('fillAs', [order, { tokenId: TOKEN, quantity: 0n, limit: PRICE }, await sign(seller, order)])
      await payee.connect(buyer).act(marketAddress, 2n * PRICE, data, { value: 2n * PRICE })
      expect([await payee.callSucceeded(), await payee.callAnswer()]).to.deep.equal([false, guarded])
      expect(await plain.ownerOf(TOKEN)).to.equal(await payee.getAddress())
      expect(await ethers.provider.getBalance(marketAddress)).to.equal(await market.accruedFees())
    })

  it('who takes a credit takes it once', async () => {
    const { calls, market, marketAddress, buyer, payee, hostile, listings } = await loadParties()
    const account = await payee.getAddress()
    await hostile.setRoyalty(0, account, ROYALTY)
    await payee.setMode(REJECTS, NOBODY, '0x')
    await market.connect(buyer).fillOrder(listings.hostile.order, listings.hostile.signature, { value: PRICE })
    for (const name of ['withdraw', 'withdrawFees', 'fillOrder'] as const) {
      const before = await networkHelpers.takeSnapshot()
      await payee.setMode(CALLS_PAYEE, marketAddress, calls[name])
      await expect(payee.act(marketAddress, 0n, calls.withdraw)).to.changeEtherBalances(
        ethers,
        [marketAddress, account],
        [-ROYALTY, ROYALTY],
      )
      expect([await payee.callSucceeded(), await payee.callAnswer()]).to.deep.equal([false, guarded])
      expect([await market.pendingOf(account), await market.accruedFees()]).to.deep.equal([0n, FEE])
      await before.restore()
    }
  })

  it('who is sent the fees is sent them once', async () => {
    const { calls, owner, seller, buyer, payee, plain, listings, sign } = await loadParties()
    const parts = [owner.address, await payee.getAddress(), FEE_BPS, [], NOBODY, NOBODY] as const
    const market = await ethers.deployContract('Market', [...parts])
    const address = (await market.getAddress()) as Hex
    await plain.connect(seller).setApprovalForAll(address, true)
    const order = { ...listings.hostile.order, collection: listings.money.order.collection }
    await market.connect(buyer).fillOrder(order, await sign(seller, order, address), { value: PRICE })
    await payee.setMode(CALLS_PAYEE, address, calls.withdrawFees)
    await expect(market.withdrawFees()).to.changeEtherBalance(ethers, payee, FEE)
    expect([await payee.callSucceeded(), await payee.callAnswer()]).to.deep.equal([false, guarded])
  })
})

describe('a view asked in the middle of a trade', () => {
  it('a nonce is spent before the token moves', async () => {
    const { encode, market, marketAddress, seller, buyer, hostile, listings } = await loadParties()
    const { order, signature } = listings.hostile
    await hostile.setMove(CALLS_MOVE, marketAddress, encode('laneOf', [seller.address, 0n]))
    await market.connect(buyer).fillOrder(order, signature, { value: PRICE })
    const answer = ethers.AbiCoder.defaultAbiCoder().encode(['uint64', 'uint192'], [0n, 1n])
    expect([await hostile.callSucceeded(), await hostile.callAnswer()]).to.deep.equal([true, answer])
  })

  it('units are counted before they are paid for', async () => {
    const { encode, market, marketAddress, seller, buyer, money, listings, sign } = await loadParties()
    const order = { ...listings.units.order, currency: listings.money.order.currency }
    await money.setMode(CALLS_MONEY, marketAddress, encode('filledOf', [seller.address, order.nonce]))
    await market.connect(buyer).fillAs(order, { tokenId: TOKEN, quantity: 4n, limit: PRICE }, await sign(seller, order))
    expect([await money.callSucceeded(), await money.callAnswer()]).to.deep.equal([true, ethers.toBeHex(4n, 32)])
  })

  it('the validator says of an order that is being filled that it is spent', async () => {
    const { market, marketAddress, buyer, hostile, listings } = await loadParties()
    const { order, signature } = listings.hostile
    const validator = await ethers.deployContract('OrderValidator', [marketAddress])
    const selection = { tokenId: TOKEN, quantity: 0n, limit: PRICE }
    const question = validator.interface.encodeFunctionData('why', [order, selection, signature, buyer.address])
    await hostile.setMove(CALLS_MOVE, await validator.getAddress(), question)
    await market.connect(buyer).fillOrder(order, signature, { value: PRICE })
    const [reason] = validator.interface.decodeFunctionResult('why', String(await hostile.callAnswer()))
    expect(reason).to.equal(market.interface.encodeErrorResult('MarketOrderSpent', [0n, 0]))
  })
})
