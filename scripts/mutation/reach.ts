import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { coverageLibrary, instrument } from '../coverage/instrument.ts'
import type { Compiler } from './compiler.ts'
import { REACH } from './messages.ts'
import type { Mutant } from './mutants.ts'
import { fingerprintOfTests, testsOf } from './targets.ts'
import { createTestProcess } from './test-process.ts'

/** The tests that run the code of a mutant; null when that is not known, as of constants. Others cannot tell the mutant from the original. */
export type Reach = (mutant: Mutant) => ReadonlySet<string> | null

const LONGEST = 1_800_000
const NOBODY = ''

/** For each tag of an instrumented statement, the tests that reached it. */
type Hits = ReadonlyMap<string, ReadonlySet<string>>

/** What a test run with every statement counted found, kept until a source or a test changes. */
function createStore(file: string, key: string) {
  return {
    read(): Hits | null {
      if (!existsSync(file)) return null
      const kept = JSON.parse(readFileSync(file, 'utf8')) as { key: string; titles: string[]; hits: Record<string, number[]> }
      if (kept.key !== key) return null
      return new Map(Object.entries(kept.hits).map(([tag, tests]) => [tag, new Set(tests.map((index) => kept.titles[index] as string))]))
    },
    write(hits: Hits): void {
      const titles = [...new Set([...hits.values()].flatMap((tests) => [...tests]))]
      const places = new Map(titles.map((title, index) => [title, index]))
      const short = Object.fromEntries([...hits].map(([tag, tests]) => [tag, [...tests].map((title) => places.get(title))]))
      mkdirSync(dirname(file), { recursive: true })
      writeFileSync(`${file}.part`, JSON.stringify({ key, titles, hits: short }))
      renameSync(`${file}.part`, file)
    },
  }
}

async function countHits(root: string, compiler: Compiler, texts: ReadonlyMap<string, string>, files: readonly string[]): Promise<Hits> {
  const { artifacts, problems } = compiler.compileTexts(texts)
  if (problems[0]) throw new Error(problems[0].formattedMessage)
  const tests = createTestProcess(root, files, { [REACH]: '1' })
  const answer = await tests.run({ artifacts, files, bail: false, without: [] }, LONGEST)
  tests.stop()
  if (!answer || answer.passed === 0) throw new Error('The tests did not run with statements counted.')
  return answer.reached
}

/** Finds out which tests reach what of some sources; runs all their tests once when that is not known yet. */
export async function reachOf(root: string, compiler: Compiler, sources: readonly string[]): Promise<Reach> {
  const instrumented = new Map(sources.map((file) => [file, instrument(compiler.textOf(file), file)]))
  const { filename, content } = coverageLibrary()
  const texts = new Map([...[...instrumented].map(([file, { source }]): [string, string] => [file, source]), [filename, content]])
  const files = [...new Set(sources.flatMap((file) => testsOf(root, file)))].sort()
  const key = [...sources.map((file) => compiler.fingerprintOf(file)), fingerprintOfTests(root, files)].join(' ')
  const store = createStore(join(root, '.daedal', 'mutation', 'reach.json'), createHash('sha256').update(key).digest('hex'))
  let hits = store.read()
  if (!hits) {
    hits = await countHits(root, compiler, texts, files)
    store.write(hits)
  }
  const reached = hits
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
    const titles = reached.get(innermost.tag) ?? new Set()
    // What a hook before all tests of a file reached says nothing of which test needs it.
    return titles.has(NOBODY) ? null : titles
  }
}
