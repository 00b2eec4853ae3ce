import swagger from '@fastify/swagger'
import type { FastifyInstance } from 'fastify'
import fastifyPlugin from 'fastify-plugin'
import { docsPage, docsStyle } from './docs-page.ts'
import { llmsText } from './llms-text.ts'

/** OpenAPI 3.1 from the routes' schemas at `/openapi.json`, and made of it a page at `/docs` and a summary at `/llms.txt`. */
export const openapiPlugin = fastifyPlugin(async (app: FastifyInstance, { publicUrl }: { publicUrl: string }) => {
  await app.register(swagger, {
    openapi: {
      openapi: '3.1.0',
      info: {
        title: 'Daedal',
        version: '1',
        description:
          'A marketplace for AI-generated assets. Amounts are wei and token ids decimal strings, times RFC 3339 UTC, ids CAIP-2/10/19; errors are RFC 9457 problems with a `code`; lists are paged by an opaque cursor.',
        license: { name: 'MIT', identifier: 'MIT' },
      },
      servers: [{ url: publicUrl }],
      components: {
        securitySchemes: {
          session: {
            type: 'apiKey',
            in: 'cookie',
            name: 'daedal_session',
            description: 'Set by POST /v1/session; writes also need X-CSRF-Token',
          },
        },
      },
    },
  })
  let page: string | undefined
  app.get('/openapi.json', { schema: { hide: true } }, async (_request, reply) =>
    reply.header('access-control-allow-origin', '*').header('cache-control', 'public, max-age=60').send(app.swagger()),
  )
  app.get('/docs', { schema: { hide: true } }, async (_request, reply) => {
    page ??= docsPage(app.swagger() as unknown as Parameters<typeof docsPage>[0])
    return reply.type('text/html; charset=utf-8').send(page)
  })
  app.get('/llms.txt', { schema: { hide: true } }, async (_request, reply) =>
    reply.type('text/plain; charset=utf-8').send(llmsText(app.swagger() as unknown as Parameters<typeof llmsText>[0])),
  )
  app.get('/docs.css', { schema: { hide: true } }, async (_request, reply) => reply.type('text/css; charset=utf-8').send(docsStyle))
})
