/** How the command ends. 64 and 69 as in sysexits(3). */
export const EXIT = {
  /** Everything that was asked holds. */
  good: 0,
  /** A check failed: the asset is damaged or forged. */
  failed: 1,
  /** Nothing failed, but less was shown than was asked for. */
  weaker: 2,
  /** The command line was not understood. */
  usage: 64,
  /** It could not be carried out: no answer, no such file. Says nothing about the asset. */
  unavailable: 69,
} as const

/** A command line that was not understood. */
export class UsageError extends Error {
  override readonly name = 'UsageError'
}
