import { expect } from 'chai'
import { ETHER, hostileToken, loadAuctions, MONEY, MOVE, PAYEE, TOKEN } from '../fixtures/auctions.ts'
import { deployMock } from '../fixtures/deploy-mock.ts'
import { ethers, networkHelpers, PRICE } from '../fixtures/trade.ts'

const NOBODY = ethers.ZeroAddress
const guarded = ethers.id('ReentrancyGuardReentrantCall()').slice(0, 10)

/** What somebody could try from inside a call of the house: on an auction that runs, and on one that has a bid and is over. */
async function attempts() {
  const scene = await loadAuctions()
  const { house, plainAddress, seller, buyer, create, bid, endOf, termsOf } = scene
  const over = await create({ tokenId: 3n })
  await bid(buyer, over, PRICE)
  await networkHelpers.time.increaseTo(await endOf(over))
  const live = await create({ tokenId: 2n })
  const encode = house.interface.encodeFunctionData.bind(house.interface)
  const calls = {
    createAuction: encode('createAuction', [termsOf({ collection: plainAddress })]),
    cancelAuction: encode('cancelAuction', [live]),
    reclaim: encode('reclaim', [live, seller.address]),
    bid: encode('bid', [live, 0n]),
    settleAuction: encode('settleAuction', [over]),
    withdraw: encode('withdraw', [ETHER]),
    withdrawFees: encode('withdrawFees', [ETHER]),
    auctionOf: encode('auctionOf', [live]),
    leastBid: encode('leastBid', [live]),
    pendingOf: encode('pendingOf', [buyer.address, ETHER]),
    accruedFees: encode('accruedFees', [ETHER]),
  }
  return { ...scene, calls, live, over }
}
const names = [
  'createAuction',
  'cancelAuction',
  'reclaim',
  'bid',
  'settleAuction',
  'withdraw',
  'withdrawFees',
  'auctionOf',
  'leastBid',
  'pendingOf',
  'accruedFees',
] as const

describe('an auction that is entered again while it pays or moves', () => {
  for (const name of names) {
    it(`a collection cannot call ${name} while it hands a token in or out`, async () => {
      const scene = await attempts()
      const { house, houseAddress, calls, buyer, create, bid, settle } = scene
      const { collection, address } = await hostileToken(scene)
      await collection.setMove(MOVE.calls, houseAddress, calls[name])
      const id = await create({ collection: address })
      expect(await collection.callSucceeded()).to.equal(false)
      expect(String(await collection.callAnswer()).slice(0, 10)).to.equal(guarded)
      await collection.setMove(MOVE.plain, houseAddress, '0x')
      await bid(buyer, id, PRICE)
      await collection.setMove(MOVE.calls, houseAddress, calls[name])
      await expect(settle(id)).to.emit(house, 'AuctionSettled')
      expect(await collection.callSucceeded()).to.equal(false)
      expect(String(await collection.callAnswer()).slice(0, 10)).to.equal(guarded)
    })

    it(`a currency cannot call ${name} while it brings a bid or takes one back`, async () => {
      const { house, houseAddress, calls, money, moneyAddress, buyer, stranger, create } = await attempts()
      const id = await create({ currency: moneyAddress })
      await money.setMode(MONEY.calls, houseAddress, calls[name])
      await house.connect(buyer).bid(id, PRICE)
      expect(await money.callSucceeded()).to.equal(false)
      expect(String(await money.callAnswer()).slice(0, 10)).to.equal(guarded)
      const had = await money.balanceOf(buyer.address)
      await house.connect(stranger).bid(id, 2n * PRICE, { gasLimit: 2_000_000n })
      expect(String(await money.callAnswer()).slice(0, 10)).to.equal(guarded)
      expect((await money.balanceOf(buyer.address)) - had).to.equal(PRICE)
    })

    it(`a bidder that gets its ether back cannot call ${name} meanwhile`, async () => {
      const { house, houseAddress, calls, buyer, create, deployBidder } = await attempts()
      const id = await create()
      const hostile = await deployBidder()
      await hostile.bid(id, PRICE)
      // The terms of an auction are more than the gas of a payee can keep: their selector tells enough.
      await hostile.bidder.setMode(PAYEE.calls, houseAddress, name === 'createAuction' ? calls.withdraw : calls[name])
      await house.connect(buyer).bid(id, 2n * PRICE, { value: 2n * PRICE })
      expect(await hostile.bidder.callSucceeded()).to.equal(false)
      expect(await hostile.bidder.callAnswer()).to.equal(guarded)
      expect(await house.pendingOf(hostile.address, ETHER)).to.equal(0n)
    })

    it(`a winner cannot call ${name} while it is given units`, async () => {
      const { house, houseAddress, calls, buyer, editions, editionsAddress, create, settle } = await attempts()
      const receiver = await deployMock<'setCall' | 'callSucceeded' | 'callAnswer' | 'act'>('UnitsReceiver')
      const id = await create({ collection: editionsAddress, quantity: 5n })
      const data = house.interface.encodeFunctionData('bid', [id, PRICE])
      await receiver.connect(buyer).act(houseAddress, PRICE, data, { value: PRICE })
      await receiver.setCall(houseAddress, calls[name])
      await expect(settle(id)).to.emit(house, 'AuctionSettled')
      expect(await receiver.callSucceeded()).to.equal(false)
      expect(await receiver.callAnswer()).to.equal(guarded)
      expect(await editions.balanceOf(await receiver.getAddress(), TOKEN)).to.equal(5n)
    })
  }

  it('a winner cannot use handOver to be given more, nor send units to the house while it is given some', async () => {
    const { house, houseAddress, buyer, editions, editionsAddress, create, settle } = await attempts()
    const receiver = await deployMock<'setCall' | 'callSucceeded' | 'callAnswer' | 'act'>('UnitsReceiver')
    const receiverAddress = await receiver.getAddress()
    const take = house.interface.encodeFunctionData('handOver', [editionsAddress, TOKEN, 5n, receiverAddress])
    const push = editions.interface.encodeFunctionData('safeTransferFrom', [receiverAddress, houseAddress, TOKEN, 1n, '0x'])
    for (const [target, data, error] of [
      [houseAddress, take, 'MarketNotSelf'],
      [editionsAddress, push, 'MarketUnitsUnasked'],
    ] as const) {
      const id = await create({ collection: editionsAddress, quantity: 5n })
      await receiver.connect(buyer).act(houseAddress, PRICE, house.interface.encodeFunctionData('bid', [id, PRICE]), { value: PRICE })
      await receiver.setCall(target, data)
      await settle(id)
      expect(await receiver.callSucceeded()).to.equal(false)
      expect(await receiver.callAnswer()).to.equal(house.interface.getError(error)?.selector)
    }
    expect(await editions.balanceOf(receiverAddress, TOKEN)).to.equal(10n)
    expect(await editions.balanceOf(houseAddress, TOKEN)).to.equal(0n)
  })

  it('an account that withdraws cannot withdraw again from within', async () => {
    const { house, houseAddress, buyer, create, deployBidder } = await loadAuctions()
    const id = await create()
    const hostile = await deployBidder()
    await hostile.bid(id, PRICE)
    await hostile.bidder.setMode(PAYEE.rejects, NOBODY, '0x')
    await house.connect(buyer).bid(id, 2n * PRICE, { value: 2n * PRICE })
    await hostile.bidder.setMode(PAYEE.calls, houseAddress, house.interface.encodeFunctionData('withdraw', [ETHER]))
    await hostile.withdraw()
    expect(await hostile.bidder.callSucceeded()).to.equal(false)
    expect(await hostile.bidder.callAnswer()).to.equal(guarded)
    expect(await ethers.provider.getBalance(houseAddress)).to.equal(2n * PRICE)
  })
})
