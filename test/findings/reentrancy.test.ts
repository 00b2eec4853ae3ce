import { expect } from 'chai'
import { deployMock } from '../fixtures/deploy-mock.ts'
import { ethers, loadTrade, nonceOf, PRICE } from '../fixtures/trade.ts'

const CALLS_PAYEE = 4
const CALLS_MOVE = 3
const CALLS_MONEY = 8
const TOKEN = 1n
const guarded = ethers.id('ReentrancyGuardReentrantCall()').slice(0, 10)

/** What an outsider could try from inside a fill. */
async function attempts() {
  const trade = await loadTrade()
  const { market, seller, buyer, orderOf, sign, mint, creator, collection } = trade
  const other = await mint(creator, 'other')
  await collection.connect(creator).transferFrom(creator.address, seller.address, other)
  const order = await orderOf('listing', seller, other, { nonce: nonceOf(9) })
  const encode = market.interface.encodeFunctionData.bind(market.interface)
  const calls = {
    fill: encode('fillOrder', [order, await sign(seller, order)]),
    withdraw: encode('withdraw'),
    withdrawFees: encode('withdrawFees'),
    accruedFees: encode('accruedFees'),
  }
  return { ...trade, calls, buyer }
}

describe('re-entrancy', () => {
  for (const name of ['fill', 'withdraw', 'withdrawFees', 'accruedFees'] as const) {
    it(`a collection cannot call ${name} while it moves the token`, async () => {
      const { calls, market, marketAddress, seller, buyer, orderOf, sign } = await attempts()
      const hostile = await deployMock<'mint' | 'setApprovalForAll' | 'setMove' | 'callSucceeded' | 'callAnswer' | 'ownerOf'>(
        'HostileCollection',
      )
      await hostile.mint(seller.address, TOKEN)
      await hostile.connect(seller).setApprovalForAll(marketAddress, true)
      await hostile.setMove(CALLS_MOVE, marketAddress, calls[name])
      const order = await orderOf('listing', seller, TOKEN, { collection: (await hostile.getAddress()) as `0x${string}` })
      await market.connect(buyer).fillOrder(order, await sign(seller, order), { value: PRICE })
      expect(await hostile.callSucceeded()).to.equal(false)
      expect(String(await hostile.callAnswer()).slice(0, 10)).to.equal(guarded)
      expect(await hostile.ownerOf(TOKEN)).to.equal(buyer.address)
    })

    it(`a currency cannot call ${name} while it moves money`, async () => {
      const { calls, market, marketAddress, owner, seller, buyer, tokenId, orderOf, sign } = await attempts()
      const money = await deployMock<'mint' | 'approve' | 'setMode' | 'callSucceeded' | 'callAnswer'>('HostileCurrency')
      const currency = (await money.getAddress()) as `0x${string}`
      await market.connect(owner).allowCurrency(currency, true)
      await money.mint(buyer.address, PRICE)
      await money.connect(buyer).approve(marketAddress, PRICE)
      await money.setMode(CALLS_MONEY, marketAddress, calls[name])
      const order = await orderOf('listing', seller, tokenId, { currency })
      await market.connect(buyer).fillOrder(order, await sign(seller, order))
      expect(await money.callSucceeded()).to.equal(false)
      expect(String(await money.callAnswer()).slice(0, 10)).to.equal(guarded)
    })
  }

  // The words of a whole order are more than a payee's gas can read, so it cannot even try to fill one.
  for (const name of ['withdraw', 'withdrawFees', 'accruedFees'] as const)
    it(`a payee cannot call ${name} while it is paid`, async () => {
      const { calls, market, marketAddress, mint, creator, seller, buyer, collection, orderOf, sign } = await attempts()
      const payee = await deployMock<'setMode' | 'callSucceeded' | 'callAnswer'>('HostilePayee')
      await payee.setMode(CALLS_PAYEE, marketAddress, calls[name])
      const tokenId = await mint(creator, 'paid to the payee', { royaltyReceiver: await payee.getAddress() })
      await collection.connect(creator).transferFrom(creator.address, seller.address, tokenId)
      const order = await orderOf('listing', seller, tokenId)
      await market.connect(buyer).fillOrder(order, await sign(seller, order), { value: PRICE })
      expect(await payee.callSucceeded()).to.equal(false)
      expect(await payee.callAnswer()).to.equal(guarded)
      expect(await market.accruedFees()).to.equal(PRICE / 40n)
    })

  it('a payee may cancel its own orders while it is paid, which changes nothing of the fill', async () => {
    const { market, marketAddress, mint, creator, seller, buyer, collection, orderOf, sign } = await attempts()
    const payee = await deployMock<'setMode' | 'callSucceeded'>('HostilePayee')
    const payeeAddress = await payee.getAddress()
    await payee.setMode(CALLS_PAYEE, marketAddress, market.interface.encodeFunctionData('cancel', [0n, 1n]))
    const tokenId = await mint(creator, 'cancels', { royaltyReceiver: payeeAddress })
    await collection.connect(creator).transferFrom(creator.address, seller.address, tokenId)
    const order = await orderOf('listing', seller, tokenId)
    await market.connect(buyer).fillOrder(order, await sign(seller, order), { value: PRICE })
    expect(await collection.ownerOf(tokenId)).to.equal(buyer.address)
    const [, bitmap] = await market.laneOf(seller.address, 0n)
    expect(bitmap).to.equal(1n)
  })
})
