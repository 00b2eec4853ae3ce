import rateLimit from '@fastify/rate-limit'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import fastifyPlugin from 'fastify-plugin'
import { AppError } from '../errors.ts'

export type Limits = {
  /** Requests an address may make in a minute. */
  requests: number
  /** Of those, writes. */
  writes: number
}

/** Addresses remembered at most; the oldest are forgotten first. */
const ADDRESSES = 20_000

const isWrite = (request: FastifyRequest): boolean => !['GET', 'HEAD', 'OPTIONS'].includes(request.method)

/** `RateLimit-*` on every answer of a route, and REQUEST_RATE_LIMITED with Retry-After beyond the limit. Reads and writes are counted apart. */
export const limitsPlugin = fastifyPlugin(async (app: FastifyInstance, { requests, writes }: Limits) => {
  await app.register(rateLimit, {
    global: true,
    cache: ADDRESSES,
    timeWindow: 60_000,
    enableDraftSpec: true,
    max: (request) => (isWrite(request) ? writes : requests),
    keyGenerator: (request) => `${isWrite(request) ? 'w' : 'r'} ${request.ip}`,
    errorResponseBuilder: (_request, { max, ttl }) =>
      new AppError('REQUEST_RATE_LIMITED', `${max} requests a minute are answered; try again in ${Math.ceil(ttl / 1000)} s.`, {
        retryAfter: Math.max(1, Math.ceil(ttl / 1000)),
      }),
  })
})
