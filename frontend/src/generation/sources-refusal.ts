import type { Derivation } from '@daedal/protocol/generation/origin'
import type { TextKey } from '../lib/text/en.ts'
import type { SourceView } from './use-source.ts'

type Known = Pick<SourceView, 'state' | 'why' | 'kind'>

/** Why nothing can be made of these sources now; null where something can. */
export function sourcesRefusal(how: Derivation, sources: readonly Known[]): TextKey | null {
  for (const { state, why } of sources) {
    if (state === 'refused') return why ?? 'create.from.gone'
    if (state === 'failed') return 'create.from.unknown'
  }
  if (sources.some(({ state }) => state === 'loading')) return 'create.from.loading'
  const [first, second] = sources
  return how === 'mix' && first?.kind !== second?.kind ? 'create.from.kinds' : null
}
