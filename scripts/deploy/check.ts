import { readFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { createPublicClient, getAddress, http, isAddress } from 'viem'
import { buildContracts } from '../dev/build.ts'
import { readArtifact } from './artifact.ts'
import { ask, codeAt } from './ask.ts'
import { codeDifference } from './compare-code.ts'
import { planDeployment } from './plan.ts'
import { type Expected, type Setting, settings } from './settings.ts'
import { type DeploymentRecord, readSources } from './sources.ts'
import { type Deployed, type Parameters, steps } from './steps.ts'

const help = `npm run check:deployment -- --rpc URL --deployment FILE [options]

Compares what is deployed with the sources of this checkout: code, constructor arguments, settings. Names each difference;
ends with 1 when there is one.

  --rpc URL             JSON-RPC of the chain
  --deployment FILE     the addresses, as deploy.ts wrote them; sources/record.json beside it says what was chosen
  --owner ADDRESS       owner that the market and the registry of reproductions must have (default: the one chosen at the
                        deployment, as all below)
  --fee-receiver ADDR   who must get the fees
  --fee-bps N           fee that must be in force
  --contract-uri URI    metadata that the collections must name
  --wrapped-ether-given the wrapped ether is the chain's own, so its code is not compared
`

function readDeployment(file: string): Deployed {
  const value = JSON.parse(readFileSync(file, 'utf8')) as Deployed
  const missing = steps.filter(({ name }) => typeof value[name] !== 'string' || !isAddress(value[name])).map(({ name }) => name)
  if (missing.length > 0) throw new Error(`${file} is not a deployment: no address of ${missing.join(', ')}.`)
  return value
}

/** Contracts whose code is not what the compiler made of the sources here. */
async function codeDifferences(rpc: string, deployment: Deployed, given: ReadonlySet<string>): Promise<string[]> {
  const found = await Promise.all(
    steps
      .filter(({ name }) => !given.has(name))
      .map(async ({ name, contract }) => {
        const difference = codeDifference(await codeAt(rpc, deployment[name]), readArtifact(contract))
        return difference === null ? [] : [`${name} ${deployment[name]} ${difference}`]
      }),
  )
  return found.flat()
}

/** Contracts that do not stand where creation code and arguments lead: an immutable value differs. */
function addressDifferences(deployment: Deployed, { parameters, contracts }: DeploymentRecord): string[] {
  const given = contracts.some(({ name }) => name === 'wrappedEther') ? undefined : getAddress(deployment.wrappedEther)
  return planDeployment(parameters, given)
    .filter(({ name, address }) => deployment[name] !== address)
    .map(
      ({ name, address }) =>
        `${name} ${deployment[name]} is not where its sources and the arguments ${JSON.stringify(parameters)} lead: ${address}`,
    )
}

async function settingDifferences(rpc: string, expected: Expected): Promise<string[]> {
  const client = createPublicClient({ transport: http(rpc) })
  const differenceIn = async ({ of, view, args, part, value }: Setting): Promise<string[]> => {
    const wanted = value(expected)
    if (wanted === undefined) return []
    const contract = steps.find(({ name }) => name === of)?.contract as string
    const call = { address: expected[of], abi: readArtifact(contract).abi, functionName: view, args: args?.(expected) ?? [] }
    const what = `${of}.${view}(${call.args.join(', ')})`
    const answer: unknown = await client.readContract(call).catch((cause: Error) => `no answer (${cause.message.split('\n')[0]})`)
    const found = part === undefined ? answer : (answer as readonly unknown[])[part]
    return String(found) === String(wanted) ? [] : [`${what} is ${String(found)}, expected ${String(wanted)}`]
  }
  return (await Promise.all(settings.map(differenceIn))).flat()
}

type Options = { owner?: string; 'fee-receiver'?: string; 'fee-bps'?: string; 'contract-uri'?: string }

/** What was asked for on the command line. */
function wanted(options: Options): Partial<Parameters> {
  for (const name of ['owner', 'fee-receiver'] as const)
    if (options[name] !== undefined && !isAddress(options[name])) throw new Error(`--${name} is not an address: ${options[name]}`)
  return {
    ...(options.owner ? { owner: getAddress(options.owner) } : {}),
    ...(options['fee-receiver'] ? { feeReceiver: getAddress(options['fee-receiver']) } : {}),
    ...(options['fee-bps'] ? { feeBps: Number(options['fee-bps']) } : {}),
    ...(options['contract-uri'] === undefined ? {} : { contractUri: options['contract-uri'] }),
  }
}

async function main(): Promise<void> {
  const text = { type: 'string' } as const
  const flag = { type: 'boolean' } as const
  const { values } = parseArgs({
    options: {
      rpc: text,
      deployment: text,
      owner: text,
      'fee-receiver': text,
      'fee-bps': text,
      'contract-uri': text,
      'wrapped-ether-given': flag,
      help: flag,
    },
  })
  const { rpc, deployment: file } = values
  if (values.help || !rpc || !file) {
    process.stdout.write(help)
    process.exitCode = values.help ? 0 : 2
    return
  }
  const options = wanted(values)
  const deployment = readDeployment(file)
  const chainId = Number(await ask<string>(rpc, 'eth_chainId'))
  if (chainId !== deployment.chainId) throw new Error(`${file} is of chain ${deployment.chainId}, the chain at ${rpc} is ${chainId}.`)
  await buildContracts()
  const record = readSources(join(dirname(resolve(file)), 'sources'))
  const wrappedEtherGiven =
    values['wrapped-ether-given'] || (record !== null && !record.contracts.some(({ name }) => name === 'wrappedEther'))
  const differences = [
    ...(await codeDifferences(rpc, deployment, new Set(wrappedEtherGiven ? ['wrappedEther'] : []))),
    ...(record ? addressDifferences(deployment, record) : []),
    ...(await settingDifferences(rpc, { ...record?.parameters, ...deployment, ...options })),
  ]
  for (const difference of differences) process.stdout.write(`${difference}\n`)
  const against = record ? 'sources, arguments and settings' : 'sources and settings; no sources/record.json, so not the arguments'
  process.stdout.write(
    `${steps.length} contracts compared with ${against}: ${differences.length === 0 ? 'no difference' : `${differences.length} differences`}\n`,
  )
  process.exitCode = differences.length === 0 ? 0 : 1
}

try {
  await main()
  process.exit(process.exitCode ?? 0)
} catch (cause) {
  process.stderr.write(`${cause instanceof Error ? cause.message : String(cause)}\n`)
  process.exit(1)
}
