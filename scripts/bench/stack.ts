import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createClient } from '@daedal/sdk/client'
import { createPublicClient, createWalletClient, http, parseEther } from 'viem'
import { mnemonicToAccount } from 'viem/accounts'
import { type RunningStack, runStack } from '../../test/e2e/run-stack.ts'
import { DEVELOPMENT_MNEMONIC } from '../dev/development-mnemonic.ts'
import { freePort } from '../dev/port.ts'

/**
 * The product as `npm start` runs it, packages installed and contracts and pages built: seconds to the address with nothing
 * stored and with everything stored, seconds for four variations of the house prompt, memory of all its processes, index lag.
 */
const json = process.argv.includes('--json')
const PROMPT = 'A futuristic city with flying cars and towering skyscrapers'
const TRANSACTIONS = 40

function print(name: string, value: number, unit: string): void {
  const rounded = Math.round(value * 100) / 100
  process.stdout.write(json ? `${JSON.stringify({ name, value: rounded, unit })}\n` : `${name.padEnd(24)}${rounded} ${unit}\n`)
}

/** Ids of a process and everything below it. */
function tree(pid: number): number[] {
  const parents = readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .flatMap((name) => {
      try {
        const stat = readFileSync(`/proc/${name}/stat`, 'utf8')
        return [[Number(name), Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1])] as const]
      } catch {
        return [] // it ended while the list was read
      }
    })
  const found = [pid]
  for (let index = 0; index < found.length; index++)
    found.push(...parents.filter(([, parent]) => parent === found[index]).map(([id]) => id))
  return found
}

/** Resident memory of the processes, MB, shared pages counted once (PSS). */
const memoryOf = (pids: readonly number[]): number =>
  pids.reduce((sum, pid) => {
    try {
      return sum + Number(/^Pss:\s+(\d+) kB/m.exec(readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8'))?.[1] ?? 0) / 1000
    } catch {
      return sum // it ended, or belongs to somebody else
    }
  }, 0)

async function stop(stack: RunningStack): Promise<void> {
  stack.child.kill('SIGTERM')
  await stack.ended
}

/** Seconds until four variations are drawn. */
async function fourVariations(url: string): Promise<number> {
  const api = createClient({ baseUrl: url })
  const startedAt = performance.now()
  const { id } = await api.generate({ prompt: PROMPT, variations: 4, seed: 11 })
  for (const deadline = Date.now() + 120_000; Date.now() < deadline; ) {
    const { state } = await api.generation(id)
    if (state === 'done') return (performance.now() - startedAt) / 1000
    if (state !== 'queued' && state !== 'running') throw new Error(`the job ended as ${state}`)
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
  throw new Error('four variations took more than two minutes')
}

/** Milliseconds from a receipt to the answer that includes its block, sorted. */
async function indexLags({ url, rpcUrl }: RunningStack): Promise<number[]> {
  const api = createClient({ baseUrl: url })
  const transport = http(rpcUrl)
  const wallet = createWalletClient({ account: mnemonicToAccount(DEVELOPMENT_MNEMONIC, { addressIndex: 9 }), transport })
  const reader = createPublicClient({ transport, pollingInterval: 20 })
  const lags: number[] = []
  for (let index = 0; index < TRANSACTIONS; index++) {
    const hash = await wallet.sendTransaction({ to: wallet.account.address, value: parseEther('0.001'), chain: null })
    const { blockNumber } = await reader.waitForTransactionReceipt({ hash })
    const at = performance.now()
    await api.assets({ minBlock: Number(blockNumber), limit: 1 })
    lags.push(performance.now() - at)
  }
  return lags.sort((a, b) => a - b)
}

const dir = mkdtempSync(join(tmpdir(), 'daedal-bench-'))
const ports = { port: await freePort(), chainPort: await freePort() }
try {
  let at = performance.now()
  let stack = await runStack({ dir, ...ports })
  print('start.first', (performance.now() - at) / 1000, 's')
  try {
    print('generation.four768', await fourVariations(stack.url), 's')
    const lags = await indexLags(stack)
    print('index.lag.p95', lags[Math.floor(lags.length * 0.95)] ?? Number.NaN, 'ms')
    print('memory.stack', memoryOf(tree(stack.child.pid as number)), 'MB')
  } finally {
    await stop(stack)
  }
  at = performance.now()
  stack = await runStack({ dir, ...ports })
  print('start.restart', (performance.now() - at) / 1000, 's')
  await stop(stack)
} finally {
  rmSync(dir, { recursive: true, force: true })
}
