import { expect } from 'chai'
import { answering, MODE, refused, words } from '../fixtures/answering.ts'
import { askQuote, askWhy, fill, nameOf, refusalOf } from '../fixtures/ask-validator.ts'
import { loadAttempts } from '../fixtures/attempts.ts'
import { ETHER, loadAuctions, PAYEE } from '../fixtures/auctions.ts'
import { deployMock } from '../fixtures/deploy-mock.ts'
import { loadGoods } from '../fixtures/goods.ts'
import { listed } from '../fixtures/listed.ts'
import { ethers, FEE_BPS, networkHelpers, nonceOf, PRICE } from '../fixtures/trade.ts'

type Hex = `0x${string}`

describe('what is kept of a refusal', () => {
  const reason = ethers.hexlify(new Uint8Array(2_000).fill(7))

  it('is 1,024 bytes of a collection that refuses to move, and 512 in the event of a sweep', async () => {
    const goods = await loadGoods()
    const { market, seller, buyer } = goods
    const closed = await answering({ 'transferFrom(address,address,uint256)': [MODE.reverts, reason] })
    const { order, signature } = await goods.signed('listing', seller, { collection: closed.address, tokenId: 1n }, { form: 'order' })
    const buy = market.connect(buyer).fillOrder(order, signature, { value: PRICE, gasLimit: 1_000_000n })
    expect(await refusalOf(buy)).to.equal(ethers.dataSlice(reason, 0, 1_024))
    await market.connect(buyer).sweep([{ order, quantity: 0n, signature }], ETHER, PRICE, 0n, { value: PRICE })
    const [skipped] = await market.queryFilter(market.filters.OrderSkipped())
    expect(skipped?.args.reason).to.equal(ethers.dataSlice(reason, 0, 512))
  })
})

describe('fees of a single unit', () => {
  it('of a sweep are each counted', async () => {
    const goods = await loadGoods()
    const { market, feeReceiver, seller, buyer, plainAddress, wrappedEther, wrappedAddress } = goods
    const purchases = []
    for (const [index, price] of [40n, 80n, 120n].entries()) {
      const terms = { collection: plainAddress, tokenId: BigInt(index + 1), currency: wrappedAddress, price, endPrice: price }
      const nonce = nonceOf(index)
      purchases.push({ ...(await goods.signed('listing', seller, { ...terms, nonce }, { form: 'order' })), quantity: 0n })
    }
    expect(FEE_BPS).to.equal(250n)
    const before = await wrappedEther.balanceOf(feeReceiver.address)
    await market.connect(buyer).sweep(purchases, wrappedAddress, 240n, 3n)
    expect((await wrappedEther.balanceOf(feeReceiver.address)) - before).to.equal(1n + 2n + 3n)
  })

  it('are told from the beginning', async () => {
    const { market } = await loadGoods()
    const [changed] = await market.queryFilter(market.filters.FeeChanged(), 0)
    expect([...(changed?.args ?? [])]).to.deep.equal([FEE_BPS])
  })

  it('a royalty of one unit has a receiver', async () => {
    const scene = await loadAttempts()
    const attempt = await scene.ofVoucher(scene.voucherOf('one unit'), { change: { price: 20n, endPrice: 20n } })
    const { royalties } = await askQuote(scene, attempt)
    expect(royalties.map((royalty: { toArray(): unknown[] }) => royalty.toArray())).to.deep.equal([[scene.creator.address, 1n]])
  })
})

describe('a bundle', () => {
  it('may hold tokens of one id in two collections', async () => {
    const scene = await loadAttempts()
    const { seller, buyer, marketAddress, plain, plainAddress } = scene
    const other = await deployMock<'mint' | 'setApprovalForAll' | 'ownerOf'>('PlainCollection')
    await other.mint(seller.address, 1n)
    await other.connect(seller).setApprovalForAll(marketAddress, true)
    const collections = [plainAddress, (await other.getAddress()) as Hex]
    const attempt = await scene.ofBundle(
      'listing',
      {},
      collections.map((collection) => ({ collection, tokenId: 1n, quantity: 0n })),
    )
    expect(nameOf(scene, await askWhy(scene, attempt))).to.equal('fillable')
    await fill(scene, attempt)
    for (const collection of [plain, other]) expect(await collection.ownerOf(1n)).to.equal(buyer.address)
  })
})

describe('users of a token', () => {
  it('whose time is over do not count, though the collection still names them', async () => {
    const scene = await loadAttempts()
    const now = await scene.now()
    const usersAt = async (expires: bigint) => {
      const collection = await answering({
        'ownerOf(uint256)': [MODE.returns, words(scene.seller.address)],
        'isApprovedForAll(address,address)': [MODE.returns, words(1n)],
        'userOf(uint256)': [MODE.returns, words(scene.buyer.address)],
        'userExpires(uint256)': [MODE.returns, words(expires)],
      })
      return (await askQuote(scene, await scene.plainly('listing', { collection: collection.address }))).rentals.length
    }
    expect(await usersAt(now - 1n)).to.equal(0)
    expect(await usersAt(now + 3_600n)).to.equal(1)
  })
})

describe('a voucher for units', () => {
  it('without a core or a root is refused as the collection would', async () => {
    const scene = await loadAttempts()
    for (const [part, name] of [
      ['coreHash', 'TokensCoreHashZero'],
      ['root', 'TokensRootZero'],
    ] as const) {
      const voucher = { ...scene.voucherOf('empty', { maxSupply: 5n }), [part]: ethers.ZeroHash as Hex }
      const attempt = await scene.ofVoucher(voucher, { collection: scene.houseEditions, change: { quantity: 2n }, quantity: 2n })
      expect(nameOf(scene, await refused(scene, attempt))).to.equal(name)
    }
  })
})

describe('a royalty of 63 bytes', () => {
  it('is none', async () => {
    const goods = await loadGoods()
    const { market, seller, buyer } = goods
    const short = ethers.hexlify(new Uint8Array(63).fill(1))
    const collection = await answering({
      'royaltyInfo(uint256,uint256)': [MODE.returns, short],
      'transferFrom(address,address,uint256)': [MODE.returns, '0x'],
      'ownerOf(uint256)': [MODE.returns, words(buyer.address)],
    })
    const { order, signature } = await goods.signed('listing', seller, { collection: collection.address, tokenId: 1n }, { form: 'order' })
    await market.connect(buyer).fillOrder(order, signature, { value: PRICE, gasLimit: 1_000_000n })
    const [filled] = await market.queryFilter(market.filters.OrderFilled())
    expect([filled?.args.royalty, filled?.args.royaltyReceiver]).to.deep.equal([0n, ethers.ZeroAddress])
  })
})

describe('the smallest auction', () => {
  it('gives its first bidder nothing back, and holds exactly the bid', async () => {
    const { house, houseAddress, create, bid, buyer } = await loadAuctions()
    const id = await create({ reserve: 1n })
    await bid(buyer, id, 1n)
    const [placed] = await house.queryFilter(house.filters.BidPlaced(id))
    expect([placed?.args.outbid, placed?.args.refund, placed?.args.refundCredited]).to.deep.equal([ethers.ZeroAddress, 0n, false])
    expect(await ethers.provider.getBalance(houseAddress)).to.equal(1n)
  })

  it('in an ERC-20 pays its seller the one unit, and nobody else anything', async () => {
    const { house, seller, buyer, create, bid, settle, money, moneyAddress } = await loadAuctions()
    const id = await create({ reserve: 1n, currency: moneyAddress })
    await bid(buyer, id, 1n)
    const before = await money.balanceOf(seller.address)
    await settle(id)
    expect((await money.balanceOf(seller.address)) - before).to.equal(1n)
    expect(await house.pendingOf(seller.address, moneyAddress)).to.equal(0n)
    expect(await house.queryFilter(house.filters.PaymentCredited())).to.deep.equal([])
  })

  it('asks for the next bid rounded up', async () => {
    const { house, create, bid, buyer } = await loadAuctions()
    const id = await create({ reserve: 1n, minIncrementBps: 1_000 })
    for (const [amount, next] of [
      [10_000n, 11_000n],
      [11_001n, 12_102n],
    ] as const) {
      await bid(buyer, id, amount)
      expect(await house.leastBid(id)).to.equal(next)
    }
  })

  it('names a bidder that has not allowed the currency', async () => {
    const { house, market, create, buyer, money, moneyAddress, houseAddress } = await loadAuctions()
    const id = await create({ currency: moneyAddress })
    await money.connect(buyer).approve(houseAddress, 0n)
    await expect(house.connect(buyer).bid(id, PRICE))
      .to.be.revertedWithCustomError(market, 'MarketNotApproved')
      .withArgs(buyer.address, moneyAddress)
  })
})

describe('a capped call', () => {
  it('is refused with the gas that is missing: what the call may use, what a call keeps back, and a reserve', async () => {
    const { house, market, create, bid, buyer, stranger, moneyAddress, endOf } = await loadAuctions()
    const asked = async (call: (gasLimit: bigint) => Promise<unknown>): Promise<bigint[]> => {
      const found = new Set<bigint>()
      for (let gasLimit = 60_000n; gasLimit <= 900_000n; gasLimit += 10_000n) {
        const data = await call(gasLimit).then(
          () => '0x',
          (error: { data?: string }) => error.data ?? '0x',
        )
        const reason = data.length > 10 ? market.interface.parseError(data) : null
        if (reason?.name === 'MarketGasTooLow') found.add(reason.args.needed)
      }
      return [...found]
    }
    const inEther = await create()
    const inMoney = await create({ tokenId: 2n, currency: moneyAddress })
    for (const id of [inEther, inMoney]) await bid(buyer, id, PRICE)
    const raise = (id: string, value: bigint) => (gasLimit: bigint) =>
      house.connect(stranger).bid.staticCall(id, 2n * PRICE, { value, gasLimit })
    expect(await asked(raise(inEther, 2n * PRICE))).to.deep.equal([50_000n + 793n + 37_000n])
    expect(await asked(raise(inMoney, 0n))).to.deep.equal([300_000n + 4_761n + 8_000n])
    await networkHelpers.time.increaseTo(await endOf(inEther))
    expect(await asked((gasLimit) => house.settleAuction.staticCall(inEther, { gasLimit }))).to.include(500_000n + 7_936n + 5_000n)
  })
})

describe('ether that is sent too much', () => {
  it('comes back to the last wei', async () => {
    const goods = await loadGoods()
    const { market, marketAddress, seller, buyer, plainAddress } = goods
    const { order, signature } = await goods.signed('listing', seller, { collection: plainAddress, tokenId: 1n }, { form: 'order' })
    const selection = { tokenId: 1n, quantity: 0n, limit: PRICE }
    await expect(market.connect(buyer).fillAs(order, selection, signature, { value: PRICE + 1n })).to.changeEtherBalances(
      ethers,
      [buyer, marketAddress],
      [-PRICE, (PRICE * FEE_BPS) / 10_000n],
    )
  })

  it('is not given back where there is none, so a buyer that takes no ether can sweep', async () => {
    const goods = await loadGoods()
    const { market, marketAddress, seller, plain, plainAddress } = goods
    const payee = await deployMock<'setMode' | 'act'>('HostilePayee')
    await payee.setMode(PAYEE.rejects, ETHER, '0x')
    const { order, signature } = await goods.signed('listing', seller, { collection: plainAddress, tokenId: 1n }, { form: 'order' })
    const data = market.interface.encodeFunctionData('sweep', [[{ order, quantity: 0n, signature }], ETHER, PRICE, 1n])
    await payee.act(marketAddress, PRICE, data, { value: PRICE })
    expect(await plain.ownerOf(1n)).to.equal(await payee.getAddress())
  })
})

describe('units of a voucher', () => {
  it('can be bought by who has some already', async () => {
    const scene = await loadAttempts()
    const voucher = scene.voucherOf('more', { maxSupply: 10n })
    const buy = async (nonce: bigint) => {
      const change = { quantity: 3n, nonce }
      return fill(scene, await scene.ofVoucher(voucher, { collection: scene.houseEditions, change, quantity: 3n }))
    }
    await buy(nonceOf(1))
    await buy(nonceOf(2))
    const id = await scene.collection.tokenIdOf(scene.creator.address, voucher.coreHash)
    expect(await scene.houseEditions.balanceOf(scene.buyer.address, id)).to.equal(6n)
  })

  it('and a voucher may have four parents that are paid', async () => {
    const scene = await loadAttempts()
    const parents: { tokenId: bigint; payees: never[] }[] = []
    for (let index = 0; index < 4; index += 1)
      parents.push({ tokenId: await scene.mint(scene.seller, `paid parent ${index}`, { remixBps: 500 }), payees: [] })
    const attempt = await scene.ofVoucher(scene.voucherOf('of four', { parents }))
    expect(nameOf(scene, await askWhy(scene, attempt))).to.equal('fillable')
    await fill(scene, attempt)
  })
})

describe('a credit', () => {
  it('is told when it is taken, and a fee of one unit is kept', async () => {
    const { house, buyer, create, bid, settle } = await loadAuctions()
    const id = await create({ reserve: 40n })
    await bid(buyer, id, 40n)
    await settle(id)
    expect(await house.accruedFees(ETHER)).to.equal(1n)
    const goods = await listed()
    const payee = await deployMock<'setMode' | 'act'>('HostilePayee')
    const account = await payee.getAddress()
    await payee.setMode(PAYEE.rejects, ETHER, '0x')
    await goods.plain.setRoyalty(account, 500n)
    await goods.buy()
    await payee.setMode(PAYEE.accepts, ETHER, '0x')
    const taken = payee.act(goods.marketAddress, 0n, goods.market.interface.encodeFunctionData('withdraw'))
    await expect(taken)
      .to.emit(goods.market, 'PaymentWithdrawn')
      .withArgs(account, PRICE / 20n)
  })

  it('of one unit goes back to who was outbid', async () => {
    const { create, bid, buyer, stranger, house } = await loadAuctions()
    const id = await create({ reserve: 1n })
    await bid(buyer, id, 1n)
    await expect(house.connect(stranger).bid(id, 2n, { value: 2n })).to.changeEtherBalances(ethers, [buyer], [1n])
  })
})
