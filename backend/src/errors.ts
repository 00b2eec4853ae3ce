import { type ErrorCode, errorCodes } from '@daedal/protocol/errors/codes'
import type { Problem } from '@daedal/protocol/errors/problem'

/** What an error may carry besides its sentence. */
export type AppErrorOptions = {
  cause?: unknown
  /** Seconds a client should wait before it tries again; sent as `Retry-After`. */
  retryAfter?: number
}

/**
 * An expected failure with a code of the product's table. `detail` is one English sentence that names the
 * offending value; without it the table's sentence is the message.
 */
export class AppError extends Error {
  readonly code: ErrorCode
  readonly status: number
  readonly detail: string | undefined
  readonly retryAfter: number | undefined

  constructor(code: ErrorCode, detail?: string, options: AppErrorOptions = {}) {
    super(detail ?? errorCodes[code].en, options.cause === undefined ? undefined : { cause: options.cause })
    this.name = 'AppError'
    this.code = code
    this.status = errorCodes[code].status
    this.detail = detail
    this.retryAfter = options.retryAfter ?? (this.status === 503 ? 2 : undefined)
  }
}

/** The RFC 9457 body of an error. */
export const problemOf = (error: AppError, instance?: string): Problem => ({
  type: 'about:blank',
  title: errorCodes[error.code].en,
  status: error.status,
  code: error.code,
  ...(error.detail === undefined ? {} : { detail: error.detail }),
  ...(instance === undefined ? {} : { instance }),
})
