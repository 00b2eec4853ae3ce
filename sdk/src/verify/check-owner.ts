import { type Finding, fail, notAssessed, pass } from './check.ts'
import type { Evidence } from './evidence.ts'
import { atBlock } from './read-chain.ts'

/** Who owns the token now; of an edition, how many units of it were minted: their owners are too many to name. */
export function checkOwner({ chain }: Evidence): Finding {
  if (chain.state === 'refuted') return fail(chain.why)
  if (chain.facts === null) return notAssessed(chain.why)
  const { facts } = chain
  if (facts.units) return pass(`${facts.units.minted} of ${facts.units.most} units were minted ${atBlock(facts)}`)
  return facts.owner === null ? fail(`nobody ${atBlock(facts)}: the token was burned`) : pass(`${facts.owner} ${atBlock(facts)}`)
}
