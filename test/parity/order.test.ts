import { LANE_BITS } from '@daedal/protocol/market/nonce'
import { hashOrder, MAX_BUNDLE, MAX_FEE_BPS, MAX_ROYALTY_BPS, MAX_SWEEP, orderKinds, orderTypes } from '@daedal/protocol/market/order'
import { expect } from 'chai'
import fc from 'fast-check'
import { anyOrder } from '../../protocol/testing/arbitrary-forms.ts'
import { ethers, loadTrade } from '../fixtures/trade.ts'

describe('order parity', () => {
  it('the contract hashes every order as viem does', async () => {
    const { market, marketAddress, chainId } = await loadTrade()
    await fc.assert(
      fc.asyncProperty(anyOrder, async (order) => {
        expect(await market.hashOrder(order)).to.equal(hashOrder(Number(chainId), marketAddress, order))
      }),
      { numRuns: 200 },
    )
  })

  it('the struct has the fields of the signed type, in their order', async () => {
    const { market } = await loadTrade()
    const fields = market.interface.getFunction('fillOrder').inputs[0]?.components?.map(({ name, type }) => ({ name, type }))
    expect(fields).to.deep.equal([...orderTypes.Order])
  })

  it('the domain is the one that wallets are shown', async () => {
    const { market, marketAddress, chainId } = await loadTrade()
    const [, name, version, chain, contract] = await market.eip712Domain()
    expect([name, version, chain, contract]).to.deep.equal(['Daedal Market', '1', chainId, marketAddress])
  })

  it('a number that is no kind of order is not read', async () => {
    const { market, seller, tokenId, orderOf } = await loadTrade()
    const order = await orderOf('listing', seller, tokenId)
    await expect(market.hashOrder({ ...order, kind: orderKinds.length })).to.be.revert(ethers)
  })

  it('the limits are the same', async () => {
    const { market, seller } = await loadTrade()
    expect(await market.MAX_FEE_BPS()).to.equal(BigInt(MAX_FEE_BPS))
    expect(await market.MAX_ROYALTY_BPS()).to.equal(BigInt(MAX_ROYALTY_BPS))
    expect(await market.MAX_BUNDLE()).to.equal(BigInt(MAX_BUNDLE))
    expect(await market.MAX_SWEEP()).to.equal(BigInt(MAX_SWEEP))
    await market.connect(seller).cancel(0n, 1n << BigInt(LANE_BITS - 1))
    await expect(market.connect(seller).cancel(0n, 1n << BigInt(LANE_BITS))).to.be.revertedWithCustomError(market, 'MarketBitOutOfRange')
  })
})
