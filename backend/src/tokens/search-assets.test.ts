import type { AssetPage, AssetQuery } from '@daedal/protocol/tokens/api'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { tokensHeldFor } from '../market/hold-assets.ts'
import { type IndexFixture, startIndexFixture } from '../testing/index-fixture.ts'
import { account, CHAIN_ID, COLLECTION, type TokenScript } from '../testing/token-script.ts'
import { raiseVersion } from '../worlds/event-log.ts'
import { createSearchAssets } from './search-assets.ts'
import { setQuotes } from './set-quotes.ts'

const scripts: TokenScript[] = [
  {
    name: 'Rain on the ninth avenue',
    description: 'A futuristic city at night',
    plan: { time: 'night', weather: 'rain', wording: '未来城市的雨夜' },
  },
  { name: 'Quiet cities', description: 'Towers in the fog', plan: { time: 'dawn', weather: 'fog' }, licence: 'CC0-1.0' },
  { name: 'Gilded sword', kind: 'item', plan: { item: 'sword', material: 'gold', wording: '金制剑。' }, licence: 'CC0-1.0' },
  { name: 'Silver sword', kind: 'item', plan: { item: 'sword', material: 'silver' }, creator: account(2) },
  { name: '黄金盾牌', kind: 'item', description: '发光的盾牌', plan: { item: 'shield', material: 'gold' }, creator: account(2) },
  { name: 'Dunes', plan: { time: 'night', weather: 'clear' } },
]
const ether = 10n ** 18n

describe('searching assets', () => {
  let index: IndexFixture
  let ids: string[]
  let search: (query: AssetQuery) => Promise<AssetPage>
  const names = async (query: AssetQuery) => (await search(query)).data.map(({ name }) => name)
  const price = async (at: number, wei: bigint | null) =>
    index.database.db.transaction(async (tx) => {
      await raiseVersion(tx)
      const listing =
        wei === null ? null : { hash: `0x${'ab'.repeat(32)}` as const, price: wei.toString(), currency: COLLECTION, endTime: '9999999999' }
      await setQuotes(tx, [{ collection: COLLECTION, tokenId: ids[at]?.split('/').at(-1) as string, listing, offer: null, sale: null }])
    })
  beforeAll(async () => {
    index = await startIndexFixture()
    search = createSearchAssets({ db: index.database.db, place: { chainId: CHAIN_ID, drops: null }, tokensOf: tokensHeldFor })
    ids = (await index.mint(1, scripts)).map(({ id }) => id)
    await price(0, ether)
    await price(2, 3n * ether)
    await price(3, 2n * ether)
    await price(4, 2n * ether)
  })
  afterAll(() => index.stop())

  it('lists the newest first, with what a card shows', async () => {
    const page = await search({})
    expect(page.data.map(({ name }) => name)).toEqual(scripts.map(({ name }) => name).reverse())
    expect(page.total).toBe(6)
    expect(page.forSale).toBe(4)
    expect(page.data[3]).toMatchObject({
      name: 'Gilded sword',
      kind: 'item',
      width: 768,
      disclosure: 'algorithmicMedia',
      proof: 'claimed',
      listing: { price: (3n * ether).toString() },
      image: expect.stringMatching(/^\/ipfs\/baf[a-z2-7]+\/thumb\.webp$/),
    })
  })

  it('finds words in every form, the beginning of a word, and only where all of them are', async () => {
    expect((await names({ q: 'city' })).sort()).toEqual(['Quiet cities', 'Rain on the ninth avenue'])
    expect(await names({ q: 'sword gil' })).toEqual(['Gilded sword'])
    expect(await names({ q: 'sword rain' })).toEqual([])
    expect(await names({ q: 'NIGHT the' })).toEqual(expect.arrayContaining(['Dunes', 'Rain on the ninth avenue']))
    expect(await names({ q: "'; drop table assets; --" })).toEqual([])
    expect(await names({ q: '!!!' })).toEqual([])
  })

  it('finds Chinese in names, descriptions and in what the plan shows', async () => {
    expect(await names({ q: '盾牌' })).toEqual(['黄金盾牌'])
    expect(await names({ q: '金' })).toEqual(expect.arrayContaining(['黄金盾牌', 'Gilded sword']))
    expect(await names({ q: '未来城市' })).toEqual(['Rain on the ninth avenue'])
    expect(await names({ q: '金剑' })).toEqual(['Gilded sword'])
    expect(await names({ q: '剑盾' })).toEqual([])
  })

  it('ranks a name above a description', async () => {
    const [extra] = await index.mint(20, [{ name: 'City', description: 'plain' }])
    expect((await names({ q: 'city', sort: 'relevance' }))[0]).toBe('City')
    await index.store.rewind(index.chain.block(scripts.length).header)
    expect(await names({ q: 'city' })).not.toContain('City')
    expect(extra).toBeDefined()
  })

  it('joins different filters with and, values of one filter with or', async () => {
    expect(await names({ kind: 'item', trait: { Material: 'Gold' } })).toEqual(['黄金盾牌', 'Gilded sword'])
    expect(await names({ trait: { Material: 'Gold', Item: 'Sword' } })).toEqual(['Gilded sword'])
    expect(await names({ trait: { Material: ['Gold', 'Silver'], Item: 'Sword' } })).toEqual(['Silver sword', 'Gilded sword'])
    expect(await names({ licence: 'CC0-1.0', kind: ['scene', 'item'] })).toEqual(['Gilded sword', 'Quiet cities'])
    expect(await names({ creator: account(2) })).toEqual(['黄金盾牌', 'Silver sword'])
    expect(await names({ owner: account(9) })).toEqual([])
    expect(await names({ forSale: true, maxPrice: (2n * ether).toString(), kind: 'item' })).toEqual(['黄金盾牌', 'Silver sword'])
    expect(await names({ disclosure: 'trainedAlgorithmicMedia' })).toEqual([])
  })

  it('counts the values of each filter under the other filters', async () => {
    const { facets, total } = await search({ kind: 'item', trait: { Material: 'Gold' } })
    expect(total).toBe(2)
    expect(facets.kind).toEqual([{ value: 'item', count: 2 }])
    const trait = (name: string) => facets.traits.find((facet) => facet.name === name)?.values
    expect(trait('Material')).toEqual([
      { value: 'Gold', count: 2 },
      { value: 'Silver', count: 1 },
    ])
    expect(trait('Item')).toEqual([
      { value: 'Shield', count: 1 },
      { value: 'Sword', count: 1 },
    ])
    expect(trait('Weather')).toBeUndefined()
    const byLicence = await search({ licence: 'CC0-1.0' })
    expect(byLicence.facets.licence).toEqual([
      { value: 'CC-BY-4.0', count: 4 },
      { value: 'CC0-1.0', count: 2 },
    ])
    expect(byLicence.facets.kind).toEqual([
      { value: 'item', count: 1 },
      { value: 'scene', count: 1 },
    ])
  })

  it('shows the spread of prices, whatever price is asked for', async () => {
    const { facets, total } = await search({ minPrice: (2n * ether).toString(), maxPrice: (2n * ether).toString() })
    expect(total).toBe(2)
    expect(facets.price).toMatchObject({ min: ether.toString(), max: (3n * ether).toString() })
    expect(facets.price.histogram.reduce((sum, { count }) => sum + count, 0)).toBe(4)
    expect(facets.price.histogram[0]).toMatchObject({ from: ether.toString(), count: 1 })
    expect(facets.price.histogram.at(-1)).toMatchObject({ to: (3n * ether).toString(), count: 1 })
    for (const [at, bucket] of facets.price.histogram.entries())
      if (at > 0) expect(BigInt(bucket.from)).toBe(BigInt(facets.price.histogram[at - 1]?.to as string) + 1n)
    const inBucket = facets.price.histogram.find(({ from, to }) => BigInt(from) <= 2n * ether && 2n * ether <= BigInt(to))
    expect(inBucket?.count).toBe(2)
    expect((await search({ q: 'dunes' })).facets.price).toEqual({ min: null, max: null, histogram: [] })
  })

  it.each(['newest', 'price-asc', 'price-desc', 'relevance'] as const)('pages by %s without repeating or skipping', async (sort) => {
    const all = await names({ sort, q: sort === 'relevance' ? 'sword' : '' })
    const seen: string[] = []
    let cursor: string | null = null
    do {
      const page: AssetPage = await search({ sort, q: sort === 'relevance' ? 'sword' : '', limit: 1, ...(cursor ? { cursor } : {}) })
      seen.push(...page.data.map(({ name }) => name))
      cursor = page.page.next
    } while (cursor && seen.length < 20)
    expect(seen).toEqual(all)
    if (sort === 'price-asc') expect(all.slice(0, 4)).toEqual(['Rain on the ninth avenue', '黄金盾牌', 'Silver sword', 'Gilded sword'])
    if (sort === 'price-desc') expect(all.slice(0, 4)).toEqual(['Gilded sword', '黄金盾牌', 'Silver sword', 'Rain on the ninth avenue'])
  })

  it('refuses a cursor that is not its own', async () => {
    const { page } = await search({ limit: 1 })
    const next = page.next as string
    for (const [query, cursor] of [
      [{ kind: 'item' }, next],
      [{ sort: 'price-asc' }, next],
      [{}, 'bm90IG91cnM'],
      [{}, Buffer.from('["x","1; drop table"]').toString('base64url')],
      [{}, `${next}x`],
    ] as [AssetQuery, string][])
      await expect(search({ ...query, cursor })).rejects.toMatchObject({ code: 'TOKENS_CURSOR_INVALID' })
    expect((await search({ cursor: next, limit: 50 })).data).toHaveLength(5)
  })

  it('answers with what is there now, after every change', async () => {
    expect((await search({ forSale: true })).total).toBe(4)
    await price(5, 7n * ether)
    expect((await search({ forSale: true })).total).toBe(5)
    expect((await search({})).facets.price.max).toBe((7n * ether).toString())
    await price(5, null)
    expect((await search({ forSale: true })).total).toBe(4)
  })
})
