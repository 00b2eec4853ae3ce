import { Piscina } from 'piscina'
import { AppError } from '../../errors.ts'
import type { Draughtsman, Drawing, DrawProgress, DrawTask } from '../../generation/ports.ts'
import { createHelpingHands, type HelpJob } from './helping-hands.ts'

/** What the pool sends a thread. `flag[0]` becomes 1 when the drawing is to stop; `memory` is shared with threads that help. */
export type DrawJob = DrawTask & { port: MessagePort; flag: Int32Array; memoryBytes: number; memory: SharedArrayBuffer | null }

/** What a thread posts on its port. */
export type DrawMessage = { type: 'started' } | ({ type: 'progress' } & DrawProgress)

/** What a thread answers. */
export type DrawAnswer =
  | { type: 'drawn'; drawing: Drawing }
  | { type: 'stopped' }
  | { type: 'too-large'; bytes: number }
  | { type: 'unwalkable'; detail: string }
  | { type: 'helped' }

export type DrawPoolOptions = {
  /** Module of the thread; its default export takes a {@link DrawJob} or a {@link HelpJob} and answers a {@link DrawAnswer}. */
  worker: URL
  threads: number
  /** A picture that takes longer is given up. */
  timeoutMs: number
  /** Memory one thread may use for a picture. */
  memoryMb: number
}

/** Time a drawing has to notice the flag before its thread is ended. */
const GRACE_MS = 150

/** Memory a thread may use for what it has just made, MiB. Node's own bound is twice that, and drawing would fill it with what is garbage. */
export const YOUNG_MB = 24

/** Draws in worker threads. A thread that hangs, crashes or runs out of memory is replaced. */
export function createDrawPool({ worker, threads, timeoutMs, memoryMb }: DrawPoolOptions): Draughtsman {
  const pool = new Piscina<DrawJob | HelpJob, DrawAnswer>({
    filename: worker.href,
    minThreads: 0,
    maxThreads: threads,
    idleTimeout: 60_000,
    resourceLimits: { maxOldGenerationSizeMb: memoryMb, maxYoungGenerationSizeMb: YOUNG_MB },
  })
  // A thread's failure outside a task has no other listener; the task's own failure rejects its promise.
  pool.on('error', () => undefined)
  const hands = createHelpingHands(threads, (job) => pool.run(job))

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
      const memory = hands.memoryFor(task)
      let helperFault: unknown
      let closes = () => {}
      const stop = () => {
        Atomics.store(flag, 0, 1)
        if (started) timers.push(setTimeout(() => kill.abort(), GRACE_MS))
        else kill.abort()
      }
      // rows that a broken helper took will never be done
      const giveUp = (cause: unknown) => {
        helperFault ??= cause ?? new Error('a helping thread ended')
        stop()
      }
      signal.addEventListener('abort', stop, { once: true })
      hands.begins()
      port1.onmessage = ({ data }: { data: DrawMessage }) => {
        if (data.type === 'progress') return onProgress({ fraction: data.fraction, stage: data.stage })
        started = true
        if (memory) closes = hands.opens({ task, memory, flag, failed: giveUp })
        timers.push(
          setTimeout(() => {
            reason = 'GENERATION_TIMED_OUT'
            stop()
          }, timeoutMs),
        )
      }
      try {
        const job: DrawJob = { ...task, port: port2, flag, memoryBytes: memoryMb * 1_048_576, memory }
        const answer = await pool.run(job, { transferList: [port2 as never], signal: kill.signal })
        if (answer.type === 'drawn') return answer.drawing
        if (answer.type === 'unwalkable') throw new AppError('GENERATION_WORLD_UNWALKABLE', answer.detail)
        if (answer.type === 'too-large')
          throw new AppError('GENERATION_WORKER_FAILED', `Drawing needed ${answer.bytes} bytes of memory, ${memoryMb} MiB are allowed.`)
        throw helperFault ?? stopped(reason, timeoutMs)
      } catch (error) {
        if (error instanceof AppError) throw error
        if (kill.signal.aborted && helperFault === undefined) throw stopped(reason, timeoutMs)
        const cause = helperFault ?? error
        throw new AppError('GENERATION_WORKER_FAILED', `Drawing failed: ${sentenceOf(cause)}`, { cause })
      } finally {
        signal.removeEventListener('abort', stop)
        for (const timer of timers) clearTimeout(timer)
        port1.close()
        closes()
        hands.ended()
      }
    },
  }
}

const stopped = (code: 'GENERATION_CANCELLED' | 'GENERATION_TIMED_OUT', timeoutMs: number) =>
  code === 'GENERATION_TIMED_OUT'
    ? new AppError(code, `Drawing took longer than ${timeoutMs / 1_000} seconds and was stopped.`)
    : new AppError(code)

const sentenceOf = (error: unknown): string => (error instanceof Error ? error.message : String(error)).slice(0, 300)
