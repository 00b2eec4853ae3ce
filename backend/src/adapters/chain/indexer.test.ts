import { asc } from 'drizzle-orm'
import { afterEach, beforeEach, describe, expect, it, onTestFinished, vi } from 'vitest'
import { type IndexFixture, startIndexFixture } from '../../testing/index-fixture.ts'
import { createScriptedSource } from '../../testing/scripted-source.ts'
import { account, CHAIN_ID, COLLECTION, writeToken } from '../../testing/token-script.ts'
import { createIndexStore } from '../../tokens/index-store.ts'
import { INDEX_VERSION } from '../../tokens/ports.ts'
import { assets } from '../../tokens/tables.ts'
import { tokenProjections } from '../../tokens/token-projections.ts'
import { readEvents } from '../../worlds/event-log.ts'
import { createIndexer, type IndexerDeps } from './indexer.ts'

describe('following the chain', () => {
  let index: IndexFixture
  let node: ReturnType<typeof createScriptedSource>
  beforeEach(async () => {
    index = await startIndexFixture()
    node = createScriptedSource(index.chain)
  })
  afterEach(() => index.stop())

  const follow = (of: IndexFixture, changes: Partial<IndexerDeps> = {}) => {
    const indexer = createIndexer({
      source: node.source,
      store: of.store,
      deployment: { chainId: CHAIN_ID, market: COLLECTION, assetCollection: COLLECTION, deploymentBlock: 0 },
      decode: index.chain.decode,
      onMismatch: 'refuse',
      lead: async () => true,
      wallets: { watched: async () => new Map(), moved: async () => undefined },
      foreign: { watched: async () => [], stirred: async () => undefined },
      settle: async () => void (await of.load()),
      log: { info: () => undefined, warn: () => undefined, error: () => undefined },
      pollMs: 20,
      ...changes,
    })
    indexer.start()
    onTestFinished(() => indexer.stop())
    return indexer
  }
  const level = async (indexer: ReturnType<typeof follow>) =>
    vi.waitFor(
      async () => {
        expect(indexer.status().indexedBlock).toBe(node.head.number)
        expect((await index.store.cursor()).hash).toBe(node.head.hash)
      },
      { timeout: 15_000, interval: 20 },
    )
  const rows = async (of: IndexFixture) =>
    (await of.database.db.select().from(assets).orderBy(asc(assets.ord))).map(({ search: _, ...row }) => row)
  const move = (tokenId: bigint, to: number, from = 1) =>
    ({ name: 'Transfer', collection: COLLECTION, standard: 'erc721', tokenId, from: account(from), to: account(to) }) as const

  it('fills what was before it started, in smaller ranges when the node asks for it, and then follows', async () => {
    node = createScriptedSource(index.chain, { largestRange: 40 })
    const token = await writeToken(index.content, { name: 'Old' })
    node.grow(token.facts)
    for (let block = 0; block < 300; block++) node.grow()
    const indexer = follow(index)
    await level(indexer)
    expect(await rows(index)).toMatchObject([{ name: 'Old', content: 'verified' }])
    expect(node.seen.ranges).toBeLessThan(40)
    node.grow([move(token.tokenId, 2)])
    await indexer.waitFor(302)
    expect((await rows(index))[0]?.owner).toBe(account(2))
    expect(indexer.status()).toMatchObject({ chain: 'up', headBlock: 302 })
  })

  it('lets a reader wait for a block, with everything that follows from it, or says how far it is', async () => {
    const indexer = follow(index)
    await level(indexer)
    const token = await writeToken(index.content, { name: 'New' })
    const waited = indexer.waitFor(1)
    node.grow(token.facts)
    await waited
    expect((await rows(index))[0]?.content).toBe('verified')
    await expect(indexer.waitFor(50, 100)).rejects.toMatchObject({ code: 'INDEX_BEHIND', retryAfter: 1 })
  })

  it('undoes a reorg of depth 64 to exactly what an index from scratch has', { timeout: 60_000 }, async () => {
    const indexer = follow(index)
    const tokens = []
    for (let at = 0; at < 4; at++) tokens.push(await writeToken(index.content, { name: `Token ${at}` }))
    node.grow(tokens[0]?.facts)
    node.grow(tokens[1]?.facts)
    for (let block = 0; block < 64; block++)
      node.grow(block % 8 === 0 ? [move(tokens[0]?.tokenId as bigint, 10 + block)] : block === 5 ? tokens[2]?.facts : [])
    await level(indexer)
    node.cut(64)
    for (let block = 0; block < 65; block++)
      node.grow(block % 9 === 0 ? [move(tokens[1]?.tokenId as bigint, 100 + block)] : block === 4 ? tokens[3]?.facts : [], 'b')
    await level(indexer)
    const scratch = await startIndexFixture()
    onTestFinished(() => scratch.stop())
    for (let at = 0; at < 4; at++) await writeToken(scratch.content, { name: `Token ${at}` })
    // The same chain, told to an index that never saw the first branch.
    const again = createIndexer({
      source: node.source,
      store: createIndexStore({
        db: scratch.database.db,
        chainId: CHAIN_ID,
        decode: index.chain.decode,
        projections: tokenProjections({ chainId: CHAIN_ID, decode: index.chain.decode }),
        now: () => new Date(),
      }),
      deployment: { chainId: CHAIN_ID, market: COLLECTION, assetCollection: COLLECTION, deploymentBlock: 0 },
      decode: index.chain.decode,
      onMismatch: 'refuse',
      lead: async () => true,
      wallets: { watched: async () => new Map(), moved: async () => undefined },
      foreign: { watched: async () => [], stirred: async () => undefined },
      settle: async () => void (await scratch.load()),
      log: { info: () => undefined, warn: () => undefined, error: () => undefined },
      pollMs: 20,
    })
    again.start()
    onTestFinished(() => again.stop())
    await vi.waitFor(() => expect(again.status().indexedBlock).toBe(node.head.number), { timeout: 15_000 })
    await vi.waitFor(async () => expect(await rows(index)).toEqual(await rows(scratch)), { timeout: 15_000 })
    const { data } = await readEvents(index.database.db, { limit: 1_000 }, 0)
    expect(data.map(({ seq }) => seq)).toEqual(data.map((_, at) => at + 1))
    const standing = new Set(data.filter(({ type }) => !type.endsWith('.retracted')).map(({ seq }) => seq))
    for (const { type, data: told } of data) if (type.endsWith('.retracted')) standing.delete(told.retracts as number)
    const fresh = await readEvents(scratch.database.db, { limit: 1_000 }, 0)
    expect(data.filter(({ seq }) => standing.has(seq)).map(({ id }) => id)).toEqual(fresh.data.map(({ id }) => id))
  })

  it('says that the node is down, keeps what it has, and goes on when it is back', async () => {
    const indexer = follow(index)
    node.grow()
    await level(indexer)
    node.down()
    await vi.waitFor(() => expect(indexer.status()).toMatchObject({ chain: 'down', headBlock: null, indexedBlock: 1 }), { timeout: 5_000 })
    await expect(indexer.check()).rejects.toMatchObject({ code: 'CHAIN_UNAVAILABLE' })
    await vi.waitFor(() => expect(indexer.status().lagMs).toBeGreaterThan(0), { timeout: 5_000 })
    node.back()
    node.grow()
    await level(indexer)
    await indexer.check()
  })

  it('waits for a node that is merely behind, and undoes nothing', async () => {
    const indexer = follow(index)
    for (let block = 0; block < 5; block++) node.grow()
    await level(indexer)
    node.cut(2)
    await new Promise((resolve) => setTimeout(resolve, 200))
    expect((await index.store.cursor()).block).toBe(5)
    node.grow()
    node.grow()
    node.grow()
    await level(indexer)
    expect((await index.store.cursor()).block).toBe(6)
  })

  it('never mixes another chain into the index: refuses it, or starts over as configured', async () => {
    const token = await writeToken(index.content, { name: 'Here' })
    const first = follow(index)
    node.grow(token.facts)
    await level(first)
    await first.stop()
    node.replace('elsewhere')
    node.grow([], 'elsewhere')
    const refusing = follow(index)
    await vi.waitFor(() => expect(refusing.check()).rejects.toMatchObject({ code: 'CHAIN_MISMATCH' }), { timeout: 5_000 })
    expect(await rows(index)).toHaveLength(1)
    await refusing.stop()
    const starting = follow(index, { onMismatch: 'reindex' })
    await level(starting)
    expect(await rows(index)).toHaveLength(0)
    await starting.stop()
    node.replace('elsewhere', 5)
    const wrong = follow(index, { onMismatch: 'reindex' })
    await vi.waitFor(() => expect(wrong.check()).rejects.toMatchObject({ code: 'CHAIN_MISMATCH' }), { timeout: 5_000 })
  })

  it('starts over when the deployment has more contracts than before, and refuses others in their place', async () => {
    const token = await writeToken(index.content, { name: 'Here' })
    const deployment = { chainId: CHAIN_ID, market: COLLECTION, assetCollection: COLLECTION, deploymentBlock: 0 }
    const first = follow(index)
    node.grow(token.facts)
    await level(first)
    await first.stop()
    const before = await rows(index)
    const more = follow(index, { deployment: { ...deployment, collectionFactory: account(50), editionCollection: account(51) } })
    await level(more)
    await more.stop()
    expect(await rows(index)).toEqual(before)
    expect(await index.store.identity()).toMatchObject({ factory: account(50), editions: account(51) })
    const { data } = await readEvents(index.database.db, { limit: 1_000 }, 0)
    expect(data.map(({ type }) => type)).toEqual(['asset.minted', 'asset.minted.retracted', 'asset.minted'])
    for (const collectionFactory of [account(52), undefined]) {
      const other = follow(index, {
        deployment: { ...deployment, editionCollection: account(51), ...(collectionFactory && { collectionFactory }) },
      })
      await vi.waitFor(() => expect(other.check()).rejects.toMatchObject({ code: 'CHAIN_MISMATCH' }), { timeout: 5_000 })
      await other.stop()
    }
  })

  it('starts over when it keeps more than before', async () => {
    const token = await writeToken(index.content, { name: 'Here' })
    const first = follow(index)
    node.grow(token.facts)
    await level(first)
    await first.stop()
    const before = await rows(index)
    await index.database.pool.query('update index_state set version = 0')
    await index.database.pool.query('delete from assets')
    await level(follow(index))
    await vi.waitFor(async () => expect(await rows(index)).toEqual(before), { timeout: 5_000 })
    expect(await index.store.identity()).toMatchObject({ version: INDEX_VERSION })
  })

  it('only watches while another process leads', async () => {
    const leader = follow(index)
    const watcher = follow(index, { lead: async () => false })
    const token = await writeToken(index.content, { name: 'Shared' })
    node.grow(token.facts)
    await Promise.all([leader.waitFor(1), watcher.waitFor(1)])
    expect((await readEvents(index.database.db, {}, 0)).data).toHaveLength(1)
  })
})
