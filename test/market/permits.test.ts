import type { Order } from '@daedal/protocol/market/order'
import type { HardhatEthersSigner } from '@nomicfoundation/hardhat-ethers/types'
import { expect } from 'chai'
import { deployMock } from '../fixtures/deploy-mock.ts'
import { deployPermit2, PERMIT2, signPermit2 } from '../fixtures/permit2.ts'
import { DAY, deployTrade, ethers, FEE_BPS, networkHelpers, PRICE, ROYALTY_BPS } from '../fixtures/trade.ts'

const NET = PRICE - (PRICE * FEE_BPS) / 10_000n - (PRICE * BigInt(ROYALTY_BPS)) / 10_000n

/** A market that knows the real Permit2, and a currency with permits. */
async function deployPermits() {
  const trade = await deployTrade()
  await deployPermit2()
  const { owner, feeReceiver, seller, buyer, tokenId, chainId } = trade
  const money = await deployMock<'mint' | 'approve' | 'allowance' | 'balanceOf' | 'nonces' | 'permit'>('PermitCurrency')
  const currency = (await money.getAddress()) as `0x${string}`
  const market = await ethers.deployContract('Market', [
    owner.address,
    feeReceiver.address,
    FEE_BPS,
    [currency],
    ethers.ZeroAddress,
    PERMIT2,
  ])
  const marketAddress = (await market.getAddress()) as `0x${string}`
  for (const who of [seller, buyer]) await money.mint(who.address, 10n * PRICE)
  await trade.collection.connect(seller).setApprovalForAll(marketAddress, true)
  const deadline = (await trade.now()) + DAY

  const permitOf = async (who: HardhatEthersSigner, value = PRICE) => {
    const domain = { name: 'Permit', version: '1', chainId, verifyingContract: currency }
    const fields = ['owner', 'spender', 'value', 'nonce', 'deadline'].map((name, index) => ({
      name,
      type: index < 2 ? 'address' : 'uint256',
    }))
    const nonce = await money.nonces(who.address)
    const signed = await who.signTypedData(
      domain,
      { Permit: fields },
      { owner: who.address, spender: marketAddress, value, nonce, deadline },
    )
    const { v, r, s } = ethers.Signature.from(signed)
    return { currency, owner: who.address, value, deadline, v, r, s }
  }
  const permit2Of = (who: HardhatEthersSigner, amount = PRICE, expiration = deadline) =>
    signPermit2(who, { chainId, token: currency, amount, expiration, nonce: 0n, spender: marketAddress, sigDeadline: deadline })
  const fillOf = async (kind: 'listing' | 'offer', maker: HardhatEthersSigner, change: Partial<Order> = {}) => {
    const order = await trade.orderOf(kind, maker, tokenId, { currency, ...change })
    return market.interface.encodeFunctionData('fillOrder', [order, await trade.sign(maker, order, marketAddress)])
  }
  return { ...trade, market, marketAddress, money, currency, permitOf, permit2Of, fillOf }
}
const loadPermits = () => networkHelpers.loadFixture(deployPermits)

describe('withPermit', () => {
  it('it buys in the transaction that approves the currency', async () => {
    const { market, money, seller, buyer, collection, tokenId, permitOf, fillOf } = await loadPermits()
    const call = await fillOf('listing', seller)
    await expect(market.connect(buyer).withPermit(await permitOf(buyer), call)).to.changeTokenBalances(
      ethers,
      money,
      [buyer, seller],
      [-PRICE, NET],
    )
    expect(await collection.ownerOf(tokenId)).to.equal(buyer.address)
  })

  it('it sells to a maker whose permit comes along', async () => {
    const { market, money, seller, buyer, permitOf, fillOf } = await loadPermits()
    const call = await fillOf('offer', buyer)
    await expect(market.connect(seller).withPermit(await permitOf(buyer), call)).to.changeTokenBalances(
      ethers,
      money,
      [buyer, seller],
      [-PRICE, NET],
    )
  })

  it('it goes on when the permit was submitted by somebody else first', async () => {
    const { market, marketAddress, money, seller, buyer, stranger, collection, tokenId, permitOf, fillOf } = await loadPermits()
    const permit = await permitOf(buyer)
    await money.connect(stranger).permit(buyer.address, marketAddress, permit.value, permit.deadline, permit.v, permit.r, permit.s)
    await market.connect(buyer).withPermit(permit, await fillOf('listing', seller))
    expect(await collection.ownerOf(tokenId)).to.equal(buyer.address)
  })

  describe('when the permit is not good and there is no allowance', () => {
    it('it reverts with MarketNotApproved', async () => {
      const { market, currency, seller, buyer, permitOf, fillOf } = await loadPermits()
      const permit = { ...(await permitOf(seller)), owner: buyer.address }
      await expect(market.connect(buyer).withPermit(permit, await fillOf('listing', seller)))
        .to.be.revertedWithCustomError(market, 'MarketNotApproved')
        .withArgs(buyer.address, currency)
    })
  })

  describe('when the call fails', () => {
    it('it passes on the reason', async () => {
      const { market, seller, buyer, permitOf, fillOf } = await loadPermits()
      const call = await fillOf('listing', seller, { endTime: 1n, startTime: 0n })
      await expect(market.connect(buyer).withPermit(await permitOf(buyer), call))
        .to.be.revertedWithCustomError(market, 'MarketOrderExpired')
        .withArgs(1n)
    })
  })

  describe('when the currency is not on the list', () => {
    it('it reverts with MarketCurrencyNotAllowed', async () => {
      const { market, wrappedAddress, seller, buyer, permitOf, fillOf } = await loadPermits()
      const permit = { ...(await permitOf(buyer)), currency: wrappedAddress }
      await expect(market.connect(buyer).withPermit(permit, await fillOf('listing', seller)))
        .to.be.revertedWithCustomError(market, 'MarketCurrencyNotAllowed')
        .withArgs(wrappedAddress)
    })
  })

  describe('when ether comes along', () => {
    it('it counts once', async () => {
      const { market, marketAddress, seller, buyer, permitOf, fillOf } = await loadPermits()
      const native = await fillOf('listing', seller, { currency: ethers.ZeroAddress as `0x${string}` })
      const permit = await permitOf(buyer)
      const inner = market.interface.encodeFunctionData('withPermit', [permit, native])
      await expect(market.connect(buyer).withPermit(permit, inner, { value: PRICE })).to.changeEtherBalance(ethers, buyer, -PRICE)
      expect(await ethers.provider.getBalance(marketAddress)).to.equal(await market.accruedFees())
      expect(await market.accruedFees()).to.equal((PRICE * FEE_BPS) / 10_000n)
    })
  })
})

describe('withPermit2', () => {
  it('it buys with an allowance that was signed for Permit2', async () => {
    const { market, money, seller, buyer, collection, tokenId, permit2Of, fillOf } = await loadPermits()
    await money.connect(buyer).approve(PERMIT2, ethers.MaxUint256)
    const { message, signature } = await permit2Of(buyer)
    const call = await fillOf('listing', seller)
    await expect(market.connect(buyer).withPermit2(buyer.address, message, signature, call)).to.changeTokenBalances(
      ethers,
      money,
      [buyer, seller],
      [-PRICE, NET],
    )
    expect(await collection.ownerOf(tokenId)).to.equal(buyer.address)
  })

  it("it pays by Permit2 whenever the market's own allowance is too small", async () => {
    const { market, marketAddress, money, seller, buyer, permit2Of, fillOf } = await loadPermits()
    await money.connect(buyer).approve(PERMIT2, ethers.MaxUint256)
    await money.connect(buyer).approve(marketAddress, NET - 1n)
    const { message, signature } = await permit2Of(buyer)
    const permit2 = new ethers.Contract(
      PERMIT2,
      ['function permit(address,((address,uint160,uint48,uint48),address,uint256),bytes)'],
      buyer,
    )
    const { details } = message
    const tuple = [[details.token, details.amount, details.expiration, details.nonce], message.spender, message.sigDeadline]
    await permit2.getFunction('permit')(buyer.address, tuple, signature)
    const bought = buyer.sendTransaction({ to: marketAddress, data: await fillOf('listing', seller) })
    await expect(bought).to.changeTokenBalances(ethers, money, [buyer, seller], [-PRICE, NET])
    expect(await money.balanceOf(await market.FEE_RECEIVER())).to.equal((PRICE * FEE_BPS) / 10_000n)
  })

  it('it goes on when the permit was submitted by somebody else first', async () => {
    const { market, money, seller, buyer, collection, tokenId, permit2Of, fillOf } = await loadPermits()
    await money.connect(buyer).approve(PERMIT2, ethers.MaxUint256)
    const { message, signature } = await permit2Of(buyer)
    const cancel = market.interface.encodeFunctionData('cancel', [5n, 1n])
    await market.connect(seller).withPermit2(buyer.address, message, signature, cancel)
    await market.connect(buyer).withPermit2(buyer.address, message, signature, await fillOf('listing', seller))
    expect(await collection.ownerOf(tokenId)).to.equal(buyer.address)
  })

  describe('when the allowance of Permit2 has expired', () => {
    it('it reverts with MarketNotApproved', async () => {
      const { market, money, currency, seller, buyer, permit2Of, fillOf, now } = await loadPermits()
      await money.connect(buyer).approve(PERMIT2, ethers.MaxUint256)
      const { message, signature } = await permit2Of(buyer, PRICE, (await now()) - 1n)
      await expect(market.connect(buyer).withPermit2(buyer.address, message, signature, await fillOf('listing', seller)))
        .to.be.revertedWithCustomError(market, 'MarketNotApproved')
        .withArgs(buyer.address, currency)
    })
  })

  describe('given there is no Permit2', () => {
    it('it reverts with MarketPermit2Unknown', async () => {
      const { owner, buyer, permit2Of, stranger, wrappedAddress } = await loadPermits()
      const bare = await ethers.deployContract('Market', [
        owner.address,
        owner.address,
        0,
        [wrappedAddress],
        ethers.ZeroAddress,
        ethers.ZeroAddress,
      ])
      const { message, signature } = await permit2Of(buyer)
      await expect(bare.connect(buyer).withPermit2(buyer.address, message, signature, '0x')).to.be.revertedWithCustomError(
        bare,
        'MarketPermit2Unknown',
      )
      await expect(
        ethers.deployContract('Market', [owner.address, owner.address, 0, [], ethers.ZeroAddress, stranger.address]),
      ).to.be.revertedWithCustomError(bare, 'MarketPermit2Unknown')
    })
  })
})
