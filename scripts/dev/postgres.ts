import { type ChildProcess, spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { mkdir, open, readFile, rename, rm, stat, truncate, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import { freePort } from './port.ts'
import { findPostgresBinaries, type PostgresBinaries, PostgresUnavailable } from './postgres-binaries.ts'
import { stopOrphan } from './postgres-orphan.ts'
import { chooseUser, giveTo, type RunAs } from './postgres-user.ts'

const MAJOR = '18'
const USER = 'daedal'
const DATABASE = 'daedal'
const LOG_LIMIT = 5 * 1024 * 1024

/** Small, durable, English. `fsync` and full page writes stay on. */
const settings = {
  listen_addresses: '127.0.0.1',
  unix_socket_directories: '',
  shared_buffers: '64MB',
  max_connections: '100',
  max_wal_size: '256MB',
  wal_level: 'minimal',
  max_wal_senders: '0',
  jit: 'off',
  timezone: 'UTC',
  lc_messages: 'C',
  log_min_messages: 'warning',
  log_checkpoints: 'off',
}

export type PostgresOptions = {
  /** Folder that holds the data, the password and the log; made when missing. */
  dir: string
  /** Hears one line a step. */
  log?: (line: string) => void
  /** Port of 127.0.0.1; none takes a free one. */
  port?: number
  /** Server settings on top of ours. */
  settings?: Record<string, string>
}

/** A running server. */
export type RunningPostgres = {
  url: string
  pid: number
  /** Stops it within five seconds; safe to call twice. */
  stop(): Promise<void>
  /** Resolves with the exit code when the server ends, whoever ended it. */
  exited: Promise<number | null>
}

/**
 * Starts PostgreSQL on a folder of ours, on a free port of 127.0.0.1, without a socket. Makes the cluster the first time;
 * stops a server that a killed start left behind. Throws PostgresUnavailable, with what to do, when this machine cannot run it.
 */
export async function startPostgres({
  dir: folder,
  port,
  log = () => {},
  settings: extra = {},
}: PostgresOptions): Promise<RunningPostgres> {
  const dir = path.resolve(folder)
  const binaries = await findPostgresBinaries()
  await mkdir(dir, { recursive: true, mode: 0o700 })
  const user = await chooseUser(binaries.postgres, dir)
  const data = path.join(dir, 'data')
  await stopOrphan(dir, data, log)
  const password = await prepareCluster(binaries, user, dir, log)
  await giveTo(user, data)
  let last: unknown
  for (let attempt = 0; attempt < 8; attempt++) {
    if (attempt > 0) await sleep(250)
    try {
      return await launch({ binaries, user, dir, port: port ?? (await freePort()), password, settings: { ...settings, ...extra } })
    } catch (error) {
      if (!(error instanceof StartFailed) || !/still in use|could not bind|Address already in use|lock file/.test(error.message))
        throw error
      last = error
    }
  }
  throw last
}

class StartFailed extends Error {}

/** The superuser's password of the cluster, which is made when there is none. Making is atomic: a killed initdb leaves nothing. */
async function prepareCluster(binaries: PostgresBinaries, user: RunAs, dir: string, log: (line: string) => void): Promise<string> {
  const data = path.join(dir, 'data')
  const passwordFile = path.join(dir, 'password')
  const version = await readFile(path.join(data, 'PG_VERSION'), 'utf8').catch(absent)
  if (version !== null) {
    if (version.trim() === MAJOR) return (await readFile(passwordFile, 'utf8')).trim()
    throw new PostgresUnavailable(`${data} was made by PostgreSQL ${version.trim()}, and this is version ${MAJOR}.`)
  }
  log('making the database cluster')
  const draft = path.join(dir, 'data.tmp')
  await rm(draft, { recursive: true, force: true })
  await mkdir(draft, { mode: 0o700 })
  const password = randomBytes(24).toString('hex')
  await writeFile(passwordFile, `${password}\n`, { mode: 0o600 })
  await giveTo(user, draft)
  await giveTo(user, passwordFile)
  const args = ['-D', draft, '-U', USER, '--auth=scram-sha-256', `--pwfile=${passwordFile}`, '--encoding=UTF8', '--no-instructions']
  let result = await run(user, binaries.initdb, [...args, '--locale=C.UTF-8'], dir)
  // macOS before 15 knows no C.UTF-8.
  if (result.code !== 0 && /invalid locale/.test(result.output)) {
    await rm(draft, { recursive: true, force: true })
    await mkdir(draft, { mode: 0o700 })
    await giveTo(user, draft)
    result = await run(user, binaries.initdb, [...args, '--locale=en_US.UTF-8'], dir)
  }
  if (result.code !== 0) throw new PostgresUnavailable(`initdb failed on this machine: ${lastLines(result.output)}.`)
  await rename(draft, data)
  await syncFolder(dir)
  return password
}

type Launch = { binaries: PostgresBinaries; user: RunAs; dir: string; port: number; password: string; settings: Record<string, string> }

async function launch({ binaries, user, dir, port, password, settings: given }: Launch): Promise<RunningPostgres> {
  const data = path.join(dir, 'data')
  const logFile = path.join(dir, 'postgres.log')
  if (((await stat(logFile).catch(absent))?.size ?? 0) > LOG_LIMIT) await truncate(logFile)
  const output = await open(logFile, 'a', 0o600)
  const logStart = (await output.stat()).size
  const args = ['-D', data, '-p', String(port), ...Object.entries(given).flatMap(([key, value]) => ['-c', `${key}=${value}`])]
  const { command, args: list, ...as } = user.wrap(binaries.postgres, args)
  // Its own process group: Ctrl-C at the terminal reaches the launcher, which stops it in order.
  const child = spawn(command, list, { ...as, cwd: dir, detached: true, stdio: ['ignore', output.fd, output.fd], env: cleanEnvironment() })
  const exited = new Promise<number | null>((resolve) => {
    child.once('exit', (code) => resolve(code))
    child.once('error', () => resolve(null))
  })
  await output.close()
  if (child.pid === undefined) throw new PostgresUnavailable(`${command} could not be started.`)
  await writeFile(path.join(dir, 'launcher.pid'), `${process.pid}\n`)
  try {
    await ready(child, data)
    const url = `postgres://${USER}:${password}@127.0.0.1:${port}`
    await ensureDatabase(`${url}/postgres`)
    child.unref()
    return { url: `${url}/${DATABASE}`, pid: child.pid, stop: () => stop(child, exited), exited }
  } catch (error) {
    await stop(child, exited)
    const said = (await readFile(logFile)).subarray(logStart).toString()
    throw new StartFailed(`PostgreSQL did not start: ${lastLines(said) || String(error)} (log: ${logFile})`, { cause: error })
  }
}

/** Waits until the server writes `ready` into its pid file. */
async function ready(child: ChildProcess, data: string): Promise<void> {
  const deadline = Date.now() + 60_000
  for (;;) {
    if (child.exitCode !== null || child.signalCode !== null) throw new Error(`it ended with ${child.exitCode ?? child.signalCode}`)
    const lines = (await readFile(path.join(data, 'postmaster.pid'), 'utf8').catch(absent))?.split('\n')
    if (lines?.[0] === String(child.pid) && lines[7]?.trim() === 'ready') return
    if (Date.now() > deadline) throw new Error('it was not ready within 60 s')
    await sleep(20)
  }
}

async function ensureDatabase(url: string): Promise<void> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    const { rowCount } = await client.query('select 1 from pg_database where datname = $1', [DATABASE])
    if (rowCount === 0) await client.query(`create database ${DATABASE}`)
  } finally {
    await client.end()
  }
}

/** Fast shutdown, then immediate, then SIGKILL: each leaves data from which the next start recovers. */
async function stop(child: ChildProcess, exited: Promise<number | null>): Promise<void> {
  for (const [signal, wait] of [
    ['SIGINT', 3_000],
    ['SIGQUIT', 1_000],
    ['SIGKILL', 1_000],
  ] as const) {
    if (child.exitCode !== null || child.signalCode !== null || child.pid === undefined) return
    child.kill(signal)
    const timer = sleep(wait, 'late')
    if ((await Promise.race([exited, timer])) !== 'late') return
  }
}

async function run(user: RunAs, command: string, args: string[], cwd: string): Promise<{ code: number | null; output: string }> {
  const { command: file, args: list, ...as } = user.wrap(command, args)
  const child = spawn(file, list, { ...as, cwd, stdio: ['ignore', 'pipe', 'pipe'], env: cleanEnvironment() })
  let output = ''
  child.stdout.on('data', (chunk: Buffer) => {
    output += chunk
  })
  child.stderr.on('data', (chunk: Buffer) => {
    output += chunk
  })
  const code = await new Promise<number | null>((resolve) => {
    child.once('close', resolve)
    child.once('error', (error) => {
      output += error.message
      resolve(null)
    })
  })
  return { code, output }
}

/** PG* variables and locales of the person's shell must not reach the server. */
const cleanEnvironment = (): NodeJS.ProcessEnv =>
  Object.fromEntries(
    Object.entries(process.env)
      .filter(([key]) => !/^(PG|LC_|LANG)/.test(key))
      .concat([['TZ', 'UTC']]),
  )

const lastLines = (text: string): string => text.trim().split('\n').slice(-3).join('; ')

const absent = (error: NodeJS.ErrnoException): null => {
  if (error.code === 'ENOENT') return null
  throw error
}

async function syncFolder(dir: string): Promise<void> {
  if (process.platform === 'win32') return
  const handle = await open(dir, 'r')
  await handle.sync().finally(() => handle.close())
}
