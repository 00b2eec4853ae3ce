import { Piscina } from 'piscina'
import { AppError } from '../../errors.ts'
import type { Draughtsman, Drawing, DrawProgress, DrawTask } from '../../generation/ports.ts'

/** What the pool sends a thread. `flag[0]` becomes 1 when the drawing is to stop. */
export type DrawJob = DrawTask & { port: MessagePort; flag: Int32Array; memoryBytes: number }

/** What a thread posts on its port. */
export type DrawMessage = { type: 'started' } | ({ type: 'progress' } & DrawProgress)

/** What a thread answers. */
export type DrawAnswer =
  | { type: 'drawn'; drawing: Drawing }
  | { type: 'stopped' }
  | { type: 'too-large'; bytes: number }
  | { type: 'unwalkable'; detail: string }

export type DrawPoolOptions = {
  /** Module of the thread; its default export takes a {@link DrawJob} and answers a {@link DrawAnswer}. */
  worker: URL
  threads: number
  /** A picture that takes longer is given up. */
  timeoutMs: number
  /** Memory one thread may use for a picture. */
  memoryMb: number
}

/** Time a drawing has to notice the flag before its thread is ended. */
const GRACE_MS = 150

/** Draws in worker threads. A thread that hangs, crashes or runs out of memory is replaced. */
export function createDrawPool({ worker, threads, timeoutMs, memoryMb }: DrawPoolOptions): Draughtsman {
  const pool = new Piscina<DrawJob, DrawAnswer>({
    filename: worker.href,
    minThreads: 0,
    maxThreads: threads,
    idleTimeout: 60_000,
    resourceLimits: { maxOldGenerationSizeMb: memoryMb },
  })
  // A thread's failure outside a task has no other listener; the task's own failure rejects its promise.
  pool.on('error', () => undefined)

  return {
    hands: threads,
    close: () => pool.destroy(),
    async draw(task, { signal, onProgress }) {
      if (signal.aborted) throw new AppError('GENERATION_CANCELLED')
      const { port1, port2 } = new MessageChannel()
      const flag = new Int32Array(new SharedArrayBuffer(4))
      const kill = new AbortController()
      let started = false
      let reason: 'GENERATION_CANCELLED' | 'GENERATION_TIMED_OUT' = 'GENERATION_CANCELLED'
      const timers: NodeJS.Timeout[] = []
      const stop = () => {
        Atomics.store(flag, 0, 1)
        if (started) timers.push(setTimeout(() => kill.abort(), GRACE_MS))
        else kill.abort()
      }
      signal.addEventListener('abort', stop, { once: true })
      port1.onmessage = ({ data }: { data: DrawMessage }) => {
        if (data.type === 'progress') return onProgress({ fraction: data.fraction, stage: data.stage })
        started = true
        timers.push(
          setTimeout(() => {
            reason = 'GENERATION_TIMED_OUT'
            stop()
          }, timeoutMs),
        )
      }
      try {
        const job: DrawJob = { ...task, port: port2, flag, memoryBytes: memoryMb * 1_048_576 }
        const answer = await pool.run(job, { transferList: [port2 as never], signal: kill.signal })
        if (answer.type === 'drawn') return answer.drawing
        if (answer.type === 'unwalkable') throw new AppError('GENERATION_WORLD_UNWALKABLE', answer.detail)
        if (answer.type === 'too-large')
          throw new AppError('GENERATION_WORKER_FAILED', `Drawing needed ${answer.bytes} bytes of memory, ${memoryMb} MiB are allowed.`)
        throw stopped(reason, timeoutMs)
      } catch (error) {
        if (error instanceof AppError) throw error
        if (kill.signal.aborted) throw stopped(reason, timeoutMs)
        throw new AppError('GENERATION_WORKER_FAILED', `Drawing failed: ${sentenceOf(error)}`, { cause: error })
      } finally {
        signal.removeEventListener('abort', stop)
        for (const timer of timers) clearTimeout(timer)
        port1.close()
      }
    },
  }
}

const stopped = (code: 'GENERATION_CANCELLED' | 'GENERATION_TIMED_OUT', timeoutMs: number) =>
  code === 'GENERATION_TIMED_OUT'
    ? new AppError(code, `Drawing took longer than ${timeoutMs / 1_000} seconds and was stopped.`)
    : new AppError(code)

const sentenceOf = (error: unknown): string => (error instanceof Error ? error.message : String(error)).slice(0, 300)
