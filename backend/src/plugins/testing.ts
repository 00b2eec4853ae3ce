import { tmpdir } from 'node:os'
import path from 'node:path'
import type { IndexStatus } from '@daedal/protocol/accounts/api'
import type { FastifyInstance } from 'fastify'
import { Registry } from 'prom-client'
import type { AccountDeps } from '../accounts/routes.ts'
import { createAccountStore } from '../accounts/store.ts'
import { openEmbeddedContent } from '../adapters/content/embedded.ts'
import type { OpenDatabase } from '../adapters/database/database.ts'
import { type AppDeps, buildApp } from '../app.ts'

/** Parts that a test does not use; using one fails. */
const absent = <T extends object>(part: string, present: Partial<T> = {}): T =>
  new Proxy(present as T, {
    get: (known, key) =>
      Reflect.get(known, key) ??
      (() => {
        throw new Error(`this test has no ${part}`)
      }),
  })

const noIndex = (): IndexStatus => ({ indexedBlock: 0, headBlock: null, lagMs: 0, chain: 'down' })

/** The whole app over a real database and real files, for tests of what every route shares. */
export async function buildTestApp(
  database: OpenDatabase,
  dir: string,
  changes: Partial<Omit<AppDeps, 'config' | 'accounts'>> & { config?: Partial<AppDeps['config']>; accounts?: Partial<AccountDeps> } = {},
): Promise<FastifyInstance> {
  const content = await openEmbeddedContent(dir)
  return buildApp({
    publicRpcUrl: '/rpc',
    rpcUpstream: null,
    registry: new Registry(),
    gauges: [],
    checks: {
      database: async () => void (await database.pool.query('select 1')),
      content: () => content.check(),
    },
    content,
    generation: absent('generation'),
    records: absent('records'),
    personas: absent('personas'),
    orders: absent('orders'),
    auctions: absent('auctions'),
    rentals: absent('rentals'),
    drops: absent('drops'),
    tokens: absent('tokens'),
    currencies: absent('currencies'),
    worlds: absent<AppDeps['worlds']>('worlds', { status: noIndex }),
    ...changes,
    config: {
      TRUST_PROXY: false,
      RATE_LIMIT_PER_MINUTE: 100_000,
      RATE_LIMIT_WRITES_PER_MINUTE: 100_000,
      FRONTEND_DIR: path.join(tmpdir(), 'no-pages-here'),
      ...changes.config,
    },
    accounts: {
      store: createAccountStore(database.db),
      chainId: 31_337,
      publicUrl: 'http://localhost:4000',
      sessionHours: 1,
      checkMessage: async () => false,
      publicConfig: () => {
        throw new Error('this test has no chain')
      },
      indexStatus: noIndex,
      ...changes.accounts,
    },
  })
}
