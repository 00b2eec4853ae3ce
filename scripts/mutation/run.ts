import { createHash } from 'node:crypto'
import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import hre from 'hardhat'
import { compileBatch, planOf } from './batch.ts'
import { type Compiler, createCompiler } from './compiler.ts'
import { createJournal } from './journal.ts'
import { type Mutant, mutantsOf } from './mutants.ts'
import { type Options, readOptions, USAGE } from './options.ts'
import { reachOf } from './reach.ts'
import { reportOf, textOf } from './report.ts'
import { sourcesOf, testsOf } from './targets.ts'
import { createTestProcess } from './test-process.ts'
import { createTrials } from './trials.ts'

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
  const trials = createTrials({ root, compiler, journal, tests, deadline: Date.now() + options.minutes * 60_000 })
  const untried = chosen.filter((mutant) => !trials.recall(mutant))
  process.stdout.write(`${chosen.length} mutants of ${sources.length} files, ${trials.findings.length} known\n`)
  if (untried.length > 0) {
    const reach = await reachOf(root, compiler, sources)
    const { batches, alone } = planOf(untried, compiler)
    for (const [index, batch] of batches.entries()) {
      if (trials.late()) break
      for (const compiled of compileBatch(batch, compiler)) {
        await trials.together(compiled, `batch ${index + 1} of ${batches.length}`, reach)
        alone.push(...compiled.left.flatMap(({ mutants }) => mutants))
      }
    }
    await trials.separately(
      alone.toSorted((a, b) => (a.file < b.file ? -1 : 1)),
      reach,
    )
  }
  tests.stop()
  const report = reportOf(trials.findings, chosen.length)
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
  process.stderr.write(`${(cause as Error).message}\n`)
  process.exit(2)
}
