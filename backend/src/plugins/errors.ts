import type { Socket } from 'node:net'
import type { ConnectionError, FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import fastifyPlugin from 'fastify-plugin'
import { databaseFailure } from '../adapters/database/failures.ts'
import { AppError, problemOf } from '../errors.ts'

const MEDIA_TYPE = 'application/problem+json; charset=utf-8'

/** Every failure leaves as `application/problem+json` with a code; what was not expected is logged and says nothing of itself. */
export const errorsPlugin = fastifyPlugin(async (app: FastifyInstance) => {
  app.setErrorHandler((thrown: FastifyError, request, reply) => {
    const error = namedError(thrown, request)
    if (error.status >= 500) request.log.error({ err: thrown, code: error.code }, error.message)
    return sendProblem(request, reply, error)
  })
})

/** Answers with an error's problem. For use where no exception can be thrown (streams, hijacked replies). */
export function sendProblem(request: FastifyRequest, reply: FastifyReply, error: AppError): FastifyReply {
  if (error.retryAfter !== undefined) reply.header('retry-after', String(error.retryAfter))
  return reply
    .code(error.status)
    .type(MEDIA_TYPE)
    .serializer(JSON.stringify)
    .send(problemOf(error, pathOf(request)))
}

/** Answers what the router refused before any route was found. */
export const refuseAddress = (thrown: FastifyError, request: FastifyRequest, reply: FastifyReply): void =>
  void sendProblem(request, reply, namedError(thrown, request))

/** Answers a connection whose request could not be read as HTTP, and closes it. */
export function refuseConnection(thrown: ConnectionError, socket: Socket): void {
  if (thrown.code === 'ECONNRESET' || !socket.writable) return void socket.destroy()
  const large = thrown.code === 'HPE_HEADER_OVERFLOW'
  const error = large
    ? new AppError('REQUEST_TOO_LARGE', 'The address and headers may have at most 16 KiB.')
    : new AppError('REQUEST_INVALID', 'This is not an HTTP request.')
  const body = JSON.stringify(problemOf(error))
  const head = [
    `HTTP/1.1 ${error.status} ${large ? 'Content Too Large' : 'Bad Request'}`,
    `content-type: ${MEDIA_TYPE}`,
    `content-length: ${Buffer.byteLength(body)}`,
    'connection: close',
  ]
  socket.end(`${head.join('\r\n')}\r\n\r\n${body}`)
}

/** The product's error behind anything that was thrown. */
export function namedError(thrown: unknown, request?: FastifyRequest): AppError {
  if (thrown instanceof AppError) return thrown
  const database = databaseFailure(thrown)
  if (database) return database
  const error = thrown as Partial<FastifyError> & { errno?: number }
  if (error.code === 'ENOSPC' || error.code === 'EDQUOT') return new AppError('DISK_FULL', undefined, { cause: thrown })
  if (error.validation) return new AppError('REQUEST_INVALID', `${sentenceOf(error as FastifyError)}.`, { cause: thrown })
  switch (error.code) {
    case 'FST_ERR_CTP_BODY_TOO_LARGE':
    case 'FST_ERR_CTP_INVALID_CONTENT_LENGTH':
      return new AppError('REQUEST_TOO_LARGE', `The body may have at most ${request?.routeOptions.bodyLimit ?? 262_144} bytes.`)
    case 'FST_ERR_CTP_INVALID_MEDIA_TYPE':
      return new AppError(
        'REQUEST_UNSUPPORTED_TYPE',
        `The content type is ${quoted(request?.headers['content-type'])}; application/json is read.`,
      )
    case 'FST_ERR_CTP_EMPTY_JSON_BODY':
      return new AppError('REQUEST_INVALID', 'The body is empty.')
  }
  if (error.code === 'FST_ERR_MAX_PARAM_LENGTH' || error.code === 'FST_ERR_BAD_URL')
    return new AppError(
      'REQUEST_INVALID',
      error.code === 'FST_ERR_BAD_URL' ? 'The address is not percent-encoded text.' : 'The address is too long.',
    )
  if (thrown instanceof SyntaxError && error.statusCode === 400)
    return new AppError('REQUEST_INVALID', `The body is not JSON: ${thrown.message}.`)
  if (error.statusCode === 400) return new AppError('REQUEST_INVALID', error.message, { cause: thrown })
  // Folders of the built pages are refused so.
  if (error.statusCode === 404 || error.statusCode === 403) return new AppError('ROUTE_UNKNOWN', undefined, { cause: thrown })
  if (error.statusCode === 429) return new AppError('REQUEST_RATE_LIMITED', undefined, { cause: thrown })
  return new AppError('SERVER_FAILED', undefined, { cause: thrown })
}

/** `body/price must match pattern "…" (got "12x")`, for the first five places that are wrong. */
function sentenceOf(error: FastifyError): string {
  const places = (error.validation ?? []).slice(0, 5).map((issue) => {
    const extra = (issue.params as { additionalProperty?: string }).additionalProperty
    const value = (issue as { data?: unknown }).data
    const got = value === undefined || typeof value === 'object' ? '' : ` (got ${quoted(value)})`
    return `${error.validationContext ?? 'request'}${issue.instancePath} ${issue.message ?? 'is wrong'}${extra ? ` (${quoted(extra)})` : got}`
  })
  return [...new Set(places)].join('; ')
}

/** A value of the request in an error's sentence: short, no control characters. */
function quoted(value: unknown): string {
  const text = String(value ?? '').replace(/\p{Cc}/gu, '�')
  return JSON.stringify(text.length > 80 ? `${text.slice(0, 80)}…` : text)
}

const pathOf = (request: FastifyRequest): string => (request.url.split('?')[0] ?? '/').slice(0, 512)
