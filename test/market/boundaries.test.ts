import { expect } from 'chai'
import { askQuote, askWhy, call, fill, nameOf } from '../fixtures/ask-validator.ts'
import { loadAttempts } from '../fixtures/attempts.ts'
import { loadGoods } from '../fixtures/goods.ts'
import { FEE_BPS, networkHelpers, PRICE } from '../fixtures/trade.ts'

describe('limits that are just met', () => {
  it('a fee that is the highest the maker signed is taken', async () => {
    const goods = await loadGoods()
    const { market, seller, buyer, plain, plainAddress } = goods
    const terms = { collection: plainAddress, tokenId: 1n, maxFeeBps: Number(FEE_BPS) }
    const { order, signature } = await goods.signed('listing', seller, terms, { form: 'order' })
    await market.connect(buyer).fillOrder(order, signature, { value: PRICE })
    expect(await plain.ownerOf(1n)).to.equal(buyer.address)
  })

  it('a pause is over in the second in which it ends, and the next can begin in the second from which it may', async () => {
    const goods = await loadGoods()
    const { market, owner, seller, buyer, plain, plainAddress } = goods
    await market.connect(owner).pause()
    const until = await market.pausedUntil()
    const terms = { collection: plainAddress, tokenId: 1n, endTime: until + 10n }
    const { order, signature } = await goods.signed('listing', seller, terms, { form: 'order' })
    await networkHelpers.time.setNextBlockTimestamp(until - 1n)
    await expect(market.connect(buyer).fillOrder(order, signature, { value: PRICE, gasLimit: 1_000_000n }))
      .to.be.revertedWithCustomError(market, 'MarketPaused')
      .withArgs(until)
    await networkHelpers.time.setNextBlockTimestamp(until)
    await market.connect(buyer).fillOrder(order, signature, { value: PRICE, gasLimit: 1_000_000n })
    expect(await plain.ownerOf(1n)).to.equal(buyer.address)
    await networkHelpers.time.setNextBlockTimestamp(until + 30n * 86_400n)
    await market.connect(owner).pause({ gasLimit: 1_000_000n })
    expect(await market.isPaused()).to.equal(true)
  })

  it('a voucher may name eight parents', async () => {
    const scene = await loadAttempts()
    const parents: object[] = []
    for (let index = 0; index < 8; index += 1)
      parents.push({ tokenId: await scene.mint(scene.creator, `parent ${index}`, { remixBps: 0 }), payees: [] })
    const attempt = await scene.ofVoucher(scene.voucherOf('eighth', { parents }))
    expect(nameOf(scene, await askWhy(scene, attempt))).to.equal('fillable')
    await fill(scene, attempt)
    expect(await scene.collection.ownerOf(attempt.order.tokenId)).to.equal(scene.buyer.address)
  })

  it('what is allowed for the smaller payments alone is not called given', async () => {
    const scene = await loadAttempts()
    const { wrappedEther, marketAddress, buyer } = scene
    await wrappedEther.connect(buyer).approve(marketAddress, (PRICE * FEE_BPS) / 10_000n)
    const attempt = await scene.plainly('offer')
    expect((await askQuote(scene, attempt)).approvals[1].given).to.equal(false)
  })

  it('a single unit needs a permission where there is no Permit2 to give it', async () => {
    const scene = await loadAttempts()
    const attempt = await scene.plainly('offer', { price: 1n })
    await scene.wrappedEther.connect(scene.buyer).approve(scene.marketAddress, 0n)
    expect(nameOf(scene, await askWhy(scene, attempt))).to.equal('MarketNotApproved')
  })

  it('a quote is for the token that the order is for', async () => {
    const scene = await loadAttempts()
    const { market, validator, buyer } = scene
    const plain = await scene.plainly('listing')
    const voucher = await scene.ofVoucher(scene.voucherOf('quoted'))
    const other = { tokenId: 99n, quantity: 0n, limit: PRICE }
    for (const asked of [
      call(validator, 'quote')(plain.order, other, buyer.address),
      call(validator, 'quoteVoucher')(voucher.order, voucher.args[1], other, buyer.address),
    ])
      await expect(asked).to.be.revertedWithCustomError(market, 'MarketTokenNotOffered')
  })
})
