import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { type Address, getCreate2Address, getCreateAddress, type Hex, toEventSignature, zeroHash } from 'viem'
import { readArtifact } from './artifact.ts'
import type { Planned } from './plan.ts'

type Deployments = { chainId: number; address: Address }[]
type Factory = { deployments: Deployments; deployEvent: string }
type Context = { contract?: { deployments: Deployments; factory?: Factory }; eip712?: { deployments: Deployments } }
type Descriptor = { context: Context; metadata: { contractName: string } }

const templates = fileURLToPath(new URL('../../protocol/clear-signing/', import.meta.url))

/** The contracts of which there are many, where their code is when they are clones of it, and what tells of a new one. */
function clonesOf(plan: readonly Planned[], chainId: number): Map<string, { at: Address | null; factory: Factory }> {
  const made = [
    {
      clone: 'CreatorCollection',
      by: 'CollectionFactory',
      event: 'CollectionCreated',
      at: (from: Address, initCode: Hex) => getCreate2Address({ from, salt: zeroHash, bytecode: initCode }),
    },
    { clone: 'RoyaltySplit', by: 'RoyaltySplits', event: 'SplitDeployed', at: (from: Address) => getCreateAddress({ from, nonce: 1n }) },
    { clone: 'WorldCurrency', by: 'WorldCurrencyFactory', event: 'CurrencyDeclared', at: () => null },
  ]
  return new Map(
    made.flatMap(({ clone, by, event, at }) => {
      const factory = plan.find(({ artifact }) => artifact.contractName === by)
      const item = factory?.artifact.abi.find((one) => one.type === 'event' && one.name === event)
      if (!factory || item?.type !== 'event') return []
      // The factories give a collection the arguments that they have themselves.
      const initCode = `${readArtifact(clone).bytecode}${factory.encodedArgs.slice(2)}` as Hex
      const deployments = [{ chainId, address: factory.address }]
      return [[clone, { at: at(factory.address, initCode), factory: { deployments, deployEvent: toEventSignature(item) } }] as const]
    }),
  )
}

/** The contracts of a descriptor: messages of a collection are signed for each contract that is one. */
const COLLECTIONS = ['AssetCollection', 'EditionCollection', 'CreatorCollection']
const namesOf = (name: string) => (name === 'Collection' ? COLLECTIONS : [name])

/** Writes what wallets need to show calls and messages in words (ERC-7730), with the addresses of a deployment. */
export function writeClearSigning(folder: string, chainId: number, plan: readonly Planned[]): void {
  const clones = clonesOf(plan, chainId)
  const addressOf = (contract: string) =>
    plan.find(({ artifact }) => artifact.contractName === contract)?.address ?? clones.get(contract)?.at
  rmSync(folder, { recursive: true, force: true })
  mkdirSync(folder, { recursive: true })
  for (const file of readdirSync(templates)) {
    const descriptor = JSON.parse(readFileSync(join(templates, file), 'utf8')) as Descriptor
    const { contractName } = descriptor.metadata
    const deployments = namesOf(contractName).flatMap((name) => {
      const address = addressOf(name)
      return address ? [{ chainId, address }] : []
    })
    // Ether that was wrapped by another contract is not ours to describe.
    if (deployments.length === 0 && !clones.has(contractName)) continue
    const { contract, eip712 } = descriptor.context
    if (contract) Object.assign(contract, { deployments }, clones.has(contractName) && { factory: clones.get(contractName)?.factory })
    if (eip712) Object.assign(eip712, { deployments })
    writeFileSync(join(folder, file), `${JSON.stringify(descriptor, null, 2)}\n`)
  }
}
