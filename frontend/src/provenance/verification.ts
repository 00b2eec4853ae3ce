import { createStore, type Store } from '../lib/store.ts'

/** A check as it stands. `reading` is what was measured, in one English line. */
export type Check = { id: string; state: 'pass' | 'weak' | 'none' | 'fail' | 'checking'; reading: string }

/** What the page asks of the worker. */
export type VerifyRequest = { assetId: string; baseUrl: string; rpcUrl: string; chainId: number }

/** What the worker answers, in this order: any number of checks, then one end. */
export type VerifyMessage =
  | { type: 'check'; check: Check }
  | { type: 'done'; milliseconds: number }
  | { type: 'failed'; code: string | null; message: string }

/** One verification of one asset in this browser. */
export type Verification = {
  state: 'idle' | 'running' | 'done' | 'failed'
  checks: Check[]
  milliseconds: number | null
  endedAt: number | null
  failure: { code: string | null; message: string } | null
}

const idle: Verification = { state: 'idle', checks: [], milliseconds: null, endedAt: null, failure: null }

/** Puts a message of the worker into the picture that the page shows. */
export function applied(before: Verification, message: VerifyMessage, now: number): Verification {
  switch (message.type) {
    case 'check': {
      const known = before.checks.some((check) => check.id === message.check.id)
      const checks = known
        ? before.checks.map((check) => (check.id === message.check.id ? message.check : check))
        : [...before.checks, message.check]
      return { ...before, checks }
    }
    case 'done':
      return { ...before, state: 'done', milliseconds: message.milliseconds, endedAt: now }
    case 'failed':
      return { ...before, state: 'failed', endedAt: now, failure: { code: message.code, message: message.message } }
  }
}

/** Verifies in a worker, so that drawing the picture again does not hold up the page. */
export function createVerification(): { store: Store<Verification>; start(request: VerifyRequest): void; stop(): void } {
  const store = createStore<Verification>(idle)
  let worker: Worker | null = null
  const stop = () => {
    worker?.terminate()
    worker = null
  }
  return {
    store,
    stop,
    start: (request) => {
      stop()
      store.set({ ...idle, state: 'running' })
      worker = new Worker(new URL('./verify.worker.ts', import.meta.url), { type: 'module' })
      worker.onmessage = ({ data }: MessageEvent<VerifyMessage>) => {
        store.set((before) => applied(before, data, Date.now()))
        if (data.type !== 'check') stop()
      }
      worker.onerror = (event) => {
        store.set((before) =>
          applied(before, { type: 'failed', code: null, message: event.message || 'the checker could not be loaded' }, Date.now()),
        )
        stop()
      }
      worker.postMessage(request)
    },
  }
}
