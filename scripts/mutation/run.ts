import { createHash } from 'node:crypto'
import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import hre from 'hardhat'
import { type Compiled, compileBatch, planOf } from './batch.ts'
import { type Compiler, createCompiler } from './compiler.ts'
import { createJournal } from './journal.ts'
import { type Baseline, baselineOf, codeOf, judge, type Verdict } from './judge.ts'
import { createKillers } from './killers.ts'
import { type Mutant, mutantsOf, mutate } from './mutants.ts'
import { type Options, readOptions, USAGE } from './options.ts'
import { reachOf } from './reach.ts'
import { type Finding, reportOf, textOf } from './report.ts'
import { fingerprintOfTests, sourcesOf, testsOf } from './targets.ts'
import { createTestProcess } from './test-process.ts'

const root = join(import.meta.dirname, '..', '..')

/** The mutants to try, in an order that the seed decides, so that what was tried when time ran out is a fair sample. */
function chosenOf({ words, seed, sample, shard }: Options, compiler: Compiler): Mutant[] {
  const place = ({ id }: Mutant) => createHash('sha256').update(`${seed} ${id}`).digest('hex')
  return sourcesOf(root, words)
    .flatMap((file) => mutantsOf(file, compiler.textOf(file), compiler.astOf(file)))
    .map((mutant) => [place(mutant), mutant] as const)
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([, mutant]) => mutant)
    .slice(0, sample)
    .filter((_, index) => index % shard.of === shard.index)
}

async function main(options: Options): Promise<number> {
  await hre.tasks.getTask('build').run({ quiet: true })
  const compiler = createCompiler(root)
  const chosen = chosenOf(options, compiler)
  const sources = [...new Set(chosen.map(({ file }) => file))].sort()
  if (chosen.length === 0) throw new Error('No mutant: nothing in contracts/market or contracts/royalties is meant.')
  const tests = createTestProcess(root, [...new Set(sources.flatMap((file) => testsOf(root, file)))].sort())
  const journal = createJournal(join(root, '.daedal', 'mutation', 'results.jsonl'), options.fresh)
  const deadline = Date.now() + options.minutes * 60_000
  const findings: Finding[] = []
  const killers = createKillers()
  const fingerprints = new Map(
    sources.map((file) => [file, { source: compiler.fingerprintOf(file), tests: fingerprintOfTests(root, testsOf(root, file)) }]),
  )
  const untried = chosen.filter((mutant) => {
    const { source, tests: ofTests } = fingerprints.get(mutant.file) as { source: string; tests: string }
    const result = journal.find(mutant.id, source, ofTests)
    if (!result) return true
    findings.push({ mutant, result })
    killers.add(mutant, result.by)
    return false
  })
  process.stdout.write(`${chosen.length} mutants of ${sources.length} files, ${findings.length} known\n`)

  const late = () => Date.now() > deadline
  const plain = new Map<string, string>()
  /** What the source compiles to on its own, without a change. */
  const plainOf = (file: string): string => {
    const known = plain.get(file) ?? codeOf(compiler.compile(file))
    plain.set(file, known)
    return known
  }
  let tried = 0
  function note(mutant: Mutant, verdict: Verdict, started: number): void {
    const { source, tests: ofTests } = fingerprints.get(mutant.file) as { source: string; tests: string }
    const milliseconds = Math.round(performance.now() - started)
    const result = { id: mutant.id, source, tests: ofTests, ...verdict, milliseconds }
    journal.add(result)
    findings.push({ mutant, result })
    tried += 1
    const told = verdict.status === 'survived' || verdict.status === 'stuck'
    const what = `${verdict.status}: ${mutant.file}:${mutant.line} ${mutant.original.replaceAll(/\s+/g, ' ')} → ${mutant.replacement}`
    if (told || tried % 25 === 0) process.stdout.write(`${tried}/${untried.length} ${told ? what : ''}\n`)
  }

  async function tryTogether({ units, artifactsOf }: Compiled, name: string): Promise<void> {
    if (units.length === 0 || late()) return
    const baseline = await baselineOf(root, name, artifactsOf(null), [...new Set(units.map(({ file }) => file))], tests)
    for (const mutant of units.flatMap(({ mutants }) => mutants)) {
      if (late()) return
      const started = performance.now()
      const verdict = await judge(root, mutant, artifactsOf(mutant), baseline, tests, killers, reach)
      // In a common text one cannot see that a change makes no difference to the code.
      const same = verdict.status === 'survived' && codeOf(compiler.compile(mutant.file, mutate(compiler.textOf(mutant.file), mutant))) === plainOf(mutant.file)
      note(mutant, same ? { status: 'same', by: null } : verdict, started)
    }
  }

  async function tryAlone(mutants: readonly Mutant[]): Promise<void> {
    const baselines = new Map<string, Baseline>()
    for (const mutant of mutants) {
      if (late()) return
      const { file } = mutant
      const started = performance.now()
      const compiled = compiler.compile(file, mutate(compiler.textOf(file), mutant))
      if (compiled.error) note(mutant, { status: 'invalid', by: null }, started)
      else if (codeOf(compiled) === plainOf(file)) note(mutant, { status: 'same', by: null }, started)
      else {
        const baseline = baselines.get(file) ?? (await baselineOf(root, file, compiler.compile(file).artifacts, [file], tests))
        baselines.set(file, baseline)
        note(mutant, await judge(root, mutant, compiled.artifacts, baseline, tests, killers, reach), started)
      }
    }
  }

  const reach = untried.length > 0 ? await reachOf(root, compiler, [...new Set(untried.map(({ file }) => file))]) : () => null
  const { batches, alone } = planOf(untried, compiler)
  const left: Mutant[] = []
  for (const [index, batch] of batches.entries()) {
    if (late()) break
    for (const compiled of compileBatch(batch, compiler)) {
      await tryTogether(compiled, `batch ${index + 1} of ${batches.length}`)
      left.push(...compiled.left.flatMap(({ mutants }) => mutants))
    }
  }
  await tryAlone([...alone, ...left].toSorted((a, b) => (a.file < b.file ? -1 : 1)))
  tests.stop()
  const report = reportOf(findings, chosen.length)
  process.stdout.write(`\n${textOf(report)}\n`)
  const json = options.json ?? join(root, '.daedal', 'mutation', 'report.json')
  mkdirSync(dirname(json), { recursive: true })
  writeFileSync(json, `${JSON.stringify(report, null, 2)}\n`)
  return report.score < options.least ? 1 : 0
}

try {
  if (process.argv.includes('--help')) process.stdout.write(`${USAGE}\n`)
  process.exit(process.argv.includes('--help') ? 0 : await main(readOptions(process.argv.slice(2))))
} catch (cause) {
  process.stderr.write(`${(cause as Error).stack}\n`)
  process.exit(2)
}
