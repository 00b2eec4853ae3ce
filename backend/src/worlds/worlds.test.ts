import { cidOfRoot } from '@daedal/protocol/tokens/root'
import { worldRegistryAbi } from '@daedal/protocol/worlds/abi.gen'
import { type Abi, type Address, encodeFunctionData, type Hex, keccak256, toHex, zeroHash } from 'viem'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { type MarketChain, person, startMarketChain } from '../testing/market-chain.ts'
import { type MarketServer, startMarketServer } from '../testing/market-server.ts'
import { rebuilt, rowsOf } from '../testing/rebuilt.ts'

const word = (text: string): Hex => keccak256(toHex(text))
const DAYS = 86_400

describe('worlds', { timeout: 120_000 }, () => {
  let chain: MarketChain
  let server: MarketServer
  let registry: Address
  beforeAll(async () => {
    chain = await startMarketChain()
    server = await startMarketServer(chain)
    registry = chain.deployment.worldRegistry
  }, 300_000)
  afterAll(async () => {
    await server.stop()
    await chain.stop()
  })

  const send = (by: number, functionName: string, args: readonly unknown[]) =>
    chain.send(person(by).address, { to: registry, data: encodeFunctionData({ abi: worldRegistryAbi as Abi, functionName, args }) })
  const register = async (by: number, name: string, keySet: Hex = zeroHash) => {
    const { block } = await send(by, 'register', [word(name), word(`manifest of ${name}`), keySet])
    const args = [person(by).address, word(name)] as const
    const id = await chain.client.readContract({ address: registry, abi: worldRegistryAbi, functionName: 'worldIdOf', args })
    return { id, block }
  }
  const told = async (id: Hex) => (await server.events()).filter(({ data }) => data.world === id)

  it('are what their operators say of them', async () => {
    const { id } = await register(1, 'Harbour')
    const collections = [chain.deployment.assetCollection, chain.deployment.editionCollection, chain.deployment.market]
    await send(1, 'acceptCollections', [id, collections, true])
    await send(1, 'acceptCollections', [id, collections.slice(0, 1), false])
    await send(1, 'rotateKeySet', [id, word('keys')])
    const { block } = await send(1, 'setManifest', [id, word('another manifest')])
    const world = await server.api.world(id, { minBlock: block })
    const { changes, ...shown } = world
    expect(shown).toEqual({
      id,
      operator: person(1).address,
      salt: word('Harbour'),
      manifest: { root: word('another manifest'), cid: cidOfRoot(word('another manifest')) },
      keySet: word('keys'),
      collections: collections.slice(1),
      handover: null,
      registeredAt: expect.stringMatching(/Z$/),
      transactionHash: expect.stringMatching(/^0x/),
    })
    const onChain = await chain.client.readContract({ address: registry, abi: worldRegistryAbi, functionName: 'worldOf', args: [id] })
    expect(onChain).toEqual({ operator: world.operator, manifest: world.manifest.root, keySet: world.keySet })
    const types = [
      'world.registered',
      'world.revised',
      ...Array<string>(3).fill('world.accepted'),
      'world.dropped',
      'world.rekeyed',
      'world.revised',
    ]
    expect(changes.map(({ type }) => type).toReversed()).toEqual(types)
    expect((await told(id)).map(({ type, accounts }) => [type, accounts])).toEqual(types.map((type) => [type, [person(1).address]]))
    await expect(server.api.world(zeroHash)).rejects.toMatchObject({ code: 'WORLDS_UNKNOWN', status: 404 })
  })

  it('have another operator when the announced one takes over', async () => {
    const { id } = await register(2, 'Orchard', word('keys'))
    await send(2, 'announceHandover', [id, person(3).address])
    const offered = await send(2, 'announceHandover', [id, person(4).address])
    const { handover } = await server.api.world(id, { minBlock: offered.block })
    const { to, validFrom } = await chain.client.readContract({
      address: registry,
      abi: worldRegistryAbi,
      functionName: 'handoverOf',
      args: [id],
    })
    expect(handover).toEqual({ to, validFrom: `${validFrom}` })
    const cancelled = await send(2, 'cancelHandover', [id])
    expect((await server.api.world(id, { minBlock: cancelled.block })).handover).toBeNull()
    await send(2, 'announceHandover', [id, person(4).address])
    await chain.pass(3 * DAYS)
    const { block } = await send(4, 'acceptHandover', [id])
    expect(await server.api.world(id, { minBlock: block })).toMatchObject({ operator: person(4).address, handover: null })
    const entries = await told(id)
    expect(entries.slice(3).map(({ type }) => type)).toEqual([
      'world.offered',
      'world.withdrawn',
      'world.offered',
      'world.withdrawn',
      'world.offered',
      'world.transferred',
    ])
    expect(entries.at(-1)?.accounts).toEqual([person(2).address, person(4).address])
  })

  it('are found by operator and by collection, page by page', async () => {
    const ids: Hex[] = []
    let last = 0
    for (const name of ['First', 'Second', 'Third']) {
      const { id, block } = await register(5, name)
      ids.push(id)
      last = block
    }
    const { block } = await send(5, 'acceptCollections', [ids[1], [person(7).address], true])
    expect(block).toBeGreaterThan(last)
    const operator = person(5).address
    const first = await server.api.worlds({ operator, limit: 2, minBlock: block })
    const rest = await server.api.worlds({ operator, limit: 2, cursor: first.page.next as string })
    expect([...first.data, ...rest.data].map(({ id }) => id)).toEqual(ids.toReversed())
    expect(rest.page.next).toBeNull()
    expect((await server.api.worlds({ collection: person(7).address })).data.map(({ id }) => id)).toEqual([ids[1]])
    await expect(server.api.worlds({ cursor: first.page.next as string })).rejects.toMatchObject({ code: 'TOKENS_CURSOR_INVALID' })
  })

  it('are, after a reorg, what the chain says then', async () => {
    const { id } = await register(6, 'Marsh')
    const takeBack = await chain.remember()
    await send(6, 'rotateKeySet', [id, word('keys')])
    const lost = await register(6, 'Never')
    expect((await server.api.world(id, { minBlock: lost.block })).keySet).toBe(word('keys'))
    await takeBack()
    await chain.mine(4)
    await vi.waitFor(async () => expect((await server.api.world(id)).keySet).toBeNull(), { timeout: 10_000, interval: 50 })
    await expect(server.api.world(lost.id)).rejects.toMatchObject({ code: 'WORLDS_UNKNOWN' })
    expect((await told(id)).map(({ type }) => type)).toEqual([
      'world.registered',
      'world.revised',
      'world.rekeyed',
      'world.rekeyed.retracted',
    ])
  })

  it('are, in an index from nothing, what they are here', async () => {
    await server.index.waitFor(Number(await chain.client.getBlockNumber({ cacheTime: 0 })), 20_000)
    const scratch = await rebuilt(chain, server)
    expect(scratch).toEqual(await rowsOf(server.db))
    expect(scratch.worlds).toHaveLength(6)
  })

  it('left no complaint in the log', () => expect(server.problems).toEqual([]))
})
