import { execFile } from 'node:child_process'
import { cp, glob, mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'

/**
 * Adds a migration when `backend/src/<domain>/tables.ts` differs from what the migrations so far lead to; `--name=what-it-does` names
 * it. A migration that was committed is never written again: databases remember which they have seen. What drizzle cannot express,
 * moving rows and the `tables.sql` of a domain among it, is added to the new file by hand. With `--check` nothing is written, and
 * tables that no migration leads to end with code 1.
 */
const root = fileURLToPath(new URL('../..', import.meta.url))
const backend = path.join(root, 'backend')
const out = path.join(backend, 'migrations')
const checking = process.argv.includes('--check')
const name = process.argv.find((argument) => argument.startsWith('--name='))?.slice('--name='.length) ?? 'tables'

const draft = await mkdtemp(path.join(tmpdir(), 'daedal-migrations-'))
try {
  await cp(out, draft, { recursive: true })
  const before = new Set(await sqlFiles(out))
  const said = await generate(draft)
  const added = (await sqlFiles(draft)).filter((file) => !before.has(file))
  const lost = await missingStatements(draft)
  for (const file of lost) console.error(`migrations: no migration has the statements of ${file}`)
  if (lost.length > 0) process.exitCode = 1
  if (added.length === 0 && !/No schema changes/i.test(said)) throw new Error(`drizzle-kit wrote no migration:\n${said}`)
  if (added.length === 0) console.log('migrations: up to date')
  else if (checking) {
    console.error('migrations: no migration leads to the tables as they are; run npm run codegen')
    process.exitCode = 1
  } else {
    await cp(draft, out, { recursive: true })
    console.log(`migrations: ${added.join(', ')} was written; look it through`)
  }
} finally {
  await rm(draft, { recursive: true, force: true })
}

async function sqlFiles(folder: string): Promise<string[]> {
  return (await readdir(folder)).filter((file) => file.endsWith('.sql')).sort()
}

async function generate(folder: string): Promise<string> {
  const kit = fileURLToPath(new URL('./bin.cjs', import.meta.resolve('drizzle-kit')))
  const args = [
    'generate',
    '--dialect=postgresql',
    '--schema=./src/*/{tables,*-tables}.ts',
    `--out=${path.relative(backend, folder)}`,
    `--name=${name}`,
  ]
  const { stdout, stderr } = await promisify(execFile)(process.execPath, [kit, ...args], { cwd: backend })
  return `${stdout}${stderr}`
}

/** Files with statements of our own that no migration runs. */
async function missingStatements(folder: string): Promise<string[]> {
  const migrations = await Promise.all((await sqlFiles(folder)).map((file) => readFile(path.join(folder, file), 'utf8')))
  const missing: string[] = []
  for await (const file of glob(['src/adapters/database/extensions.sql', 'src/*/tables.sql'], { cwd: backend })) {
    const statements = (await readFile(path.join(backend, file), 'utf8')).trim()
    if (!migrations.some((text) => text.includes(statements))) missing.push(`backend/${file}`)
  }
  return missing
}
