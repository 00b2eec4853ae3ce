import type { Artifact, Compilation } from './compiler.ts'
import type { Result } from './journal.ts'
import type { Killers } from './killers.ts'
import type { Mutant } from './mutants.ts'
import type { Reach } from './reach.ts'
import { testsOf } from './targets.ts'
import type { TestProcess } from './test-process.ts'

export type Verdict = { readonly status: Result['status']; readonly by: string | null }

/** How tests do with code in which nothing is changed. */
export type Baseline = {
  /** The test files, the fastest first. */
  readonly files: readonly string[]
  /** Tests that fail already, because of how the code is compiled here. */
  readonly without: readonly string[]
  /** Milliseconds after which a run counts as stuck. */
  readonly limit: number
}

const LONGEST_BASELINE = 1_200_000
export const codeOf = ({ artifacts }: Pick<Compilation, 'artifacts'>) =>
  JSON.stringify(artifacts.map(({ contractName, bytecode }) => [contractName, bytecode]))

/** Runs the tests of some sources against unchanged code. What fails is named, and left out afterwards. */
export async function baselineOf(
  root: string,
  name: string,
  artifacts: readonly Artifact[],
  sources: readonly string[],
  tests: TestProcess,
): Promise<Baseline> {
  const files = [...new Set(sources.flatMap((source) => testsOf(root, source)))].sort()
  const answer = await tests.run({ artifacts, files, bail: false, without: [] }, LONGEST_BASELINE)
  if (!answer || answer.passed === 0) throw new Error(`${name}: the tests did not run`)
  const without = answer.failures.map(({ title }) => title)
  const spent = Object.values(answer.durations).reduce((total, one) => total + one, 0)
  process.stdout.write(`${name}: ${answer.passed} tests in ${(spent / 1_000).toFixed(1)} s${without.length > 0 ? ', left out:' : ''}\n`)
  for (const { title, message } of answer.failures) process.stdout.write(`    ${title}: ${message.split('\n')[0]}\n`)
  return {
    files: files.toSorted((a, b) => (answer.durations[a] ?? 0) - (answer.durations[b] ?? 0)),
    without,
    limit: 20_000 + 3 * spent,
  }
}

/** Whether tests tell the changed code from the original. */
export async function judge(
  root: string,
  mutant: Mutant,
  artifacts: readonly Artifact[],
  { files, without, limit }: Baseline,
  tests: TestProcess,
  killers: Killers,
  reach: Reach,
): Promise<Verdict> {
  const own = testsOf(root, mutant.file)
  const all = { artifacts, files: files.filter((file) => own.includes(file)), bail: true, without }
  const able = reach(mutant)
  if (able?.size === 0) return { status: 'survived', by: null }
  const likely = new Set(killers.of(mutant).filter((title) => able?.has(title) ?? true))
  const last = able ? { ...all, only: able } : all
  for (const request of likely.size > 0 ? [{ ...all, only: likely }, last] : [last]) {
    const found = await tests.run(request, limit)
    const by = found?.failures[0]?.title ?? null
    // A test that took too long says less than one that failed: on a busy machine it may be no fault of the mutant.
    if (!found || found.failures[0]?.message.startsWith('Timeout')) return { status: 'stuck', by }
    if (by !== null) {
      killers.add(mutant, by)
      return { status: 'killed', by }
    }
  }
  return { status: 'survived', by: null }
}
