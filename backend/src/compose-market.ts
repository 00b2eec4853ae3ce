import { randomBytes } from 'node:crypto'
import type { Deployment } from '@daedal/protocol/chains/deployment'
import type { Address, PublicClient } from 'viem'
import { createChainReader } from './adapters/chain/chain-reader.ts'
import { createDecodeEvent } from './adapters/chain/decode-event.ts'
import { createDropCalls } from './adapters/chain/drop-calls.ts'
import { createDropReader } from './adapters/chain/drop-reader.ts'
import { createHouseCalls } from './adapters/chain/house-calls.ts'
import { createHouseReader } from './adapters/chain/house-reader.ts'
import { createMarketCalls } from './adapters/chain/market-calls.ts'
import { createRentalCalls } from './adapters/chain/rental-calls.ts'
import { createRentalReader } from './adapters/chain/rental-reader.ts'
import type { Database } from './adapters/database/database.ts'
import { createActOnAuction } from './market/act-on-auction.ts'
import { createActOnDrop } from './market/act-on-drop.ts'
import { createActOnRental } from './market/act-on-rental.ts'
import type { AuctionDeps } from './market/auction-routes.ts'
import { createCancelOrders } from './market/cancel-orders.ts'
import type { DropDeps } from './market/drop-routes.ts'
import { createDropTrees } from './market/drop-trees.ts'
import { createFulfillOrder } from './market/fulfill-order.ts'
import { createHandOutNonce } from './market/hand-out-nonce.ts'
import { createHandOutRentalNonce } from './market/hand-out-rental-nonce.ts'
import { tokensHeldFor } from './market/hold-assets.ts'
import type { IndexView, SetHeld, SetQuotes, ShowRoot, Venue } from './market/ports.ts'
import { createPrepareAuction } from './market/prepare-auction.ts'
import { createPrepareDrop } from './market/prepare-drop.ts'
import { createPrepareOrder, spending } from './market/prepare-order.ts'
import { createPrepareRentalOffer } from './market/prepare-rental-offer.ts'
import { projectAuctions } from './market/project-auctions.ts'
import { projectDrops } from './market/project-drops.ts'
import { projectOrders } from './market/project-orders.ts'
import { projectPayments } from './market/project-payments.ts'
import { projectRentals } from './market/project-rentals.ts'
import { createPublishContents } from './market/publish-contents.ts'
import { createPublishOrder } from './market/publish-order.ts'
import { createPublishRentalOffer } from './market/publish-rental-offer.ts'
import { createQuoteAssets } from './market/quote-assets.ts'
import { createReadAuctions } from './market/read-auctions.ts'
import { createReadDrops } from './market/read-drops.ts'
import { createReadOrders } from './market/read-orders.ts'
import { createReadRentals } from './market/read-rentals.ts'
import { createReadVolumes } from './market/read-volumes.ts'
import { createRecheckMarket } from './market/recheck-market.ts'
import { createRecheckOrders } from './market/recheck-orders.ts'
import { createRecheckRentals } from './market/recheck-rentals.ts'
import type { RentalDeps } from './market/rental-routes.ts'
import type { OrderDeps } from './market/routes.ts'
import { createShowItems } from './market/show-items.ts'
import { createSweepOrders } from './market/sweep-orders.ts'
import { createTraitTrees } from './market/trait-trees.ts'
import { createListPayments, createWithdrawPayment } from './market/withdraw-payment.ts'

export type MarketParts = {
  db: Database
  client: PublicClient
  deployment: Deployment
  setQuotes: SetQuotes
  setHeld: SetHeld
  showRoot: ShowRoot
  index: IndexView
  now?(): Date
}

/** Builds the order book: what reads events, what keeps orders in step with the chain, and what the routes call. */
export function composeMarket({ db, client, deployment, setQuotes, setHeld, showRoot, index, now = () => new Date() }: MarketParts) {
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
  const clock = () => Math.max(Math.floor(now().getTime() / 1000), index.time())
  const readAuctions = createReadAuctions({ db, chainId, chain, clock })
  const house = deployment.auctionHouse
  const auctions = house ? composeAuctions(house) : null
  const drops = deployment.drops ? composeDrops(deployment.drops) : null

  function composeAuctions(address: Address): AuctionDeps {
    const reader = createHouseReader(client, deployment, address)
    const houseCalls = { ...createHouseCalls(deployment, address), wrap: calls.wrap }
    return {
      read: readAuctions,
      prepare: createPrepareAuction({ house: address, chain, reader, calls: houseCalls, index, now }),
      act: createActOnAuction({ spending: { ...spending(venue), spender: address }, chain, reader, calls: houseCalls, index, now }),
      payments: createListPayments({ db, places: deployment }),
      withdraw: createWithdrawPayment({ chain, reader, calls: houseCalls, index }),
      waitFor: (block) => index.waitFor(block),
    }
  }

  function composeDrops(address: Address): DropDeps {
    const reader = createDropReader(client, address)
    const dropCalls = { ...createDropCalls(address), wrap: calls.wrap }
    const trees = createDropTrees({ db })
    const showItems = createShowItems({ db, chainId, drops: address, showRoot })
    const readDrops = createReadDrops({ db, trees, showItems, clock })
    const forDrops = { ...spending(venue), spender: address }
    return {
      read: readDrops,
      prepare: createPrepareDrop({ address, collection: deployment.assetCollection, chain, calls: dropCalls, index, random: randomBytes }),
      publish: createPublishContents({ db, chainId, drops: address, chain, index, read: readDrops }),
      act: createActOnDrop({ db, chainId, spending: forDrops, chain, reader, calls: dropCalls, read: readDrops, trees, index, now }),
      waitFor: (block) => index.waitFor(block),
    }
  }

  const decode = createDecodeEvent(deployment)
  const rentals = deployment.rentals ? composeRentals(deployment.rentals) : null

  function composeRentals(address: Address) {
    const place = { chainId, rentals: address }
    const reader = createRentalReader(client, address)
    const rentalCalls = { ...createRentalCalls(address), wrap: calls.wrap }
    const readRentals = createReadRentals({ db, chainId, clock })
    const same = { venue: place, chain, reader, index, now }
    const handOutNonce = createHandOutRentalNonce({ db, reader })
    const deps: RentalDeps = {
      read: readRentals,
      prepare: createPrepareRentalOffer({ ...same, calls: rentalCalls, handOutNonce }),
      publish: createPublishRentalOffer({ ...same, db, read: readRentals }),
      act: createActOnRental({ ...same, spending: { ...spending(venue), spender: address }, calls: rentalCalls, read: readRentals }),
      waitFor: (block) => index.waitFor(block),
    }
    return {
      deps,
      projection: projectRentals({ chainId, rentals: address, decode }),
      recheck: createRecheckRentals({ db, venue: place, chain, reader, block: () => index.block(), clock, now }),
    }
  }

  const recheckOrders = createRecheckOrders({ db, venue, chain, quoteAssets, block: () => index.block(), now })
  return {
    chain,
    decode,
    /** In the order in which they have to run: orders take back the sales of a lost branch, auctions and drops then see what is left. */
    projections: [
      projectOrders({ chainId, quoteAssets }),
      projectAuctions({ chainId, quoteAssets, setHeld }),
      ...(rentals ? [rentals.projection] : []),
      projectDrops({ chainId, quoteAssets }),
      projectPayments(),
    ],
    recheck: createRecheckMarket(recheckOrders, rentals?.recheck ?? null),
    read,
    escrow: { auctionsOf: readAuctions.heldFor, tokensOf: tokensHeldFor },
    volumes: createReadVolumes({ db, wrappedEther }),
    routes,
    /** Null where the deployment has no auction house. */
    auctions,
    /** Null where the deployment has no contract of rentals. */
    rentals: rentals?.deps ?? null,
    /** Null where the deployment has no contract of drops. */
    drops,
  }
}
