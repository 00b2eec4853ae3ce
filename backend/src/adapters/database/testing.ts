import { randomBytes } from 'node:crypto'
import pg from 'pg'
import { inject } from 'vitest'
import { type OpenDatabase, openDatabase } from './database.ts'
import { migrate } from './migrate.ts'

/** A fresh, migrated database of the run's PostgreSQL. */
export type TestDatabase = OpenDatabase & {
  url: string
  /** Closes the pool and drops the database. */
  stop(): Promise<void>
}

/** For `beforeAll` of a test file; `stop` belongs into `afterAll`. */
export async function startTestDatabase(): Promise<TestDatabase> {
  const name = `test_${randomBytes(6).toString('hex')}`
  const server = inject('databaseUrl')
  await command(server, `create database ${name}`)
  const url = new URL(server)
  url.pathname = `/${name}`
  const opened = openDatabase(url.href)
  await migrate(opened)
  return {
    ...opened,
    url: url.href,
    stop: async () => {
      await opened.close()
      await command(server, `drop database ${name} with (force)`)
    },
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
