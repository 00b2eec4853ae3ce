import { cidOfRoot } from '@daedal/protocol/tokens/root'
import { type Finding, fail, notAssessed, pass, shortened } from './check.ts'
import type { Evidence } from './evidence.ts'
import { atBlock } from './read-chain.ts'

/** The one word the token keeps on chain leads to this folder. */
export function checkRoot({ chain, car, cid }: Evidence): Finding {
  const held = car.root?.toString()
  if (chain.state === 'refuted') return fail(chain.why)
  if (chain.facts === null) return notAssessed(`${chain.why}; the content is taken from the CAR's own root ${shortened(cid)}`)
  const { facts } = chain
  const named = cidOfRoot(facts.root)
  if (held !== undefined && held !== named)
    return fail(
      `${atBlock(facts)} the chain names ${named}, the CAR's root is ${held}${facts.frozen ? '' : '; the token can be revised, this may be an older revision'}`,
    )
  return pass(`${named} ${atBlock(facts)}; ${facts.frozen ? 'frozen, it cannot change' : 'its creator may still revise it'}`)
}
