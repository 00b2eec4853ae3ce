import { allowlistRootOf, allowlistTree, dropIdOf } from '@daedal/protocol/market/drop'
import { expect } from 'chai'
import { bytesToHex } from 'viem'
import { ETHER, MONEY, PAYEE } from '../fixtures/auctions.ts'
import { deployMock } from '../fixtures/deploy-mock.ts'
import { loadDrops, SECRET } from '../fixtures/drops.ts'
import { DAY, ethers, FEE_BPS, networkHelpers, PRICE } from '../fixtures/trade.ts'
import { signMint, voucherOf } from '../fixtures/vouchers.ts'

type Hex = `0x${string}`
const NOBODY = ethers.ZeroAddress
const PLAIN = { commitment: ethers.ZeroHash as Hex }
const guarded = ethers.id('ReentrancyGuardReentrantCall()').slice(0, 10)
/** How a collection mints, see `test/mocks/HostileMinter.sol`. */
const MINT = { plain: 0, nothing: 1, elsewhere: 2, calls: 3, keeps: 4 } as const

async function withMinter() {
  const scene = await loadDrops()
  const minter = await deployMock<'setMode' | 'ownerOf' | 'callSucceeded' | 'callAnswer'>('HostileMinter')
  const terms = await scene.open({ ...PLAIN, collection: (await minter.getAddress()) as Hex })
  const first = await scene.buy(scene.buyer, terms, 2)
  return { ...scene, minter, terms, first, delivery: await scene.deliveryOf(terms, first, 0) }
}

describe('a list of buyers that is entered by a node, a neighbour’s proof or from another stage', () => {
  it('an inner node is no account, and another’s leaf is not the caller’s', async () => {
    const { drops, buyer, stranger, seller, creator, open, stageOf } = await loadDrops()
    const list = [buyer, stranger, seller, creator].map(({ address }, index) => ({ account: address as Hex, allowance: index + 1 }))
    const terms = await open({ stages: [stageOf({ allowlistRoot: allowlistRootOf(list) })] })
    const tree = allowlistTree(list)
    const proofs = [
      [],
      [bytesToHex(tree[1]?.[1] as Uint8Array)],
      [bytesToHex(tree[0]?.[0] as Uint8Array), bytesToHex(tree[1]?.[1] as Uint8Array)],
    ]
    for (const proof of proofs)
      await expect(drops.connect(stranger).buyTickets(terms, 0, 1, 1, proof, { value: PRICE }))
        .to.be.revertedWithCustomError(drops, 'MarketNotOnAllowlist')
        .withArgs(stranger.address, 1)
  })

  it('a proof of one stage opens no other, and the limit holds over several purchases', async () => {
    const { drops, buyer, open, buy, begin, stageOf, start } = await loadDrops()
    const [early, late] = [[{ account: buyer.address as Hex, allowance: 2 }], [{ account: buyer.address as Hex, allowance: 1 }]]
    const terms = await open({
      stages: [
        stageOf({ end: start + 100n, allowlistRoot: allowlistRootOf(early) }),
        stageOf({ start: start + 100n, allowlistRoot: allowlistRootOf(late) }),
      ],
    })
    await buy(buyer, terms, 1, 0, early)
    await buy(buyer, terms, 1, 0, early)
    await expect(buy(buyer, terms, 1, 0, early))
      .to.be.revertedWithCustomError(drops, 'MarketWalletLimit')
      .withArgs(1, 2, 2)
    await begin(terms, 1)
    await expect(buy(buyer, terms, 1, 1, early)).to.be.revertedWithCustomError(drops, 'MarketNotOnAllowlist')
    await buy(buyer, terms, 1, 1, late)
  })
})

describe('a reveal that is chosen after the sale, guessed or repeated', () => {
  it('the block is chosen before it is there, by anyone, and cannot be chosen again while it can be drawn', async () => {
    const { drops, creator, buyer, open, buy } = await loadDrops()
    const terms = await open()
    await buy(buyer, terms, 6)
    const block = await ethers.provider.getBlockNumber()
    await drops.connect(buyer).closeDrop(terms)
    const { entropyBlock } = await drops.dropOf(dropIdOf(terms))
    expect(entropyBlock).to.be.greaterThan(BigInt(block + 1))
    await expect(drops.connect(creator).closeDrop(terms)).to.be.revertedWithCustomError(drops, 'MarketDropClosed')
    await expect(drops.connect(creator).drawEntropy(terms)).to.be.revertedWithCustomError(drops, 'MarketDropNotDrawn')
    await networkHelpers.mineUpTo(entropyBlock)
    await drops.connect(buyer).drawEntropy(terms)
    for (const again of [drops.connect(creator).drawEntropy(terms), drops.connect(creator).closeDrop(terms)])
      await expect(again).to.be.revertedWithCustomError(drops, 'MarketDropDrawn')
  })

  it('only the secret that was committed to reveals, once', async () => {
    const { drops, creator, buyer, open, buy, reveal } = await loadDrops()
    const terms = await open()
    await buy(buyer, terms, 6)
    await reveal(terms)
    await expect(drops.connect(creator).reveal(terms, SECRET)).to.be.revertedWithCustomError(drops, 'MarketDropRevealed')
  })

  it('a creator who keeps the secret is not paid, and everyone is refunded', async () => {
    const { drops, creator, buyer, stranger, open, buy } = await loadDrops()
    const terms = await open()
    const purchases = [await buy(buyer, terms, 2), await buy(stranger, terms, 3)]
    await networkHelpers.time.increaseTo(terms.revealBy)
    await expect(drops.connect(creator).reveal(terms, SECRET)).to.be.revertedWithCustomError(drops, 'MarketDropTooLate')
    await expect(drops.refund(terms, purchases[0] as number)).to.changeEtherBalances(ethers, [buyer], [2n * PRICE])
    await expect(drops.refund(terms, purchases[1] as number)).to.changeEtherBalances(ethers, [stranger], [3n * PRICE])
    expect(await ethers.provider.getBalance(await drops.getAddress())).to.equal(0n)
  })
})

describe('a ticket that is used twice, or for another item', () => {
  it('it is delivered or refunded, once', async () => {
    const { drops, buyer, open, buy, deliveryOf } = await loadDrops()
    const terms = await open(PLAIN)
    const first = await buy(buyer, terms, 2)
    const [one, two] = [await deliveryOf(terms, first, 0), await deliveryOf(terms, first, 1)]
    await drops.deliver(terms, [one, one])
    await expect(drops.deliver(terms, [one])).to.be.revertedWithCustomError(drops, 'MarketTicketDone')
    await networkHelpers.time.increaseTo(terms.deliverBy)
    await expect(drops.refund(terms, first)).to.changeEtherBalances(ethers, [buyer], [PRICE])
    await expect(drops.refund(terms, first)).to.be.revertedWithCustomError(drops, 'MarketNothingToRefund')
    await expect(drops.deliver(terms, [two])).to.be.revertedWithCustomError(drops, 'MarketDropTooLate')
  })

  it('each ticket has one item and each item one ticket, whatever the offset', async () => {
    const { drops, buyer, collection, open, buy, reveal, deliveryOf, tokenOf } = await loadDrops()
    const terms = await open()
    const first = await buy(buyer, terms, 6)
    const offset = await reveal(terms)
    const deliveries = await Promise.all([0, 1, 2, 3, 4, 5].map((ticket) => deliveryOf(terms, first, ticket, offset)))
    const swapped = { ...(deliveries[1] as (typeof deliveries)[number]), ticket: 0 }
    await expect(drops.deliver(terms, [swapped])).to.be.revertedWithCustomError(drops, 'MarketItemWrong')
    await drops.deliver(terms, deliveries)
    for (let item = 0; item < 6; item += 1) expect(await collection.ownerOf(await tokenOf(item))).to.equal(buyer.address)
  })

  it('tickets of one drop are none of another', async () => {
    const { drops, buyer, open, buy, deliveryOf } = await loadDrops()
    const [one, other] = [await open(PLAIN), await open({ ...PLAIN, salt: ethers.id('other') as Hex })]
    await buy(buyer, one, 1)
    await expect(drops.deliver(other, [await deliveryOf(other, 0, 0)])).to.be.revertedWithCustomError(drops, 'MarketTicketUnknown')
  })
})

describe('a creator that withholds, revokes or sells an item elsewhere', () => {
  it('an item that was minted to somebody else is refunded after the deadline', async () => {
    const { drops, creator, buyer, stranger, collection, open, buy, deliveryOf, deadline } = await loadDrops()
    const terms = await open(PLAIN)
    const first = await buy(buyer, terms, 1)
    const delivery = await deliveryOf(terms, first, 0)
    const mint = { voucher: delivery.voucher, recipient: stranger.address, quantity: 0n, deadline }
    const signature = await signMint(creator, collection, mint)
    await collection.mintVoucher(creator.address, delivery.voucher, stranger.address, deadline, signature)
    await expect(drops.deliver(terms, [delivery])).to.be.revertedWithCustomError(collection, 'TokensMinted')
    await networkHelpers.time.increaseTo(terms.deliverBy)
    await expect(drops.refund(terms, first)).to.changeEtherBalances(ethers, [buyer], [PRICE])
  })

  it('so is one whose voucher was revoked, and one that is sold twice in a drop', async () => {
    const { drops, creator, buyer, collection, open, buy, deliveryOf } = await loadDrops()
    const one = voucherOf(creator, 'one')
    const items = [one, one, voucherOf(creator, 'revoked')]
    const terms = await open(PLAIN, items)
    const first = await buy(buyer, terms, 3)
    const deliveries = await Promise.all([0, 1, 2].map((ticket) => deliveryOf(terms, first, ticket, 0, items)))
    await collection.connect(creator).revokeVouchers([(items[2] as typeof one).coreHash])
    await drops.deliver(terms, deliveries.slice(0, 1))
    await expect(drops.deliver(terms, deliveries.slice(1, 2))).to.be.revertedWithCustomError(collection, 'TokensMinted')
    await expect(drops.deliver(terms, deliveries.slice(2))).to.be.revertedWithCustomError(collection, 'TokensVoucherRevoked')
    await networkHelpers.time.increaseTo(terms.deliverBy)
    await expect(drops.refund(terms, first)).to.changeEtherBalances(ethers, [buyer], [2n * PRICE])
  })

  it('another content, or other terms, under the id of an item is not delivered', async () => {
    const { drops, dropsAddress, creator, buyer, collection, open, buy, deliveryOf, tokenOf, vouchers } = await loadDrops()
    const terms = await open(PLAIN)
    const first = await buy(buyer, terms, 2)
    const [one, two] = vouchers as [(typeof vouchers)[number], (typeof vouchers)[number]]
    const others = [
      { ...one, root: ethers.id('worthless') },
      { ...two, terms: { ...two.terms, royaltyBps: 900 } },
    ]
    for (const [item, { coreHash, root, promptCommitment, engineHash, terms: asked }] of others.entries()) {
      await collection.connect(creator).mint(coreHash, root, promptCommitment, engineHash, asked, [])
      const id = await tokenOf(item)
      await collection.connect(creator).transferFrom(creator.address, dropsAddress, id)
      const delivery = { ...(await deliveryOf(terms, first, item)), signature: '0x' }
      await expect(drops.deliver(terms, [delivery]))
        .to.be.revertedWithCustomError(drops, 'MarketItemDiffers')
        .withArgs(id)
    }
    await networkHelpers.time.increaseTo(terms.deliverBy)
    await expect(drops.refund(terms, first)).to.changeEtherBalances(ethers, [buyer], [2n * PRICE])
    await drops.connect(creator).takeBack(terms, one.coreHash, creator.address)
  })

  it('a token that is bound to its owner cannot be delivered, and is not paid for', async () => {
    const { drops, creator, buyer, open, buy, deliveryOf } = await loadDrops()
    const bound = voucherOf(creator, 'bound', { terms: { policy: 16 } })
    const terms = await open(PLAIN, [bound])
    const first = await buy(buyer, terms, 1)
    await expect(drops.deliver(terms, [await deliveryOf(terms, first, 0, 0, [bound])])).to.be.revert(ethers)
    expect((await drops.saleOf(dropIdOf(terms), first)).done).to.equal(0n)
  })
})

describe('a drop of a collection that mints badly', () => {
  for (const [name, mode] of [
    ['nothing', MINT.nothing],
    ['to somebody else', MINT.elsewhere],
    ['and keeps what it should move', MINT.keeps],
  ] as const)
    it(`one that mints ${name} is not paid`, async () => {
      const { drops, creator, minter, terms, first, delivery } = await withMinter()
      await minter.setMode(mode, NOBODY, '0x')
      const before = await ethers.provider.getBalance(creator.address)
      await expect(drops.deliver(terms, [delivery])).to.be.revert(ethers)
      expect(await ethers.provider.getBalance(creator.address)).to.equal(before)
      expect((await drops.saleOf(dropIdOf(terms), first)).done).to.equal(0n)
    })

  it('one that mints well without a signature is the creator’s own affair', async () => {
    const { drops, buyer, minter, terms, delivery } = await withMinter()
    await drops.deliver(terms, [delivery])
    const [delivered] = await drops.queryFilter(drops.filters.TicketDelivered())
    expect(await minter.ownerOf(delivered?.args.tokenId)).to.equal(buyer.address)
  })
})

describe('a drop that is entered again while it mints, pays or takes', () => {
  async function calls() {
    const scene = await withMinter()
    const { drops, terms, first, termsOf, delivery, buyer } = scene
    const encode = drops.interface.encodeFunctionData.bind(drops.interface)
    return {
      ...scene,
      inside: {
        createDrop: encode('createDrop', [termsOf()]),
        buyTickets: encode('buyTickets', [terms, 0, 1, 0, []]),
        endSale: encode('endSale', [terms]),
        deliver: encode('deliver', [terms, [delivery]]),
        refund: encode('refund', [terms, first]),
        takeBack: encode('takeBack', [terms, ethers.ZeroHash, buyer.address]),
        withdraw: encode('withdraw', [ETHER]),
        withdrawFees: encode('withdrawFees', [ETHER]),
        dropOf: encode('dropOf', [dropIdOf(terms)]),
        saleOf: encode('saleOf', [dropIdOf(terms), first]),
        pendingOf: encode('pendingOf', [buyer.address, ETHER]),
      },
    }
  }
  const names = [
    'createDrop',
    'buyTickets',
    'endSale',
    'deliver',
    'refund',
    'takeBack',
    'withdraw',
    'withdrawFees',
    'dropOf',
    'saleOf',
    'pendingOf',
  ] as const
  for (const name of names) {
    it(`a collection cannot call ${name} while it mints`, async () => {
      const { drops, dropsAddress, minter, terms, delivery, inside } = await calls()
      await minter.setMode(MINT.calls, dropsAddress, inside[name])
      await drops.deliver(terms, [delivery])
      expect(await minter.callSucceeded()).to.equal(false)
      expect(String(await minter.callAnswer()).slice(0, 10)).to.equal(guarded)
    })

    it(`a currency cannot call ${name} while it brings money or takes it away`, async () => {
      const { drops, dropsAddress, buyer, money, moneyAddress, open, buy, deliveryOf, inside } = await calls()
      const terms = await open({ ...PLAIN, currency: moneyAddress, salt: ethers.id('money') as Hex })
      for (const act of [() => buy(buyer, terms, 1), async () => drops.deliver(terms, [await deliveryOf(terms, 0, 0)])]) {
        await money.setMode(MONEY.calls, dropsAddress, inside[name])
        await act()
        expect(await money.callSucceeded()).to.equal(false)
        expect(String(await money.callAnswer()).slice(0, 10)).to.equal(guarded)
        await money.setMode(MONEY.plain, NOBODY, '0x')
      }
    })

    it(`a buyer cannot call ${name} while it is refunded`, async () => {
      const { drops, dropsAddress, open, inside } = await calls()
      const terms = await open({ salt: ethers.id('payee') as Hex })
      const payee = await deployMock<'setMode' | 'act' | 'callSucceeded' | 'callAnswer'>('HostilePayee')
      await payee.act(dropsAddress, PRICE, drops.interface.encodeFunctionData('buyTickets', [terms, 0, 1, 0, []]), { value: PRICE })
      await payee.setMode(PAYEE.calls, dropsAddress, inside[name])
      await networkHelpers.time.increaseTo(terms.revealBy)
      await drops.refund(terms, 0)
      expect(await payee.callSucceeded()).to.equal(false)
    })
  }
})

describe('a drop whose payees or currency spoil the delivery', () => {
  for (const mode of [PAYEE.rejects, PAYEE.burnsGas, PAYEE.megabyte])
    it(`a royalty receiver in mode ${mode} is credited, and the item delivered`, async () => {
      const { drops, creator, buyer, collection, open, buy, deliveryOf } = await loadDrops()
      const payee = await deployMock<'setMode' | 'act'>('HostilePayee')
      const receiver = await payee.getAddress()
      await payee.setMode(mode, NOBODY, '0x')
      const item = voucherOf(creator, 'hostile', { terms: { royaltyReceiver: receiver, remixBps: 0 } })
      const terms = await open(PLAIN, [item])
      const first = await buy(buyer, terms, 1)
      await drops.deliver(terms, [await deliveryOf(terms, first, 0, 0, [item])])
      const [delivered] = await drops.queryFilter(drops.filters.TicketDelivered())
      const { tokenId = 0n, royalty } = delivered?.args ?? {}
      expect(await collection.ownerOf(tokenId)).to.equal(buyer.address)
      expect(await drops.pendingOf(receiver, ETHER)).to.equal(royalty)
    })

  it('a currency that keeps a part, answers false or moves nothing sells no ticket', async () => {
    const { drops, buyer, money, moneyAddress, open, buy } = await loadDrops()
    const terms = await open({ currency: moneyAddress })
    await money.setMode(MONEY.fee, NOBODY, '0x')
    await expect(buy(buyer, terms, 1)).to.be.revert(ethers)
    expect((await drops.dropOf(dropIdOf(terms))).sold).to.equal(0n)
  })

  it('a currency that does not pay out leaves a credit, and the item is delivered', async () => {
    const { drops, creator, buyer, money, moneyAddress, open, buy, deliveryOf } = await loadDrops()
    const terms = await open({ ...PLAIN, currency: moneyAddress })
    const first = await buy(buyer, terms, 1)
    await money.setMode(MONEY.blocks, NOBODY, '0x')
    await drops.deliver(terms, [await deliveryOf(terms, first, 0)])
    const due = PRICE - (PRICE * FEE_BPS) / 10_000n
    expect(await drops.pendingOf(creator.address, moneyAddress)).to.equal(due)
    await money.setMode(MONEY.plain, NOBODY, '0x')
    await drops.connect(creator).withdraw(moneyAddress)
    expect(await money.balanceOf(creator.address)).to.equal(due)
  })

  it('gas that is too little delivers nothing, and never without the royalty', async () => {
    const { drops, buyer, creator, open, buy, deliveryOf } = await loadDrops()
    const terms = await open(PLAIN)
    const first = await buy(buyer, terms, 1)
    const delivery = await deliveryOf(terms, first, 0)
    let [done, refused] = [0, 0]
    for (let gasLimit = 120_000n; gasLimit <= 600_000n; gasLimit += 15_000n) {
      const snapshot = await networkHelpers.takeSnapshot()
      const went = await drops.deliver(terms, [delivery], { gasLimit }).then(
        () => true,
        () => false,
      )
      if (went) {
        done += 1
        const [event] = await drops.queryFilter(drops.filters.TicketDelivered())
        expect(event?.args.royaltyReceiver).to.equal(creator.address)
        expect(await drops.pendingOf(creator.address, ETHER)).to.equal(0n)
      } else refused += 1
      await snapshot.restore()
    }
    expect(Math.min(done, refused)).to.be.greaterThan(3)
  })

  it('a pause stops sales, and neither delivery nor refund', async () => {
    const { drops, market, owner, buyer, open, buy, deliveryOf } = await loadDrops()
    const terms = await open(PLAIN)
    const first = await buy(buyer, terms, 2)
    await market.connect(owner).pause()
    await expect(buy(buyer, terms, 1)).to.be.revertedWithCustomError(market, 'MarketPaused')
    await drops.deliver(terms, [await deliveryOf(terms, first, 0)])
    await networkHelpers.time.increaseTo(terms.deliverBy - 7n * DAY)
    await networkHelpers.time.increaseTo(terms.deliverBy)
    await drops.refund(terms, first)
  })
})
