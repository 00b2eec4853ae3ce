import { execFile } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import type { Deployment } from '@daedal/protocol/chains/deployment'
import { marketAbi } from '@daedal/protocol/market/abi.gen'
import { assetCollectionAbi } from '@daedal/protocol/tokens/abi.gen'
import { createPublicClient, http, parseAbi, toHex, zeroAddress } from 'viem'
import { mnemonicToAccount, privateKeyToAddress } from 'viem/accounts'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { buildContracts } from '../dev/build.ts'
import { type RunningChainNode, startChainNode } from '../dev/chain-node.ts'
import { DEVELOPMENT_MNEMONIC } from '../dev/development-mnemonic.ts'
import { planDeployment } from './plan.ts'
import type { DeploymentRecord } from './sources.ts'
import { type Deployed, steps } from './steps.ts'

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

it('deploys market and collection that know each other, each where its sources lead, and says from which block on', async () => {
  expect(await run(chain.url)).toMatchObject({ code: 0, text: expect.stringMatching(/^deployed/) })
  const { market, assetCollection, wrappedEther, deploymentBlock } = written()
  const client = createPublicClient({ transport: http(chain.url) })
  expect(await client.readContract({ address: assetCollection, abi: assetCollectionAbi, functionName: 'MARKET' })).toBe(market)
  const ofMarket = { address: market, abi: marketAbi } as const
  expect(await client.readContract({ ...ofMarket, functionName: 'feeBps' })).toBe(250)
  expect(await client.readContract({ ...ofMarket, functionName: 'currencyAllowed', args: [wrappedEther] })).toBe(true)
  const [before, then] = await Promise.all(
    [deploymentBlock - 1, deploymentBlock].map((block) => client.getCode({ address: wrappedEther, blockNumber: BigInt(block) })),
  )
  expect([before, then?.length]).toEqual([undefined, expect.any(Number)])
  const owner = privateKeyToAddress(toHex(mnemonicToAccount(DEVELOPMENT_MNEMONIC).getHdKey().privateKey as Uint8Array))
  const plan = planDeployment({
    owner,
    feeReceiver: owner,
    feeBps: 250,
    contractUri: '',
    permit2: zeroAddress,
    reexecutors: [],
    reproductionThreshold: 2,
  })
  expect(Object.fromEntries(plan.map(({ name, address }) => [name, address]))).toMatchObject({ market, assetCollection, wrappedEther })
})

it('deploys nothing twice, also when the file with the addresses was lost or half-written', async () => {
  const before = written()
  expect((await run(chain.url)).text).toMatch(/^already deployed/)
  writeFileSync(out(), JSON.stringify(before).slice(0, 30))
  expect((await run(chain.url)).code).toBe(0)
  // A file from before there were as many contracts.
  const { auctionHouse: _, worldRegistry: __, ...fewer } = before
  writeFileSync(out(), JSON.stringify(fewer))
  expect((await run(chain.url)).text).toMatch(/^deployed/)
  expect(written()).toEqual(before)
  expect(written()).toEqual(before)
  for (const known of ['addresses.json', 'deployment', 'sources']) rmSync(join(dir, known), { recursive: true, force: true })
  expect((await run(chain.url)).code).toBe(0)
  expect(written()).toEqual(before)
})

it('deploys only what is not there yet, and no wrapped ether where it is told of one', async () => {
  const before = written()
  rmSync(out())
  expect((await run(chain.url, '--fee-bps', '300')).text).toMatch(/^deployed/)
  const after = written()
  expect(after).toMatchObject({ wrappedEther: before.wrappedEther, deploymentBlock: before.deploymentBlock })
  expect([after.market, after.assetCollection]).not.toEqual([before.market, before.assetCollection])
  rmSync(out())
  await run(chain.url, '--fee-bps', '300', '--wrapped-ether', before.wrappedEther)
  expect(written()).toMatchObject({ market: after.market, wrappedEther: before.wrappedEther })
  expect(written().deploymentBlock).toBeGreaterThan(before.deploymentBlock)
  expect(readdirSync(join(dir, 'clear-signing'))).not.toContain('calldata-wrapped-ether.json')
  rmSync(out())
})

it('keeps what a verifier of sources asks for', async () => {
  await run(chain.url)
  const folder = join(dir, 'sources')
  const { contracts } = JSON.parse(readFileSync(join(folder, 'record.json'), 'utf8')) as DeploymentRecord
  expect(contracts.map(({ name }) => name)).toEqual(steps.map(({ name }) => name))
  for (const { input, contract, compiler } of contracts) {
    const { language, sources, settings } = JSON.parse(readFileSync(join(folder, input), 'utf8'))
    expect([language, settings.evmVersion, compiler]).toEqual(['Solidity', 'prague', expect.stringMatching(/^v0\.8\.30\+commit\./)])
    expect(Object.keys(sources)).toContain(contract.slice(0, contract.lastIndexOf(':')))
  }
})

it('writes what wallets need to show calls and messages, with the addresses that it is for', async () => {
  await run(chain.url)
  const folder = join(dir, 'clear-signing')
  const files = readdirSync(folder)
  const deployed = readdirSync(new URL('../../protocol/clear-signing/', import.meta.url))
  expect(files).toEqual(deployed)
  const client = createPublicClient({ transport: http(chain.url) })
  const contextOf = (file: string) => JSON.parse(readFileSync(join(folder, file), 'utf8')).context
  for (const file of files) {
    const { contract, eip712 } = contextOf(file)
    const { deployments } = contract ?? eip712
    expect(deployments.length, file).toBe(file.startsWith('eip712-collection') ? 3 : 1)
    for (const { chainId, address } of deployments) {
      expect(chainId).toBe(31_337)
      expect((await client.getCode({ address }))?.length, file).toBeGreaterThan(100)
    }
  }
  const implementationOf = (address: `0x${string}`) =>
    client.readContract({ address, abi: parseAbi(['function IMPLEMENTATION() view returns (address)']), functionName: 'IMPLEMENTATION' })
  const { market, collectionFactory, royaltySplits } = written() as Deployed
  expect(contextOf('calldata-market.json').contract).toEqual({ deployments: [{ chainId: 31_337, address: market }] })
  expect(contextOf('calldata-creator-collection.json').contract).toEqual({
    deployments: [{ chainId: 31_337, address: await implementationOf(collectionFactory) }],
    factory: {
      deployments: [{ chainId: 31_337, address: collectionFactory }],
      deployEvent: 'CollectionCreated(address,address,string,string,string,address,uint16,uint16,uint8,bytes32)',
    },
  })
  expect(contextOf('calldata-royalty-split.json').contract).toEqual({
    deployments: [{ chainId: 31_337, address: await implementationOf(royaltySplits) }],
    factory: { deployments: [{ chainId: 31_337, address: royaltySplits }], deployEvent: 'SplitDeployed(address,(address,uint16)[])' },
  })
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
