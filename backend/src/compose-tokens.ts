import type { IndexStatus } from '@daedal/protocol/accounts/api'
import type { Deployment } from '@daedal/protocol/chains/deployment'
import type { OrderPage, OrderQuery, OrderView } from '@daedal/protocol/market/api'
import type { Address } from 'viem'
import type { Database } from './adapters/database/database.ts'
import { listen } from './adapters/database/listen.ts'
import { createAccountTotals } from './royalties/account-totals.ts'
import { createListActivity } from './tokens/list-activity.ts'
import { createListHolders } from './tokens/list-holders.ts'
import { createListOwned } from './tokens/list-owned.ts'
import type { Escrow } from './tokens/ports.ts'
import { createReadAsset } from './tokens/read-asset.ts'
import { createReadCollections, type ReadCollectionsDeps } from './tokens/read-collections.ts'
import { createReadPortfolio } from './tokens/read-portfolio.ts'
import type { TokenDeps } from './tokens/routes.ts'
import { createSearchAssets } from './tokens/search-assets.ts'
import type { CurrencyDeps } from './worlds/currency-routes.ts'
import { createEventFeed } from './worlds/event-feed.ts'
import { CHANGES, readEvents } from './worlds/event-log.ts'
import { createReadCurrencies } from './worlds/read-currencies.ts'
import { createReadCurrencyFlows } from './worlds/read-currency-flows.ts'
import { createReadWorlds } from './worlds/read-worlds.ts'
import type { WorldDeps } from './worlds/routes.ts'

export type TokenParts = {
  db: Database
  databaseUrl: string
  deployment: Pick<Deployment, 'chainId' | 'assetCollection' | 'avatarAccount' | 'drops' | 'wrappedEther'>
  /** The order book. */
  orders: { list(query: OrderQuery): Promise<OrderPage>; ofToken(collection: Address, tokenId: string): Promise<OrderView[]> }
  escrow: Escrow
  /** What the market took in collections. */
  volumes: ReadCollectionsDeps['volumes']
  index: { status(): IndexStatus; time(): number; waitFor(block: number): Promise<void>; onBlock(listener: () => void): () => void }
  log: { warn(details: object, message: string): void }
}

/** Builds what reads the index. Nothing runs before `start`. */
export function composeTokens({ db, databaseUrl, deployment, orders, escrow, volumes, index, log }: TokenParts) {
  const { chainId, assetCollection: collection } = deployment
  const events = (query: Parameters<typeof readEvents>[1]) => readEvents(db, query, index.status().indexedBlock)
  const feed = createEventFeed({ read: events })
  const totals = createAccountTotals({ db, wrappedEther: deployment.wrappedEther })
  const place = { chainId, drops: deployment.drops ? (deployment.drops.toLowerCase() as Address) : null }
  const tokens: TokenDeps = {
    search: createSearchAssets({ db, place, tokensOf: escrow.tokensOf }),
    assets: createReadAsset({
      db,
      place,
      avatarAccount: deployment.avatarAccount ?? null,
      ordersOf: async (of, tokenId) => (await orders.ofToken(of, tokenId)).sort(bestFirst),
      // A tenancy ends by the chain's time, which on a development chain may be ahead.
      now: () => new Date(Math.max(Date.now(), index.time() * 1_000)),
    }),
    activity: createListActivity({ db, chainId, collection }),
    holders: createListHolders({ db }),
    collections: createReadCollections({ db, chainId, volumes }),
    portfolio: createReadPortfolio({ db, place, orders: orders.list, escrow, totals }),
    waitFor: index.waitFor,
  }
  const worlds: WorldDeps = {
    worlds: createReadWorlds({ db }),
    events,
    feed,
    status: index.status,
    owned: createListOwned({ db }),
    waitFor: index.waitFor,
  }
  const clock = () => Math.max(Math.floor(Date.now() / 1_000), index.time())
  const readCurrencies = createReadCurrencies({ db, clock })
  const currencies: CurrencyDeps = {
    read: readCurrencies,
    flows: createReadCurrencyFlows({ db, currencies: readCurrencies, clock }),
    waitFor: index.waitFor,
  }
  let listener: ReturnType<typeof listen> | undefined
  let deaf: (() => void) | undefined
  return {
    tokens,
    worlds,
    currencies,
    start() {
      // Followers hear twice of a block: when it is written, and when all that follows from it is.
      deaf ??= index.onBlock(feed.wake)
      listener ??= listen({ url: databaseUrl, channel: CHANGES, onNotify: feed.wake, log })
    },
    async stop() {
      deaf?.()
      await listener?.stop()
    },
  }
}

/** What can be filled before what cannot, listings before offers; the cheapest listing and the highest offer first. */
function bestFirst(a: OrderView, b: OrderView): number {
  if (a.status.state !== b.status.state) return a.status.state === 'active' ? -1 : 1
  if (a.kind !== b.kind) return a.kind === 'listing' ? -1 : 1
  const difference = BigInt(a.order.price) - BigInt(b.order.price)
  return (difference > 0n ? 1 : difference < 0n ? -1 : 0) * (a.kind === 'listing' ? 1 : -1)
}
