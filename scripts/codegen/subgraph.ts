import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { parseArgs } from 'node:util'
import type { Deployment } from '@daedal/protocol/chains/deployment'
import { type Abi, type AbiEvent, type AbiParameter, isAddress } from 'viem'

const root = fileURLToPath(new URL('../../', import.meta.url))
const template = join(root, 'subgraph/subgraph.template.yaml')

/** Every contract that the manifest follows, by name: the folder of its sources, and where a deployment says that it is; clones have no such place. */
export const contracts = {
  AssetCollection: { folder: 'tokens', key: 'assetCollection' },
  EditionCollection: { folder: 'tokens', key: 'editionCollection' },
  CollectionFactory: { folder: 'tokens', key: 'collectionFactory' },
  CreatorCollection: { folder: 'tokens' },
  Market: { folder: 'market', key: 'market' },
  RoyaltySplits: { folder: 'royalties', key: 'royaltySplits' },
  RoyaltyRegistry: { folder: 'royalties', key: 'royaltyRegistry' },
  RoyaltySplit: { folder: 'royalties' },
  AuctionHouse: { folder: 'market', key: 'auctionHouse' },
  Drops: { folder: 'market', key: 'drops' },
  ReproductionRegistry: { folder: 'provenance', key: 'reproductionRegistry' },
  Rentals: { folder: 'market', key: 'rentals' },
  WorldRegistry: { folder: 'worlds', key: 'worldRegistry' },
  WorldCurrencyFactory: { folder: 'worlds', key: 'worldCurrencyFactory' },
  WorldCurrency: { folder: 'worlds' },
} as const
type Contract = keyof typeof contracts
type Key = Extract<(typeof contracts)[Contract], { key: string }>['key']
/** What the manifest needs of a deployment. */
export type Followed = Record<Key, string> & Pick<Deployment, 'deploymentBlock'>

/** Views that handlers ask. */
const asked: Partial<Record<Contract, readonly string[]>> = { Market: ['laneOf'] }

/** Declared by what the contracts inherit, and never emitted. A transfer validator is only for collections of one creator. */
const SILENT: readonly string[] = ['EIP712DomainChanged', 'Unlocked', 'AssetCollection.TransferValidatorUpdated']
const isSilent = (contract: Contract, event: string) => SILENT.includes(event) || SILENT.includes(`${contract}.${event}`)

/** Contracts that stand at one address, and which. */
const placed = Object.entries(contracts).flatMap(([name, contract]) => ('key' in contract ? [{ name, key: contract.key }] : []))

/** Where nothing is deployed: the manifest still builds and its handlers can be tested. */
export const nowhere: Followed = {
  market: '0x0000000000000000000000000000000000000712',
  assetCollection: '0x0000000000000000000000000000000000000721',
  editionCollection: '0x0000000000000000000000000000000000001155',
  collectionFactory: '0x0000000000000000000000000000000000000fac',
  royaltySplits: '0x0000000000000000000000000000000000002981',
  royaltyRegistry: '0x0000000000000000000000000000000000002982',
  auctionHouse: '0x0000000000000000000000000000000000000a0c',
  drops: '0x000000000000000000000000000000000000d209',
  reproductionRegistry: '0x0000000000000000000000000000000000007007',
  rentals: '0x0000000000000000000000000000000000004907',
  worldRegistry: '0x0000000000000000000000000000000000006551',
  worldCurrencyFactory: '0x000000000000000000000000000000000000c013',
  deploymentBlock: 0,
}

/** What the subgraph reads of a contract: the events that it emits, and views that handlers ask. */
function abiOf(contract: Contract): Abi {
  const file = join(root, 'artifacts/contracts', contracts[contract].folder, `${contract}.sol`, `${contract}.json`)
  const { abi } = JSON.parse(readFileSync(file, 'utf8')) as { abi: Abi }
  return abi.filter(
    (item) =>
      (item.type === 'event' && !isSilent(contract, item.name)) || (item.type === 'function' && asked[contract]?.includes(item.name)),
  )
}

/** Events that a contract emits, in the order of their names. */
export const eventsOf = (contract: Contract): AbiEvent[] =>
  abiOf(contract)
    .filter((item) => item.type === 'event')
    .toSorted((a, b) => (a.name < b.name ? -1 : 1))

/** A type as a signature spells it: of a struct the types of its fields. */
export function typeOf(parameter: AbiParameter): string {
  if (!('components' in parameter)) return parameter.type
  return `(${parameter.components.map(typeOf).join(',')})${parameter.type.slice('tuple'.length)}`
}

/** An event as a manifest names it: types only, `indexed` in front. */
export const signatureOf = ({ name, inputs }: AbiEvent): string =>
  `${name}(${inputs.map((input) => `${input.indexed ? 'indexed ' : ''}${typeOf(input)}`).join(',')})`

const handlersOf = (contract: Contract): string =>
  eventsOf(contract)
    .map((event) => `        - event: ${signatureOf(event)}\n          handler: handle${event.name}`)
    .join('\n')

/** The manifest of a deployment. */
export function manifestOf(deployment: Followed, network: string): string {
  const addresses = placed.map(({ key }) => [key, `"${deployment[key]}"`])
  const values: Record<string, string> = { network, startBlock: String(deployment.deploymentBlock), ...Object.fromEntries(addresses) }
  const text = readFileSync(template, 'utf8')
    .replace(/"\{\{handlers (\w+)\}\}"/g, (_, contract: Contract) => `\n${handlersOf(contract)}`)
    .replace(/"\{\{([a-zA-Z]+)\}\}"/g, (placeholder, name: string) => values[name] ?? placeholder)
  const unknown = /\{\{[^}]*\}\}/.exec(text)
  if (unknown) throw new Error(`${template} holds ${unknown[0]}, which has no value`)
  return text
}

/** `networks.json` of graph-cli, for `graph deploy --network`. */
export const networksOf = (deployment: Followed, network: string) => ({
  [network]: Object.fromEntries(
    placed.map(({ name, key }) => [name, { address: deployment[key], startBlock: deployment.deploymentBlock }]),
  ),
})

/**
 * Writes `subgraph.yaml`, `abis/`, and `networks.json` when a deployment is given. The ABIs are not the compiler's whole: graph-cli makes
 * code of every function, and cannot of one whose name is a word of its language.
 */
export function writeSubgraph(deployment: Followed | null, network: string): void {
  mkdirSync(join(root, 'subgraph/abis'), { recursive: true })
  for (const contract of Object.keys(contracts) as Contract[])
    writeFileSync(join(root, `subgraph/abis/${contract}.json`), `${JSON.stringify(abiOf(contract), null, 2)}\n`)
  writeFileSync(join(root, 'subgraph/subgraph.yaml'), manifestOf(deployment ?? nowhere, network))
  if (deployment) writeFileSync(join(root, 'subgraph/networks.json'), `${JSON.stringify(networksOf(deployment, network), null, 2)}\n`)
}

/** What is followed, from the file that a deployment wrote. Throws when it does not say where everything is. */
export function readDeployment(file: string): Followed {
  const deployment = JSON.parse(readFileSync(file, 'utf8')) as Partial<Deployment>
  const missing: string[] = placed.filter(({ key }) => !isAddress(deployment[key] ?? '')).map(({ key }) => key)
  if (!Number.isInteger(deployment.deploymentBlock)) missing.push('deploymentBlock')
  if (missing.length > 0) throw new Error(`${file} does not say where the contracts are: no ${missing.join(', ')}.`)
  return deployment as Followed
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const { values } = parseArgs({ options: { deployment: { type: 'string' }, network: { type: 'string', default: 'hardhat' } } })
  const deployment = values.deployment === undefined ? null : readDeployment(values.deployment)
  writeSubgraph(deployment, values.network)
  process.stdout.write(`subgraph/subgraph.yaml: written for ${deployment ? values.network : 'no deployment'}\n`)
}
