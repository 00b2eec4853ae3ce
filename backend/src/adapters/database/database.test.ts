import { readdir } from 'node:fs/promises'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openDatabase } from './database.ts'
import { databaseFailure } from './failures.ts'
import { migrate, migrationsFolder } from './migrate.ts'
import { startTestDatabase, type TestDatabase } from './testing.ts'

describe('database', () => {
  let database: TestDatabase
  beforeAll(async () => {
    database = await startTestDatabase()
  })
  afterAll(() => database.stop())

  it('reads counts and bigint columns as numbers, exact beyond 2^53, and keeps numeric as text', async () => {
    const { rows } = await database.pool.query(
      `select count(*) as n, 9007199254740993::int8 as big, '{1,null,9007199254740993}'::int8[] as list, 1e30::numeric as wei`,
    )
    expect(rows[0]).toEqual({ n: 1, big: 9007199254740993n, list: [1, null, 9007199254740993n], wei: '1000000000000000000000000000000' })
  })

  it('migrates once when several processes start together', async () => {
    await Promise.all([migrate(database), migrate(database), migrate(database)])
    const { rows } = await database.pool.query('select count(*) as n from drizzle.__drizzle_migrations')
    expect(rows[0].n).toBe((await readdir(migrationsFolder)).filter((file) => file.endsWith('.sql')).length)
  })

  it('takes a database of the former market along, without the orders that its successor cannot fill', async () => {
    const old = await startTestDatabase({ through: '0000_baseline' })
    const { pool } = old
    await pool.query(`insert into orders (hash, kind, maker, taker, collection, token_id, currency, price, start_time, end_time,
      max_fee_bps, max_royalty_bps, lane, bit, epoch, signature, created_at, state, checked_block, fee_bps, royalty)
      values ('0x01', 0, '0xa', '0x0', '0xc', 7, '0x0', 5, 0, 9, 500, 500, 0, 0, 0, '0x', now(), 'active', 1, 250, 0)`)
    await pool.query(`insert into lanes values ('0xa', 0, 1)`)
    await pool.query(`insert into order_slots values ('0xa', 0, '0xc', 7, 0, 0)`)
    await pool.query(`insert into sales values (1, 1, '0x', now(), '0x01', '0xc', 7, '0xa', '0xb', '0x0', 5, 0, 0, '0x0')`)
    await migrate(old)
    const count = async (table: string) => (await pool.query(`select count(*) as n from ${table}`)).rows[0].n
    expect(await Promise.all(['orders', 'lanes', 'order_slots', 'sales', 'order_items'].map(count))).toEqual([0, 0, 0, 0, 0])
    await old.stop()
  })

  it('lets a database that followed the shared collection alone be indexed anew, and keeps what is not from the chain', async () => {
    const old = await startTestDatabase({ through: '0002_royalties-by-receiver' })
    const { pool } = old
    await pool.query(`insert into index_state values (1, 31337, '0x0', '0xa', '0xc', 1, 5, '0x5', 9)`)
    await pool.query(`insert into chain_events values (2, 0, '0x2', 9, '0x', '0xc', '[]', '0x', 7)`)
    await pool.query(`insert into asset_contents values ('0xr', 'bafy', 'missing', null, 1, now())`)
    await pool.query(`insert into assets (collection, token_id, id, ord, creator, owner, core_hash, root, prompt_commitment, engine_hash,
      disclosure, royalty_receiver, royalty_bps, remix_bps, policy, frozen, burned, minted_at, minted_tx, content)
      values ('0xc', 7, 'id', 1, '0xa', '0xa', '0x', '0xr', '0x', '0x', 2, '0xa', 5, 5, 1, true, false, now(), '0x', 'missing')`)
    await pool.query(`insert into orders (hash, kind, maker, taker, collection, token_id, currency, price, end_price, start_time, end_time,
      max_fee_bps, max_royalty_bps, lane, bit, epoch, signature, created_at, state, checked_block, fee_bps, royalty)
      values ('0x01', 0, '0xa', '0x0', '0xc', 7, '0x0', 5, 5, 0, 9, 500, 500, 0, 0, 0, '0x', now(), 'active', 1, 250, 0)`)
    await migrate(old)
    const count = async (table: string) => (await pool.query(`select count(*) as n from ${table}`)).rows[0].n
    expect((await pool.query('select chain_id, block, version from index_state')).rows).toEqual([{ chain_id: 31337, block: 5, version: 0 }])
    expect(await count('assets')).toBe(0)
    // The events are taken back, with all that followed from them, when the index starts.
    expect(await Promise.all(['chain_events', 'asset_contents', 'orders'].map(count))).toEqual([1, 1, 1])
    await old.stop()
  })

  it('names a server that does not answer', async () => {
    const nowhere = openDatabase('postgres://nobody:x@127.0.0.1:1/none')
    const error = await nowhere.pool.query('select 1').catch((reason: unknown) => reason)
    expect(databaseFailure(error)?.code).toBe('DATABASE_UNAVAILABLE')
    await nowhere.close()
  })

  it('names a connection that the server ended', async () => {
    const other = openDatabase(database.url, { pool: 1 })
    const client = await other.pool.connect()
    client.on('error', () => {})
    const { rows } = await client.query('select pg_backend_pid() as pid')
    await database.pool.query('select pg_terminate_backend($1)', [rows[0].pid])
    const error = await client.query('select 1').catch((reason: unknown) => reason)
    expect(databaseFailure(error)?.code).toBe('DATABASE_UNAVAILABLE')
    client.release(true)
    await other.close()
  })

  it('does not take a wrong statement for a server that is down', async () => {
    const error = await database.pool.query('select nonsense').catch((reason: unknown) => reason)
    expect(error).toBeInstanceOf(Error)
    expect(databaseFailure(error)).toBeNull()
  })
})
