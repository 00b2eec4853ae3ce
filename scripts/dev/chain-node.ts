import { fork } from 'node:child_process'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import type { ChainMessage } from './chain-node-process.ts'

export type ChainNodeOptions = {
  /** Folder of the journal; made when missing. */
  dir: string
  /** Port of 127.0.0.1; 0 or none takes a free one. */
  port?: number
  /** Hears one line a step. */
  log?: (line: string) => void
}

/** A running local chain. */
export type RunningChainNode = {
  url: string
  pid: number
  /** The newest block when it was ready: what the replay of the journal led to. */
  head: { number: number; hash: string }
  /** Stops it within three seconds; safe to call twice. */
  stop(): Promise<void>
  /** Resolves with the exit code when the node ends, whoever ended it. */
  exited: Promise<number | null>
}

/** MiB of JavaScript heap; blocks and state live outside of it, in the EVM's own memory. */
const HEAP_LIMIT = 384

/**
 * Starts the local chain (id 31337, a block a transaction) in a process of its own that ends when this one does. Every
 * transaction is on the disk before it is answered, and the next start leads to the same blocks.
 */
export async function startChainNode({ dir, port = 0, log = () => {} }: ChainNodeOptions): Promise<RunningChainNode> {
  const script = fileURLToPath(new URL('./chain-node-process.ts', import.meta.url))
  const child = fork(script, [path.resolve(dir), String(port)], {
    execArgv: [`--max-old-space-size=${HEAP_LIMIT}`, '--disable-warning=ExperimentalWarning'],
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  })
  let errors = ''
  child.stdout?.resume()
  child.stderr?.on('data', (chunk: Buffer) => {
    errors = `${errors}${chunk}`.slice(-4_096)
  })
  const exited = new Promise<number | null>((resolve) => child.once('exit', (code) => resolve(code)))
  const ready = await new Promise<Extract<ChainMessage, { kind: 'ready' }>>((resolve, reject) => {
    child.on('message', (message: ChainMessage) => {
      if (message.kind === 'log') log(message.line)
      else if (message.kind === 'ready') resolve(message)
      else reject(new Error(message.message))
    })
    child.once('error', reject)
    child.once('exit', (code, signal) =>
      reject(new Error(`The chain node ended with ${code ?? signal} while it started. ${errors.trim()}`)),
    )
  })
  const stop = async () => {
    if (child.exitCode !== null || child.signalCode !== null) return
    child.kill('SIGTERM')
    if ((await Promise.race([exited, sleep(3_000, 'late')])) === 'late') child.kill('SIGKILL')
    await exited
  }
  return { url: `http://127.0.0.1:${ready.port}`, pid: child.pid as number, head: ready.head, stop, exited }
}
