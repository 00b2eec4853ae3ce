import { fork } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { openDatabase } from '../../backend/src/adapters/database/database.ts'
import { migrate } from '../../backend/src/adapters/database/migrate.ts'
import { CHAIN_ID, COLLECTION } from '../../backend/src/testing/token-script.ts'
import { raiseVersion } from '../../backend/src/worlds/event-log.ts'
import { freePort } from '../dev/port.ts'
import { startPostgres } from '../dev/postgres.ts'
import { fillIndex } from './api/fill.ts'
import { type Load, measure } from './api/load.ts'
import { memoryOf } from './api/memory-of.ts'
import { batchOf, searches } from './api/requests.ts'

/**
 * Measures the API as it is served: a real PostgreSQL with generated assets, the real process, requests over HTTP, while the
 * index changes once a second, so that kept answers have to be made anew. `--assets 10000 --seconds 10 --clients 16 --json`.
 */
const { values } = parseArgs({
  args: process.argv.slice(2).filter((argument) => argument !== '--'),
  options: {
    assets: { type: 'string', default: '10000' },
    seconds: { type: 'string', default: '10' },
    clients: { type: 'string', default: '16' },
    json: { type: 'boolean', default: false },
  },
})
const [count, seconds, connections] = [Number(values.assets), Number(values.seconds), Number(values.clients)]
const CHANGE_MS = 1_000
const WARM_SECONDS = 2

const print = (name: string, value: number, unit: string, more: object = {}) =>
  console.log(
    values.json
      ? JSON.stringify({ name, value, unit, ...more })
      : `${name.padEnd(22)} ${String(value).padStart(9)} ${unit}  ${JSON.stringify(more)}`,
  )
const report = (name: string, load: Load) =>
  print(`api.${name}.p95`, load.p95, 'ms', { p50: load.p50, p99: load.p99, perSecond: load.perSecond, failed: load.failed })

const dir = await mkdtemp(join(tmpdir(), 'daedal-bench-'))
const postgres = await startPostgres({ dir: join(dir, 'postgres') })
const database = openDatabase(postgres.url)
let failed = 0
try {
  await migrate(database)
  const filled = await fillIndex(database.db, count)
  await database.pool.query('vacuum analyze')
  print('index.backfill', Math.round(filled.events / filled.seconds), 'events/s', { events: filled.events, assets: count })
  const server = await serve()
  const change = setInterval(() => void database.db.transaction((tx) => raiseVersion(tx)).catch(() => undefined), CHANGE_MS)
  try {
    const load = { connections, seconds }
    const runs: Record<string, Parameters<typeof measure>[1]> = {
      asset: filled.ids.slice(0, 2_000).map((id) => `/v1/assets/${encodeURIComponent(id)}`),
      search: searches(),
      batch: Array.from({ length: 20 }, (_, at) => batchOf(filled.ids, at)),
      activity: ['/v1/activity', '/v1/activity?type=asset.minted&limit=50'],
    }
    for (const [name, paths] of Object.entries(runs)) {
      await measure(server.url, paths, { connections, seconds: WARM_SECONDS })
      const result = await measure(server.url, paths, load)
      failed += result.failed
      report(name, result)
    }
    print('api.memory', server.memory(), 'MB')
  } finally {
    clearInterval(change)
    await server.stop()
  }
} finally {
  await database.close()
  await postgres.stop()
  await rm(dir, { recursive: true, force: true })
}
if (failed) {
  console.error(`${failed} requests were not answered with success`)
  process.exitCode = 1
}

/** The real process. Its chain does not answer: reads go on without it, and nothing but reads is measured. */
async function serve() {
  const [port, nobody] = [await freePort(), await freePort()]
  const deploymentFile = join(dir, 'deployment.json')
  const contracts = { market: COLLECTION, assetCollection: COLLECTION, wrappedEther: COLLECTION }
  await writeFile(deploymentFile, JSON.stringify({ chainId: CHAIN_ID, ...contracts, deploymentBlock: 0 }))
  const child = fork(new URL('../../backend/src/server.ts', import.meta.url), [], {
    env: {
      ...process.env,
      DATABASE_URL: postgres.url,
      CHAIN_RPC_URL: `http://127.0.0.1:${nobody}`,
      DEPLOYMENT_FILE: deploymentFile,
      DATA_DIR: join(dir, 'data'),
      FRONTEND_DIR: join(dir, 'no-pages'),
      PORT: String(port),
      LOG_LEVEL: 'error',
      RATE_LIMIT_PER_MINUTE: '100000000',
      RATE_LIMIT_WRITES_PER_MINUTE: '100000000',
    },
    execArgv: ['--disable-warning=ExperimentalWarning'],
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  })
  const url = `http://127.0.0.1:${port}`
  for (let tries = 0; ; tries++) {
    if (child.exitCode !== null || tries > 300) throw new Error(`the service did not start (${child.exitCode})`)
    if (
      await fetch(`${url}/health`).then(
        (answer) => answer.ok,
        () => false,
      )
    )
      break
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
  return {
    url,
    memory: () => memoryOf(child.pid as number),
    stop: () =>
      new Promise<void>((resolve) => {
        child.once('exit', () => resolve())
        child.kill('SIGTERM')
      }),
  }
}
