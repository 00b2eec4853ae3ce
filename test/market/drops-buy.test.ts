import { allowlistRootOf, dropIdOf } from '@daedal/protocol/market/drop'
import { expect } from 'chai'
import { loadDrops, SUPPLY } from '../fixtures/drops.ts'
import { DAY, ethers, FEE_BPS, networkHelpers, PRICE } from '../fixtures/trade.ts'

type Hex = `0x${string}`
const ETHER = ethers.ZeroAddress

describe('createDrop', () => {
  it('it keeps the fee of the day and tells all terms', async () => {
    const { drops, market, owner, creator, collectionAddress, termsOf, stageOf, start } = await loadDrops()
    const stages = [stageOf({ perWallet: 2, cap: 3 }), stageOf({ start: start + DAY, end: start + 2n * DAY, price: 7n })]
    const terms = termsOf({ stages })
    expect(await drops.connect(creator).createDrop.staticCall(terms)).to.equal(dropIdOf(terms))
    await drops.connect(creator).createDrop(terms)
    await market.connect(owner).scheduleFee(500)
    await networkHelpers.time.increase(3n * DAY)
    await market.applyFee()
    const drop = await drops.dropOf(dropIdOf(terms))
    expect([drop.exists, drop.feeBps, drop.sold]).to.deep.equal([true, FEE_BPS, 0n])
    expect(await drops.dropIdOf(terms)).to.equal(dropIdOf(terms))
    const [created] = await drops.queryFilter(drops.filters.DropCreated())
    const { dropId, creator: by, collection, feeBps } = created?.args ?? {}
    expect([dropId, by, collection, feeBps]).to.deep.equal([dropIdOf(terms), creator.address, collectionAddress, FEE_BPS])
    expect(created?.args.terms.stages.map((stage) => [...stage])).to.deep.equal(
      stages.map(({ start, end, price, perWallet, cap, allowlistRoot }) => [
        start,
        end,
        price,
        BigInt(perWallet),
        BigInt(cap),
        allowlistRoot,
      ]),
    )
  })

  describe('given the market is paused', () => {
    it('it reverts with MarketPaused', async () => {
      const { drops, market, owner, creator, termsOf } = await loadDrops()
      await market.connect(owner).pause()
      await expect(drops.connect(creator).createDrop(termsOf())).to.be.revertedWithCustomError(market, 'MarketPaused')
    })
  })

  describe('when somebody else than the creator lays it down', () => {
    it('it reverts with MarketNotDropCreator', async () => {
      const { drops, creator, stranger, termsOf } = await loadDrops()
      await expect(drops.connect(stranger).createDrop(termsOf()))
        .to.be.revertedWithCustomError(drops, 'MarketNotDropCreator')
        .withArgs(stranger.address, creator.address)
    })
  })

  describe('when the very same terms are laid down again', () => {
    it('it reverts with MarketDropExists', async () => {
      const { drops, creator, termsOf } = await loadDrops()
      await drops.connect(creator).createDrop(termsOf())
      await expect(drops.connect(creator).createDrop(termsOf()))
        .to.be.revertedWithCustomError(drops, 'MarketDropExists')
        .withArgs(dropIdOf(termsOf()))
      await drops.connect(creator).createDrop(termsOf({ salt: ethers.id('again') as Hex }))
    })
  })

  describe('when there is no item or more than 10,000', () => {
    it('it reverts with MarketDropSupply', async () => {
      const { drops, creator, termsOf } = await loadDrops()
      for (const supply of [0, 10_001])
        await expect(drops.connect(creator).createDrop(termsOf({ supply })))
          .to.be.revertedWithCustomError(drops, 'MarketDropSupply')
          .withArgs(supply, 10_000)
      await drops.connect(creator).createDrop(termsOf({ supply: 10_000 }))
    })
  })

  describe('when there is no stage or more than eight', () => {
    it('it reverts with MarketDropStageCount', async () => {
      const { drops, creator, termsOf, stageOf, start } = await loadDrops()
      const stages = (count: number) =>
        Array.from({ length: count }, (_, index) => stageOf({ start: start + BigInt(index), end: start + BigInt(index + 1) }))
      for (const count of [0, 9])
        await expect(drops.connect(creator).createDrop(termsOf({ stages: stages(count) })))
          .to.be.revertedWithCustomError(drops, 'MarketDropStageCount')
          .withArgs(count, 8)
      await drops.connect(creator).createDrop(termsOf({ stages: stages(8) }))
    })
  })

  describe('when stages overlap or end before they start', () => {
    it('it reverts with MarketDropStageTimes', async () => {
      const { drops, creator, termsOf, stageOf, start } = await loadDrops()
      for (const [index, stages] of [
        [0, [stageOf({ end: start })]],
        [1, [stageOf({ end: start + 10n }), stageOf({ start: start + 9n, end: start + 20n })]],
      ] as const)
        await expect(drops.connect(creator).createDrop(termsOf({ stages: [...stages] })))
          .to.be.revertedWithCustomError(drops, 'MarketDropStageTimes')
          .withArgs(index, stages[index]?.start, stages[index]?.end)
    })
  })

  describe('when an end or a deadline is out of its limits', () => {
    it('it reverts with MarketDropDeadline', async () => {
      const { drops, creator, termsOf, stageOf, start, now, at } = await loadDrops()
      const end = start + DAY
      const none = ethers.ZeroHash as Hex
      const soon = (await now()) + 50n
      for (const [change, time, least, most] of [
        [{ revealBy: end + 3_599n }, end + 3_599n, end + 3_600n, end + 30n * DAY],
        [{ revealBy: end + 30n * DAY + 1n, deliverBy: end + 40n * DAY }, end + 30n * DAY + 1n, end + 3_600n, end + 30n * DAY],
        [{ deliverBy: end + 3n * DAY - 1n }, end + 3n * DAY - 1n, end + 3n * DAY, end + 92n * DAY],
        [{ deliverBy: end + 92n * DAY + 1n }, end + 92n * DAY + 1n, end + 3n * DAY, end + 92n * DAY],
        [{ commitment: none, revealBy: 1n }, 1n, 0n, 0n],
        [{ commitment: none, deliverBy: end + DAY - 1n }, end + DAY - 1n, end + DAY, end + 90n * DAY],
        [{ stages: [stageOf({ start: 0n, end: soon })] }, soon, soon + 1n, soon + 180n * DAY],
        [{ stages: [stageOf({ end: soon + 180n * DAY + 1n })] }, soon + 180n * DAY + 1n, soon + 1n, soon + 180n * DAY],
      ] as const) {
        const snapshot = await networkHelpers.takeSnapshot()
        await at(soon)
        await expect(drops.connect(creator).createDrop(termsOf(change as never), { gasLimit: 1_000_000n }))
          .to.be.revertedWithCustomError(drops, 'MarketDropDeadline')
          .withArgs(time, least, most)
        await snapshot.restore()
      }
      for (const [index, change] of [
        { revealBy: end + 3_600n, deliverBy: end + 3_600n + DAY },
        { revealBy: end + 30n * DAY, deliverBy: end + 120n * DAY },
        { commitment: none, deliverBy: end + DAY },
        { commitment: none, deliverBy: end + 90n * DAY },
      ].entries())
        await drops.connect(creator).createDrop(termsOf({ ...change, salt: ethers.id(`${index}`) as Hex }))
    })
  })

  describe('when the currency is not allowed', () => {
    it('it reverts with MarketCurrencyNotAllowed', async () => {
      const { drops, market, creator, stranger, termsOf } = await loadDrops()
      await expect(drops.connect(creator).createDrop(termsOf({ currency: stranger.address as Hex })))
        .to.be.revertedWithCustomError(market, 'MarketCurrencyNotAllowed')
        .withArgs(stranger.address)
    })
  })

  describe('when there is no contract at the collection', () => {
    it('it reverts with MarketCollectionUnknown', async () => {
      const { drops, market, creator, stranger, termsOf } = await loadDrops()
      await expect(drops.connect(creator).createDrop(termsOf({ collection: stranger.address as Hex })))
        .to.be.revertedWithCustomError(market, 'MarketCollectionUnknown')
        .withArgs(stranger.address)
    })
  })

  describe('when the collection is a currency', () => {
    it('it reverts with MarketDropCollectionIsCurrency', async () => {
      const { drops, creator, wrappedAddress, termsOf } = await loadDrops()
      await expect(drops.connect(creator).createDrop(termsOf({ collection: wrappedAddress })))
        .to.be.revertedWithCustomError(drops, 'MarketDropCollectionIsCurrency')
        .withArgs(wrappedAddress)
    })
  })
})

describe('buyTickets', () => {
  it('it sells tickets in order and keeps what was paid', async () => {
    const { drops, dropsAddress, buyer, stranger, open } = await loadDrops()
    const terms = await open()
    const id = dropIdOf(terms)
    const first = drops.connect(buyer).buyTickets(terms, 0, 2, 0, [], { value: 2n * PRICE })
    await expect(first).to.changeEtherBalances(ethers, [buyer, dropsAddress], [-2n * PRICE, 2n * PRICE])
    await expect(drops.connect(stranger).buyTickets(terms, 0, 1, 0, [], { value: PRICE }))
      .to.emit(drops, 'TicketsSold')
      .withArgs(id, stranger.address, 0, 2, 1, PRICE)
    expect([...(await drops.saleOf(id, 0))]).to.deep.equal([buyer.address, 2n, 0n, 0n])
    expect([...(await drops.saleOf(id, 1))]).to.deep.equal([ETHER, 0n, 0n, 0n])
    expect([...(await drops.saleOf(id, 2))]).to.deep.equal([stranger.address, 1n, 0n, 0n])
    const { sold, open: left } = await drops.dropOf(id)
    expect([sold, left, await drops.boughtBy(id, 0, buyer.address), await drops.soldIn(id, 0)]).to.deep.equal([3n, 3n, 2n, 3n])
  })

  it('it sells for an ERC-20', async () => {
    const { drops, dropsAddress, buyer, wrappedEther, wrappedAddress, open } = await loadDrops()
    const terms = await open({ currency: wrappedAddress })
    const bought = drops.connect(buyer).buyTickets(terms, 0, 3, 0, [])
    await expect(bought).to.changeTokenBalances(ethers, wrappedEther, [buyer, dropsAddress], [-3n * PRICE, 3n * PRICE])
    expect((await drops.dropOf(dropIdOf(terms))).sold).to.equal(3n)
  })

  it('it gives tickets away where the price is zero', async () => {
    const { drops, buyer, open, buy, stageOf, wrappedAddress } = await loadDrops()
    for (const currency of [ETHER as Hex, wrappedAddress]) {
      const terms = await open({ currency, stages: [stageOf({ price: 0n })] })
      await buy(buyer, terms, 2)
      expect(await drops.boughtBy(dropIdOf(terms), 0, buyer.address)).to.equal(2n)
    }
  })

  describe('given the market is paused', () => {
    it('it reverts with MarketPaused', async () => {
      const { market, owner, buyer, open, buy } = await loadDrops()
      const terms = await open()
      await market.connect(owner).pause()
      await expect(buy(buyer, terms, 1)).to.be.revertedWithCustomError(market, 'MarketPaused')
    })
  })

  describe('given there is no such drop', () => {
    it('it reverts with MarketDropUnknown', async () => {
      const { drops, buyer, open, buy } = await loadDrops()
      const terms = await open()
      const other = { ...terms, stages: terms.stages.map((stage) => ({ ...stage, price: 1n })) }
      await expect(buy(buyer, other, 1))
        .to.be.revertedWithCustomError(drops, 'MarketDropUnknown')
        .withArgs(dropIdOf(other))
    })
  })

  describe('given the creator ended the sale', () => {
    it('it reverts with MarketDropEnded', async () => {
      const { drops, creator, buyer, open, buy } = await loadDrops()
      const terms = await open()
      await drops.connect(creator).endSale(terms)
      await expect(buy(buyer, terms, 1))
        .to.be.revertedWithCustomError(drops, 'MarketDropEnded')
        .withArgs(dropIdOf(terms))
    })
  })

  describe('when the stage is unknown, not begun or over', () => {
    it('it reverts with MarketDropStageUnknown or MarketDropStageClosed, to the second', async () => {
      const { drops, creator, buyer, termsOf, stageOf, start, at } = await loadDrops()
      const terms = termsOf({ stages: [stageOf({ end: start + 10n }), stageOf({ start: start + 10n, end: start + 20n })] })
      await drops.connect(creator).createDrop(terms)
      const buyAt = async (time: bigint, stage: number) => {
        await at(time)
        return drops.connect(buyer).buyTickets(terms, stage, 1, 0, [], { value: PRICE, gasLimit: 1_000_000n })
      }
      await expect(buyAt(start - 1n, 2))
        .to.be.revertedWithCustomError(drops, 'MarketDropStageUnknown')
        .withArgs(2, 2)
      const closed = (from: bigint) => [from, from + 10n] as const
      await at(start)
      await expect(drops.connect(buyer).buyTickets(terms, 1, 1, 0, [], { value: PRICE, gasLimit: 1_000_000n }))
        .to.be.revertedWithCustomError(drops, 'MarketDropStageClosed')
        .withArgs(...closed(start + 10n))
      await buyAt(start + 9n, 0)
      await expect(buyAt(start + 10n, 0))
        .to.be.revertedWithCustomError(drops, 'MarketDropStageClosed')
        .withArgs(...closed(start))
      await buyAt(start + 11n, 1)
      await expect(buyAt(start + 20n, 1))
        .to.be.revertedWithCustomError(drops, 'MarketDropStageClosed')
        .withArgs(...closed(start + 10n))
    })
  })

  describe('when no ticket or too many are bought', () => {
    it('it reverts with MarketTicketQuantity', async () => {
      const { drops, buyer, open, buy } = await loadDrops()
      const terms = await open({ supply: 100 })
      for (const quantity of [0, 65])
        await expect(buy(buyer, terms, quantity))
          .to.be.revertedWithCustomError(drops, 'MarketTicketQuantity')
          .withArgs(quantity, 64)
      await buy(buyer, terms, 64)
    })
  })

  describe('when the account is not on the list', () => {
    it('it reverts with MarketNotOnAllowlist', async () => {
      const { drops, buyer, stranger, open, buy, stageOf } = await loadDrops()
      const list = [{ account: buyer.address as Hex, allowance: 2 }]
      const terms = await open({ stages: [stageOf({ allowlistRoot: allowlistRootOf(list) })] })
      await expect(buy(stranger, terms, 1, 0, list))
        .to.be.revertedWithCustomError(drops, 'MarketNotOnAllowlist')
        .withArgs(stranger.address, 0)
      await expect(drops.connect(buyer).buyTickets(terms, 0, 1, 3, [], { value: PRICE }))
        .to.be.revertedWithCustomError(drops, 'MarketNotOnAllowlist')
        .withArgs(buyer.address, 3)
      await buy(buyer, terms, 1, 0, list)
    })
  })

  describe('when the account has bought what it may', () => {
    it('it reverts with MarketWalletLimit, by the list or by the stage', async () => {
      const { drops, buyer, stranger, open, buy, stageOf } = await loadDrops()
      const list = [
        { account: buyer.address as Hex, allowance: 2 },
        { account: stranger.address as Hex, allowance: 5 },
      ]
      const terms = await open({ stages: [stageOf({ allowlistRoot: allowlistRootOf(list), perWallet: 3 })] })
      await buy(buyer, terms, 1, 0, list)
      await expect(buy(buyer, terms, 2, 0, list))
        .to.be.revertedWithCustomError(drops, 'MarketWalletLimit')
        .withArgs(2, 1, 2)
      await buy(buyer, terms, 1, 0, list)
      await expect(buy(stranger, terms, 4, 0, list))
        .to.be.revertedWithCustomError(drops, 'MarketWalletLimit')
        .withArgs(4, 0, 3)
      await buy(stranger, terms, 3, 0, list)
    })
  })

  describe('when the stage or the drop has not enough left', () => {
    it('it reverts with MarketTicketsTooFew', async () => {
      const { drops, buyer, open, buy, begin, stageOf, start } = await loadDrops()
      const terms = await open({ stages: [stageOf({ end: start + 100n, cap: 4 }), stageOf({ start: start + 100n })] })
      await buy(buyer, terms, 3)
      await expect(buy(buyer, terms, 2))
        .to.be.revertedWithCustomError(drops, 'MarketTicketsTooFew')
        .withArgs(2, 1)
      await buy(buyer, terms, 1)
      await begin(terms, 1)
      await expect(buy(buyer, terms, 3, 1))
        .to.be.revertedWithCustomError(drops, 'MarketTicketsTooFew')
        .withArgs(3, 2)
      await buy(buyer, terms, 2, 1)
      expect((await drops.dropOf(dropIdOf(terms))).sold).to.equal(BigInt(SUPPLY))
    })
  })

  describe('when the payment is not the price', () => {
    it('it reverts with MarketWrongPayment', async () => {
      const { drops, market, buyer, wrappedAddress, open } = await loadDrops()
      const [ether, other] = [await open(), await open({ currency: wrappedAddress })]
      for (const [terms, value, needed] of [
        [ether, 2n * PRICE - 1n, 2n * PRICE],
        [ether, 2n * PRICE + 1n, 2n * PRICE],
        [other, 1n, 0n],
      ] as const)
        await expect(drops.connect(buyer).buyTickets(terms, 0, 2, 0, [], { value }))
          .to.be.revertedWithCustomError(market, 'MarketWrongPayment')
          .withArgs(value, needed)
    })
  })
})

describe('endSale', () => {
  it('it ends the sale, and what was sold stays', async () => {
    const { drops, creator, buyer, open, buy } = await loadDrops()
    const terms = await open()
    await buy(buyer, terms, 2)
    await expect(drops.connect(creator).endSale(terms)).to.emit(drops, 'DropSaleEnded').withArgs(dropIdOf(terms), 2)
    const { ended, open: left } = await drops.dropOf(dropIdOf(terms))
    expect([ended, left]).to.deep.equal([true, 2n])
  })

  describe('given the sale was ended', () => {
    it('it reverts with MarketDropEnded', async () => {
      const { drops, creator, open } = await loadDrops()
      const terms = await open()
      await drops.connect(creator).endSale(terms)
      await expect(drops.connect(creator).endSale(terms)).to.be.revertedWithCustomError(drops, 'MarketDropEnded')
    })
  })

  describe('given there is no such drop', () => {
    it('it reverts with MarketDropUnknown', async () => {
      const { drops, creator, termsOf } = await loadDrops()
      await expect(drops.connect(creator).endSale(termsOf())).to.be.revertedWithCustomError(drops, 'MarketDropUnknown')
    })
  })

  describe('when somebody else than the creator calls', () => {
    it('it reverts with MarketNotDropCreator', async () => {
      const { drops, creator, stranger, open } = await loadDrops()
      await expect(drops.connect(stranger).endSale(await open()))
        .to.be.revertedWithCustomError(drops, 'MarketNotDropCreator')
        .withArgs(stranger.address, creator.address)
    })
  })
})
