import type { Compiled } from './batch.ts'
import type { Compiler } from './compiler.ts'
import type { Journal } from './journal.ts'
import { type Baseline, baselineOf, codeOf, judge, type Verdict } from './judge.ts'
import { createKillers } from './killers.ts'
import { type Mutant, mutate } from './mutants.ts'
import type { Reach } from './reach.ts'
import type { Finding } from './report.ts'
import { fingerprintOfTests, testsOf } from './targets.ts'
import type { TestProcess } from './test-process.ts'

type Setting = {
  readonly root: string
  readonly compiler: Compiler
  readonly journal: Journal
  readonly tests: TestProcess
  /** Unix time in milliseconds after which no mutant is begun. */
  readonly deadline: number
}

/** Tries mutants and keeps what was found. */
export function createTrials({ root, compiler, journal, tests, deadline }: Setting) {
  const findings: Finding[] = []
  const killers = createKillers()
  const known = new Map<string, string>()
  const remember = (key: string, make: () => string): string => {
    const value = known.get(key) ?? make()
    known.set(key, value)
    return value
  }
  const sourceOf = (file: string) => remember(`source ${file}`, () => compiler.fingerprintOf(file))
  const testsFingerprintOf = (file: string) => remember(`tests ${file}`, () => fingerprintOfTests(root, testsOf(root, file)))
  /** What a source compiles to on its own, unchanged. */
  const plainOf = (file: string) => remember(`code ${file}`, () => codeOf(compiler.compile(file)))
  const alone = (mutant: Mutant) => compiler.compile(mutant.file, mutate(compiler.textOf(mutant.file), mutant))
  let tried = 0

  function note(mutant: Mutant, verdict: Verdict, started: number): void {
    const { id, file, line, original, replacement } = mutant
    const milliseconds = Math.round(performance.now() - started)
    const result = { id, source: sourceOf(file), tests: testsFingerprintOf(file), ...verdict, milliseconds }
    journal.add(result)
    findings.push({ mutant, result })
    tried += 1
    if (verdict.status === 'survived' || verdict.status === 'stuck')
      process.stdout.write(`${tried} ${verdict.status}: ${file}:${line} ${original.replaceAll(/\s+/g, ' ')} → ${replacement}\n`)
    else if (tried % 25 === 0) process.stdout.write(`${tried}\n`)
  }

  return {
    findings,
    late: () => Date.now() > deadline,

    /** Takes over what an earlier run found; false when there is nothing that still holds. */
    recall(mutant: Mutant): boolean {
      const result = journal.find(mutant.id, sourceOf(mutant.file), testsFingerprintOf(mutant.file))
      if (!result) return false
      findings.push({ mutant, result })
      killers.add(mutant, result.by)
      return true
    },

    /** Tries mutants that were compiled together. */
    async together({ units, artifactsOf }: Compiled, name: string, reach: Reach): Promise<void> {
      if (units.length === 0) return
      const baseline = await baselineOf(root, name, artifactsOf(null), [...new Set(units.map(({ file }) => file))], tests)
      for (const mutant of units.flatMap(({ mutants }) => mutants)) {
        if (this.late()) return
        const started = performance.now()
        note(mutant, await judge(root, mutant, artifactsOf(mutant), baseline, tests, killers, reach), started)
      }
    },

    /** Tries mutants, each compiled on its own. */
    async separately(mutants: readonly Mutant[], reach: Reach): Promise<void> {
      const baselines = new Map<string, Baseline>()
      for (const mutant of mutants) {
        if (this.late()) return
        const { file } = mutant
        const started = performance.now()
        const compiled = alone(mutant)
        if (compiled.error) note(mutant, { status: 'invalid', by: null }, started)
        else if (codeOf(compiled) === plainOf(file)) note(mutant, { status: 'same', by: null }, started)
        else {
          const baseline = baselines.get(file) ?? (await baselineOf(root, file, compiler.compile(file).artifacts, [file], tests))
          baselines.set(file, baseline)
          note(mutant, await judge(root, mutant, compiled.artifacts, baseline, tests, killers, reach), started)
        }
      }
    },
  }
}
