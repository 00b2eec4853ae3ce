import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Attack, attacksIn, differences } from './attack-rules.ts'

const root = join(import.meta.dirname, '..', '..')
const DOCUMENT = 'docs/contracts.md'
const read = (path: string) => readFileSync(join(root, path), 'utf8')
const attacks = attacksIn(read(DOCUMENT))
const paths = globSync('test/findings/**/*.test.ts', { cwd: root }).map((path) => path.replaceAll('\\', '/'))
if (attacks.length === 0 || paths.length === 0) throw new Error('no table or no test was found: the check would check nothing')
const { untested, unlisted } = differences(attacks, new Map(paths.map((path) => [path, read(path)])))
const say = (found: readonly Attack[], what: string) => {
  for (const { title, file } of found) process.stdout.write(`${file}: ${what}: ${title}\n`)
}
say(untested, `in the table of ${DOCUMENT} and no outermost describe, or twice`)
say(unlisted, `not in the table of ${DOCUMENT}, or twice`)
process.stdout.write(`${attacks.length} known attacks, ${untested.length + unlisted.length} differences\n`)
process.exit(untested.length + unlisted.length === 0 ? 0 : 1)
