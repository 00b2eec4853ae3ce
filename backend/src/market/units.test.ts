import { asc, eq } from 'drizzle-orm'
import { type Hex, parseEther } from 'viem'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { type MarketChain, person, startMarketChain } from '../testing/market-chain.ts'
import { type MarketServer, startMarketServer } from '../testing/market-server.ts'
import { sales } from './tables.ts'

const ETHER = parseEther('1')

describe('orders for units of an edition', { timeout: 120_000 }, () => {
  let chain: MarketChain
  let server: MarketServer
  let edition: Awaited<ReturnType<MarketChain['mock']>>
  let tokenId = 0n
  beforeAll(async () => {
    chain = await startMarketChain()
    server = await startMarketServer(chain)
    edition = await chain.mock('PlainEditions')
    await edition.send(person(0).address, 'setRoyalty', [person(7).address, 500n])
  }, 300_000)
  afterAll(async () => {
    await server.stop()
    await chain.stop()
  })
  /** A new token of which somebody has units. */
  const mint = async (by: number, quantity: bigint) => {
    tokenId += 1n
    await edition.send(person(0).address, 'mint', [person(by).address, tokenId, quantity])
    return tokenId
  }
  const list = (by: number, id: bigint, quantity: bigint, price = ETHER) =>
    server.make({ by, kind: 'listing', collection: edition.address, tokenId: id, quantity: quantity.toString(), price })
  const give = (by: number, to: number, id: bigint, quantity: bigint) =>
    edition.send(person(by).address, 'safeTransferFrom', [person(by).address, person(to).address, id, quantity, '0x'])
  const ask = (hash: Hex, by: number, quantity: string) => server.api.fulfillOrder({ hash, filler: person(by).address, quantity })
  const becomes = (hash: Hex, expected: object) =>
    vi.waitFor(async () => expect(await server.api.order(hash)).toMatchObject(expected), { timeout: 10_000, interval: 50 })

  it('are filled in parts until nothing is left', async () => {
    const id = await mint(1, 5n)
    const order = await list(1, id, 5n)
    expect(order).toMatchObject({
      status: { state: 'active' },
      price: `${ETHER}`,
      units: { filled: '0', remaining: '5', available: '5' },
      asset: `eip155:31337/erc1155:${edition.address}/${id}`,
    })
    expect(await ask(order.hash, 2, '6')).toMatchObject({ fulfillable: false, reason: 'MARKET_UNITS_UNAVAILABLE' })
    expect(await ask(order.hash, 2, '0')).toMatchObject({ fulfillable: false, reason: 'MARKET_UNITS_UNAVAILABLE' })
    const answer = await ask(order.hash, 2, '2')
    expect(answer).toMatchObject({
      fulfillable: true,
      limit: `${2n * ETHER}`,
      split: { price: `${2n * ETHER}`, royalty: `${ETHER / 10n}`, fee: `${ETHER / 20n}` },
    })
    const block = await server.walk(2, answer.steps)
    expect(await server.api.order(order.hash, { minBlock: block })).toMatchObject({
      status: { state: 'active' },
      units: { filled: '2', remaining: '3', available: '3' },
    })
    expect(await edition.read('balanceOf', [person(2).address, id])).toBe(2n)
    const last = await server.fill(3, order.hash, { quantity: '3' })
    expect(await server.api.order(order.hash, { minBlock: last })).toMatchObject({ status: { state: 'filled' }, units: { remaining: '0' } })
    const rows = await server.db.select().from(sales).where(eq(sales.orderHash, order.hash)).orderBy(asc(sales.block))
    expect(rows.map(({ quantity, filled, price }) => [quantity, filled, price])).toEqual([
      ['2', '2', `${2n * ETHER}`],
      ['3', '5', `${3n * ETHER}`],
    ])
    const told = (await server.events()).filter(({ data }) => data.orderHash === order.hash).map(({ type, data }) => [type, data.quantity])
    expect(told).toEqual([
      ['order.created', '5'],
      ['order.filled', '2'],
      ['royalty.paid', undefined],
      ['order.filled', '3'],
      ['royalty.paid', undefined],
    ])
  })

  it('follow what their maker has: fewer, none, and some again', async () => {
    const id = await mint(1, 4n)
    const order = await list(1, id, 4n)
    await give(1, 4, id, 3n)
    await becomes(order.hash, { status: { state: 'active' }, units: { remaining: '4', available: '1' } })
    expect(await ask(order.hash, 2, '2')).toMatchObject({ fulfillable: false, reason: 'MARKET_UNITS_TOO_FEW' })
    await give(1, 4, id, 1n)
    await becomes(order.hash, { status: { state: 'inactive', reason: 'MARKET_UNITS_TOO_FEW' }, units: { available: '0' } })
    await give(4, 1, id, 2n)
    await becomes(order.hash, { status: { state: 'active' }, units: { available: '2' } })
  })

  it('that share a nonce share what was filled; a listing after a part was sold gets a nonce of its own', async () => {
    const id = await mint(1, 10n)
    const [four, two] = [await list(1, id, 4n), await list(1, id, 2n, 2n * ETHER)]
    expect(two.order.nonce).toBe(four.order.nonce)
    await server.fill(2, four.hash, { quantity: '3' })
    await becomes(four.hash, { status: { state: 'active' }, units: { filled: '3', remaining: '1' } })
    await becomes(two.hash, { status: { state: 'cancelled', reason: 'MARKET_ORDER_SPENT' } })
    const fresh = await list(1, id, 2n)
    expect(fresh.order.nonce).not.toBe(four.order.nonce)
    expect(fresh.units).toEqual({ filled: '0', remaining: '2', available: '2' })
  })

  it('are offered for and accepted in parts, as far as the money goes', async () => {
    const id = await mint(5, 6n)
    const given = { by: 4, kind: 'offer', collection: edition.address, tokenId: id, quantity: '4', price: ETHER } as const
    const prepared = await server.prepare(given)
    expect(prepared.steps).toMatchObject([
      { type: 'wrap', amount: `${4n * ETHER}` },
      { type: 'approve', amount: `${4n * ETHER}` },
      { type: 'sign' },
    ])
    const offer = await server.make(given)
    expect(await ask(offer.hash, 3, '1')).toMatchObject({ fulfillable: false, reason: 'MARKET_UNITS_TOO_FEW' })
    const answer = await ask(offer.hash, 5, '3')
    expect(answer.steps.map(({ type }) => type)).toEqual(['approve', 'send'])
    expect(answer.limit).toBe(answer.split.seller)
    const block = await server.walk(5, answer.steps)
    expect(await server.api.order(offer.hash, { minBlock: block })).toMatchObject({
      status: { state: 'active' },
      units: { filled: '3', remaining: '1', available: '1' },
    })
    await chain.unwrap(person(4).address, 1n)
    await becomes(offer.hash, { status: { state: 'inactive', reason: 'MARKET_BALANCE_TOO_LOW' }, units: { available: '0' } })
  })

  it('are not entered when their maker has fewer, or the token has no units', async () => {
    const id = await mint(1, 2n)
    await expect(list(1, id, 3n)).rejects.toMatchObject({ code: 'MARKET_UNITS_TOO_FEW' })
    const { tokenId: single } = await chain.mint(person(1).address)
    await expect(server.prepare({ by: 1, kind: 'listing', tokenId: single, quantity: '1', price: ETHER })).rejects.toMatchObject({
      code: 'MARKET_UNITS_UNAVAILABLE',
    })
    await expect(server.prepare({ by: 1, kind: 'listing', collection: edition.address, tokenId: id, price: ETHER })).rejects.toMatchObject({
      code: 'MARKET_UNITS_UNAVAILABLE',
    })
  })

  it('have again what a reorg takes the sale of away', async () => {
    const id = await mint(1, 5n)
    const order = await list(1, id, 5n)
    await server.fill(2, order.hash, { quantity: '1' })
    await becomes(order.hash, { units: { filled: '1' } })
    const takeBack = await chain.remember()
    await server.fill(3, order.hash, { quantity: '4' })
    await becomes(order.hash, { status: { state: 'filled' } })
    await takeBack()
    await chain.mine(4)
    await becomes(order.hash, { status: { state: 'active' }, units: { filled: '1', remaining: '4', available: '4' } })
    expect(await server.db.select().from(sales).where(eq(sales.orderHash, order.hash))).toHaveLength(1)
  })

  it('left no complaint in the log', () => expect(server.problems).toEqual([]))
})
