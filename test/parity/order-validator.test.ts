import { expect } from 'chai'
import { askQuote, askWhy, call, fill, nameOf, refusalOf } from '../fixtures/ask-validator.ts'
import { type Attempt, forms, loadAttempts, type Scene } from '../fixtures/attempts.ts'
import { deadBundles } from '../fixtures/dead-bundles.ts'
import { deadOrders } from '../fixtures/dead-orders.ts'
import { deadVouchers } from '../fixtures/dead-vouchers.ts'
import { liveOrders } from '../fixtures/live-orders.ts'
import { DAY, ethers, networkHelpers } from '../fixtures/trade.ts'

/** Fills, and compares every word of the quote with what was paid. */
async function expectPaid(scene: Scene, attempt: Attempt, quote: Awaited<ReturnType<Scene['validator']['quote']>>) {
  const { market, wrappedEther, marketAddress } = scene
  const native = BigInt(quote.currency) === 0n
  const balanceOf = (account: string) => (native ? ethers.provider.getBalance(account) : wrappedEther.balanceOf(account))
  const due = new Map<string, bigint>()
  const add = (account: string, amount: bigint) => due.set(account, (due.get(account) ?? 0n) + amount)
  add(quote.buyer, -quote.price)
  add(quote.seller, quote.proceeds)
  for (const { receiver, amount } of quote.royalties) add(receiver, amount)
  add(native ? marketAddress : quote.feeReceiver, quote.fee)
  expect([...due.values()].reduce((sum, amount) => sum + amount, 0n)).to.equal(0n)
  const before = new Map(await Promise.all([...due.keys()].map(async (account) => [account, await balanceOf(account)] as const)))
  const receipt = await (await fill(scene, { ...attempt, value: quote.value })).wait()
  if (!receipt) throw new Error('no receipt')
  for (const [account, amount] of due) {
    const spent = native && account === attempt.filler.address ? receipt.gasUsed * receipt.gasPrice : 0n
    expect((await balanceOf(account)) - (before.get(account) as bigint) + spent, account).to.equal(amount)
  }
  expect([quote.seller, quote.buyer].toSorted()).to.deep.equal([attempt.order.maker, attempt.filler.address].toSorted())
  expect(quote.feeReceiver).to.equal(await market.FEE_RECEIVER())
  const royalties = quote.royalties.map(({ receiver, amount }) => [receiver, amount])
  if (attempt.form === 'bundle') {
    const [event] = await market.queryFilter(market.filters.BundleFilled(), receipt.blockNumber)
    expect([quote.price, quote.fee]).to.deep.equal([event?.args.price, event?.args.fee])
    expect(royalties).to.deep.equal(event?.args.royalties.map(({ receiver, amount }) => [receiver, amount]))
    return
  }
  const [event] = await market.queryFilter(market.filters.OrderFilled(), receipt.blockNumber)
  expect([quote.price, quote.fee, quote.currency]).to.deep.equal([event?.args.price, event?.args.fee, event?.args.currency])
  expect(royalties).to.deep.equal(event?.args.royalty ? [[event.args.royaltyReceiver, event.args.royalty]] : [])
}

describe('order validator and market', () => {
  // Fixtures that are made later begin where this ends, and one of the makers has delegated.
  afterEach(async () => {
    const [, , , seller] = await ethers.getSigners()
    await ethers.provider.send('hardhat_setCode', [seller?.address, '0x'])
  })

  for (const [title, error, make] of [...deadOrders, ...deadBundles, ...deadVouchers])
    it(`names for ${title} what the fill reverts with: ${error}`, async () => {
      const scene = await loadAttempts()
      const attempt = await make(scene)
      const reason = await askWhy(scene, attempt)
      const refusal = await refusalOf(fill(scene, attempt))
      expect(nameOf(scene, reason)).to.equal(error)
      expect(refusal).to.equal(reason)
      // A check reverts with the same.
      const args = [...attempt.args, attempt.filler.address, { blockTag: 'pending' }]
      const name = forms[attempt.form].why.replace('why', 'check')
      expect(await refusalOf(call(scene.validator, name)(...args))).to.equal(reason)
    })

  for (const [title, make] of liveOrders)
    it(`has nothing against ${title}, and quotes exactly what is then paid`, async () => {
      const scene = await loadAttempts()
      const attempt = await make(scene)
      await networkHelpers.time.setNextBlockTimestamp((await scene.now()) + DAY)
      expect(nameOf(scene, await askWhy(scene, attempt))).to.equal('fillable')
      const quote = await askQuote(scene, attempt)
      expect(quote.approvals.every(({ given }: { given: boolean }) => given)).to.equal(true)
      await expectPaid(scene, attempt, quote)
    })

  it('says the same of a plain order as fillOrder does', async () => {
    let compared = 0
    for (const [title, , make] of deadOrders) {
      const scene = await loadAttempts()
      const attempt = await make(scene)
      const [order, selection, signature] = attempt.args as [Attempt['order'], { tokenId: bigint; quantity: bigint; limit: bigint }, string]
      const whole = selection.tokenId === order.tokenId && selection.quantity === 0n && order.quantity === 0n && order.kind < 2
      const unlimited = selection.limit === (order.kind === 0 ? order.price : 0n)
      if (attempt.form !== 'plain' || order.price !== order.endPrice || !whole || !unlimited) continue
      compared += 1
      const reason = await askWhy(scene, attempt)
      const { value } = attempt
      const sent = scene.market.connect(attempt.filler).fillOrder(order, signature, { value, gasLimit: 6_000_000n })
      expect(await refusalOf(sent), title).to.equal(reason)
    }
    expect(compared).to.be.greaterThan(25)
  })
})
