import { setTimeout as sleep } from 'node:timers/promises'
import type { IndexStatus } from '@daedal/protocol/accounts/api'
import type { Deployment } from '@daedal/protocol/chains/deployment'
import type { Address } from 'viem'
import { AppError } from '../../errors.ts'
import { type DecodeEvent, type Header, INDEX_VERSION, type IndexCursor, type IndexIdentity, type IndexStore } from '../../tokens/ports.ts'
import { findAncestor } from './find-ancestor.ts'
import { readRange } from './read-range.ts'
import { type ChainSource, RangeTooLarge } from './source.ts'

export type IndexerLog = {
  info(details: object, message: string): void
  warn(details: object, message: string): void
  error(details: object, message: string): void
}

export type IndexerDeps = {
  source: ChainSource
  store: IndexStore
  deployment: Omit<Deployment, 'wrappedEther'>
  decode: DecodeEvent
  /** What to do when the node serves another chain than the one that was indexed. */
  onMismatch: 'refuse' | 'reindex'
  /** Whether this process writes the index; others only watch how far it is. */
  lead(): Promise<boolean>
  /** Accounts whose money matters, by currency, and where to say that it moved. */
  wallets: { watched(): Promise<Map<Address, Address[]>>; moved(accounts: readonly Address[]): Promise<void> }
  /** Collections whose events are not kept but matter, and where to say that something happened in them. */
  foreign: { watched(): Promise<Address[]>; stirred(collections: readonly Address[]): Promise<void> }
  /** Runs after blocks were committed and before readers that wait for them go on. */
  settle(): Promise<void>
  log: IndexerLog
  /** Milliseconds between looks at the head. */
  pollMs: number
  now?(): number
}

/** Parts of what is followed that a deployment may get later. */
const additions = new Set<keyof IndexIdentity>([
  'editions',
  'factory',
  'auctions',
  'reproductions',
  'worlds',
  'rentals',
  'drops',
  'currencies',
])

const FIRST_RANGE = 500
const LAST_RANGE = 10_000
const FAILED_MS = 1_000
/** Before blocks that changed while they were read are read again. */
const AGAIN_MS = 50
/** Readers do not wait longer for what follows a block than for the block. */
const SETTLE_MS = 2_000

/** Follows the chain, block by block: back-fill and following are one path. */
export function createIndexer(deps: IndexerDeps) {
  const { source, store, deployment, decode, onMismatch, lead, wallets, foreign, settle, log, pollMs, now = Date.now } = deps
  const lower = (address: Address | undefined) => (address ? (address.toLowerCase() as Address) : null)
  const [editions, factory] = [lower(deployment.editionCollection), lower(deployment.collectionFactory)]
  const [auctions, reproductions, worlds, rentals, drops, currencies] = [
    lower(deployment.auctionHouse),
    lower(deployment.reproductionRegistry),
    lower(deployment.worldRegistry),
    lower(deployment.rentals),
    lower(deployment.drops),
    lower(deployment.worldCurrencyFactory),
  ]
  const later = [auctions, reproductions, worlds, rentals, drops, currencies]
  /** The contracts of the deployment whose events are read. */
  const own = [deployment.market, deployment.assetCollection, editions, factory, ...later].filter((address) => address !== null)
  const factories = [factory, currencies].filter((address) => address !== null)
  const stopped = new AbortController()
  const listeners = new Set<() => void>()
  let running: Promise<void> | undefined
  let indexed: IndexCursor = { block: deployment.deploymentBlock - 1, hash: null, timestamp: 0 }
  let head: Header | null = null
  let reachable = false
  let caughtUpAt = now()
  let mismatch: AppError | null = null
  let checked = false
  let range = FIRST_RANGE
  let told = ''
  /** Whether all wallets were looked at since the last time that moves of theirs may have been missed. */
  let swept = false

  /** Refuses another chain behind the same address, or starts over on it, as configured. */
  async function checkIdentity(): Promise<void> {
    const genesis = await source.header(0)
    const chainId = await source.chainId()
    if (!genesis) throw new AppError('CHAIN_UNAVAILABLE', 'The chain node has no first block.')
    const here: IndexIdentity = {
      chainId,
      genesisHash: genesis.hash,
      market: deployment.market.toLowerCase() as Address,
      collection: deployment.assetCollection.toLowerCase() as Address,
      editions,
      factory,
      auctions,
      reproductions,
      worlds,
      rentals,
      drops,
      currencies,
      version: INDEX_VERSION,
      deploymentBlock: deployment.deploymentBlock,
    }
    const fail = (detail: string) => {
      mismatch = new AppError('CHAIN_MISMATCH', detail)
      throw mismatch
    }
    if (chainId !== deployment.chainId) fail(`The node serves chain ${chainId}; the contracts are on chain ${deployment.chainId}.`)
    for (const address of own) if (!(await source.hasCode(address))) fail(`There is no contract at ${address} on this chain.`)
    const before = await store.identity()
    const differences = before ? (Object.keys(here) as (keyof IndexIdentity)[]).filter((key) => before[key] !== here[key]) : []
    const wrong = differences.find((key) => key !== 'version' && !(additions.has(key) && before?.[key] === null))
    if (before && wrong && onMismatch === 'refuse')
      fail(`The index was made from another chain: ${wrong} is ${here[wrong]} and was ${before[wrong]}.`)
    if (!before || differences.length) {
      if (wrong) log.warn({ before, here }, 'Another chain is served: indexing from the start')
      else if (before) log.info({ before, here }, 'More is followed or kept than before: indexing from the start')
      await store.reset(here)
    }
    mismatch = null
    checked = true
  }

  /** One step; true when there is more to do at once. */
  async function step(): Promise<boolean> {
    head = await source.header('latest')
    reachable = head !== null
    if (!head) return false
    if (!(await lead())) {
      await publish(await store.cursor(), false)
      return false
    }
    if (!checked) await checkIdentity()
    const cursor = await store.cursor()
    if (await undoReorg(cursor, head)) return true
    if (cursor.block >= head.number) {
      await sweep()
      await settle()
      await publish(cursor, cursor.block === head.number)
      return false
    }
    const to = Math.min(head.number, cursor.block + range)
    const addresses = [...own, ...(await store.made())]
    const read = await readRange({ source, addresses, factories, decode, cursor, to, head }).catch((error) => {
      if (!(error instanceof RangeTooLarge)) throw error
      range = Math.max(1, range >> 1)
      return null
    })
    if (!read) {
      await sleep(AGAIN_MS, undefined, { signal: stopped.signal })
      return true
    }
    if (to > head.number - 2 * LAST_RANGE) {
      await watch(cursor.block + 1, to)
    } else swept = false
    await store.commit(cursor, read.to, read.headers, read.events)
    range = read.events.length > 2_000 ? Math.max(1, range >> 1) : Math.min(LAST_RANGE, range * 2)
    const caughtUp = read.to.number === head.number
    if (caughtUp) await sweep()
    if (caughtUp) await Promise.race([settle(), sleep(SETTLE_MS, undefined, { signal: stopped.signal }).catch(() => undefined)])
    await publish({ block: read.to.number, hash: read.to.hash, timestamp: read.to.timestamp }, caughtUp)
    return !caughtUp
  }

  /** Looks at all wallets when some of their moves were not: at the start, after blocks that were passed quickly, after a reorg. */
  async function sweep(): Promise<void> {
    if (swept) return
    const accounts = [...(await wallets.watched()).values()].flat()
    if (accounts.length) await wallets.moved(accounts)
    await foreign.stirred(await foreign.watched())
    swept = true
  }

  /** Looks, in new blocks, at what decides about orders and is not kept: the money of makers and foreign collections. */
  async function watch(from: number, to: number): Promise<void> {
    const moved = new Set<Address>()
    for (const [currency, accounts] of await wallets.watched())
      for (const account of await source.touched(currency, accounts, from, to)) moved.add(account)
    if (moved.size) await wallets.moved([...moved])
    const collections = await foreign.watched()
    if (!collections.length) return
    // A foreign contract can tell more than the node answers; then all of them are looked at.
    const found = await source.stirred(collections, from, to).catch((error) => {
      if (error instanceof RangeTooLarge) return collections
      throw error
    })
    await foreign.stirred(found)
  }

  async function undoReorg(cursor: IndexCursor, latest: Header): Promise<boolean> {
    if (cursor.hash === null) return false
    const ancestor = await findAncestor({ source, store, cursor, head: latest })
    if (ancestor === 'none') {
      checked = false
      await checkIdentity()
      if ((await store.cursor()).hash === null) return true
      mismatch = new AppError('CHAIN_MISMATCH', `Block ${cursor.block} and all that are known before it are not on the node's chain.`)
      if (onMismatch === 'refuse') throw mismatch
      await store.reset((await store.identity()) as IndexIdentity)
      mismatch = null
      return true
    }
    if (ancestor.number === cursor.block || ancestor.number >= latest.number) return false
    log.warn({ from: cursor.block, to: ancestor.number }, 'The chain was reorganised')
    swept = false
    await store.rewind(ancestor)
    indexed = { block: ancestor.number, hash: ancestor.hash, timestamp: ancestor.timestamp }
    return true
  }

  async function publish(cursor: IndexCursor, caughtUp: boolean): Promise<void> {
    const moved = cursor.block !== indexed.block || cursor.hash !== indexed.hash
    indexed = cursor
    if (caughtUp || (head && cursor.block >= head.number)) caughtUpAt = now()
    if (moved) for (const listener of listeners) listener()
    told = ''
  }

  async function run(): Promise<void> {
    indexed = await store.cursor().catch(() => indexed)
    while (!stopped.signal.aborted) {
      let wait = pollMs
      try {
        if (await step()) wait = 0
      } catch (error) {
        wait = FAILED_MS
        checked = false
        const code = error instanceof AppError ? error.code : 'SERVER_FAILED'
        if (code === 'CHAIN_UNAVAILABLE') reachable = false
        // Once a failure, not once a second.
        if (told !== code) log.error({ error }, `The index does not go on: ${error instanceof Error ? error.message : error}`)
        told = code
      }
      await sleep(wait, undefined, { signal: stopped.signal }).catch(() => undefined)
    }
  }

  return {
    start() {
      running ??= run()
    },
    async stop() {
      stopped.abort()
      await running
    },
    status(): IndexStatus {
      return {
        indexedBlock: Math.max(indexed.block, 0),
        headBlock: reachable && head ? head.number : null,
        lagMs: Math.max(0, now() - caughtUpAt - pollMs),
        chain: reachable ? 'up' : 'down',
      }
    },
    /** Newest indexed block's time, unix seconds. */
    time: () => indexed.timestamp,
    /** Throws CHAIN_MISMATCH when the node's chain is not the indexed one, CHAIN_UNAVAILABLE when it is down. */
    async check() {
      if (mismatch) throw mismatch
      if (!reachable) throw new AppError('CHAIN_UNAVAILABLE')
    },
    onBlock(listener: () => void) {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
    /** Resolves when the block is indexed with everything that follows from it; throws INDEX_BEHIND after `ms`. */
    async waitFor(block: number, ms = 5_000) {
      if (indexed.block >= block) return
      await new Promise<void>((resolve, reject) => {
        const look = () => {
          if (indexed.block < block) return
          clearTimeout(timer)
          listeners.delete(look)
          resolve()
        }
        const timer = setTimeout(() => {
          listeners.delete(look)
          reject(
            new AppError('INDEX_BEHIND', `The index stands at block ${indexed.block}; block ${block} was asked for.`, { retryAfter: 1 }),
          )
        }, ms)
        listeners.add(look)
      })
    },
  }
}
