import fastifyCompress from '@fastify/compress'
import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox'
import fastify, { type FastifyBaseLogger, type FastifyInstance, LogController } from 'fastify'
import type { Registry } from 'prom-client'
import { type AccountDeps, accountRoutes } from './accounts/routes.ts'
import { sessionPlugin } from './accounts/session-plugin.ts'
import type { Config } from './config.ts'
import { type PersonaDeps, personaRoutes } from './generation/persona-routes.ts'
import { type GenerationDeps, generationRoutes } from './generation/routes.ts'
import { type AuctionDeps, auctionRoutes } from './market/auction-routes.ts'
import { type DropDeps, dropRoutes } from './market/drop-routes.ts'
import { type RentalDeps, rentalRoutes } from './market/rental-routes.ts'
import { type OrderDeps, orderRoutes } from './market/routes.ts'
import { errorsPlugin, refuseAddress, refuseConnection } from './plugins/errors.ts'
import { headersPlugin } from './plugins/headers.ts'
import { healthPlugin } from './plugins/health.ts'
import { indexHeadersPlugin } from './plugins/index-headers.ts'
import { limitsPlugin } from './plugins/limits.ts'
import { type MetricsOptions, metricsPlugin } from './plugins/metrics.ts'
import { openapiPlugin } from './plugins/openapi.ts'
import { pagesPlugin } from './plugins/pages.ts'
import { readQuery } from './plugins/read-query.ts'
import { rpcProxyRoutes } from './plugins/rpc-proxy.ts'
import { validationPlugin } from './plugins/validation.ts'
import { gatewayRoutes } from './provenance/gateway.ts'
import type { ContentStore } from './provenance/ports.ts'
import { type RecordDeps, recordRoutes } from './provenance/routes.ts'
import { type TokenDeps, tokenRoutes } from './tokens/routes.ts'
import { type CurrencyDeps, currencyRoutes } from './worlds/currency-routes.ts'
import { type WorldDeps, worldRoutes } from './worlds/routes.ts'

/** Everything the routes need. Made by services.ts; tests make their own. */
export type AppDeps = {
  config: Pick<Config, 'TRUST_PROXY' | 'RATE_LIMIT_PER_MINUTE' | 'RATE_LIMIT_WRITES_PER_MINUTE' | 'FRONTEND_DIR'>
  logger?: FastifyBaseLogger
  /** JSON-RPC address for pages, and the local chain behind `/rpc`; null where pages use a node of their own. */
  publicRpcUrl: string
  rpcUpstream: string | null
  registry: Registry
  gauges: MetricsOptions['gauges']
  checks: Record<string, () => Promise<void>>
  content: ContentStore
  accounts: AccountDeps
  generation: GenerationDeps
  records: RecordDeps
  personas: PersonaDeps
  orders: OrderDeps
  /** Null where the deployment has no auction house. */
  auctions: AuctionDeps | null
  /** Null where the deployment has no contract of rentals. */
  rentals: RentalDeps | null
  /** Null where the deployment has no contract of drops. */
  drops: DropDeps | null
  tokens: TokenDeps
  worlds: WorldDeps
  currencies: CurrencyDeps
}

/** Bodies above this are refused with REQUEST_TOO_LARGE; a route may set its own `bodyLimit`. */
export const BODY_LIMIT = 256 * 1024

/** Reads of content an address may make for one of the API: a page of pictures asks for many. */
const CONTENT_READS = 5

/** Wires plugins and routes, in one explicit list. Nothing is started and no port is opened. */
export async function buildApp(deps: AppDeps): Promise<FastifyInstance> {
  const { config, accounts } = deps
  const app = fastify({
    ...(deps.logger ? { loggerInstance: deps.logger } : { logger: false }),
    bodyLimit: BODY_LIMIT,
    trustProxy: config.TRUST_PROXY,
    routerOptions: { maxParamLength: 512, querystringParser: readQuery },
    requestTimeout: 30_000,
    frameworkErrors: refuseAddress,
    clientErrorHandler: refuseConnection,
    logController: new LogController({ disableRequestLogging: true }),
  }).withTypeProvider<TypeBoxTypeProvider>() as unknown as FastifyInstance

  await app.register(errorsPlugin)
  await app.register(validationPlugin)
  await app.register(headersPlugin, { publicUrl: accounts.publicUrl, publicRpcUrl: deps.publicRpcUrl })
  await app.register(limitsPlugin, { requests: config.RATE_LIMIT_PER_MINUTE, writes: config.RATE_LIMIT_WRITES_PER_MINUTE })
  await app.register(fastifyCompress, { encodings: ['br', 'gzip'], threshold: 1024, brotliOptions: { params: { 1: 4 } } })
  await app.register(indexHeadersPlugin, { status: deps.worlds.status })
  await app.register(openapiPlugin, { publicUrl: accounts.publicUrl })
  await app.register(metricsPlugin, { registry: deps.registry, gauges: deps.gauges })
  await app.register(healthPlugin, { checks: deps.checks })
  await app.register(sessionPlugin, { store: accounts.store })

  await app.register(accountRoutes(accounts))
  await app.register(generationRoutes(deps.generation))
  await app.register(recordRoutes(deps.records))
  await app.register(personaRoutes(deps.personas))
  await app.register(orderRoutes(deps.orders))
  if (deps.auctions) await app.register(auctionRoutes(deps.auctions))
  if (deps.rentals) await app.register(rentalRoutes(deps.rentals))
  if (deps.drops) await app.register(dropRoutes(deps.drops))
  await app.register(tokenRoutes(deps.tokens))
  await app.register(worldRoutes(deps.worlds))
  await app.register(currencyRoutes(deps.currencies))
  await app.register(gatewayRoutes({ content: deps.content, requestsPerMinute: config.RATE_LIMIT_PER_MINUTE * CONTENT_READS }))
  if (deps.rpcUpstream) await app.register(rpcProxyRoutes({ upstream: deps.rpcUpstream, requestsPerMinute: config.RATE_LIMIT_PER_MINUTE }))

  await app.register(pagesPlugin, { dir: config.FRONTEND_DIR })
  return app
}
