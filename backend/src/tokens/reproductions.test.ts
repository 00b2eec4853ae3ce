import { reproductionRegistryAbi } from '@daedal/protocol/provenance/abi.gen'
import { canonicalBytes } from '@daedal/protocol/provenance/core'
import { reproductionDomain, reproductionTypes } from '@daedal/protocol/provenance/reproduction'
import { type Address, bytesToHex, encodeFunctionData, type Hex, keccak256, toHex } from 'viem'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { type CollectionActs, useCollections } from '../testing/collections.ts'
import { type MarketChain, person, REEXECUTORS, startMarketChain } from '../testing/market-chain.ts'
import { type MarketServer, startMarketServer } from '../testing/market-server.ts'
import { rebuilt, rowsOf } from '../testing/rebuilt.ts'

type Token = Awaited<ReturnType<CollectionActs['write']>>
const OTHER: Hex = keccak256(toHex('something else'))

describe('the proof of an asset', { timeout: 120_000 }, () => {
  let chain: MarketChain
  let server: MarketServer
  let acts: CollectionActs
  let registry: Address
  beforeAll(async () => {
    chain = await startMarketChain()
    server = await startMarketServer(chain)
    acts = useCollections(chain)
    registry = chain.deployment.reproductionRegistry
  }, 300_000)
  afterAll(async () => {
    await server.stop()
    await chain.stop()
  })

  const send = (functionName: 'readRecord' | 'submit', args: readonly unknown[]) =>
    chain.send(person(0).address, {
      to: registry,
      data: encodeFunctionData({ abi: reproductionRegistryAbi, functionName, args } as Parameters<typeof encodeFunctionData>[0]),
    })
  const show = ({ core }: Token) => send('readRecord', [bytesToHex(canonicalBytes(core))])
  const recorded = ({ core }: Token) => core.asset.renderSha256 as Hex
  /** Hands in what a re-executor got for a token. */
  const submit = async (by: number, { tokenId, coreHash }: Token, renderHash: Hex, collection = chain.deployment.assetCollection) => {
    const message = { collection, tokenId, coreHash, renderHash }
    const domain = reproductionDomain(chain.deployment.chainId, registry)
    const signature = await person(by).signTypedData({ domain, types: reproductionTypes, primaryType: 'Reproduction', message })
    return send('submit', [message, person(by).address, signature])
  }
  const mint = async (name: string) => {
    const token = await acts.write(server.content, 1, chain.deployment.assetCollection, { name })
    await acts.send(1, acts.mintShared(1, token))
    await show(token)
    return token
  }
  const typesOf = async ({ id }: Token) =>
    (await server.events()).filter(({ asset, type }) => asset === id && !type.startsWith('asset.minted')).map(({ type }) => type)
  const [one, two, three] = REEXECUTORS

  it('is its creator’s claim until enough others got the same, and then what the chain says', async () => {
    const token = await mint('Made twice')
    const first = await submit(one, token, recorded(token))
    const claimed = await server.api.asset(token.id, { minBlock: first.block })
    expect(claimed).toMatchObject({
      proof: 'claimed',
      reproductions: [{ reexecutor: person(one).address, agrees: true, contradicted: false }],
    })
    expect((await server.api.assets({ proof: 'reproduced' })).total).toBe(0)
    const second = await submit(two, token, recorded(token))
    const proven = await server.api.asset(token.id, { minBlock: second.block })
    expect(proven.proof).toBe('reproduced')
    expect(proven.reproductions.map(({ reexecutor, renderHash }) => [reexecutor, renderHash])).toEqual(
      [one, two].map((by) => [person(by).address, recorded(token)]),
    )
    expect((await server.api.assets({ proof: 'reproduced' })).data.map(({ id }) => id)).toEqual([token.id])
    const kind = await chain.client.readContract({
      address: chain.deployment.assetCollection,
      abi: [
        {
          type: 'function',
          name: 'proofKind',
          stateMutability: 'view',
          inputs: [
            { name: 'tokenId', type: 'uint256' },
            { name: 'coreHash', type: 'bytes32' },
          ],
          outputs: [{ name: '', type: 'uint8' }],
        },
      ] as const,
      functionName: 'proofKind',
      args: [token.tokenId, token.coreHash],
    })
    expect(kind).toBe(2)
    expect(await typesOf(token)).toEqual(['asset.reproduced'])
    const [told] = (await server.events()).filter(({ type }) => type === 'asset.reproduced')
    expect(told?.data).toMatchObject({ coreHash: token.coreHash, renderHash: recorded(token), count: '2', threshold: 2 })
  })

  it('stays a claim where others got something else, which is shown with who contradicted itself', async () => {
    const token = await mint('Made otherwise')
    await submit(one, token, OTHER)
    await submit(two, token, recorded(token))
    const { block } = await submit(two, token, OTHER)
    const shown = await server.api.asset(token.id, { minBlock: block })
    expect(shown).toMatchObject({
      proof: 'claimed',
      reproductions: [
        { reexecutor: person(one).address, renderHash: OTHER, agrees: false, contradicted: false },
        { reexecutor: person(two).address, agrees: true, contradicted: true },
      ],
    })
    expect(await typesOf(token)).toEqual(['asset.conflicted', 'asset.conflicted'])
  })

  it('is that of its own record alone', async () => {
    const [token, other] = [await mint('Named rightly'), await mint('Named wrongly')]
    const mixed = { ...token, coreHash: other.coreHash }
    await submit(one, mixed, recorded(other))
    const { block } = await submit(two, mixed, recorded(other))
    expect(await server.api.asset(token.id, { minBlock: block })).toMatchObject({ proof: 'claimed', reproductions: [] })
  })

  it('of an edition is told under the id of the edition', async () => {
    const collection = chain.deployment.editionCollection
    const token = await acts.write(server.content, 1, collection, { name: 'Many made twice' })
    await acts.send(1, acts.mintUnits(1, token, 5n, 5n))
    await show(token)
    await submit(two, token, recorded(token), collection)
    const { block } = await submit(three, token, recorded(token), collection)
    expect((await server.api.asset(token.id, { minBlock: block })).proof).toBe('reproduced')
    expect(await typesOf(token)).toEqual(['asset.reproduced'])
  })

  it('is a claim again when a reorg takes the last reproduction away', async () => {
    const token = await mint('Made twice, for a while')
    await submit(one, token, recorded(token))
    const takeBack = await chain.remember()
    const { block } = await submit(three, token, recorded(token))
    expect((await server.api.asset(token.id, { minBlock: block })).proof).toBe('reproduced')
    await takeBack()
    await chain.mine(3)
    await vi.waitFor(async () => expect((await server.api.asset(token.id)).proof).toBe('claimed'), { timeout: 10_000, interval: 50 })
    expect((await server.api.asset(token.id)).reproductions).toHaveLength(1)
    expect(await typesOf(token)).toEqual(['asset.reproduced', 'asset.reproduced.retracted'])
  })

  it('is, in an index from nothing, what it is here', async () => {
    await server.index.waitFor(Number(await chain.client.getBlockNumber({ cacheTime: 0 })), 20_000)
    const scratch = await rebuilt(chain, server)
    expect(scratch).toEqual(await rowsOf(server.db))
    expect(scratch.reproductions.length).toBeGreaterThan(8)
  })

  it('left no complaint in the log', () => expect(server.problems).toEqual([]))
})
