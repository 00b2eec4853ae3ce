import { type ChildProcess, fork } from 'node:child_process'
import { join } from 'node:path'
import type { Answer, Request } from './messages.ts'

/** Runs after which the process is begun anew, so that what its chain remembers does not grow without end. */
const RUNS = 250

/** Bytes of a thread in which the chain's native code runs: a contract that calls itself with all the gas of a block goes hundreds of calls deep. */
const STACK = 268_435_456

/** The process with the tests. One that does not answer in time is ended, and the next run begins another. */
export function createTestProcess(root: string, files: readonly string[], env: Readonly<Record<string, string>> = {}) {
  let child: ChildProcess | null = null
  let runs = 0

  /** The next message of the process; `late` when there is none in time, `gone` when the process ends before. */
  const next = (from: ChildProcess, milliseconds: number): Promise<unknown> =>
    new Promise((resolve) => {
      const done = (value: unknown) => {
        clearTimeout(timer)
        from.off('message', done)
        from.off('exit', gone)
        resolve(value)
      }
      const gone = () => done('gone')
      const timer = setTimeout(() => done('late'), milliseconds)
      from.on('message', done)
      from.on('exit', gone)
    })

  function stop(): void {
    child?.kill('SIGKILL')
    child = null
    runs = 0
  }

  async function start(): Promise<ChildProcess> {
    const started = fork(join(import.meta.dirname, 'test-runner.ts'), [...files], {
      cwd: root,
      serialization: 'advanced',
      execArgv: ['--disable-warning=ExperimentalWarning', '--max-old-space-size=2048'],
      env: {
        INVARIANT_RUNS: '1',
        INVARIANT_CALLS: '60',
        RUST_MIN_STACK: `${STACK}`,
        ...process.env,
        HH_TEST: 'true',
        NODE_ENV: 'test',
        UNOPTIMISED: '1',
        ...env,
      },
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    })
    // A message to a process that has ended: its end is noticed where an answer is awaited.
    started.on('error', () => undefined)
    started.on('exit', () => {
      if (child === started) stop()
    })
    if ((await next(started, 120_000)) !== 'ready') {
      started.kill('SIGKILL')
      throw new Error('The process with the tests did not start.')
    }
    return started
  }

  async function attempt(request: Request, milliseconds: number): Promise<Answer | 'late' | 'gone'> {
    if (runs >= RUNS) stop()
    child ??= await start()
    runs += 1
    const answer = next(child, milliseconds)
    child.send(request, () => undefined)
    const found = (await answer) as Answer | 'late' | 'gone'
    // What is left of a test that took too long could disturb the next run.
    if (typeof found === 'string' || found.failures.some(({ message }) => message.startsWith('Timeout'))) stop()
    return found
  }

  return {
    stop,
    /** Asks for a run; null when there was no answer in time, or the process ended twice. */
    async run(request: Request, milliseconds: number): Promise<Answer | null> {
      const first = await attempt(request, milliseconds)
      const found = first === 'gone' ? await attempt(request, milliseconds) : first
      return typeof found === 'string' ? null : found
    },
  }
}
export type TestProcess = ReturnType<typeof createTestProcess>
