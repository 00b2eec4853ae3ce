import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Deployment } from '@daedal/protocol/chains/deployment'
import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox'
import fastify from 'fastify'
import { createPublicClient, custom, type PublicClient } from 'viem'
import { openContent } from '../adapters/content/content.ts'
import { startTestDatabase, type TestDatabase } from '../adapters/database/testing.ts'
import { composeGeneration } from '../compose-generation.ts'
import { readConfig } from '../config.ts'
import { personaRoutes } from '../generation/persona-routes.ts'
import type { Draughtsman, Planner } from '../generation/ports.ts'
import { generationRoutes } from '../generation/routes.ts'
import { errorsPlugin } from '../plugins/errors.ts'
import { validationPlugin } from '../plugins/validation.ts'
import type { ContentStore } from '../provenance/ports.ts'
import { recordRoutes } from '../provenance/routes.ts'

/** Addresses no contract of these tests needs to stand at. */
export const testDeployment = {
  chainId: 31_337,
  market: '0x1000000000000000000000000000000000000001',
  assetCollection: '0x2000000000000000000000000000000000000002',
  wrappedEther: '0x3000000000000000000000000000000000000003',
  deploymentBlock: 0,
} as const

/** A chain on which no account has code and nothing can be estimated. */
const emptyChain = () =>
  createPublicClient({
    transport: custom({
      request: async ({ method }: { method: string }) => {
        if (method === 'eth_getCode') return '0x'
        throw new Error(`${method} is not answered here`)
      },
    }),
  }) as PublicClient

export type GenerationServer = Awaited<ReturnType<typeof startGenerationServer>>

/** The real routes of generation, records and personas on a real database and block store, listening on a free port. */
export async function startGenerationServer({
  draughtsman,
  planner,
  environment = {},
  database: shared,
  dataDir: keptDir,
  client = emptyChain(),
  deployment = testDeployment,
  content: keptContent,
}: {
  draughtsman?: Draughtsman
  planner?: Planner
  environment?: Record<string, string>
  database?: TestDatabase
  dataDir?: string
  client?: PublicClient
  deployment?: Deployment
  content?: ContentStore
} = {}) {
  const database = shared ?? (await startTestDatabase())
  const dataDir = keptDir ?? (await mkdtemp(join(tmpdir(), 'daedal-generation-')))
  const config = readConfig({
    DATABASE_URL: database.url,
    CHAIN_RPC_URL: 'http://127.0.0.1:1',
    DEPLOYMENT_FILE: 'none',
    DATA_DIR: dataDir,
    ...environment,
  })
  const content = keptContent ?? (await openContent({ dataDir, ipfsApiUrl: '' }))
  const quiet = {
    info: () => undefined,
    warn: (details: object, message: string) => {
      if (process.env.DEBUG_JOBS) console.error(message, details)
    },
  }
  const parts = await composeGeneration({
    config,
    db: database.db,
    content,
    deployment,
    client,
    log: quiet,
    ...(draughtsman && { draughtsman }),
    ...(planner && { planner }),
  })
  const app = fastify({ bodyLimit: 256 * 1024, forceCloseConnections: true }).withTypeProvider<TypeBoxTypeProvider>()
  await app.register(errorsPlugin)
  await app.register(validationPlugin)
  await app.register(generationRoutes({ ...parts.generation, requesterOf: (request) => String(request.headers['x-client'] ?? request.ip) }))
  await app.register(recordRoutes({ ...parts.records, accountOf: (request) => (request.headers['x-account'] as `0x${string}`) ?? null }))
  await app.register(personaRoutes(parts.personas))
  await parts.start()
  const url = await app.listen({ port: 0, host: '127.0.0.1' })
  return {
    app,
    url,
    content,
    database,
    dataDir,
    tidy: parts.tidy,
    /** Stops the service; the database and the files stay when the caller brought them. */
    async stop() {
      await app.close()
      await parts.stop()
      if (!keptContent) await content.close()
      if (!shared) await database.stop()
      if (!keptDir) await rm(dataDir, { recursive: true, force: true })
    },
  }
}
