import { execFile } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import type { Deployment } from '@daedal/protocol/chains/deployment'
import { marketAbi } from '@daedal/protocol/market/abi.gen'
import { assetCollectionAbi } from '@daedal/protocol/tokens/abi.gen'
import { createPublicClient, http } from 'viem'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { buildContracts } from '../dev/build.ts'
import { type RunningChainNode, startChainNode } from '../dev/chain-node.ts'

let dir: string
let chain: RunningChainNode
const out = () => join(dir, 'addresses.json')

async function run(rpc: string, ...more: string[]): Promise<{ code: number; text: string }> {
  const args = ['--disable-warning=ExperimentalWarning', join(import.meta.dirname, 'deploy.ts'), '--rpc', rpc, '--out', out(), ...more]
  return promisify(execFile)(process.execPath, args).then(
    ({ stdout }) => ({ code: 0, text: stdout }),
    (error: { code: number; stdout: string; stderr: string }) => ({ code: error.code, text: `${error.stdout}${error.stderr}` }),
  )
}
const written = () => JSON.parse(readFileSync(out(), 'utf8')) as Deployment

beforeAll(async () => {
  await buildContracts()
  dir = mkdtempSync(join(tmpdir(), 'daedal-deploy-'))
  chain = await startChainNode({ dir: join(dir, 'chain') })
})
afterAll(async () => {
  await chain?.stop()
  rmSync(dir, { recursive: true, force: true })
})

it('deploys market and collection that know each other, and says from which block on', async () => {
  expect(await run(chain.url)).toMatchObject({ code: 0, text: expect.stringMatching(/^deployed/) })
  const { market, assetCollection, wrappedEther, deploymentBlock } = written()
  const client = createPublicClient({ transport: http(chain.url) })
  expect(await client.readContract({ address: assetCollection, abi: assetCollectionAbi, functionName: 'MARKET' })).toBe(market)
  const ofMarket = { address: market, abi: marketAbi } as const
  expect(await client.readContract({ ...ofMarket, functionName: 'feeBps' })).toBe(250)
  expect(await client.readContract({ ...ofMarket, functionName: 'currencyAllowed', args: [wrappedEther] })).toBe(true)
  expect(deploymentBlock).toBe(1)
})

it('deploys nothing twice, also when the file with the addresses was lost or half-written', async () => {
  const before = written()
  expect((await run(chain.url)).text).toMatch(/^already deployed/)
  writeFileSync(out(), JSON.stringify(before).slice(0, 30))
  expect((await run(chain.url)).code).toBe(0)
  expect(written()).toEqual(before)
})

it('starts over on another chain behind the same folder', async () => {
  const other = await startChainNode({ dir: join(dir, 'other') })
  try {
    expect((await run(other.url)).text).toMatch(/^deployed/)
    const code = await createPublicClient({ transport: http(other.url) }).getCode({ address: written().market })
    expect(code).toMatch(/^0x.{100}/)
  } finally {
    await other.stop()
  }
})

it('names what is wrong', async () => {
  expect(await run('http://127.0.0.1:9')).toMatchObject({ code: 1, text: expect.stringContaining('does not answer') })
  expect(await run(chain.url, '--owner', '0x12')).toMatchObject({ code: 1, text: expect.stringContaining('--owner is not an address') })
})
