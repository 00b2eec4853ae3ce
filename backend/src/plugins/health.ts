import type { FastifyInstance } from 'fastify'
import fastifyPlugin from 'fastify-plugin'
import Type from 'typebox'

/** Parts that must work for requests to be answered; each check rejects with the reason. */
export type HealthOptions = { checks: Record<string, () => Promise<void>> }

const CHECK_TIMEOUT_MS = 2_000
const KEPT_MS = 500

const Readiness = Type.Object({
  ready: Type.Boolean(),
  parts: Type.Record(Type.String(), Type.Object({ ok: Type.Boolean(), reason: Type.Union([Type.String(), Type.Null()]) })),
})
type Readiness = Type.Static<typeof Readiness>

/** `GET /health`: the process answers. `GET /ready`: database, chain and content answer too; 503 names the part that does not. */
export const healthPlugin = fastifyPlugin(async (app: FastifyInstance, { checks }: HealthOptions) => {
  let kept: { at: number; result: Promise<Readiness> } | undefined
  const examine = async (): Promise<Readiness> => {
    const parts = await Promise.all(
      Object.entries(checks).map(async ([name, check]) => {
        const reason = await withinTime(check()).then(
          () => null,
          (error: Error & { code?: string }) => error.code ?? error.message,
        )
        return [name, { ok: reason === null, reason }] as const
      }),
    )
    return { ready: parts.every(([, { ok }]) => ok), parts: Object.fromEntries(parts) }
  }
  const tags = ['service']
  app.get(
    '/health',
    {
      schema: { tags, summary: 'Whether the process answers', response: { 200: Type.Object({ live: Type.Boolean() }) } },
      config: { rateLimit: false },
    },
    async () => ({ live: true }),
  )
  app.get(
    '/ready',
    {
      schema: { tags, summary: 'Whether database, chain and content answer', response: { 200: Readiness, 503: Readiness } },
      config: { rateLimit: false },
    },
    async (_request, reply) => {
      if (!kept || performance.now() - kept.at > KEPT_MS) kept = { at: performance.now(), result: examine() }
      const result = await kept.result
      if (!result.ready) reply.header('retry-after', '2')
      return reply
        .code(result.ready ? 200 : 503)
        .header('cache-control', 'no-store')
        .send(result)
    },
  )
})

async function withinTime(work: Promise<void>): Promise<void> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`no answer within ${CHECK_TIMEOUT_MS} ms`)), CHECK_TIMEOUT_MS)
  })
  await Promise.race([work, late]).finally(() => clearTimeout(timer))
}
