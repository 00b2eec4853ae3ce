import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import path from 'node:path'
import fastifyStatic from '@fastify/static'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import fastifyPlugin from 'fastify-plugin'
import { AppError } from '../errors.ts'
import { sendProblem } from './errors.ts'

/** Addresses that are never a page. */
const RESERVED = /^\/(v1|ipfs|rpc|docs|metrics|health|ready|openapi\.json|static)(\/|$|\.)/

/** The built pages: files with a hash in their name for ever, the rest checked each time, and index.html for every page's address. */
export const pagesPlugin = fastifyPlugin(async (app: FastifyInstance, { dir }: { dir: string }) => {
  const root = path.resolve(dir)
  const index = path.join(root, 'index.html')
  const built = existsSync(index)
  const sendPage = async (reply: FastifyReply) =>
    reply
      .type('text/html; charset=utf-8')
      .header('cache-control', 'no-cache')
      .send(await readFile(index))
  if (built) {
    app.get('/', { schema: { hide: true } }, (_request, reply) => sendPage(reply))
    await app.register(fastifyStatic, {
      root,
      index: false,
      dotfiles: 'ignore',
      preCompressed: true,
      wildcard: true,
      cacheControl: false,
      setHeaders: (reply, file) => {
        const hashed = file.startsWith(path.join(root, 'static') + path.sep)
        reply.header('cache-control', hashed ? 'public, max-age=31536000, immutable' : 'no-cache')
      },
    })
  } else app.log.warn(`there are no built pages in ${root}`)

  app.setNotFoundHandler(async (request, reply) => {
    if (built && wantsPage(request)) return sendPage(reply)
    const where = `${request.method} ${(request.url.split('?')[0] ?? '/').slice(0, 200)}`
    return sendProblem(request, reply, new AppError('ROUTE_UNKNOWN', `There is nothing at ${where}.`))
  })
})

const wantsPage = (request: FastifyRequest): boolean =>
  (request.method === 'GET' || request.method === 'HEAD') && !RESERVED.test(request.url) && /text\/html/.test(request.headers.accept ?? '')
