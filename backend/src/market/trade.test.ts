import { unpackNonce } from '@daedal/protocol/market/nonce'
import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { type MarketChain, person, startMarketChain } from '../testing/market-chain.ts'
import { type MarketServer, startMarketServer } from '../testing/market-server.ts'
import { assets } from '../tokens/tables.ts'

const ETHER = 10n ** 18n

describe('the order book', { timeout: 120_000 }, () => {
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
  const settled = (hash: `0x${string}`, status: object) =>
    vi.waitFor(async () => expect((await server.api.order(hash)).status).toMatchObject(status), { timeout: 10_000, interval: 50 })
  const quote = async (tokenId: bigint) => {
    const [row] = await server.db.select().from(assets).where(eq(assets.tokenId, tokenId.toString()))
    return row
  }
  const minted = async (by: number) => {
    const { tokenId, block } = await chain.mint(person(by).address)
    await server.index.waitFor(block)
    return tokenId
  }

  it('lists a token: nothing to approve, everything named; and sells it, with everyone paid exactly', async () => {
    const tokenId = await minted(1)
    await chain.transfer(person(1).address, person(2).address, tokenId)
    const prepared = await server.prepare({ by: 2, kind: 'listing', tokenId, price: ETHER })
    expect(prepared.steps.map(({ type }) => type)).toEqual(['sign'])
    expect(prepared.split).toMatchObject({
      price: `${ETHER}`,
      seller: `${(ETHER * 9_000n) / 10_000n}`,
      royalty: `${(ETHER * 750n) / 10_000n}`,
      royaltyReceiver: person(1).address,
      royaltyBps: 750,
      fee: `${(ETHER * 250n) / 10_000n}`,
      feeBps: 250,
    })
    expect(prepared.order.maxRoyaltyBps).toBe(750)
    const signature = await server.sign(2, prepared.order)
    const view = await server.api.publishOrder({ order: prepared.order, signature })
    expect(view).toMatchObject({ hash: prepared.hash, kind: 'listing', status: { state: 'active', reason: null } })
    expect(await server.api.publishOrder({ order: prepared.order, signature })).toMatchObject({
      hash: view.hash,
      createdAt: view.createdAt,
    })
    expect((await quote(tokenId))?.listingHash).toBe(view.hash)

    const fulfillment = await server.api.fulfillOrder({ hash: view.hash, filler: person(3).address })
    expect(fulfillment).toMatchObject({ fulfillable: true, reason: null, split: prepared.split })
    expect(BigInt(fulfillment.estimatedGas ?? 0)).toBeGreaterThan(60_000n)
    const [seller, creator] = await Promise.all([2, 1].map((who) => chain.client.getBalance({ address: person(who).address })))
    const block = await server.walk(3, fulfillment.steps)
    const [sellerAfter, creatorAfter] = await Promise.all([2, 1].map((who) => chain.client.getBalance({ address: person(who).address })))
    expect((sellerAfter ?? 0n) - (seller ?? 0n)).toBe(BigInt(prepared.split.seller))
    expect((creatorAfter ?? 0n) - (creator ?? 0n)).toBe(BigInt(prepared.split.royalty))
    const sold = await server.api.order(view.hash, { minBlock: block })
    expect(sold.status).toMatchObject({ state: 'filled', reason: null, transactionHash: expect.stringMatching(/^0x/) })
    expect(await quote(tokenId)).toMatchObject({ owner: person(3).address.toLowerCase(), listingHash: null, salePrice: `${ETHER}` })
    const types = (await server.events()).filter(({ data }) => data.orderHash === view.hash).map(({ type }) => type)
    expect(types).toEqual(['order.created', 'order.filled', 'royalty.paid'])

    expect(await server.api.fulfillOrder({ hash: view.hash, filler: person(4).address })).toMatchObject({
      fulfillable: false,
      reason: 'MARKET_ORDER_SPENT',
      steps: [],
    })
    await expect(server.api.publishOrder({ order: prepared.order, signature })).rejects.toMatchObject({ code: 'MARKET_ORDER_SPENT' })
  })

  it('takes an offer: wraps what is missing, approves the price; and the owner accepts it', async () => {
    const tokenId = await minted(1)
    const prepared = await server.prepare({ by: 4, kind: 'offer', tokenId, price: ETHER })
    expect(prepared.steps).toMatchObject([
      { type: 'wrap', amount: `${ETHER}`, transaction: { to: chain.deployment.wrappedEther, value: `${ETHER}` } },
      { type: 'approve', amount: `${ETHER}`, spender: chain.deployment.market },
      { type: 'sign', typedData: { primaryType: 'Order', domain: { chainId: 31_337 }, types: { EIP712Domain: expect.any(Array) } } },
    ])
    const signature = await server.sign(4, prepared.order)
    await expect(server.api.publishOrder({ order: prepared.order, signature })).rejects.toMatchObject({ code: 'MARKET_BALANCE_TOO_LOW' })
    await server.walk(4, prepared.steps.slice(0, 1))
    await expect(server.api.publishOrder({ order: prepared.order, signature })).rejects.toMatchObject({ code: 'MARKET_NOT_APPROVED' })
    await server.walk(4, prepared.steps.slice(1))
    const view = await server.api.publishOrder({ order: prepared.order, signature })
    expect((await quote(tokenId))?.offerPrice).toBe(`${ETHER}`)
    expect((await server.api.orders({ owner: person(1).address, kind: 'offer', state: 'active' })).data.map(({ hash }) => hash)).toEqual([
      view.hash,
    ])
    const block = await server.fill(1, view.hash)
    expect((await server.api.order(view.hash, { minBlock: block })).status.state).toBe('filled')
    expect((await quote(tokenId))?.owner).toBe(person(4).address.toLowerCase())
  })

  it('asks an owner who opted out of the market to approve it, on both sides of a trade', async () => {
    const tokenId = await minted(5)
    await chain.optOut(person(5).address, true)
    const listing = await server.prepare({ by: 5, kind: 'listing', tokenId, price: ETHER })
    expect(listing.steps.map(({ type }) => type)).toEqual(['approve', 'sign'])
    const signature = await server.sign(5, listing.order)
    await expect(server.api.publishOrder({ order: listing.order, signature })).rejects.toMatchObject({ code: 'MARKET_NOT_APPROVED' })
    const offer = await server.make({ by: 6, kind: 'offer', tokenId, price: ETHER })
    const answer = await server.api.fulfillOrder({ hash: offer.hash, filler: person(5).address })
    expect(answer).toMatchObject({ fulfillable: true, estimatedGas: null })
    expect(answer.steps.map(({ type }) => type)).toEqual(['approve', 'send'])
    const block = await server.walk(5, answer.steps)
    expect((await server.api.order(offer.hash, { minBlock: block })).status.state).toBe('filled')
  })

  it('gives listings of one token one bit until it is spent, and other tokens others', async () => {
    const [first, second] = [await minted(1), await minted(1)]
    const nonce = async (tokenId: bigint, price: bigint) => {
      const { order } = await server.prepare({ by: 1, kind: 'listing', tokenId, price })
      return order.nonce
    }
    const [dear, cheap, other] = [await nonce(first, 3n), await nonce(first, 2n), await nonce(second, 2n)]
    expect(cheap).toEqual(dear)
    expect(other).not.toEqual(dear)
    const together = await Promise.all(Array.from({ length: 6 }, (_, at) => nonce(at % 2 ? first : second, BigInt(at + 1))))
    expect(new Set(together.map(String)).size).toBe(2)
    const [one, two] = [
      await server.make({ by: 1, kind: 'listing', tokenId: first, price: 3n * ETHER }),
      await server.make({ by: 1, kind: 'listing', tokenId: first, price: 2n * ETHER }),
    ]
    expect((await quote(first))?.listingHash).toBe(two.hash)
    const block = await server.fill(2, one.hash)
    expect((await server.api.order(one.hash, { minBlock: block })).status.state).toBe('filled')
    await settled(two.hash, { state: 'cancelled', reason: 'MARKET_ORDER_SPENT' })
    await chain.transfer(person(2).address, person(1).address, first)
    expect(await nonce(first, 5n)).not.toEqual(dear)
  })

  it('cancels one order by its nonce, and all of a maker by the lane', async () => {
    const [first, second] = [await minted(7), await minted(7)]
    const one = await server.make({ by: 7, kind: 'listing', tokenId: first, price: ETHER })
    const two = await server.make({ by: 7, kind: 'listing', tokenId: second, price: ETHER })
    const maker = person(7).address
    await expect(server.api.cancelOrders({ maker: person(6).address, hash: one.hash })).rejects.toMatchObject({
      code: 'MARKET_ORDER_UNKNOWN',
    })
    await expect(server.api.cancelOrders({ maker })).rejects.toMatchObject({ code: 'REQUEST_INVALID' })
    const { steps } = await server.api.cancelOrders({ maker, hash: one.hash })
    expect(steps.map(({ type }) => type)).toEqual(['send'])
    const block = await server.walk(7, steps)
    expect((await server.api.order(one.hash, { minBlock: block })).status).toMatchObject({
      state: 'cancelled',
      reason: 'MARKET_ORDER_SPENT',
    })
    expect((await server.api.order(two.hash)).status.state).toBe('active')
    await expect(server.api.cancelOrders({ maker, hash: one.hash })).rejects.toMatchObject({ code: 'MARKET_ORDER_SPENT' })
    const all = await server.api.cancelOrders({ maker, all: true })
    const last = await server.walk(7, all.steps)
    expect((await server.api.order(two.hash, { minBlock: last })).status).toMatchObject({
      state: 'cancelled',
      reason: 'MARKET_ORDER_EPOCH_PASSED',
    })
    const again = await server.make({ by: 7, kind: 'listing', tokenId: first, price: ETHER })
    expect([unpackNonce(BigInt(again.order.nonce))?.epoch, again.status.state]).toEqual([1n, 'active'])
    const events = (await server.events()).filter(({ data }) => data.orderHash === one.hash || data.orderHash === two.hash)
    expect(events.map(({ type }) => type).sort()).toEqual(['order.cancelled', 'order.cancelled', 'order.created', 'order.created'])
  })

  it('pages through orders in a stable order, and refuses the cursor of another query', async () => {
    const tokenId = await minted(1)
    const made = []
    for (let price = 1n; price <= 5n; price++) made.push((await server.make({ by: 1, kind: 'listing', tokenId, price })).hash)
    const query = { collection: chain.deployment.assetCollection, tokenId: tokenId.toString(), limit: 2 }
    const found = []
    let cursor: string | undefined
    do {
      const page = await server.api.orders({ ...query, ...(cursor && { cursor }) })
      found.push(...page.data.map(({ hash }) => hash))
      cursor = page.page.next ?? undefined
    } while (cursor)
    expect(found).toEqual(made.toReversed())
    const { page } = await server.api.orders(query)
    await expect(server.api.orders({ ...query, tokenId: '1', cursor: page.next as string })).rejects.toMatchObject({
      code: 'TOKENS_CURSOR_INVALID',
    })
    await expect(server.api.order(`0x${'00'.repeat(32)}`)).rejects.toMatchObject({ code: 'MARKET_ORDER_UNKNOWN', status: 404 })
  })

  it('left no complaint in the log', () => expect(server.problems).toEqual([]))
})
