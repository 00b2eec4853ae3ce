import { createHash } from 'node:crypto'
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { InterfaceAbi } from 'ethers'

const require = createRequire(import.meta.url)
const root = fileURLToPath(new URL('../../../', import.meta.url))

/** What is deployed of Seaport. */
export type SeaportArtifact = { abi: InterfaceAbi; bytecode: string }
export type SeaportArtifacts = { seaport: SeaportArtifact; conduitController: SeaportArtifact }

/** The compiler of Seaport 1.6 on public chains; later ones find its code too deep for the stack. */
const COMPILER = 'solc-0.8.24'

/** As Seaport 1.6 is deployed on public chains: through the IR, for as many runs as there can be, without a metadata hash. */
const settings = {
  viaIR: true,
  evmVersion: 'cancun',
  optimizer: { enabled: true, runs: 4_294_967_295 },
  metadata: { bytecodeHash: 'none' },
  outputSelection: { '*': { Seaport: ['abi', 'evm.bytecode.object'], ConduitController: ['abi', 'evm.bytecode.object'] } },
}
const entries = { seaport: 'seaport-core/src/Seaport.sol', conduitController: 'seaport-core/src/conduit/ConduitController.sol' }

type Output = {
  errors?: { severity: string; formattedMessage: string }[]
  contracts: Record<string, Record<string, { abi: InterfaceAbi; evm: { bytecode: { object: string } } }>>
}
type Compiler = { version(): string; compile(input: string): string }

/** A file of an npm package and all that it imports, under the names that the compiler gives them. */
function collect(name: string, found: Map<string, string> = new Map()): Map<string, string> {
  if (found.has(name)) return found
  const text = readFileSync(require.resolve(name), 'utf8')
  found.set(name, text)
  for (const [, imported] of text.matchAll(/from\s+"([^"]+)"/g) as Iterable<[string, string]>)
    collect(imported.startsWith('.') ? join(name, '..', imported) : imported, found)
  return found
}

function compile(input: string): SeaportArtifacts {
  const compiler = require(COMPILER) as Compiler
  const output = JSON.parse(compiler.compile(input)) as Output
  const errors = (output.errors ?? []).filter(({ severity }) => severity === 'error')
  if (errors.length > 0) throw new Error(`Seaport does not compile.\n${errors.map((error) => error.formattedMessage).join('\n')}`)
  const artifact = (file: string, name: string): SeaportArtifact => {
    const contract = output.contracts[file]?.[name]
    if (!contract) throw new Error(`The compiler made no ${name} of ${file}.`)
    return { abi: contract.abi, bytecode: `0x${contract.evm.bytecode.object}` }
  }
  return {
    seaport: artifact(entries.seaport, 'Seaport'),
    conduitController: artifact(entries.conduitController, 'ConduitController'),
  }
}

/**
 * Seaport 1.6 from `seaport-core`, compiled beside the project so that no build waits for it. The first call takes about a
 * minute; the answer is kept in the cache folder until sources, settings or compiler change.
 */
export function compileSeaport(): SeaportArtifacts {
  const sources = new Map(Object.values(entries).flatMap((entry) => [...collect(entry)]))
  const input = JSON.stringify({
    language: 'Solidity',
    sources: Object.fromEntries([...sources].sort().map(([name, content]) => [name, { content }])),
    settings,
  })
  const { version } = require(`${COMPILER}/package.json`) as { version: string }
  const file = join(root, 'cache', 'seaport', `${createHash('sha256').update(version).update(input).digest('hex')}.json`)
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as SeaportArtifacts
  } catch {
    // Never compiled, or cut off while it was written: compiled now.
  }
  const artifacts = compile(input)
  mkdirSync(join(file, '..'), { recursive: true })
  writeFileSync(`${file}.part`, JSON.stringify(artifacts))
  renameSync(`${file}.part`, file)
  return artifacts
}
