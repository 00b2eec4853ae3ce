import { packNonce } from '@daedal/protocol/market/nonce'
import { priceAt } from '@daedal/protocol/market/price'
import { asc } from 'drizzle-orm'
import fc from 'fast-check'
import { type Address, type Hex, pad, toHex, zeroAddress } from 'viem'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { startTestDatabase, type TestDatabase } from '../adapters/database/testing.ts'
import { priceNow } from './order-price.ts'
import { createReadOrders } from './read-orders.ts'
import { orderItems, orders, traitTokens } from './tables.ts'

const NOW = 1_700_000_000n
const WETH: Address = '0x00000000000000000000000000000000000000ee'
const OTHER: Address = '0x00000000000000000000000000000000000000cc'
const HOUSE: Address = '0x00000000000000000000000000000000000000aa'
const MAKER: Address = '0x0000000000000000000000000000000000000001'
const ROOT: Hex = pad('0x7007', { size: 32 })

describe('finding orders', { timeout: 60_000 }, () => {
  let database: TestDatabase
  let read: ReturnType<typeof createReadOrders>
  beforeAll(async () => {
    database = await startTestDatabase()
    read = createReadOrders({ db: database.db, chainId: 31_337, wrappedEther: WETH, now: () => new Date(Number(NOW) * 1000) })
  })
  afterAll(() => database.stop())
  afterEach(async () => {
    await database.db.delete(orders)
    await database.db.delete(traitTokens)
  })
  let count = 0
  const row = (changes: Partial<typeof orders.$inferInsert> = {}): typeof orders.$inferInsert => {
    count += 1
    return {
      hash: pad(toHex(count), { size: 32 }),
      kind: 0,
      maker: MAKER,
      taker: zeroAddress,
      collection: HOUSE,
      tokenId: '7',
      currency: zeroAddress,
      price: '100',
      endPrice: changes.price ?? '100',
      startTime: (NOW - 100n).toString(),
      endTime: (NOW + 100n).toString(),
      maxFeeBps: 500,
      maxRoyaltyBps: 1_000,
      lane: '0',
      bit: count % 192,
      epoch: '0',
      signature: '0x00',
      createdAt: new Date(0),
      state: 'active',
      checkedBlock: 0,
      feeBps: 250,
      royalty: '0',
      ...changes,
    }
  }
  const enter = async (...changes: Partial<typeof orders.$inferInsert>[]): Promise<Hex[]> => {
    const rows = changes.map(row)
    for (const values of rows) await database.db.insert(orders).values(values)
    return rows.map(({ hash }) => hash)
  }
  const hashesOf = async (query: Parameters<typeof read.list>[0]) => (await read.list(query)).data.map(({ hash }) => hash)

  it('the database computes every price as the protocol does', async () => {
    const amount = fc.bigInt({ min: 1n, max: (1n << 128n) - 1n })
    const time = fc.oneof(fc.bigInt({ min: 0n, max: (1n << 64n) - 2n }), fc.bigInt({ min: NOW - 1_000n, max: NOW + 1_000n }))
    const made = fc
      .sample(fc.tuple(amount, amount, time, fc.bigInt({ min: 1n, max: 10_000n })), 200)
      .map(([price, endPrice, startTime, length]) => ({
        price,
        endPrice,
        startTime,
        endTime: startTime + length,
      }))
    await enter(...made.map((order) => Object.fromEntries(Object.entries(order).map(([key, value]) => [key, value.toString()]))))
    const found = await database.db
      .select({ price: priceNow(NOW) })
      .from(orders)
      .orderBy(asc(orders.ord))
    expect(found.map(({ price }) => price)).toEqual(made.map((order) => priceAt(order, NOW).toString()))
  })

  it('by price: the cheapest listings and the highest offers first, page by page, whatever moves meanwhile', async () => {
    const [mid, falling, dear, twin] = await enter({ price: '100' }, { price: '300', endPrice: '1' }, { price: '900' }, { price: '100' })
    await enter({ kind: 1, currency: WETH, price: '5' })
    expect(await hashesOf({ kind: 'listing', sort: 'price' })).toEqual([mid, twin, falling, dear])
    const found: Hex[] = []
    let cursor: string | null = null
    do {
      const page: Awaited<ReturnType<typeof read.list>> = await read.list({
        kind: 'listing',
        sort: 'price',
        limit: 1,
        ...(cursor && { cursor }),
      })
      found.push(...page.data.map(({ hash }) => hash))
      cursor = page.page.next
    } while (cursor)
    expect(found).toEqual([mid, twin, falling, dear])
    const [low, high, same] = await enter(
      { kind: 1, currency: WETH, price: '10' },
      { kind: 1, currency: WETH, price: '30' },
      { kind: 1, currency: WETH, price: '30' },
    )
    const offers = { kind: 'offer', sort: 'price', limit: 2 } as const
    const first = await read.list(offers)
    expect(first.data.map(({ hash }) => hash)).toEqual([high, same])
    const second = await read.list({ ...offers, cursor: first.page.next as string })
    expect(second.data[0]?.hash).toBe(low)
    await expect(read.list({ sort: 'price' })).rejects.toMatchObject({ code: 'REQUEST_INVALID' })
    await expect(read.list({ ...offers, cursor: 'x' })).rejects.toMatchObject({ code: 'TOKENS_CURSOR_INVALID' })
  })

  it('what fits a token: orders that name it, bundles with it, offers to its collection and to its traits', async () => {
    const [named, other, toCollection, toTrait, toOtherTrait, elsewhere] = await enter(
      {},
      { tokenId: '8' },
      { kind: 2, tokenId: '0', currency: WETH },
      { form: 'trait-offer', kind: 2, tokenId: '0', currency: WETH, traitRoot: ROOT, traitHeight: 1 },
      { form: 'trait-offer', kind: 2, tokenId: '0', currency: WETH, traitRoot: pad('0x99', { size: 32 }), traitHeight: 1 },
      { kind: 2, tokenId: '0', currency: WETH, collection: OTHER },
    )
    const items = [
      { collection: HOUSE, tokenId: '7', quantity: '0' },
      { collection: HOUSE, tokenId: '9', quantity: '0' },
    ]
    const [bundle] = await enter({ form: 'bundle', collection: zeroAddress, tokenId: '0', items })
    await database.db.insert(orderItems).values(items.map((item, place) => ({ hash: bundle as Hex, place, ...item })))
    await database.db.insert(traitTokens).values(['7', '9'].map((tokenId) => ({ root: ROOT, tokenId })))
    const fitting = async (tokenId: string) => new Set(await hashesOf({ collection: HOUSE, tokenId, fits: true }))
    expect(await fitting('7')).toEqual(new Set([named, toCollection, toTrait, bundle]))
    expect(await fitting('8')).toEqual(new Set([other, toCollection]))
    expect(await fitting('9')).toEqual(new Set([toCollection, toTrait, bundle]))
    expect(await hashesOf({ collection: HOUSE, tokenId: '7' })).toEqual([named])
    expect(await hashesOf({ form: 'bundle' })).toEqual([bundle])
    expect(await hashesOf({ traitRoot: ROOT })).toEqual([toTrait])
    expect(new Set(await hashesOf({ kind: 'collection-offer' }))).toEqual(new Set([toCollection, toTrait, toOtherTrait, elsewhere]))
    await expect(read.list({ fits: true })).rejects.toMatchObject({ code: 'REQUEST_INVALID' })
    expect((await read.ofToken(HOUSE, '7')).map(({ hash }) => hash)).toEqual([bundle, named])
  })

  it('the best of each kind, in money that can be compared', async () => {
    const [listing, , , , , offer, , collectionOffer, traitOffer] = await enter(
      { price: '300', endPrice: '1' },
      { price: '200' },
      { price: '1', currency: OTHER },
      { price: '1', taker: MAKER },
      { price: '1', state: 'inactive' },
      { kind: 1, currency: WETH, price: '70' },
      { kind: 1, currency: WETH, price: '60' },
      { kind: 2, tokenId: '0', currency: WETH, price: '50' },
      { form: 'trait-offer', kind: 2, tokenId: '0', currency: WETH, price: '90', traitRoot: ROOT, traitHeight: 1 },
    )
    await database.db.insert(traitTokens).values({ root: ROOT, tokenId: '7' })
    const best = await read.best({ collection: HOUSE, tokenId: '7' })
    expect(best).toMatchObject({
      listing: { hash: listing, price: '151' },
      offer: { hash: offer },
      collectionOffer: { hash: collectionOffer },
      traitOffer: { hash: traitOffer },
      basis: { listing: null },
    })
    expect(await read.best({ collection: HOUSE, tokenId: '8' })).toMatchObject({
      listing: null,
      offer: null,
      collectionOffer: { hash: collectionOffer },
      traitOffer: null,
    })
    expect(await read.best({ collection: HOUSE })).toMatchObject({ listing: { hash: listing }, offer: null, traitOffer: null })
    expect((await read.best({ collection: HOUSE, traitRoot: ROOT })).traitOffer?.hash).toBe(traitOffer)
    expect((await read.best({ collection: HOUSE, currency: OTHER })).listing?.price).toBe('1')
  })

  it('shows an order for units, a price that moved and the nonce as they were signed', async () => {
    const [hash] = await enter({
      quantity: '10',
      filled: '3',
      available: '20',
      price: '1000',
      endPrice: '500',
      quotedPrice: '1000',
      royalty: '100',
      royaltyReceiver: MAKER,
      lane: '4',
      epoch: '5',
      bit: 6,
    })
    expect(await read.one(hash as Hex)).toMatchObject({
      order: { nonce: packNonce({ lane: 4n, epoch: 5n, bit: 6 }).toString(), quantity: '10' },
      price: '750',
      split: { price: '750', royalty: '75', royaltyReceiver: MAKER, fee: '18', seller: '657' },
      units: { filled: '3', remaining: '7', available: '7' },
      asset: expect.stringContaining('/erc1155:'),
    })
  })
})
