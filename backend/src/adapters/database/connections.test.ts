import type { Socket } from 'node:net'
import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it, onTestFinished, vi } from 'vitest'
import { openDatabase } from './database.ts'
import { createLeader } from './leader.ts'
import { listen } from './listen.ts'
import { startTestDatabase, type TestDatabase } from './testing.ts'

describe('connections of their own', () => {
  let database: TestDatabase
  beforeAll(async () => {
    database = await startTestDatabase()
  })
  afterAll(() => database.stop())
  const end = (name: string) =>
    database.pool.query(
      'select pg_terminate_backend(pid) from pg_stat_activity where application_name = $1 and datname = current_database()',
      [name],
    )

  it('lets one process lead, and another when its connection is gone', async () => {
    const log = { info: () => undefined }
    const [one, two] = [createLeader({ url: database.url, log }), createLeader({ url: database.url, log })]
    onTestFinished(async () => {
      await Promise.all([one.stop(), two.stop()])
    })
    expect(await Promise.all([one.lead(), one.lead()])).toEqual([true, true])
    expect(await two.lead()).toBe(false)
    expect(await one.lead()).toBe(true)
    await end('daedal leader')
    await vi.waitFor(async () => expect(await two.lead()).toBe(true))
    expect(await one.lead()).toBe(false)
    await two.stop()
    await vi.waitFor(async () => expect(await one.lead()).toBe(true))
  })

  it('fails when there is no database to lead, and leads nothing', async () => {
    const leader = createLeader({ url: 'postgres://nobody:x@127.0.0.1:1/none', log: { info: () => undefined } })
    await expect(leader.lead()).rejects.toThrow('ECONNREFUSED')
  })

  it('hears what was committed, and looks again after a gap', async () => {
    let heard = 0
    const problems: string[] = []
    const listener = listen({
      url: database.url,
      channel: 'a channel',
      onNotify: () => {
        heard += 1
      },
      log: { warn: (_, message) => problems.push(message) },
    })
    onTestFinished(() => listener.stop())
    await vi.waitFor(() => expect(heard).toBe(1), { timeout: 5_000 })
    await database.pool.query(`select pg_notify('a channel', '')`)
    await vi.waitFor(() => expect(heard).toBe(2))
    await end('daedal listener')
    await vi.waitFor(() => expect(heard).toBe(3), { timeout: 5_000 })
    await database.pool.query(`select pg_notify('a channel', '')`)
    await vi.waitFor(() => expect(heard).toBe(4))
  })

  it('misses no connection after transactions that failed, at their first statement or later', async () => {
    const { db, pool, close } = openDatabase(database.url, { pool: 2 })
    onTestFinished(close)
    for (let cut = 0; cut < 5; cut++) {
      pool.once('acquire', (client) => void (client as unknown as { connection: { stream: Socket } }).connection.stream.destroy())
      await expect(db.transaction((tx) => tx.execute(sql`select 1`))).rejects.toThrow('begin')
    }
    await expect(
      db.transaction(async (tx) => {
        await tx.execute(sql`select 1 / 0`)
      }),
    ).rejects.toThrow()
    expect(await Promise.all([1, 2].map((value) => db.transaction((tx) => tx.execute(sql`select ${value}::int as value`))))).toMatchObject([
      { rows: [{ value: 1 }] },
      { rows: [{ value: 2 }] },
    ])
    expect(pool.idleCount).toBe(pool.totalCount)
  })
})
