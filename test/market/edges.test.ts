import { type Order, orderTypes } from '@daedal/protocol/market/order'
import { expect } from 'chai'
import { answering, MODE, refused, words } from '../fixtures/answering.ts'
import { askWhy, fill, nameOf, refusalOf } from '../fixtures/ask-validator.ts'
import { loadAttempts } from '../fixtures/attempts.ts'
import { deployMock } from '../fixtures/deploy-mock.ts'
import { loadGoods } from '../fixtures/goods.ts'
import { ethers, FEE_BPS, nonceOf, PRICE } from '../fixtures/trade.ts'
import { compact } from '../fixtures/vouchers.ts'

type Hex = `0x${string}`
const WIDE = { account: 160n, amount: 128n, time: 64n, share: 16n } as const

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
