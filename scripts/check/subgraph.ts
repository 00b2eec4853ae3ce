import { spawnSync } from 'node:child_process'
import { mkdtemp, readdir, rm } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { basename, dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import pg from 'pg'
import { writeSubgraph } from '../codegen/subgraph.ts'
import { buildContracts } from '../dev/build.ts'
import { startPostgres } from '../dev/postgres.ts'
import { checkAgainstChain } from './subgraph-chain.ts'

const folder = fileURLToPath(new URL('../../subgraph/', import.meta.url))
const require = createRequire(join(folder, 'package.json'))

/** Folder of a package that the subgraph depends on. */
const packageFolder = (name: string): string => dirname(require.resolve(`${name}/package.json`))

/** Runs a command in the subgraph's folder; throws with what it said when it ends badly. */
function run(title: string, command: string, args: string[]): void {
  const { status, stdout, stderr, error } = spawnSync(command, args, {
    cwd: folder,
    encoding: 'utf8',
    maxBuffer: 64 << 20,
    timeout: 300_000,
  })
  if (status !== 0) throw new Error(`${title} ended with ${error?.message ?? status}:\n${`${stdout ?? ''}${stderr ?? ''}`.slice(-6_000)}`)
}

/** graph-node as one binary; null where npm has none for this platform. */
function findGnd(): string | null {
  try {
    return join(packageFolder(`@graphprotocol/gnd-${process.platform}-${process.arch}`), 'bin', 'gnd')
  } catch {
    return null
  }
}

type Databases = (name: string) => Promise<string>

/** Runs something with databases of its own, each with the collation that graph-node wants. */
async function withDatabases<T>(then: (newDatabase: Databases) => Promise<T>): Promise<T> {
  const dir = await mkdtemp(join(tmpdir(), 'daedal-subgraph-'))
  const server = await startPostgres({ dir, settings: { fsync: 'off', full_page_writes: 'off' } })
  const client = new pg.Client({ connectionString: server.url })
  try {
    await client.connect()
    return await then(async (name) => {
      await client.query(`create database ${name} template template0 encoding 'UTF8' lc_collate 'C' lc_ctype 'C'`)
      const url = new URL(server.url)
      url.pathname = `/${name}`
      return url.href
    })
  } finally {
    await client.end()
    await server.stop()
    await rm(dir, { recursive: true, force: true })
  }
}

/** Plays the events of each test file. Returns how many there are. */
async function runTests(gnd: string, newDatabase: Databases): Promise<number> {
  const files = (await readdir(join(folder, 'tests'))).filter((file) => file.endsWith('.json'))
  for (const [index, file] of files.entries()) {
    const url = await newDatabase(`subgraph_${index}`)
    run(`tests/${basename(file)}`, gnd, ['test', '--skip-build', '--postgres-url', url, join('tests', file)])
  }
  return files.length
}

await buildContracts()
writeSubgraph(null, 'hardhat')
const graph = join(packageFolder('@graphprotocol/graph-cli'), 'bin', 'run.js')
run('graph codegen', process.execPath, [graph, 'codegen'])
run('graph build', process.execPath, [graph, 'build'])
const gnd = findGnd()
if (gnd === null) process.stdout.write(`subgraph: built; NOT TESTED, npm has no graph-node for ${process.platform}-${process.arch}\n`)
else {
  await withDatabases(async (newDatabase) => {
    const files = await runTests(gnd, newDatabase)
    await checkAgainstChain(gnd, await newDatabase('chain'))
    process.stdout.write(`subgraph: built, ${files} test files passed, and it says what a chain says\n`)
  })
}
