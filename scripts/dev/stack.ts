import { existsSync, mkdirSync, readFileSync, rmSync, statfsSync, writeFileSync } from 'node:fs'
import { dirname, join, relative, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { keepRunning, type Part } from './keep-running.ts'
import { takeLock } from './lock.ts'
import { parseOptions, type StackOptions } from './options.ts'
import { freePort, portIsFree } from './port.ts'
import { step } from './progress.ts'

const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..')
const FREE_BYTES_NEEDED = 500_000_000
const RESTARTS = 5

/** Folder of the local state; set once from the command line. */
let dir = join(root, '.daedal')

/** Everything that was started, stopped in the reverse order. */
const stops: (() => Promise<void> | void)[] = []
let stopping: Promise<void> | undefined

function stopAll(): Promise<void> {
  stopping ??= (async () => {
    for (const stop of stops.reverse()) {
      try {
        await stop()
      } catch (cause) {
        process.stderr.write(`stopping: ${(cause as Error).message}\n`)
      }
    }
  })()
  return stopping
}

async function end(code: number): Promise<never> {
  const forced = setTimeout(() => process.exit(code), 4_800)
  await stopAll()
  clearTimeout(forced)
  process.exit(code)
}

const log = (line: string) => writeFileSync(join(dir, 'stack.log'), `${new Date().toISOString()} ${line}\n`, { flag: 'a' })

async function choosePorts(options: StackOptions): Promise<number> {
  if (!(await portIsFree(options.port)))
    throw new Error(`Port ${options.port} is taken by another program. Choose one: npm start -- --port ${options.port + 1}`)
  if (options.chainPort !== undefined && !(await portIsFree(options.chainPort)))
    throw new Error(`Port ${options.chainPort} is taken by another program. Choose one: npm start -- --chain-port ${options.chainPort + 1}`)
  return options.chainPort ?? ((await portIsFree(8545)) ? 8545 : freePort())
}

function prepareFolder(options: StackOptions): void {
  if (options.fresh)
    for (const part of [
      'chain',
      'postgres',
      'content',
      'deployment',
      'addresses.json',
      'samples.json',
      'samples.partial.json',
      'keys',
      'data',
    ])
      rmSync(join(dir, part), { recursive: true, force: true })
  const { bavail, bsize } = statfsSync(root)
  if (bavail * bsize < FREE_BYTES_NEEDED)
    throw new Error(`The disk is nearly full: ${Math.round((bavail * bsize) / 1e6)} MB free, 500 MB are needed. Nothing was changed.`)
}

/** Keeps a part alive until everything is stopped; when that cannot be done, everything is stopped. */
function keepAlive<T extends Part>(name: string, first: T, again: () => Promise<T>): void {
  const stop = keepRunning({
    name,
    first,
    again,
    restarts: RESTARTS,
    say: (line) => {
      log(line)
      process.stdout.write(`${line}\n`)
    },
    giveUp: (reason) => {
      process.stderr.write(`${reason} See the logs in ${dir}.\n`)
      void end(1)
    },
  })
  stops.push(stop)
}

/** The local chain, or the one that CHAIN_RPC_URL names. */
async function startChain(chainPort: number): Promise<{ rpcUrl: string; local: boolean }> {
  if (process.env.CHAIN_RPC_URL) return { rpcUrl: process.env.CHAIN_RPC_URL, local: false }
  const { startChainNode } = await import('./chain-node.ts')
  const start = async () => {
    const node = await startChainNode({ dir: join(dir, 'chain'), port: chainPort, log })
    return { url: node.url, ended: node.exited, stop: node.stop }
  }
  const node = await start()
  keepAlive('chain', node, start)
  return { rpcUrl: node.url, local: true }
}

/** The embedded database, or the one that DATABASE_URL names. */
async function startDatabase(): Promise<string> {
  if (process.env.DATABASE_URL) return process.env.DATABASE_URL
  const { startPostgres } = await import('./postgres.ts')
  const port = await freePort()
  const start = async () => {
    const postgres = await startPostgres({ dir: join(dir, 'postgres'), port, log })
    return { url: postgres.url, ended: postgres.exited, stop: postgres.stop }
  }
  const postgres = await start()
  keepAlive('database', postgres, start)
  return postgres.url
}

async function deploy(rpcUrl: string, local: boolean): Promise<string> {
  if (process.env.DEPLOYMENT_FILE) return process.env.DEPLOYMENT_FILE
  if (!local) throw new Error('CHAIN_RPC_URL is set: name the deployed contracts with DEPLOYMENT_FILE (see README, "Going to production").')
  const out = join(dir, 'addresses.json')
  const { runQuietly } = await import('./command.ts')
  await runQuietly(
    process.execPath,
    ['--disable-warning=ExperimentalWarning', join(root, 'scripts/deploy/deploy.ts'), '--rpc', rpcUrl, '--out', out],
    { cwd: root },
  )
  return out
}

/** Serves, and goes on serving when the backend is killed. */
async function keepServing(env: NodeJS.ProcessEnv, url: string): Promise<void> {
  const { startServer } = await import('./server-process.ts')
  const start = () => startServer({ env, url, logFile: join(dir, 'backend.log') })
  keepAlive('backend', await start(), start)
}

/** Mints the samples once for a collection: contracts of a later version stand elsewhere, without them. */
async function makeSamples(url: string, deploymentFile: string): Promise<void> {
  const marker = join(dir, 'samples.json')
  const { areIn } = await import('./sample-ids.ts')
  const { assetCollection } = JSON.parse(readFileSync(deploymentFile, 'utf8'))
  if (existsSync(marker) && areIn(assetCollection, JSON.parse(readFileSync(marker, 'utf8')))) return
  const { mintSamples } = await import('./samples.ts')
  const made = await step(
    'sample assets',
    () => mintSamples({ url, file: join(dir, 'samples.partial.json') }),
    (ids) => `${ids.length} minted`,
  )
  writeFileSync(marker, JSON.stringify(made))
}

/** Makes what the samples of worlds still lack. */
async function makeWorld(url: string): Promise<void> {
  const { makeSampleWorld } = await import('./sample-world.ts')
  await step(
    'sample world',
    () => makeSampleWorld(url),
    (currency) => (currency ? `its currency is ${currency}` : 'this deployment makes no currencies'),
  )
}

async function openBrowser(url: string): Promise<void> {
  const { spawn } = await import('node:child_process')
  const [command, args] =
    process.platform === 'darwin' ? ['open', [url]] : process.platform === 'win32' ? ['cmd', ['/c', 'start', '', url]] : ['xdg-open', [url]]
  spawn(command as string, args as string[], { stdio: 'ignore', detached: true })
    .on('error', () => log('no browser could be opened'))
    .unref()
}

async function main(): Promise<void> {
  const options = parseOptions(process.argv.slice(2))
  if (!options) return
  dir = resolve(root, options.dir)
  mkdirSync(dir, { recursive: true })
  const release = takeLock(dir)
  stops.push(release)
  const chainPort = await choosePorts(options)
  prepareFolder(options)
  const url = `http://localhost:${options.port}`
  process.stdout.write('Daedal\n')

  const { buildContracts, buildFrontend } = await import('./build.ts')
  const changed = (ran: boolean) => (ran ? 'built' : 'unchanged')
  const pages = step('pages', buildFrontend, changed)
  pages.catch(() => undefined) // awaited below; a failure before that must not end the process unexplained
  const database = step('database', startDatabase)
  database.catch(() => undefined)
  const chain = await step(
    'chain',
    () => startChain(chainPort),
    ({ rpcUrl }) => rpcUrl,
  )
  if (!process.env.DEPLOYMENT_FILE) await step('contracts', buildContracts, changed)
  const deploymentFile = await step(
    'deployment',
    () => deploy(chain.rpcUrl, chain.local),
    (file) => JSON.parse(readFileSync(file, 'utf8')).market,
  )
  const databaseUrl = await database
  await pages
  const env = {
    DATABASE_URL: databaseUrl,
    CHAIN_RPC_URL: chain.rpcUrl,
    DEPLOYMENT_FILE: deploymentFile,
    DATA_DIR: join(dir, 'data'),
    PORT: String(options.port),
    HOST: process.env.HOST ?? '127.0.0.1',
    PUBLIC_URL: process.env.PUBLIC_URL ?? url,
  }
  await step('backend', () => keepServing(env, `http://127.0.0.1:${options.port}`))
  if (chain.local && options.samples) {
    await makeSamples(`http://127.0.0.1:${options.port}`, deploymentFile)
    await makeWorld(`http://127.0.0.1:${options.port}`)
  }
  process.stdout.write(`\nDaedal is at ${url}\nCtrl-C stops it. State is kept in ${relative(root, dir) || dir}.\n`)
  if (options.open) await openBrowser(url)
}

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => void end(0))
try {
  await main()
} catch (cause) {
  if ((cause as NodeJS.ErrnoException).code === 'ENOSPC')
    process.stderr.write('The disk is full. Free some space and run the same command again; nothing acknowledged was lost.\n')
  else process.stderr.write(`${cause instanceof Error ? cause.message : String(cause)}\n`)
  if (process.env.DEBUG) process.stderr.write(`${(cause as Error).stack}\n`)
  await end(1)
}
