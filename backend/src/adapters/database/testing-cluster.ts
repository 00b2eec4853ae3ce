import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { TestProject } from 'vitest/node'
import { startPostgres } from '../../../../scripts/dev/postgres.ts'

declare module 'vitest' {
  interface ProvidedContext {
    databaseUrl: string
  }
}

/** One real PostgreSQL for a run of the backend's tests. DATABASE_URL_FOR_TESTS names another server to use. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const given = process.env.DATABASE_URL_FOR_TESTS
  if (given) {
    project.provide('databaseUrl', given)
    return async () => {}
  }
  const dir = await mkdtemp(path.join(tmpdir(), 'daedal-postgres-'))
  const server = await startPostgres({ dir, settings: { fsync: 'off', full_page_writes: 'off' } })
  project.provide('databaseUrl', server.url)
  return async () => {
    await server.stop()
    await rm(dir, { recursive: true, force: true })
  }
}
