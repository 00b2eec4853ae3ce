import { readFile } from 'node:fs/promises'
import { setTimeout as sleep } from 'node:timers/promises'
import { Deployment, LOCAL_CHAIN_ID } from '@daedal/protocol/chains/deployment'
import { collectDefaultMetrics, Registry } from 'prom-client'
import { Check, Errors } from 'typebox/value'
import { getAddress, isAddress } from 'viem'
import { createAccountStore } from './accounts/store.ts'
import { createChainClient } from './adapters/chain/clients.ts'
import { openContent } from './adapters/content/content.ts'
import { type OpenDatabase, openDatabase } from './adapters/database/database.ts'
import { databaseFailure } from './adapters/database/failures.ts'
import { migrate } from './adapters/database/migrate.ts'
import { createCheckMessage } from './adapters/signing/check-message.ts'
import type { AppDeps } from './app.ts'
import { composeGeneration } from './compose-generation.ts'
import { composeIndex, type IndexLog } from './compose-index.ts'
import { composeMarket } from './compose-market.ts'
import { composeTokens } from './compose-tokens.ts'
import { type Config, ConfigError } from './config.ts'
import { createPublicConfig } from './public-config.ts'
import { setHeld } from './tokens/set-held.ts'
import { setQuotes } from './tokens/set-quotes.ts'
import { createShowRoot } from './tokens/show-root.ts'

/** A database that starts at the same time as the service is waited for. */
const DATABASE_WAIT_MS = 30_000

/** Everything behind the routes, made from the configuration. Nothing runs before `start`. */
export async function buildServices(config: Config, log: IndexLog) {
  const deployment = await readDeployment(config.DEPLOYMENT_FILE)
  const local = deployment.chainId === LOCAL_CHAIN_ID
  const database = openDatabase(config.DATABASE_URL, {
    pool: config.DATABASE_POOL,
    onError: (error) => log.warn({ error: error.message }, 'An idle connection to the database broke'),
  })
  await migrateWhenUp(database, log)
  const { db } = database
  const content = await openContent({ dataDir: config.DATA_DIR, ipfsApiUrl: config.IPFS_API_URL })
  const urls = config.CHAIN_RPC_URL.split(',').map((url) => url.trim())
  const client = createChainClient({ urls, chainId: deployment.chainId, name: chainName(config, deployment.chainId) })

  const market = composeMarket({
    db,
    client,
    deployment,
    setQuotes,
    setHeld,
    showRoot: createShowRoot({ content, now: () => new Date() }),
    index: {
      block: () => index.indexer.status().indexedBlock,
      time: () => index.indexer.time(),
      check: () => index.indexer.check(),
      waitFor: (block) => index.indexer.waitFor(block),
    },
  })
  const generation = await composeGeneration({ config, db, content, deployment, client, log })
  const index = composeIndex({
    db,
    databaseUrl: config.DATABASE_URL,
    client,
    content,
    deployment,
    local,
    decode: market.decode,
    orders: market,
    wordingOf: generation.wordingOf,
    log,
  })
  const tokens = composeTokens({
    db,
    databaseUrl: config.DATABASE_URL,
    deployment,
    orders: market.read,
    escrow: market.escrow,
    volumes: market.volumes,
    index: index.indexer,
    log,
  })
  const publicUrl = config.PUBLIC_URL || `http://${config.HOST}:${config.PORT}`
  const rpcUrl = config.CHAIN_PUBLIC_RPC_URL || (local ? '/rpc' : (urls[0] as string))
  const registry = new Registry()
  collectDefaultMetrics({ register: registry })

  const deps: Omit<AppDeps, 'logger'> = {
    config,
    publicRpcUrl: rpcUrl,
    rpcUpstream: rpcUrl === '/rpc' ? (urls[0] as string) : null,
    registry,
    gauges: gaugesOf(index, tokens.worlds.feed, database),
    checks: {
      database: async () => {
        await database.pool.query('select 1').catch((cause: unknown) => {
          throw databaseFailure(cause) ?? cause
        })
      },
      chain: () => index.indexer.check(),
      content: () => content.check(),
    },
    content,
    accounts: {
      store: createAccountStore(db),
      chainId: deployment.chainId,
      publicUrl,
      sessionHours: config.SESSION_HOURS,
      checkMessage: createCheckMessage(client),
      publicConfig: createPublicConfig({
        deployment,
        chain: { name: chainName(config, deployment.chainId), rpcUrl, explorerUrl: config.CHAIN_EXPLORER_URL || null, local },
        feeBps: () => market.chain.feeBps(),
        speakers: generation.personas.speakers,
      }),
      indexStatus: index.indexer.status,
    },
    generation: { ...generation.generation, requesterOf: ({ session, ip }) => session?.address.toLowerCase() ?? ip },
    records: { ...generation.records, accountOf: ({ session }) => session?.address ?? null },
    personas: generation.personas,
    orders: market.routes,
    auctions: market.auctions,
    rentals: market.rentals,
    drops: market.drops,
    tokens: tokens.tokens,
    worlds: tokens.worlds,
    currencies: tokens.currencies,
  }
  return {
    deps,
    async start() {
      tokens.start()
      index.start()
      await generation.start()
    },
    /** Stops what runs by itself, then what it uses. */
    async stop() {
      await Promise.all([index.stop(), generation.stop(), tokens.stop()])
      await content.close()
      await database.close()
    },
  }
}

const chainName = (config: Config, chainId: number) => config.CHAIN_NAME || (chainId === LOCAL_CHAIN_ID ? 'Localhost' : `Chain ${chainId}`)

async function readDeployment(file: string): Promise<Deployment> {
  const wrong = (why: string) => new ConfigError([`DEPLOYMENT_FILE (${file}) ${why}`])
  const text = await readFile(file, 'utf8').catch((cause: Error) => {
    throw wrong(`cannot be read: ${cause.message}`)
  })
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    throw wrong('is not JSON')
  }
  if (Check(Deployment, value)) {
    // As addresses are answered (EIP-55), however the file writes them.
    const checksummed = Object.entries(value).map(([key, part]) => [
      key,
      typeof part === 'string' && isAddress(part, { strict: false }) ? getAddress(part.toLowerCase()) : part,
    ])
    return Object.fromEntries(checksummed) as Deployment
  }
  const [first] = Errors(Deployment, value)
  throw wrong(`is wrong at ${first?.instancePath || '/'}: ${first?.message}`)
}

async function migrateWhenUp(database: OpenDatabase, log: IndexLog): Promise<void> {
  const deadline = Date.now() + DATABASE_WAIT_MS
  for (;;)
    try {
      return await migrate(database)
    } catch (error) {
      if (databaseFailure(error)?.code !== 'DATABASE_UNAVAILABLE' || Date.now() > deadline) throw error
      log.warn({}, 'The database does not answer yet')
      await sleep(500)
    }
}

function gaugesOf(
  { indexer }: Pick<ReturnType<typeof composeIndex>, 'indexer'>,
  feed: { followers: number },
  { pool }: OpenDatabase,
): AppDeps['gauges'] {
  return [
    { name: 'daedal_index_block', help: 'Newest indexed block', read: () => indexer.status().indexedBlock },
    { name: 'daedal_index_lag_seconds', help: 'Time since the index was level with the chain', read: () => indexer.status().lagMs / 1_000 },
    {
      name: 'daedal_chain_head_block',
      help: 'Newest block of the chain; -1 when no node answers',
      read: () => indexer.status().headBlock ?? -1,
    },
    { name: 'daedal_event_followers', help: 'Open streams of the event log', read: () => feed.followers },
    { name: 'daedal_database_connections', help: 'Connections of the pool', read: () => pool.totalCount },
    { name: 'daedal_database_waiting', help: 'Queries that wait for a connection', read: () => pool.waitingCount },
  ]
}
