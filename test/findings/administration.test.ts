import { expect } from 'chai'
import { loadGoods } from '../fixtures/goods.ts'
import { FEE, listed, NET, ROYALTY } from '../fixtures/listed.ts'
import { DAY, ethers, networkHelpers, PRICE } from '../fixtures/trade.ts'
import { voucherOf } from '../fixtures/vouchers.ts'

describe('the owner’s key stolen (Blur M-01, LooksRare M-03)', () => {
  it('few functions are the owner’s, and none of them moves anything', async () => {
    const { market } = await loadGoods()
    const ownersOwn = ['scheduleFee', 'pause', 'unpause', 'allowCurrency', 'transferOwnership', 'renounceOwnership']
    // Nothing else is the owner's to call: every other function is open to all or about the caller alone.
    const fills = ['fillOrder', 'fillAs', 'fillTrait', 'fillInState', 'fillVoucher', 'fillBundle', 'sweep', 'settlePurchase']
    const own = ['approveOrder', 'cancel', 'cancelAllOf', 'withdraw', 'withPermit', 'withPermit2']
    const open = [...fills, ...own, 'withdrawFees', 'applyFee', 'acceptOwnership']
    const changing: string[] = []
    market.interface.forEachFunction(({ name, constant }) => constant || changing.push(name))
    expect(changing.toSorted()).to.deep.equal([...ownersOwn, ...open].toSorted())
  })

  it('a fee rises to five per cent at most, two days later at the earliest', async () => {
    const { market, owner, now } = await loadGoods()
    await expect(market.connect(owner).scheduleFee(501)).to.be.revertedWithCustomError(market, 'MarketFeeAboveCap').withArgs(501, 500)
    await market.connect(owner).scheduleFee(500)
    const due = (await now()) + 2n * DAY
    await networkHelpers.time.setNextBlockTimestamp(due - 1n)
    await expect(market.connect(owner).applyFee()).to.be.revertedWithCustomError(market, 'MarketFeeNotDue').withArgs(due)
    // Announcing again begins the two days anew.
    await market.connect(owner).scheduleFee(499)
    const again = due - 1n + 2n * DAY
    expect(await market.scheduledFee()).to.deep.equal([499n, again])
    await networkHelpers.time.increaseTo(due)
    await expect(market.connect(owner).applyFee()).to.be.revertedWithCustomError(market, 'MarketFeeNotDue').withArgs(again)
    expect(await market.feeBps()).to.equal(250n)
  })

  it('fills stop for seven days of thirty-seven, and cancelling and withdrawing never', async () => {
    const { buy, market, owner, seller, plain, buyer } = await listed({ endTime: 1n << 40n })
    await market.connect(owner).pause()
    const until = await market.pausedUntil()
    expect(until).to.equal(BigInt(await networkHelpers.time.latest()) + 7n * DAY)
    await expect(buy()).to.be.revertedWithCustomError(market, 'MarketPaused').withArgs(until)
    await market.connect(seller).cancel(3n, 1n)
    await market.connect(seller).cancelAllOf(4n)
    await market.withdrawFees()
    await networkHelpers.time.setNextBlockTimestamp(until)
    await expect(market.connect(owner).pause())
      .to.be.revertedWithCustomError(market, 'MarketPauseTooSoon')
      .withArgs(until + 30n * DAY)
    await buy()
    expect(await plain.ownerOf(1n)).to.equal(buyer.address)
    await networkHelpers.time.setNextBlockTimestamp(until + 30n * DAY - 1n)
    await expect(market.connect(owner).pause())
      .to.be.revertedWithCustomError(market, 'MarketPauseTooSoon')
      .withArgs(until + 30n * DAY)
  })

  it('fees go where they always went, and the key itself only to who takes it', async () => {
    const { buy, market, owner, feeReceiver, stranger } = await listed()
    await buy()
    await expect(market.connect(owner).withdrawFees()).to.changeEtherBalances(ethers, [owner, feeReceiver], [0n, FEE])
    await market.connect(owner).transferOwnership(stranger.address)
    expect(await market.owner()).to.equal(owner.address)
    await expect(market.connect(stranger).pause())
      .to.be.revertedWithCustomError(market, 'OwnableUnauthorizedAccount')
      .withArgs(stranger.address)
  })

  it('a stranger without the key can do none of it', async () => {
    const { market, stranger, wrappedAddress } = await loadGoods()
    const by = market.connect(stranger)
    for (const attempt of [
      () => by.scheduleFee(1),
      () => by.pause(),
      () => by.unpause(),
      () => by.allowCurrency(wrappedAddress, false),
      () => by.transferOwnership(stranger.address),
      () => by.renounceOwnership(),
      () => by.acceptOwnership(),
    ])
      await expect(attempt()).to.be.revertedWithCustomError(market, 'OwnableUnauthorizedAccount').withArgs(stranger.address)
  })
})

describe('a payee that the filler appends to a call (reNFT H-01)', () => {
  it('it is paid nothing, and the others what is theirs', async () => {
    const { market, marketAddress, buyer, seller, creator, stranger, collection, collectionAddress, order, signature, sign, signed } =
      await listed()
    const voucher = voucherOf(creator, 'lazy')
    const tokenId = await collection.tokenIdOf(creator.address, voucher.coreHash)
    const lazy = await signed('listing', creator, { collection: collectionAddress, tokenId }, { form: 'voucher-order', voucher } as never)
    const tip = ethers.AbiCoder.defaultAbiCoder().encode(['address', 'uint256'], [stranger.address, PRICE / 2n])
    const encode = market.interface.encodeFunctionData.bind(market.interface)
    const second = { ...order, tokenId: 2n, nonce: 1n }
    const purchase = { order: second, quantity: 0n, signature: await sign(seller, second) }
    for (const [data, paid] of [
      [encode('fillOrder', [order, signature]), [NET, ROYALTY, 0n]],
      [encode('sweep', [[purchase], ethers.ZeroAddress, PRICE, 1n]), [NET, ROYALTY, 0n]],
      // The creator is seller and royalty receiver of what it mints.
      [encode('fillVoucher', [lazy.order, voucher, { tokenId, quantity: 0n, limit: PRICE }, lazy.signature]), [0n, PRICE - FEE, 0n]],
    ] as const) {
      const sent = () => buyer.sendTransaction({ to: marketAddress, data: ethers.concat([data, tip]), value: PRICE })
      await expect(sent()).to.changeEtherBalances(ethers, [seller, creator, stranger], [...paid])
    }
  })

  it('a word above its field is not cut to fit', async () => {
    const { market, marketAddress, plain, buyer, seller, order, signature } = await listed()
    const data = market.interface.encodeFunctionData('fillOrder', [order, signature])
    const at = data.indexOf(`${'0'.repeat(24)}${seller.address.slice(2).toLowerCase()}`)
    const dirty = `${data.slice(0, at)}1${data.slice(at + 1)}`
    await expect(buyer.sendTransaction({ to: marketAddress, data: dirty, value: PRICE })).to.be.revertedWithCustomError(
      market,
      'MarketOrderMalformed',
    )
    expect(await plain.ownerOf(1n)).to.equal(seller.address)
  })
})
