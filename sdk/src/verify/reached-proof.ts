import type { ProofKind } from '@daedal/protocol/provenance/disclosure'
import type { Check, CheckId } from './check.ts'

/** Rungs of the proof ladder that a verifier can reach by itself. */
export type ReachedProof = Extract<ProofKind, 'claimed' | 'attested' | 'reproduced'>

/** What must hold before anything else counts: this content, this record, this token, this creator's signature. */
const foundation: readonly CheckId[] = ['blocks', 'core', 'token', 'binding', 'signature', 'asset']

/**
 * The rung that the checks reach. `claimed`: the maker's own signed record holds. `reproduced`: this machine drew the same
 * pixels. Nothing on record attests by a third party yet, so `attested` is only reached through `reproduced`.
 */
export function reachedProof(checks: readonly Check[]): ReachedProof | null {
  const stateOf = (id: CheckId) => checks.find((check) => check.id === id)?.state
  const failed = checks.some(({ state }) => state === 'fail')
  const holds = (id: CheckId) => stateOf(id) === 'pass' || (id === 'core' && stateOf(id) === 'weak')
  if (failed || !foundation.every(holds)) return null
  return stateOf('regeneration') === 'pass' && stateOf('pixels') === 'pass' ? 'reproduced' : 'claimed'
}
