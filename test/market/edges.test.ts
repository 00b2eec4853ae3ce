import { type Order, orderTypes } from '@daedal/protocol/market/order'
import { expect } from 'chai'
import { askQuote, askWhy, FILLABLE, fill, nameOf, refusalOf } from '../fixtures/ask-validator.ts'
import { type Attempt, loadAttempts, type Scene } from '../fixtures/attempts.ts'
import { deployMock } from '../fixtures/deploy-mock.ts'
import { loadGoods } from '../fixtures/goods.ts'
import { DAY, ethers, FEE_BPS, nonceOf, PRICE } from '../fixtures/trade.ts'
import { compact } from '../fixtures/vouchers.ts'

type Hex = `0x${string}`
const MODE = { silent: 0, returns: 1, reverts: 2 } as const
const WIDE = { account: 160n, amount: 128n, time: 64n, share: 16n } as const
const selectorOf = (signature: string) => ethers.id(signature).slice(0, 10)
const words = (...values: (bigint | string)[]) =>
  ethers.concat(values.map((value) => ethers.zeroPadValue(ethers.toBeHex(BigInt(value)), 32)))

/** A contract that answers what it is told to, by signature of the question; what is not named is refused with "what?". */
async function answering(answers: Record<string, [mode: number, answer: string]>) {
  const contract = await deployMock<'setAnswer'>('Answerer')
  const tell = async (more: typeof answers) => {
    for (const [question, [mode, answer]] of Object.entries(more)) await contract.setAnswer(selectorOf(question), mode, answer)
  }
  await tell(answers)
  return { address: (await contract.getAddress()) as Hex, tell }
}

/** Both refuse with the same words; answers them. */
async function refused(scene: Scene, attempt: Attempt): Promise<string> {
  const reason = await askWhy(scene, attempt)
  expect(reason).not.to.equal(FILLABLE)
  expect(await refusalOf(fill(scene, attempt))).to.equal(reason)
  return reason
}

describe('words of an order', () => {
  it('each is refused that does not fit its field', async () => {
    const goods = await loadGoods()
    const { market, seller, buyer, plainAddress } = goods
    const { order, signature } = await goods.signed('listing', seller, { collection: plainAddress, tokenId: 1n }, { form: 'order' })
    const data = market.interface.encodeFunctionData('fillOrder', [order, signature])
    const fields: Record<number, bigint> = {
      1: WIDE.account,
      2: WIDE.account,
      3: WIDE.account,
      5: WIDE.amount,
      6: WIDE.account,
      7: WIDE.amount,
      8: WIDE.amount,
      9: WIDE.time,
      10: WIDE.time,
      11: WIDE.share,
      12: WIDE.share,
    }
    for (const [field, bits] of Object.entries(fields)) {
      const at = 10 + 64 * Number(field)
      const word = BigInt(`0x${data.slice(at, at + 64)}`) | (1n << bits)
      const changed = `${data.slice(0, at)}${word.toString(16).padStart(64, '0')}${data.slice(at + 64)}`
      const sent = buyer.sendTransaction({ to: goods.marketAddress, data: changed, value: PRICE, gasLimit: 1_000_000n })
      expect(market.interface.parseError(await refusalOf(sent))?.name, `word ${field}`).to.equal('MarketOrderMalformed')
    }
  })
})

describe('a voucher that is bought', () => {
  it('is the one that the filler chose, at no more than its limit', async () => {
    const scene = await loadAttempts()
    const attempt = await scene.ofVoucher(scene.voucherOf('chosen'))
    const [order, voucher, selection, signature] = attempt.args as [Order, unknown, { tokenId: bigint; limit: bigint }, string]
    const other = { ...attempt, args: [order, voucher, { ...selection, tokenId: selection.tokenId + 1n }, signature] }
    expect(scene.market.interface.parseError(await refused(scene, other))?.args.toArray()).to.deep.equal([
      selection.tokenId + 1n,
      selection.tokenId,
    ])
    const dear = { ...attempt, args: [order, voucher, { ...selection, limit: PRICE - 1n }, signature] }
    expect(scene.market.interface.parseError(await refused(scene, dear))?.args.toArray()).to.deep.equal([PRICE, PRICE - 1n])
  })

  it('can be for as many units as a collection can count', async () => {
    const scene = await loadAttempts()
    const most = (1n << 80n) - 1n
    const attempt = await scene.ofVoucher(scene.voucherOf('many', { maxSupply: most }), {
      collection: scene.houseEditions,
      change: { quantity: most, price: 1n, endPrice: 1n },
      quantity: 1n,
    })
    expect(nameOf(scene, await askWhy(scene, attempt))).to.equal('fillable')
    await fill(scene, attempt)
    expect(await scene.houseEditions.balanceOf(scene.buyer.address, attempt.order.tokenId)).to.equal(1n)
  })

  it('may derive from more parents that ask for nothing than from such that do', async () => {
    const scene = await loadAttempts()
    const parents: object[] = []
    for (const label of ['1', '2', '3', '4', '5'])
      parents.push({ tokenId: await scene.mint(scene.creator, label, { remixBps: 0 }), payees: [] })
    const attempt = await scene.ofVoucher(scene.voucherOf('child', { parents }))
    expect(nameOf(scene, await askWhy(scene, attempt))).to.equal('fillable')
    await fill(scene, attempt)
    expect(await scene.collection.ownerOf(attempt.order.tokenId)).to.equal(scene.buyer.address)
  })

  it('is not paid for when the minter names another token, even where the buyer has the one that was sold', async () => {
    const goods = await loadGoods()
    const { market, creator, buyer } = goods
    const voucher = { coreHash: ethers.id('core'), root: ethers.id('root') }
    const whole = {
      ...voucher,
      promptCommitment: ethers.ZeroHash,
      engineHash: ethers.ZeroHash,
      terms: { royaltyReceiver: creator.address, royaltyBps: 0, remixBps: 0, policy: 0, disclosure: 1 },
      parents: [],
      maxSupply: 0n,
    }
    const { order, signature } = await goods.signed('listing', creator, { tokenId: 7n }, { form: 'voucher-order', voucher: whole })
    const minter = await answering({
      'mintFromMarket(address,(bytes32,bytes32,bytes32,bytes32,(address,uint16,uint16,uint8,uint8),(uint256,(address,uint16)[])[],uint128),address,uint128)':
        [MODE.returns, words(8n)],
      'ownerOf(uint256)': [MODE.returns, words(buyer.address)],
    })
    const { interface: house } = goods.collection
    const sold = { ...order, collection: minter.address }
    const hashed = await goods.collection.hashVoucher(whole)
    await minter.tell({ [house.getFunction('hashVoucher')?.format('sighash') as string]: [MODE.returns, hashed] })
    const again = await goods.signForm(creator, { form: 'voucher-order', order: sold, voucher: whole } as never)
    expect(again).not.to.equal(signature)
    const selection = { tokenId: 7n, quantity: 0n, limit: PRICE }
    await expect(market.connect(buyer).fillVoucher(sold, whole, selection, again, { value: PRICE }))
      .to.be.revertedWithCustomError(market, 'MarketTokenNotDelivered')
      .withArgs(minter.address, 7n)
  })
})

describe('money at the edge', () => {
  it('an order in an ERC-20 needs no ether, and says so', async () => {
    const goods = await loadGoods()
    const { market, seller, buyer, plainAddress, wrappedAddress } = goods
    const terms = { collection: plainAddress, tokenId: 1n, currency: wrappedAddress }
    const { order, signature } = await goods.signed('listing', seller, terms, { form: 'order' })
    await expect(market.connect(buyer).fillAs(order, { tokenId: 1n, quantity: 0n, limit: PRICE }, signature, { value: 5n }))
      .to.be.revertedWithCustomError(market, 'MarketWrongPayment')
      .withArgs(5n, 0n)
  })

  it('a bundle bought with an ERC-20 is told with its kind, nonce and currency', async () => {
    const goods = await loadGoods()
    const { market, seller, buyer, plainAddress, wrappedAddress } = goods
    const items = [{ collection: plainAddress, tokenId: 1n, quantity: 0n }]
    const terms = { collection: ethers.ZeroAddress as Hex, tokenId: 0n, nonce: nonceOf(5) }
    const { order, signature } = await goods.signed('offer', buyer, terms, { form: 'bundle', items })
    await market.connect(seller).fillBundle(order, items, 0n, signature)
    const [filled] = await market.queryFilter(market.filters.BundleFilled())
    expect([filled?.args.kindAndNonce, filled?.args.currency]).to.deep.equal([(1n << 136n) | nonceOf(5), wrappedAddress])
    expect(filled?.data).to.equal(market.interface.encodeEventLog('BundleFilled', [...(filled?.args ?? [])]).data)
  })

  it('a bundle that names a collection, a token or units is refused, also by the validator', async () => {
    const scene = await loadAttempts()
    for (const change of [{ collection: scene.plainAddress }, { tokenId: 1n }, { quantity: 1n }])
      expect(nameOf(scene, await refused(scene, await scene.ofBundle('listing', change)))).to.equal('MarketBundleNamesToken')
  })

  it('a payee that takes no ether is credited once for what follows each other in a sweep, and the event says how much', async () => {
    const goods = await loadGoods()
    const { market, marketAddress, plain, plainAddress, seller, stranger, buyer } = goods
    const payee = await deployMock<'setMode' | 'act'>('HostilePayee')
    const payeeAddress = (await payee.getAddress()) as Hex
    for (const id of [1n, 2n, 4n]) await plain.connect(seller).transferFrom(seller.address, payeeAddress, id)
    await plain.connect(seller).transferFrom(seller.address, stranger.address, 3n)
    await payee.setMode(1, ethers.ZeroAddress, '0x')
    const { interface: erc721 } = await ethers.getContractAt('PlainCollection', plainAddress)
    await payee.act(plainAddress, 0n, erc721.encodeFunctionData('setApprovalForAll', [marketAddress, true]))
    const listed = async (tokenId: bigint) => {
      const change = { collection: plainAddress, nonce: nonceOf(Number(tokenId)), maker: payeeAddress }
      const order = await goods.orderOf('listing', seller, tokenId, change)
      const orderHash = ethers.TypedDataEncoder.hash(
        { name: 'Daedal Market', version: '1', chainId: goods.chainId, verifyingContract: marketAddress },
        { Order: orderTypes.Order.map((field) => ({ ...field })) },
        order,
      )
      await payee.act(marketAddress, 0n, market.interface.encodeFunctionData('approveOrder', [orderHash, true]))
      return { order, quantity: 0n, signature: '0x' }
    }
    const other = await goods.signed('listing', stranger, { collection: plainAddress, tokenId: 3n }, { form: 'order' })
    const purchases = [await listed(1n), await listed(2n), { ...other, quantity: 0n }, await listed(4n)]
    const swept = market.connect(buyer).sweep(purchases, ethers.ZeroAddress, 4n * PRICE, 4n, { value: 4n * PRICE })
    const receipt = await (await swept).wait()
    const credited = await market.queryFilter(market.filters.PaymentCredited(), receipt?.blockNumber)
    const net = PRICE - (PRICE * FEE_BPS) / 10_000n - (PRICE * 500n) / 10_000n
    expect(credited.map(({ args: { account, amount } }) => [account, amount])).to.deep.equal([
      [payeeAddress, 2n * net],
      [payeeAddress, net],
    ])
    expect(await market.pendingOf(payeeAddress)).to.equal(3n * net)
  })

  it('what was sent too much comes back, whatever the form', async () => {
    for (const form of ['plain', 'state', 'voucher', 'bundle'] as const) {
      const scene = await loadAttempts()
      const attempt = await {
        plain: () => scene.plainly('listing'),
        state: async () => scene.inState('listing', { source: await scene.addressOf(scene.state), value: ethers.ZeroHash as Hex }),
        voucher: () => scene.ofVoucher(scene.voucherOf('dear')),
        bundle: () => scene.ofBundle('listing'),
      }[form]()
      await expect(fill(scene, { ...attempt, value: attempt.value + 7n }), form).to.changeEtherBalance(ethers, scene.buyer, -attempt.value)
    }
  })

  it('a sweep hands on a signature of 64 bytes whole', async () => {
    const goods = await loadGoods()
    const { market, seller, buyer, plain, plainAddress } = goods
    const { order, signature } = await goods.signed('listing', seller, { collection: plainAddress, tokenId: 1n }, { form: 'order' })
    const purchases = [{ order, quantity: 0n, signature: compact(signature) }]
    await market.connect(buyer).sweep(purchases, ethers.ZeroAddress, PRICE, 1n, { value: PRICE })
    expect(await plain.ownerOf(1n)).to.equal(buyer.address)
  })

  it('a receiver beyond 160 bits gets no royalty, be it by one', async () => {
    const goods = await loadGoods()
    const { market, seller, buyer } = goods
    const hostile = await answering({
      'transferFrom(address,address,uint256)': [MODE.returns, '0x'],
      'ownerOf(uint256)': [MODE.returns, words(buyer.address)],
      'royaltyInfo(uint256,uint256)': [MODE.returns, words(1n << 160n, 1_000n)],
    })
    const { order, signature } = await goods.signed('listing', seller, { collection: hostile.address, tokenId: 1n }, { form: 'order' })
    await market.connect(buyer).fillOrder(order, signature, { value: PRICE })
    const [filled] = await market.queryFilter(market.filters.OrderFilled())
    expect([filled?.args.royalty, filled?.args.royaltyReceiver]).to.deep.equal([0n, ethers.ZeroAddress])
    await hostile.tell({ 'royaltyInfo(uint256,uint256)': [MODE.returns, words((1n << 160n) - 1n, 1_000n)] })
    const next = await goods.signed('listing', seller, { collection: hostile.address, tokenId: 1n, nonce: nonceOf(1) }, { form: 'order' })
    await market.connect(buyer).fillOrder(next.order, next.signature, { value: PRICE })
    const [, second] = await market.queryFilter(market.filters.OrderFilled())
    expect([second?.args.royalty, second?.args.royaltyReceiver]).to.deep.equal(
      [1_000n, `0x${'f'.repeat(40)}`].map((one) => (typeof one === 'string' ? ethers.getAddress(one) : one)),
    )
  })
})

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
