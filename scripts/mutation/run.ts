import { createHash } from 'node:crypto'
import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import hre from 'hardhat'
import { type Compilation, type Compiler, createCompiler } from './compiler.ts'
import { createJournal, type Result } from './journal.ts'
import { type Mutant, mutantsOf, mutate } from './mutants.ts'
import { type Options, readOptions, USAGE } from './options.ts'
import { type Finding, reportOf, textOf } from './report.ts'
import { fingerprintOfTests, sourcesOf, testsOf } from './targets.ts'
import { createTestProcess, type TestProcess } from './test-process.ts'

const root = join(import.meta.dirname, '..', '..')

/** What the unchanged source compiles to, and how its tests do with that. */
type Baseline = { code: string; source: string; tests: string; files: string[]; without: string[]; limit: number }

const codeOf = ({ artifacts }: Compilation) => JSON.stringify(artifacts.map(({ contractName, bytecode }) => [contractName, bytecode]))

/** Runs the tests of a source against itself as it is compiled here: what fails then is left out, the rest goes fastest file first. */
async function baselineOf(file: string, compiler: Compiler, tests: TestProcess): Promise<Baseline> {
  const compilation = compiler.compile(file)
  if (compilation.error) throw new Error(compilation.error)
  const files = testsOf(root, file)
  const answer = await tests.run({ artifacts: compilation.artifacts, files, bail: false, without: [] }, 1_200_000)
  if (!answer || answer.passed === 0) throw new Error(`${file}: its tests did not run`)
  const without = answer.failures.map(({ title }) => title)
  const spent = Object.values(answer.durations).reduce((total, one) => total + one, 0)
  process.stdout.write(`${file}: ${answer.passed} tests in ${(spent / 1_000).toFixed(1)} s${without.length > 0 ? ', left out:' : ''}\n`)
  for (const { title, message } of answer.failures) process.stdout.write(`    ${title}: ${message.split('\n')[0]}\n`)
  return {
    code: codeOf(compilation),
    source: compiler.fingerprintOf(file),
    tests: fingerprintOfTests(root, files),
    files: files.toSorted((a, b) => (answer.durations[a] ?? 0) - (answer.durations[b] ?? 0)),
    without,
    limit: 20_000 + 5 * spent,
  }
}

/** The mutants to try, in an order that the seed decides, so that what was tried when time ran out is a fair sample. */
function planOf({ words, seed, sample, shard }: Options, compiler: Compiler): Mutant[] {
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
  const plan = planOf(options, compiler)
  const sources = [...new Set(plan.map(({ file }) => file))].sort()
  if (plan.length === 0) throw new Error('No mutant: nothing in contracts/market or contracts/royalties is meant.')
  const tests = createTestProcess(root, [...new Set(sources.flatMap((file) => testsOf(root, file)))].sort())
  const journal = createJournal(join(root, '.daedal', 'mutation', 'results.jsonl'), options.fresh)
  const deadline = Date.now() + options.minutes * 60_000
  const findings: Finding[] = []
  const fingerprints = new Map(
    sources.map((file) => [file, { source: compiler.fingerprintOf(file), tests: fingerprintOfTests(root, testsOf(root, file)) }]),
  )
  const untried = plan.filter((mutant) => {
    const { source, tests: ofTests } = fingerprints.get(mutant.file) as { source: string; tests: string }
    const result = journal.find(mutant.id, source, ofTests)
    if (result) findings.push({ mutant, result })
    return !result
  })
  process.stdout.write(`${plan.length} mutants of ${sources.length} files, ${plan.length - untried.length} known\n`)
  const baselines = new Map<string, Baseline>()
  for (const file of new Set(untried.map((mutant) => mutant.file))) {
    if (Date.now() > deadline) break
    baselines.set(file, await baselineOf(file, compiler, tests))
  }
  const compiled = ({ file, ...change }: Mutant) => compiler.compile(file, mutate(compiler.textOf(file), change))
  for (let index = 0, ready = untried[0] && compiled(untried[0]); index < untried.length && Date.now() < deadline; index += 1) {
    const mutant = untried[index] as Mutant
    const baseline = baselines.get(mutant.file)
    if (!baseline || !ready) break
    const started = performance.now()
    const [status, by] = await judge(ready, baseline, tests, () => {
      // While the tests run in their process, the next mutant is compiled in this one.
      const following = untried[index + 1]
      ready = following && compiled(following)
    })
    const { source, tests: ofTests } = baseline
    const result: Result = { id: mutant.id, source, tests: ofTests, status, by, milliseconds: Math.round(performance.now() - started) }
    journal.add(result)
    findings.push({ mutant, result })
    if (status === 'survived' || (index + 1) % 25 === 0)
      process.stdout.write(
        `${index + 1}/${untried.length}${status === 'survived' ? ` survived: ${mutant.file}:${mutant.line} ${mutant.original.replaceAll(/\s+/g, ' ')} → ${mutant.replacement}` : ''}\n`,
      )
  }
  tests.stop()
  const report = reportOf(findings, plan.length)
  process.stdout.write(`\n${textOf(report)}\n`)
  const json = options.json ?? join(root, '.daedal', 'mutation', 'report.json')
  mkdirSync(dirname(json), { recursive: true })
  writeFileSync(json, `${JSON.stringify(report, null, 2)}\n`)
  return report.score < options.least ? 1 : 0
}

/** Whether tests tell the mutant from the original. `meanwhile` is called once, when there is nothing to do but wait. */
async function judge(
  compilation: Compilation,
  { code, files, without, limit }: Baseline,
  tests: TestProcess,
  meanwhile: () => void,
): Promise<[Result['status'], string | null]> {
  if (compilation.error || codeOf(compilation) === code) {
    meanwhile()
    return [compilation.error ? 'invalid' : 'same', null]
  }
  const answer = tests.run({ artifacts: compilation.artifacts, files, bail: true, without }, limit)
  await new Promise((resolve) => setTimeout(resolve, 20))
  meanwhile()
  const found = await answer
  // A test that took too long says less than one that failed: on a busy machine it may be no fault of the mutant.
  if (!found || found.failures[0]?.message.startsWith('Timeout')) return ['stuck', found?.failures[0]?.title ?? null]
  return found.failures[0] ? ['killed', found.failures[0].title] : ['survived', null]
}

try {
  if (process.argv.includes('--help')) process.stdout.write(`${USAGE}\n`)
  process.exit(process.argv.includes('--help') ? 0 : await main(readOptions(process.argv.slice(2))))
} catch (cause) {
  process.stderr.write(`${(cause as Error).message}\n`)
  process.exit(2)
}
