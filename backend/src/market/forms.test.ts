import { proofInTree, traitOf, traitTree } from '@daedal/protocol/market/trait'
import { tokenIdOf } from '@daedal/protocol/tokens/token-id'
import type { VoucherJson } from '@daedal/protocol/tokens/voucher'
import { asc, eq } from 'drizzle-orm'
import { type Address, type Hex, keccak256, parseEther, toHex } from 'viem'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { type MarketChain, person, startMarketChain } from '../testing/market-chain.ts'
import { type MarketServer, startMarketServer } from '../testing/market-server.ts'
import { assets } from '../tokens/tables.ts'
import { royaltyPayments, sales } from './tables.ts'

const ETHER = parseEther('1')

describe('every form of order', { timeout: 120_000 }, () => {
  let chain: MarketChain
  let server: MarketServer
  let vouchers: Awaited<ReturnType<MarketChain['mock']>>
  let edition: Awaited<ReturnType<MarketChain['mock']>>
  beforeAll(async () => {
    chain = await startMarketChain()
    server = await startMarketServer(chain)
    vouchers = await chain.mock('VoucherCollection', [chain.deployment.market])
    edition = await chain.mock('PlainEditions')
  }, 300_000)
  afterAll(async () => {
    await server.stop()
    await chain.stop()
  })
  const minted = async (by: number, royaltyBps = 750) => {
    const { tokenId, block } = await chain.mint(person(by).address, royaltyBps)
    await server.index.waitFor(block)
    return tokenId
  }
  const ownerOf = async (tokenId: bigint) => {
    const [row] = await server.db.select().from(assets).where(eq(assets.tokenId, tokenId.toString()))
    return row?.owner
  }
  const lower = (by: number) => person(by).address.toLowerCase()
  const salesOf = (hash: Hex) => server.db.select().from(sales).where(eq(sales.orderHash, hash)).orderBy(asc(sales.item))
  const ask = (hash: Hex, by: number, wish: object = {}) => server.api.fulfillOrder({ hash, filler: person(by).address, ...wish })
  const becomes = (hash: Hex, status: object) =>
    vi.waitFor(async () => expect((await server.api.order(hash)).status).toMatchObject(status), { timeout: 10_000, interval: 50 })

  it('a price that falls is shown as it is now, and is what is paid', async () => {
    const tokenId = await minted(1)
    const order = await server.make({ by: 1, kind: 'listing', tokenId, price: 4n * ETHER, endPrice: `${ETHER}`, durationSeconds: 3_600 })
    expect(order.order).toMatchObject({ price: `${4n * ETHER}`, endPrice: `${ETHER}` })
    const now = BigInt((await server.api.order(order.hash)).price)
    expect(now > 3n * ETHER && now <= 4n * ETHER).toBe(true)
    const answer = await ask(order.hash, 2)
    expect(answer.fulfillable).toBe(true)
    expect(BigInt(answer.limit ?? 0)).toBeGreaterThanOrEqual(BigInt(answer.split.price))
    expect(BigInt(answer.limit ?? 0)).toBeLessThanOrEqual(4n * ETHER)
    expect(BigInt(answer.split.price)).toBeLessThanOrEqual(now)
    const { split } = answer
    expect(BigInt(split.seller) + BigInt(split.royalty) + BigInt(split.fee)).toBe(BigInt(split.price))
    expect(await ask(order.hash, 2, { limit: `${ETHER}` })).toMatchObject({ fulfillable: false, reason: 'MARKET_PRICE_ABOVE_LIMIT' })
    const block = await server.walk(2, answer.steps)
    expect((await server.api.order(order.hash, { minBlock: block })).status.state).toBe('filled')
    const [sale] = await salesOf(order.hash)
    expect(BigInt(sale?.price ?? 0)).toBeLessThanOrEqual(BigInt(answer.limit ?? 0))
    expect(await ownerOf(tokenId)).toBe(lower(2))
  })

  it('a price that rises leaves room in the limit, and what is not needed comes back', async () => {
    const tokenId = await minted(1)
    const order = await server.make({ by: 1, kind: 'listing', tokenId, price: ETHER, endPrice: `${2n * ETHER}`, durationSeconds: 3_600 })
    const answer = await ask(order.hash, 3)
    expect(BigInt(answer.limit ?? 0)).toBeGreaterThan(BigInt(answer.split.price))
    expect(answer.steps).toMatchObject([{ type: 'send', transaction: { value: answer.limit } }])
    const before = await chain.client.getBalance({ address: person(3).address })
    await server.walk(3, answer.steps)
    const spent = before - (await chain.client.getBalance({ address: person(3).address }))
    expect(spent).toBeLessThan(BigInt(answer.limit ?? 0))
  })

  it('a quote moves with the price', async () => {
    const tokenId = await minted(1)
    const order = await server.make({ by: 1, kind: 'listing', tokenId, price: 4n * ETHER, endPrice: '1', durationSeconds: 60 })
    const quote = async () => {
      const [row] = await server.db.select().from(assets).where(eq(assets.tokenId, tokenId.toString()))
      return row?.listingHash === order.hash ? BigInt(row.listingPrice ?? 0) : null
    }
    const first = await quote()
    expect(first).not.toBeNull()
    await vi.waitFor(async () => expect(((await quote()) ?? 0n) < (first ?? 0n)).toBe(true), { timeout: 25_000, interval: 500 })
  })

  it('an offer to the collection is filled with the token that its seller names', async () => {
    const tokenId = await minted(5)
    const prepared = await server.prepare({ by: 4, kind: 'collection-offer', price: ETHER })
    expect(prepared.order).toMatchObject({ kind: 2, tokenId: '0', maxRoyaltyBps: 1_000 })
    const offer = await server.make({ by: 4, kind: 'collection-offer', price: ETHER })
    expect(offer).toMatchObject({ form: 'order', kind: 'collection-offer', asset: null, status: { state: 'active' } })
    expect(await ask(offer.hash, 5)).toMatchObject({ fulfillable: false, reason: 'MARKET_SELECTION_NEEDED' })
    expect(await ask(offer.hash, 6, { tokenId: `${tokenId}` })).toMatchObject({ reason: 'MARKET_SELLER_NOT_OWNER' })
    expect(await ask(offer.hash, 5, { tokenId: '77' })).toMatchObject({ reason: 'MARKET_TOKEN_UNKNOWN' })
    const answer = await ask(offer.hash, 5, { tokenId: `${tokenId}` })
    expect(answer).toMatchObject({ fulfillable: true, limit: answer.split.seller, split: { royaltyBps: 750, feeBps: 250 } })
    expect(await ask(offer.hash, 5, { tokenId: `${tokenId}`, limit: `${ETHER}` })).toMatchObject({ reason: 'MARKET_PROCEEDS_BELOW_LIMIT' })
    const block = await server.walk(5, answer.steps)
    expect((await server.api.order(offer.hash, { minBlock: block })).status.state).toBe('filled')
    expect(await ownerOf(tokenId)).toBe(lower(4))
    expect(await salesOf(offer.hash)).toMatchObject([{ seller: lower(5), buyer: lower(4), tokenId: `${tokenId}` }])
  })

  it('an offer for a trait is filled with a token that has it', async () => {
    const [first, second, other] = [await minted(5), await minted(6), await minted(5)]
    const tokenIds = [first, second].map(String)
    const ask1 = { by: 4, kind: 'collection-offer', form: 'trait-offer', price: ETHER } as const
    const offer = await server.make({ ...ask1, tokenIds })
    expect(offer).toMatchObject({ form: 'trait-offer', trait: traitOf([first, second]), status: { state: 'active' } })
    const found = await server.api.orders({
      collection: chain.deployment.assetCollection,
      tokenId: `${first}`,
      fits: true,
      form: 'trait-offer',
      state: 'active',
    })
    expect(found.data.map(({ hash }) => hash)).toEqual([offer.hash])
    expect(await ask(offer.hash, 5, { tokenId: `${other}` })).toMatchObject({ fulfillable: false, reason: 'MARKET_PROOF_INVALID' })
    const block = await server.fill(5, offer.hash, { tokenId: `${first}` })
    expect((await server.api.order(offer.hash, { minBlock: block })).status.state).toBe('filled')
    expect(await ownerOf(first)).toBe(lower(4))

    // By its root alone: the proof is the filler's to bring.
    const prepared = await server.prepare({ ...ask1, tokenIds: [...tokenIds, String(other)] })
    await server.walk(4, prepared.steps)
    const { form: _, order, trait } = prepared
    const body = {
      form: 'trait-offer',
      order,
      trait: trait as NonNullable<typeof trait>,
      signature: await server.sign(4, prepared),
    } as const
    await expect(server.api.publishOrder({ ...body, tokenIds })).rejects.toMatchObject({ code: 'MARKET_TRAIT_MISMATCH' })
    const bare = await server.api.publishOrder(body)
    expect(await ask(bare.hash, 5, { tokenId: `${other}` })).toMatchObject({ reason: 'MARKET_PROOF_INVALID' })
    const proof = proofInTree(traitTree([first, second, other]), other) as Hex[]
    expect(await ask(bare.hash, 6, { tokenId: `${second}`, proof })).toMatchObject({ reason: 'MARKET_PROOF_INVALID' })
    await server.fill(5, bare.hash, { tokenId: `${other}`, proof })
    await becomes(bare.hash, { state: 'filled' })
  })

  it('a bundle is sold whole, stands in the history of each token, and pays every creator', async () => {
    const [mine, bought] = [await minted(1, 1_000), await minted(2, 500)]
    await chain.transfer(person(2).address, person(1).address, bought)
    await edition.send(person(0).address, 'mint', [person(1).address, 9n, 7n])
    await edition.send(person(0).address, 'setRoyalty', [person(7).address, 200n])
    const house = chain.deployment.assetCollection
    const items = [
      { collection: house, tokenId: `${mine}`, quantity: '0' },
      { collection: house, tokenId: `${bought}`, quantity: '0' },
      { collection: edition.address, tokenId: '9', quantity: '3' },
    ]
    const price = 3n * ETHER + 1n
    const prepared = await server.prepare({ by: 1, kind: 'listing', form: 'bundle', price, items })
    expect(prepared.steps.map(({ type }) => type)).toEqual(['approve', 'sign'])
    expect(prepared.split.royalties).toHaveLength(3)
    const view = await server.make({ by: 1, kind: 'listing', form: 'bundle', price, items })
    expect(view).toMatchObject({ form: 'bundle', items, asset: null, status: { state: 'active' } })
    const named = await server.api.orders({ collection: house, tokenId: `${bought}`, fits: true, state: 'active' })
    expect(named.data.map(({ hash }) => hash)).toEqual([view.hash])

    const away = await chain.transfer(person(1).address, person(3).address, bought)
    expect((await server.api.order(view.hash, { minBlock: away.block })).status).toMatchObject({
      state: 'inactive',
      reason: 'MARKET_SELLER_NOT_OWNER',
    })
    const back = await chain.transfer(person(3).address, person(1).address, bought)
    expect((await server.api.order(view.hash, { minBlock: back.block })).status.state).toBe('active')

    const { split } = await ask(view.hash, 6)
    const block = await server.fill(6, view.hash)
    expect((await server.api.order(view.hash, { minBlock: block })).status.state).toBe('filled')
    const rows = await salesOf(view.hash)
    expect(rows.map(({ tokenId, quantity }) => [tokenId, quantity])).toEqual([
      [`${mine}`, '0'],
      [`${bought}`, '0'],
      ['9', '3'],
    ])
    const sum = (column: 'price' | 'fee' | 'royalty') => rows.reduce((total, row) => total + BigInt(row[column]), 0n)
    expect([sum('price'), sum('fee'), sum('royalty')].map(String)).toEqual([split.price, split.fee, split.royalty])
    const paid = await server.db.select().from(royaltyPayments).where(eq(royaltyPayments.orderHash, view.hash))
    expect(paid.map(({ receiver }) => receiver).toSorted()).toEqual([lower(1), lower(2), lower(7)].toSorted())
    const totals = await server.api.portfolio(person(7).address)
    expect(totals.royalties).toBe(paid.find(({ receiver }) => receiver === lower(7))?.amount)
    const told = (await server.events()).filter(({ type, data }) => type === 'order.filled' && data.orderHash === view.hash)
    expect(told.map(({ asset }) => asset?.split('/').at(-1))).toEqual([`${mine}`, `${bought}`, '9'])
    expect(new Set(told.map(({ id }) => id)).size).toBe(3)
  })

  it('an offer for a bundle is accepted by whoever has all of it', async () => {
    const [first, second] = [await minted(2), await minted(2)]
    const collection = chain.deployment.assetCollection
    const items = [first, second].map((tokenId) => ({ collection, tokenId: `${tokenId}`, quantity: '0' }))
    const offer = await server.make({ by: 4, kind: 'offer', form: 'bundle', price: ETHER, items })
    expect(await ask(offer.hash, 3)).toMatchObject({ fulfillable: false, reason: 'MARKET_SELLER_NOT_OWNER' })
    const answer = await ask(offer.hash, 2)
    expect(answer.limit).toBe(answer.split.seller)
    const block = await server.walk(2, answer.steps)
    expect((await server.api.order(offer.hash, { minBlock: block })).status.state).toBe('filled')
    expect([await ownerOf(first), await ownerOf(second)]).toEqual([lower(4), lower(4)])
  })

  it('bundles of other items get other bits, those of the same items the same', async () => {
    const collection = chain.deployment.assetCollection
    const items = [await minted(3), await minted(3)].map((tokenId) => ({ collection, tokenId: `${tokenId}`, quantity: '0' }))
    const nonce = async (some: typeof items) =>
      (await server.prepare({ by: 3, kind: 'listing', form: 'bundle', price: ETHER, items: some })).order.nonce
    const all = await nonce(items)
    expect(await nonce(items.toReversed())).toBe(all)
    expect(await nonce(items.slice(1))).not.toBe(all)
  })

  it('an order that holds in a state dies when the state changes, and lives when it is back', async () => {
    const tokenId = await minted(1)
    const collection = chain.deployment.assetCollection
    const state = (text: string) => vouchers.send(person(0).address, 'setState', [collection, tokenId, keccak256(toHex(text))])
    await state('unrented')
    const view = await server.make({ by: 1, kind: 'listing', form: 'state-order', stateSource: vouchers.address, tokenId, price: ETHER })
    expect(view).toMatchObject({ state: { source: vouchers.address, value: keccak256(toHex('unrented')) }, status: { state: 'active' } })
    await state('rented')
    expect(await ask(view.hash, 2)).toMatchObject({ fulfillable: false, reason: 'MARKET_STATE_CHANGED' })
    await chain.mine()
    await becomes(view.hash, { state: 'inactive', reason: 'MARKET_STATE_CHANGED' })
    await state('unrented')
    const block = await server.fill(2, view.hash)
    expect((await server.api.order(view.hash, { minBlock: block })).status.state).toBe('filled')
    await expect(
      server.prepare({ by: 2, kind: 'listing', form: 'state-order', stateSource: collection, tokenId, price: ETHER }),
    ).rejects.toMatchObject({ code: 'MARKET_STATE_UNREADABLE' })
  })

  it('a voucher is minted by its first buyer, once', async () => {
    const hash = (text: string) => keccak256(toHex(text))
    const voucher: VoucherJson = {
      coreHash: hash('core of a voucher'),
      root: hash('root'),
      promptCommitment: hash('prompt'),
      engineHash: hash('engine'),
      terms: { royaltyReceiver: person(1).address, royaltyBps: 500, remixBps: 0, policy: 1, disclosure: 2 },
      parents: [{ tokenId: '5', payees: [{ account: person(2).address, bps: 100 }] }],
      maxSupply: '0',
    }
    const collection = vouchers.address as Address
    const plain = await chain.mock('PlainCollection')
    const given = { by: 1, kind: 'listing', form: 'voucher-order', collection, voucher } as const
    const view = await server.make({ ...given, price: ETHER })
    expect(view).toMatchObject({ form: 'voucher-order', voucher, status: { state: 'active' }, split: { royaltyBps: 500 } })
    const dearer = await server.make({ ...given, price: 2n * ETHER })
    await expect(server.prepare({ ...given, price: ETHER, collection: plain.address, tokenId: 1n })).rejects.toMatchObject({
      code: 'MARKET_VOUCHER_UNKNOWN',
    })
    await expect(server.prepare({ ...given, price: ETHER, tokenId: 1n })).rejects.toMatchObject({ code: 'MARKET_TOKEN_NOT_DELIVERED' })
    await expect(server.prepare({ ...given, price: ETHER, quantity: '2' })).rejects.toMatchObject({ code: 'MARKET_UNITS_UNAVAILABLE' })
    const block = await server.fill(3, view.hash)
    expect((await server.api.order(view.hash, { minBlock: block })).status.state).toBe('filled')
    expect(await vouchers.read('ownerOf', [BigInt(view.order.tokenId)])).toBe(person(3).address)
    await becomes(dearer.hash, { state: 'cancelled', reason: 'MARKET_ORDER_SPENT' })
    await expect(server.prepare({ ...given, price: ETHER })).rejects.toMatchObject({ code: 'MARKET_VOUCHER_UNKNOWN' })
  })

  it('a voucher of the house becomes a token of the house, which the index knows', async () => {
    const hash = (text: string) => keccak256(toHex(text))
    const voucher: VoucherJson = {
      coreHash: hash('core of the house'),
      root: hash('root of the house'),
      promptCommitment: hash('prompt'),
      engineHash: hash('engine'),
      terms: { royaltyReceiver: person(1).address, royaltyBps: 500, remixBps: 0, policy: 1, disclosure: 2 },
      parents: [],
      maxSupply: '0',
    }
    const view = await server.make({ by: 1, kind: 'listing', form: 'voucher-order', voucher, price: ETHER })
    expect(view).toMatchObject({ status: { state: 'active' }, order: { tokenId: `${tokenIdOf(person(1).address, voucher.coreHash)}` } })
    const block = await server.fill(3, view.hash)
    expect((await server.api.order(view.hash, { minBlock: block })).status.state).toBe('filled')
    expect(await ownerOf(BigInt(view.order.tokenId))).toBe(lower(3))
    const [sale] = await salesOf(view.hash)
    expect(sale?.royalty).toBe(view.split.royalty)
  })

  it('what does not belong to a form is refused with a sentence', async () => {
    const tokenId = await minted(1)
    const collection = chain.deployment.assetCollection
    const items = [{ collection, tokenId: `${tokenId}`, quantity: '0' }]
    for (const wrong of [
      { kind: 'listing', items },
      { kind: 'listing', form: 'bundle' },
      { kind: 'collection-offer', tokenId },
      { kind: 'listing', form: 'voucher-order' },
      { kind: 'listing', form: 'state-order' },
      { kind: 'collection-offer', form: 'trait-offer' },
      { kind: 'listing', form: 'bundle', items, tokenId },
    ] as const)
      await expect(
        server.prepare({ by: 1, price: ETHER, ...wrong }),
        JSON.stringify(wrong, (_, value) => String(value)),
      ).rejects.toMatchObject({
        code: 'REQUEST_INVALID',
      })
    await expect(
      server.prepare({ by: 1, price: ETHER, kind: 'listing', form: 'bundle', items: [...items, ...items] }),
    ).rejects.toMatchObject({ code: 'MARKET_ORDER_MALFORMED' })
    await expect(
      server.prepare({ by: 1, price: ETHER, kind: 'listing', form: 'trait-offer', tokenIds: ['1'], tokenId }),
    ).rejects.toMatchObject({
      code: 'MARKET_KIND_NOT_ALLOWED',
    })
  })

  it('left no complaint in the log', () => expect(server.problems).toEqual([]))
})
