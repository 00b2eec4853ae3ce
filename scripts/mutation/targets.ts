import { createHash } from 'node:crypto'
import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/** Which tests a source answers to: the first rule that fits. Gas is not measured here, because nothing is optimised. */
const rules: readonly { readonly source: RegExp; readonly tests: readonly string[] }[] = [
  {
    source: /^contracts\/royalties\//,
    tests: ['test/royalties/**/*.test.ts', 'test/findings/splits.test.ts', 'test/parity/lineage.test.ts', 'test/invariant/splits.test.ts'],
  },
  { source: /^contracts\/market\/states\//, tests: ['test/market/states.test.ts'] },
  {
    source: /^contracts\/market\//,
    tests: [
      'test/market/**/*.test.ts',
      'test/findings/**/*.test.ts',
      'test/parity/**/*.test.ts',
      'test/invariant/settlement.test.ts',
      'test/invariant/auctions.test.ts',
      'test/invariant/drops.test.ts',
      'test/invariant/rentals.test.ts',
    ],
  },
  {
    source: /^contracts\/provenance\//,
    tests: ['test/provenance/**/*.test.ts', 'test/findings/registries.test.ts', 'test/invariant/reproductions.test.ts'],
  },
  {
    source: /^contracts\/worlds\//,
    tests: [
      'test/worlds/**/*.test.ts',
      'test/findings/registries.test.ts',
      'test/findings/world-currencies.test.ts',
      'test/findings/avatars.test.ts',
    ],
  },
]
const NOT_FOR_MUTANTS = /gas|bench|test\/parity\/(errors|lineage|tokens)|test\/findings\/splits/

const find = (root: string, patterns: readonly string[]) =>
  globSync([...patterns], { cwd: root })
    .map((path) => path.replaceAll('\\', '/'))
    .sort()

/** The sources to change: those of the market, of royalties and of the registries, or what of them contains one of the words. */
export const sourcesOf = (root: string, words: readonly string[]): string[] =>
  find(root, ['contracts/{market,provenance,royalties,worlds}/**/*.sol'])
    .filter((path) => !path.includes('/interfaces/'))
    .filter((path) => words.length === 0 || words.some((word) => path.includes(word)))

/** The test files of a source. */
export function testsOf(root: string, source: string): string[] {
  const patterns = rules.find((rule) => rule.source.test(source))?.tests ?? []
  const market = source.startsWith('contracts/market/')
  return find(root, patterns).filter((path) => !market || !NOT_FOR_MUTANTS.test(path))
}

/** Changes when a test file changes, or anything that tests share. */
export function fingerprintOfTests(root: string, files: readonly string[]): string {
  const hash = createHash('sha256')
  for (const path of [...files, ...find(root, ['test/{fixtures,mocks}/**/*.{ts,sol}'])])
    hash.update(path).update(readFileSync(join(root, path)))
  return hash.digest('hex').slice(0, 16)
}
