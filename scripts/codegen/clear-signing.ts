import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import type { AbiFunction } from 'viem'
import { readArtifact } from '../deploy/artifact.ts'
import { buildContracts } from '../dev/build.ts'
import { calls } from './clear-signing/calls.ts'
import { callFormats, type Descriptor, descriptor, messageFormats } from './clear-signing/descriptor.ts'
import { messageFiles } from './clear-signing/messages.ts'

/**
 * Writes protocol/clear-signing/: what wallets need to show our calls and messages in words (ERC-7730). The deployments are left
 * open there; a deployment writes the files again with its own addresses. The JSON schema of the registry does not yet take two sorts
 * of key that the standard asks for, structs three deep in a call and arrays of fixed length in a message: they have files of their own.
 */
const folder = fileURLToPath(new URL('../../protocol/clear-signing/', import.meta.url))

const kebab = (name: string) => name.replace(/(?<=[a-z])(?=[A-Z])/g, '-').toLowerCase()

/** An argument that the contract does not name still has a place in the words: it is named after its position. */
const named = (item: AbiFunction): AbiFunction => ({
  ...item,
  inputs: item.inputs.map((input, index) => (input.name ? input : { ...input, name: `argument${index}` })),
})

/** Functions of a contract that change something. */
export const changingFunctions = (contract: string): AbiFunction[] =>
  readArtifact(contract)
    .abi.filter(
      (item): item is AbiFunction => item.type === 'function' && item.stateMutability !== 'view' && item.stateMutability !== 'pure',
    )
    .map(named)

/** How deep a key's brackets go; those of the call itself are the first. */
const depthOf = (key: string) => {
  let depth = 0
  return Math.max(...[...key].map((character) => (depth += character === '(' ? 1 : character === ')' ? -1 : 0)))
}
const DEEPEST = 3

/** Every file by its name. */
export function descriptors(): Record<string, Descriptor> {
  const ofCalls = Object.entries(calls).flatMap(([contract, described]) => {
    const formats = Object.entries(callFormats(changingFunctions(contract), described))
    const fileOf = (name: string, some: typeof formats) =>
      some.length === 0
        ? []
        : [[name, descriptor(contract, { $id: contract, contract: { deployments: [] } }, Object.fromEntries(some))] as const]
    return [
      ...fileOf(
        `calldata-${kebab(contract)}.json`,
        formats.filter(([key]) => depthOf(key) <= DEEPEST),
      ),
      ...fileOf(
        `calldata-${kebab(contract)}-deep.json`,
        formats.filter(([key]) => depthOf(key) > DEEPEST),
      ),
    ]
  })
  const ofMessages = Object.entries(messageFiles).map(([name, { id, contract, domain, messages }]) => {
    const context = { $id: id, eip712: { domain, deployments: [] } }
    return [name, descriptor(contract, context, messageFormats(messages))] as const
  })
  return Object.fromEntries([...ofCalls, ...ofMessages])
}

const textOf = (file: Descriptor) => `${JSON.stringify(file, null, 2)}\n`

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  await buildContracts()
  const files = descriptors()
  mkdirSync(folder, { recursive: true })
  const old = readdirSync(folder)
  const stale = [
    ...old.filter((name) => !files[name]),
    ...Object.entries(files).flatMap(([name, file]) =>
      old.includes(name) && readFileSync(join(folder, name), 'utf8') === textOf(file) ? [] : [name],
    ),
  ]
  const check = process.argv.includes('--check')
  for (const name of stale) {
    const file = files[name]
    if (!check && file) writeFileSync(join(folder, name), textOf(file))
    const said = check ? 'does not match the contracts; run npm run codegen' : file ? 'written' : 'describes nothing any more: delete it'
    process[check ? 'stderr' : 'stdout'].write(`protocol/clear-signing/${name}: ${said}\n`)
  }
  if (stale.length === 0) process.stdout.write(`protocol/clear-signing/: ${Object.keys(files).length} files up to date\n`)
  if (check && stale.length > 0) process.exitCode = 1
}
