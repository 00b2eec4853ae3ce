import { readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { type Deployment, LOCAL_CHAIN_ID } from '@daedal/protocol/chains/deployment'
import { isAddress, toHex } from 'viem'
import { mnemonicToAccount } from 'viem/accounts'
import { DEVELOPMENT_MNEMONIC } from '../dev/development-mnemonic.ts'

const help = `node scripts/deploy/deploy.ts --rpc URL --out FILE [options]

  --rpc URL             JSON-RPC of the chain
  --out FILE            where the addresses are written; read first: what is there and has code is not deployed again
  --owner ADDRESS       owner of the market, a multisig on a public chain (default: the deployer)
  --fee-receiver ADDR   gets the protocol's fees, for ever (default: the deployer)
  --fee-bps N           fee from the start, basis points, at most 500 (default 250)
  --wrapped-ether ADDR  the chain's own wrapped ether (default: one is deployed)
  --contract-uri URI    ERC-7572 metadata of the collection

The key is taken from DEPLOYER_PRIVATE_KEY; on the local chain (31337) the public development key is used.
`

async function ask<T>(rpc: string, method: string, params: unknown[] = []): Promise<T> {
  const response = await fetch(rpc, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ jsonrpc: '2.0', id: 1, method, params }),
    signal: AbortSignal.timeout(20_000),
  }).catch((cause: unknown) => {
    throw new Error(`The chain at ${new URL(rpc).origin} does not answer.`, { cause })
  })
  const { result, error } = (await response.json()) as { result?: T; error?: { message: string } }
  if (error) throw new Error(`${method}: ${error.message}`)
  return result as T
}

/** The deployment that a file names, when it is of this chain and its contracts are there. */
async function existing(file: string, rpc: string, chainId: number): Promise<Deployment | null> {
  let found: Deployment
  try {
    found = JSON.parse(readFileSync(file, 'utf8')) as Deployment
  } catch {
    return null // none yet, or half-written by a killed run: deployed anew
  }
  if (found.chainId !== chainId) return null
  const codes = await Promise.all(
    [found.market, found.assetCollection, found.wrappedEther].map((address) => ask<string>(rpc, 'eth_getCode', [address, 'latest'])),
  )
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

type Options = { owner?: string; 'fee-receiver'?: string; 'fee-bps'?: string; 'wrapped-ether'?: string; 'contract-uri'?: string }

/** First block that holds one of the deployment's transactions, by its journal. */
function firstBlock(journal: string): number {
  const blocks = readFileSync(journal, 'utf8')
    .split('\n')
    .filter(Boolean)
    .map((line) => (JSON.parse(line) as { receipt?: { blockNumber?: number } }).receipt?.blockNumber)
    .filter((block) => block !== undefined)
  if (blocks.length === 0) throw new Error(`${journal} names no block.`)
  return Math.min(...blocks)
}

/** Removes the journal of a local chain that is no more: what it says was deployed is not there. */
async function forgetOtherChain(rpc: string, folder: string): Promise<void> {
  let addresses: string[]
  try {
    const file = join(folder, 'deployments', `chain-${LOCAL_CHAIN_ID}`, 'deployed_addresses.json')
    addresses = Object.values(JSON.parse(readFileSync(file, 'utf8')) as Record<string, string>)
  } catch {
    return // nothing was deployed before, or the run was cut off: its journal says how far it came
  }
  const codes = await Promise.all(addresses.map((address) => ask<string>(rpc, 'eth_getCode', [address, 'latest'])))
  if (codes.some((code) => code === '0x')) rmSync(folder, { recursive: true, force: true })
}

async function deploy(rpc: string, chainId: number, out: string, options: Options): Promise<Deployment> {
  const { createHardhatRuntimeEnvironment } = await import('hardhat/hre')
  const config = (await import('../../hardhat.config.ts')).default
  const { default: wrappedEtherModule } = await import('../../ignition/modules/WrappedEther.ts')
  const { default: daedalModule } = await import('../../ignition/modules/Daedal.ts')
  const root = new URL('../../', import.meta.url)
  const local = chainId === LOCAL_CHAIN_ID
  // A run that was cut off goes on by the journal in this folder. There are many local chains with one id, so theirs is kept beside `out`.
  const ignitionFolder = local ? join(dirname(resolve(out)), 'deployment') : fileURLToPath(new URL('ignition', root))
  if (local) await forgetOtherChain(rpc, ignitionFolder)
  const environment = await createHardhatRuntimeEnvironment(
    {
      ...config,
      paths: { ...config.paths, ignition: ignitionFolder },
      networks: { ...config.networks, target: { type: 'http', url: rpc, accounts: [keyFor(chainId)] } },
    },
    { config: fileURLToPath(new URL('hardhat.config.ts', root)) },
    fileURLToPath(root),
  )
  const { ignition } = await environment.network.create('target')
  const deploymentId = `chain-${chainId}`
  // A block is made by each transaction on the local chain, so there is nothing to wait for.
  const how = { deploymentId, ...(local ? { config: { requiredConfirmations: 1, blockPollingInterval: 50 } } : {}) }
  const addressOf = async (contract: { getAddress(): Promise<string> }) => (await contract.getAddress()) as `0x${string}`

  const wrappedEther = options['wrapped-ether'] ?? (await addressOf((await ignition.deploy(wrappedEtherModule, how)).wrappedEther))
  const parameters = {
    Daedal: {
      wrappedEther,
      ...(options.owner ? { owner: options.owner } : {}),
      ...(options['fee-receiver'] ? { feeReceiver: options['fee-receiver'] } : {}),
      ...(options['fee-bps'] ? { feeBps: Number(options['fee-bps']) } : {}),
      ...(options['contract-uri'] ? { contractUri: options['contract-uri'] } : {}),
    },
  }
  const { market, assetCollection } = await ignition.deploy(daedalModule, { ...how, parameters })
  return {
    chainId,
    market: await addressOf(market),
    assetCollection: await addressOf(assetCollection),
    wrappedEther: wrappedEther as `0x${string}`,
    deploymentBlock: firstBlock(join(ignitionFolder, 'deployments', deploymentId, 'journal.jsonl')),
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
  const chainId = Number(await ask<string>(rpc, 'eth_chainId'))
  const known = await existing(out, rpc, chainId)
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
