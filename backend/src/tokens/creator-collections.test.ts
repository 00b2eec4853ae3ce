import { houseTitles } from '@daedal/protocol/tokens/collection'
import { asc, eq } from 'drizzle-orm'
import { type Address, erc721Abi, type Hex, keccak256, parseEther, toHex, zeroAddress } from 'viem'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { orders } from '../market/tables.ts'
import { type CollectionActs, POLICY, useCollections } from '../testing/collections.ts'
import { type MarketChain, person, startMarketChain } from '../testing/market-chain.ts'
import { type MarketServer, startMarketServer } from '../testing/market-server.ts'
import { rebuilt, rowsOf } from '../testing/rebuilt.ts'
import { assets, collections } from './tables.ts'

const ETHER = parseEther('1')
const CREATOR = 1
const salt = (name: string): Hex => keccak256(toHex(name))

describe('collections of creators', { timeout: 120_000 }, () => {
  let chain: MarketChain
  let server: MarketServer
  let acts: CollectionActs
  beforeAll(async () => {
    chain = await startMarketChain()
    server = await startMarketServer(chain)
    acts = useCollections(chain)
  }, 300_000)
  afterAll(async () => {
    await server.stop()
    await chain.stop()
  })
  const create = async (name: string, change: object = {}) => {
    const terms = { name, ...change }
    const collection = await acts.factory.addressOf(CREATOR, terms, salt(name))
    return { collection, transaction: acts.factory.create(CREATOR, terms, salt(name)) }
  }
  const open = async (name: string, change: object = {}): Promise<Address> => {
    const { collection, transaction } = await create(name, change)
    await acts.send(CREATOR, transaction)
    return collection
  }
  const mint = async (collection: Address, name: string) => {
    const token = await acts.write(server.content, CREATOR, collection, { name })
    const { block } = await acts.send(CREATOR, acts.mintOwn(collection, token))
    return { ...token, block }
  }
  const rowOf = async (id: string) => (await server.db.select().from(assets).where(eq(assets.id, id)))[0]
  const seen = async () => server.index.waitFor(Number(await chain.client.getBlockNumber({ cacheTime: 0 })))

  it('are followed from their own block on, in which their first tokens may stand', async () => {
    const { collection, transaction } = await create('Lanterns')
    const [one, two] = [
      await acts.write(server.content, CREATOR, collection, { name: 'Paper lantern' }),
      await acts.write(server.content, CREATOR, collection, { name: 'Glass lantern' }),
    ]
    const block = await acts.inOneBlock(CREATOR, [transaction, acts.mintOwn(collection, one), acts.mintOwn(collection, two)])
    expect(await rowOf(one.id)).toBeUndefined()
    const detail = await server.api.asset(one.id, { minBlock: block })
    const [made] = await server.db.select().from(collections).where(eq(collections.address, collection.toLowerCase()))
    expect(made?.block).toBe(block)
    expect(Math.floor(((await rowOf(one.id))?.ord ?? 0) / 1_000_000)).toBe(block)
    const creator = person(CREATOR).address
    expect(detail).toMatchObject({
      id: `eip155:31337/erc721:${collection}/${one.tokenId}`,
      standard: 'erc721',
      name: 'Paper lantern',
      collection,
      creator,
      owner: creator,
      units: null,
      holders: 1,
      royaltyBps: 500,
      royaltyReceiver: creator,
      remixBps: 1_000,
      user: null,
      soulbound: false,
    })
    expect(await server.api.collection(collection)).toMatchObject({
      address: collection,
      kind: 'creator',
      standard: 'erc721',
      name: 'Lanterns',
      symbol: 'LANTERN',
      creator,
      contractUri: 'ipfs://lanterns',
      terms: { royaltyReceiver: creator, royaltyBps: 500, remixBps: 1_000, policy: 1 },
      items: 2,
      owners: 1,
      floor: null,
      volume: '0',
      sales: 0,
    })
    // Hears of later blocks, too.
    const third = await mint(collection, 'Iron lantern')
    expect((await server.api.assets({ collection, minBlock: third.block })).data.map(({ name }) => name)).toEqual([
      'Iron lantern',
      'Glass lantern',
      'Paper lantern',
    ])
    expect((await server.api.assets({ q: 'glass' })).data.map(({ id }) => id)).toEqual([two.id])
    const { data } = await server.api.activity({ collection })
    expect(data.map(({ type, asset }) => [type, asset?.name])).toEqual([
      ['asset.minted', 'Iron lantern'],
      ['asset.minted', 'Glass lantern'],
      ['asset.minted', 'Paper lantern'],
    ])
  })

  it('keep tokens apart that have the same id elsewhere', async () => {
    const collection = await open('Twins')
    const own = await mint(collection, 'Twin')
    // The same record of the same creator: the id of the token is the same everywhere.
    const { block } = await acts.send(CREATOR, acts.mintShared(CREATOR, own))
    await server.index.waitFor(block)
    const shared = own.id.replace(collection, chain.deployment.assetCollection)
    const move = acts.token(chain.deployment.assetCollection, 'transferFrom', [person(CREATOR).address, person(2).address, own.tokenId])
    await server.index.waitFor((await acts.send(CREATOR, move)).block)
    expect(await rowOf(own.id)).toMatchObject({ owner: person(CREATOR).address.toLowerCase(), content: 'verified' })
    // The record names the other collection, so its content is not believed here.
    expect(await rowOf(shared)).toMatchObject({ owner: person(2).address.toLowerCase(), content: 'invalid' })
    await server.index.waitFor((await acts.send(CREATOR, acts.token(collection, 'burn', [own.tokenId]))).block)
    expect(await rowOf(own.id)).toMatchObject({ burned: true })
    expect(await rowOf(shared)).toMatchObject({ burned: false, owner: person(2).address.toLowerCase() })
    expect((await server.api.assets({ collection })).total).toBe(0)
    const history = await server.api.assetHistory(own.id)
    expect(history.data.map(({ type }) => type)).toEqual(['asset.burned', 'asset.minted'])
  })

  it('tell of revisions, the end of them, users and bonds as the shared one does', async () => {
    const collection = await open('Drafts', { policy: POLICY.derivatives | POLICY.revisable })
    const draft = await mint(collection, 'First draft')
    const other = await acts.write(server.content, CREATOR, collection, { name: 'Second draft' })
    const revise = await acts.send(CREATOR, acts.token(collection, 'revise', [draft.tokenId, other.root]))
    await server.index.waitFor(revise.block)
    expect(await rowOf(draft.id)).toMatchObject({ root: other.root, frozen: false, content: 'invalid' })
    await acts.send(CREATOR, acts.token(collection, 'revise', [draft.tokenId, draft.root]))
    const frozen = await acts.send(CREATOR, acts.token(collection, 'freeze', [draft.tokenId]))
    expect(await server.api.asset(draft.id, { minBlock: frozen.block })).toMatchObject({ name: 'First draft', frozen: true })

    const until = BigInt(Math.floor(Date.now() / 1000) + 3_600)
    const lent = await acts.send(CREATOR, acts.token(collection, 'setUser', [draft.tokenId, person(3).address, until]))
    expect((await server.api.asset(draft.id, { minBlock: lent.block })).user).toEqual({
      account: person(3).address,
      expires: until.toString(),
    })
    const back = await acts.send(3, acts.token(collection, 'setUser', [draft.tokenId, zeroAddress, 0n]))
    expect((await server.api.asset(draft.id, { minBlock: back.block })).user).toBeNull()
    const over = await acts.send(CREATOR, acts.token(collection, 'setUser', [draft.tokenId, person(3).address, 1n]))
    expect((await server.api.asset(draft.id, { minBlock: over.block })).user).toBeNull()

    const bound = await open('Badges', { policy: POLICY.soulbound })
    const badge = await mint(bound, 'Badge')
    expect(await server.api.asset(badge.id, { minBlock: badge.block })).toMatchObject({ soulbound: true })
  })

  it('are traded: the book follows their tokens, and they have a floor and a volume', async () => {
    const collection = await open('Traded')
    const [cheap, dear] = [await mint(collection, 'Cheap'), await mint(collection, 'Dear')]
    const list = (token: { tokenId: bigint }, price: bigint) =>
      server.make({ by: CREATOR, kind: 'listing', collection, tokenId: token.tokenId, price })
    await seen()
    const [cheapListing, dearListing] = [await list(cheap, ETHER), await list(dear, 3n * ETHER)]
    expect(await server.api.collection(collection)).toMatchObject({
      items: 2,
      floor: { asset: cheap.id, hash: cheapListing.hash, price: `${ETHER}`, currency: zeroAddress },
    })
    expect((await server.api.assets({ collection, sort: 'price-asc' })).data.map(({ name, listing }) => [name, listing?.price])).toEqual([
      ['Cheap', `${ETHER}`],
      ['Dear', `${3n * ETHER}`],
    ])
    const block = await server.fill(2, cheapListing.hash)
    expect(await server.api.asset(cheap.id, { minBlock: block })).toMatchObject({
      owner: person(2).address,
      listing: null,
      lastSale: { price: `${ETHER}` },
    })
    expect(await server.api.collection(collection)).toMatchObject({
      owners: 2,
      floor: { hash: dearListing.hash },
      volume: `${ETHER}`,
      sales: 1,
    })
    expect((await server.api.bestOrders({ collection, tokenId: dear.tokenId.toString() })).listing?.hash).toBe(dearListing.hash)

    const gone = await acts.send(
      CREATOR,
      acts.token(collection, 'transferFrom', [person(CREATOR).address, person(4).address, dear.tokenId]),
    )
    expect((await server.api.order(dearListing.hash, { minBlock: gone.block })).status).toMatchObject({
      state: 'inactive',
      reason: 'MARKET_SELLER_NOT_OWNER',
    })
    expect(await server.api.asset(dear.id)).toMatchObject({ listing: null, owner: person(4).address })
    expect((await server.api.collection(collection)).floor).toBeNull()
    const owned = await server.api.accountAssets(person(4).address)
    expect(owned.data.map(({ asset, units }) => [asset, units])).toEqual([[dear.id, null]])
    await acts.send(4, acts.token(collection, 'transferFrom', [person(4).address, person(CREATOR).address, dear.tokenId]))
    await seen()
    expect((await server.api.order(dearListing.hash)).status.state).toBe('active')
    const burned = await acts.send(CREATOR, acts.token(collection, 'burn', [dear.tokenId]))
    expect((await server.api.order(dearListing.hash, { minBlock: burned.block })).status).toMatchObject({
      state: 'inactive',
      reason: 'MARKET_TOKEN_UNKNOWN',
    })
  })

  it('stop being followed when a reorg takes their creation, and are followed again when it comes back', async () => {
    const { collection, transaction } = await create('Lost')
    const token = await acts.write(server.content, CREATOR, collection, { name: 'Lost and found' })
    await seen()
    const before = await rowsOf(server.db)
    const takeBack = await chain.remember()
    await acts.inOneBlock(CREATOR, [transaction, acts.mintOwn(collection, token)])
    await seen()
    expect((await server.api.asset(token.id)).name).toBe('Lost and found')
    await takeBack()
    await chain.mine(3)
    await vi.waitFor(async () => expect(server.api.collection(collection)).rejects.toMatchObject({ code: 'TOKENS_COLLECTION_UNKNOWN' }), {
      timeout: 10_000,
      interval: 50,
    })
    expect(await rowOf(token.id)).toBeUndefined()
    expect(await rowsOf(server.db)).toEqual(before)
    const told = (await server.events()).filter(({ asset }) => asset === token.id).map(({ type }) => type)
    expect(told).toEqual(['asset.minted', 'asset.minted.retracted'])

    await acts.send(CREATOR, transaction)
    const { block } = await acts.send(CREATOR, acts.mintOwn(collection, token))
    expect(await server.api.asset(token.id, { minBlock: block })).toMatchObject({ name: 'Lost and found', owner: person(CREATOR).address })
    expect(await server.api.collection(collection)).toMatchObject({ items: 1 })
  })

  it('are listed, the newest first, with those of the deployment at the end, which are called what they are called on chain', async () => {
    const all = await server.api.collections({ limit: 100 })
    expect(all.data.map(({ name }) => name)).toEqual([
      'Lost',
      'Traded',
      'Badges',
      'Drafts',
      'Twins',
      'Lanterns',
      houseTitles.edition.name,
      houseTitles.shared.name,
    ])
    const { assetCollection: address } = chain.deployment
    const [name, symbol] = await Promise.all([
      chain.client.readContract({ address, abi: erc721Abi, functionName: 'name' }),
      chain.client.readContract({ address, abi: erc721Abi, functionName: 'symbol' }),
    ])
    expect(await server.api.collection(address)).toMatchObject({
      kind: 'shared',
      name,
      symbol,
      creator: null,
      terms: null,
      createdAt: null,
    })
    const [first, second] = [await server.api.collections({ limit: 5 }), all.data.slice(5)]
    expect((await server.api.collections({ limit: 5, cursor: first.page.next as string })).data).toEqual(second)
    expect((await server.api.collections({ kind: 'edition' })).data).toMatchObject([{ kind: 'edition', standard: 'erc1155' }])
    expect((await server.api.collections({ creator: person(2).address })).data).toEqual([])
    await expect(server.api.collection(person(2).address)).rejects.toMatchObject({ code: 'TOKENS_COLLECTION_UNKNOWN', status: 404 })
  })

  it('leave foreign collections as they were: judged when something stirs, and no assets', async () => {
    const foreign = await chain.mock('PlainCollection')
    await foreign.send(person(0).address, 'mint', [person(5).address, 1n])
    const listing = await server.make({ by: 5, kind: 'listing', collection: foreign.address, tokenId: 1n, price: ETHER })
    await seen()
    expect(await server.db.select().from(assets).where(eq(assets.collection, foreign.address.toLowerCase()))).toEqual([])
    await expect(server.api.collection(foreign.address)).rejects.toMatchObject({ code: 'TOKENS_COLLECTION_UNKNOWN' })
    await foreign.send(person(5).address, 'transferFrom', [person(5).address, person(6).address, 1n])
    await vi.waitFor(
      async () =>
        expect((await server.api.order(listing.hash)).status).toMatchObject({ state: 'inactive', reason: 'MARKET_SELLER_NOT_OWNER' }),
      { timeout: 10_000, interval: 50 },
    )
  })

  it('are, in an index from nothing, what they are here', async () => {
    await seen()
    const scratch = await rebuilt(chain, server)
    expect(scratch).toEqual(await rowsOf(server.db))
    expect(scratch.assets.length).toBeGreaterThan(8)
    expect(await server.db.select().from(orders)).not.toEqual([])
    expect((await server.db.select().from(collections).orderBy(asc(collections.ord))).map(({ kind }) => kind).slice(0, 2)).toEqual([
      'shared',
      'edition',
    ])
  })

  it('left no complaint in the log', () => expect(server.problems).toEqual([]))
})
