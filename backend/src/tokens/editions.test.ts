import { eq } from 'drizzle-orm'
import { parseEther } from 'viem'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { type CollectionActs, POLICY, useCollections } from '../testing/collections.ts'
import { type MarketChain, person, startMarketChain } from '../testing/market-chain.ts'
import { type MarketServer, startMarketServer } from '../testing/market-server.ts'
import { rebuilt, rowsOf } from '../testing/rebuilt.ts'
import { holdings } from './tables.ts'

const ETHER = parseEther('1')
const CREATOR = 1

describe('editions', { timeout: 120_000 }, () => {
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
  const at = (who: number) => person(who).address
  const mint = async (name: string, quantity: bigint, cap: bigint, policy: number = POLICY.derivatives, by = CREATOR) => {
    const token = await acts.write(server.content, by, chain.deployment.editionCollection, { name })
    const { block } = await acts.send(by, acts.mintUnits(by, token, quantity, cap, policy))
    const more = (units: bigint) => acts.send(by, acts.mintUnits(by, token, units, cap, policy))
    await server.index.waitFor(block)
    return { ...token, block, more }
  }
  const give = (from: number, to: number, tokenId: bigint, units: bigint) =>
    acts.send(from, acts.edition('safeTransferFrom', [at(from), at(to), tokenId, units, '0x']))
  const holdersOf = async (id: string, block: number) =>
    (await server.api.assetHolders(id, { minBlock: block })).data.map(({ account, units }) => [account, units])
  const chainHas = (account: number, tokenId: bigint) =>
    chain.client.readContract({
      address: chain.deployment.editionCollection,
      abi: [
        {
          type: 'function',
          name: 'balanceOf',
          stateMutability: 'view',
          inputs: [{ type: 'address' }, { type: 'uint256' }],
          outputs: [{ type: 'uint256' }],
        },
      ] as const,
      functionName: 'balanceOf',
      args: [at(account), tokenId],
    })
  const typesOf = async (id: string) =>
    (await server.events())
      .filter(({ asset, type }) => asset === id && type.startsWith('asset.'))
      .map(({ type, data }) => [type, data.units])

  it('are assets with a cap, a supply and holders', async () => {
    const token = await mint('Print', 5n, 100n)
    expect(token.id).toBe(`eip155:31337/erc1155:${chain.deployment.editionCollection}/${token.tokenId}`)
    expect(await server.api.asset(token.id)).toMatchObject({
      standard: 'erc1155',
      name: 'Print',
      creator: at(CREATOR),
      owner: null,
      units: { cap: '100', minted: '5', supply: '5' },
      holders: 1,
      soulbound: false,
      user: null,
      royaltyBps: 500,
    })
    const { block } = await token.more(7n)
    expect((await server.api.asset(token.id, { minBlock: block })).units).toEqual({ cap: '100', minted: '12', supply: '12' })
    await give(CREATOR, 2, token.tokenId, 4n)
    const last = await give(CREATOR, 3, token.tokenId, 1n)
    expect(await holdersOf(token.id, last.block)).toEqual([
      [at(CREATOR), '7'],
      [at(2), '4'],
      [at(3), '1'],
    ])
    const burned = await acts.send(2, acts.edition('burn', [at(2), token.tokenId, 3n]))
    expect(await server.api.asset(token.id, { minBlock: burned.block })).toMatchObject({
      units: { cap: '100', minted: '12', supply: '9' },
      holders: 3,
    })
    expect(await typesOf(token.id)).toEqual([
      ['asset.minted', '5'],
      ['asset.minted', '7'],
      ['asset.transferred', '4'],
      ['asset.transferred', '1'],
      ['asset.burned', '3'],
    ])
    const [first] = (await server.events()).filter(({ asset }) => asset === token.id)
    expect(first?.data).toMatchObject({ to: at(CREATOR).toLowerCase(), coreHash: token.coreHash, root: token.root })
    const history = await server.api.assetHistory(token.id)
    expect(history.data.map(({ type, units }) => [type, units])).toEqual([
      ['asset.burned', '3'],
      ['asset.transferred', '1'],
      ['asset.transferred', '4'],
      ['asset.minted', '7'],
      ['asset.minted', '5'],
    ])
  })

  it('move several at once, and only what moves counts', async () => {
    const [one, two] = [await mint('One of two', 3n, 3n), await mint('Two of two', 8n, 10n)]
    const batch = await acts.send(
      CREATOR,
      acts.edition('safeBatchTransferFrom', [
        at(CREATOR),
        at(4),
        [one.tokenId, two.tokenId, two.tokenId, one.tokenId],
        [3n, 2n, 1n, 0n],
        '0x',
      ]),
    )
    expect(await holdersOf(one.id, batch.block)).toEqual([[at(4), '3']])
    expect(await holdersOf(two.id, batch.block)).toEqual([
      [at(CREATOR), '5'],
      [at(4), '3'],
    ])
    for (const token of [one, two])
      for (const who of [CREATOR, 4]) {
        const [row] = await server.db
          .select()
          .from(holdings)
          .where(eq(holdings.asset, token.id))
          .then((rows) => rows.filter(({ account }) => account === at(who).toLowerCase()))
        expect(BigInt(row?.units ?? 0)).toBe(await chainHas(who, token.tokenId))
      }
    const ids = (await server.events()).map(({ id }) => id)
    expect(new Set(ids).size).toBe(ids.length)
    expect(await typesOf(two.id)).toEqual([
      ['asset.minted', '8'],
      ['asset.transferred', '2'],
      ['asset.transferred', '1'],
    ])
    // To oneself changes nothing; nothing at all of a token that nobody minted is not heard of.
    await give(4, 4, two.tokenId, 2n)
    const nothing = await give(4, 5, 77n, 0n)
    expect(await holdersOf(two.id, nothing.block)).toEqual([
      [at(CREATOR), '5'],
      [at(4), '3'],
    ])
    expect(await typesOf(`eip155:31337/erc1155:${chain.deployment.editionCollection}/77`)).toEqual([])
  })

  it('are found by who holds them, and are in the portfolio with their units', async () => {
    const token = await mint('Held', 6n, 6n)
    const { block } = await give(CREATOR, 5, token.tokenId, 2n)
    expect((await server.api.assets({ owner: at(5), minBlock: block })).data.map(({ id }) => id)).toEqual([token.id])
    expect((await server.api.assets({ collection: chain.deployment.editionCollection, q: 'held' })).data.map(({ id }) => id)).toEqual([
      token.id,
    ])
    expect(await server.api.portfolio(at(5))).toMatchObject({
      owned: 1,
      created: 0,
      listed: 0,
      holdings: [{ asset: { id: token.id }, units: '2' }],
    })
    expect((await server.api.accountAssets(at(5))).data.map(({ asset, owner, units }) => [asset, owner, units])).toEqual([
      [token.id, null, '2'],
    ])
    expect((await server.api.passport(token.id)).owner).toBeNull()
    const back = await give(5, CREATOR, token.tokenId, 2n)
    expect((await server.api.portfolio(at(5), { minBlock: back.block })).holdings).toEqual([])
    expect((await server.api.assets({ owner: at(5) })).data).toEqual([])
  })

  it('keep their holders through revisions, and are gone when the last unit is burned', async () => {
    const token = await mint('Revised print', 2n, 4n, POLICY.revisable)
    const other = await acts.write(server.content, CREATOR, chain.deployment.editionCollection, { name: 'Another' })
    await acts.send(CREATOR, acts.edition('revise', [token.tokenId, other.root]))
    await acts.send(CREATOR, acts.edition('revise', [token.tokenId, token.root]))
    await give(CREATOR, 6, token.tokenId, 1n)
    const frozen = await acts.send(CREATOR, acts.edition('freeze', [token.tokenId]))
    expect(await server.api.asset(token.id, { minBlock: frozen.block })).toMatchObject({
      frozen: true,
      holders: 2,
      units: { minted: '2', supply: '2' },
    })
    await acts.send(CREATOR, acts.edition('burn', [at(CREATOR), token.tokenId, 1n]))
    const gone = await acts.send(6, acts.edition('burn', [at(6), token.tokenId, 1n]))
    expect((await server.api.assets({ q: 'revised', minBlock: gone.block })).data).toEqual([])
    expect(await holdersOf(token.id, gone.block)).toEqual([])
    // There can be more of it: a creator may mint up to the cap.
    const { block } = await token.more(2n)
    expect((await server.api.assets({ q: 'revised', minBlock: block })).data).toMatchObject([{ units: { minted: '4', supply: '2' } }])
  })

  it('are sold in parts: the units go to the buyers, and the book follows what the seller has left', async () => {
    const { editionCollection: collection } = chain.deployment
    const token = await mint('Sold print', 10n, 10n)
    const listing = await server.make({ by: CREATOR, kind: 'listing', collection, tokenId: token.tokenId, quantity: '6', price: ETHER })
    expect(await server.api.asset(token.id)).toMatchObject({ listing: { hash: listing.hash, price: `${ETHER}` } })
    expect((await server.api.collection(collection)).floor).toMatchObject({ asset: token.id, price: `${ETHER}` })
    expect((await server.api.portfolio(at(CREATOR))).listed).toBe(1)
    const sold = await server.fill(2, listing.hash, { quantity: '4' })
    expect(await holdersOf(token.id, sold)).toEqual([
      [at(CREATOR), '6'],
      [at(2), '4'],
    ])
    expect(await server.api.asset(token.id)).toMatchObject({ lastSale: { price: `${ETHER}` } })
    expect(await server.api.collection(collection)).toMatchObject({ kind: 'edition', volume: `${4n * ETHER}`, sales: 1 })

    const one = await give(CREATOR, 3, token.tokenId, 5n)
    expect(await server.api.order(listing.hash, { minBlock: one.block })).toMatchObject({
      status: { state: 'active' },
      units: { remaining: '2', available: '1' },
    })
    const none = await give(CREATOR, 3, token.tokenId, 1n)
    expect((await server.api.order(listing.hash, { minBlock: none.block })).status).toMatchObject({
      state: 'inactive',
      reason: 'MARKET_UNITS_TOO_FEW',
    })
    expect((await server.api.asset(token.id)).listing).toBeNull()
    const again = await give(3, CREATOR, token.tokenId, 6n)
    expect(await server.api.order(listing.hash, { minBlock: again.block })).toMatchObject({
      status: { state: 'active' },
      units: { available: '2' },
    })
    expect((await server.api.bestOrders({ collection, tokenId: token.tokenId.toString() })).listing?.hash).toBe(listing.hash)
  })

  it('leave orders of people whom a transfer does not concern alone', async () => {
    const { editionCollection: collection } = chain.deployment
    const token = await mint('Busy print', 10n, 10n)
    const listing = await server.make({ by: CREATOR, kind: 'listing', collection, tokenId: token.tokenId, quantity: '2', price: ETHER })
    const { block: before } = await give(CREATOR, 2, token.tokenId, 2n)
    await server.api.order(listing.hash, { minBlock: before })
    const marks = async () =>
      (await server.db.execute<{ marks: number }>(`select marks from orders where hash = '${listing.hash}'`)).rows[0]?.marks
    const marked = await marks()
    await server.index.waitFor((await give(2, 3, token.tokenId, 1n)).block)
    expect(await marks()).toBe(marked)
    await server.index.waitFor((await give(3, CREATOR, token.tokenId, 1n)).block)
    expect(await marks()).toBe(Number(marked) + 1)
  })

  it('have again, after a reorg, the units and holders that they had before', async () => {
    const token = await mint('Undone', 5n, 9n)
    const first = await give(CREATOR, 2, token.tokenId, 2n)
    await server.index.waitFor(first.block)
    const before = await rowsOf(server.db)
    const takeBack = await chain.remember()
    await give(2, 3, token.tokenId, 2n)
    await acts.send(CREATOR, acts.edition('burn', [at(CREATOR), token.tokenId, 3n]))
    await token.more(4n)
    const lost = await mint('Never was', 1n, 1n)
    expect(await holdersOf(token.id, lost.block)).toEqual([
      [at(CREATOR), '4'],
      [at(3), '2'],
    ])
    await takeBack()
    await chain.mine(6)
    await vi.waitFor(async () => expect(await rowsOf(server.db)).toEqual(before), { timeout: 10_000, interval: 50 })
    await expect(server.api.asset(lost.id)).rejects.toMatchObject({ code: 'TOKENS_ASSET_UNKNOWN' })
    expect((await typesOf(token.id)).filter(([type]) => String(type).endsWith('.retracted'))).toEqual([
      ['asset.minted.retracted', '4'],
      ['asset.burned.retracted', '3'],
      ['asset.transferred.retracted', '2'],
    ])
    const { block } = await give(2, 6, token.tokenId, 1n)
    expect(await holdersOf(token.id, block)).toEqual([
      [at(CREATOR), '3'],
      ...[
        [at(2), '1'],
        [at(6), '1'],
      ].sort(([a], [b]) => (String(a).toLowerCase() < String(b).toLowerCase() ? -1 : 1)),
    ])
  })

  it('list their holders page by page', async () => {
    const token = await mint('Many holders', 30n, 30n)
    let block = 0
    for (const [to, units] of [
      [2, 3n],
      [3, 3n],
      [4, 3n],
      [5, 8n],
      [6, 1n],
    ] as const)
      ({ block } = await give(CREATOR, to, token.tokenId, units))
    const all = await server.api.assetHolders(token.id, { minBlock: block, limit: 100 })
    expect(all.data.map(({ units }) => units)).toEqual(['12', '8', '3', '3', '3', '1'])
    const found: unknown[] = []
    let cursor: string | null = null
    do {
      const { data, page }: typeof all = await server.api.assetHolders(token.id, { limit: 2, ...(cursor ? { cursor } : {}) })
      found.push(...data)
      cursor = page.next
    } while (cursor)
    expect(found).toEqual(all.data)
    await expect(server.api.assetHolders(token.id.replace(/\d+$/, '5'))).rejects.toMatchObject({ code: 'TOKENS_ASSET_UNKNOWN' })
  })

  it('are, in an index from nothing, what they are here', async () => {
    await server.index.waitFor(Number(await chain.client.getBlockNumber({ cacheTime: 0 })))
    const scratch = await rebuilt(chain, server)
    expect(scratch).toEqual(await rowsOf(server.db))
    expect(scratch.holdings.length).toBeGreaterThan(10)
    expect(scratch.sales).toHaveLength(1)
  })

  it('left no complaint in the log', () => expect(server.problems).toEqual([]))
})
