import { spawn } from 'node:child_process'
import { appendFile, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { createPublicClient, type Hex, http } from 'viem'
import { mnemonicToAccount } from 'viem/accounts'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type RunningChainNode, startChainNode } from './chain-node.ts'
import { isAlive } from './processes.ts'

const account = mnemonicToAccount('test test test test test test test test test test test junk')
const sign = (nonce: number, value = 1n): Promise<Hex> =>
  account.signTransaction({
    chainId: 31_337,
    type: 'eip1559',
    nonce,
    to: account.address,
    value,
    gas: 21_000n,
    maxFeePerGas: 10n ** 11n,
    maxPriorityFeePerGas: 1n,
  })

type Reply = { result?: unknown; error?: { code: number; message: string } }
const post = (url: string, body: unknown, headers: Record<string, string> = {}): Promise<Response> =>
  fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  })
const call = async (url: string, method: string, ...params: unknown[]): Promise<Reply> =>
  (await (await post(url, { jsonrpc: '2.0', id: 1, method, params })).json()) as Reply

describe('local chain', () => {
  let dir: string
  let node: RunningChainNode
  const restart = async () => {
    node = await startChainNode({ dir })
  }
  beforeEach(async () => {
    dir = await mkdtemp(path.join(tmpdir(), 'daedal-chain-'))
    await restart()
  })
  afterEach(async () => {
    await node.stop()
    await rm(dir, { recursive: true, force: true })
  })

  it('loses nothing it acknowledged when it is killed between and inside writes', async () => {
    const acknowledged: { hash: Hex; block: Hex }[] = []
    for (let round = 0, nonce = 0; round < 3; round++) {
      const client = createPublicClient({ transport: http(node.url, { retryCount: 0 }) })
      nonce = await client.getTransactionCount({ address: account.address })
      const killer = sleep(60 + 45 * round).then(() => process.kill(node.pid, 'SIGKILL'))
      for (;;) {
        const { result } = await call(node.url, 'eth_sendRawTransaction', await sign(nonce)).catch(() => ({ result: undefined }))
        if (typeof result !== 'string') break
        nonce++
        const receipt = await client.getTransactionReceipt({ hash: result as Hex }).catch(() => null)
        if (receipt) acknowledged.push({ hash: result as Hex, block: receipt.blockHash })
      }
      await killer
      await node.exited
      await restart()
    }
    expect(acknowledged.length).toBeGreaterThan(10)
    const client = createPublicClient({ transport: http(node.url) })
    for (const { hash, block } of acknowledged) expect((await client.getTransactionReceipt({ hash })).blockHash).toBe(block)
  })

  it('comes back with the same head, and answers calls at the present time', async () => {
    for (let nonce = 0; nonce < 20; nonce++) await call(node.url, 'eth_sendRawTransaction', await sign(nonce))
    expect((await call(node.url, 'eth_sendRawTransaction', await sign(3))).error?.message).toMatch(/nonce too low/i)
    const before = (await call(node.url, 'eth_getBlockByNumber', 'latest', false)).result
    await node.stop()
    await restart()
    expect(node.head.number).toBe(20)
    expect((await call(node.url, 'eth_getBlockByNumber', 'latest', false)).result).toEqual(before)
    // TIMESTAMP PUSH0 MSTORE PUSH1 32 PUSH0 RETURN
    const time = Number((await call(node.url, 'eth_call', { data: '0x425f5260205ff3' }, 'latest')).result)
    expect(Math.abs(time - Date.now() / 1000)).toBeLessThan(3)
  })

  it('cuts off a torn last line and drops a last line that was never accepted', async () => {
    for (let nonce = 0; nonce < 3; nonce++) await call(node.url, 'eth_sendRawTransaction', await sign(nonce))
    const journal = path.join(dir, 'journal.jsonl')
    await node.stop()
    await appendFile(journal, '{"raw":"0x02f8')
    await restart()
    expect(node.head.number).toBe(3)
    await node.stop()
    const refused = { raw: await sign(7), timestamp: Math.floor(Date.now() / 1000), parent: node.head.hash }
    await appendFile(journal, `${JSON.stringify(refused)}\n`)
    await restart()
    expect(node.head.number).toBe(3)
    expect((await call(node.url, 'eth_sendRawTransaction', await sign(3))).result).toMatch(/^0x/)
    expect((await readFile(journal, 'utf8')).trim().split('\n')).toHaveLength(5)
  })

  it('refuses a journal that was changed in the middle, and says so', async () => {
    for (let nonce = 0; nonce < 3; nonce++) await call(node.url, 'eth_sendRawTransaction', await sign(nonce))
    await node.stop()
    const journal = path.join(dir, 'journal.jsonl')
    const lines = (await readFile(journal, 'utf8')).split('\n')
    await writeFile(journal, lines.with(1, JSON.stringify({ ...JSON.parse(lines[1] as string), raw: await sign(0, 2n) })).join('\n'))
    await expect(startChainNode({ dir })).rejects.toThrow(/does not come back .* --fresh/)
    await writeFile(journal, lines.with(1, '{"raw":').join('\n'))
    await expect(startChainNode({ dir })).rejects.toThrow(/Line 2 .* is damaged/)
  })

  it('takes raw transactions only and keeps what moves time or blocks closed', async () => {
    for (const method of [
      'evm_mine',
      'evm_setNextBlockTimestamp',
      'hardhat_setBalance',
      'hardhat_reset',
      'anvil_mine',
      'debug_traceTransaction',
      'eth_sendTransaction',
      'eth_sign',
      'eth_signTypedData_v4',
      'personal_sign',
      '__proto__',
    ])
      expect((await call(node.url, method)).error, method).toMatchObject({
        code: -32601,
        message: expect.stringContaining('CHAIN_METHOD_CLOSED'),
      })
    expect((await call(node.url, 'eth_accounts')).result).toEqual([])
    expect((await call(node.url, 'eth_chainId')).result).toBe('0x7a69')
  })

  it('answers malformed, oversized and foreign requests with an error and stays up', async () => {
    expect((await post(node.url, '{nonsense')).status).toBe(400)
    expect((await post(node.url, [])).status).toBe(400)
    expect((await post(node.url, Array(101).fill({ jsonrpc: '2.0', id: 1, method: 'eth_chainId' }))).status).toBe(400)
    expect((await post(node.url, `"${'x'.repeat(2 * 1024 * 1024)}"`)).status).toBe(413)
    expect((await post(node.url, {}, { origin: 'https://evil.example' })).status).toBe(403)
    expect((await fetch(node.url)).status).toBe(405)
    for (const raw of [undefined, 7, '0x', '0xzz', '0x1234', `0x02${'00'.repeat(131_073)}`])
      expect((await call(node.url, 'eth_sendRawTransaction', raw)).error?.code, String(raw).slice(0, 20)).toBeLessThan(0)
    const batch = await (
      await post(node.url, [{ jsonrpc: '2.0', id: 'a', method: 'eth_blockNumber' }, 7, { id: 'b', method: 'eth_chainId' }])
    ).json()
    expect(batch).toMatchObject([
      { id: 'a', result: '0x0' },
      { id: null, error: { code: -32600 } },
      { id: 'b', result: '0x7a69' },
    ])
  })

  it('ends with the process that started it', async () => {
    const script = `import { startChainNode } from ${JSON.stringify(fileURLToPath(new URL('./chain-node.ts', import.meta.url)))}
      const node = await startChainNode({ dir: process.argv[1] }); console.log(node.pid)`
    const other = await mkdtemp(path.join(tmpdir(), 'daedal-chain-'))
    const parent = spawn(process.execPath, ['--input-type=module-typescript', '-e', script, other], {
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    const pid = await new Promise<number>((resolve) => parent.stdout.once('data', (chunk) => resolve(Number(chunk))))
    expect(isAlive(pid)).toBe(true)
    parent.kill('SIGKILL')
    for (let wait = 0; isAlive(pid) && wait < 100; wait++) await sleep(20)
    expect(isAlive(pid)).toBe(false)
    await rm(other, { recursive: true, force: true })
  })

  it('names the program that holds its port or its folder', async () => {
    const port = Number(new URL(node.url).port)
    const other = await mkdtemp(path.join(tmpdir(), 'daedal-chain-'))
    await expect(startChainNode({ dir: other, port })).rejects.toThrow(`Port ${port} of 127.0.0.1 is taken`)
    await expect(startChainNode({ dir })).rejects.toThrow(`is in use by process ${node.pid}`)
    await rm(other, { recursive: true, force: true })
  })
})
