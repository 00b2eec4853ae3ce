import { expect } from 'chai'
import { deployMock } from '../fixtures/deploy-mock.ts'
import { ethers, FEE_BPS, loadTrade, nonceOf, PRICE } from '../fixtures/trade.ts'

const FEE = (PRICE * FEE_BPS) / 10_000n
const NET = PRICE - FEE

/** Tokens of a collection of before ERC-2981, whose owner is the creator. */
async function bare() {
  const trade = await loadTrade()
  const { creator, seller, buyer, market, marketAddress } = trade
  const collection = (await deployMock<'mint' | 'setApprovalForAll' | 'transferOwnership'>('BareCollection')) as never as Awaited<
    ReturnType<typeof deployMock<'mint' | 'setApprovalForAll' | 'transferOwnership'>>
  >
  await collection.transferOwnership(creator.address)
  const address = (await collection.getAddress()) as `0x${string}`
  for (const id of [1n, 2n]) await collection.mint(seller.address, id)
  await collection.connect(seller).setApprovalForAll(marketAddress, true)
  const buy = async (tokenId = 1n, change: object = {}, by = market) => {
    const order = await trade.orderOf('listing', seller, tokenId, { collection: address, nonce: nonceOf(Number(tokenId)), ...change })
    return by.connect(buyer).fillOrder(order, await trade.sign(seller, order, (await by.getAddress()) as `0x${string}`), { value: PRICE })
  }
  return { ...trade, bareCollection: collection, address, buy }
}

describe('royalties of collections without ERC-2981', () => {
  it('it pays what the registry says, capped and within what the maker signed', async () => {
    const { registry, market, creator, seller, stranger, address, buy } = await bare()
    await registry.connect(creator).setRoyalty(address, stranger.address, 600)
    expect(await market.royaltyOf(address, 1n, PRICE)).to.deep.equal([stranger.address, (PRICE * 600n) / 10_000n])
    await expect(buy(2n, { maxRoyaltyBps: 599 })).to.be.revertedWithCustomError(market, 'MarketRoyaltyTooHigh')
    const royalty = (PRICE * 600n) / 10_000n
    await expect(buy()).to.changeEtherBalances(ethers, [seller, stranger], [NET - royalty, royalty])
  })

  it('it asks the registry only where the collection does not answer', async () => {
    const { market, registry, marketAddress, owner, seller, buyer, creator, stranger, orderOf, sign } = await loadTrade()
    const collection = await deployMock<'mint' | 'setApprovalForAll' | 'setRoyalty'>('HostileCollection')
    await collection.mint(seller.address, 1n)
    await collection.connect(seller).setApprovalForAll(marketAddress, true)
    // It answers that nobody is owed anything: that is an answer.
    await collection.setRoyalty(0, creator.address, 0n)
    const address = (await collection.getAddress()) as `0x${string}`
    await expect(registry.connect(owner).setRoyalty(address, stranger.address, 600)).to.be.revert(ethers)
    const order = await orderOf('listing', seller, 1n, { collection: address })
    await expect(market.connect(buyer).fillOrder(order, await sign(seller, order), { value: PRICE })).to.changeEtherBalances(
      ethers,
      [seller, creator, stranger],
      [NET, 0n, 0n],
    )
  })

  it('it sells without a royalty where neither answers', async () => {
    const { seller, creator, buy } = await bare()
    await expect(buy()).to.changeEtherBalances(ethers, [seller, creator], [NET, 0n])
  })

  it('it does not need a registry', async () => {
    const { owner, feeReceiver, seller, bareCollection, buy } = await bare()
    const alone = await ethers.deployContract('Market', [
      owner.address,
      feeReceiver.address,
      FEE_BPS,
      [],
      ethers.ZeroAddress,
      ethers.ZeroAddress,
    ])
    await bareCollection.connect(seller).setApprovalForAll(await alone.getAddress(), true)
    await expect(buy(1n, {}, alone)).to.changeEtherBalance(ethers, seller, NET)
  })
})
