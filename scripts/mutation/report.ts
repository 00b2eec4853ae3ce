import { explanationOf } from './equivalents.ts'
import type { Result, Status } from './journal.ts'
import type { Mutant } from './mutants.ts'

export type Finding = { readonly mutant: Mutant; readonly result: Result }
type Counts = Record<Status | 'explained', number>

export type Report = {
  /** Killed or stuck, of all that could be told from the original; per cent. */
  readonly score: number
  readonly mutants: number
  readonly untried: number
  readonly counts: Counts
  readonly files: readonly { readonly file: string; readonly score: number; readonly counts: Counts }[]
  readonly survivors: readonly (Pick<Mutant, 'file' | 'line' | 'kind' | 'code' | 'original' | 'replacement'> & {
    readonly why: string | null
  })[]
}

function countsOf(findings: readonly Finding[]): Counts {
  const counts: Counts = { killed: 0, stuck: 0, survived: 0, invalid: 0, same: 0, explained: 0 }
  for (const { mutant, result } of findings)
    counts[result.status === 'survived' && explanationOf(mutant) !== null ? 'explained' : result.status] += 1
  return counts
}

const scoreOf = ({ killed, stuck, survived }: Counts): number => {
  const dead = killed + stuck
  return dead + survived === 0 ? 100 : (100 * dead) / (dead + survived)
}

/** Sums up what was found. Survivors with an explanation do no harm to the score and are listed with it. */
export function reportOf(findings: readonly Finding[], planned: number): Report {
  const counts = countsOf(findings)
  const files = [...new Set(findings.map(({ mutant }) => mutant.file))].sort().map((file) => {
    const own = countsOf(findings.filter(({ mutant }) => mutant.file === file))
    return { file, score: scoreOf(own), counts: own }
  })
  const survivors = findings
    .filter(({ result }) => result.status === 'survived')
    .map(({ mutant }) => {
      const { file, line, kind, code, original, replacement } = mutant
      return { file, line, kind, code, original, replacement, why: explanationOf(mutant) }
    })
    .toSorted((a, b) => (a.file === b.file ? a.line - b.line : a.file < b.file ? -1 : 1))
  return { score: scoreOf(counts), mutants: planned, untried: planned - findings.length, counts, files, survivors }
}

const sum = (counts: Counts): string =>
  (['killed', 'stuck', 'survived', 'explained', 'same', 'invalid'] as const).map((name) => `${counts[name]} ${name}`).join(', ')

/** The report as text. */
export const textOf = ({ score, mutants, untried, counts, files, survivors }: Report): string =>
  [
    ...survivors.map(
      ({ file, line, code, original, replacement, why }) =>
        `${file}:${line}  ${original.replaceAll(/\s+/g, ' ')}  →  ${replacement}\n    ${code}${why ? `\n    explained: ${why}` : ''}`,
    ),
    '',
    ...files.map(({ file, score: own, counts: found }) => `${own.toFixed(1).padStart(5)} %  ${file}: ${sum(found)}`),
    '',
    `${score.toFixed(1)} % of ${mutants - untried} mutants (${untried} of ${mutants} not tried): ${sum(counts)}`,
  ].join('\n')
