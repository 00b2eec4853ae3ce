import { sql } from 'drizzle-orm'
import { fromDrizzle, PgBoss } from 'pg-boss'
import { AppError } from '../../errors.ts'
import type { Database } from '../database/database.ts'

/** One try at a job. */
export type JobAttempt<T> = {
  id: string
  data: T
  /** Counts from 0. */
  attempt: number
  /** No further try follows this one. */
  last: boolean
  /** Aborted when the job was cancelled, taken away, or the service stops. */
  signal: AbortSignal
}

/** A kind of job. A try that throws is repeated with growing pauses. */
export type JobKind<T> = {
  name: string
  /** Jobs of this kind that one process runs at once. */
  concurrency: number
  /** Tries after the first one. */
  retries: number
  /** Seconds one try may take before it counts as lost. */
  seconds: number
  run(job: JobAttempt<T>): Promise<void>
}

/** Work that survives the process: kept in the database, taken up again by any process when its own dies. */
export type Jobs = {
  /** Declares a kind; to be called before `start`. */
  define<T extends object>(kind: JobKind<T>): void
  /** Declares work that repeats by a cron expression (UTC), on one process at a time. */
  every(name: string, cron: string, run: () => Promise<void>): void
  /** Keeps trying until the database answers; resolves at once, so that a database that is down does not stop the service. */
  start(): void
  /** Resolves when jobs can be taken. */
  ready(): Promise<void>
  /** Adds a job, in the caller's transaction when one is given. The same id is added once. */
  add(kind: string, id: string, data: object, transaction?: Pick<Database, 'execute'>): Promise<void>
  /** Wakes this process's workers: call it after the transaction that added a job. */
  wake(kind: string): void
  cancel(kind: string, id: string): Promise<void>
  /** Which of these jobs wait or run. */
  alive(kind: string, ids: readonly string[]): Promise<ReadonlySet<string>>
  /** Stops taking jobs, aborts running ones and leaves them to be taken up later. */
  stop(): Promise<void>
}

/** What the wrapper needs to know. */
export type JobsOptions = {
  databaseUrl: string
  log: { warn(details: object, message: string): void; info(details: object, message: string): void }
  /** Connections of its own. */
  connections?: number
}

/** Seconds without a sign of life after which a job is taken from its process. The library's least. */
const HEARTBEAT_SECONDS = 10

/** Jobs on PostgreSQL by pg-boss, in its own schema `jobs`. */
export function createJobs({ databaseUrl, log, connections = 3 }: JobsOptions): Jobs {
  const kinds = new Map<string, JobKind<object>>()
  const schedules = new Map<string, { cron: string; run: () => Promise<void> }>()
  const workers = new Map<string, string>()
  const running = new Set<AbortController>()
  const boss = new PgBoss({
    connectionString: databaseUrl,
    schema: 'jobs',
    max: connections,
    application_name: 'daedal-jobs',
    connectionTimeoutMillis: 5_000,
    superviseIntervalSeconds: 5,
    monitorIntervalSeconds: 5,
    registerInstance: false,
    reindex: false,
    monitorVacuum: false,
    openTelemetry: { enabled: false },
  })
  boss.on('error', (error) => log.warn({ err: error }, 'The job queue had an error'))
  boss.on('warning', (warning) => log.info({ warning }, 'The job queue warns'))

  let state: 'idle' | 'starting' | 'up' | 'stopped' = 'idle'
  const { promise: up, resolve: isUp } = Promise.withResolvers<void>()

  async function open() {
    await boss.start()
    for (const kind of kinds.values()) await openKind(kind)
    for (const [name, { cron, run }] of schedules) {
      await boss.createQueue(name, { policy: 'singleton', retryLimit: 0, expireInSeconds: 600, deleteAfterSeconds: 3_600 })
      await boss.work(name, { pollingIntervalSeconds: 20 }, run)
      await boss.schedule(name, cron, null, { tz: 'UTC' })
    }
  }

  async function openKind(kind: JobKind<object>) {
    await boss.createQueue(kind.name, {
      retryLimit: kind.retries,
      retryDelay: 1,
      retryBackoff: true,
      retryDelayMax: 30,
      expireInSeconds: kind.seconds,
      heartbeatSeconds: HEARTBEAT_SECONDS,
      deleteAfterSeconds: 3_600,
    })
    const options = { localConcurrency: kind.concurrency, pollingIntervalSeconds: 0.5, heartbeatRefreshSeconds: 3 }
    const worker = await boss.work<object>(kind.name, options, async ([job]) => {
      if (!job) return
      const own = new AbortController()
      running.add(own)
      try {
        const signal = AbortSignal.any([own.signal, job.signal])
        await kind.run({ id: job.id, data: job.data, attempt: job.retryCount, last: job.retryCount >= kind.retries, signal })
      } catch (error) {
        if (!own.signal.aborted) log.warn({ err: error, job: job.id, kind: kind.name, attempt: job.retryCount }, 'A job failed')
        throw error
      } finally {
        running.delete(own)
      }
    })
    workers.set(kind.name, worker)
  }

  return {
    define: (kind) => void kinds.set(kind.name, kind as unknown as JobKind<object>),
    every: (name, cron, run) => void schedules.set(name, { cron, run }),
    start() {
      if (state !== 'idle') return
      state = 'starting'
      const attempt = async () => {
        try {
          await open()
          state = 'up'
          isUp()
        } catch (error) {
          if (state === 'stopped') return
          log.warn({ err: error }, 'The job queue cannot be opened; trying again')
          await boss.stop({ graceful: false }).catch(() => undefined)
          setTimeout(attempt, 1_000).unref()
        }
      }
      void attempt()
    },
    ready: () => up,
    async add(kind, id, data, transaction) {
      if (state !== 'up') throw new AppError('DATABASE_UNAVAILABLE', 'The job queue is not open yet.')
      await boss.send(kind, data, { id, ...(transaction && { db: fromDrizzle(transaction, sql) }) })
    },
    wake(kind) {
      const worker = workers.get(kind)
      if (worker) boss.notifyWorker(worker)
    },
    async cancel(kind, id) {
      if (state === 'up') await boss.cancel(kind, id)
    },
    async alive(kind, ids) {
      if (state !== 'up') return new Set(ids)
      const alive = new Set<string>()
      for (const id of ids) {
        const [job] = await boss.findJobs(kind, { id })
        if (job && (job.state === 'created' || job.state === 'retry' || job.state === 'active')) alive.add(id)
      }
      return alive
    },
    async stop() {
      const before = state
      state = 'stopped'
      for (const controller of running) controller.abort(new Error('the service stops'))
      if (before === 'idle') return
      await boss.stop({ graceful: true, timeout: 3_000 })
    },
  }
}
