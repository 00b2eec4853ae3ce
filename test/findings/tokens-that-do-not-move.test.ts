import { expect } from 'chai'
import { deployMock } from '../fixtures/deploy-mock.ts'
import { ethers, loadTrade, PRICE } from '../fixtures/trade.ts'

const MOVE = { nothing: 1, elsewhere: 2 } as const

async function listedHostile(move: number) {
  const trade = await loadTrade()
  const { seller, buyer, marketAddress, market } = trade
  const collection = await deployMock<'mint' | 'setApprovalForAll' | 'setMove' | 'ownerOf'>('HostileCollection')
  await collection.mint(seller.address, 1n)
  await collection.connect(seller).setApprovalForAll(marketAddress, true)
  await collection.setMove(move, ethers.ZeroAddress, '0x')
  const address = (await collection.getAddress()) as `0x${string}`
  const order = await trade.orderOf('listing', seller, 1n, { collection: address })
  const signature = await trade.sign(seller, order)
  return { ...trade, address, buy: () => market.connect(buyer).fillOrder(order, signature, { value: PRICE }) }
}

describe('tokens that do not move', () => {
  it('a transfer that silently does nothing is not paid for', async () => {
    const { buy, market, address } = await listedHostile(MOVE.nothing)
    await expect(buy()).to.be.revertedWithCustomError(market, 'MarketTokenNotDelivered').withArgs(address, 1n)
  })

  it('a transfer to somebody else is not paid for', async () => {
    const { buy, market, address } = await listedHostile(MOVE.elsewhere)
    await expect(buy()).to.be.revertedWithCustomError(market, 'MarketTokenNotDelivered').withArgs(address, 1n)
  })

  it('an account and a contract that is no collection are no collections', async () => {
    const { market, seller, buyer, wrappedAddress, orderOf, sign } = await loadTrade()
    const account = await orderOf('listing', seller, 1n, { collection: buyer.address as `0x${string}` })
    await expect(market.connect(buyer).fillOrder(account, await sign(seller, account), { value: PRICE })).to.be.revertedWithCustomError(
      market,
      'MarketCollectionUnknown',
    )
    const currency = await orderOf('listing', seller, 1n, { collection: wrappedAddress })
    await expect(market.connect(buyer).fillOrder(currency, await sign(seller, currency), { value: PRICE })).to.be.revert(ethers)
  })

  it('the market never holds a token: it cannot be a buyer', async () => {
    const { collection, marketAddress, market, seller, buyer, tokenId, orderOf, sign } = await loadTrade()
    const order = await orderOf('listing', seller, tokenId)
    await market.connect(buyer).fillOrder(order, await sign(seller, order), { value: PRICE })
    expect(await collection.balanceOf(marketAddress)).to.equal(0n)
  })

  it('somebody else’s record under one’s own name is another token', async () => {
    const { collection, creator, stranger, mint } = await loadTrade()
    const first = await mint(creator, 'same record')
    const second = await mint(stranger, 'same record')
    expect(second).not.to.equal(first)
    expect(await collection.creatorOf(first)).to.equal(creator.address)
    expect(await collection.creatorOf(second)).to.equal(stranger.address)
  })

  it('opting out again and again leaves the balance what it is', async () => {
    const { collection, seller, stranger, tokenId } = await loadTrade()
    const mine = collection.connect(seller)
    for (let round = 0; round < 9; round += 1) {
      await mine.setOperatorOptOut(round % 2 === 0)
      await mine.setOperatorOptOut(round % 2 === 0)
      expect(await collection.operatorOptedOut(seller.address)).to.equal(round % 2 === 0)
      expect(await collection.balanceOf(seller.address)).to.equal(1n)
    }
    await mine.transferFrom(seller.address, stranger.address, tokenId)
    expect(await collection.balanceOf(seller.address)).to.equal(0n)
    expect(await collection.operatorOptedOut(seller.address)).to.equal(true)
    expect(await collection.operatorOptedOut(stranger.address)).to.equal(false)
  })
})
