import { coverageLibrary, instrument } from '../coverage/instrument.ts'
import type { Compiler } from './compiler.ts'
import { REACH } from './messages.ts'
import type { Mutant } from './mutants.ts'
import { testsOf } from './targets.ts'
import { createTestProcess } from './test-process.ts'

/** The tests that run the code of a mutant; null when that is not known, as of constants. Others cannot tell the mutant from the original. */
export type Reach = (mutant: Mutant) => ReadonlySet<string> | null

const LONGEST = 1_800_000
const NOBODY = ''

/** Runs all tests of some sources once, with every statement of them counted. */
export async function reachOf(root: string, compiler: Compiler, sources: readonly string[]): Promise<Reach> {
  const instrumented = new Map(sources.map((file) => [file, instrument(compiler.textOf(file), file)]))
  const { filename, content } = coverageLibrary()
  const texts = new Map([...[...instrumented].map(([file, { source }]): [string, string] => [file, source]), [filename, content]])
  const { artifacts, problems } = compiler.compileTexts(texts)
  if (problems[0]) throw new Error(problems[0].formattedMessage)
  const files = [...new Set(sources.flatMap((file) => testsOf(root, file)))].sort()
  const tests = createTestProcess(root, files, { [REACH]: '1' })
  const answer = await tests.run({ artifacts, files, bail: false, without: [] }, LONGEST)
  tests.stop()
  if (!answer || answer.passed === 0) throw new Error('The tests did not run with statements counted.')
  const places = new Map(
    [...instrumented].map(([file, { statements }]) => {
      const text = compiler.textOf(file)
      const byteOf = (unit: number) => Buffer.byteLength(text.slice(0, unit))
      return [file, statements.map(({ tag, start, end }) => ({ tag, start: byteOf(start), end: byteOf(end) }))]
    }),
  )
  return ({ file, start, end }) => {
    const around = (places.get(file) ?? []).filter((statement) => statement.start <= start && end <= statement.end)
    const [innermost] = around.toSorted((a, b) => a.end - a.start - (b.end - b.start))
    if (!innermost) return null
    const titles = answer.reached.get(innermost.tag) ?? new Set()
    // What a hook before all tests of a file reached says nothing of which test needs it.
    return titles.has(NOBODY) ? null : titles
  }
}
