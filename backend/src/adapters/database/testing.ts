import { randomBytes } from 'node:crypto'
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import pg from 'pg'
import { inject } from 'vitest'
import { type OpenDatabase, openDatabase } from './database.ts'
import { migrate, migrationsFolder } from './migrate.ts'

/** A fresh, migrated database of the run's PostgreSQL. */
export type TestDatabase = OpenDatabase & {
  url: string
  /** Closes the pool and drops the database. */
  stop(): Promise<void>
}

/** For `beforeAll` of a test file; `stop` belongs into `afterAll`. `through` names the last migration, where not all are to be run. */
export async function startTestDatabase({ through }: { through?: string } = {}): Promise<TestDatabase> {
  const name = `test_${randomBytes(6).toString('hex')}`
  const server = inject('databaseUrl')
  await command(server, `create database ${name}`)
  const url = new URL(server)
  url.pathname = `/${name}`
  const opened = openDatabase(url.href)
  await (through === undefined ? migrate(opened) : migrateThrough(opened, through))
  return {
    ...opened,
    url: url.href,
    stop: async () => {
      await opened.close()
      await command(server, `drop database ${name} with (force)`)
    },
  }
}

/** Runs the migrations up to one, as a version of the service did that knew no later ones. */
async function migrateThrough(opened: OpenDatabase, last: string): Promise<void> {
  const folder = await mkdtemp(path.join(tmpdir(), 'daedal-migrations-'))
  try {
    await cp(migrationsFolder, folder, { recursive: true })
    const file = path.join(folder, 'meta', '_journal.json')
    const journal = JSON.parse(await readFile(file, 'utf8')) as { entries: { tag: string }[] }
    const entries = journal.entries.slice(0, journal.entries.findIndex(({ tag }) => tag === last) + 1)
    await writeFile(file, JSON.stringify({ ...journal, entries }))
    await migrate(opened, folder)
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

async function command(url: string, sql: string): Promise<void> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    await client.query(sql)
  } finally {
    await client.end()
  }
}
