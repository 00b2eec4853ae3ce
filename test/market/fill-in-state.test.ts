import { expect } from 'chai'
import { deployMock } from '../fixtures/deploy-mock.ts'
import { loadGoods } from '../fixtures/goods.ts'
import { ethers, PRICE, word } from '../fixtures/trade.ts'

const SIGNED = word('as it was signed') as `0x${string}`

/** An order for a plain token that holds only in its state. */
async function committed(kind: 'listing' | 'offer' = 'listing') {
  const goods = await loadGoods()
  const source = await deployMock<'set'>('SettableState')
  await source.set(goods.plainAddress, 1n, SIGNED)
  const state = { source: (await source.getAddress()) as `0x${string}`, value: SIGNED }
  const maker = kind === 'listing' ? goods.seller : goods.buyer
  const terms = { collection: goods.plainAddress, tokenId: 1n }
  const { order, signature } = await goods.signed(kind, maker, terms, { form: 'state-order', state })
  const [limit, value] = kind === 'listing' ? [PRICE, PRICE] : [0n, 0n]
  const take = (shown = state) =>
    goods.market
      .connect(kind === 'listing' ? goods.buyer : goods.seller)
      .fillInState(order, shown, { tokenId: 1n, quantity: 0n, limit }, signature, { value })
  return { ...goods, order, signature, source, state, take }
}

describe('fillInState', () => {
  it('it fills while the token is in the state', async () => {
    const { take, plain, buyer } = await committed()
    await take()
    expect(await plain.ownerOf(1n)).to.equal(buyer.address)
  })

  it('it fills an offer in the state', async () => {
    const { take, plain, buyer } = await committed('offer')
    await take()
    expect(await plain.ownerOf(1n)).to.equal(buyer.address)
  })

  describe('when the state has changed', () => {
    it('it reverts with MarketStateChanged', async () => {
      for (const kind of ['listing', 'offer'] as const) {
        const { take, market, source, plainAddress } = await committed(kind)
        await source.set(plainAddress, 1n, word('emptied'))
        await expect(take()).to.be.revertedWithCustomError(market, 'MarketStateChanged').withArgs(word('emptied'), SIGNED)
      }
    })
  })

  describe('when another state or source than the signed one is shown', () => {
    it('it reverts with MarketSignatureInvalid', async () => {
      const { take, market, source, plainAddress, state } = await committed()
      const other = await deployMock<'set'>('SettableState')
      await other.set(plainAddress, 1n, SIGNED)
      await expect(take({ ...state, source: (await other.getAddress()) as `0x${string}` })).to.be.revertedWithCustomError(
        market,
        'MarketSignatureInvalid',
      )
      await source.set(plainAddress, 1n, word('emptied'))
      await expect(take({ ...state, value: word('emptied') as `0x${string}` })).to.be.revertedWithCustomError(
        market,
        'MarketSignatureInvalid',
      )
    })
  })

  describe('when the source has no code', () => {
    it('it reverts', async () => {
      const { take, state, stranger } = await committed()
      await expect(take({ ...state, source: stranger.address as `0x${string}` })).to.be.revertedWithoutReason(ethers)
    })
  })

  describe('when it is filled as a plain order', () => {
    it('it reverts with MarketSignatureInvalid', async () => {
      const { market, order, signature, buyer } = await committed()
      await expect(market.connect(buyer).fillOrder(order, signature, { value: PRICE })).to.be.revertedWithCustomError(
        market,
        'MarketSignatureInvalid',
      )
    })
  })
})
