import { drizzle, type NodePgDatabase } from 'drizzle-orm/node-postgres'
import pg from 'pg'

/** Drizzle over `pg`. Domains pass their own tables to `select().from(…)`; transactions by `db.transaction`. */
export type Database = NodePgDatabase<Record<string, never>>

/** An open database: the query builder, its pool, and the way to close both. */
export type OpenDatabase = { db: Database; pool: pg.Pool; close(): Promise<void> }

const INT8 = 20
const INT8_ARRAY = 1016

/**
 * `bigint` columns and `count(*)` as numbers when they are exact, as bigint above 2^53; amounts and ids are `numeric` and stay strings.
 */
const readInt8 = (text: string): number | bigint => {
  const value = Number(text)
  return Number.isSafeInteger(value) ? value : BigInt(text)
}

/** `pg` parses the brackets of int8[] and leaves the items as text; its own types know scalars only. */
const readTextArray = pg.types.getTypeParser(INT8_ARRAY as never) as (text: string) => (string | null)[]

const types: pg.CustomTypesConfig = {
  getTypeParser: ((oid: number, format?: 'text' | 'binary') => {
    if (format !== 'binary' && oid === INT8) return readInt8
    if (format !== 'binary' && oid === INT8_ARRAY) return (text: string) => readTextArray(text).map((item) => item && readInt8(item))
    return format === 'binary' ? pg.types.getTypeParser(oid, 'binary') : pg.types.getTypeParser(oid, 'text')
  }) as pg.CustomTypesConfig['getTypeParser'],
}

/** What `openDatabase` may be told. */
export type DatabaseOptions = {
  /** Connections at most. */
  pool?: number
  /** Hears of idle connections that broke (the pool replaces them). */
  onError?: (error: Error) => void
}

/**
 * Opens a pool to PostgreSQL. No connection is made before the first query, so a database that is down
 * does not keep the process from starting.
 */
export function openDatabase(url: string, options: DatabaseOptions = {}): OpenDatabase {
  const pool = new pg.Pool({
    connectionString: url,
    max: options.pool ?? 10,
    connectionTimeoutMillis: 5_000,
    idleTimeoutMillis: 30_000,
    statement_timeout: 30_000,
    application_name: 'daedal',
    types,
  })
  pool.on('error', (error) => options.onError?.(error))
  // A connection that breaks between two statements of a transaction tells so by an event that would end the process when
  // nobody heard it. The next statement fails with the reason.
  pool.on('connect', (client) => void client.on('error', () => undefined))
  return { db: releasing(drizzle(pool), pool), pool, close: () => pool.end() }
}

/**
 * Drizzle takes a connection from a pool for a transaction, and gives it back only when `begin` did not fail; one that broke
 * while it lay idle would be missing from the pool for ever. Here it is given back however the transaction ends, and not to
 * the next one unless it is in no transaction any more.
 */
function releasing(db: Database, pool: pg.Pool): Database {
  db.transaction = async (run, config) => {
    const client = await pool.connect()
    try {
      return await drizzle(client).transaction(run, config)
    } finally {
      client.release(client.getTransactionStatus() !== 'I')
    }
  }
  return db
}
