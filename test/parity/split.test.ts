import { splitPrice } from '@daedal/protocol/market/price'
import { expect } from 'chai'
import fc from 'fast-check'
import { ethers, loadTrade, networkHelpers, nonceOf } from '../fixtures/trade.ts'

/** Prices of every size that an account of the test chain can pay, and the smallest ones. */
const price = fc.oneof(
  fc.bigInt({ min: 1n, max: 50_000n }),
  fc.integer({ min: 0, max: 88 }).chain((bits) => fc.bigInt({ min: 1n, max: 1n << BigInt(bits) })),
)
const bps = fc.integer({ min: 0, max: 1_000 })

describe('split parity', () => {
  it('a sale pays what the protocol says it pays', async () => {
    const { market, seller, buyer, creator, collection, mint, orderOf, sign } = await loadTrade()
    await networkHelpers.setBalance(buyer.address, 1n << 100n)
    let index = 0
    await fc.assert(
      fc.asyncProperty(price, bps, async (amount, royaltyBps) => {
        index += 1
        const tokenId = await mint(creator, `split ${index}`, { royaltyBps })
        await collection.connect(creator).transferFrom(creator.address, seller.address, tokenId)
        const order = await orderOf('listing', seller, tokenId, {
          price: amount,
          nonce: nonceOf(index % 192, BigInt(Math.trunc(index / 192))),
        })
        const expected = splitPrice(amount, 250, royaltyBps)
        expect(await market.royaltyOf(await collection.getAddress(), tokenId, amount)).to.deep.equal([
          expected.royalty > 0n ? creator.address : ethers.ZeroAddress,
          expected.royalty,
        ])
        const had = await Promise.all([seller, creator].map(({ address }) => ethers.provider.getBalance(address)))
        const accrued = await market.accruedFees()
        await (await market.connect(buyer).fillOrder(order, await sign(seller, order), { value: amount })).wait()
        expect((await ethers.provider.getBalance(seller.address)) - had[0]!).to.equal(expected.seller)
        expect((await ethers.provider.getBalance(creator.address)) - had[1]!).to.equal(expected.royalty)
        expect((await market.accruedFees()) - accrued).to.equal(expected.fee)
      }),
      { numRuns: 60 },
    )
  })
})
