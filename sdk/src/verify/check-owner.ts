import { type Finding, fail, notAssessed, pass } from './check.ts'
import type { Evidence } from './evidence.ts'
import { atBlock } from './read-chain.ts'

/** Who owns the token now. */
export function checkOwner({ chain }: Evidence): Finding {
  if (chain.state === 'refuted') return fail(chain.why)
  if (chain.facts === null) return notAssessed(chain.why)
  const { facts } = chain
  return facts.owner === null ? fail(`nobody ${atBlock(facts)}: the token was burned`) : pass(`${facts.owner} ${atBlock(facts)}`)
}
