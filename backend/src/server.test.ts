import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import type { AddressInfo } from 'node:net'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, it, onTestFinished, vi } from 'vitest'
import { startTestDatabase, type TestDatabase } from './adapters/database/testing.ts'
import { account, CHAIN_ID, COLLECTION } from './testing/token-script.ts'

const entry = fileURLToPath(new URL('./server.ts', import.meta.url))
const START_MS = 90_000

describe('the process', { timeout: 180_000 }, () => {
  let database: TestDatabase
  let dir: string
  let deployment: string
  beforeAll(async () => {
    database = await startTestDatabase()
    dir = await mkdtemp(path.join(tmpdir(), 'daedal-server-'))
    deployment = path.join(dir, 'deployment.json')
    const contracts = { market: COLLECTION, assetCollection: COLLECTION, wrappedEther: COLLECTION }
    await writeFile(deployment, JSON.stringify({ chainId: CHAIN_ID, ...contracts, deploymentBlock: 0 }))
  })
  afterAll(async () => {
    await database.stop()
    await rm(dir, { recursive: true, force: true })
  })

  const freePort = async (): Promise<number> => {
    const server = createServer()
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    const { port } = server.address() as AddressInfo
    await new Promise((resolve) => server.close(resolve))
    return port
  }
  const run = (environment: Record<string, string>) => {
    const child: ChildProcess = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', entry], {
      env: {
        PATH: process.env.PATH,
        DATABASE_URL: database.url,
        // Nobody listens there.
        CHAIN_RPC_URL: 'http://127.0.0.1:1',
        DEPLOYMENT_FILE: deployment,
        DATA_DIR: path.join(dir, 'data'),
        FRONTEND_DIR: path.join(dir, 'no-pages'),
        ...environment,
      },
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    let output = ''
    for (const stream of [child.stdout, child.stderr])
      stream?.on('data', (data: Buffer) => {
        output += data.toString()
      })
    const ended = new Promise<number | null>((resolve) => child.once('exit', (code) => resolve(code)))
    onTestFinished(() => {
      child.kill('SIGKILL')
    })
    return { child, ended, output: () => output }
  }
  const serve = async (environment: Record<string, string> = {}) => {
    const port = await freePort()
    const server = run({ PORT: String(port), ...environment })
    const url = `http://127.0.0.1:${port}`
    await vi.waitFor(async () => expect((await fetch(`${url}/health`)).status).toBe(200), { timeout: START_MS, interval: 100 })
    return { ...server, url, port }
  }

  it('reads on and says so while the chain is down, refuses what needs it, and stops in time with streams open', async () => {
    const { child, ended, url } = await serve()
    const assets = await fetch(`${url}/v1/assets`)
    expect(await assets.json()).toMatchObject({ data: [], total: 0 })
    expect(assets.headers.get('x-index-block')).toBe('0')
    expect(await (await fetch(`${url}/v1/status`)).json()).toMatchObject({ chain: 'down', headBlock: null })
    const ready = await fetch(`${url}/ready`)
    expect([ready.status, ((await ready.json()) as { parts: { chain: { reason: string } } }).parts.chain.reason]).toEqual([
      503,
      'CHAIN_UNAVAILABLE',
    ])
    const order = { kind: 'listing', maker: account(1), collection: COLLECTION, tokenId: '1', price: '1' }
    const prepared = await fetch(`${url}/v1/orders/prepare`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(order),
    })
    expect([prepared.status, ((await prepared.json()) as { code: string }).code]).toEqual([503, 'CHAIN_UNAVAILABLE'])
    const behind = await fetch(`${url}/v1/assets?minBlock=7`)
    expect([behind.status, ((await behind.json()) as { code: string }).code]).toEqual([503, 'INDEX_BEHIND'])
    expect((await fetch(`${url}/metrics`)).status).toBe(200)

    const streams = await Promise.all([fetch(`${url}/v1/events/stream`), fetch(`${url}/v1/events/stream`)])
    expect(streams.map(({ status }) => status)).toEqual([200, 200])
    const started = performance.now()
    child.kill('SIGTERM')
    expect(await ended).toBe(0)
    expect(performance.now() - started).toBeLessThan(5_000)
    for (const stream of streams) await stream.text()
  })

  it('says which variable is wrong, and ends', async () => {
    const { ended, output } = run({ PORT: 'x', DATABASE_URL: '' })
    expect(await ended).toBe(2)
    expect(output()).toContain('DATABASE_URL is missing')
    expect(output()).toContain('PORT ')
    const file = run({ DEPLOYMENT_FILE: path.join(dir, 'nowhere.json') })
    expect(await file.ended).toBe(2)
    expect(file.output()).toContain('nowhere.json')
  })

  it('says that its port is taken, and ends', async () => {
    const holder = createServer()
    await new Promise<void>((resolve) => holder.listen(0, '127.0.0.1', resolve))
    onTestFinished(() => void holder.close())
    const { port } = holder.address() as AddressInfo
    const { ended, output } = run({ PORT: String(port) })
    expect(await ended).toBe(3)
    expect(output()).toContain(`Port ${port} of 127.0.0.1 is taken`)
  })
})
