import type { IndexStatus } from '@daedal/protocol/accounts/api'
import type { FastifyInstance } from 'fastify'
import fastifyPlugin from 'fastify-plugin'

/** Every answer under /v1 says from which block it comes and how far that is behind, in milliseconds. */
export const indexHeadersPlugin = fastifyPlugin(async (app: FastifyInstance, { status }: { status(): IndexStatus }) => {
  app.addHook('onSend', async (request, reply) => {
    if (!request.url.startsWith('/v1/')) return
    const { indexedBlock, lagMs } = status()
    reply.header('x-index-block', String(indexedBlock)).header('x-index-lag-ms', String(lagMs))
  })
})
