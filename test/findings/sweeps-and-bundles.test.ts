import type { Item } from '@daedal/protocol/market/forms'
import type { Order } from '@daedal/protocol/market/order'
import type { HardhatEthersSigner } from '@nomicfoundation/hardhat-ethers/types'
import { expect } from 'chai'
import { deployMock } from '../fixtures/deploy-mock.ts'
import { deployGoods } from '../fixtures/goods.ts'
import { FEE, NET, ROYALTY } from '../fixtures/listed.ts'
import { ethers, FEE_BPS, networkHelpers, nonceOf, PRICE } from '../fixtures/trade.ts'

type Hex = `0x${string}`
const NATIVE = ethers.ZeroAddress as Hex
const MOST = (1n << 128n) - 1n
const MOST_ORDERS = 50
/** Most gas of a transaction, and what must be left before each order of a sweep. */
const MOST_GAS = 1n << 24n
const NEEDED_FOR_ORDER = 400_000n + 400_000n / 63n + 10_000n
/** How a collection moves tokens, see `test/mocks/HostileCollection.sol`. */
const MOVE = { plain: 0, nothing: 1, elsewhere: 2, calls: 3, burnsGas: 4, megabyte: 5 } as const
const CALLS_PAYEE = 4
/** How a contract answers, see `test/mocks/Answerer.sol`. */
const [RETURNS, REVERTS] = [1, 2] as const

type Purchase = { order: Order; quantity: bigint; signature: string }
type HostileMethod = 'mint' | 'setApprovalForAll' | 'setMove' | 'setRoyalty' | 'ownerOf'

/** The goods with fifty tokens of one seller, and a hostile collection. */
async function deployStalls() {
  const goods = await deployGoods()
  const { plain, plainAddress, seller, buyer, market, marketAddress } = goods
  for (let id = 5n; id <= BigInt(MOST_ORDERS); id += 1n) await plain.mint(seller.address, id)
  const hostile = await deployMock<HostileMethod>('HostileCollection')
  const hostileAddress = (await hostile.getAddress()) as Hex
  for (const id of [1n, 5n, 10n, 15n, 20n, 25n, 30n, 35n, 40n, 45n, 50n]) await hostile.mint(seller.address, id)
  await hostile.connect(seller).setApprovalForAll(marketAddress, true)

  const list = async (tokenId: bigint, change: Partial<Order> = {}, maker: HardhatEthersSigner = seller): Promise<Purchase> => {
    const terms = { collection: plainAddress, tokenId, nonce: nonceOf(Number(tokenId)), ...change }
    const { order, signature } = await goods.signed('listing', maker, terms, { form: 'order' })
    return { order, quantity: order.quantity, signature }
  }
  const sweep = (purchases: Purchase[], budget = BigInt(purchases.length) * PRICE, least = 0n, gasLimit = 16_000_000n) =>
    market.connect(buyer).sweep(purchases, NATIVE, budget, least, { value: budget, gasLimit })
  const bundled = async (items: Item[], change: Partial<Order> = {}) => {
    const { order, signature } = await goods.signed(
      'listing',
      seller,
      { collection: NATIVE, tokenId: 0n, ...change },
      {
        form: 'bundle',
        items,
      },
    )
    return () => market.connect(buyer).fillBundle(order, items, order.price, signature, { value: order.price })
  }
  /** Orders that were skipped in a transaction, with the data of the reason. */
  const skippedIn = async (sent: Promise<{ wait(): Promise<{ blockNumber: number } | null> }>) => {
    const receipt = await (await sent).wait()
    return (await market.queryFilter(market.filters.OrderSkipped(), receipt?.blockNumber)).map(({ args }) => args.reason)
  }
  const reason = (name: 'MarketOrderSpent' | 'MarketSellerNotOwner' | 'MarketNotApproved' | 'MarketPaused', args: unknown[]) =>
    market.interface.encodeErrorResult(name as 'MarketOrderSpent', args as never)
  return { ...goods, hostile, hostileAddress, list, sweep, bundled, skippedIn, reason }
}
const loadStalls = () => networkHelpers.loadFixture(deployStalls)

describe('one token or one order named twice (Infinity H-02, H-03)', () => {
  it('a bundle with a token twice is not sold', async () => {
    const { bundled, market, plainAddress, seller, buyer } = await loadStalls()
    const item = { collection: plainAddress, tokenId: 1n, quantity: 0n }
    const buy = await bundled([item, item])
    await expect(buy()).to.be.revertedWithCustomError(market, 'MarketSellerNotOwner').withArgs(seller.address, buyer.address)
  })

  it('units named twice in a bundle are moved twice, or not at all', async () => {
    const { bundled, market, editions, editionsAddress, seller, buyer } = await loadStalls()
    const item = (quantity: bigint) => ({ collection: editionsAddress, tokenId: 2n, quantity })
    const tooMany = await bundled([item(60n), item(60n)])
    await expect(tooMany()).to.be.revertedWithCustomError(market, 'MarketUnitsTooFew').withArgs(seller.address, 40n, 60n)
    await (await bundled([item(60n), item(40n)]))()
    expect([await editions.balanceOf(seller.address, 2n), await editions.balanceOf(buyer.address, 2n)]).to.deep.equal([0n, 100n])
  })

  it('a sweep buys the first of two equal orders, and the first of two orders for one token', async () => {
    const { list, sweep, skippedIn, reason, seller, buyer } = await loadStalls()
    const one = await list(1n)
    const rival = await list(1n, { nonce: nonceOf(100) })
    const swept = sweep([one, one, rival])
    await expect(swept).to.changeEtherBalances(ethers, [buyer, seller], [-PRICE, NET])
    expect(await skippedIn(swept)).to.deep.equal([
      reason('MarketOrderSpent', [0n, 1]),
      reason('MarketSellerNotOwner', [seller.address, buyer.address]),
    ])
  })
})

describe('a bundle or a sweep of nothing, of too much, or off by one (Seaport 2022 M-02)', () => {
  it('a bundle has 1 to 30 items', async () => {
    const { bundled, market, plainAddress, plain, buyer } = await loadStalls()
    const items = (count: number) =>
      Array.from({ length: count }, (_, at) => ({ collection: plainAddress, tokenId: BigInt(at + 1), quantity: 0n }))
    for (const count of [0, 31])
      await expect((await bundled(items(count)))())
        .to.be.revertedWithCustomError(market, 'MarketBundleSize')
        .withArgs(count, 30)
    await (await bundled(items(30)))()
    for (const id of [1n, 30n]) expect(await plain.ownerOf(id)).to.equal(buyer.address)
  })

  it('a sweep has 1 to 50 orders', async () => {
    const { list, sweep, market } = await loadStalls()
    const one = await list(1n)
    for (const count of [0, 51, 200])
      await expect(sweep(Array.from({ length: count }, () => one)))
        .to.be.revertedWithCustomError(market, 'MarketSweepSize')
        .withArgs(count, MOST_ORDERS)
  })

  it('the first, the last and those between are paid, each what is its own', async () => {
    const { list, sweep, plain, seller, stranger, creator, owner, buyer, hostile, hostileAddress } = await loadStalls()
    await plain.connect(seller).transferFrom(seller.address, stranger.address, 2n)
    await hostile.setRoyalty(0, owner.address, PRICE / 100n)
    const prices = [1n, 2n, 3n, 4n].map((times) => times * PRICE) as [bigint, bigint, bigint, bigint]
    const purchases = [
      await list(1n, { price: prices[0] }),
      await list(2n, { price: prices[1] }, stranger),
      await list(1n, { price: prices[2], collection: hostileAddress, nonce: nonceOf(60) }),
      await list(4n, { price: prices[3] }),
    ]
    const [mine, theirs] = [prices[0] + prices[3], prices[1]]
    const bare = prices[2] - (prices[2] * FEE_BPS) / 10_000n - PRICE / 100n
    const net = (price: bigint) => (price * NET) / PRICE
    await expect(sweep(purchases, 10n * PRICE, 4n)).to.changeEtherBalances(
      ethers,
      [buyer, seller, stranger, creator, owner],
      [-10n * PRICE, net(mine) + bare, net(theirs), ((mine + theirs) * ROYALTY) / PRICE, PRICE / 100n],
    )
  })

  it('a list without as many numbers as tokens moves no units', async () => {
    const { marketAddress, splitsAddress, seller, buyer } = await loadStalls()
    const editions = await ethers.deployContract('EditionCollection', [marketAddress, splitsAddress, ethers.ZeroAddress, ''])
    await expect(editions.connect(seller).safeBatchTransferFrom(seller.address, buyer.address, [1n, 2n], [1n], '0x'))
      .to.be.revertedWithCustomError(editions, 'ERC1155InvalidArrayLength')
      .withArgs(2n, 1n)
  })
})

describe('sums that a missing order or the largest numbers spoil (Seaport 2022 H-02)', () => {
  it('what was skipped is in nobody’s sum, wherever it stands', async () => {
    const { list, sweep, plain, market, seller, buyer, creator, stranger } = await loadStalls()
    const purchases = [
      await list(1n, { price: 7n * PRICE }),
      await list(2n),
      await list(3n, { price: 9n * PRICE }),
      await list(4n, { price: 2n * PRICE }),
      await list(5n, { price: 5n * PRICE }),
    ]
    for (const id of [1n, 3n, 5n]) await plain.connect(seller).transferFrom(seller.address, stranger.address, id)
    await expect(sweep(purchases, 24n * PRICE)).to.changeEtherBalances(
      ethers,
      [buyer, seller, creator],
      [-3n * PRICE, 3n * NET, 3n * ROYALTY],
    )
    expect(await market.accruedFees()).to.equal(3n * FEE)
  })

  it('two of the highest prices for one seller do not wrap around', async () => {
    const { list, sweep, market, seller, buyer, creator } = await loadStalls()
    await networkHelpers.setBalance(buyer.address, 1n << 131n)
    const [fee, royalty] = [(MOST * FEE_BPS) / 10_000n, (MOST * ROYALTY) / PRICE]
    const purchases = [await list(1n, { price: MOST }), await list(2n, { price: MOST })]
    await expect(sweep(purchases, 2n * MOST + 1n)).to.changeEtherBalances(
      ethers,
      [buyer, seller, creator],
      [-2n * MOST, 2n * (MOST - fee - royalty), 2n * royalty],
    )
    expect(await market.accruedFees()).to.equal(2n * fee)
  })

  it('units times price that do not fit are skipped, and cost nothing', async () => {
    const { list, sweep, skippedIn, market, editionsAddress, buyer } = await loadStalls()
    const huge = await list(2n, { collection: editionsAddress, quantity: MOST, price: MOST })
    const swept = sweep([huge, await list(1n)], PRICE)
    await expect(swept).to.changeEtherBalance(ethers, buyer, -PRICE)
    const most = ethers.MaxUint256 / 65_535n
    expect(await skippedIn(swept)).to.deep.equal([market.interface.encodeErrorResult('MarketPriceTooHigh', [MOST * MOST, most])])
  })
})

describe('an approval taken back in the middle of a sweep (LooksRare M-01)', () => {
  /** Three listings, of which the first takes the approval of the second back while it is bought. */
  async function takenBack() {
    const scene = await loadStalls()
    const { list, hostile, hostileAddress, plain, plainAddress, market, marketAddress, seller, orderOf } = scene
    const wallet = await deployMock<'act'>('ContractWallet')
    const maker = (await wallet.getAddress()) as Hex
    await plain.connect(seller).transferFrom(seller.address, maker, 2n)
    const approve = (approved: boolean) => plain.interface.encodeFunctionData('setApprovalForAll', [marketAddress, approved])
    await wallet.act(plainAddress, 0n, approve(true))
    const order = await orderOf('listing', seller, 2n, { collection: plainAddress, maker })
    const takeBack = wallet.interface.encodeFunctionData('act', [plainAddress, 0n, approve(false)])
    await hostile.setMove(MOVE.calls, maker, takeBack)
    const first = await list(1n, { collection: hostileAddress, nonce: nonceOf(60) })
    await market.connect(scene.buyer).fillOrder.staticCall(order, '0x', { value: PRICE })
    return { ...scene, maker, purchases: [first, { order, quantity: 0n, signature: '0x' }, await list(3n)] }
  }

  it('its order is skipped with the reason, and its ether given back', async () => {
    const { sweep, skippedIn, reason, purchases, maker, plain, plainAddress, market, buyer } = await takenBack()
    const swept = sweep(purchases, 3n * PRICE, 2n)
    await expect(swept).to.changeEtherBalances(ethers, [buyer, maker], [-2n * PRICE, 0n])
    expect(await skippedIn(swept)).to.deep.equal([reason('MarketNotApproved', [maker, plainAddress])])
    expect(await market.laneOf(maker, 0n)).to.deep.equal([0n, 0n])
    expect([await plain.ownerOf(2n), await plain.ownerOf(3n)]).to.deep.equal([maker, buyer.address])
  })

  it('who wanted all of them buys none', async () => {
    const { sweep, purchases, market, plain, seller } = await takenBack()
    await expect(sweep(purchases, 3n * PRICE, 3n))
      .to.be.revertedWithCustomError(market, 'MarketSweepTooFew')
      .withArgs(2n, 3n)
    expect(await plain.ownerOf(3n)).to.equal(seller.address)
  })
})

describe('a sweep whose gas one seller or one token eats', () => {
  for (const [title, move] of [
    ['burns its gas', MOVE.burnsGas],
    ['answers with a megabyte', MOVE.megabyte],
    ['moves nothing', MOVE.nothing],
  ] as const)
    it(`a token that ${title} costs its buyer no more than one order may`, async () => {
      const { list, sweep, hostile, hostileAddress, plain, buyer } = await loadStalls()
      await hostile.setMove(move, ethers.ZeroAddress, '0x')
      const bad = await list(1n, { collection: hostileAddress, nonce: nonceOf(60) })
      const swept = sweep([bad, await list(3n)])
      await expect(swept).to.changeEtherBalance(ethers, buyer, -PRICE)
      expect(await plain.ownerOf(3n)).to.equal(buyer.address)
      expect(Number((await (await swept).wait())?.gasUsed)).to.be.lessThan(800_000)
    })

  it('no more than 512 bytes of a reason are written down', async () => {
    const { list, sweep, skippedIn, seller } = await loadStalls()
    const liar = await deployMock<'setAnswer'>('Answerer')
    const selector = (signature: string) => ethers.id(signature).slice(0, 10)
    const reason = `0x${'ab'.repeat(600)}`
    await liar.setAnswer(selector('transferFrom(address,address,uint256)'), REVERTS, reason)
    await liar.setAnswer(selector('ownerOf(uint256)'), RETURNS, ethers.zeroPadValue(seller.address, 32))
    await liar.setAnswer(selector('isApprovedForAll(address,address)'), RETURNS, ethers.toBeHex(1n, 32))
    const bad = await list(1n, { collection: (await liar.getAddress()) as Hex })
    expect(await skippedIn(sweep([bad]))).to.deep.equal([ethers.dataSlice(reason, 0, 512)])
  })

  it('a seller that burns its gas is credited, and costs the others nothing', async () => {
    const { list, sweep, market, marketAddress, plain, plainAddress, seller, buyer, orderOf } = await loadStalls()
    const wallet = await deployMock<'act' | 'setMode'>('HostilePayee')
    const maker = (await wallet.getAddress()) as Hex
    await plain.connect(seller).transferFrom(seller.address, maker, 2n)
    await wallet.act(plainAddress, 0n, plain.interface.encodeFunctionData('setApprovalForAll', [marketAddress, true]))
    const order = await orderOf('listing', seller, 2n, { collection: plainAddress, maker })
    await wallet.act(marketAddress, 0n, market.interface.encodeFunctionData('approveOrder', [await market.hashOrder(order), true]))
    await wallet.setMode(2, ethers.ZeroAddress, '0x')
    const swept = sweep([{ order, quantity: 0n, signature: '0x' }, await list(3n)])
    await expect(swept).to.changeEtherBalances(ethers, [buyer, seller, maker], [-2n * PRICE, NET, 0n])
    expect(await market.pendingOf(maker)).to.equal(NET)
  })

  it('fifty orders, ten of them hostile, fit a transaction, and the forty others are bought', async () => {
    const { list, sweep, hostile, hostileAddress, plain, seller, buyer } = await loadStalls()
    await hostile.setMove(MOVE.burnsGas, ethers.ZeroAddress, '0x')
    const ids = Array.from({ length: MOST_ORDERS }, (_, at) => BigInt(at + 1))
    const isBad = (id: bigint) => id % 5n === 0n
    const purchases = await Promise.all(ids.map((id) => list(id, isBad(id) ? { collection: hostileAddress } : {})))
    const swept = sweep(purchases, 50n * PRICE, 40n)
    await expect(swept).to.changeEtherBalances(ethers, [buyer, seller], [-40n * PRICE, 40n * NET])
    for (const id of [1n, 49n]) expect(await plain.ownerOf(id)).to.equal(buyer.address)
    expect(Number((await (await swept).wait())?.gasUsed)).to.be.lessThan(10_000_000)
  })

  it('forty-one orders that burn all they may fit the largest transaction (EIP-7825), and with more the sweep reverts', async () => {
    const { list, sweep, market, hostile, hostileAddress, buyer } = await loadStalls()
    await hostile.setMove(MOVE.burnsGas, ethers.ZeroAddress, '0x')
    const bits = Array.from({ length: MOST_ORDERS }, (_, bit) => bit)
    const purchases = await Promise.all(bits.map((bit) => list(1n, { collection: hostileAddress, nonce: nonceOf(bit) })))
    await expect(sweep(purchases.slice(0, 41), PRICE, 0n, MOST_GAS)).to.changeEtherBalance(ethers, buyer, 0n)
    await expect(sweep(purchases, PRICE, 0n, MOST_GAS))
      .to.be.revertedWithCustomError(market, 'MarketGasTooLow')
      .withArgs((left: bigint) => left < NEEDED_FOR_ORDER, NEEDED_FOR_ORDER)
  })

  it('too little gas for one order more refuses the whole, rather than skip what is good', async () => {
    const { list, sweep, market } = await loadStalls()
    await expect(sweep([await list(1n), await list(3n)], 2n * PRICE, 0n, 500_000n))
      .to.be.revertedWithCustomError(market, 'MarketGasTooLow')
      .withArgs((left: bigint) => left < NEEDED_FOR_ORDER, NEEDED_FOR_ORDER)
  })

  it('an owner who pauses from inside of it stops the orders behind, and the buyer gets the rest back', async () => {
    const { list, sweep, skippedIn, reason, market, marketAddress, owner, hostile, hostileAddress, buyer } = await loadStalls()
    const thief = await deployMock<'act' | 'setMode'>('HostilePayee')
    await market.connect(owner).transferOwnership(await thief.getAddress())
    await thief.act(marketAddress, 0n, market.interface.encodeFunctionData('acceptOwnership'))
    const pause = market.interface.encodeFunctionData('pause')
    await hostile.setMove(MOVE.calls, await thief.getAddress(), thief.interface.encodeFunctionData('act', [marketAddress, 0n, pause]))
    await thief.setMode(CALLS_PAYEE, ethers.ZeroAddress, '0x')
    const first = await list(1n, { collection: hostileAddress, nonce: nonceOf(60) })
    const swept = sweep([first, await list(3n)])
    await expect(swept).to.changeEtherBalance(ethers, buyer, -PRICE)
    expect(await skippedIn(swept)).to.deep.equal([reason('MarketPaused', [await market.pausedUntil()])])
  })
})
