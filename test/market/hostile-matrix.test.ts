import type { Order } from '@daedal/protocol/market/order'
import { expect } from 'chai'
import { ethers, FEE_BPS, loadTrade, networkHelpers, PRICE, ROYALTY_BPS } from '../fixtures/trade.ts'

/** Gas that no payee and no collection can push a sale above. */
const MOST_GAS = 160_000n
const ROYALTY = (PRICE * BigInt(ROYALTY_BPS)) / 10_000n
const FEE = (PRICE * FEE_BPS) / 10_000n

type Row = { attack: string; outcome: string; gas: bigint | null }
const rows: Row[] = []

/** Lets everybody trade once, so that the measured sale touches warm state as sales do. */
async function warmTrade() {
  const trade = await loadTrade()
  const { mint, seller, buyer, creator, orderOf, sign, market } = trade
  for (const [maker, filler, label, bit] of [
    [seller, buyer, 'warm seller', 190],
    [buyer, seller, 'warm buyer', 191],
  ] as const) {
    const tokenId = await mint(creator, label)
    await trade.collection.connect(creator).transferFrom(creator.address, maker.address, tokenId)
    const order = await orderOf('listing', maker, tokenId, { bit })
    await market.connect(filler).fill(order, await sign(maker, order), { value: PRICE })
  }
  return trade
}

async function sell(trade: Awaited<ReturnType<typeof loadTrade>>, tokenId: bigint, change: Partial<Order> = {}, value = PRICE) {
  const order = await trade.orderOf('listing', trade.seller, tokenId, change)
  const fill = trade.market.connect(trade.buyer).fill(order, await trade.sign(trade.seller, order), { value, gasLimit: 5_000_000n })
  return { order, fill: () => fill }
}

describe('hostile matrix', () => {
  after(() => {
    const width = Math.max(...rows.map(({ attack }) => attack.length))
    console.log(`\n      ${'attack'.padEnd(width)}  outcome and gas`)
    for (const { attack, outcome, gas } of rows)
      console.log(`      ${attack.padEnd(width)}  ${outcome}${gas === null ? '' : `, ${gas} gas`}`)
  })

  for (const [mode, attack] of [
    [0, 'royalty receiver rejects ether'],
    [1, 'royalty receiver burns all gas'],
    [2, 'royalty receiver returns 1 MB'],
  ] as const)
    it(`${attack}: sells and credits the ledger`, async () => {
      const trade = await warmTrade()
      const receiver = await ethers.deployContract('HostileReceiver', [mode])
      const address = await receiver.getAddress()
      const tokenId = await trade.mint(trade.seller, attack, { royaltyReceiver: address })
      const { fill } = await sell(trade, tokenId)
      const { gasUsed } = (await (await fill()).wait())!
      expect(await trade.collection.ownerOf(tokenId)).to.equal(trade.buyer.address)
      const delivered = await ethers.provider.getBalance(address)
      expect(delivered + (await trade.market.pendingOf(address))).to.equal(ROYALTY)
      if (mode !== 2) expect(delivered).to.equal(0n)
      // The ledger's two fresh words and the event cost what they cost; what the payee can burn is capped.
      if (mode !== 0) expect(gasUsed).to.be.lessThan(MOST_GAS + 60_000n)
      rows.push({ attack, outcome: delivered > 0n ? 'sells, paid' : 'sells, credited', gas: gasUsed })
    })

  for (const [mode, attack, royalty] of [
    [0, 'ERC-2981 answers price + 1', PRICE / 10n],
    [1, 'ERC-2981 reverts', 0n],
    [2, 'ERC-2981 burns all gas', 0n],
    [3, 'ERC-2981 returns 1 MB', 0n],
    [4, 'ERC-2981 returns 32 bytes', 0n],
    [5, 'ERC-2981 names no receiver', 0n],
  ] as const)
    it(`${attack}: sells, and pays ${royalty === 0n ? 'no royalty' : 'at most a tenth'}`, async () => {
      const trade = await warmTrade()
      const hostile = await ethers.deployContract('HostileRoyalty')
      const collection = (await hostile.getAddress()) as `0x${string}`
      await hostile.mint(trade.seller.address, 1n)
      await hostile.connect(trade.seller).setApprovalForAll(trade.marketAddress, true)
      await hostile.setMode(mode)
      const { fill } = await sell(trade, 1n, { collection })
      await expect(fill()).to.changeEtherBalances(ethers, [trade.seller, trade.marketAddress], [PRICE - FEE - royalty, FEE])
      const { gasUsed } = (await (await fill()).wait())!
      expect(await hostile.ownerOf(1n)).to.equal(trade.buyer.address)
      expect(gasUsed).to.be.lessThan(MOST_GAS + 30_000n)
      rows.push({ attack, outcome: royalty === 0n ? 'sells' : 'clamps and sells', gas: gasUsed })
    })

  it('ERC-2981 answers price + 1 and the maker signed less than the cap: refused', async () => {
    const trade = await warmTrade()
    const hostile = await ethers.deployContract('HostileRoyalty')
    await hostile.mint(trade.seller.address, 1n)
    await hostile.connect(trade.seller).setApprovalForAll(trade.marketAddress, true)
    const { fill } = await sell(trade, 1n, { collection: (await hostile.getAddress()) as `0x${string}`, maxRoyaltyBps: 999 })
    await expect(fill()).to.be.revertedWithCustomError(trade.market, 'MarketRoyaltyTooHigh')
    rows.push({ attack: 'the same, above the signed maximum', outcome: 'refused', gas: null })
  })

  for (const [mode, attack, sells] of [
    [0, 'ERC-20 without return value', true],
    [1, 'ERC-20 returns false', false],
    [2, 'ERC-20 with transfer fee', false],
  ] as const)
    it(`${attack}: ${sells ? 'sells' : 'reverts, and nothing moved'}`, async () => {
      const trade = await warmTrade()
      const token = await ethers.deployContract('HostileToken', [mode])
      const currency = (await token.getAddress()) as `0x${string}`
      await token.mint(trade.buyer.address, PRICE)
      await trade.market.connect(trade.owner).allowCurrency(currency, true)
      const { fill } = await sell(trade, trade.tokenId, { currency }, 0n)
      if (sells) {
        const { gasUsed } = (await (await fill()).wait())!
        expect(await token.balanceOf(trade.seller.address)).to.equal(PRICE - FEE - ROYALTY)
        rows.push({ attack, outcome: 'sells', gas: gasUsed })
        return
      }
      await expect(fill()).to.be.revertedWithCustomError(trade.market, 'MarketPaymentFailed')
      expect(await trade.collection.ownerOf(trade.tokenId)).to.equal(trade.seller.address)
      expect(await token.balanceOf(trade.buyer.address)).to.equal(PRICE)
      rows.push({ attack, outcome: 'reverts, nothing moved', gas: null })
    })

  it('maker delegated by EIP-7702 to code without ERC-1271: sells', async () => {
    const trade = await warmTrade()
    const delegate = await ethers.deployContract('DelegateWithoutSignatures')
    const { order } = await (async () => {
      const made = await trade.orderOf('listing', trade.seller, trade.tokenId)
      return { order: made }
    })()
    const signature = await trade.sign(trade.seller, order)
    await networkHelpers.setCode(trade.seller.address, `0xef0100${(await delegate.getAddress()).slice(2)}`)
    const filled = await trade.market.connect(trade.buyer).fill(order, signature, { value: PRICE })
    expect(await trade.collection.ownerOf(trade.tokenId)).to.equal(trade.buyer.address)
    rows.push({ attack: 'maker delegated by EIP-7702, no ERC-1271', outcome: 'sells', gas: (await filled.wait())!.gasUsed })
  })
})
