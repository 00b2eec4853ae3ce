import { createHash } from 'node:crypto'
import { globSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join, posix } from 'node:path'
import type { AstNode } from './ast.ts'

type Solc = { compile(input: string): string }
type Compiled = { abi: unknown[]; evm: Record<'bytecode' | 'deployedBytecode', { object: string; linkReferences: object }> }
type Problem = {
  readonly severity: string
  readonly message: string
  readonly formattedMessage: string
  readonly sourceLocation?: { readonly file: string; readonly start: number; readonly end: number }
}
type Output = {
  errors?: Problem[]
  sources?: Record<string, { ast: AstNode }>
  contracts?: Record<string, Record<string, Compiled>>
}

/** What Hardhat calls an artifact. */
export type Artifact = {
  readonly _format: string
  readonly contractName: string
  readonly sourceName: string
  readonly abi: unknown[]
  readonly bytecode: string
  readonly deployedBytecode: string
  readonly linkReferences: object
  readonly deployedLinkReferences: object
}
export type Compilation = { readonly artifacts: Artifact[]; readonly error: string | null }
export type { Problem }

const IMPORT = /^\s*import\b[^;"']*["']([^"']+)["']/gm
const CODE = [
  'abi',
  'evm.bytecode.object',
  'evm.bytecode.linkReferences',
  'evm.deployedBytecode.object',
  'evm.deployedBytecode.linkReferences',
]
/** Without metadata, so that equal code is equal text. Optimising would take most of the time and show nothing else. */
const SETTINGS = { evmVersion: 'prague', optimizer: { enabled: false }, metadata: { appendCBOR: false, bytecodeHash: 'none' } }

const artifactsOf = ({ contracts = {} }: Output): Artifact[] =>
  Object.entries(contracts).flatMap(([sourceName, ofSource]) =>
    Object.entries(ofSource)
      .filter(([, { evm }]) => evm.bytecode.object !== '')
      .map(([contractName, { abi, evm }]) => ({
        _format: 'hh3-artifact-1',
        contractName,
        sourceName,
        abi,
        bytecode: `0x${evm.bytecode.object}`,
        deployedBytecode: `0x${evm.deployedBytecode.object}`,
        linkReferences: evm.bytecode.linkReferences,
        deployedLinkReferences: evm.deployedBytecode.linkReferences,
      })),
  )

/**
 * solc in this process over the sources of the repository, which are read once. Only files that import a changed file, however
 * indirectly, are compiled again; the rest of the contracts stays as Hardhat has built it.
 */
export function createCompiler(root: string) {
  const require = createRequire(join(root, 'package.json'))
  const solc = require('solc') as Solc
  const texts = new Map<string, string>()
  const imports = new Map<string, string[]>()
  const viaIR = new Map<string, boolean>()

  function read(path: string): void {
    if (texts.has(path)) return
    const file = path.startsWith('@') ? require.resolve(path) : join(root, path)
    const text = readFileSync(file, 'utf8')
    texts.set(path, text)
    const targets = [...text.matchAll(IMPORT)].map(([, target = '']) =>
      target.startsWith('.') ? posix.normalize(posix.join(dirname(path), target)) : target,
    )
    imports.set(path, targets)
    targets.forEach(read)
  }
  const roots = globSync(['contracts/**/*.sol', 'test/**/*.sol'], { cwd: root })
    .map((path) => path.replaceAll('\\', '/'))
    .filter((path) => !path.endsWith('.t.sol'))
    .sort()
  roots.forEach(read)

  const closureOf = (paths: readonly string[]): string[] => {
    const found = new Set<string>()
    const add = (path: string) => {
      if (found.has(path)) return
      found.add(path)
      for (const target of imports.get(path) ?? []) add(target)
    }
    paths.forEach(add)
    return [...found]
  }
  /** The file and those of ours that import it, however indirectly. */
  const dependentsOf = (path: string): string[] => roots.filter((other) => closureOf([other]).includes(path))

  function run(paths: readonly string[], changed: ReadonlyMap<string, string>, output: object, ir: boolean): Output {
    const all = new Set([...closureOf(paths), ...changed.keys()])
    const sources = Object.fromEntries([...all].map((path) => [path, { content: changed.get(path) ?? texts.get(path) }]))
    const settings = { ...SETTINGS, viaIR: ir, outputSelection: output }
    return JSON.parse(solc.compile(JSON.stringify({ language: 'Solidity', sources, settings }))) as Output
  }
  const problemsOf = ({ errors = [] }: Output) => errors.filter(({ severity }) => severity === 'error')
  const errorOf = (output: Output) => problemsOf(output)[0]
  const selectionOf = (paths: readonly string[], output: readonly string[]) =>
    Object.fromEntries(paths.map((file) => [file, { '*': output }]))

  /** Compiles a file, with another text if one is given, and all that depend on it. */
  function compile(path: string, text?: string): Compilation {
    const paths = dependentsOf(path)
    const changed = new Map(text === undefined ? [] : [[path, text]])
    let output = run(paths, changed, selectionOf(paths, CODE), viaIR.get(path) ?? false)
    // Code with many variables compiles by way of Yul only, which takes several times as long.
    if (!viaIR.has(path)) {
      viaIR.set(path, /stack too deep/i.test(errorOf(output)?.message ?? ''))
      if (viaIR.get(path)) output = run(paths, changed, selectionOf(paths, CODE), true)
    }
    return { artifacts: artifactsOf(output), error: errorOf(output)?.formattedMessage ?? null }
  }

  /** Compiles files with other texts, by way of Yul, and all that depend on them. Code is made only when the texts make sense. */
  function compileTexts(changed: ReadonlyMap<string, string>): { readonly artifacts: Artifact[]; readonly problems: readonly Problem[] } {
    const paths = [...new Set([...changed.keys()].flatMap(dependentsOf))].sort()
    const problems = problemsOf(run(paths, changed, { '*': { '': ['ast'] } }, true))
    if (problems.length > 0) return { artifacts: [], problems }
    const output = run(paths, changed, selectionOf(paths, CODE), true)
    return { artifacts: artifactsOf(output), problems: problemsOf(output) }
  }

  return {
    compile,
    compileTexts,
    textOf: (path: string) => texts.get(path) as string,
    astOf(path: string): AstNode {
      const output = run([path], new Map(), { [path]: { '': ['ast'] } }, false)
      const ast = output.sources?.[path]?.ast
      if (!ast) throw new Error(`${path}: ${errorOf(output)?.formattedMessage ?? 'no syntax tree'}`)
      return ast
    },
    /** Changes when anything changes that goes into the compiled file or its dependents. */
    fingerprintOf(path: string): string {
      const hash = createHash('sha256')
      for (const file of closureOf(dependentsOf(path)).sort()) hash.update(file).update(texts.get(file) as string)
      return hash.digest('hex').slice(0, 16)
    },
  }
}
export type Compiler = ReturnType<typeof createCompiler>
