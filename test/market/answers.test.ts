import { orderTypes } from '@daedal/protocol/market/order'
import { expect } from 'chai'
import { answering, MODE, refused, words } from '../fixtures/answering.ts'
import { askQuote, askWhy, nameOf, refusalOf } from '../fixtures/ask-validator.ts'
import { loadAttempts } from '../fixtures/attempts.ts'
import { deployMock } from '../fixtures/deploy-mock.ts'
import { loadGoods } from '../fixtures/goods.ts'
import { DAY, ethers, FEE_BPS, nonceOf, PRICE } from '../fixtures/trade.ts'

type Hex = `0x${string}`

describe('currencies at the edge', () => {
  /** An accepted offer in a currency that answers what it is told to. */
  async function offered(answers: Parameters<typeof answering>[0], price = PRICE) {
    const goods = await loadGoods()
    const { market, owner, buyer, seller, plainAddress } = goods
    const money = await answering(answers)
    await market.connect(owner).allowCurrency(money.address, true)
    const terms = { collection: plainAddress, tokenId: 1n, currency: money.address, price, endPrice: price }
    const { order, signature } = await goods.signed('offer', buyer, terms, { form: 'order' })
    return { ...goods, money, accept: () => market.connect(seller).fillOrder(order, signature) }
  }
  const NET = PRICE - (PRICE * FEE_BPS) / 10_000n - (PRICE * 500n) / 10_000n
  const short = ethers.zeroPadBytes('0x', 31)

  it('a balance of 31 bytes is no balance', async () => {
    const { market, money, accept } = await offered({
      'transferFrom(address,address,uint256)': [MODE.returns, words(1n)],
      'balanceOf(address)': [MODE.returns, short],
    })
    await expect(accept()).to.be.revertedWithCustomError(market, 'MarketCurrencyNotAllowed').withArgs(money.address)
    await money.tell({ 'balanceOf(address)': [MODE.returns, '0x01'] })
    await expect(accept()).to.be.revertedWithCustomError(market, 'MarketCurrencyNotAllowed').withArgs(money.address)
  })

  it('31 bytes are no word that says yes', async () => {
    const { market, buyer, accept } = await offered({
      'transferFrom(address,address,uint256)': [MODE.returns, short],
      'balanceOf(address)': [MODE.returns, words(1n)],
    })
    await expect(accept()).to.be.revertedWithCustomError(market, 'MarketBalanceTooLow').withArgs(buyer.address, 1n, NET)
  })

  it('one that refuses although balance and permission are just enough is named as the one that did not pay', async () => {
    const { market, money, seller, accept } = await offered({
      'transferFrom(address,address,uint256)': [MODE.returns, words(0n)],
      'balanceOf(address)': [MODE.returns, words(NET)],
      'allowance(address,address)': [MODE.returns, words(NET)],
    })
    await expect(accept()).to.be.revertedWithCustomError(market, 'MarketPaymentFailed').withArgs(money.address, seller.address, NET)
  })

  it('the last unit has to be allowed as well', async () => {
    const scene = await loadAttempts()
    const { wrappedEther, marketAddress, buyer } = scene
    await wrappedEther.connect(buyer).approve(marketAddress, 0n)
    expect(nameOf(scene, await refused(scene, await scene.plainly('offer', { price: 1n, endPrice: 1n })))).to.equal('MarketNotApproved')
  })
})

describe('tokens at the edge', () => {
  it('a collection that refuses and does not know the owner is let speak for itself', async () => {
    const goods = await loadGoods()
    const { market, seller, buyer } = goods
    const words31 = ethers.hexlify(new Uint8Array(31).fill(255))
    const why = new ethers.Interface(['error Closed(uint256)']).encodeErrorResult('Closed', [42n])
    const closed = await answering({ 'transferFrom(address,address,uint256)': [MODE.reverts, why] })
    const { order, signature } = await goods.signed('listing', seller, { collection: closed.address, tokenId: 1n }, { form: 'order' })
    const buy = () => market.connect(buyer).fillOrder(order, signature, { value: PRICE, gasLimit: 1_000_000n })
    for (const answer of [
      [MODE.silent, '0x'],
      [MODE.returns, '0x'],
      [MODE.returns, words31],
    ] as const) {
      await closed.tell({ 'ownerOf(uint256)': [...answer] })
      expect(await refusalOf(buy())).to.equal(why)
    }
  })

  it('31 bytes are no number of units', async () => {
    const goods = await loadGoods()
    const { market, seller, buyer } = goods
    const editions = await answering({
      'balanceOf(address,uint256)': [MODE.returns, ethers.hexlify(new Uint8Array(31).fill(255))],
      'safeTransferFrom(address,address,uint256,uint256,bytes)': [MODE.reverts, '0x'],
    })
    const terms = { collection: editions.address, tokenId: 1n, quantity: 3n }
    const { order, signature } = await goods.signed('listing', seller, terms, { form: 'order' })
    const selection = { tokenId: 1n, quantity: 3n, limit: 3n * PRICE }
    await expect(market.connect(buyer).fillAs(order, selection, signature, { value: 3n * PRICE }))
      .to.be.revertedWithCustomError(market, 'MarketUnitsTooFew')
      .withArgs(seller.address, 0n, 3n)
  })

  it('nobody rents a token that nobody uses, and any account can', async () => {
    const scene = await loadAttempts()
    const rentable = await deployMock<'mint' | 'setUser' | 'setApprovalForAll'>('RentableCollection')
    const collection = await scene.addressOf(rentable)
    await rentable.mint(scene.seller.address, 1n)
    await rentable.connect(scene.seller).setApprovalForAll(scene.marketAddress, true)
    const attempt = await scene.plainly('listing', { collection })
    const expires = (await scene.now()) + DAY
    const usersOf = async (user: string) => {
      await rentable.setUser(1n, user, expires)
      return (await askQuote(scene, attempt)).rentals.map((rental: { user: string }) => BigInt(rental.user))
    }
    expect(await usersOf(ethers.ZeroAddress)).to.deep.equal([])
    for (const user of [1n, (1n << 160n) - 1n]) expect(await usersOf(ethers.getAddress(ethers.toBeHex(user, 20)))).to.deep.equal([user])
  })

  it('a state that refuses at length is quoted to 1,024 bytes', async () => {
    const scene = await loadAttempts()
    const reason = ethers.hexlify(new Uint8Array(1_100).fill(7))
    const source = await answering({ 'stateOf(address,uint256)': [MODE.reverts, reason] })
    const attempt = await scene.inState('listing', { source: source.address, value: ethers.ZeroHash as Hex })
    expect(await askWhy(scene, attempt)).to.equal(ethers.dataSlice(reason, 0, 1_024))
  })
})

describe('answers at the edge', () => {
  it('a quote counts what is allowed, not what is there', async () => {
    const scene = await loadAttempts()
    const { wrappedEther, buyer } = scene
    const attempt = await scene.plainly('offer')
    await wrappedEther.connect(buyer).withdraw(await wrappedEther.balanceOf(buyer.address))
    expect((await askQuote(scene, attempt)).approvals.map(({ given }: { given: boolean }) => given)).to.deep.equal([true, true])
    expect(nameOf(scene, await askWhy(scene, attempt))).to.equal('MarketBalanceTooLow')
  })

  it('an owner of 31 bytes is none, and of two words the first is read', async () => {
    const scene = await loadAttempts()
    const { seller, buyer } = scene
    const collection = await answering({
      'ownerOf(uint256)': [MODE.returns, ethers.hexlify(new Uint8Array(31).fill(1))],
      'transferFrom(address,address,uint256)': [MODE.returns, '0x'],
      'isApprovedForAll(address,address)': [MODE.returns, words(1n, 7n)],
    })
    const attempt = await scene.plainly('listing', { collection: collection.address })
    expect(nameOf(scene, await refused(scene, attempt))).to.equal('MarketTokenNotDelivered')
    await collection.tell({ 'ownerOf(uint256)': [MODE.returns, words(seller.address, 7n)] })
    expect(nameOf(scene, await askWhy(scene, attempt))).to.equal('fillable')
    await collection.tell({
      'userOf(uint256)': [MODE.returns, words(buyer.address, 7n)],
      'userExpires(uint256)': [MODE.returns, words(1n << 40n)],
    })
    expect((await askQuote(scene, attempt)).rentals.map(({ user }: { user: string }) => user)).to.deep.equal([buyer.address])
    await collection.tell({ 'userOf(uint256)': [MODE.returns, words(1n << 160n)] })
    expect((await askQuote(scene, attempt)).rentals.length).to.equal(0)
  })

  it('a hash of a voucher of 31 bytes is none', async () => {
    const scene = await loadAttempts()
    const { market, creator, buyer } = scene
    const hashVoucher = scene.collection.interface.getFunction('hashVoucher').format('sighash')
    const minter = await answering({ [hashVoucher]: [MODE.returns, ethers.hexlify(new Uint8Array(31).fill(1))] })
    const order = await scene.orderOf('listing', creator, 7n, { collection: minter.address })
    const selection = { tokenId: 7n, quantity: 0n, limit: PRICE }
    await expect(market.connect(buyer).fillVoucher(order, scene.voucherOf('short'), selection, '0x', { value: PRICE }))
      .to.be.revertedWithCustomError(market, 'MarketVoucherUnknown')
      .withArgs(minter.address)
  })

  it('a royalty for the market itself is nobody’s, and the event tells kind, nonce and all parts', async () => {
    const goods = await loadGoods()
    const { market, marketAddress, seller, buyer, plain, plainAddress, wrappedAddress } = goods
    await plain.setRoyalty(marketAddress, 500n)
    const terms = { collection: plainAddress, tokenId: 1n, nonce: nonceOf(9, 3n) }
    const { order, signature } = await goods.signed('offer', buyer, terms, { form: 'order' })
    await market.connect(seller).fillOrder(order, signature)
    const [filled] = await market.queryFilter(market.filters.OrderFilled())
    expect(filled?.args.slice(1)).to.deep.equal([
      buyer.address,
      seller.address,
      (1n << 136n) | nonceOf(9, 3n),
      plainAddress,
      1n,
      wrappedAddress,
      PRICE,
      (PRICE * FEE_BPS) / 10_000n,
      0n,
      ethers.ZeroAddress,
    ])
  })
})

describe('proofs at the edge', () => {
  it('a signature for 2,048 orders is one for too many, however well it is made', async () => {
    const goods = await loadGoods()
    const { market, marketAddress, chainId, plain, plainAddress, seller, buyer } = goods
    const maker = ethers.Wallet.createRandom().connect(ethers.provider)
    await seller.sendTransaction({ to: maker.address, value: PRICE })
    await plain.connect(seller).transferFrom(seller.address, maker.address, 1n)
    await plain.connect(maker).setApprovalForAll(marketAddress, true)
    const order = await goods.orderOf('listing', seller, 1n, { collection: plainAddress, maker: maker.address as Hex })
    const types = { Order: orderTypes.Order.map((field) => ({ ...field })) }
    const leaf = ethers.TypedDataEncoder.hashStruct('Order', types, order)
    const domain = { name: 'Daedal Market', version: '1', chainId, verifyingContract: marketAddress }
    const bulkOf = (height: number) => {
      const siblings = Array.from({ length: height }, (_, index) => ethers.id(`sibling ${index}`))
      const root = siblings.reduce((node, sibling) => ethers.keccak256(ethers.concat([node, sibling])), leaf)
      const typehash = ethers.id(`BulkOrder(Order${'[2]'.repeat(height)} tree)${ethers.TypedDataEncoder.from(types).encodeType('Order')}`)
      const hash = ethers.keccak256(ethers.concat([typehash, root]))
      const digest = ethers.keccak256(ethers.concat(['0x1901', ethers.TypedDataEncoder.hashDomain(domain), hash]))
      const mark = ethers.id('Daedal bulk signature').slice(0, 10)
      return ethers.concat([maker.signingKey.sign(digest).serialized, ...siblings, '0x0000', ethers.toBeHex(height, 1), mark])
    }
    const buy = (height: number) => market.connect(buyer).fillOrder(order, bulkOf(height), { value: PRICE })
    await expect(buy(11)).to.be.revertedWithCustomError(market, 'MarketSignatureMalformed')
    await buy(10)
    expect(await plain.ownerOf(1n)).to.equal(buyer.address)
  })

  it('a tree may be 32 nodes high, and no higher', async () => {
    const goods = await loadGoods()
    const { market, seller, buyer, plain, plainAddress } = goods
    const siblings = Array.from({ length: 33 }, (_, index) => ethers.id(`sibling ${index}`) as Hex)
    const rootOf = (height: number) =>
      siblings
        .slice(0, height)
        .reduce<string>(
          (node, sibling) => ethers.keccak256(ethers.concat([node, sibling].sort((a, b) => (BigInt(a) < BigInt(b) ? -1 : 1)))),
          ethers.keccak256(ethers.keccak256(words(1n))),
        ) as Hex
    const accept = async (height: number) => {
      const trait = { root: rootOf(height), height }
      const { order, signature } = await goods.signed(
        'collection-offer',
        buyer,
        { collection: plainAddress },
        { form: 'trait-offer', trait },
      )
      const selection = { tokenId: 1n, quantity: 0n, limit: 0n }
      return market.connect(seller).fillTrait(order, trait, siblings.slice(0, height), selection, signature)
    }
    await expect(accept(33)).to.be.revertedWithCustomError(market, 'MarketProofInvalid')
    await accept(32)
    expect(await plain.ownerOf(1n)).to.equal(buyer.address)
  })

  it('a signature for many with another mark is none', async () => {
    const scene = await loadAttempts()
    const attempt = await scene.plainly(
      'listing',
      {},
      {
        sign: async (order) => {
          const bulk = await scene.signBulk(scene.seller, { form: 'order', order })
          const last = Number.parseInt(bulk.slice(-2), 16) ^ 1
          return `${bulk.slice(0, -2)}${last.toString(16).padStart(2, '0')}`
        },
      },
    )
    expect(nameOf(scene, await refused(scene, attempt))).to.equal('MarketSignatureMalformed')
  })
})
