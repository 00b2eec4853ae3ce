import { permit2Types } from '@daedal/protocol/market/permit2'
import { type Hex, parseEther } from 'viem'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { type MarketChain, person, startMarketChain } from '../testing/market-chain.ts'
import { type MarketServer, startMarketServer } from '../testing/market-server.ts'

const ETHER = parseEther('1')
const TOKENS = 10n ** 21n
const MONTH = 2_592_000

describe('buying together, and other money than ether', { timeout: 120_000 }, () => {
  let chain: MarketChain
  let server: MarketServer
  let currency: Awaited<ReturnType<MarketChain['mock']>>
  beforeAll(async () => {
    chain = await startMarketChain({ withPermit2: true })
    server = await startMarketServer(chain)
    currency = await chain.mock('PermitCurrency')
    await chain.onMarket(person(0).address, 'allowCurrency', [currency.address, true])
    for (const by of [2, 3, 4]) await currency.send(person(0).address, 'mint', [person(by).address, TOKENS])
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
  const sweep = (by: number, hashes: readonly Hex[], rest: object = {}) =>
    server.api.sweepOrders({ filler: person(by).address, purchases: hashes.map((hash) => ({ hash })), ...rest })

  it('names what cannot be bought, and buys the rest', async () => {
    const [one, two, dead, other] = [
      await list(1),
      await list(1, 2n * ETHER),
      await list(5),
      await list(1, 5n, { currency: currency.address }),
    ]
    await chain.transfer(person(5).address, person(6).address, dead.tokenId)
    const twin = await server.make({ by: 1, kind: 'listing', tokenId: one.tokenId, price: 3n * ETHER })
    const offer = await server.make({ by: 6, kind: 'offer', tokenId: one.tokenId, price: 1n })
    const unknown: Hex = `0x${'22'.repeat(32)}`
    const answer = await sweep(2, [one.hash, dead.hash, twin.hash, two.hash, other.hash, offer.hash, unknown])
    expect(answer.fulfillable.map(({ hash }) => hash)).toEqual([one.hash, two.hash])
    expect(answer.unfulfillable.map(({ hash, reason }) => [hash, reason])).toEqual([
      [dead.hash, 'MARKET_SELLER_NOT_OWNER'],
      [twin.hash, 'MARKET_ORDER_SPENT'],
      [other.hash, 'MARKET_CURRENCY_NOT_ALLOWED'],
      [offer.hash, 'MARKET_KIND_NOT_ALLOWED'],
      [unknown, 'MARKET_ORDER_UNKNOWN'],
    ])
    expect(answer).toMatchObject({ maxSpend: `${3n * ETHER}`, steps: [{ type: 'send', transaction: { value: `${3n * ETHER}` } }] })
    const block = await server.walk(2, answer.steps)
    for (const { hash } of [one, two]) expect((await server.api.order(hash, { minBlock: block })).status.state).toBe('filled')
  })

  it('passes over what dies on the way, which the book then sees', async () => {
    const [one, two] = [await list(1), await list(1)]
    const answer = await sweep(2, [one.hash, two.hash])
    await chain.transfer(person(1).address, person(4).address, two.tokenId)
    const block = await server.walk(2, answer.steps)
    expect((await server.api.order(one.hash, { minBlock: block })).status.state).toBe('filled')
    await becomes(two.hash, { state: 'inactive', reason: 'MARKET_SELLER_NOT_OWNER' })
  })

  it('holds to what is spent at most and bought at least', async () => {
    const [one, two] = [await list(1), await list(1, 2n * ETHER)]
    const answer = await sweep(2, [one.hash, two.hash], { maxSpend: `${2n * ETHER}` })
    expect(answer.fulfillable.map(({ hash }) => hash)).toEqual([one.hash])
    expect(answer.unfulfillable).toMatchObject([{ hash: two.hash, reason: 'MARKET_PRICE_ABOVE_LIMIT' }])
    await expect(sweep(2, [one.hash, two.hash], { maxSpend: `${2n * ETHER}`, minFilled: 2 })).rejects.toMatchObject({
      code: 'MARKET_SWEEP_TOO_FEW',
    })
    await expect(sweep(2, [])).rejects.toMatchObject({ code: 'REQUEST_INVALID' })
    await expect(
      sweep(
        2,
        Array.from({ length: 51 }, () => one.hash),
      ),
    ).rejects.toMatchObject({ code: 'REQUEST_INVALID' })
  })

  it('sells for an allowed ERC-20, which the buyer approves first', async () => {
    const listing = await list(1, 1_000n, { currency: currency.address })
    const answer = await server.api.fulfillOrder({ hash: listing.hash, filler: person(2).address })
    expect(answer.steps).toMatchObject([
      { type: 'approve', amount: '1000', transaction: { to: currency.address } },
      { type: 'send', transaction: { value: '0' } },
    ])
    expect(await server.api.fulfillOrder({ hash: listing.hash, filler: person(5).address })).toMatchObject({
      fulfillable: false,
      reason: 'MARKET_BALANCE_TOO_LOW',
    })
    const block = await server.walk(2, answer.steps)
    expect((await server.api.order(listing.hash, { minBlock: block })).status.state).toBe('filled')
    const { tokenId } = await chain.mint(person(1).address)
    await expect(
      server.prepare({ by: 1, kind: 'listing', tokenId, price: 5n, currency: chain.deployment.assetCollection }),
    ).rejects.toMatchObject({ code: 'MARKET_CURRENCY_NOT_ALLOWED' })
  })

  it('an allowance that the buyer signed is submitted with the fill', async () => {
    const listing = await list(1, 1_000n, { currency: currency.address })
    const { chainId, market } = chain.deployment
    const message = { owner: person(3).address, spender: market, value: 1_000n, nonce: 0n, deadline: 4_000_000_000n }
    const signature = await person(3).signTypedData({
      domain: { name: 'Permit', version: '1', chainId, verifyingContract: currency.address },
      types: {
        Permit: [
          { name: 'owner', type: 'address' },
          { name: 'spender', type: 'address' },
          { name: 'value', type: 'uint256' },
          { name: 'nonce', type: 'uint256' },
          { name: 'deadline', type: 'uint256' },
        ],
      },
      primaryType: 'Permit',
      message,
    })
    const permit = { type: 'erc2612', value: '1000', deadline: '4000000000', signature } as const
    const answer = await server.api.fulfillOrder({ hash: listing.hash, filler: person(3).address, permit })
    expect(answer.steps.map(({ type }) => type)).toEqual(['send'])
    const block = await server.walk(3, answer.steps)
    expect((await server.api.order(listing.hash, { minBlock: block })).status.state).toBe('filled')
  })

  it('an allowance through Permit2 counts, for offers and for what is swept with it', async () => {
    const permit2 = chain.permit2
    if (!permit2) throw new Error('there is no Permit2')
    const { tokenId } = await chain.mint(person(1).address)
    const given = { by: 4, kind: 'offer', tokenId, price: 700n, currency: currency.address } as const
    const { order, steps } = await server.prepare(given)
    expect(steps.map(({ type }) => type)).toEqual(['approve', 'sign'])
    const signature = await server.sign(4, order)
    await currency.send(person(4).address, 'approve', [permit2.address, TOKENS])
    await expect(server.api.publishOrder({ order, signature })).rejects.toMatchObject({ code: 'MARKET_NOT_APPROVED' })
    const later = Math.floor(Date.now() / 1000) + MONTH
    await permit2.send(person(4).address, 'approve', [currency.address, chain.deployment.market, 700n, later])
    const view = await server.api.publishOrder({ order, signature })
    expect(view.status.state).toBe('active')
    const block = await server.fill(1, view.hash)
    expect((await server.api.order(view.hash, { minBlock: block })).status.state).toBe('filled')

    const listings = [await list(1, 10n, { currency: currency.address }), await list(1, 20n, { currency: currency.address })]
    const details = { token: currency.address, amount: 30n, expiration: later, nonce: 0 }
    const permit = {
      type: 'permit2',
      amount: '30',
      expiration: `${later}`,
      nonce: '0',
      sigDeadline: `${later}`,
      signature: await person(4).signTypedData({
        domain: { name: 'Permit2', chainId: chain.deployment.chainId, verifyingContract: permit2.address },
        types: permit2Types,
        primaryType: 'PermitSingle',
        message: { details, spender: chain.deployment.market, sigDeadline: BigInt(later) },
      }),
    } as const
    const answer = await sweep(
      4,
      listings.map(({ hash }) => hash),
      { permit },
    )
    expect(answer).toMatchObject({ currency: currency.address, maxSpend: '30', unfulfillable: [] })
    expect(answer.steps.map(({ type }) => type)).toEqual(['send'])
    await server.walk(4, answer.steps)
    for (const { hash } of listings) await becomes(hash, { state: 'filled' })
  })

  it('an offer sleeps while the money of its currency is elsewhere', async () => {
    const { tokenId } = await chain.mint(person(1).address)
    const offer = await server.make({ by: 3, kind: 'offer', tokenId, price: 500n, currency: currency.address })
    const held = (await currency.read('balanceOf', [person(3).address])) as bigint
    await currency.send(person(3).address, 'transfer', [person(0).address, held])
    await becomes(offer.hash, { state: 'inactive', reason: 'MARKET_BALANCE_TOO_LOW' })
    await currency.send(person(0).address, 'transfer', [person(3).address, held])
    await becomes(offer.hash, { state: 'active' })
    await chain.onMarket(person(0).address, 'allowCurrency', [currency.address, false])
    await becomes(offer.hash, { state: 'inactive', reason: 'MARKET_CURRENCY_NOT_ALLOWED' })
    await chain.onMarket(person(0).address, 'allowCurrency', [currency.address, true])
  })

  it('left no complaint in the log', () => expect(server.problems).toEqual([]))
})
