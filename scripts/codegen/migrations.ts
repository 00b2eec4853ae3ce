import { execFile } from 'node:child_process'
import { glob, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'

/**
 * Regenerates the one baseline migration from `backend/src/<domain>/tables.ts`. What drizzle cannot express stands beside it:
 * `backend/src/adapters/database/extensions.sql` goes in front, every `backend/src/<domain>/tables.sql` goes behind.
 * With `--check` nothing is written and a baseline that is out of date ends with code 1.
 */
const root = fileURLToPath(new URL('../..', import.meta.url))
const backend = path.join(root, 'backend')
const out = path.join(backend, 'migrations')
const NAME = '0000_baseline'
const BREAK = '\n--> statement-breakpoint\n'

const draft = await mkdtemp(path.join(tmpdir(), 'daedal-migrations-'))
try {
  const generated = await generate(draft)
  const current = await readFile(path.join(out, `${NAME}.sql`), 'utf8').catch(() => '')
  const others = (await readdir(out).catch(() => [])).filter((name) => name.endsWith('.sql') && name !== `${NAME}.sql`)
  if (others.length > 0) throw new Error(`migrations follow the baseline (${others.join(', ')}): add one with drizzle-kit generate instead`)
  if (generated.sql === current) console.log('migrations: the baseline is up to date')
  else if (process.argv.includes('--check')) {
    console.error('migrations: the baseline does not match the tables; run npm run codegen')
    process.exitCode = 1
  } else {
    await rm(out, { recursive: true, force: true })
    await mkdir(path.join(out, 'meta'), { recursive: true })
    await writeFile(path.join(out, `${NAME}.sql`), generated.sql)
    for (const [file, text] of generated.meta) await writeFile(path.join(out, 'meta', file), text)
    console.log('migrations: the baseline was written')
  }
} finally {
  await rm(draft, { recursive: true, force: true })
}

async function generate(folder: string): Promise<{ sql: string; meta: Map<string, string> }> {
  const kit = fileURLToPath(new URL('./bin.cjs', import.meta.resolve('drizzle-kit')))
  const args = [
    'generate',
    '--dialect=postgresql',
    '--schema=./src/*/tables.ts',
    `--out=${path.relative(backend, folder)}`,
    '--name=baseline',
  ]
  const { stdout, stderr } = await promisify(execFile)(process.execPath, [kit, ...args], { cwd: backend })
  const tables = await readFile(path.join(folder, `${NAME}.sql`), 'utf8').catch((cause) => {
    throw new Error(`drizzle-kit wrote no migration:\n${stdout}${stderr}`, { cause })
  })
  const parts = [await statements(path.join(backend, 'src/adapters/database/extensions.sql')), tables.trim()]
  const custom: string[] = []
  for await (const file of glob('src/*/tables.sql', { cwd: backend })) custom.push(file)
  for (const file of custom.sort()) parts.push(await statements(path.join(backend, file)))
  const meta = new Map<string, string>()
  for (const file of await readdir(path.join(folder, 'meta'))) meta.set(file, await readFile(path.join(folder, 'meta', file), 'utf8'))
  return { sql: `${parts.filter(Boolean).join(BREAK)}\n`, meta }
}

/** The file's statements, separated as drizzle's migrator reads them: a line of `--> statement-breakpoint` splits. */
async function statements(file: string): Promise<string> {
  return (await readFile(file, 'utf8').catch(() => '')).trim()
}
