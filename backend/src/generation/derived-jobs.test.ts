import { ENGINE, settlePlan, understand } from '@daedal/engine/engine'
import type {
  Generation,
  GenerationRequest,
  PreparedMint,
  PrepareMint,
  SignedMint,
  UnderstandAnswer,
} from '@daedal/protocol/generation/api'
import { formatSizes, type Origin, type Source } from '@daedal/protocol/generation/origin'
import { parsePlan } from '@daedal/protocol/generation/plan'
import { provenanceTypedData } from '@daedal/protocol/provenance/signature'
import type { Hex } from 'viem'
import { generatePrivateKey, privateKeyToAccount } from 'viem/accounts'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { type GenerationServer, startGenerationServer, testDeployment } from '../testing/generation-server.ts'
import { type IndexFixture, startIndexFixture } from '../testing/index-fixture.ts'
import { account, type TokenScript, writeToken } from '../testing/token-script.ts'
import type { ChainFact } from '../tokens/ports.ts'
import { embeddedPlanner } from './embedded-planner.ts'
import { patientDraughtsman } from './testing/fakes.ts'

const planOf = (prompt: string) => parsePlan(understand({ prompt }).plan)
const LAKE = planOf('a lake with a boat')
const NIGHT = planOf('an ink drawing of a forest at night')
const SWORD = planOf('a golden sword')

describe('what is made of something that was made before', () => {
  const artist = patientDraughtsman()
  const creator = privateKeyToAccount(generatePrivateKey())
  let index: IndexFixture
  let server: GenerationServer
  let block = 0
  beforeAll(async () => {
    index = await startIndexFixture()
    server = await startGenerationServer({ planner: embeddedPlanner, draughtsman: artist.draughtsman, database: index.database })
  })
  afterAll(async () => {
    await server.stop()
    await index.stop()
  })

  const nextBlock = () => {
    block += 1
    return block
  }
  const commit = (facts: readonly ChainFact[]) => index.commit(nextBlock(), facts)
  const token = async (script: Partial<TokenScript> & { name: string }) => {
    const [made] = await index.mint(nextBlock(), [{ plan: LAKE, engine: ENGINE, seed: '7', ...script }])
    return made as Awaited<ReturnType<typeof writeToken>>
  }
  const send = (method: string, path: string, body?: unknown, client = 'someone') =>
    fetch(`${server.url}${path}`, {
      method,
      headers: { 'x-client': client, ...(body !== undefined && { 'content-type': 'application/json' }) },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    })
  const codeOf = async (response: Response) => [response.status, ((await response.json()) as { code: string }).code]
  const ask = (how: Origin['how'], of: Source[], rest: Partial<GenerationRequest> = {}) => ({
    prompt: '',
    variations: 1,
    from: { how, of },
    ...rest,
  })
  const understood = async (body: ReturnType<typeof ask>) => {
    const { variations: _, ...question } = body
    return (await (await send('POST', '/v1/understanding', question)).json()) as UnderstandAnswer
  }
  /** A job whose pictures are drawn. */
  const done = async (body: unknown) => {
    const answer = await send('POST', '/v1/generations', body, `client ${Math.random()}`)
    expect(answer.status, await answer.clone().text()).toBe(202)
    const { id } = (await answer.json()) as Generation
    return vi.waitFor(
      async () => {
        for (const drawing of artist.waiting.splice(0)) drawing.finish()
        const job = (await (await send('GET', `/v1/generations/${id}`)).json()) as Generation
        expect(job.state).toBe('done')
        return job
      },
      { timeout: 20_000, interval: 50 },
    )
  }
  const asked: PrepareMint = {
    variation: 0,
    creator: creator.address,
    name: 'Mine',
    licence: 'CC-BY-4.0',
    royaltyBps: 500,
    prompt: 'public',
    training: false,
  }
  const prepare = (id: string, rest: Partial<PrepareMint> = {}) => send('POST', `/v1/generations/${id}/mint`, { ...asked, ...rest })
  const prepared = async (id: string, rest: Partial<PrepareMint> = {}) => (await (await prepare(id, rest)).json()) as PreparedMint
  const sign = async ({ coreHash, tokenId }: PreparedMint) =>
    send('PUT', `/v1/mints/${coreHash}/signature`, {
      signature: await creator.signTypedData(
        provenanceTypedData(testDeployment.chainId, testDeployment.assetCollection, {
          creator: creator.address,
          coreHash: coreHash as Hex,
          tokenId: BigInt(tokenId),
        }),
      ),
    })
  /** Puts the token of a prepared record on chain and into the index, as a mint does. */
  const mint = async (record: PreparedMint) => {
    const signed = (await (await sign(record)).json()) as SignedMint
    const paths = signed.files.map(({ path }) => path)
    const files = await Promise.all(paths.map(async (path) => ({ path, bytes: await server.content.readAll(signed.cid, path) })))
    const { root } = await index.content.putDirectory(files)
    const { facts } = await writeToken(index.content, { name: 'Like it', creator: creator.address })
    const own = {
      tokenId: BigInt(record.tokenId),
      coreHash: record.coreHash as Hex,
      promptCommitment: record.core.generation.promptCommitment,
      root,
    }
    await commit(facts.map((fact) => ({ ...fact, ...own })) as ChainFact[])
    await index.load()
  }

  describe('of a token', () => {
    it('a remix is its plan with what the words ask for, under its seed, and says what it is of', async () => {
      const { id } = await token({ name: 'Lake' })
      const body = ask('remix', [{ asset: id }], { prompt: 'at night in the snow qwertyuiop' })
      const answer = await understood(body)
      expect(answer.plan).toEqual({ ...settlePlan(LAKE, 7), time: 'night', weather: 'snow' })
      expect(answer.words.map(({ text, understood }) => [text, understood])).toContainEqual(['qwertyuiop', false])
      const job = await done(body)
      expect(job.understanding.plan).toEqual(answer.plan)
      expect(job).toMatchObject({ prompt: 'at night in the snow qwertyuiop', engine: ENGINE })
      expect(job.variations[0]?.seed).toBe('7')
      expect(job.from).toEqual({
        how: 'remix',
        of: [{ asset: id, generation: null, variation: null, name: 'Lake', image: expect.stringMatching(/^\/ipfs\/.*thumb\.webp$/) }],
      })
    })

    it('a variation is the same plan under other seeds, told by the engine where nothing is said', async () => {
      const { id } = await token({ name: 'Lake of four' })
      const job = await done(ask('variation', [{ asset: id }], { variations: 4 }))
      expect(job.understanding).toMatchObject({ plan: LAKE, words: [] })
      expect(job.variations.map(({ seed }) => seed)).not.toContain('7')
      expect(job.variations[0]?.seed).toBe('8')
      expect(job.prompt).toMatch(/lake/)
    })

    it('a restyle has the look of the other, a mix something of each, the same one as was shown before', async () => {
      const [lake, night] = [await token({ name: 'One' }), await token({ name: 'Other', plan: NIGHT, seed: '9' })]
      const of = [{ asset: lake.id }, { asset: night.id }]
      expect((await understood(ask('restyle', of))).plan).toMatchObject({ family: 'lake', style: 'ink', time: 'night' })
      const shown = await understood(ask('mix', of))
      const mixed = await done(ask('mix', of))
      expect(mixed.understanding.plan).toEqual(shown.plan)
      expect(mixed.from?.of.map(({ name }) => name)).toEqual(['One', 'Other'])
      const others = await Promise.all([1, 2, 3, 4, 5].map((seed) => understood({ ...ask('mix', of), seed })))
      expect(new Set(others.map(({ plan }) => JSON.stringify(plan))).size).toBeGreaterThan(1)
    })

    it('of an earlier version is made by this one', async () => {
      const { things: _, ...plan } = LAKE as typeof LAKE & { things: unknown }
      const { id } = await token({ name: 'Old', plan: { ...plan, engineVersion: '1.0.0' }, engine: { name: 'daedal', version: '1.0.0' } })
      expect((await understood(ask('remix', [{ asset: id }]))).plan).toMatchObject({
        family: 'lake',
        things: [],
        engineVersion: ENGINE.version,
      })
    })

    it('keeps to the sizes that are offered', async () => {
      const wide = await token({ name: 'Wide', plan: { ...LAKE, size: { w: 2_048, h: 512 } } })
      const sword = await token({ name: 'Sword', plan: SWORD })
      const sizeOf = async (body: ReturnType<typeof ask>) => (await understood(body)).plan.size
      expect(await sizeOf(ask('variation', [{ asset: wide.id }]))).toEqual(formatSizes.wide)
      expect(await sizeOf(ask('remix', [{ asset: wide.id }], { format: 'square' }))).toEqual(formatSizes.square)
      expect((await understood({ ...ask('remix', []), from: undefined as never, prompt: 'a lake', format: 'wide' })).plan.size).toEqual(
        formatSizes.wide,
      )
      for (const body of [ask('remix', [{ asset: sword.id }], { format: 'wide' }), { prompt: 'a walkable village', format: 'wide' }])
        expect(await codeOf(await send('POST', '/v1/generations', body))).toEqual([422, 'GENERATION_PLAN_INVALID'])
    })
  })

  describe('is refused', () => {
    const refusal = async (body: unknown) => codeOf(await send('POST', '/v1/generations', body))

    it('where the source is unknown, is elsewhere, or is not shown', async () => {
      const { id, tokenId, facts } = await token({ name: 'Burned' })
      const remix = (source: Source) => refusal(ask('remix', [source], { prompt: 'at night' }))
      for (const asset of [id.replace(/\d+$/, '77'), 'x'.repeat(200), ''])
        expect(await remix({ asset })).toEqual([404, 'GENERATION_SOURCE_UNKNOWN'])
      for (const asset of [id.replace('31337', '1'), id.replace('erc721', 'erc1155'), id.replace(/0x\w+/, `0x${'12'.repeat(20)}`)])
        expect(await remix({ asset })).toEqual([422, 'GENERATION_SOURCE_ELSEWHERE'])
      for (const generation of ['x', crypto.randomUUID()])
        expect(await remix({ generation, variation: 0 })).toEqual([404, 'GENERATION_SOURCE_UNKNOWN'])
      const place = facts.find(({ name }) => name === 'Transfer') as Extract<(typeof facts)[number], { name: 'Transfer' }>
      await commit([{ ...place, tokenId, from: place.to, to: `0x${'00'.repeat(20)}` }])
      expect(await remix({ asset: id })).toEqual([409, 'GENERATION_SOURCE_NOT_SHOWN'])
      const written = await writeToken(
        { ...index.content, putDirectory: async () => ({ root: `0x${'13'.repeat(32)}`, cid: '' }) },
        { name: 'Lost' },
      )
      await commit(written.facts)
      await index.load()
      expect(await remix({ asset: written.id })).toEqual([409, 'GENERATION_SOURCE_NOT_SHOWN'])
    })

    it('where it was not made by this engine, or by a version that is not known', async () => {
      const scripts: Partial<TokenScript>[] = [
        { engine: { name: 'another', version: '1.0.0' } },
        { engine: { name: 'daedal', version: '9.0.0' } },
        { plan: {} },
        { plan: { ...LAKE, family: 'moonbase' } },
      ]
      for (const [at, script] of scripts.entries()) {
        const { id } = await token({ name: `Foreign ${at}`, ...script })
        expect(await refusal(ask('variation', [{ asset: id }]))).toEqual([422, 'GENERATION_SOURCE_NO_PLAN'])
      }
    })

    it('where its creator forbids it, in the record or on chain, or wants to be asked; not to the creator', async () => {
      const scripts: Partial<TokenScript>[] = [
        { derivatives: { allowed: false } },
        { policy: 0 },
        { derivatives: { approval: true } },
        { policy: 3 },
      ]
      for (const [at, script] of scripts.entries()) {
        const { id } = await token({ name: `Mine alone ${at}`, ...script })
        const body = ask('remix', [{ asset: id }], { prompt: 'at night' })
        expect(await refusal(body)).toEqual([403, 'GENERATION_SOURCE_FORBIDS'])
        expect((await send('POST', '/v1/understanding', { ...body, variations: undefined }, account(1))).status).toBe(200)
      }
    })

    it('with another number of sources, or the same one twice', async () => {
      const { id } = await token({ name: 'Same' })
      const asset = { asset: id }
      for (const of of [[], [asset, asset, asset]]) expect(await refusal(ask('mix', of))).toEqual([400, 'REQUEST_INVALID'])
      expect(await refusal(ask('mix', [asset]))).toEqual([422, 'GENERATION_SOURCE_COUNT'])
      expect(await refusal(ask('remix', [asset, asset]))).toEqual([422, 'GENERATION_SOURCE_COUNT'])
      for (const other of [id, id.toLowerCase()])
        for (const how of ['mix', 'restyle'] as const)
          expect(await refusal(ask(how, [asset, { asset: other }]))).toEqual([422, 'GENERATION_SOURCE_TWICE'])
    })

    it('where two kinds are to be mixed, or settings break the plan', async () => {
      const [lake, sword] = [await token({ name: 'A lake' }), await token({ name: 'A sword', plan: SWORD })]
      expect(await refusal(ask('mix', [{ asset: lake.id }, { asset: sword.id }]))).toEqual([422, 'GENERATION_SOURCES_DIFFER'])
      const remix = (rest: Partial<GenerationRequest>) => refusal(ask('remix', [{ asset: lake.id }], rest))
      for (const rest of [
        { changes: { family: 'moonbase' } },
        { changes: { size: { w: 16, h: 16 } } },
        { changes: { wings: 2 } },
        { kind: 'item' as const },
      ])
        expect(await remix(rest)).toEqual([422, 'GENERATION_PLAN_INVALID'])
      expect(await refusal(ask('variation', [{ asset: lake.id }], { changes: { time: 'night' } }))).toEqual([
        422,
        'GENERATION_PLAN_INVALID',
      ])
    })

    it('where it would be the same picture again, or no word of what is said is understood', async () => {
      const { id } = await token({ name: 'Unchanged' })
      const of = [{ asset: id }]
      expect(await refusal(ask('remix', of))).toEqual([422, 'GENERATION_NOTHING_CHANGES'])
      expect(await refusal(ask('variation', of, { seed: 7 }))).toEqual([422, 'GENERATION_NOTHING_CHANGES'])
      expect(await refusal(ask('remix', of, { prompt: 'qwertyuiop' }))).toEqual([422, 'GENERATION_NOTHING_UNDERSTOOD'])
      expect(await refusal(ask('variation', of, { prompt: 'at night' }))).toEqual([422, 'GENERATION_NOTHING_UNDERSTOOD'])
      expect(await refusal({ prompt: ' ' })).toEqual([422, 'GENERATION_PROMPT_EMPTY'])
    })

    it('of a picture that is not finished, was cancelled, or is not there', async () => {
      const answer = await send('POST', '/v1/generations', { prompt: 'a city', variations: 1 }, 'a waiting one')
      const { id } = (await answer.json()) as Generation
      const remix = (variation: number) => refusal(ask('remix', [{ generation: id, variation }], { prompt: 'at night' }))
      expect(await remix(0)).toEqual([409, 'GENERATION_SOURCE_NOT_READY'])
      expect(await remix(3)).toEqual([404, 'GENERATION_SOURCE_UNKNOWN'])
      await send('DELETE', `/v1/generations/${id}`)
      expect(await remix(0)).toEqual([409, 'GENERATION_SOURCE_NOT_READY'])
      artist.waiting.splice(0)
    })
  })

  describe('names in its record', () => {
    it('its parents, and what inspired it', async () => {
      const [lake, night] = [await token({ name: 'Parent' }), await token({ name: 'Inspiration', plan: NIGHT })]
      const named = ({ id, coreHash, core }: typeof lake, relation: string) => ({
        relation,
        token: id,
        coreHash,
        assetSha256: core.asset.payloadSha256,
      })
      const of = [{ asset: lake.id }, { asset: night.id }]
      for (const [body, inputs, contribution] of [
        [ask('variation', of.slice(0, 1)), [named(lake, 'parentOf')], 'curation'],
        [ask('remix', of.slice(0, 1), { prompt: 'at night' }), [named(lake, 'parentOf')], 'editing'],
        [ask('restyle', of), [named(lake, 'parentOf'), named(night, 'inspiredBy')], 'editing'],
        [ask('mix', of), [named(lake, 'parentOf'), named(night, 'parentOf')], 'editing'],
      ] as const) {
        const { id } = await done(body)
        const { core } = await prepared(id)
        expect(core.inputs).toEqual(inputs)
        expect(core.declaration.humanContribution).toBe(contribution)
        expect(core.generation.params).toEqual({ derivation: body.from.how })
        expect((await prepared(id)).core).toEqual(core)
      }
    })

    it('nothing of words alone', async () => {
      const { id, from } = await done({ prompt: 'a lake', variations: 1 })
      const { core } = await prepared(id)
      expect([from, core.inputs, core.generation.params, core.declaration.humanContribution]).toEqual([null, [], {}, 'curation'])
    })

    it('the token that a picture became meanwhile; till then those it comes of itself', async () => {
      const { id } = await token({ name: 'Root' })
      const first = await done(ask('remix', [{ asset: id }], { prompt: 'at night' }))
      const second = await done(ask('remix', [{ generation: first.id, variation: 0 }], { prompt: 'in the snow' }))
      expect(second.from).toEqual({
        how: 'remix',
        of: [{ asset: null, generation: first.id, variation: 0, name: null, image: first.variations[0]?.thumbnail }],
      })
      const before = await prepared(second.id)
      expect(before.core.inputs.map(({ token }) => token)).toEqual([id])
      const record = await prepared(first.id)
      await mint(record)
      const after = await prepared(second.id)
      expect(after.coreHash).not.toBe(before.coreHash)
      expect(after.core.inputs).toMatchObject([{ relation: 'parentOf', token: record.asset, coreHash: record.coreHash }])
      const plain = await done({ prompt: 'a city', variations: 1 })
      const third = await done(ask('variation', [{ generation: plain.id, variation: 0 }]))
      expect((await prepared(third.id)).core.inputs).toEqual([])
    })

    it('no more than a chain can name', async () => {
      const tokens = []
      for (const name of ['a', 'b', 'c', 'd', 'e']) tokens.push(await token({ name: `Root ${name}`, seed: String(block) }))
      const mix = (...of: Source[]) => ask('mix', of)
      const [a, b, c, d, e] = tokens.map(({ id }) => ({ asset: id })) as [Source, Source, Source, Source, Source]
      const pictures = []
      for (const body of [mix(a, b), mix(c, d)]) pictures.push({ generation: (await done(body)).id, variation: 0 })
      const four = await done(mix(pictures[0]!, pictures[1]!))
      expect((await prepared(four.id)).core.inputs).toHaveLength(4)
      const five = mix({ generation: four.id, variation: 0 }, e)
      expect(await codeOf(await send('POST', '/v1/generations', five))).toEqual([422, 'GENERATION_LINEAGE_FULL'])
    })

    it('nothing that its maker may not build upon any more: neither prepared nor signed', async () => {
      const parent = await token({ name: 'Changing' })
      const job = await done(ask('remix', [{ asset: parent.id }], { prompt: 'at night' }))
      const record = await prepared(job.id)
      await index.database.pool.query('update assets set policy = 0 where id = $1', [parent.id])
      expect(await codeOf(await sign(record))).toEqual([403, 'GENERATION_SOURCE_FORBIDS'])
      expect(await codeOf(await prepare(job.id))).toEqual([403, 'GENERATION_SOURCE_FORBIDS'])
      await index.database.pool.query('update assets set policy = 1 where id = $1', [parent.id])
      expect((await sign(record)).status).toBe(200)
    })

    it('and goes on to name a source that was taken down since, which is shown no more', async () => {
      const parent = await token({ name: 'Gone' })
      const job = await done(ask('remix', [{ asset: parent.id }], { prompt: 'at night' }))
      expect(job.from?.of).toHaveLength(1)
      await index.database.pool.query('update assets set burned = true where id = $1', [parent.id])
      const now = (await (await send('GET', `/v1/generations/${job.id}`)).json()) as Generation
      expect(now.from).toEqual({ how: 'remix', of: [] })
      expect((await prepared(job.id)).core.inputs).toMatchObject([{ token: parent.id }])
    })
  })
})
