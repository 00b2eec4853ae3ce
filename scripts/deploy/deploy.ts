import { readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { LOCAL_CHAIN_ID } from '@daedal/protocol/chains/deployment'
import { getAddress, type Hex, isAddress, keccak256, pad, toHex, zeroAddress } from 'viem'
import { mnemonicToAccount, privateKeyToAddress } from 'viem/accounts'
import { buildContracts } from '../dev/build.ts'
import { DEVELOPMENT_MNEMONIC } from '../dev/development-mnemonic.ts'
import { ensureAccountRegistry } from './account-registry.ts'
import { ask, codeAt } from './ask.ts'
import { writeClearSigning } from './clear-signing.ts'
import { CREATE_X, ensureCreateX } from './create-x.ts'
import { type Planned, planDeployment, SALT } from './plan.ts'
import { writeSources } from './sources.ts'
import { type Addresses, type Deployed, type Parameters, steps } from './steps.ts'

/** Fee in force from the start, basis points. */
const FEE_BPS = 250

/** How many re-executors must agree; the registry takes no fewer. */
const REPRODUCTION_THRESHOLD = 2

/** Where Permit2 is on the chains that have it. */
const PERMIT2 = '0x000000000022D473030F116dDEE9F6B43aC78BA3'

const help = `node scripts/deploy/deploy.ts --rpc URL --out FILE [options]

  --rpc URL             JSON-RPC of the chain
  --out FILE            where the addresses are written, and beside it in sources/ what a verifier of sources asks for and in
                        clear-signing/ what wallets need to show calls in words (ERC-7730);
                        read first: what is there and has code is not deployed again
  --owner ADDRESS       owner of the market and of the registry of reproductions, a multisig on a public chain (default: the deployer)
  --fee-receiver ADDR   gets the protocol's fees, for ever (default: the deployer)
  --fee-bps N           fee from the start, basis points, at most 500 (default 250)
  --wrapped-ether ADDR  the chain's own wrapped ether (default: one is deployed)
  --contract-uri URI    ERC-7572 metadata of the collection
  --reexecutors LIST    accounts, separated by commas, whose reproductions count from the start (default: none; the owner can add some)
  --reproduction-threshold N
                        how many of them must agree, 2 to 16 (default 2)

Every contract is deployed with CREATE2 through CreateX, so its address follows from sources and options alone.
The key is taken from DEPLOYER_PRIVATE_KEY; on the local chain (31337) the public development key is used.
`

/** The deployment that a file names, when it is of this chain and all its contracts are there. */
async function existing(file: string, rpc: string, chainId: number): Promise<Deployed | null> {
  let found: Deployed
  try {
    found = JSON.parse(readFileSync(file, 'utf8')) as Deployed
  } catch {
    return null // none yet, or half-written by a killed run: deployed anew
  }
  if (found.chainId !== chainId || steps.some(({ name }) => found[name] === undefined)) return null
  const codes = await Promise.all(steps.map(({ name }) => codeAt(rpc, found[name])))
  return codes.every((code) => code !== '0x') ? found : null
}

function keyFor(chainId: number): `0x${string}` {
  const given = process.env.DEPLOYER_PRIVATE_KEY
  if (given && !/^0x[0-9a-fA-F]{64}$/.test(given))
    throw new Error('DEPLOYER_PRIVATE_KEY is not a private key (0x and 64 hexadecimal digits).')
  if (given) return given as `0x${string}`
  if (chainId !== LOCAL_CHAIN_ID) throw new Error(`Chain ${chainId} is not the local one: set DEPLOYER_PRIVATE_KEY.`)
  return toHex(mnemonicToAccount(DEVELOPMENT_MNEMONIC).getHdKey().privateKey as Uint8Array)
}

type Options = {
  owner?: string
  'fee-receiver'?: string
  'fee-bps'?: string
  'wrapped-ether'?: string
  'contract-uri'?: string
  reexecutors?: string
  'reproduction-threshold'?: string
}

/** First block that holds one of the contracts: from the factory's events, or from the journal where a chain does not answer for all blocks. */
async function firstBlock(rpc: string, addresses: readonly string[], journal: string): Promise<number> {
  const created = keccak256(toHex('ContractCreation(address,bytes32)'))
  const topics = [created, addresses.map((address) => pad(address as Hex))]
  const filter = { address: CREATE_X, fromBlock: '0x0', toBlock: 'latest', topics }
  const logs = await ask<{ blockNumber: Hex }[]>(rpc, 'eth_getLogs', [filter]).catch(() => [])
  const blocks = logs.length > 0 ? logs.map(({ blockNumber }) => Number(blockNumber)) : blocksOf(journal)
  if (blocks.length === 0) throw new Error(`Neither the chain nor ${journal} names a block of the deployment.`)
  return Math.min(...blocks)
}

const blocksOf = (journal: string): number[] =>
  readFileSync(journal, 'utf8')
    .split('\n')
    .filter(Boolean)
    .map((line) => (JSON.parse(line) as { receipt?: { blockNumber?: number } }).receipt?.blockNumber)
    .filter((block) => block !== undefined)

/** Deploys what of the plan is not there yet, if anything. `folder` holds the journal by which a run that was cut off goes on. */
async function carryOut(
  plan: readonly Planned[],
  { rpc, chainId, key, folder }: { rpc: string; chainId: number; key: Hex; folder: string },
) {
  const codes = await Promise.all(plan.map(({ address }) => codeAt(rpc, address)))
  if (codes.every((code) => code !== '0x')) return
  const { createHardhatRuntimeEnvironment } = await import('hardhat/hre')
  const config = (await import('../../hardhat.config.ts')).default
  const { daedalModule } = await import('../../ignition/modules/Daedal.ts')
  const root = new URL('../../', import.meta.url)
  const environment = await createHardhatRuntimeEnvironment(
    {
      ...config,
      paths: { ...config.paths, ignition: folder },
      networks: { ...config.networks, target: { type: 'http', url: rpc, accounts: [key] } },
    },
    { config: fileURLToPath(new URL('hardhat.config.ts', root)) },
    fileURLToPath(root),
  )
  const { ignition } = await environment.network.create('target')
  const deployed = await ignition.deploy(daedalModule(plan.map((planned, index) => ({ ...planned, exists: codes[index] !== '0x' }))), {
    deploymentId: `chain-${chainId}`,
    strategy: 'create2',
    strategyConfig: { salt: SALT },
    // A block is made by each transaction on the local chain, so there is nothing to wait for.
    ...(chainId === LOCAL_CHAIN_ID ? { config: { requiredConfirmations: 1, blockPollingInterval: 50 } } : {}),
  })
  for (const { name, address } of plan) {
    const at = await deployed[name]?.getAddress()
    if (at !== address) throw new Error(`${name} was deployed at ${at}, not at ${address}.`)
  }
}

async function deploy(rpc: string, chainId: number, out: string, options: Options): Promise<Deployed> {
  const key = keyFor(chainId)
  const local = chainId === LOCAL_CHAIN_ID
  const deployer = privateKeyToAddress(key)
  const parameters: Parameters = {
    owner: getAddress(options.owner ?? deployer),
    feeReceiver: getAddress(options['fee-receiver'] ?? deployer),
    feeBps: Number(options['fee-bps'] ?? FEE_BPS),
    contractUri: options['contract-uri'] ?? '',
    permit2: (await codeAt(rpc, PERMIT2)) === '0x' ? zeroAddress : PERMIT2,
    reexecutors: (options.reexecutors?.split(',') ?? []).map((account) => getAddress(account.trim())),
    reproductionThreshold: Number(options['reproduction-threshold'] ?? REPRODUCTION_THRESHOLD),
    chainId,
  }
  const given = options['wrapped-ether'] === undefined ? undefined : getAddress(options['wrapped-ether'])
  const plan = planDeployment(parameters, given)
  // There are many local chains with one id, so what is known of theirs is kept beside `out`, and only for the time of a run.
  const folder = local ? join(dirname(resolve(out)), 'deployment') : fileURLToPath(new URL('../../ignition', import.meta.url))
  if (local) rmSync(folder, { recursive: true, force: true })
  await ensureCreateX(rpc, key, local)
  if (local) await ensureAccountRegistry(rpc, key)
  await carryOut(plan, { rpc, chainId, key, folder })
  writeSources(join(dirname(resolve(out)), 'sources'), parameters, plan)
  writeClearSigning(join(dirname(resolve(out)), 'clear-signing'), chainId, plan)
  const addresses = Object.fromEntries(plan.map(({ name, address }) => [name, address])) as Addresses
  const journal = join(folder, 'deployments', `chain-${chainId}`, 'journal.jsonl')
  return {
    chainId,
    ...(given ? { ...addresses, wrappedEther: given } : addresses),
    deploymentBlock: await firstBlock(rpc, Object.values(addresses), journal),
  }
}

async function main(): Promise<void> {
  const text = { type: 'string' } as const
  const { values } = parseArgs({
    options: {
      rpc: text,
      out: text,
      owner: text,
      'fee-receiver': text,
      'fee-bps': text,
      'wrapped-ether': text,
      'contract-uri': text,
      reexecutors: text,
      'reproduction-threshold': text,
      help: { type: 'boolean' },
    },
  })
  const { rpc, out } = values
  if (values.help || !rpc || !out) {
    process.stdout.write(help)
    process.exitCode = values.help ? 0 : 2
    return
  }
  for (const name of ['owner', 'fee-receiver', 'wrapped-ether'] as const)
    if (values[name] !== undefined && !isAddress(values[name])) throw new Error(`--${name} is not an address: ${values[name]}`)
  for (const account of values.reexecutors?.split(',') ?? [])
    if (!isAddress(account.trim())) throw new Error(`--reexecutors is not a list of addresses: ${account}`)
  const chainId = Number(await ask<string>(rpc, 'eth_chainId'))
  const known = await existing(out, rpc, chainId)
  if (!known) await buildContracts()
  const deployment = known ?? (await deploy(rpc, chainId, out, values))
  writeFileSync(`${out}.part`, `${JSON.stringify(deployment, null, 2)}\n`)
  renameSync(`${out}.part`, out)
  process.stdout.write(
    `${known ? 'already deployed' : 'deployed'}: market ${deployment.market}, collection ${deployment.assetCollection}\n`,
  )
}

try {
  await main()
  process.exit(process.exitCode ?? 0)
} catch (cause) {
  process.stderr.write(`${cause instanceof Error ? cause.message : String(cause)}\n`)
  process.exit(1)
}
