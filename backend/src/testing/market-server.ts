import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import {
  type FulfillOrder,
  type OrderView,
  type PreparedOrder,
  type PrepareOrder,
  publishBody,
  type Step,
} from '@daedal/protocol/market/api'
import { formFromJson } from '@daedal/protocol/market/form-json'
import { formTypedData } from '@daedal/protocol/market/forms'
import type { OrderJson } from '@daedal/protocol/market/order'
import { createClient } from '@daedal/sdk/client'
import fastify from 'fastify'
import type { Hex } from 'viem'
import { openEmbeddedContent } from '../adapters/content/embedded.ts'
import { startTestDatabase, type TestDatabase } from '../adapters/database/testing.ts'
import { composeIndex } from '../compose-index.ts'
import { composeMarket } from '../compose-market.ts'
import { composeTokens } from '../compose-tokens.ts'
import { auctionRoutes } from '../market/auction-routes.ts'
import { dropRoutes } from '../market/drop-routes.ts'
import { rentalRoutes } from '../market/rental-routes.ts'
import { orderRoutes } from '../market/routes.ts'
import { errorsPlugin } from '../plugins/errors.ts'
import { readQuery } from '../plugins/read-query.ts'
import { validationPlugin } from '../plugins/validation.ts'
import type { ContentStore } from '../provenance/ports.ts'
import { tokenRoutes } from '../tokens/routes.ts'
import { setHeld } from '../tokens/set-held.ts'
import { setQuotes } from '../tokens/set-quotes.ts'
import { createShowRoot } from '../tokens/show-root.ts'
import { currencyRoutes } from '../worlds/currency-routes.ts'
import { readEvents } from '../worlds/event-log.ts'
import { worldRoutes } from '../worlds/routes.ts'
import { type MarketChain, person, type Sent } from './market-chain.ts'

type Ask = Omit<PrepareOrder, 'maker' | 'tokenId' | 'price'> & { by: number; tokenId?: bigint; price: bigint }
/** An order by itself, or a form as it was prepared. */
type ToSign = OrderJson | Pick<PreparedOrder, 'form' | 'order' | 'items' | 'trait' | 'state' | 'voucher'>

/** The real routes of orders, tokens and worlds and the real index, on a real database, following a chain. */
export async function startMarketServer(
  chain: MarketChain,
  { database: shared, content: given }: { database?: TestDatabase; content?: ContentStore } = {},
) {
  const database = shared ?? (await startTestDatabase())
  const dir = await mkdtemp(path.join(tmpdir(), 'daedal-market-'))
  const content = given ?? (await openEmbeddedContent(dir))
  const { db } = database
  const { client, deployment } = chain
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
  const problems: string[] = []
  const hear = (_: object, message: string) => void problems.push(message)
  const index = composeIndex({
    db,
    databaseUrl: database.url,
    client,
    content,
    deployment,
    local: true,
    decode: market.decode,
    orders: market,
    wordingOf: () => '',
    log: { info: () => undefined, warn: () => undefined, error: hear },
  })
  const tokens = composeTokens({
    db,
    databaseUrl: database.url,
    deployment,
    orders: market.read,
    escrow: market.escrow,
    volumes: market.volumes,
    index: index.indexer,
    log: { warn: () => undefined },
  })
  const app = fastify({ forceCloseConnections: true, routerOptions: { maxParamLength: 512, querystringParser: readQuery } })
  await app.register(errorsPlugin)
  await app.register(validationPlugin)
  await app.register(orderRoutes(market.routes))
  if (market.auctions) await app.register(auctionRoutes(market.auctions))
  if (market.rentals) await app.register(rentalRoutes(market.rentals))
  if (market.drops) await app.register(dropRoutes(market.drops))
  await app.register(tokenRoutes(tokens.tokens))
  await app.register(worldRoutes(tokens.worlds))
  await app.register(currencyRoutes(tokens.currencies))
  index.start()
  const api = createClient({ baseUrl: await app.listen({ port: 0, host: '127.0.0.1' }) })

  const sign = (by: number, given: ToSign, chainId = deployment.chainId, at = deployment.market): Promise<Hex> =>
    person(by).signTypedData(formTypedData(chainId, at, formFromJson('order' in given ? given : { order: given })) as never)
  const prepare = ({ by, tokenId, price, ...rest }: Ask) =>
    api.prepareOrder({
      maker: person(by).address,
      ...(rest.form === 'bundle' ? {} : { collection: deployment.assetCollection }),
      ...(tokenId === undefined ? {} : { tokenId: tokenId.toString() }),
      price: price.toString(),
      ...rest,
    })
  /** Sends the transactions among steps; answers the last block. */
  const walk = async (by: number, steps: readonly Step[]): Promise<number> => {
    let block = 0
    for (const step of steps) if ('transaction' in step) ({ block } = await chain.send(person(by).address, step.transaction satisfies Sent))
    return block
  }
  return {
    db,
    database,
    content,
    index: index.indexer,
    api,
    problems,
    sign,
    prepare,
    walk,
    /** Prepares an order, does its steps and publishes it. */
    async make(ask: Ask): Promise<OrderView> {
      const prepared = await prepare(ask)
      await walk(ask.by, prepared.steps)
      return api.publishOrder(publishBody(prepared, await sign(ask.by, prepared), ask.tokenIds))
    },
    /** Fills an order as the service says; answers the block. */
    async fill(by: number, hash: Hex, wish: Omit<FulfillOrder, 'hash' | 'filler'> = {}): Promise<number> {
      const answer = await api.fulfillOrder({ hash, filler: person(by).address, ...wish })
      if (!answer.fulfillable) throw new Error(`not fulfillable: ${answer.reason} ${answer.detail}`)
      return walk(by, answer.steps)
    },
    events: async () => (await readEvents(db, { limit: 1_000 }, 0)).data,
    /** Stops the service and leaves the database, as the end of a process does. */
    async halt() {
      await app.close()
      await index.stop()
      if (!given) await content.close()
      await rm(dir, { recursive: true, force: true })
    },
    async stop() {
      await this.halt()
      await database.stop()
    },
  }
}
export type MarketServer = Awaited<ReturnType<typeof startMarketServer>>
