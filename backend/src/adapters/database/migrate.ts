import { fileURLToPath } from 'node:url'
import { drizzle } from 'drizzle-orm/node-postgres'
import { migrate as applyMigrations } from 'drizzle-orm/node-postgres/migrator'
import type pg from 'pg'

/** Any number that no other user of this database takes as an advisory lock. */
const MIGRATION_LOCK = 7_231_905_512

/** The folder of generated migrations. */
export const migrationsFolder = fileURLToPath(new URL('../../../migrations', import.meta.url))

/** Brings the database to the newest schema of a folder. Several processes may call it at once: one works, the others wait. */
export async function migrate({ pool }: { pool: pg.Pool }, folder = migrationsFolder): Promise<void> {
  const client = await pool.connect()
  try {
    await client.query('select pg_advisory_lock($1)', [MIGRATION_LOCK])
    await applyMigrations(drizzle(client), { migrationsFolder: folder })
  } finally {
    await client.query('select pg_advisory_unlock($1)', [MIGRATION_LOCK]).then(
      () => client.release(),
      (error: Error) => client.release(error),
    )
  }
}
