import { ofMarket } from './equivalents-of-market.ts'
import { ofRoyalties } from './equivalents-of-royalties.ts'
import type { Mutant } from './mutants.ts'

/** Mutants that no test can tell from the original, and the reason. Found by the text of the line, so that a changed line asks again. */
export type Explanation = Pick<Mutant, 'file' | 'code' | 'original'> & { readonly replacements: readonly string[]; readonly why: string }

const explanations: readonly Explanation[] = [...ofMarket, ...ofRoyalties]

/** Why a mutant cannot be killed; null when it should be. */
export const explanationOf = ({ file, code, original, replacement }: Mutant): string | null =>
  explanations.find(
    (known) => known.file === file && known.code === code && known.original === original && known.replacements.includes(replacement),
  )?.why ?? null
