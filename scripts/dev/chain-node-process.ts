import { mkdirSync, rmSync } from 'node:fs'
import { open, readFile, rm } from 'node:fs/promises'
import type { AddressInfo } from 'node:net'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { type Chain, openChain } from './chain.ts'
import { createFront } from './chain-front.ts'
import { describeProcess, isAlive } from './processes.ts'

/** What this process tells the one that started it. */
export type ChainMessage =
  | { kind: 'log'; line: string }
  | { kind: 'ready'; port: number; head: { number: number; hash: string } }
  | { kind: 'failed'; message: string }

const [dir, port] = [process.argv[2] as string, Number(process.argv[3])]
const tell = (message: ChainMessage) => new Promise<void>((resolve) => (process.send ? process.send(message, () => resolve()) : resolve()))
let chain: Chain | undefined

// The parent is gone, whatever ended it: so is this node. Every acknowledged transaction is in the journal.
process.once('disconnect', () => process.exit(0))

try {
  await takeFolder(dir)
  chain = await openChain(dir, (line) => void tell({ kind: 'log', line }))
  const server = createFront(chain)
  await new Promise<void>((resolve, reject) => server.once('error', reject).listen({ host: '127.0.0.1', port, exclusive: true }, resolve))
  const stop = async () => {
    setTimeout(() => process.exit(0), 2_000).unref()
    server.close()
    server.closeIdleConnections()
    await chain?.close()
    process.exit(0)
  }
  process.once('SIGTERM', () => void stop())
  // Ctrl-C reaches the whole group; the parent decides when the node stops.
  process.on('SIGINT', () => {})
  await tell({ kind: 'ready', port: (server.address() as AddressInfo).port, head: chain.head() })
} catch (error) {
  const { code, message } = error as NodeJS.ErrnoException
  await tell({ kind: 'failed', message: code === 'EADDRINUSE' ? `Port ${port} of 127.0.0.1 is taken by another program.` : message })
  process.exit(1)
}

/** One node a folder. Waits for a node whose parent was just killed; a file left by a dead one is taken over. */
async function takeFolder(folder: string): Promise<void> {
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  const file = path.join(folder, 'node.pid')
  for (const deadline = Date.now() + 5_000; ; await sleep(50)) {
    const handle = await open(file, 'wx', 0o600).catch((error: NodeJS.ErrnoException) => {
      if (error.code === 'EEXIST') return null
      throw error
    })
    if (handle) {
      await handle.writeFile(String(process.pid))
      await handle.close()
      process.once('exit', () => rmSync(file, { force: true }))
      return
    }
    const holder = Number.parseInt(await readFile(file, 'utf8').catch(() => ''), 10)
    const found = holder > 0 && holder !== process.pid && isAlive(holder) ? await describeProcess(holder) : null
    if (!found?.command.includes('chain-node-process')) await rm(file, { force: true })
    else if (Date.now() > deadline) throw new Error(`The chain in ${folder} is in use by process ${holder}. Stop that one first.`)
  }
}
