import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Generation } from '@daedal/protocol/generation/api'
import sharp from 'sharp'
import { afterEach, beforeAll, describe, expect, it, onTestFinished, vi } from 'vitest'
import { startTestDatabase, type TestDatabase } from '../adapters/database/testing.ts'
import { type GenerationServer, startGenerationServer } from '../testing/generation-server.ts'
import { flatDrawing, patientDraughtsman, quickDraughtsman, wordPlanner } from './testing/fakes.ts'
import { readEvents } from './testing/read-events.ts'

const servers: GenerationServer[] = []
const start = async (options: Parameters<typeof startGenerationServer>[0]) => {
  const server = await startGenerationServer({ planner: wordPlanner, ...options })
  servers.push(server)
  return server
}
afterEach(async () => {
  for (const server of servers.splice(0)) await server.stop()
})

const post = (server: GenerationServer, body: unknown, client = 'someone') =>
  fetch(`${server.url}/v1/generations`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-client': client },
    body: JSON.stringify(body),
  })
const get = async (server: GenerationServer, id: string) => (await (await fetch(`${server.url}/v1/generations/${id}`)).json()) as Generation
const settled = (server: GenerationServer, id: string) =>
  vi.waitFor(
    async () => {
      const job = await get(server, id)
      expect(['done', 'failed', 'cancelled']).toContain(job.state)
      return job
    },
    { timeout: 20_000, interval: 50 },
  )

/** The drawing of a variation: drawings begin in no particular order. */
const drawingOf = (waiting: ReturnType<typeof patientDraughtsman>['waiting'], job: Generation, index: number) => {
  const found = waiting.find(({ seed }) => String(seed) === job.variations[index]?.seed)
  if (!found) throw new Error(`variation ${index} is not being drawn`)
  return found
}

describe('a generation job', () => {
  it('is accepted, drawn, stored and answered with files that carry their label', async () => {
    const server = await start({ draughtsman: quickDraughtsman })
    const answer = await post(server, { prompt: 'a quiet  city', seed: 7, variations: 2 })
    expect(answer.status).toBe(202)
    const accepted = (await answer.json()) as Generation
    expect(answer.headers.get('location')).toBe(`/v1/generations/${accepted.id}`)
    const job = await settled(server, accepted.id)
    expect(job).toMatchObject({ state: 'done', prompt: 'a quiet  city', kind: 'scene', engine: { name: 'test-engine' }, error: null })
    expect(job.variations.map(({ seed, state, progress }) => [seed, state, progress])).toEqual([
      ['7', 'done', 1],
      ['8', 'done', 1],
    ])
    const [first] = job.variations
    const [, , folder = ''] = first?.image?.split('/') ?? []
    const png = await server.content.readAll(folder, 'asset.png')
    const { data, info } = await sharp(png).ensureAlpha().raw().toBuffer({ resolveWithObject: true })
    expect([info.width, info.height]).toEqual([first?.width, first?.height])
    expect(Buffer.from(data)).toEqual(Buffer.from(flatDrawing(7).data))
    for (const file of ['asset.png', 'thumb.webp']) {
      const { xmp } = await sharp(await server.content.readAll(folder, file)).metadata()
      expect(xmp?.toString()).toContain('digitalsourcetype/algorithmicMedia')
      expect(xmp?.toString()).toContain(first?.renderSha256)
    }
    expect((await server.content.stat(folder, 'asset.png'))?.cid).toBe(first?.cid)
  })

  it('keeps what was typed sealed in the database', async () => {
    const server = await start({ draughtsman: quickDraughtsman })
    const { id } = (await (await post(server, { prompt: 'xylophone castle' })).json()) as Generation
    await settled(server, id)
    const rows = await server.database.pool.query(
      'select row_to_json(g)::text as t from generations g union all select row_to_json(v)::text from variations v union all select row_to_json(j)::text from jobs.job j',
    )
    expect(rows.rows.length).toBeGreaterThan(4)
    expect(JSON.stringify(rows.rows)).not.toContain('xylophone')
    expect((await get(server, id)).prompt).toBe('xylophone castle')
  })

  it.each([
    [{ prompt: '' }, 422, 'GENERATION_PROMPT_EMPTY'],
    [{ prompt: 'a'.repeat(100_000) }, 422, 'GENERATION_PROMPT_TOO_LONG'],
    [{ prompt: 'city\u0000' }, 422, 'GENERATION_PROMPT_CONTROL_CHARACTERS'],
    [{ prompt: 'gibberish' }, 422, 'GENERATION_NOTHING_UNDERSTOOD'],
    [{ prompt: 'city', variations: 5 }, 400, 'REQUEST_INVALID'],
    [{ prompt: 'city', seed: -1 }, 400, 'REQUEST_INVALID'],
    [{ prompt: 'city', colour: 'red' }, 400, 'REQUEST_INVALID'],
  ])('refuses what is wrong: #%$', async (body, status, code) => {
    const server = await start({ draughtsman: quickDraughtsman })
    const answer = await post(server, body)
    expect(answer.status).toBe(status)
    expect(answer.headers.get('content-type')).toContain('application/problem+json')
    expect(await answer.json()).toMatchObject({ code })
  })

  it.each(['nothing', '00000000-0000-4000-8000-000000000000', "'; drop table generations; --"])('does not know the job %j', async (id) => {
    const server = await start({ draughtsman: quickDraughtsman })
    for (const path of ['', '/events']) {
      const answer = await fetch(`${server.url}/v1/generations/${encodeURIComponent(id)}${path}`)
      expect([answer.status, ((await answer.json()) as { code: string }).code]).toEqual([404, 'GENERATION_UNKNOWN'])
    }
  })

  it('tells its progress as events, to a reader that comes back too, and ends the stream', async () => {
    const { draughtsman, waiting } = patientDraughtsman()
    const server = await start({ draughtsman })
    const accepted = (await (await post(server, { prompt: 'city', variations: 2 })).json()) as Generation
    const { id } = accepted
    const follow = async (until: (job: Generation) => boolean) => {
      const response = await fetch(`${server.url}/v1/generations/${id}/events`)
      expect(response.headers.get('content-type')).toContain('text/event-stream')
      const seen: Generation[] = []
      for await (const { data } of readEvents(response)) {
        seen.push(data as Generation)
        if (until(data as Generation)) break
      }
      return seen
    }
    const half = follow((job) => job.variations[0]?.progress === 0.5)
    await vi.waitFor(() => expect(waiting.length).toBe(2), { timeout: 10_000 })
    const first = drawingOf(waiting, accepted, 0)
    for (let at = 1; at <= 50; at++) first.progress(at / 100)
    expect((await half).at(-1)?.variations[0]).toMatchObject({ progress: 0.5, stage: 'light', state: 'running' })
    const whole = follow(() => false)
    await new Promise((resolve) => setTimeout(resolve, 150))
    for (const drawing of waiting) drawing.finish()
    const seen = await whole
    expect(seen.at(-1)).toMatchObject({ state: 'done', variations: [{ state: 'done' }, { state: 'done' }] })
    expect(seen.length).toBeLessThan(8)
  })

  it('can be cancelled while it is drawn: finished pictures stay, the rest stops', async () => {
    const { draughtsman, waiting } = patientDraughtsman()
    const server = await start({ draughtsman })
    const accepted = (await (await post(server, { prompt: 'city', variations: 3 })).json()) as Generation
    const { id } = accepted
    await vi.waitFor(() => expect(waiting.length).toBe(3), { timeout: 10_000 })
    drawingOf(waiting, accepted, 1).finish()
    await vi.waitFor(async () => expect((await get(server, id)).variations[1]?.state).toBe('done'), { timeout: 10_000 })
    const answer = await fetch(`${server.url}/v1/generations/${id}`, { method: 'DELETE' })
    expect(answer.status).toBe(200)
    expect(await answer.json()).toMatchObject({ state: 'cancelled', error: { code: 'GENERATION_CANCELLED' } })
    const job = await get(server, id)
    expect(job.variations.map(({ state }) => state)).toEqual(['cancelled', 'done', 'cancelled'])
    const again = await fetch(`${server.url}/v1/generations/${id}`, { method: 'DELETE' })
    expect(await again.json()).toMatchObject({ state: 'cancelled' })
  })

  it.each(['item', 'avatar', 'world'] as const)('of kind %s is cancelled at once, even where a drawing does not listen', async (kind) => {
    // Whoever cancels is answered while the drawing goes on; it ends later, and nobody notices.
    const { draughtsman, waiting } = patientDraughtsman({ deaf: true })
    const server = await start({ draughtsman })
    const { id } = (await (await post(server, { prompt: 'city', kind, variations: 2 })).json()) as Generation
    await vi.waitFor(() => expect(waiting.length).toBe(2), { timeout: 10_000 })
    const followed = fetch(`${server.url}/v1/generations/${id}/events`).then(async (response) => {
      const seen: Generation[] = []
      for await (const { data } of readEvents(response)) seen.push(data as Generation)
      return seen
    })
    const answer = (await (await fetch(`${server.url}/v1/generations/${id}`, { method: 'DELETE' })).json()) as Generation
    const cancelled = { state: 'cancelled', variations: [{ state: 'cancelled' }, { state: 'cancelled' }] }
    expect(answer).toMatchObject({ kind, ...cancelled })
    expect((await followed).at(-1)).toMatchObject(cancelled)
    for (const drawing of waiting) {
      drawing.progress(0.9)
      drawing.finish()
    }
    const next = (await (await post(server, { prompt: 'city', kind, variations: 1 })).json()) as Generation
    await vi.waitFor(() => expect(waiting.length).toBe(3), { timeout: 10_000 })
    waiting[2]?.finish()
    await settled(server, next.id)
    expect(await get(server, id)).toEqual(answer)
  })

  it('fails a picture with the reason, and the job only when no picture was made', async () => {
    const { draughtsman, waiting } = patientDraughtsman()
    const server = await start({ draughtsman })
    const { AppError } = await import('../errors.ts')
    const accepted = (await (await post(server, { prompt: 'city', variations: 2 })).json()) as Generation
    await vi.waitFor(() => expect(waiting.length).toBe(2), { timeout: 10_000 })
    drawingOf(waiting, accepted, 0).fail(new AppError('GENERATION_WORKER_FAILED', 'Drawing failed: the brush broke'))
    drawingOf(waiting, accepted, 1).finish()
    const job = await settled(server, accepted.id)
    expect(job.state).toBe('done')
    expect(job.variations[0]).toMatchObject({
      state: 'failed',
      error: { code: 'GENERATION_WORKER_FAILED', detail: 'Drawing failed: the brush broke' },
    })
    const { id: second } = (await (await post(server, { prompt: 'city', variations: 1 })).json()) as Generation
    await vi.waitFor(() => expect(waiting.length).toBe(3), { timeout: 10_000 })
    waiting[2]?.fail(new AppError('GENERATION_TIMED_OUT'))
    expect(await settled(server, second)).toMatchObject({ state: 'failed', error: { code: 'GENERATION_TIMED_OUT' } })
  })

  it('forgets old jobs that were not minted', async () => {
    const server = await start({ draughtsman: quickDraughtsman })
    const { id } = (await (await post(server, { prompt: 'city', variations: 1 })).json()) as Generation
    await settled(server, id)
    await server.tidy()
    expect((await get(server, id)).id).toBe(id)
    await server.database.pool.query("update generations set created_at = now() - interval '8 days'")
    expect((await server.tidy()).expired.length).toBe(1)
    expect(await get(server, id)).toMatchObject({ code: 'GENERATION_UNKNOWN' })
  })
})

describe('a crowd', () => {
  it('limits the open jobs of one client and of all', async () => {
    const { draughtsman } = patientDraughtsman()
    const server = await start({ draughtsman, environment: { GENERATION_JOBS_PER_CLIENT: '2', GENERATION_QUEUE: '3' } })
    const codes = async (client: string) => {
      const answer = await post(server, { prompt: 'city', variations: 1 }, client)
      return answer.status === 202 ? 202 : [((await answer.json()) as { code: string }).code, Number(answer.headers.get('retry-after')) > 0]
    }
    expect(await codes('a')).toBe(202)
    expect(await codes('a')).toBe(202)
    expect(await codes('a')).toEqual(['GENERATION_TOO_MANY_JOBS', true])
    expect(await codes('b')).toBe(202)
    expect(await codes('b')).toEqual(['GENERATION_QUEUE_FULL', true])
  })

  it('of 3,000 requests at once takes what has room, names why for the rest, and goes on', { timeout: 60_000 }, async () => {
    const server = await start({ draughtsman: quickDraughtsman, environment: { GENERATION_JOBS_PER_CLIENT: '1', GENERATION_QUEUE: '20' } })
    const before = process.memoryUsage().rss
    const answers = await Promise.all(
      Array.from({ length: 3_000 }, (_, n) =>
        server.app.inject({
          method: 'POST',
          url: '/v1/generations',
          headers: { 'x-client': `client ${n}` },
          payload: { prompt: 'a city of many towers', variations: 1 },
        }),
      ),
    )
    const counts = new Map<string, number>()
    for (const answer of answers) {
      const key = answer.statusCode === 202 ? '202' : (answer.json() as { code: string }).code
      counts.set(key, (counts.get(key) ?? 0) + 1)
      if (answer.statusCode !== 202) expect(answer.headers['retry-after']).toBeDefined()
    }
    expect([...counts.keys()].sort()).toEqual(['202', 'GENERATION_QUEUE_FULL'])
    expect(counts.get('202')).toBeGreaterThan(10)
    expect(process.memoryUsage().rss - before).toBeLessThan(400 * 1024 * 1024)
    // All of them: while one is open the queue may still be full, and the late one would rightly be refused.
    for (const answer of answers.filter(({ statusCode }) => statusCode === 202))
      expect((await settled(server, (answer.json() as Generation).id)).state).toBe('done')
    expect((await post(server, { prompt: 'one more city' }, 'late')).status).toBe(202)
  })
})

describe('a service that stops in the middle', () => {
  let database: TestDatabase
  beforeAll(async () => {
    database = await startTestDatabase()
    return () => database.stop()
  })

  it('goes on after a restart, keeps finished pictures and draws the others once', { timeout: 60_000 }, async () => {
    const { draughtsman, waiting } = patientDraughtsman()
    const dataDir = await mkdtemp(join(tmpdir(), 'daedal-restart-'))
    onTestFinished(() => rm(dataDir, { recursive: true, force: true }))
    const first = await startGenerationServer({ planner: wordPlanner, draughtsman, database, dataDir })
    const accepted = (await (await post(first, { prompt: 'city', seed: 40, variations: 2 })).json()) as Generation
    const { id } = accepted
    await vi.waitFor(() => expect(waiting.length).toBe(2), { timeout: 10_000 })
    drawingOf(waiting, accepted, 0).finish()
    await vi.waitFor(async () => expect((await get(first, id)).variations[0]?.state).toBe('done'), { timeout: 10_000 })
    const kept = (await get(first, id)).variations[0]
    await first.stop()
    const second = patientDraughtsman()
    const server = await start({ draughtsman: second.draughtsman, database, dataDir })
    await vi.waitFor(() => expect(second.waiting.length).toBe(1), { timeout: 20_000 })
    expect(second.waiting[0]?.seed).toBe(41)
    second.waiting[0]?.finish()
    const job = await settled(server, id)
    expect(job.variations.map(({ state }) => state)).toEqual(['done', 'done'])
    expect(job.variations[0]).toEqual(kept)
    expect(second.drawn()).toBe(1)
  })
})
