import type { Order, OrderKind } from '@daedal/protocol/market/order'
import type { HardhatEthersSigner } from '@nomicfoundation/hardhat-ethers/types'
import { expect } from 'chai'
import { deployMock } from '../fixtures/deploy-mock.ts'
import { loadGoods } from '../fixtures/goods.ts'
import { FEE, listed, listedForHostile, listedHostile, NET, ROYALTY } from '../fixtures/listed.ts'
import { deployPermit2, PERMIT2, signPermit2 } from '../fixtures/permit2.ts'
import { DAY, ethers, FEE_BPS, nonceOf, PRICE } from '../fixtures/trade.ts'

type Hex = `0x${string}`
const NATIVE = ethers.ZeroAddress as Hex
/** How a currency moves, see `test/mocks/HostileCurrency.sol`. */
const MONEY = { plain: 0, noAnswer: 1, answersFalse: 2, fee: 3, nothing: 4, extra: 5, noZero: 6, blocks: 7, calls: 8, falseTo: 9 } as const
const REJECTS = 1

describe('ether sent too much and kept, or sent to the wrong one, or for an order in an ERC-20 (Infinity H-08, M-05)', () => {
  it('a plain fill takes the price and nothing else', async () => {
    const { buy, market } = await listed()
    for (const value of [0n, PRICE - 1n, PRICE + 1n])
      await expect(buy(undefined, { value })).to.be.revertedWithCustomError(market, 'MarketWrongPayment').withArgs(value, PRICE)
  })

  it('what is too much goes back to who sent it, from every way to fill', async () => {
    const { market, marketAddress, buyer, seller, creator, plainAddress, order, signature, signed } = await listed({ nonce: nonceOf(1) })
    const items = [2n, 3n].map((tokenId) => ({ collection: plainAddress, tokenId, quantity: 0n }))
    const bundle = await signed('listing', seller, { collection: NATIVE, tokenId: 0n, nonce: nonceOf(2) }, { form: 'bundle', items })
    const fourth = await signed('listing', seller, { collection: plainAddress, tokenId: 4n, nonce: nonceOf(3) }, { form: 'order' })
    const by = market.connect(buyer)
    const value = { value: 5n * PRICE }
    for (const fill of [
      () => by.fillAs(order, { tokenId: 1n, quantity: 0n, limit: 5n * PRICE }, signature, value),
      () => by.fillBundle(bundle.order, items, 5n * PRICE, bundle.signature, value),
      () => by.sweep([{ ...fourth, quantity: 0n }], NATIVE, 5n * PRICE, 1n, value),
    ])
      await expect(fill()).to.changeEtherBalances(ethers, [buyer, seller, creator, marketAddress], [-PRICE, NET, ROYALTY, FEE])
  })

  it('no ether goes along with an order in an ERC-20', async () => {
    const { market, buyer, seller, plainAddress, wrappedAddress, order, signature, signed } = await listed({
      currency: (await loadGoods()).wrappedAddress,
    })
    const items = [{ collection: plainAddress, tokenId: 2n, quantity: 0n }]
    const terms = { collection: NATIVE, tokenId: 0n, currency: wrappedAddress }
    const bundle = await signed('listing', seller, terms, { form: 'bundle', items })
    const offer = await signed('offer', buyer, { collection: plainAddress, tokenId: 1n }, { form: 'order' })
    const [by, selection, value] = [market.connect(buyer), { tokenId: 1n, quantity: 0n, limit: PRICE }, { value: 1n }]
    for (const attempt of [
      () => by.fillOrder(order, signature, value),
      () => by.fillAs(order, selection, signature, value),
      () => by.fillBundle(bundle.order, items, PRICE, bundle.signature, value),
      () => by.sweep([{ order, quantity: 0n, signature }], wrappedAddress, PRICE, 0n, value),
      () => market.connect(seller).fillOrder(offer.order, offer.signature, value),
      () => market.connect(seller).fillAs(offer.order, { ...selection, limit: 0n }, offer.signature, value),
    ])
      await expect(attempt()).to.be.revertedWithCustomError(market, 'MarketWrongPayment').withArgs(1n, 0n)
  })

  it('ether sent plainly is refused, and ether forced in is the protocol’s, never a payee’s', async () => {
    const { market, marketAddress, stranger, feeReceiver } = await loadGoods()
    await expect(stranger.sendTransaction({ to: marketAddress, value: 1n })).to.be.revert(ethers)
    await ethers.provider.send('hardhat_setBalance', [marketAddress, '0x7'])
    expect([await market.accruedFees(), await market.pendingTotal()]).to.deep.equal([7n, 0n])
    await expect(market.withdrawFees()).to.changeEtherBalance(ethers, feeReceiver, 7n)
  })
})

describe('the same ether spent twice in one call (Blur 2 H-01)', () => {
  it('a sweep of two with the price of one buys one', async () => {
    const { market, marketAddress, plain, plainAddress, buyer, seller, order, signature, signed } = await listed()
    const second = await signed('listing', seller, { collection: plainAddress, tokenId: 2n, nonce: nonceOf(1) }, { form: 'order' })
    const purchases = [
      { order, quantity: 0n, signature },
      { ...second, quantity: 0n },
    ]
    const swept = market.connect(buyer).sweep(purchases, NATIVE, PRICE, 0n, { value: PRICE })
    await expect(swept).to.changeEtherBalances(ethers, [buyer, seller], [-PRICE, NET])
    const reason = market.interface.encodeErrorResult('MarketPriceAboveLimit', [PRICE, 0n])
    await expect(swept)
      .to.emit(market, 'OrderSkipped')
      .withArgs(await market.hashOrder(second.order), buyer.address, reason)
    expect(await plain.ownerOf(2n)).to.equal(seller.address)
    expect(await ethers.provider.getBalance(marketAddress)).to.equal(FEE)
  })

  it('units bought one after the other are paid one by one', async () => {
    const { market, buyer, seller, editionsAddress, signed } = await loadGoods()
    const terms = { collection: editionsAddress, tokenId: 1n, quantity: 10n }
    const { order, signature } = await signed('listing', seller, terms, { form: 'order' })
    const purchases = [2n, 2n].map((quantity) => ({ order, quantity, signature }))
    const sweep = (budget: bigint) => market.connect(buyer).sweep(purchases, NATIVE, budget, 2n, { value: budget })
    await expect(sweep(3n * PRICE))
      .to.be.revertedWithCustomError(market, 'MarketSweepTooFew')
      .withArgs(1n, 2n)
    await expect(sweep(4n * PRICE)).to.changeEtherBalance(ethers, buyer, -4n * PRICE)
  })

  it('a call in a call in a call has it once, and settles for nobody else', async () => {
    const { market, marketAddress, buyer, seller, wrappedAddress, order, signature } = await listed()
    const encode = market.interface.encodeFunctionData.bind(market.interface)
    const permit = {
      currency: wrappedAddress,
      owner: buyer.address,
      value: 0n,
      deadline: 0n,
      v: 27,
      r: ethers.ZeroHash,
      s: ethers.ZeroHash,
    }
    const purchase = { order, quantity: 0n, signature }
    const settle = encode('settlePurchase', [purchase, seller.address, NATIVE, PRICE])
    for (const call of [settle, encode('withPermit', [permit, settle])])
      await expect(market.connect(buyer).withPermit(permit, call))
        .to.be.revertedWithCustomError(market, 'MarketNotSelf')
        .withArgs(buyer.address)
    const nested = encode('withPermit', [permit, encode('fillOrder', [order, signature])])
    await expect(market.connect(buyer).withPermit(permit, nested, { value: PRICE })).to.changeEtherBalances(
      ethers,
      [buyer, seller, marketAddress],
      [-PRICE, NET, FEE],
    )
  })
})

describe('a credit or a fee that cannot be taken, is taken twice, or is another’s (Infinity H-04, Foundation M-02)', () => {
  /** A sale whose royalty receiver takes no ether. */
  async function credited() {
    const sale = await listedHostile()
    const rejecter = await deployMock<'withdrawFrom' | 'setWilling'>('Rejecter')
    await sale.hostile.setRoyalty(0, await rejecter.getAddress(), ROYALTY)
    await sale.buy()
    return { ...sale, rejecter }
  }

  it('a credit is paid to whom it is owed, once', async () => {
    const { market, marketAddress, rejecter, seller } = await credited()
    await rejecter.setWilling(true)
    await expect(rejecter.withdrawFrom(marketAddress)).to.changeEtherBalances(ethers, [marketAddress, rejecter], [-ROYALTY, ROYALTY])
    await expect(rejecter.withdrawFrom(marketAddress))
      .to.be.revertedWithCustomError(market, 'MarketNothingPending')
      .withArgs(await rejecter.getAddress())
    await expect(market.connect(seller).withdraw()).to.be.revertedWithCustomError(market, 'MarketNothingPending').withArgs(seller.address)
    expect([await market.pendingTotal(), await market.accruedFees()]).to.deep.equal([0n, FEE])
  })

  it('fees are paid to the fee receiver, whoever asks, once, and never from a credit', async () => {
    const { market, marketAddress, rejecter, stranger, feeReceiver } = await credited()
    const take = () => market.connect(stranger).withdrawFees()
    await expect(take()).to.changeEtherBalances(ethers, [marketAddress, feeReceiver, stranger], [-FEE, FEE, 0n])
    await expect(take()).to.changeEtherBalances(ethers, [marketAddress, feeReceiver], [0n, 0n])
    expect(await ethers.provider.getBalance(marketAddress)).to.equal(ROYALTY)
    await rejecter.setWilling(true)
    await expect(rejecter.withdrawFrom(marketAddress)).to.changeEtherBalance(ethers, rejecter, ROYALTY)
  })
})

describe('a failed call taken for a success (Blur 2 M-01)', () => {
  it('a credit that its account does not take stays, and so do fees', async () => {
    const { market, hostile, buy } = await listedHostile()
    const rejecter = await deployMock<'withdrawFrom'>('Rejecter')
    const account = await rejecter.getAddress()
    await hostile.setRoyalty(0, account, ROYALTY)
    await buy()
    await expect(rejecter.withdrawFrom(await market.getAddress()))
      .to.be.revertedWithCustomError(market, 'MarketWithdrawalFailed')
      .withArgs(account)
    expect([await market.pendingOf(account), await market.pendingTotal()]).to.deep.equal([ROYALTY, ROYALTY])
  })

  it('fees that their receiver does not take stay', async () => {
    const { owner, buyer, seller, plain, order, sign } = await listed()
    const rejecter = await (await deployMock<never>('Rejecter')).getAddress()
    const parts = [owner.address, rejecter, FEE_BPS, [], ethers.ZeroAddress, ethers.ZeroAddress] as const
    const market = await ethers.deployContract('Market', [...parts])
    const address = (await market.getAddress()) as Hex
    await plain.connect(seller).setApprovalForAll(address, true)
    await market.connect(buyer).fillOrder(order, await sign(seller, order, address), { value: PRICE })
    await expect(market.withdrawFees()).to.be.revertedWithCustomError(market, 'MarketWithdrawalFailed').withArgs(rejecter)
    expect(await market.accruedFees()).to.equal(FEE)
  })

  it('a refund that the buyer does not take undoes the sale', async () => {
    const { market, marketAddress, plain, buyer, seller, order, signature } = await listed()
    const wallet = await deployMock<'act' | 'setMode'>('HostilePayee')
    await wallet.setMode(REJECTS, ethers.ZeroAddress, '0x')
    const data = market.interface.encodeFunctionData('fillAs', [order, { tokenId: 1n, quantity: 0n, limit: 3n * PRICE }, signature])
    await expect(wallet.connect(buyer).act(marketAddress, 3n * PRICE, data, { value: 3n * PRICE }))
      .to.be.revertedWithCustomError(market, 'MarketRefundFailed')
      .withArgs(await wallet.getAddress(), 2n * PRICE)
    expect(await plain.ownerOf(1n)).to.equal(seller.address)
  })

  it('a call along with a permit that fails undoes all, with its reason', async () => {
    const { market, buyer, wrappedAddress, order, signature } = await listed({ endTime: 11n, startTime: 10n })
    const permit = {
      currency: wrappedAddress,
      owner: buyer.address,
      value: 0n,
      deadline: 0n,
      v: 27,
      r: ethers.ZeroHash,
      s: ethers.ZeroHash,
    }
    const call = market.interface.encodeFunctionData('fillOrder', [order, signature])
    await expect(market.connect(buyer).withPermit(permit, call, { value: PRICE }))
      .to.be.revertedWithCustomError(market, 'MarketOrderExpired')
      .withArgs(11n)
  })
})

describe('an ERC-20 that moves too little, too much, nothing, or not to everyone (Cally H-01, Caviar M-13)', () => {
  for (const [title, mode] of [
    ['answers false', MONEY.answersFalse],
    ['keeps a fee of each transfer', MONEY.fee],
    ['says yes and moves nothing', MONEY.nothing],
    ['rebases upwards while it moves', MONEY.extra],
  ] as const)
    it(`one that ${title} does not pay, and nothing moves`, async () => {
      const { buy, market, money, currency, plain, seller, buyer } = await listedForHostile()
      await money.setMode(mode, NATIVE, '0x')
      await expect(buy()).to.be.revertedWithCustomError(market, 'MarketPaymentFailed').withArgs(currency, seller.address, NET)
      expect(await plain.ownerOf(1n)).to.equal(seller.address)
      expect(await money.balanceOf(buyer.address)).to.equal(PRICE)
    })

  it('one without a return value pays', async () => {
    const { buy, money, seller, creator, feeReceiver } = await listedForHostile()
    await money.setMode(MONEY.noAnswer, NATIVE, '0x')
    await buy()
    const paid = [seller, creator, feeReceiver].map(({ address }) => money.balanceOf(address))
    expect(await Promise.all(paid)).to.deep.equal([NET, ROYALTY, FEE])
  })

  for (const [title, mode] of [
    ['blocks', MONEY.blocks],
    ['answers false to', MONEY.falseTo],
  ] as const)
    it(`one that ${title} any payee stops the sale and nothing else`, async () => {
      for (const who of ['seller', 'creator', 'feeReceiver'] as const) {
        const scene = await listedForHostile()
        const { buy, market, money, currency, plain, seller, buyer } = scene
        await money.setMode(mode, scene[who].address, '0x')
        const amount = { seller: NET, creator: ROYALTY, feeReceiver: FEE }[who]
        await expect(buy()).to.be.revertedWithCustomError(market, 'MarketPaymentFailed').withArgs(currency, scene[who].address, amount)
        expect(await plain.ownerOf(1n)).to.equal(seller.address)
        expect(await money.balanceOf(buyer.address)).to.equal(PRICE)
      }
    })

  it('one that refuses to move nothing is never asked to', async () => {
    const { buy, money, seller } = await listedForHostile({ price: 5n })
    await money.setMode(MONEY.noZero, NATIVE, '0x')
    await buy()
    expect(await money.balanceOf(seller.address)).to.equal(5n)
  })

  it('one whose balances shrink pays whole or not at all', async () => {
    const { market, marketAddress, owner, buyer, seller, plain, plainAddress, signed } = await loadGoods()
    const money = await deployMock<'mint' | 'approve' | 'shrink' | 'balanceOf'>('SplitCurrency')
    const currency = (await money.getAddress()) as Hex
    await market.connect(owner).allowCurrency(currency, true)
    await money.mint(buyer.address, PRICE)
    await money.connect(buyer).approve(marketAddress, PRICE)
    const { order, signature } = await signed('offer', buyer, { collection: plainAddress, tokenId: 1n, currency }, { form: 'order' })
    await money.shrink(buyer.address, 1n)
    // The seller’s part is there, and so is the royalty: the fee lacks a unit.
    await expect(market.connect(seller).fillOrder(order, signature))
      .to.be.revertedWithCustomError(market, 'MarketBalanceTooLow')
      .withArgs(buyer.address, FEE - 1n, FEE)
    expect(await plain.ownerOf(1n)).to.equal(seller.address)
    expect(await money.balanceOf(buyer.address)).to.equal(PRICE - 1n)
  })

  it('one whose hook moves the token on while it pays (ERC-777) pays for it all the same', async () => {
    const { buy, money, currency, plain, plainAddress, seller, buyer, stranger } = await listedForHostile()
    await plain.connect(buyer).setApprovalForAll(currency, true)
    const onward = plain.interface.encodeFunctionData('transferFrom', [buyer.address, stranger.address, 1n])
    await money.setMode(MONEY.calls, plainAddress, onward)
    await buy()
    expect(await plain.ownerOf(1n)).to.equal(stranger.address)
    expect(await money.balanceOf(seller.address)).to.equal(NET)
  })

  it('one without code gets on no list, and one that lost it or was taken off pays for nothing', async () => {
    const { market, owner, stranger, wrappedAddress, buyer, seller, plainAddress, signed } = await loadGoods()
    for (const currency of [stranger.address, NATIVE])
      await expect(market.connect(owner).allowCurrency(currency, true))
        .to.be.revertedWithCustomError(market, 'MarketCurrencyNotAllowed')
        .withArgs(currency)
    const { order, signature } = await signed('offer', buyer, { collection: plainAddress, tokenId: 1n }, { form: 'order' })
    const accept = () => market.connect(seller).fillOrder(order, signature)
    const code = await ethers.provider.getCode(wrappedAddress)
    await ethers.provider.send('hardhat_setCode', [wrappedAddress, '0x'])
    await expect(accept()).to.be.revertedWithCustomError(market, 'MarketCurrencyNotAllowed').withArgs(wrappedAddress)
    await ethers.provider.send('hardhat_setCode', [wrappedAddress, code])
    await market.connect(owner).allowCurrency(wrappedAddress, false)
    await expect(accept()).to.be.revertedWithCustomError(market, 'MarketCurrencyNotAllowed').withArgs(wrappedAddress)
  })
})

describe('a permit that somebody else submits first', () => {
  const uint = (name: string, type = 'uint256') => ({ name, type })

  /** A market with Permit2, a currency with permits, and an order that pays with it. */
  async function permitted(kind: OrderKind = 'listing', change: Partial<Order> = {}) {
    const goods = await loadGoods()
    const { owner, feeReceiver, seller, buyer, plain, plainAddress, chainId, now, orderOf, sign } = goods
    await deployPermit2()
    const money = await deployMock<'mint' | 'approve' | 'allowance' | 'balanceOf' | 'permit'>('PermitCurrency')
    const currency = (await money.getAddress()) as Hex
    const parts = [owner.address, feeReceiver.address, FEE_BPS, [currency], ethers.ZeroAddress, PERMIT2] as const
    const market = await ethers.deployContract('Market', [...parts])
    const spender = (await market.getAddress()) as Hex
    await money.mint(buyer.address, PRICE)
    await plain.connect(seller).setApprovalForAll(spender, true)
    const maker = kind === 'listing' ? seller : buyer
    const order = await orderOf(kind, maker, 1n, { collection: plainAddress, currency, ...change })
    const call = market.interface.encodeFunctionData('fillOrder', [order, await sign(maker, order, spender)])
    const deadline = (await now()) + DAY
    const permitOf = async (who: HardhatEthersSigner) => {
      const domain = { name: 'Permit', version: '1', chainId, verifyingContract: currency }
      const types = [uint('owner', 'address'), uint('spender', 'address'), uint('value'), uint('nonce'), uint('deadline')]
      const message = { owner: who.address, spender, value: PRICE, nonce: 0n, deadline }
      const { v, r, s } = ethers.Signature.from(await who.signTypedData(domain, { Permit: types }, message))
      return { currency, owner: who.address, value: PRICE, deadline, v, r, s }
    }
    return { ...goods, money, currency, market, spender, call, deadline, permitOf }
  }

  it('an ERC-2612 permit that was used already is passed over, and its allowance pays', async () => {
    for (const kind of ['listing', 'offer'] as const) {
      const { market, spender, money, plain, call, buyer, seller, stranger, permitOf } = await permitted(kind)
      const permit = await permitOf(buyer)
      await money.connect(stranger).permit(buyer.address, spender, PRICE, permit.deadline, permit.v, permit.r, permit.s)
      await market.connect(kind === 'listing' ? buyer : seller).withPermit(permit, call)
      expect(await plain.ownerOf(1n)).to.equal(buyer.address)
      expect(await money.balanceOf(seller.address)).to.equal(NET)
    }
  })

  it('one of Permit2 as well', async () => {
    const { market, spender, money, currency, plain, call, buyer, seller, stranger, chainId, deadline } = await permitted()
    await money.connect(buyer).approve(PERMIT2, ethers.MaxUint256)
    const terms = { token: currency, amount: PRICE, expiration: deadline, nonce: 0n }
    const { message: permit, signature } = await signPermit2(buyer, { ...terms, chainId, spender, sigDeadline: deadline })
    const cancel = market.interface.encodeFunctionData('cancel', [5n, 1n])
    await market.connect(stranger).withPermit2(buyer.address, permit, signature, cancel)
    await market.connect(buyer).withPermit2(buyer.address, permit, signature, call)
    expect(await plain.ownerOf(1n)).to.equal(buyer.address)
    expect(await money.balanceOf(seller.address)).to.equal(NET)
  })

  it('one that is no good and leaves no allowance stops the sale', async () => {
    const { market, currency, call, buyer, seller, permitOf } = await permitted()
    const permit = { ...(await permitOf(seller)), owner: buyer.address }
    await expect(market.connect(buyer).withPermit(permit, call))
      .to.be.revertedWithCustomError(market, 'MarketNotApproved')
      .withArgs(buyer.address, currency)
  })
})
