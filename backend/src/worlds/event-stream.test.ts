import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { LogEvent } from '@daedal/protocol/worlds/events'
import { readEvents as readStream, type StreamEvent } from '@daedal/sdk/events'
import type { FastifyInstance } from 'fastify'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { composeTokens } from '../compose-tokens.ts'
import { tokensHeldFor } from '../market/hold-assets.ts'
import { buildTestApp } from '../plugins/testing.ts'
import { type IndexFixture, startIndexFixture } from '../testing/index-fixture.ts'
import { account, CHAIN_ID, COLLECTION, writeToken } from '../testing/token-script.ts'

describe('the event log over HTTP', () => {
  let index: IndexFixture
  let app: FastifyInstance
  let parts: ReturnType<typeof composeTokens>
  let url: string
  let dir: string
  let block = 0
  const quiet = { warn: () => undefined }
  const mint = async (name: string) => {
    const token = await writeToken(index.content, { name })
    await index.commit(++block, token.facts)
    return token
  }
  beforeAll(async () => {
    index = await startIndexFixture()
    dir = await mkdtemp(path.join(tmpdir(), 'daedal-events-'))
    parts = composeTokens({
      db: index.database.db,
      databaseUrl: index.database.url,
      deployment: { chainId: CHAIN_ID, assetCollection: COLLECTION, wrappedEther: COLLECTION },
      orders: { list: async () => ({ data: [], page: { next: null } }), ofToken: async () => [] },
      escrow: { auctionsOf: async () => [], tokensOf: tokensHeldFor },
      volumes: async () => new Map(),
      index: {
        status: () => ({ indexedBlock: block, headBlock: block, lagMs: 7, chain: 'up' }),
        time: () => 0,
        waitFor: async () => undefined,
        onBlock: () => () => undefined,
      },
      log: quiet,
    })
    parts.start()
    app = await buildTestApp(index.database, dir, { tokens: parts.tokens, worlds: parts.worlds })
    url = await app.listen({ host: '127.0.0.1', port: 0 })
  })
  afterAll(async () => {
    await app.close()
    await parts.stop()
    await index.stop()
    await rm(dir, { recursive: true, force: true })
  })

  const open = async (query = '', headers: Record<string, string> = {}) => {
    const left = new AbortController()
    const response = await fetch(`${url}/v1/events/stream${query}`, { headers, signal: left.signal })
    expect(response.status).toBe(200)
    const messages = readStream(response)
    return {
      left,
      /** The next messages with an id. */
      async take(count: number): Promise<LogEvent[]> {
        const taken: LogEvent[] = []
        while (taken.length < count) {
          const { value, done } = (await messages.next()) as IteratorResult<StreamEvent>
          if (done) throw new Error(`the stream ended after ${taken.length}`)
          if (value.id !== null) taken.push(JSON.parse(value.data))
        }
        return taken
      },
    }
  }

  it('sends what comes, at once and in order, to each who listens', async () => {
    const [one, two] = [await open(), await open()]
    const first = await mint('First')
    const started = performance.now()
    const [a] = await one.take(1)
    expect(performance.now() - started).toBeLessThan(2_000)
    expect(a).toMatchObject({ type: 'asset.minted', asset: first.id, chain: { block } })
    await mint('Second')
    await mint('Third')
    const more = await one.take(2)
    expect(more.map(({ seq }) => seq)).toEqual([(a?.seq ?? 0) + 1, (a?.seq ?? 0) + 2])
    expect(await two.take(3)).toEqual([a, ...more])
    one.left.abort()
    two.left.abort()
  })

  it('goes on after Last-Event-ID without a gap, and from the start when asked', async () => {
    const all = (await (await fetch(`${url}/v1/events`)).json()) as { data: LogEvent[]; page: { next: number; head: number } }
    expect(all.page.next).toBe(all.page.head)
    expect(all.data.map(({ seq }) => seq)).toEqual(all.data.map((_, at) => at + 1))
    const resumed = await open('', { 'last-event-id': '1' })
    expect(await resumed.take(all.data.length - 1)).toEqual(all.data.slice(1))
    resumed.left.abort()
    const replayed = await open('?after=0')
    expect(await replayed.take(all.data.length)).toEqual(all.data)
    replayed.left.abort()
  })

  it('filters by asset, account and type, in the stream as in the log', async () => {
    const wanted = await mint('Wanted')
    const filtered = await open(`?after=0&asset=${encodeURIComponent(wanted.id.toLowerCase())}`)
    expect(await filtered.take(1)).toMatchObject([{ asset: wanted.id }])
    await mint('Other')
    await index.commit(++block, [
      { name: 'Transfer', collection: COLLECTION, standard: 'erc721', tokenId: wanted.tokenId, from: account(1), to: account(4) },
    ])
    expect(await filtered.take(1)).toMatchObject([{ asset: wanted.id, type: 'asset.transferred' }])
    filtered.left.abort()
    const ask = async (query: string) => ((await (await fetch(`${url}/v1/events?${query}`)).json()) as { data: LogEvent[] }).data
    expect(await ask(`account=${account(4)}`)).toMatchObject([{ type: 'asset.transferred' }])
    expect((await ask('types=asset.transferred,asset.burned')).map(({ type }) => type)).toEqual(['asset.transferred'])
    const page = await (await fetch(`${url}/v1/events?limit=2`)).json()
    expect(page).toMatchObject({ page: { next: 2 } })
  })

  it('refuses what it cannot read, with a code', async () => {
    for (const [path, headers, code] of [
      ['/v1/events?types=asset.eaten', {}, 'REQUEST_INVALID'],
      ['/v1/events?asset=x', {}, 'TOKENS_ASSET_ID_MALFORMED'],
      ['/v1/events?after=-1', {}, 'REQUEST_INVALID'],
      ['/v1/events/stream?nonsense=1', {}, 'REQUEST_INVALID'],
      ['/v1/events/stream', { 'last-event-id': '1; drop' }, 'REQUEST_INVALID'],
      ['/v1/accounts/0x12/assets', {}, 'REQUEST_INVALID'],
      [`/v1/accounts/${account(1)}/assets?cursor=abc`, {}, 'TOKENS_CURSOR_INVALID'],
    ] as [string, Record<string, string>, string][]) {
      const response = await fetch(`${url}${path}`, { headers })
      expect([path, response.status, ((await response.json()) as { code: string }).code]).toEqual([path, 400, code])
    }
  })

  it('gives a world what an account owns, typed and hashed, page by page', async () => {
    await index.load()
    const names: string[] = []
    let cursor = ''
    do {
      const response = await fetch(`${url}/v1/accounts/${account(1)}/assets?limit=2${cursor && `&cursor=${cursor}`}`)
      expect(response.headers.get('x-index-block')).toBe(String(block))
      expect(response.headers.get('x-index-lag-ms')).toBe('7')
      const page = (await response.json()) as {
        data: { name: string; renditions: { role: string; sha256: string }[] }[]
        page: { next: string | null }
      }
      for (const { name, renditions } of page.data) {
        names.push(name)
        expect(renditions.map(({ role }) => role)).toEqual(['image', 'thumbnail'])
      }
      cursor = page.page.next ?? ''
    } while (cursor)
    expect(names).toEqual(['Other', 'Third', 'Second', 'First'])
  })

  it('shows activity newest first, without what a reorg took back', async () => {
    const gone = await mint('Gone')
    await index.store.rewind(index.chain.block(--block).header)
    const { data } = (await (await fetch(`${url}/v1/activity?limit=3`)).json()) as {
      data: { type: string; asset: { id: string; name: string } }[]
    }
    expect(data.map(({ type, asset }) => [type, asset.name])).toEqual([
      ['asset.transferred', 'Wanted'],
      ['asset.minted', 'Other'],
      ['asset.minted', 'Wanted'],
    ])
    expect(data.some(({ asset }) => asset.id === gone.id)).toBe(false)
  })

  it('takes repeated keys and trait filters from the address', async () => {
    const response = await fetch(`${url}/v1/assets?kind=scene&kind=item&trait[Kind]=Scene&trait[Kind]=Item&limit=1&forSale=false`)
    expect(response.status).toBe(200)
    expect(await response.json()).toMatchObject({ total: 5 })
    const many = Array.from({ length: 17 }, (_, at) => `trait[T${at}]=x`).join('&')
    for (const query of ['trait=x', many, 'limit=101', 'minPrice=1e3', 'kind=nothing', 'surprise=1']) {
      const refused = await fetch(`${url}/v1/assets?${query}`)
      expect([query, ((await refused.json()) as { code: string }).code]).toEqual([query, 'REQUEST_INVALID'])
    }
  })
})
