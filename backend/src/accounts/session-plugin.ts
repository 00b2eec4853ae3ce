import { timingSafeEqual } from 'node:crypto'
import cookie from '@fastify/cookie'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import fastifyPlugin from 'fastify-plugin'
import { AppError } from '../errors.ts'
import type { OpenSession } from './ports.ts'
import type { AccountStore } from './store.ts'

declare module 'fastify' {
  interface FastifyRequest {
    /** Who is signed in, by the cookie; null for everybody else. Writes with a session carried its token, or were refused. */
    session: OpenSession | null
  }
}

const COOKIE = 'daedal_session'

/** Reads the session of each request under /v1, and refuses writes that use the cookie without its token (CSRF). */
export const sessionPlugin = fastifyPlugin(async (app: FastifyInstance, { store }: { store: AccountStore }) => {
  await app.register(cookie)
  app.decorateRequest('session', null)
  app.addHook('preHandler', async (request) => {
    const secret = secretOf(request)
    if (secret === null || !request.url.startsWith('/v1/')) return
    request.session = await store.find(secret)
    const write = !['GET', 'HEAD', 'OPTIONS'].includes(request.method)
    const exempt = request.routeOptions.config.withoutSessionToken === true
    if (request.session && write && !exempt && !sameText(request.headers['x-csrf-token'], request.session.csrf))
      throw new AppError('ACCOUNTS_CSRF_INVALID', 'A signed-in write needs the header X-CSRF-Token with the value of GET /v1/session.')
  })
})

declare module 'fastify' {
  interface FastifyContextConfig {
    /** Signing in replaces a session; it cannot know the old one's token. */
    withoutSessionToken?: boolean
  }
}

/** The secret of a request's cookie, or null. */
export function secretOf(request: FastifyRequest): string | null {
  const value = request.cookies[COOKIE]
  return value !== undefined && /^[A-Za-z0-9_-]{43}$/.test(value) ? value : null
}

/** Gives the cookie to the browser: not for scripts, not for other sites, over TLS when the site has it. */
export const setSessionCookie = (reply: FastifyReply, secret: string, expires: Date, secure: boolean): FastifyReply =>
  reply.setCookie(COOKIE, secret, { httpOnly: true, sameSite: 'strict', path: '/', secure, expires })

export const clearSessionCookie = (reply: FastifyReply): FastifyReply => reply.clearCookie(COOKIE, { path: '/' })

function sameText(given: string | string[] | undefined, expected: string): boolean {
  if (typeof given !== 'string' || given.length !== expected.length) return false
  return timingSafeEqual(Buffer.from(given), Buffer.from(expected))
}
