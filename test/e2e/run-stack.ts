import { type ChildProcess, spawn } from 'node:child_process'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..')
/** A first start compiles, builds and mints samples; a busy machine takes its time. */
const START_MS = 420_000

/** The product as `npm start` runs it. */
export type RunningStack = {
  url: string
  rpcUrl: string
  child: ChildProcess
  /** Resolves with the exit code when it ends, whoever ended it. */
  ended: Promise<number | null>
  /** Everything it printed so far. */
  output(): string
}

/** Starts the whole product on a folder and waits until it names its address. */
export async function runStack({
  dir,
  port,
  chainPort,
  args = [],
}: {
  dir: string
  port: number
  chainPort: number
  args?: string[]
}): Promise<RunningStack> {
  // As a person starts it: vitest's NODE_ENV would build the pages for development.
  const { NODE_ENV: _, ...env } = process.env
  const child = spawn(
    process.execPath,
    [
      '--disable-warning=ExperimentalWarning',
      join(root, 'scripts/dev/stack.ts'),
      `--dir=${dir}`,
      `--port=${port}`,
      `--chain-port=${chainPort}`,
      '--no-open',
      ...args,
    ],
    { cwd: root, env, stdio: ['ignore', 'pipe', 'pipe'] },
  )
  let output = ''
  const ended = new Promise<number | null>((resolve) => child.once('exit', (code) => resolve(code)))
  await new Promise<void>((resolve, reject) => {
    const timer = setTimeout(() => {
      child.kill('SIGTERM')
      reject(new Error(`the product did not start within ${START_MS / 60_000} minutes:\n${output}`))
    }, START_MS)
    const read = (chunk: Buffer) => {
      output += chunk.toString()
      if (!output.includes('Daedal is at')) return
      clearTimeout(timer)
      resolve()
    }
    child.stdout?.on('data', read)
    child.stderr?.on('data', read)
    child.once('exit', (code) => {
      clearTimeout(timer)
      reject(new Error(`npm start ended with ${code}:\n${output}`))
    })
  })
  return { url: `http://localhost:${port}`, rpcUrl: `http://127.0.0.1:${chainPort}`, child, ended, output: () => output }
}
