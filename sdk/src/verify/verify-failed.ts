/** Why a verification could not be carried out at all. A damaged or forged asset is not among them: that is a failed check. */
export const verifyFailures = [
  'TOKENS_ASSET_ID_MALFORMED',
  'NETWORK_UNREACHABLE',
  'CONTENT_NOT_FOUND',
  'CONTENT_TOO_LARGE',
  'CONTENT_UNREADABLE',
  'CHAIN_UNAVAILABLE',
  'VERIFY_CANCELLED',
] as const

/** The verification ended without an answer. */
export class VerifyFailed extends Error {
  override readonly name = 'VerifyFailed'
  readonly code: (typeof verifyFailures)[number]
  constructor(code: (typeof verifyFailures)[number], message: string, cause?: unknown) {
    super(message, cause === undefined ? undefined : { cause })
    this.code = code
  }
}

/** Throws VERIFY_CANCELLED when the signal was given. */
export function refuseCancelled(signal: AbortSignal | undefined): void {
  if (signal?.aborted) throw new VerifyFailed('VERIFY_CANCELLED', 'The verification was cancelled.', signal.reason)
}
