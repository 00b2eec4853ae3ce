import { execFile } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import type { Deployment } from '@daedal/protocol/chains/deployment'
import { marketAbi } from '@daedal/protocol/market/abi.gen'
import { createPublicClient, createWalletClient, http } from 'viem'
import { mnemonicToAccount } from 'viem/accounts'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { buildContracts } from '../dev/build.ts'
import { type RunningChainNode, startChainNode } from '../dev/chain-node.ts'
import { DEVELOPMENT_MNEMONIC } from '../dev/development-mnemonic.ts'
import { readArtifact } from './artifact.ts'
import { codeDifference } from './compare-code.ts'

const account = mnemonicToAccount(DEVELOPMENT_MNEMONIC)
const stranger = '0x000000000000000000000000000000000000dEaD'
let dir: string
let chain: RunningChainNode
const file = () => join(dir, 'addresses.json')

async function run(script: string, ...args: string[]): Promise<{ code: number; lines: string[] }> {
  const command = ['--disable-warning=ExperimentalWarning', join(import.meta.dirname, script), '--rpc', chain.url, ...args]
  const { code, text } = await promisify(execFile)(process.execPath, command).then(
    ({ stdout }) => ({ code: 0, text: stdout }),
    (error: { code: number; stdout: string; stderr: string }) => ({ code: error.code, text: `${error.stdout}${error.stderr}` }),
  )
  return { code, lines: text.trim().split('\n') }
}
const check = (...args: string[]) => run('check.ts', '--deployment', file(), ...args)
const written = () => JSON.parse(readFileSync(file(), 'utf8')) as Deployment

beforeAll(async () => {
  await buildContracts()
  dir = mkdtempSync(join(tmpdir(), 'daedal-check-'))
  chain = await startChainNode({ dir: join(dir, 'chain') })
  expect((await run('deploy.ts', '--out', file(), '--contract-uri', 'ipfs://about')).code).toBe(0)
})
afterAll(async () => {
  await chain?.stop()
  rmSync(dir, { recursive: true, force: true })
})

describe('the code', () => {
  const artifact = () => readArtifact('Market')
  const changed = (at: number) => {
    const code = artifact().deployedBytecode
    const nibble = code[2 + at * 2] === '0' ? '1' : '0'
    return `${code.slice(0, 2 + at * 2)}${nibble}${code.slice(3 + at * 2)}` as `0x${string}`
  }

  it('is the same whatever its immutable variables are', () => {
    const { start } = Object.values(artifact().immutableReferences).flat()[0] as { start: number }
    expect(codeDifference(changed(start), artifact())).toBeNull()
    expect(codeDifference(changed(start - 1), artifact())).toBe(`has other code from byte ${start - 1} on`)
  })

  it('is told from code of other sources, of another length, and from none', () => {
    const { length } = artifact().deployedBytecode
    expect(codeDifference(changed(length / 2 - 20), artifact())).toMatch(/its metadata differs$/)
    expect(codeDifference(artifact().deployedBytecode.slice(0, -2) as `0x${string}`, artifact())).toMatch(
      /bytes of code, \d+ are expected$/,
    )
    expect(codeDifference('0x', artifact())).toBe('has no code')
  })
})

it('finds no difference in what was just deployed', async () => {
  const found = await check('--owner', account.address, '--fee-receiver', account.address, '--fee-bps', '250')
  expect(found).toEqual({ code: 0, lines: ['18 contracts compared with sources, arguments and settings: no difference'] })
})

it('names each setting that is not the one asked for', async () => {
  const { code, lines } = await check('--owner', stranger, '--fee-receiver', stranger, '--fee-bps', '100', '--contract-uri', 'ipfs://other')
  expect(code).toBe(1)
  expect(lines).toEqual([
    `market.owner() is ${account.address}, expected ${stranger}`,
    `market.FEE_RECEIVER() is ${account.address}, expected ${stranger}`,
    'market.feeBps() is 250, expected 100',
    `auctionHouse.FEE_RECEIVER() is ${account.address}, expected ${stranger}`,
    `rentals.FEE_RECEIVER() is ${account.address}, expected ${stranger}`,
    `drops.FEE_RECEIVER() is ${account.address}, expected ${stranger}`,
    `reproductionRegistry.owner() is ${account.address}, expected ${stranger}`,
    'assetCollection.contractURI() is ipfs://about, expected ipfs://other',
    'editionCollection.contractURI() is ipfs://about, expected ipfs://other',
    expect.stringMatching(/: 9 differences$/),
  ])
})

it('names a contract of other code, and one that was deployed with other arguments', async () => {
  const before = written()
  const { market, assetCollection, wrappedEther, royaltySplits, reproductionRegistry } = before
  const client = createPublicClient({ transport: http(chain.url) })
  const wallet = createWalletClient({ account, transport: http(chain.url) })
  const { abi, bytecode } = readArtifact('AssetCollection')
  const hash = await wallet.deployContract({
    abi,
    bytecode,
    args: [stranger, royaltySplits, reproductionRegistry, 'ipfs://about'],
    chain: null,
  })
  const { contractAddress } = await client.waitForTransactionReceipt({ hash })
  try {
    writeFileSync(file(), JSON.stringify({ ...before, assetCollection: contractAddress }))
    const forged = await check()
    expect(forged.code).toBe(1)
    expect(forged.lines.slice(0, -1)).toEqual([
      expect.stringMatching(new RegExp(`^assetCollection ${contractAddress} is not where its sources .* lead: ${assetCollection}$`, 'i')),
      `assetCollection.MARKET() is ${stranger}, expected ${market}`,
    ])
    writeFileSync(file(), JSON.stringify({ ...before, assetCollection: wrappedEther }))
    const { lines } = await check()
    expect(lines[0]).toMatch(new RegExp(`^assetCollection ${wrappedEther} has \\d+ bytes of code, \\d+ are expected$`))
    expect(lines).toContainEqual(expect.stringMatching(/^assetCollection\.MARKET\(\) is no answer/))
  } finally {
    writeFileSync(file(), JSON.stringify(before))
  }
})

it('names a pause, an announced fee, a currency off the list and an owner to come', async () => {
  const { market, wrappedEther } = written()
  const client = createPublicClient({ transport: http(chain.url) })
  const wallet = createWalletClient({ account, transport: http(chain.url) })
  const call = { address: market, abi: marketAbi, chain: null } as const
  const sent = [
    await wallet.writeContract({ ...call, functionName: 'pause' }),
    await wallet.writeContract({ ...call, functionName: 'scheduleFee', args: [500] }),
    await wallet.writeContract({ ...call, functionName: 'allowCurrency', args: [wrappedEther, false] }),
    await wallet.writeContract({ ...call, functionName: 'transferOwnership', args: [stranger] }),
  ]
  for (const hash of sent) await client.waitForTransactionReceipt({ hash })
  const { code, lines } = await check()
  expect(code).toBe(1)
  expect(lines.slice(0, -1)).toEqual([
    `market.pendingOwner() is ${stranger}, expected 0x0000000000000000000000000000000000000000`,
    expect.stringMatching(/^market\.scheduledFee\(\) is \d+, expected 0$/),
    'market.isPaused() is true, expected false',
    `market.currencyAllowed(${wrappedEther}) is false, expected true`,
  ])
})

it('names a file of another chain, a file that is none, and what it cannot compare', async () => {
  const before = written()
  try {
    writeFileSync(file(), JSON.stringify({ ...before, chainId: 1 }))
    expect((await check()).lines[0]).toMatch(/is of chain 1, the chain at .* is 31337\.$/)
    writeFileSync(file(), '{}')
    expect((await check()).lines[0]).toMatch(/is not a deployment/)
  } finally {
    writeFileSync(file(), JSON.stringify(before))
  }
  rmSync(join(dir, 'sources'), { recursive: true })
  expect((await check()).lines.at(-1)).toMatch(/no sources\/record\.json, so not the arguments: 4 differences$/)
})
