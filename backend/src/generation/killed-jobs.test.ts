import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { ENGINE, understand } from '@daedal/engine/engine'
import type { Generation, PreparedMint } from '@daedal/protocol/generation/api'
import { parsePlan } from '@daedal/protocol/generation/plan'
import { afterAll, beforeAll, expect, it, onTestFinished, vi } from 'vitest'
import { createDrawPool } from '../adapters/jobs/draw-pool.ts'
import { startGenerationServer } from '../testing/generation-server.ts'
import { type IndexFixture, startIndexFixture } from '../testing/index-fixture.ts'
import { account, type TokenScript } from '../testing/token-script.ts'
import { embeddedPlanner } from './embedded-planner.ts'
import type { Draughtsman, DrawTask } from './ports.ts'
import { flatDrawing } from './testing/fakes.ts'

const planOf = (prompt: string) => parsePlan(understand({ prompt }).plan)
const VILLAGE = planOf('a walkable village by a lake')
const GALLERY = planOf('a walkable gallery')

let index: IndexFixture
let dataDir: string
/** A lake, a village and a gallery that others may build upon. */
let lake: string
let village: string
let gallery: string
beforeAll(async () => {
  index = await startIndexFixture()
  dataDir = await mkdtemp(join(tmpdir(), 'daedal-killed-'))
  const world = { kind: 'world', model: 'world', engine: ENGINE, seed: '7' } as const
  const scripts: TokenScript[] = [
    { name: 'Lake', plan: planOf('a lake with a boat'), engine: ENGINE, seed: '7' },
    { name: 'Village', plan: VILLAGE, ...world },
    { name: 'Gallery', plan: GALLERY, ...world },
  ]
  const tokens = await index.mint(1, scripts)
  ;[lake, village, gallery] = tokens.map(({ id }) => id) as [string, string, string]
})
afterAll(async () => {
  await index.stop()
  await rm(dataDir, { recursive: true, force: true })
})

const talkTo = (url: string) => {
  const send = async <T>(path: string, body?: unknown) => {
    const post = { method: 'POST', headers: { 'content-type': 'application/json', 'x-client': `client ${Math.random()}` } }
    const answer = await fetch(`${url}${path}`, body === undefined ? {} : { ...post, body: JSON.stringify(body) })
    expect(answer.status, await answer.clone().text()).toBeLessThan(300)
    return (await answer.json()) as T
  }
  const get = (id: string) => send<Generation>(`/v1/generations/${id}`)
  return {
    get,
    make: (body: object) => send<Generation>('/v1/generations', body),
    until: (id: string, holds: (job: Generation) => boolean) =>
      vi.waitFor(
        async () => {
          const job = await get(id)
          expect(holds(job), `${job.state}: ${job.variations.map(({ state }) => state)}`).toBe(true)
          return job
        },
        { timeout: 40_000, interval: 100 },
      ),
    inputs: async (id: string, variation: number) => {
      const asked = { creator: account(9), name: 'Mine', licence: 'CC-BY-4.0', royaltyBps: 500, prompt: 'public', training: false }
      const { core } = await send<PreparedMint>(`/v1/generations/${id}/mint`, { variation, ...asked })
      return core.inputs.map(({ relation, token }) => [relation, token])
    },
  }
}

it('a killed service leaves remix, mix and world as they were: the next one draws what is missing, once', { timeout: 90_000 }, async () => {
  const program = fileURLToPath(new URL('./testing/hanging-service.ts', import.meta.url))
  const child = spawn(process.execPath, [program, index.database.url, dataDir], { stdio: ['ignore', 'pipe', 'inherit'] })
  onTestFinished(() => void child.kill('SIGKILL'))
  const [line] = (await once(createInterface(child.stdout), 'line')) as [string]
  const first = talkTo(line.replace('at ', ''))
  // Two jobs are drawn at once; the others wait.
  const remix = await first.make({ prompt: 'at night', variations: 2, from: { how: 'remix', of: [{ asset: lake }] } })
  const mix = await first.make({ prompt: '', variations: 2, from: { how: 'mix', of: [{ asset: village }, { asset: gallery }] } })
  const half = (job: Generation) => job.variations.some((one) => one.state === 'done') && job.variations.some((one) => one.progress === 0.5)
  const cut = await Promise.all([remix, mix].map(({ id }) => first.until(id, half)))
  const world = await first.make({ prompt: 'a walkable village in the snow', seed: 3, variations: 1 })
  const last = await first.make({ prompt: 'a golden key', seed: 4, variations: 1 })
  expect((await Promise.all([world, last].map(({ id }) => first.get(id)))).map(({ queuedBefore }) => queuedBefore)).toEqual([2, 3])
  child.kill('SIGKILL')
  await once(child, 'exit')

  const drawn: DrawTask[] = []
  const { promise: allowed, resolve: allow } = Promise.withResolvers<void>()
  const draughtsman: Draughtsman = {
    hands: 1,
    close: async () => undefined,
    draw: async (task) => {
      drawn.push(task)
      await allowed
      return flatDrawing(task.seed)
    },
  }
  const server = await startGenerationServer({ planner: embeddedPlanner, draughtsman, database: index.database, dataDir })
  onTestFinished(() => server.stop())
  const second = talkTo(server.url)
  await vi.waitFor(() => expect(drawn).toHaveLength(2), { timeout: 10_000 })
  // Whoever comes now waits behind those that were cut off, too.
  const late = await second.make({ prompt: 'a silver ring', seed: 5, variations: 1 })
  expect((await second.get(late.id)).queuedBefore).toBe(4)
  allow()
  const isDone = (job: Generation) => job.state === 'done'
  const jobs = await Promise.all([remix, mix, world, last, late].map(({ id }) => second.until(id, isDone)))
  const missing = cut.flatMap((job) => job.variations.filter(({ state }) => state !== 'done').map(({ seed }) => seed))
  expect(
    drawn
      .slice(0, 2)
      .map(({ seed }) => seed)
      .sort(),
  ).toEqual([3, 4])
  expect(drawn.map(({ seed }) => String(seed)).sort()).toEqual([...missing, '3', '4', '5'].sort())
  for (const [at, before] of cut.entries()) {
    const after = jobs[at]!
    expect([after.prompt, after.from, after.understanding]).toEqual([before.prompt, before.from, before.understanding])
    for (const kept of before.variations.filter(({ state }) => state === 'done')) expect(after.variations[kept.index]).toEqual(kept)
    for (const { seed } of after.variations.filter(({ seed }) => missing.includes(seed)))
      expect(drawn.find((task) => String(task.seed) === seed)?.plan).toEqual(before.understanding.plan)
  }
  expect(await second.inputs(remix.id, 1)).toEqual([['parentOf', lake]])
  expect(await second.inputs(mix.id, 1)).toEqual([village, gallery].map((id) => ['parentOf', id]))
})

it('a thread that dies fails its own picture by name, and the rest of the mix is drawn', { timeout: 60_000 }, async () => {
  const worker = new URL('../adapters/jobs/testing/mortal-worker.ts', import.meta.url)
  const draughtsman = createDrawPool({ worker, threads: 2, timeoutMs: 30_000, memoryMb: 256 })
  const server = await startGenerationServer({ planner: embeddedPlanner, draughtsman, database: index.database, dataDir })
  onTestFinished(() => server.stop())
  const { make, until, inputs } = talkTo(server.url)
  const { id } = await make({ prompt: '', seed: 6, variations: 2, from: { how: 'mix', of: [{ asset: village }, { asset: gallery }] } })
  const job = await until(id, ({ state }) => state !== 'queued' && state !== 'running')
  const [dead, whole] = [1, 0].map((odd) => job.variations.find(({ seed }) => Number(seed) % 2 === odd))
  expect(dead).toMatchObject({ state: 'failed', error: { code: 'GENERATION_WORKER_FAILED' } })
  expect([job.state, whole?.state]).toEqual(['done', 'done'])
  expect(await inputs(id, whole?.index ?? 0)).toEqual([village, gallery].map((asset) => ['parentOf', asset]))
})
