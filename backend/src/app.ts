import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox'
import fastify, { type FastifyBaseLogger, type FastifyInstance } from 'fastify'
import type { OpenDatabase } from './adapters/database/database.ts'
import type { Config } from './config.ts'
import { errorsPlugin } from './plugins/errors.ts'
import { validationPlugin } from './plugins/validation.ts'
import type { ContentStore } from './provenance/ports.ts'

/** Everything the routes need. Built by server.ts; tests pass their own. */
export type AppDeps = {
  config: Config
  database: OpenDatabase
  content: ContentStore
  logger?: FastifyBaseLogger
}

/** Body sizes above this are refused with REQUEST_TOO_LARGE; a route may set its own `bodyLimit`. */
export const BODY_LIMIT = 256 * 1024

/** Wires plugins and routes, in one explicit list. Nothing is started and no port is opened. */
export async function buildApp(deps: AppDeps): Promise<FastifyInstance> {
  const app = fastify({
    ...(deps.logger ? { loggerInstance: deps.logger } : { logger: false }),
    bodyLimit: BODY_LIMIT,
    trustProxy: deps.config.TRUST_PROXY,
    routerOptions: { maxParamLength: 512 },
  }).withTypeProvider<TypeBoxTypeProvider>()

  await app.register(errorsPlugin)
  await app.register(validationPlugin)

  return app as unknown as FastifyInstance
}
