import type { Deployment } from '@daedal/protocol/chains/deployment'
import type { PublicClient } from 'viem'
import { createIndexer } from './adapters/chain/indexer.ts'
import { createRpcSource } from './adapters/chain/rpc-source.ts'
import type { Database } from './adapters/database/database.ts'
import { createLeader } from './adapters/database/leader.ts'
import { readPalette } from './adapters/media/read-palette.ts'
import type { RecheckOrders } from './market/recheck-orders.ts'
import type { ContentStore } from './provenance/ports.ts'
import { createIndexStore } from './tokens/index-store.ts'
import { createLoadContent, type LoadContentDeps } from './tokens/load-content.ts'
import type { DecodeEvent, Projection } from './tokens/ports.ts'
import { tokenProjections } from './tokens/token-projections.ts'
import { projectCurrencies } from './worlds/project-currencies.ts'
import { projectWorlds } from './worlds/project-worlds.ts'

export type IndexLog = {
  info(details: object, message: string): void
  warn(details: object, message: string): void
  error(details: object, message: string): void
}

export type IndexParts = {
  db: Database
  databaseUrl: string
  client: PublicClient
  content: ContentStore
  deployment: Deployment
  /** The local development chain may be another one after a fresh start; a public one never. */
  local: boolean
  decode: DecodeEvent
  orders: { projections: readonly Projection[]; recheck: RecheckOrders }
  wordingOf: LoadContentDeps['wordingOf']
  log: IndexLog
}

const LOCAL_POLL_MS = 200
const POLL_MS = 1_000
const DUE_MS = 1_000
const OLDEST_MS = 60_000
const MOVING_MS = 15_000
/** Orders looked at again each minute, and how many blocks ago they were looked at last. */
const OLDEST = 50
const OLDEST_BLOCKS = 100

/** Builds what writes the index. Nothing runs before `start`. */
export function composeIndex({ db, databaseUrl, client, content, deployment, local, decode, orders, wordingOf, log }: IndexParts) {
  const now = () => new Date()
  const { chainId } = deployment
  const leader = createLeader({ url: databaseUrl, log })
  const store = createIndexStore({
    db,
    chainId,
    decode,
    projections: [...tokenProjections({ chainId, decode }), ...orders.projections, projectWorlds(), projectCurrencies()],
    now,
  })
  const load = createLoadContent({ db, content, paletteOf: readPalette, wordingOf, log, now })
  const { recheck } = orders
  /** Collections whose events are kept whether or not orders name them. */
  const house = [deployment.assetCollection, deployment.editionCollection].filter((address) => address !== undefined)

  const told = new Set<string>()
  /** One part of what follows a block; its failure keeps neither the index nor the other parts from going on. */
  const part = async (name: string, run: () => Promise<unknown>): Promise<void> => {
    try {
      await run()
      told.delete(name)
    } catch (error) {
      if (!told.has(name)) log.error({ err: error }, `${name} failed and is tried again`)
      told.add(name)
    }
  }
  let dueAt = 0
  let oldestAt = 0
  let movingAt = 0
  async function settle(): Promise<void> {
    const at = Date.now()
    if (at >= dueAt) {
      dueAt = at + DUE_MS
      await part('Finding orders whose time came', recheck.due)
    }
    if (at >= movingAt) {
      movingAt = at + MOVING_MS
      await part('Quoting prices that move', recheck.moving)
    }
    if (at >= oldestAt) {
      oldestAt = at + OLDEST_MS
      await part('Finding orders to look at again', () => recheck.oldest(OLDEST, indexer.status().indexedBlock - OLDEST_BLOCKS))
    }
    await Promise.all([part('Reading content of tokens', load), part('Judging orders', () => recheck.marked())])
  }

  let ending: NodeJS.Timeout | undefined
  let ended = Promise.resolve()
  /** Orders end by the clock, also while the chain is down. */
  const endOrders = (): void => {
    ended = part('Ending orders whose time is over', recheck.expire).finally(() => {
      if (ending) ending = setTimeout(endOrders, DUE_MS)
    })
  }

  const indexer = createIndexer({
    source: createRpcSource(client),
    store,
    deployment,
    decode,
    onMismatch: local ? 'reindex' : 'refuse',
    lead: () => leader.lead(),
    foreign: { watched: async () => recheck.collections([...house, ...(await store.made())]), stirred: (found) => recheck.stirred(found) },
    wallets: { watched: () => recheck.offerMakers(), moved: (accounts) => recheck.moved(accounts) },
    settle,
    log,
    pollMs: local ? LOCAL_POLL_MS : POLL_MS,
  })
  return {
    indexer,
    start() {
      indexer.start()
      ending ??= setTimeout(endOrders, DUE_MS)
    },
    async stop() {
      clearTimeout(ending)
      ending = undefined
      await Promise.all([indexer.stop(), ended])
      await leader.stop()
    },
  }
}
