import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { assetRef } from '@daedal/protocol/chains/caip'
import type { Generation, PreparedMint, PrepareMint, SignedMint } from '@daedal/protocol/generation/api'
import { provenanceTypedData } from '@daedal/protocol/provenance/signature'
import { royaltySplitsAbi } from '@daedal/protocol/royalties/abi.gen'
import { assetCollectionAbi } from '@daedal/protocol/tokens/abi.gen'
import { type Address, encodeFunctionData, type Hex, zeroAddress } from 'viem'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { createReadPayees } from '../adapters/chain/read-payees.ts'
import { openEmbeddedContent } from '../adapters/content/embedded.ts'
import { embeddedPlanner } from '../generation/embedded-planner.ts'
import { quickDraughtsman } from '../generation/testing/fakes.ts'
import { type GenerationServer, startGenerationServer } from '../testing/generation-server.ts'
import { type MarketChain, person, startMarketChain } from '../testing/market-chain.ts'
import { type MarketServer, startMarketServer } from '../testing/market-server.ts'
import type { ContentStore } from './ports.ts'

const ETHER = 10n ** 18n

describe('a token that was made from others, on a chain', { timeout: 120_000 }, () => {
  let chain: MarketChain
  let market: MarketServer
  let studio: GenerationServer
  let content: ContentStore
  let dir: string
  beforeAll(async () => {
    dir = await mkdtemp(path.join(tmpdir(), 'daedal-lineage-'))
    content = await openEmbeddedContent(dir)
    chain = await startMarketChain()
    market = await startMarketServer(chain, { content })
    studio = await startGenerationServer({
      planner: embeddedPlanner,
      draughtsman: quickDraughtsman,
      database: market.database,
      client: chain.client,
      deployment: chain.deployment,
      content,
    })
  }, 300_000)
  afterAll(async () => {
    await studio.stop()
    await market.stop()
    await content.close()
    await chain.stop()
    await rm(dir, { recursive: true, force: true })
  })

  const send = async <T>(method: string, url: string, body?: unknown) => {
    const response = await fetch(`${studio.url}${url}`, {
      method,
      ...(body !== undefined && { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }),
    })
    return (await response.json()) as T
  }
  /** A job that is drawn. */
  const make = async (body: object): Promise<Generation> => {
    const { id } = await send<Generation>('POST', '/v1/generations', { variations: 1, ...body })
    return vi.waitFor(
      async () => {
        const job = await send<Generation>('GET', `/v1/generations/${id}`)
        expect(job.state).toBe('done')
        return job
      },
      { timeout: 20_000, interval: 50 },
    )
  }
  const asked = { variation: 0, licence: 'CC-BY-4.0', royaltyBps: 1_000, prompt: 'public', training: false } as const
  const prepare = (by: number, job: Generation, rest: Partial<PrepareMint> = {}) =>
    send<PreparedMint>('POST', `/v1/generations/${job.id}/mint`, { ...asked, name: 'Made', creator: person(by).address, ...rest })
  const sign = async (by: number, { coreHash, tokenId }: PreparedMint) => {
    const { chainId, assetCollection } = chain.deployment
    const message = { creator: person(by).address, coreHash: coreHash as Hex, tokenId: BigInt(tokenId) }
    return send<SignedMint>('PUT', `/v1/mints/${coreHash}/signature`, {
      signature: await person(by).signTypedData(provenanceTypedData(chainId, assetCollection, message)),
    })
  }
  /** Mints a job's picture and waits until the index shows it. */
  const mint = async (by: number, job: Generation, rest: Partial<PrepareMint> = {}) => {
    const record = await prepare(by, job, rest)
    const signed = await sign(by, record)
    expect(signed).toMatchObject({ coreHash: record.coreHash, estimatedGas: expect.stringMatching(/^\d+$/) })
    const { block } = await chain.send(person(by).address, signed.transaction as { to: Address; data: Hex; value: string })
    await market.index.waitFor(block)
    await vi.waitFor(async () => expect((await market.api.asset(record.asset)).name).toBe(record.core && (rest.name ?? 'Made')), {
      timeout: 10_000,
      interval: 50,
    })
    return record
  }
  const remixOf = (record: PreparedMint, prompt: string) => make({ prompt, from: { how: 'remix', of: [{ asset: record.asset }] } })
  const receiverOf = async ({ tokenId }: PreparedMint) => {
    const call = { address: chain.deployment.assetCollection, abi: assetCollectionAbi, functionName: 'royaltyInfo' } as const
    const [receiver, amount] = await chain.client.readContract({ ...call, args: [BigInt(tokenId), ETHER] })
    return { receiver, amount }
  }
  const payeesOf = async ({ tokenId }: PreparedMint) => {
    const payees = await createReadPayees(chain.client, chain.deployment)(chain.deployment.assetCollection, BigInt(tokenId))
    return new Map(payees.map(({ account, bps }) => [account, Number(bps)]))
  }
  /** Pays out what the split of a token has received. */
  const distribute = async ({ tokenId }: PreparedMint) => {
    const token = { address: chain.deployment.assetCollection, abi: assetCollectionAbi } as const
    const to = await chain.client.readContract({ ...token, functionName: 'SPLITS' })
    const payees = await createReadPayees(chain.client, chain.deployment)(token.address, BigInt(tokenId))
    await chain.send(person(5).address, {
      to,
      data: encodeFunctionData({ abi: royaltySplitsAbi, functionName: 'distribute', args: [payees, zeroAddress] }),
    })
  }

  it('names it, and pays its creator what they ask of every resale', async () => {
    const parent = await mint(1, await make({ prompt: 'a lake', seed: 7 }), { name: 'Parent', remixBps: 2_000 })
    const job = await remixOf(parent, 'at night in the snow')
    const child = await mint(2, job, { name: 'Child' })
    expect(child.core.inputs).toEqual([
      { relation: 'parentOf', token: parent.asset, coreHash: parent.coreHash, assetSha256: parent.core.asset.payloadSha256 },
    ])
    expect((await market.api.asset(child.asset)).parents).toMatchObject([{ id: parent.asset, name: 'Parent', relation: 'parentOf' }])
    expect((await market.api.asset(parent.asset)).children).toMatchObject([{ id: child.asset, name: 'Child', relation: 'parentOf' }])

    expect(await payeesOf(child)).toEqual(
      new Map([
        [person(1).address, 2_000],
        [person(2).address, 8_000],
      ]),
    )
    await chain.transfer(person(2).address, person(3).address, BigInt(child.tokenId))
    const order = await market.make({ by: 3, kind: 'listing', tokenId: BigInt(child.tokenId), price: ETHER })
    await market.fill(4, order.hash)
    const before = await chain.client.getBalance({ address: person(1).address })
    await distribute(child)
    // a fifth of the royalty of a tenth
    expect((await chain.client.getBalance({ address: person(1).address })) - before).toBe(ETHER / 50n)
  })

  it('passes on what its parent owes, through the split that its parent has', async () => {
    const first = await mint(1, await make({ prompt: 'a harbour market', seed: 3 }), { name: 'First', remixBps: 2_000 })
    const second = await mint(2, await remixOf(first, 'at night'), { name: 'Second', remixBps: 1_000 })
    const third = await mint(3, await remixOf(second, 'in the rain'), { name: 'Third' })
    // a tenth goes to the second, who shares it as its own royalty: a fifth of it is the first's
    expect(await payeesOf(third)).toEqual(
      new Map([
        [person(1).address, 200],
        [person(2).address, 800],
        [person(3).address, 9_000],
      ]),
    )
  })

  it('pays a parent that was burned meanwhile', async () => {
    const parent = await mint(1, await make({ prompt: 'a swamp', seed: 4 }), { name: 'Short-lived', remixBps: 3_000 })
    const job = await remixOf(parent, 'at night')
    const burn = encodeFunctionData({ abi: assetCollectionAbi, functionName: 'burn', args: [BigInt(parent.tokenId)] })
    const { block } = await chain.send(person(1).address, { to: chain.deployment.assetCollection, data: burn })
    await market.index.waitFor(block)
    const again = { prompt: 'by day', from: { how: 'remix', of: [{ asset: parent.asset }] } }
    expect(await send('POST', '/v1/generations', again)).toMatchObject({ code: 'GENERATION_SOURCE_NOT_SHOWN' })
    const child = await mint(2, job, { name: 'Orphan' })
    expect(child.core.inputs).toMatchObject([{ relation: 'parentOf', token: parent.asset }])
    expect((await payeesOf(child)).get(person(1).address)).toBe(3_000)
  })

  it('names both that are mixed; of a restyle the second inspires, is no parent on chain and is paid nothing', async () => {
    const lake = await mint(1, await make({ prompt: 'a lake by day', seed: 5 }), { name: 'Lake', remixBps: 500 })
    const forest = await mint(2, await make({ prompt: 'an ink drawing of a forest at night', seed: 6 }), { name: 'Forest', remixBps: 700 })
    const of = [{ asset: lake.asset }, { asset: forest.asset }]
    const mixed = await mint(3, await make({ prompt: '', from: { how: 'mix', of } }), { name: 'Mixed' })
    expect(await payeesOf(mixed)).toEqual(
      new Map([
        [person(1).address, 500],
        [person(2).address, 700],
        [person(3).address, 8_800],
      ]),
    )
    const restyled = await mint(3, await make({ prompt: '', from: { how: 'restyle', of } }), { name: 'Restyled' })
    expect(await payeesOf(restyled)).toEqual(
      new Map([
        [person(1).address, 500],
        [person(3).address, 9_500],
      ]),
    )
    expect((await market.api.asset(restyled.asset)).parents.map(({ name, relation }) => [name, relation])).toEqual([
      ['Lake', 'parentOf'],
      ['Forest', 'inspiredBy'],
    ])
  })

  it('of the same creator is minted under any licence, and pays nobody else', async () => {
    const own = { licence: 'LicenseRef-Daedal-Personal-1' } as const
    const parent = await mint(1, await make({ prompt: 'a castle', seed: 8 }), { name: 'Own', ...own })
    const refused = await send<{ code: string }>('POST', '/v1/generations', {
      prompt: 'at night',
      from: { how: 'remix', of: [{ asset: parent.asset }] },
    })
    expect(refused.code).toBe('GENERATION_SOURCE_FORBIDS')
    const answer = await fetch(`${studio.url}/v1/generations`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-client': person(1).address },
      body: JSON.stringify({ prompt: 'at night', variations: 1, from: { how: 'remix', of: [{ asset: parent.asset }] } }),
    })
    const { id } = (await answer.json()) as Generation
    const job = await vi.waitFor(async () => {
      const read = await send<Generation>('GET', `/v1/generations/${id}`)
      expect(read.state).toBe('done')
      return read
    })
    const child = await mint(1, job, { name: 'Own again', ...own })
    expect((await receiverOf(child)).receiver).toBe(person(1).address)
    // whoever else has the picture cannot mint it
    expect(await prepare(2, job)).toMatchObject({ code: 'GENERATION_SOURCE_FORBIDS' })
  })

  it('is one of the collection where pictures are minted', async () => {
    const { tokenId } = await chain.mint(person(1).address)
    const { chainId, assetCollection } = chain.deployment
    const code = async (asset: string) =>
      (await send<{ code: string }>('POST', '/v1/generations', { prompt: 'at night', from: { how: 'remix', of: [{ asset }] } })).code
    // its content is nowhere to be read
    await vi.waitFor(async () => expect(await code(assetRef(chainId, assetCollection, tokenId))).toBe('GENERATION_SOURCE_NOT_SHOWN'))
    expect(await code(assetRef(chainId, chain.deployment.editionCollection, 1n, 'erc1155'))).toBe('GENERATION_SOURCE_ELSEWHERE')
  })
})
