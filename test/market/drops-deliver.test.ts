import { dropIdOf } from '@daedal/protocol/market/drop'
import { expect } from 'chai'
import { PAYEE } from '../fixtures/auctions.ts'
import { deployMock } from '../fixtures/deploy-mock.ts'
import { loadDrops } from '../fixtures/drops.ts'
import { DAY, ethers, FEE_BPS, networkHelpers, PRICE, ROYALTY_BPS } from '../fixtures/trade.ts'
import { voucherOf } from '../fixtures/vouchers.ts'

type Hex = `0x${string}`
const ETHER = ethers.ZeroAddress
const PLAIN = { commitment: ethers.ZeroHash as Hex }
const FEE = (PRICE * FEE_BPS) / 10_000n
const ROYALTY = (PRICE * BigInt(ROYALTY_BPS)) / 10_000n

describe('deliver', () => {
  it('it mints the items of the tickets to their buyer and pays for them', async () => {
    const { drops, dropsAddress, creator, buyer, stranger, collection, open, buy, reveal, deliveryOf, tokenOf } = await loadDrops()
    const terms = await open()
    const first = await buy(buyer, terms, 2)
    const offset = await reveal(terms)
    const deliveries = await Promise.all([0, 1].map((ticket) => deliveryOf(terms, first, ticket, offset)))
    const sent = drops.connect(stranger).deliver(terms, deliveries)
    await expect(sent).to.changeEtherBalances(ethers, [creator, dropsAddress], [2n * (PRICE - FEE), -2n * (PRICE - FEE)])
    for (const ticket of [0, 1]) {
      const item = (ticket + offset) % terms.supply
      expect(await collection.ownerOf(await tokenOf(item))).to.equal(buyer.address)
      await expect(sent)
        .to.emit(drops, 'TicketDelivered')
        .withArgs(dropIdOf(terms), ticket, buyer.address, item, await tokenOf(item), PRICE, FEE, ROYALTY, creator.address)
    }
    await expect(sent).to.not.emit(drops, 'PaymentCredited')
    expect((await drops.saleOf(dropIdOf(terms), first)).done).to.equal(3n)
    expect((await drops.dropOf(dropIdOf(terms))).open).to.equal(0n)
    expect(await drops.accruedFees(ETHER)).to.equal(2n * FEE)
  })

  it('it delivers without a secret from the beginning', async () => {
    const { drops, buyer, stranger, collection, open, buy, deliveryOf, tokenOf } = await loadDrops()
    const terms = await open(PLAIN)
    await buy(stranger, terms, 1)
    const first = await buy(buyer, terms, 2)
    await drops.deliver(terms, [await deliveryOf(terms, first, 2)])
    expect(await collection.ownerOf(await tokenOf(2))).to.equal(buyer.address)
    expect((await drops.saleOf(dropIdOf(terms), first)).done).to.equal(2n)
  })

  it('it pays in an ERC-20', async () => {
    const { drops, dropsAddress, creator, buyer, wrappedEther, wrappedAddress, open, buy, deliveryOf } = await loadDrops()
    const terms = await open({ ...PLAIN, currency: wrappedAddress })
    const first = await buy(buyer, terms, 1)
    const sent = drops.deliver(terms, [await deliveryOf(terms, first, 0)])
    await expect(sent).to.changeTokenBalances(ethers, wrappedEther, [creator, dropsAddress], [PRICE - FEE, FEE - PRICE])
    expect(await drops.accruedFees(wrappedAddress)).to.equal(FEE)
  })

  it('it pays nothing for a ticket that was given away', async () => {
    const { drops, buyer, collection, open, buy, stageOf, deliveryOf, tokenOf, wrappedAddress } = await loadDrops()
    for (const [index, currency] of [ETHER as Hex, wrappedAddress].entries()) {
      const terms = await open({ ...PLAIN, currency, stages: [stageOf({ price: 0n })] })
      const first = await buy(buyer, terms, 2)
      await expect(drops.deliver(terms, [await deliveryOf(terms, first, index)])).to.not.emit(drops, 'PaymentCredited')
      expect(await collection.ownerOf(await tokenOf(index))).to.equal(buyer.address)
    }
  })

  it('it passes on an item that somebody minted to the contract before', async () => {
    const { drops, dropsAddress, creator, buyer, stranger, collection, open, buy, deliveryOf, tokenOf, deadline } = await loadDrops()
    const terms = await open(PLAIN)
    const first = await buy(buyer, terms, 1)
    const delivery = await deliveryOf(terms, first, 0)
    await collection.connect(stranger).mintVoucher(creator.address, delivery.voucher, dropsAddress, deadline, delivery.signature)
    expect(await collection.ownerOf(await tokenOf(0))).to.equal(dropsAddress)
    await drops.deliver(terms, [delivery])
    expect(await collection.ownerOf(await tokenOf(0))).to.equal(buyer.address)
  })

  it('it pays the royalty of a remix to the split of its ancestors', async () => {
    const { drops, creator, seller, buyer, collection, mint, open, buy, deliveryOf } = await loadDrops()
    const parent = await mint(seller, 'parent')
    const remix = voucherOf(creator, 'remix', { parents: [{ tokenId: parent, payees: [] }] })
    const terms = await open(PLAIN, [remix])
    const first = await buy(buyer, terms, 1)
    await drops.deliver(terms, [await deliveryOf(terms, first, 0, 0, [remix])])
    const [delivered] = await drops.queryFilter(drops.filters.TicketDelivered())
    const { royaltyReceiver, royalty, tokenId = 0n } = delivered?.args ?? {}
    const [receiver] = await collection.royaltyInfo(tokenId, PRICE)
    expect([royaltyReceiver, royalty]).to.deep.equal([receiver, ROYALTY])
    expect(royaltyReceiver).to.not.equal(creator.address)
    expect(await ethers.provider.getBalance(receiver)).to.equal(ROYALTY)
  })

  it('it takes the fee of the day on which the drop was created', async () => {
    const { drops, market, owner, buyer, open, buy, deliveryOf } = await loadDrops()
    const terms = await open(PLAIN)
    const first = await buy(buyer, terms, 1)
    await market.connect(owner).scheduleFee(500)
    await networkHelpers.time.increase(2n * DAY)
    await market.applyFee()
    await drops.deliver(terms, [await deliveryOf(terms, first, 0)])
    expect(await drops.accruedFees(ETHER)).to.equal(FEE)
  })

  describe('given there is no such drop', () => {
    it('it reverts with MarketDropUnknown', async () => {
      const { drops, termsOf, deliveryOf } = await loadDrops()
      await expect(drops.deliver(termsOf(), [await deliveryOf(termsOf(), 0, 0)])).to.be.revertedWithCustomError(drops, 'MarketDropUnknown')
    })
  })

  describe('given it was not revealed', () => {
    it('it reverts with MarketDropNotRevealed', async () => {
      const { drops, buyer, open, buy, deliveryOf } = await loadDrops()
      const terms = await open()
      await buy(buyer, terms, 1)
      await expect(drops.deliver(terms, [await deliveryOf(terms, 0, 0)])).to.be.revertedWithCustomError(drops, 'MarketDropNotRevealed')
    })
  })

  describe('given its time is over', () => {
    it('it reverts with MarketDropTooLate, to the second', async () => {
      const { drops, buyer, open, buy, deliveryOf, at } = await loadDrops()
      const terms = await open(PLAIN)
      await buy(buyer, terms, 2)
      await networkHelpers.time.increaseTo(terms.deliverBy - 2n)
      await at(terms.deliverBy - 1n)
      await drops.deliver(terms, [await deliveryOf(terms, 0, 0)], { gasLimit: 2_000_000n })
      await at(terms.deliverBy)
      await expect(drops.deliver(terms, [await deliveryOf(terms, 0, 1)], { gasLimit: 2_000_000n }))
        .to.be.revertedWithCustomError(drops, 'MarketDropTooLate')
        .withArgs(terms.deliverBy)
    })
  })

  describe('when there is no delivery or too many', () => {
    it('it reverts with MarketDeliveryCount', async () => {
      const { drops, creator, buyer, open, buy, deliveryOf, stageOf } = await loadDrops()
      const items = Array.from({ length: 17 }, (_, index) => voucherOf(creator, `many ${index}`))
      const terms = await open({ ...PLAIN, stages: [stageOf({ price: 7n })] }, items)
      await buy(buyer, terms, 17)
      const deliveries = await Promise.all(items.map((_, ticket) => deliveryOf(terms, 0, ticket, 0, items)))
      for (const some of [[], deliveries])
        await expect(drops.deliver(terms, some)).to.be.revertedWithCustomError(drops, 'MarketDeliveryCount').withArgs(some.length, 16)
      await drops.deliver(terms, deliveries.slice(0, 16))
      expect((await drops.dropOf(dropIdOf(terms))).open).to.equal(1n)
    })
  })

  describe('when the ticket is not of the purchase', () => {
    it('it reverts with MarketTicketUnknown', async () => {
      const { drops, buyer, stranger, open, buy, deliveryOf } = await loadDrops()
      const terms = await open(PLAIN)
      await buy(stranger, terms, 2)
      const first = await buy(buyer, terms, 2)
      for (const [from, ticket] of [
        [first, 1],
        [first, 4],
        [1, 1],
        [5, 5],
      ] as const)
        await expect(drops.deliver(terms, [await deliveryOf(terms, from, ticket)]))
          .to.be.revertedWithCustomError(drops, 'MarketTicketUnknown')
          .withArgs(from, ticket)
    })
  })

  describe('when the ticket was delivered', () => {
    it('it passes it over, and reverts with MarketTicketDone where there is no other', async () => {
      const { drops, buyer, open, buy, deliveryOf } = await loadDrops()
      const terms = await open(PLAIN)
      await buy(buyer, terms, 2)
      const delivery = await deliveryOf(terms, 0, 1)
      await drops.deliver(terms, [delivery, delivery])
      expect((await drops.dropOf(dropIdOf(terms))).open).to.equal(1n)
      await expect(drops.deliver(terms, [delivery]))
        .to.be.revertedWithCustomError(drops, 'MarketTicketDone')
        .withArgs(1)
      await drops.deliver(terms, [delivery, await deliveryOf(terms, 0, 0)])
      expect((await drops.dropOf(dropIdOf(terms))).open).to.equal(0n)
    })
  })

  describe('when the voucher is another item', () => {
    it('it reverts with MarketItemWrong', async () => {
      const { drops, buyer, open, buy, deliveryOf } = await loadDrops()
      const terms = await open(PLAIN)
      await buy(buyer, terms, 2)
      const [right, other] = [await deliveryOf(terms, 0, 0), await deliveryOf(terms, 0, 1)]
      for (const wrong of [
        { ...other, ticket: 0 },
        { ...right, voucher: { ...right.voucher, root: ethers.id('another') } },
        { ...right, proof: right.proof.slice(1) },
      ])
        await expect(drops.deliver(terms, [wrong]))
          .to.be.revertedWithCustomError(drops, 'MarketItemWrong')
          .withArgs(0)
    })
  })
})

describe('refund', () => {
  it('it gives back what was not delivered after the deadline', async () => {
    const { drops, dropsAddress, buyer, stranger, open, buy, deliveryOf } = await loadDrops()
    const terms = await open(PLAIN)
    const first = await buy(buyer, terms, 3)
    await drops.deliver(terms, [await deliveryOf(terms, first, 1)])
    await networkHelpers.time.increaseTo(terms.deliverBy)
    const sent = drops.connect(stranger).refund(terms, first)
    await expect(sent).to.changeEtherBalances(ethers, [buyer, dropsAddress], [2n * PRICE, -2n * PRICE])
    await expect(sent)
      .to.emit(drops, 'TicketsRefunded')
      .withArgs(dropIdOf(terms), buyer.address, first, 0b101, 2n * PRICE, false)
    expect((await drops.saleOf(dropIdOf(terms), first)).done).to.equal(0b111n)
    expect((await drops.dropOf(dropIdOf(terms))).open).to.equal(0n)
  })

  it('it gives everything back when nothing was revealed', async () => {
    const { drops, buyer, stranger, open, buy } = await loadDrops()
    const terms = await open({ supply: 200 })
    await buy(stranger, terms, 1)
    const first = await buy(buyer, terms, 64)
    await networkHelpers.time.increaseTo(terms.revealBy)
    await expect(drops.refund(terms, first)).to.changeEtherBalances(ethers, [buyer], [64n * PRICE])
    expect((await drops.saleOf(dropIdOf(terms), first)).done).to.equal((1n << 64n) - 1n)
    expect((await drops.dropOf(dropIdOf(terms))).open).to.equal(1n)
  })

  it('it gives back an ERC-20', async () => {
    const { drops, buyer, wrappedEther, wrappedAddress, open, buy } = await loadDrops()
    const terms = await open({ currency: wrappedAddress })
    await buy(buyer, terms, 2)
    await networkHelpers.time.increaseTo(terms.revealBy)
    await expect(drops.refund(terms, 0)).to.changeTokenBalances(ethers, wrappedEther, [buyer], [2n * PRICE])
  })

  it('it gives a ticket back that was given away, for nothing', async () => {
    const { drops, buyer, open, buy, stageOf, wrappedAddress } = await loadDrops()
    for (const currency of [ETHER as Hex, wrappedAddress]) {
      const terms = await open({ currency, stages: [stageOf({ price: 0n })] })
      await buy(buyer, terms, 1)
      const before = await networkHelpers.takeSnapshot()
      await networkHelpers.time.increaseTo(terms.revealBy)
      const sent = drops.refund(terms, 0)
      await expect(sent).to.emit(drops, 'TicketsRefunded').withArgs(dropIdOf(terms), buyer.address, 0, 1, 0, false)
      await expect(sent).to.not.emit(drops, 'PaymentCredited')
      await before.restore()
    }
  })

  it('it credits a buyer that does not take it', async () => {
    const { drops, dropsAddress, open } = await loadDrops()
    const terms = await open()
    const payee = await deployMock<'setMode' | 'act'>('HostilePayee')
    const data = drops.interface.encodeFunctionData('buyTickets', [terms, 0, 1, 0, []])
    await payee.act(dropsAddress, PRICE, data, { value: PRICE })
    await payee.setMode(PAYEE.rejects, ETHER, '0x')
    await networkHelpers.time.increaseTo(terms.revealBy)
    const address = await payee.getAddress()
    await expect(drops.refund(terms, 0)).to.emit(drops, 'TicketsRefunded').withArgs(dropIdOf(terms), address, 0, 1, PRICE, true)
    expect(await drops.pendingOf(address, ETHER)).to.equal(PRICE)
  })

  describe('given there is no such drop', () => {
    it('it reverts with MarketDropUnknown', async () => {
      const { drops, termsOf } = await loadDrops()
      await expect(drops.refund(termsOf(), 0)).to.be.revertedWithCustomError(drops, 'MarketDropUnknown')
    })
  })

  describe('given the tickets can still be delivered', () => {
    it('it reverts with MarketRefundTooSoon, to the second', async () => {
      const { drops, buyer, open, buy, reveal, at } = await loadDrops()
      const terms = await open()
      await buy(buyer, terms, 1)
      const snapshot = await networkHelpers.takeSnapshot()
      for (const [known, from] of [
        [false, terms.revealBy],
        [true, terms.deliverBy],
      ] as const) {
        if (known) await reveal(terms)
        await networkHelpers.time.increaseTo(from - 2n)
        await at(from - 1n)
        await expect(drops.refund(terms, 0, { gasLimit: 500_000n }))
          .to.be.revertedWithCustomError(drops, 'MarketRefundTooSoon')
          .withArgs(from)
        await at(from)
        await drops.refund(terms, 0, { gasLimit: 500_000n })
        await snapshot.restore()
      }
    })
  })

  describe('when nothing is left, or there is no such purchase', () => {
    it('it reverts with MarketNothingToRefund', async () => {
      const { drops, buyer, open, buy } = await loadDrops()
      const terms = await open()
      await buy(buyer, terms, 2)
      await networkHelpers.time.increaseTo(terms.revealBy)
      await drops.refund(terms, 0)
      for (const first of [0, 1])
        await expect(drops.refund(terms, first)).to.be.revertedWithCustomError(drops, 'MarketNothingToRefund').withArgs(first)
    })
  })
})

describe('takeBack', () => {
  /** An item that somebody minted to the contract, of which no ticket was sold. */
  async function minted() {
    const scene = await loadDrops()
    const { drops, dropsAddress, creator, buyer, collection, open, buy, deliveryOf, deadline, vouchers } = scene
    const terms = await open(PLAIN)
    await buy(buyer, terms, 1)
    const { voucher, signature } = await deliveryOf(terms, 0, 5)
    await collection.mintVoucher(creator.address, voucher, dropsAddress, deadline, signature)
    const [core, sold] = [vouchers[5]?.coreHash ?? '', vouchers[0]?.coreHash ?? '']
    return { ...scene, terms, core, sold, drops }
  }

  it('it sends an item that is nobody’s to whom the creator names', async () => {
    const { drops, creator, stranger, collection, collectionAddress, terms, core, tokenOf } = await minted()
    await networkHelpers.time.increaseTo(terms.deliverBy)
    await expect(drops.connect(creator).takeBack(terms, core, stranger.address))
      .to.emit(drops, 'ItemTakenBack')
      .withArgs(collectionAddress, await tokenOf(5), creator.address, stranger.address)
    expect(await collection.ownerOf(await tokenOf(5))).to.equal(stranger.address)
  })

  describe('given there is no such drop', () => {
    it('it reverts with MarketDropUnknown', async () => {
      const { drops, creator, terms, core } = await minted()
      const other = { ...terms, salt: ethers.id('none') as Hex }
      await expect(drops.connect(creator).takeBack(other, core, creator.address)).to.be.revertedWithCustomError(drops, 'MarketDropUnknown')
    })
  })

  describe('given tickets can still be delivered', () => {
    it('it reverts with MarketRefundTooSoon, to the second', async () => {
      const { drops, creator, terms, core, at } = await minted()
      await networkHelpers.time.increaseTo(terms.deliverBy - 2n)
      await at(terms.deliverBy - 1n)
      await expect(drops.connect(creator).takeBack(terms, core, creator.address, { gasLimit: 500_000n }))
        .to.be.revertedWithCustomError(drops, 'MarketRefundTooSoon')
        .withArgs(terms.deliverBy)
      await at(terms.deliverBy)
      await drops.connect(creator).takeBack(terms, core, creator.address, { gasLimit: 500_000n })
    })
  })

  describe('when somebody else than the creator calls', () => {
    it('it reverts with MarketNotDropCreator', async () => {
      const { drops, buyer, creator, terms, core } = await minted()
      await networkHelpers.time.increaseTo(terms.deliverBy)
      await expect(drops.connect(buyer).takeBack(terms, core, buyer.address))
        .to.be.revertedWithCustomError(drops, 'MarketNotDropCreator')
        .withArgs(buyer.address, creator.address)
    })
  })

  describe('when the item is not here', () => {
    it('it reverts', async () => {
      const { drops, creator, terms, sold } = await minted()
      await networkHelpers.time.increaseTo(terms.deliverBy)
      await expect(drops.connect(creator).takeBack(terms, sold, creator.address)).to.be.revert(ethers)
    })
  })
})
