import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { parseArgs } from 'node:util'
import type { Deployment } from '@daedal/protocol/chains/deployment'
import { type AbiEvent, isAddress } from 'viem'

const root = fileURLToPath(new URL('../../', import.meta.url))
const template = join(root, 'subgraph/subgraph.template.yaml')

const artifacts = {
  AssetCollection: 'artifacts/contracts/tokens/AssetCollection.sol/AssetCollection.json',
  Market: 'artifacts/contracts/market/Market.sol/Market.json',
} as const

/** Where nothing is deployed: the manifest still builds and its handlers can be tested. */
const nowhere: Deployment = {
  chainId: 31_337,
  market: '0x0000000000000000000000000000000000000712',
  assetCollection: '0x0000000000000000000000000000000000000721',
  wrappedEther: '0x0000000000000000000000000000000000000020',
  deploymentBlock: 0,
}

/** Events of a contract, in the order of their names. */
export function eventsOf(contract: keyof typeof artifacts): AbiEvent[] {
  const { abi } = JSON.parse(readFileSync(join(root, artifacts[contract]), 'utf8')) as { abi: { type: string }[] }
  return (abi.filter(({ type }) => type === 'event') as AbiEvent[]).toSorted((a, b) => (a.name < b.name ? -1 : 1))
}

/** An event as a manifest names it: types only, `indexed` in front. */
export const signatureOf = ({ name, inputs }: AbiEvent): string =>
  `${name}(${inputs.map(({ type, indexed }) => `${indexed ? 'indexed ' : ''}${type}`).join(',')})`

const handlersOf = (contract: keyof typeof artifacts): string =>
  eventsOf(contract)
    .map((event) => `        - event: ${signatureOf(event)}\n          handler: handle${event.name}`)
    .join('\n')

/** The manifest of a deployment. */
export function manifestOf({ market, assetCollection, deploymentBlock }: Deployment, network: string): string {
  const values: Record<string, string> = {
    network,
    market: `"${market}"`,
    assetCollection: `"${assetCollection}"`,
    startBlock: String(deploymentBlock),
  }
  const text = readFileSync(template, 'utf8')
    .replace(/"\{\{handlers (AssetCollection|Market)\}\}"/g, (_, contract: keyof typeof artifacts) => `\n${handlersOf(contract)}`)
    .replace(/"\{\{([a-zA-Z]+)\}\}"/g, (placeholder, name: string) => values[name] ?? placeholder)
  const unknown = /\{\{[^}]*\}\}/.exec(text)
  if (unknown) throw new Error(`${template} holds ${unknown[0]}, which has no value`)
  return text
}

/** `networks.json` of graph-cli, for `graph deploy --network`. */
export const networksOf = ({ market, assetCollection, deploymentBlock: startBlock }: Deployment, network: string) => ({
  [network]: { AssetCollection: { address: assetCollection, startBlock }, Market: { address: market, startBlock } },
})

/** Writes `subgraph.yaml`, and `networks.json` when a deployment is given. */
export function writeSubgraph(deployment: Deployment | null, network: string): void {
  writeFileSync(join(root, 'subgraph/subgraph.yaml'), manifestOf(deployment ?? nowhere, network))
  if (deployment) writeFileSync(join(root, 'subgraph/networks.json'), `${JSON.stringify(networksOf(deployment, network), null, 2)}\n`)
}

/** Reads the file that a deployment wrote. */
function readDeployment(file: string): Deployment {
  const deployment = JSON.parse(readFileSync(file, 'utf8')) as Deployment
  const { market, assetCollection, deploymentBlock } = deployment
  if (!isAddress(market ?? '') || !isAddress(assetCollection ?? '') || !Number.isInteger(deploymentBlock))
    throw new Error(`${file} does not say where the contracts are (market, assetCollection, deploymentBlock).`)
  return deployment
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const { values } = parseArgs({ options: { deployment: { type: 'string' }, network: { type: 'string', default: 'hardhat' } } })
  const deployment = values.deployment === undefined ? null : readDeployment(values.deployment)
  writeSubgraph(deployment, values.network)
  process.stdout.write(`subgraph/subgraph.yaml: written for ${deployment ? values.network : 'no deployment'}\n`)
}
