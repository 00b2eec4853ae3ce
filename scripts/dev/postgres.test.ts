import { spawn } from 'node:child_process'
import { mkdir, mkdtemp, readdir, readFile, readlink, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import pg from 'pg'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { startPostgres } from './postgres.ts'
import { hydrateSymlinks } from './postgres-binaries.ts'
import { isAlive } from './processes.ts'

const query = async (url: string, sql: string): Promise<Record<string, unknown>[]> => {
  const client = new pg.Client({ connectionString: url })
  client.on('error', () => {})
  await client.connect()
  try {
    return (await client.query(sql)).rows
  } finally {
    await client.end().catch(() => {})
  }
}

/** A process that starts the server on `dir`, prints its URL and pid, and stays. */
async function startElsewhere(dir: string): Promise<{ kill(): void; url: string; pid: number }> {
  const script = `import { startPostgres } from ${JSON.stringify(fileURLToPath(new URL('./postgres.ts', import.meta.url)))}
    const { url, pid } = await startPostgres({ dir: process.argv[1] }); console.log(JSON.stringify({ url, pid })); setInterval(() => {}, 1000)`
  const child = spawn(process.execPath, ['--input-type=module-typescript', '-e', script, dir], { stdio: ['ignore', 'pipe', 'inherit'] })
  const line = await new Promise<string>((resolve) => child.stdout.once('data', (chunk) => resolve(String(chunk))))
  return { kill: () => child.kill('SIGKILL'), ...JSON.parse(line) }
}

describe('embedded PostgreSQL', () => {
  let dir: string
  beforeEach(async () => {
    // A folder closed to everybody else, as a root home is.
    dir = path.join(await mkdtemp(path.join(tmpdir(), 'daedal-postgres-')), 'closed')
    await mkdir(dir, { mode: 0o700 })
  })
  afterEach(() => rm(path.dirname(dir), { recursive: true, force: true }))

  it('makes a durable cluster for UTF-8, with a password, on 127.0.0.1 only', async () => {
    const server = await startPostgres({ dir })
    const rows = await query(
      server.url,
      `select current_setting('fsync') as fsync, current_setting('listen_addresses') as addresses, current_setting('shared_buffers') as buffers,
       current_setting('unix_socket_directories') as sockets, current_setting('server_encoding') as encoding, datcollate as locale, upper('éß中') as upper
       from pg_database where datname = current_database()`,
    )
    expect(rows).toEqual([
      { fsync: 'on', addresses: '127.0.0.1', buffers: '64MB', sockets: '', encoding: 'UTF8', locale: 'C.UTF-8', upper: 'Éß中' },
    ])
    const wrong = new URL(server.url)
    wrong.password = 'guess'
    await expect(query(wrong.href, 'select 1')).rejects.toMatchObject({ code: '28P01' })
    await expect(startPostgres({ dir })).rejects.toThrow(`process ${process.pid} started it and still runs`)
    await server.stop()
    await server.stop()
    expect(isAlive(server.pid)).toBe(false)
    expect((await stat(path.join(dir, 'password'))).mode & 0o077).toBe(0)
  })

  it('stops what a killed start left behind and keeps what was committed', async () => {
    const first = await startElsewhere(dir)
    await query(first.url, 'create table kept (n int); insert into kept select generate_series(1, 500)')
    first.kill()
    const second = await startPostgres({ dir })
    expect(isAlive(first.pid)).toBe(false)
    expect(await query(second.url, 'select count(*)::int as n from kept')).toEqual([{ n: 500 }])
    await query(second.url, 'insert into kept values (501)')
    process.kill(second.pid, 'SIGKILL')
    await second.exited
    const third = await startPostgres({ dir })
    expect(await query(third.url, 'select count(*)::int as n from kept')).toEqual([{ n: 501 }])
    await third.stop()
  })

  it('does not take a stranger with a reused process id for its server, nor a killed initdb for a cluster', async () => {
    await mkdir(path.join(dir, 'data.tmp', 'base'), { recursive: true })
    await writeFile(path.join(dir, 'data.tmp', 'PG_VERSION'), '18')
    const server = await startPostgres({ dir })
    await server.stop()
    await writeFile(path.join(dir, 'data', 'postmaster.pid'), `${process.pid}\n`)
    const again = await startPostgres({ dir })
    expect(await query(again.url, 'select 1 as one')).toEqual([{ one: 1 }])
    await again.stop()
  })

  it('names a cluster of another version', async () => {
    await mkdir(path.join(dir, 'data'))
    await writeFile(path.join(dir, 'data', 'PG_VERSION'), '15\n')
    await expect(startPostgres({ dir })).rejects.toThrow(/made by PostgreSQL 15.*DATABASE_URL/)
  })

  it('repairs library links that an install without scripts leaves out', async () => {
    const home = path.join(dir, 'package')
    await mkdir(path.join(home, 'native/lib'), { recursive: true })
    await writeFile(path.join(home, 'native/lib/libx.so.1'), 'bytes')
    await writeFile(path.join(home, 'native/pg-symlinks.json'), '[{"source":"native/lib/libx.so.1","target":"native/lib/libx.so"}]')
    await hydrateSymlinks(home)
    await hydrateSymlinks(home)
    expect(await readdir(path.join(home, 'native/lib'))).toEqual(['libx.so', 'libx.so.1'])
    expect(await readlink(path.join(home, 'native/lib/libx.so'))).toBe('libx.so.1')
    expect(await readFile(path.join(home, 'native/lib/libx.so'), 'utf8')).toBe('bytes')
  })
})
