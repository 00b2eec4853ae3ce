import type { Hex } from 'viem'
import { revertDataOf, sentenceOfError } from './revert-reason.ts'

/** Why a wallet did not do what it was asked: the person said no, it is not this account's, the call would revert, or something else. */
export type WalletFault =
  | { kind: 'rejected' }
  | { kind: 'unauthorized' }
  | { kind: 'reverts'; data: Hex }
  | { kind: 'other'; sentence: string }

const rejections = new Set<unknown>([4001, 5000, 'ACTION_REJECTED'])
const names = new Set(['ConnectorAccountNotFoundError', 'ConnectorNotConnectedError', 'UnauthorizedProviderError'])

/** Reads an error of a wallet (EIP-1193), wherever in the chain of causes its code is. */
export function walletFault(error: unknown): WalletFault {
  let at: unknown = error
  for (let depth = 0; at && typeof at === 'object' && depth < 12; depth++) {
    const { code, name, cause } = at as { code?: unknown; name?: unknown; cause?: unknown }
    if (rejections.has(code) || name === 'UserRejectedRequestError') return { kind: 'rejected' }
    if (code === 4100 || names.has(String(name))) return { kind: 'unauthorized' }
    at = cause
  }
  const data = revertDataOf(error)
  if (data !== undefined && data !== '0x') return { kind: 'reverts', data }
  const sentence = sentenceOfError(error)
  return /\b(user|person) (rejected|denied)\b/i.test(sentence) ? { kind: 'rejected' } : { kind: 'other', sentence }
}
