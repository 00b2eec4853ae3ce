import type { FastifyInstance } from 'fastify'
import fastifyPlugin from 'fastify-plugin'
import { Counter, Gauge, Histogram, type Registry } from 'prom-client'

export type MetricsOptions = {
  registry: Registry
  /** Values that are read when the metrics are, by name and sentence. */
  gauges: { name: string; help: string; read: () => number | Promise<number> }[]
}

const DURATIONS = [0.005, 0.01, 0.025, 0.05, 0.1, 0.2, 0.5, 1, 2.5, 5, 10]

/** Measures requests by route and status; `GET /metrics` in the Prometheus text format. */
export const metricsPlugin = fastifyPlugin(async (app: FastifyInstance, { registry, gauges }: MetricsOptions) => {
  const duration = new Histogram({
    name: 'daedal_http_request_duration_seconds',
    help: 'Time to answer a request',
    labelNames: ['method', 'route', 'status'],
    buckets: DURATIONS,
    registers: [registry],
  })
  const failures = new Counter({
    name: 'daedal_http_errors_total',
    help: 'Answers with a status of 500 and above',
    labelNames: ['route'],
    registers: [registry],
  })
  for (const { name, help, read } of gauges)
    new Gauge({
      name,
      help,
      registers: [registry],
      async collect() {
        this.set(await read())
      },
    })
  app.addHook('onResponse', async (request, reply) => {
    const route = request.routeOptions.url ?? 'unknown'
    duration.observe({ method: request.method, route, status: String(reply.statusCode) }, reply.elapsedTime / 1000)
    if (reply.statusCode >= 500) failures.inc({ route })
  })
  app.get('/metrics', { schema: { hide: true }, config: { rateLimit: false } }, async (_request, reply) =>
    reply.type(registry.contentType).send(await registry.metrics()),
  )
})
