import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join, normalize } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Abi, Hex } from 'viem'

const root = fileURLToPath(new URL('../../..', import.meta.url))
const require = createRequire(import.meta.url)

type Output = {
  errors?: { severity: string; formattedMessage: string }[]
  contracts?: Record<string, Record<string, { abi: Abi; evm: { bytecode: { object: string } } }>>
}

/** Compiles one contract of test/mocks, which the build for the backend leaves out. */
export function compileMock(name: string): { abi: Abi; bytecode: Hex } {
  const solc = require('solc') as { compile(input: string): string }
  const first = `test/mocks/${name}.sol`
  const sources: Record<string, { content: string }> = {}
  const add = (path: string): void => {
    if (sources[path]) return
    const content = readFileSync(join(root, path.startsWith('@') ? `node_modules/${path}` : path), 'utf8')
    sources[path] = { content }
    for (const [, named] of content.matchAll(/^import [^;]*?"([^"]+)";/gms))
      if (named) add(named.startsWith('.') ? normalize(join(dirname(path), named)) : named)
  }
  add(first)
  const settings = { evmVersion: 'prague', outputSelection: { [first]: { [name]: ['abi', 'evm.bytecode.object'] } } }
  const output = JSON.parse(solc.compile(JSON.stringify({ language: 'Solidity', sources, settings }))) as Output
  const failed = output.errors?.find(({ severity }) => severity === 'error')
  const contract = output.contracts?.[first]?.[name]
  if (failed || !contract) throw new Error(failed?.formattedMessage ?? `${name} was not compiled`)
  return { abi: contract.abi, bytecode: `0x${contract.evm.bytecode.object}` }
}
