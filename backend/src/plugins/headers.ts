import cors from '@fastify/cors'
import helmet from '@fastify/helmet'
import type { FastifyInstance } from 'fastify'
import fastifyPlugin from 'fastify-plugin'

export type HeaderOptions = {
  /** Address people open. */
  publicUrl: string
  /** JSON-RPC address that pages use; a path when it is ours. */
  publicRpcUrl: string
}

/** Security headers of pages and answers, and CORS without cookies. The pages load nothing from elsewhere and run no inline script. */
export const headersPlugin = fastifyPlugin(async (app: FastifyInstance, { publicUrl, publicRpcUrl }: HeaderOptions) => {
  const secure = publicUrl.startsWith('https:')
  const rpcOrigin = publicRpcUrl.startsWith('http') ? [new URL(publicRpcUrl).origin] : []
  await app.register(helmet, {
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'none'"],
        scriptSrc: ["'self'"],
        styleSrc: ["'self'"],
        // React sets styles as attributes of elements; they cannot load anything.
        styleSrcAttr: ["'unsafe-inline'"],
        imgSrc: ["'self'", 'data:', 'blob:'],
        mediaSrc: ["'self'", 'blob:'],
        fontSrc: ["'self'"],
        // Textures inside a model's file are read as blobs of this page.
        connectSrc: ["'self'", 'blob:', ...rpcOrigin],
        workerSrc: ["'self'", 'blob:'],
        manifestSrc: ["'self'"],
        baseUri: ["'none'"],
        formAction: ["'self'"],
        frameAncestors: ["'none'"],
        objectSrc: ["'none'"],
      },
    },
    strictTransportSecurity: secure ? { maxAge: 31_536_000 } : false,
    crossOriginResourcePolicy: { policy: 'same-origin' },
    referrerPolicy: { policy: 'same-origin' },
  })
  await app.register(cors, {
    origin: '*',
    // Cookies never travel from other sites, so a POST from there is nobody's: reading in batches, publishing what was signed.
    methods: ['GET', 'HEAD', 'POST'],
    allowedHeaders: ['content-type', 'accept', 'if-none-match', 'range', 'idempotency-key'],
    credentials: false,
    exposedHeaders: ['x-index-block', 'x-index-lag-ms', 'retry-after', 'ratelimit-limit', 'ratelimit-remaining', 'ratelimit-reset'],
    maxAge: 86_400,
  })
  // What other sites may read with CORS they may also embed.
  app.addHook('onSend', async (request, reply) => {
    if (request.url.startsWith('/v1/')) reply.header('cross-origin-resource-policy', 'cross-origin')
  })
})
