import { expect } from 'chai'
import { deployMock } from '../fixtures/deploy-mock.ts'
import { ethers, loadTrade, nonceOf, PRICE } from '../fixtures/trade.ts'

/** Numbers of the mocks' modes, in the order of their enums. */
const ROYALTY = { plain: 0, reverts: 1, burnsGas: 2, megabyte: 3, oneWord: 4, dirtyAddress: 5 } as const
const PAYEE = { accepts: 0, rejects: 1, burnsGas: 2, megabyte: 3 } as const
const MONEY = { plain: 0, noAnswer: 1, answersFalse: 2, fee: 3, nothing: 4, extra: 5 } as const

const TOKEN = 1n
const FEE = PRICE / 40n
const CAP = PRICE / 10n
const NOBODY = ethers.ZeroAddress
/** What an attacker may make a sale cost at most. Code that is not optimised, or that counts its statements, costs more. */
const MOST_GAS = process.env.UNOPTIMISED === '1' ? 320_000n : 160_000n

type Outcome = { ends: 'sells' | 'reverts'; gas: bigint | null; note: string }
const table: { title: string; outcome: Outcome }[] = []

/** A listing of a hostile collection's token in the steady state; `royalty` says how it answers. */
async function soldFrom(royalty: number, receiver: string, amount: bigint, maxRoyaltyBps = 1_000, scene = loadTrade()) {
  const trade = await scene
  const { seller, buyer, marketAddress, market } = trade
  const collection = await deployMock<'mint' | 'setApprovalForAll' | 'setRoyalty' | 'ownerOf'>('HostileCollection')
  for (const [index, to] of [seller, seller, seller, buyer].entries()) await collection.mint(to.address, TOKEN + BigInt(index))
  await market.connect(seller).cancel(0n, 1n << 191n)
  await collection.connect(seller).setApprovalForAll(marketAddress, true)
  await collection.setRoyalty(royalty, receiver, amount)
  const order = await trade.orderOf('listing', seller, TOKEN, {
    collection: (await collection.getAddress()) as `0x${string}`,
    maxRoyaltyBps,
  })
  const signature = await trade.sign(seller, order)
  const buy = () => market.connect(buyer).fillOrder(order, signature, { value: PRICE })
  /** Sells a second token first, so that the receiver's word of the ledger is written already. */
  const sellAnother = async () => {
    const other = { ...order, tokenId: TOKEN + 1n, nonce: nonceOf(1) }
    await market.connect(buyer).fillOrder(other, await trade.sign(seller, other), { value: PRICE })
  }
  return { ...trade, hostile: collection, buy, sellAnother }
}

/** Runs a sale that must succeed and answers its gas and what everyone got. */
async function settle({ market, seller, buyer, hostile, buy }: Awaited<ReturnType<typeof soldFrom>>) {
  const before = await ethers.provider.getBalance(seller.address)
  const receipt = await (await buy()).wait()
  if (!receipt) throw new Error('no receipt')
  expect(await hostile.ownerOf(TOKEN)).to.equal(buyer.address)
  const [filled] = await market.queryFilter(market.filters.OrderFilled(), receipt.blockNumber)
  if (!filled) throw new Error('no event')
  return { gas: receipt.gasUsed, got: (await ethers.provider.getBalance(seller.address)) - before, royalty: filled.args.royalty }
}

const record = (title: string, outcome: Outcome) => table.push({ title, outcome })

describe('hostile parties', () => {
  after(() => {
    const lines = table.map(({ title, outcome: { ends, gas, note } }) =>
      [title.padEnd(38), ends.padEnd(8), (gas === null ? '–' : String(gas)).padStart(8), note].join(' '),
    )
    process.stdout.write(`\n${lines.join('\n')}\n`)
  })

  for (const [title, mode, most] of [
    ['royalty receiver rejects ether', PAYEE.rejects, MOST_GAS],
    ['royalty receiver burns all gas', PAYEE.burnsGas, MOST_GAS],
    ['royalty receiver returns 1 MB', PAYEE.megabyte, MOST_GAS],
  ] as const)
    it(`${title}: the sale goes on and the ledger keeps the royalty`, async () => {
      const scene = await loadTrade()
      const payee = await deployMock<'setMode'>('HostilePayee')
      await payee.setMode(mode, NOBODY, '0x')
      const sale = await soldFrom(ROYALTY.plain, await payee.getAddress(), PRICE / 20n, 1_000, Promise.resolve(scene))
      await sale.sellAnother()
      const { gas, got } = await settle(sale)
      expect(got).to.equal(PRICE - FEE - PRICE / 20n)
      expect(await sale.market.pendingOf(await payee.getAddress())).to.equal(2n * (PRICE / 20n))
      expect(await sale.market.pendingTotal()).to.equal(2n * (PRICE / 20n))
      expect(await sale.market.accruedFees()).to.equal(2n * FEE)
      expect(gas <= most, `${gas} gas`).to.equal(true)
      record(title, { ends: 'sells', gas, note: 'the ledger is credited' })
    })

  it('ERC-2981 answers price + 1: clamped', async () => {
    const { stranger } = await loadTrade()
    const { gas, royalty, got } = await settle(await soldFrom(ROYALTY.plain, stranger.address, PRICE + 1n))
    expect(royalty).to.equal(CAP)
    expect(got).to.equal(PRICE - FEE - CAP)
    record('ERC-2981 answers price + 1', { ends: 'sells', gas, note: 'clamped to 10 %' })
  })

  it('ERC-2981 answers price + 1, the maker signed less: refused', async () => {
    const { stranger } = await loadTrade()
    const { buy, market } = await soldFrom(ROYALTY.plain, stranger.address, PRICE + 1n, 999)
    await expect(buy())
      .to.be.revertedWithCustomError(market, 'MarketRoyaltyTooHigh')
      .withArgs(CAP, (PRICE * 999n) / 10_000n)
    record('the same above the signed maximum', { ends: 'reverts', gas: null, note: 'MarketRoyaltyTooHigh' })
  })

  for (const [title, mode] of [
    ['ERC-2981 reverts', ROYALTY.reverts],
    ['ERC-2981 burns all gas', ROYALTY.burnsGas],
    ['ERC-2981 returns 32 bytes', ROYALTY.oneWord],
    ['ERC-2981 answers no address', ROYALTY.dirtyAddress],
  ] as const)
    it(`${title}: sold without a royalty`, async () => {
      const { stranger } = await loadTrade()
      const { gas, royalty, got } = await settle(await soldFrom(mode, stranger.address, PRICE / 20n))
      expect(royalty).to.equal(0n)
      expect(got).to.equal(PRICE - FEE)
      expect(gas <= MOST_GAS, `${gas} gas`).to.equal(true)
      record(title, { ends: 'sells', gas, note: 'no royalty' })
    })

  it('ERC-2981 returns 1 MB: nothing of it is copied', async () => {
    const { stranger } = await loadTrade()
    const { gas, royalty } = await settle(await soldFrom(ROYALTY.megabyte, stranger.address, PRICE / 20n))
    expect(royalty).to.equal(0n)
    expect(gas <= MOST_GAS, `${gas} gas`).to.equal(true)
    record('ERC-2981 returns 1 MB', { ends: 'sells', gas, note: 'no royalty' })
  })

  it('ERC-2981 names the market or nobody: the seller gets it all', async () => {
    const { marketAddress } = await loadTrade()
    for (const receiver of [marketAddress, NOBODY]) {
      const { royalty, got, gas } = await settle(await soldFrom(ROYALTY.plain, receiver, PRICE / 20n))
      expect(royalty).to.equal(0n)
      expect(got).to.equal(PRICE - FEE)
      if (receiver === NOBODY) record('ERC-2981 names no receiver', { ends: 'sells', gas, note: 'no royalty' })
    }
  })

  /** A listing in an ERC-20 that behaves as told. */
  async function soldFor(mode: number) {
    const trade = await loadTrade()
    const { market, marketAddress, owner, seller, buyer, tokenId } = trade
    const money = await deployMock<'mint' | 'approve' | 'setMode' | 'balanceOf'>('HostileCurrency')
    const currency = (await money.getAddress()) as `0x${string}`
    await market.connect(owner).allowCurrency(currency, true)
    await money.mint(buyer.address, PRICE)
    await money.connect(buyer).approve(marketAddress, PRICE)
    await money.setMode(mode, NOBODY, '0x')
    const order = await trade.orderOf('listing', seller, tokenId, { currency })
    const signature = await trade.sign(seller, order)
    return { ...trade, money, currency, buy: () => market.connect(buyer).fillOrder(order, signature) }
  }

  it('ERC-20 without a return value: sold', async () => {
    const { buy, money, seller, creator, feeReceiver } = await soldFor(MONEY.noAnswer)
    const receipt = await (await buy()).wait()
    const royalty = (PRICE * 750n) / 10_000n
    expect(await money.balanceOf(seller.address)).to.equal(PRICE - FEE - royalty)
    expect(await money.balanceOf(creator.address)).to.equal(royalty)
    expect(await money.balanceOf(feeReceiver.address)).to.equal(FEE)
    record('ERC-20 without return value', { ends: 'sells', gas: receipt?.gasUsed ?? null, note: '' })
  })

  for (const [title, mode] of [
    ['ERC-20 returns false', MONEY.answersFalse],
    ['ERC-20 keeps a fee of each transfer', MONEY.fee],
    ['ERC-20 says yes and moves nothing', MONEY.nothing],
    ['ERC-20 moves more than asked', MONEY.extra],
  ] as const)
    it(`${title}: reverts, nothing moved`, async () => {
      const { buy, money, market, collection, tokenId, seller, buyer } = await soldFor(mode)
      await expect(buy()).to.be.revertedWithCustomError(market, 'MarketPaymentFailed')
      expect(await collection.ownerOf(tokenId)).to.equal(seller.address)
      expect(await money.balanceOf(buyer.address)).to.equal(PRICE)
      record(title, { ends: 'reverts', gas: null, note: 'MarketPaymentFailed' })
    })

  it('maker delegated by EIP-7702 without ERC-1271: sold', async () => {
    const trade = await loadTrade()
    const { market, buyer, collection, tokenId, seller } = trade
    const delegate = await deployMock<never>('PlainDelegate')
    const order = await trade.orderOf('listing', seller, tokenId)
    const signature = await trade.sign(seller, order)
    // What a delegation leaves behind: the designator in place of code.
    await ethers.provider.send('hardhat_setCode', [seller.address, `0xef0100${(await delegate.getAddress()).slice(2)}`])
    expect(await ethers.provider.getCode(seller.address)).to.match(/^0xef0100/)
    const receipt = await (await market.connect(buyer).fillOrder(order, signature, { value: PRICE })).wait()
    expect(await collection.ownerOf(tokenId)).to.equal(buyer.address)
    // Fixtures that are made later begin where this ends.
    await ethers.provider.send('hardhat_setCode', [seller.address, '0x'])
    record('maker EOA delegated by EIP-7702', { ends: 'sells', gas: receipt?.gasUsed ?? null, note: '' })
  })
})
