import { BaseError, HttpRequestError, RpcRequestError, SocketClosedError, TimeoutError, WebSocketRequestError } from 'viem'
import { AppError } from '../../errors.ts'

/** Whether no node answered, as opposed to a node that answered with an error. */
export function isUnreachable(error: unknown): boolean {
  if (!(error instanceof BaseError)) return error instanceof TypeError && error.message === 'fetch failed'
  const found = error.walk(
    (cause) =>
      cause instanceof HttpRequestError ||
      cause instanceof TimeoutError ||
      cause instanceof SocketClosedError ||
      cause instanceof WebSocketRequestError,
  )
  return found !== null && !error.walk((cause) => cause instanceof RpcRequestError)
}

/** CHAIN_UNAVAILABLE for what a node did not answer or refused; other errors stay as they are. */
export function asChainError(error: unknown): unknown {
  if (error instanceof AppError) return error
  if (isUnreachable(error)) return new AppError('CHAIN_UNAVAILABLE', undefined, { cause: error })
  if (error instanceof BaseError)
    return new AppError('CHAIN_UNAVAILABLE', `The chain node answered: ${error.shortMessage}`, { cause: error })
  return error
}
