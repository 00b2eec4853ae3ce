import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Hex } from 'viem'
import { readBuildInfo } from './artifact.ts'
import type { Planned } from './plan.ts'
import type { Parameters } from './steps.ts'

/** What a verifier of sources asks for beside the standard JSON input. */
type ContractRecord = {
  name: string
  address: `0x${string}`
  /** Source unit and contract, as the standard JSON input names them. */
  contract: string
  compiler: string
  /** The file with the standard JSON input. */
  input: string
  constructorArguments: Hex
}

/** What was chosen at a deployment, and from what each contract was made. */
export type DeploymentRecord = { parameters: Parameters; contracts: ContractRecord[] }

const FILE = 'record.json'

/** Keeps what is needed to check a deployment, and to verify its sources, years later. */
export function writeSources(folder: string, parameters: Parameters, plan: readonly Planned[]): void {
  mkdirSync(folder, { recursive: true })
  const contracts = plan.map(({ name, address, artifact, encodedArgs }): ContractRecord => {
    const { solcLongVersion, input } = readBuildInfo(artifact)
    const file = `${artifact.buildInfoId}.json`
    writeFileSync(join(folder, file), JSON.stringify(input))
    const contract = `${artifact.inputSourceName}:${artifact.contractName}`
    return { name, address, contract, compiler: `v${solcLongVersion}`, input: file, constructorArguments: encodedArgs }
  })
  const record: DeploymentRecord = { parameters, contracts }
  writeFileSync(join(folder, FILE), `${JSON.stringify(record, null, 2)}\n`)
}

/** What was kept of a deployment; null when nothing was. */
export function readSources(folder: string): DeploymentRecord | null {
  try {
    return JSON.parse(readFileSync(join(folder, FILE), 'utf8')) as DeploymentRecord
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code === 'ENOENT') return null
    throw cause
  }
}
