import { hashOrder, LANE_BITS, MAX_FEE_BPS, MAX_ROYALTY_BPS, type Order, orderKinds, orderTypes } from '@daedal/protocol/market/order'
import { expect } from 'chai'
import fc from 'fast-check'
import { ethers, loadTrade } from '../fixtures/trade.ts'

const address = fc.uint8Array({ minLength: 20, maxLength: 20 }).map((bytes) => `0x${Buffer.from(bytes).toString('hex')}` as const)
const uint = (bits: number) => fc.oneof(fc.bigInt({ min: 0n, max: (1n << BigInt(bits)) - 1n }), fc.constant((1n << BigInt(bits)) - 1n))
const anyOrder: fc.Arbitrary<Order> = fc.record({
  kind: fc.integer({ min: 0, max: orderKinds.length - 1 }),
  maker: address,
  taker: address,
  collection: address,
  tokenId: uint(256),
  currency: address,
  price: uint(128),
  startTime: uint(64),
  endTime: uint(64),
  maxFeeBps: fc.integer({ min: 0, max: 65_535 }),
  maxRoyaltyBps: fc.integer({ min: 0, max: 65_535 }),
  lane: uint(64),
  bit: fc.integer({ min: 0, max: 255 }),
  epoch: uint(64),
})

describe('order parity', () => {
  it('the contract hashes every order as viem does', async () => {
    const { market, marketAddress, chainId } = await loadTrade()
    await fc.assert(
      fc.asyncProperty(anyOrder, async (order) => {
        expect(await market.hashOrder(order)).to.equal(hashOrder(Number(chainId), marketAddress, order))
      }),
      { numRuns: 200 },
    )
  })

  it('the struct has the fields of the signed type, in their order', async () => {
    const { market } = await loadTrade()
    const fields = market.interface.getFunction('fill').inputs[0]?.components?.map(({ name, type }) => ({ name, type }))
    expect(fields).to.deep.equal([...orderTypes.Order])
  })

  it('the domain is the one that wallets are shown', async () => {
    const { market, marketAddress, chainId } = await loadTrade()
    const [, name, version, chain, contract] = await market.eip712Domain()
    expect([name, version, chain, contract]).to.deep.equal(['Daedal Market', '1', chainId, marketAddress])
  })

  it('a number that is no kind of order is not read', async () => {
    const { market, seller, tokenId, orderOf } = await loadTrade()
    const order = await orderOf('listing', seller, tokenId)
    await expect(market.hashOrder({ ...order, kind: orderKinds.length })).to.be.revert(ethers)
  })

  it('the limits are the same', async () => {
    const { market, seller } = await loadTrade()
    expect(await market.MAX_FEE_BPS()).to.equal(BigInt(MAX_FEE_BPS))
    expect(await market.MAX_ROYALTY_BPS()).to.equal(BigInt(MAX_ROYALTY_BPS))
    await market.connect(seller).cancel(0n, 1n << BigInt(LANE_BITS - 1))
    await expect(market.connect(seller).cancel(0n, 1n << BigInt(LANE_BITS))).to.be.revertedWithCustomError(market, 'MarketBitOutOfRange')
  })
})
