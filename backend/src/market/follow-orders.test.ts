import { asc, eq } from 'drizzle-orm'
import { type Hex, parseEther } from 'viem'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { type MarketChain, person, startMarketChain } from '../testing/market-chain.ts'
import { type MarketServer, startMarketServer } from '../testing/market-server.ts'
import { assets } from '../tokens/tables.ts'
import { orders, sales } from './tables.ts'

const ETHER = parseEther('1')

describe('orders follow the chain', { timeout: 120_000 }, () => {
  let chain: MarketChain
  let server: MarketServer
  beforeAll(async () => {
    chain = await startMarketChain()
    server = await startMarketServer(chain)
  }, 300_000)
  afterAll(async () => {
    await server.stop()
    await chain.stop()
  })
  const list = async (by: number, price = ETHER, changes: object = {}) => {
    const { tokenId } = await chain.mint(person(by).address)
    return { tokenId, ...(await server.make({ by, kind: 'listing', tokenId, price, ...changes })) }
  }
  const becomes = (hash: Hex, status: object) =>
    vi.waitFor(async () => expect((await server.api.order(hash)).status).toMatchObject(status), { timeout: 10_000, interval: 50 })
  const typesOf = async (hash: Hex) => (await server.events()).filter(({ data }) => data.orderHash === hash).map(({ type }) => type)

  it('sleeps while the token is elsewhere, and wakes when it is back', async () => {
    const { hash, tokenId } = await list(1)
    const { block } = await chain.transfer(person(1).address, person(2).address, tokenId)
    expect((await server.api.order(hash, { minBlock: block })).status).toMatchObject({
      state: 'inactive',
      reason: 'MARKET_SELLER_NOT_OWNER',
      detail: `The token belongs to ${person(2).address}.`,
    })
    const [row] = await server.db.select().from(assets).where(eq(assets.tokenId, tokenId.toString()))
    expect(row?.listingHash).toBeNull()
    const back = await chain.transfer(person(2).address, person(1).address, tokenId)
    expect((await server.api.order(hash, { minBlock: back.block })).status).toMatchObject({ state: 'active', reason: null })
    expect(await typesOf(hash)).toEqual(['order.created', 'order.invalidated', 'order.revalidated'])
  })

  it('sleeps while its maker opted out of the market', async () => {
    const { hash } = await list(3)
    const { block } = await chain.optOut(person(3).address, true)
    expect((await server.api.order(hash, { minBlock: block })).status).toMatchObject({ state: 'inactive', reason: 'MARKET_NOT_APPROVED' })
    const again = await chain.optOut(person(3).address, false)
    expect((await server.api.order(hash, { minBlock: again.block })).status.state).toBe('active')
  })

  it('sees that the maker of an offer unwrapped the money, and that it is there again', async () => {
    const { tokenId } = await chain.mint(person(1).address)
    const { hash } = await server.make({ by: 4, kind: 'offer', tokenId, price: ETHER })
    const { block } = await chain.unwrap(person(4).address, 1n)
    expect((await server.api.order(hash, { minBlock: block })).status).toMatchObject({
      state: 'inactive',
      reason: 'MARKET_BALANCE_TOO_LOW',
    })
    const again = await chain.send(person(4).address, { to: chain.deployment.wrappedEther, data: '0xd0e30db0', value: 1n })
    expect((await server.api.order(hash, { minBlock: again.block })).status.state).toBe('active')
  })

  it('tells every order of a pause and of its end', async () => {
    const { hash } = await list(5)
    const { block } = await chain.pause('pause')
    expect((await server.api.order(hash, { minBlock: block })).status).toMatchObject({ state: 'inactive', reason: 'MARKET_PAUSED' })
    const over = await chain.pause('unpause')
    expect((await server.api.order(hash, { minBlock: over.block })).status.state).toBe('active')
  })

  it('opens at its start and ends at its end by the clock, also while the chain is down', async () => {
    const seconds = BigInt(Math.floor(Date.now() / 1000))
    const { hash, tokenId } = await list(6, ETHER, { endTime: (seconds + 6n).toString() })
    const { order } = await server.prepare({ by: 6, kind: 'listing', tokenId, price: 2n * ETHER })
    const later = { ...order, startTime: (seconds + 4n).toString(), endTime: (seconds + 600n).toString() }
    const view = await server.api.publishOrder({ order: later, signature: await server.sign(6, later) })
    expect(view.status.state).toBe('pending')
    await becomes(view.hash, { state: 'active', reason: null })
    chain.down()
    await becomes(hash, { state: 'expired', reason: 'MARKET_ORDER_EXPIRED' })
    expect(server.index.status().chain).toBe('down')
    chain.back()
    await vi.waitFor(() => expect(server.index.status().chain).toBe('up'), { timeout: 10_000 })
    expect(await typesOf(hash)).toEqual(['order.created', 'order.expired'])
    expect(await server.api.fulfillOrder({ hash, filler: person(7).address })).toMatchObject({
      fulfillable: false,
      reason: 'MARKET_ORDER_EXPIRED',
    })
  })

  it('opens again what a reorg takes the sale, the cancellation or the money of away', async () => {
    const [sold, cancelled] = [await list(1), await list(2)]
    const { tokenId } = await chain.mint(person(1).address)
    const offer = await server.make({ by: 7, kind: 'offer', tokenId, price: ETHER })
    const takeBack = await chain.remember()
    await server.fill(3, sold.hash)
    await server.walk(2, (await server.api.cancelOrders({ maker: person(2).address, hash: cancelled.hash })).steps)
    const { block } = await chain.unwrap(person(7).address, 5n)
    expect((await server.api.order(sold.hash, { minBlock: block })).status.state).toBe('filled')
    expect((await server.api.order(cancelled.hash)).status.state).toBe('cancelled')
    expect((await server.api.order(offer.hash)).status.state).toBe('inactive')
    expect(await server.db.select().from(sales).where(eq(sales.orderHash, sold.hash))).toHaveLength(1)

    await takeBack()
    await chain.mine(5)
    for (const { hash } of [sold, cancelled, offer]) await becomes(hash, { state: 'active', reason: null, transactionHash: null })
    expect(await server.db.select().from(sales).where(eq(sales.orderHash, sold.hash))).toHaveLength(0)
    expect(await typesOf(sold.hash)).toEqual([
      'order.created',
      'order.filled',
      'royalty.paid',
      'royalty.paid.retracted',
      'order.filled.retracted',
    ])
    expect(await typesOf(cancelled.hash)).toEqual(['order.created', 'order.cancelled', 'order.cancelled.retracted'])
    const last = await server.fill(5, sold.hash)
    expect((await server.api.order(sold.hash, { minBlock: last })).status.state).toBe('filled')
    const [row] = await server.db.select().from(assets).where(eq(assets.tokenId, sold.tokenId.toString()))
    expect(row).toMatchObject({ owner: person(5).address.toLowerCase(), listingHash: null, salePrice: `${ETHER}` })
  })

  it('is after a restart, and after blocks nobody followed, what it would be had it never stopped', async () => {
    const [moved, sold, kept] = [await list(1), await list(2), await list(3)]
    const { tokenId } = await chain.mint(person(1).address)
    const offer = await server.make({ by: 6, kind: 'offer', tokenId, price: ETHER })
    const fill = await server.api.fulfillOrder({ hash: sold.hash, filler: person(4).address })
    await server.halt()
    await chain.transfer(person(1).address, person(5).address, moved.tokenId)
    await server.walk(4, fill.steps)
    await chain.unwrap(person(6).address, ETHER)
    server = await startMarketServer(chain, { database: server.database })
    await becomes(moved.hash, { state: 'inactive', reason: 'MARKET_SELLER_NOT_OWNER' })
    await becomes(sold.hash, { state: 'filled' })
    await becomes(offer.hash, { state: 'inactive', reason: 'MARKET_BALANCE_TOO_LOW' })
    await becomes(kept.hash, { state: 'active' })
  })

  it('has the rows that an index from scratch makes of the same chain', async () => {
    await server.index.waitFor(Number(await chain.client.getBlockNumber({ cacheTime: 0 })))
    const scratch = await startMarketServer(chain)
    try {
      await scratch.index.waitFor(server.index.status().indexedBlock, 20_000)
      const salesOf = ({ db }: MarketServer) => db.select().from(sales).orderBy(asc(sales.block), asc(sales.logIndex))
      expect(await salesOf(scratch)).toEqual(await salesOf(server))
      const tokensOf = async ({ db }: MarketServer) =>
        (await db.select().from(assets).orderBy(asc(assets.ord))).map(({ tokenId, owner, ord, salePrice, saleAt }) => ({
          tokenId,
          owner,
          ord,
          salePrice,
          saleAt,
        }))
      expect(await tokensOf(scratch)).toEqual(await tokensOf(server))
      // Orders are no part of the chain: the same signed orders, published again where they are open, stand where they stood.
      const open = await server.db.select().from(orders).where(eq(orders.state, 'active'))
      for (const row of open) {
        const { order, signature, status } = await server.api.order(row.hash)
        const { checkedAtBlock: _, ...before } = status
        expect((await scratch.api.publishOrder({ order, signature })).status).toMatchObject(before)
      }
      expect(open.length).toBeGreaterThan(3)
    } finally {
      await scratch.stop()
    }
  })

  it('left no complaint in the log but that the chain was down', () => {
    expect(server.problems.filter((problem) => !problem.includes('chain node does not answer'))).toEqual([])
  })
})
