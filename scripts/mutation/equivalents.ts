import type { Mutant } from './mutants.ts'

type Explanation = Pick<Mutant, 'file' | 'code' | 'original' | 'replacement'> & { readonly why: string }

/** Mutants that no test can tell from the original, each with the reason. Found by the text of the line, so that a changed line asks again. */
const explanations: readonly Explanation[] = []

/** Why a mutant cannot be killed; null when it should be. */
export const explanationOf = ({ file, code, original, replacement }: Mutant): string | null =>
  explanations.find(
    (known) => known.file === file && known.code === code && known.original === original && known.replacement === replacement,
  )?.why ?? null
