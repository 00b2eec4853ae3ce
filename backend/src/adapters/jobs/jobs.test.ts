import { spawn } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest'
import { startTestDatabase, type TestDatabase } from '../database/testing.ts'
import { createJobs, type JobAttempt, type Jobs } from './jobs.ts'

const log = { warn: () => undefined, info: () => undefined }
type Work = { n: number }

let database: TestDatabase
const open: Jobs[] = []
beforeAll(async () => {
  database = await startTestDatabase()
})
afterEach(async () => {
  for (const jobs of open.splice(0)) await jobs.stop()
})
afterAll(() => database.stop())

async function start(run: (job: JobAttempt<Work>) => Promise<void>, retries = 3): Promise<Jobs> {
  const jobs = createJobs({ databaseUrl: database.url, log })
  open.push(jobs)
  jobs.define<Work>({ name: 'work', concurrency: 2, retries, seconds: 60, run })
  jobs.start()
  await jobs.ready()
  return jobs
}

describe('jobs', () => {
  it('runs a job once its transaction is committed, and never when it is not', async () => {
    const seen: string[] = []
    const jobs = await start(async ({ id }) => void seen.push(id))
    const [kept, lost] = [randomUUID(), randomUUID()]
    await database.db.transaction((tx) => jobs.add('work', kept, { n: 1 }, tx))
    await expect(
      database.db.transaction(async (tx) => {
        await jobs.add('work', lost, { n: 2 }, tx)
        throw new Error('no')
      }),
    ).rejects.toThrow('no')
    jobs.wake('work')
    await vi.waitFor(() => expect(seen).toEqual([kept]), { timeout: 5_000 })
    expect(await jobs.alive('work', [lost])).toEqual(new Set())
  })

  it('runs a job that is added twice once', async () => {
    const seen: string[] = []
    const jobs = await start(async ({ id }) => void seen.push(id))
    const id = randomUUID()
    await jobs.add('work', id, { n: 1 })
    await jobs.add('work', id, { n: 1 })
    jobs.wake('work')
    await vi.waitFor(() => expect(seen).toEqual([id]), { timeout: 5_000 })
    await new Promise((resolve) => setTimeout(resolve, 1_200))
    expect(seen).toEqual([id])
  })

  it('tries a job that failed again', async () => {
    const attempts: number[] = []
    const jobs = await start(async ({ attempt }) => {
      attempts.push(attempt)
      if (attempt < 1) throw new Error('not yet')
    })
    await jobs.add('work', randomUUID(), { n: 1 })
    await vi.waitFor(() => expect(attempts).toEqual([0, 1]), { timeout: 15_000 })
  })

  it('aborts running jobs when the service stops and leaves them for the next process', async () => {
    const id = randomUUID()
    const taken = Promise.withResolvers<void>()
    const first = await start(async ({ signal }) => {
      taken.resolve()
      await new Promise((_, reject) => signal.addEventListener('abort', () => reject(signal.reason)))
    })
    await first.add('work', id, { n: 1 })
    first.wake('work')
    await taken.promise
    const at = performance.now()
    await first.stop()
    expect(performance.now() - at).toBeLessThan(3_000)
    const seen: string[] = []
    await start(async (job) => void seen.push(job.id))
    await vi.waitFor(() => expect(seen).toEqual([id]), { timeout: 15_000 })
  })

  it('takes up the job of a process that was killed', { timeout: 60_000 }, async () => {
    const id = randomUUID()
    const program = fileURLToPath(new URL('./testing/hanging-process.ts', import.meta.url))
    const child = spawn(process.execPath, [program, database.url], { stdio: ['ignore', 'pipe', 'inherit'] })
    const jobs = createJobs({ databaseUrl: database.url, log })
    open.push(jobs)
    jobs.start()
    await jobs.ready()
    const output: string[] = []
    child.stdout.on('data', (chunk: Buffer) => output.push(chunk.toString()))
    await vi.waitFor(
      async () => {
        await jobs.add('work', id, { n: 1 })
        expect(output.join('')).toContain(`taken ${id}`)
      },
      { timeout: 15_000, interval: 500 },
    )
    child.kill('SIGKILL')
    await once(child, 'exit')
    const seen: string[] = []
    await start(async (job) => void seen.push(job.id))
    await vi.waitFor(() => expect(seen).toEqual([id]), { timeout: 25_000 })
  })

  it('answers DATABASE_UNAVAILABLE while the database cannot be reached, and starts when it can', async () => {
    const url = new URL(database.url)
    url.port = '1'
    const jobs = createJobs({ databaseUrl: url.href, log })
    jobs.start()
    await expect(jobs.add('work', randomUUID(), {})).rejects.toMatchObject({ code: 'DATABASE_UNAVAILABLE' })
    await new Promise((resolve) => setTimeout(resolve, 1_500))
    await expect(jobs.add('work', randomUUID(), {})).rejects.toMatchObject({ code: 'DATABASE_UNAVAILABLE' })
    await jobs.stop()
  })
})
