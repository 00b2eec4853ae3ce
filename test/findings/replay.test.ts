import { marketDomain, orderTypes } from '@daedal/protocol/market/order'
import { expect } from 'chai'
import { ethers, loadTrade, nonceOf, PRICE } from '../fixtures/trade.ts'

describe('replay', () => {
  it('an order for another deployment of the same name and version is refused', async () => {
    const { market, owner, feeReceiver, seller, buyer, tokenId, orderOf, sign } = await loadTrade()
    const twin = await ethers.deployContract('Market', [
      owner.address,
      feeReceiver.address,
      250,
      [],
      ethers.ZeroAddress,
      ethers.ZeroAddress,
    ])
    const order = await orderOf('listing', seller, tokenId)
    const signature = await sign(seller, order, (await twin.getAddress()) as `0x${string}`)
    await expect(market.connect(buyer).fillOrder(order, signature, { value: PRICE })).to.be.revertedWithCustomError(
      market,
      'MarketSignatureInvalid',
    )
  })

  it('an order signed for another chain is refused', async () => {
    const { market, marketAddress, seller, buyer, tokenId, orderOf } = await loadTrade()
    const order = await orderOf('listing', seller, tokenId)
    const signature = await seller.signTypedData(marketDomain(1, marketAddress), { Order: [...orderTypes.Order] }, order)
    await expect(market.connect(buyer).fillOrder(order, signature, { value: PRICE })).to.be.revertedWithCustomError(
      market,
      'MarketSignatureInvalid',
    )
  })

  it('a filled listing stays dead when the token returns to its maker', async () => {
    const { market, seller, buyer, collection, tokenId, orderOf, sign } = await loadTrade()
    const order = await orderOf('listing', seller, tokenId)
    const signature = await sign(seller, order)
    await market.connect(buyer).fillOrder(order, signature, { value: PRICE })
    await collection.connect(buyer).transferFrom(buyer.address, seller.address, tokenId)
    await expect(market.connect(buyer).fillOrder(order, signature, { value: PRICE })).to.be.revertedWithCustomError(
      market,
      'MarketOrderSpent',
    )
  })

  it('listings that share a bit exclude each other: a lower price needs no cancellation of the higher', async () => {
    const { market, seller, buyer, collection, tokenId, orderOf, sign } = await loadTrade()
    const high = await orderOf('listing', seller, tokenId, { price: 2n * PRICE, nonce: nonceOf(5) })
    const low = await orderOf('listing', seller, tokenId, { nonce: nonceOf(5) })
    await market.connect(buyer).fillOrder(low, await sign(seller, low), { value: PRICE })
    await collection.connect(buyer).transferFrom(buyer.address, seller.address, tokenId)
    await expect(market.connect(buyer).fillOrder(high, await sign(seller, high), { value: 2n * PRICE })).to.be.revertedWithCustomError(
      market,
      'MarketOrderSpent',
    )
  })

  it('a burned token is never minted again, so its old listing cannot sell another one', async () => {
    const { market, creator, buyer, collection, mint, orderOf, sign } = await loadTrade()
    const tokenId = await mint(creator, 'burned')
    const order = await orderOf('listing', creator, tokenId)
    const signature = await sign(creator, order)
    await collection.connect(creator).burn(tokenId)
    await expect(mint(creator, 'burned')).to.be.revertedWithCustomError(collection, 'TokensMinted').withArgs(tokenId)
    await expect(market.connect(buyer).fillOrder(order, signature, { value: PRICE })).to.be.revertedWithCustomError(
      collection,
      'ERC721NonexistentToken',
    )
  })

  it('what a filler appends to the call changes nothing', async () => {
    const { market, marketAddress, seller, buyer, stranger, creator, tokenId, orderOf, sign } = await loadTrade()
    const order = await orderOf('listing', seller, tokenId)
    const data = market.interface.encodeFunctionData('fillOrder', [order, await sign(seller, order)])
    const tip = ethers.AbiCoder.defaultAbiCoder().encode(['address', 'uint256'], [stranger.address, PRICE / 2n])
    const sent = () => buyer.sendTransaction({ to: marketAddress, data: ethers.concat([data, tip]), value: PRICE })
    await expect(sent()).to.changeEtherBalances(
      ethers,
      [seller, creator, stranger],
      [PRICE - PRICE / 40n - (PRICE * 750n) / 10_000n, (PRICE * 750n) / 10_000n, 0n],
    )
  })
})
