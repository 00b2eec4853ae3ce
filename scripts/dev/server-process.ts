import { type ChildProcess, fork } from 'node:child_process'
import { createWriteStream, mkdirSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const entry = join(dirname(fileURLToPath(import.meta.url)), '..', '..', 'backend', 'src', 'server.ts')

/** A running backend. `ended` resolves with its exit code when it stops for any reason. */
export type ServerProcess = { pid: number; ended: Promise<number | null>; stop(): Promise<void> }

async function ready(url: string, child: ChildProcess, deadline: number): Promise<void> {
  while (performance.now() < deadline) {
    if (child.exitCode !== null) throw new Error(`the backend ended with ${child.exitCode} while starting`)
    try {
      const answer = await fetch(`${url}/ready`, { signal: AbortSignal.timeout(2_000) })
      if (answer.ok) return
    } catch {
      // not listening yet: asked again until the deadline
    }
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
  throw new Error('the backend was not ready within 60 s')
}

/** Starts the backend and waits until it is ready. Its log goes to `logFile`; it stops when this process ends. */
export async function startServer(input: { env: NodeJS.ProcessEnv; url: string; logFile: string }): Promise<ServerProcess> {
  mkdirSync(dirname(input.logFile), { recursive: true })
  const log = createWriteStream(input.logFile, { flags: 'a' })
  const child = fork(entry, [], {
    env: { ...process.env, ...input.env },
    execArgv: ['--disable-warning=ExperimentalWarning'],
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    detached: process.platform !== 'win32', // Ctrl-C reaches it once, through stop()
  })
  child.stdout?.pipe(log)
  child.stderr?.pipe(log)
  const ended = new Promise<number | null>((resolve) => child.once('exit', (code) => resolve(code)))
  try {
    await ready(input.url, child, performance.now() + 60_000)
  } catch (cause) {
    child.kill('SIGKILL')
    throw new Error(`${(cause as Error).message}; see ${input.logFile}`)
  }
  return {
    pid: child.pid as number,
    ended,
    async stop() {
      child.kill('SIGTERM')
      const forced = setTimeout(() => child.kill('SIGKILL'), 3_000)
      await ended
      clearTimeout(forced)
    },
  }
}
