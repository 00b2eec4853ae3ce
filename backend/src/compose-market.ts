import type { Deployment } from '@daedal/protocol/chains/deployment'
import type { PublicClient } from 'viem'
import { createChainReader } from './adapters/chain/chain-reader.ts'
import { createDecodeEvent } from './adapters/chain/decode-event.ts'
import { createMarketCalls } from './adapters/chain/market-calls.ts'
import type { Database } from './adapters/database/database.ts'
import { createCancelOrders } from './market/cancel-orders.ts'
import { createFulfillOrder } from './market/fulfill-order.ts'
import { createHandOutNonce } from './market/hand-out-nonce.ts'
import type { IndexView, SetQuotes, Venue } from './market/ports.ts'
import { createPrepareOrder } from './market/prepare-order.ts'
import { projectOrders } from './market/project-orders.ts'
import { createPublishOrder } from './market/publish-order.ts'
import { createQuoteAssets } from './market/quote-assets.ts'
import { createReadOrders } from './market/read-orders.ts'
import { createReadVolumes } from './market/read-volumes.ts'
import { createRecheckOrders } from './market/recheck-orders.ts'
import type { OrderDeps } from './market/routes.ts'
import { createSweepOrders } from './market/sweep-orders.ts'
import { createTraitTrees } from './market/trait-trees.ts'

export type MarketParts = {
  db: Database
  client: PublicClient
  deployment: Deployment
  setQuotes: SetQuotes
  index: IndexView
  now?(): Date
}

/** Builds the order book: what reads events, what keeps orders in step with the chain, and what the routes call. */
export function composeMarket({ db, client, deployment, setQuotes, index, now = () => new Date() }: MarketParts) {
  const { chainId } = deployment
  const venue: Venue = { chainId, market: deployment.market, collection: deployment.assetCollection, wrappedEther: deployment.wrappedEther }
  const chain = createChainReader({ client, deployment })
  const calls = createMarketCalls(deployment)
  const { wrappedEther } = deployment
  const read = createReadOrders({ db, chainId, wrappedEther, now })
  const traits = createTraitTrees({ db })
  const quoteAssets = createQuoteAssets({ setQuotes, wrappedEther, now })
  const routes: OrderDeps = {
    publish: createPublishOrder({ db, venue, chain, index, read, traits, quoteAssets, now }),
    prepare: createPrepareOrder({ venue, chain, calls, index, traits, handOutNonce: createHandOutNonce({ db, chain }), now }),
    fulfill: createFulfillOrder({ db, venue, chain, calls, index, read, traits, now }),
    sweep: createSweepOrders({ venue, chain, calls, index, read, now }),
    cancel: createCancelOrders({ db, chain, calls, index, read, now }),
    read,
    waitFor: (block) => index.waitFor(block),
  }
  return {
    chain,
    decode: createDecodeEvent(deployment),
    projection: projectOrders({ chainId, quoteAssets }),
    recheck: createRecheckOrders({ db, venue, chain, quoteAssets, block: () => index.block(), now }),
    read,
    volumes: createReadVolumes({ db, wrappedEther }),
    routes,
  }
}
