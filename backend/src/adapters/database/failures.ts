import { AppError } from '../../errors.ts'

/** SQLSTATE classes and codes that mean the server is gone, going or full, not that the statement was wrong. */
const UNAVAILABLE = /^(08...|57P0[1-5]|53300)$/
const FULL = /^(53100|58030)$/
const SOCKET = new Set(['ECONNREFUSED', 'ECONNRESET', 'ENOTFOUND', 'EAI_AGAIN', 'ETIMEDOUT', 'EPIPE', 'EHOSTUNREACH', 'ENETUNREACH'])
const MESSAGES =
  /Connection terminated|timeout exceeded when trying to connect|Client has encountered a connection error|connection ended unexpectedly/i

/**
 * The named error behind a failed query: DATABASE_UNAVAILABLE when the server does not answer, DISK_FULL when it cannot write;
 * null when the failure is something else. Looks through causes, since drizzle wraps what `pg` throws.
 */
export function databaseFailure(error: unknown): AppError | null {
  for (let at: unknown = error, depth = 0; at instanceof Error && depth < 5; at = at.cause, depth++) {
    const code = (at as { code?: unknown }).code
    if (typeof code === 'string' && FULL.test(code)) return new AppError('DISK_FULL', undefined, { cause: error })
    const fromDriver = 'severity' in at || (at as { syscall?: string }).syscall !== undefined || MESSAGES.test(at.message)
    if ((typeof code === 'string' && fromDriver && (UNAVAILABLE.test(code) || SOCKET.has(code))) || MESSAGES.test(at.message))
      return new AppError('DATABASE_UNAVAILABLE', undefined, { cause: error, retryAfter: 2 })
    if (at instanceof AggregateError && at.errors.some((inner) => SOCKET.has((inner as { code?: string }).code ?? '')))
      return new AppError('DATABASE_UNAVAILABLE', undefined, { cause: error, retryAfter: 2 })
  }
  return null
}
