import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Generation } from '@daedal/protocol/generation/api'
import { createClient } from '@daedal/sdk/client'
import { createPublicClient, http } from 'viem'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { freePort } from '../../scripts/dev/port.ts'
import { drawn, mintAsset } from './mint-asset.ts'
import { below, commandOf } from './processes.ts'
import { type RunningStack, runStack } from './run-stack.ts'

describe.runIf(process.platform === 'linux')('kill -9', () => {
  let dir: string
  let ports: { port: number; chainPort: number }
  let stack: RunningStack
  let asset: string
  let block: number
  /** A remix of the asset and a world, which are being drawn when the backend is killed. */
  let cut: Generation[]

  const start = () => runStack({ dir, ...ports, args: ['--no-samples'] })
  const part = (word: string) => below(stack.child.pid!).find((pid) => commandOf(pid).includes(word))
  const api = () => createClient({ baseUrl: stack.url })
  const answers = () =>
    expect
      .poll(
        async () => {
          const response = await fetch(`${stack.url}/ready`).catch(() => null)
          if (!response?.ok) return 'not ready'
          return (await api().asset(asset)).name
        },
        { timeout: 30_000, interval: 200 },
      )
      .toBe('Kept whatever happens')
  const head = () => createPublicClient({ transport: http(stack.rpcUrl) }).getBlock({ blockTag: 'latest' })
  /** The chain stands where it stood; it may take a moment to come back. */
  const standsAt = (hash: string) =>
    expect
      .poll(
        () =>
          head().then(
            (block) => block.hash,
            () => 'no answer',
          ),
        { timeout: 30_000, interval: 200 },
      )
      .toBe(hash)

  beforeAll(async () => {
    dir = mkdtempSync(join(tmpdir(), 'daedal-restart-'))
    ports = { port: await freePort(), chainPort: await freePort() }
    stack = await start()
    const made = await mintAsset(stack.url, 'a golden key', 'Kept whatever happens')
    asset = made.asset
    block = made.block
    await api().assets({ minBlock: block, limit: 1 })
  })
  afterAll(async () => {
    stack?.child.kill('SIGTERM')
    await stack?.ended
    rmSync(dir, { recursive: true, force: true })
  })

  const running = async (id: string) => {
    const job = await api().generation(id)
    return job.variations.some(({ state }) => state === 'running') && job
  }

  it('finds jobs in the middle', async () => {
    const remix = { prompt: 'frozen', from: { how: 'remix' as const, of: [{ asset }] }, variations: 1 }
    const asked = [await api().generate(remix), await api().generate({ prompt: 'a walkable gallery', seed: 7, variations: 1 })]
    for (const { id } of asked) await expect.poll(() => running(id), { timeout: 30_000, interval: 20 }).toBeTruthy()
    cut = asked
  })

  it.each([
    ['backend', 'server.ts'],
    ['chain', 'chain-node-process'],
    ['database', 'postgres'],
  ])('of the %s: it comes back by itself and nothing is lost', async (_name, word) => {
    const before = await head()
    const pid = part(word)
    expect(pid, `a process of ${word}`).toBeDefined()
    process.kill(pid!, 'SIGKILL')
    await expect.poll(() => stack.output(), { timeout: 10_000 }).toMatch(/starting it again/)
    await answers()
    await standsAt(before.hash)
    expect((await api().assets({ minBlock: block, limit: 10 })).total).toBe(1)
  })

  it('loses no job: each is finished from the same plan, seed and source', async () => {
    for (const before of cut) {
      const after = await drawn(api(), before.id)
      expect(after).toMatchObject({ kind: before.kind, prompt: before.prompt, from: before.from, understanding: before.understanding })
      expect(after.variations.map(({ seed, state }) => [seed, state])).toEqual(before.variations.map(({ seed }) => [seed, 'done']))
    }
    expect(cut[0]?.from?.of.map((source) => source.asset)).toEqual([asset])
    expect((await api().generation(cut[1]!.id)).variations[0]?.model?.role).toBe('world')
  })

  it('of everything at once: the next start goes on', async () => {
    const before = await head()
    const all = [stack.child.pid!, ...below(stack.child.pid!)]
    for (const pid of all)
      try {
        process.kill(pid, 'SIGKILL')
      } catch {
        // it ended with its parent
      }
    await stack.ended
    stack = await start()
    await answers()
    await standsAt(before.hash)
    const second = await mintAsset(stack.url, 'a silver ring', 'Made afterwards')
    expect((await api().assets({ minBlock: second.block, limit: 10 })).total).toBe(2)
  })

  it('a polite stop ends every process within five seconds', async () => {
    const all = below(stack.child.pid!)
    expect(all.length).toBeGreaterThanOrEqual(3)
    const startedAt = performance.now()
    stack.child.kill('SIGINT')
    await stack.ended
    expect(performance.now() - startedAt).toBeLessThan(5_000)
    await expect.poll(() => all.filter((pid) => commandOf(pid) !== ''), { timeout: 2_000 }).toEqual([])
    stack = await start()
    await answers()
  })
})
