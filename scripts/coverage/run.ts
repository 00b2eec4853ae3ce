import { spawnSync } from 'node:child_process'
import { globSync, readFileSync, rmSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { accepted } from './accepted.ts'
import { branchesOf, nodesOf } from './branches.ts'
import { instrument } from './instrument.ts'
import { type Counted, judge } from './judge.ts'

/**
 * Runs the contracts' tests with every statement counted and says which lines and branches of contracts/ none of them reaches.
 * Hardhat counts statements; branches are read off them (see branches.ts), so the outcomes of `?:`, `&&` and `||` inside of one
 * statement are not told apart. Counting costs gas: tests that hold gas to a ceiling may fail here and are not judged here.
 */
const root = fileURLToPath(new URL('../../', import.meta.url))
const require = createRequire(import.meta.url)
const compiler = require('solc') as { compile(input: string): string }

/** How many transactions and calls of all tests reached each statement, by Hardhat's tags. */
function readHits(): Map<string, number> {
  const hits = new Map<string, number>()
  for (const file of globSync('coverage/data/*/*.json', { cwd: root }))
    for (const [tag, count] of Object.entries(JSON.parse(readFileSync(join(root, file), 'utf8')) as Record<string, number>))
      hits.set(tag, (hits.get(tag) ?? 0) + count)
  return hits
}

/** Lines of each file and whether a test reached them, from Hardhat's report. */
function readLines(): Map<string, Map<number, boolean>> {
  const records = readFileSync(join(root, 'coverage', 'lcov.info'), 'utf8').split('end_of_record')
  return new Map(
    records.flatMap((record) => {
      const file = /^SF:(.+)$/m.exec(record)?.[1]
      const lines = [...record.matchAll(/^DA:(\d+),(\d+)$/gm)].map(([, line, count]) => [Number(line), count !== '0'] as const)
      return file === undefined ? [] : [[file, new Map(lines)] as const]
    }),
  )
}

function parse(sources: ReadonlyMap<string, string>): Record<string, { ast: unknown }> {
  const input = {
    language: 'Solidity',
    sources: Object.fromEntries([...sources].map(([name, content]) => [name, { content }])),
    settings: { stopAfter: 'parsing', outputSelection: { '*': { '': ['ast'] } } },
  }
  return (JSON.parse(compiler.compile(JSON.stringify(input))) as { sources: Record<string, { ast: unknown }> }).sources
}

function count(): { counted: Counted[]; expressions: number } {
  const [hits, lines] = [readHits(), readLines()]
  const sources = new Map([...lines.keys()].sort().map((file) => [file, readFileSync(join(root, file), 'utf8')]))
  const trees = parse(sources)
  const counted = [...sources].map(([file, source]): Counted => {
    const statements = instrument(source, `project/${file}`).statements.map(({ tag, start, end }) => ({
      start,
      end,
      hits: hits.get(tag) ?? 0,
    }))
    const ofFile = lines.get(file) ?? new Map()
    if ([...ofFile.values()].some(Boolean) && statements.every((statement) => statement.hits === 0))
      throw new Error(`${file}: Hardhat counted by other tags than expected.`)
    return { file, source, lines: ofFile, branches: branchesOf(source, trees[file]?.ast, statements) }
  })
  return { counted, expressions: nodesOf(trees, 'Conditional').length }
}

rmSync(join(root, 'coverage'), { recursive: true, force: true })
const cli = join(dirname(require.resolve('hardhat/package.json')), 'dist', 'src', 'cli.js')
const config = join(root, 'scripts', 'coverage', 'hardhat.config.ts')
const { status } = spawnSync(process.execPath, [cli, '--config', config, '--coverage', 'test'], {
  cwd: root,
  stdio: 'inherit',
  env: { ...process.env, UNOPTIMISED: '1' },
})
const { counted, expressions } = count()
const { files, failures } = judge(counted, accepted)
process.stdout.write(`\n${'lines'.padStart(8)}${'branches'.padStart(10)}\n`)
for (const { file, lines, branches, missing } of files) {
  process.stdout.write(`${lines.toFixed(1).padStart(8)}${branches.toFixed(1).padStart(10)}  ${file}\n`)
  for (const what of missing) process.stdout.write(`${''.padEnd(20)}${what}\n`)
}
process.stdout.write(`\n${accepted.length} places accepted with a reason; ${expressions} conditional expressions are not told apart\n`)
if (status !== 0) process.stdout.write('Tests failed above: those that hold gas to a ceiling may, with counting; `npm test` judges them.\n')
for (const failure of failures) process.stdout.write(`${failure}\n`)
process.exit(failures.length === 0 ? 0 : 1)
