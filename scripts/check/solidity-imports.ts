import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { brokenImports } from './import-rules.ts'

const root = join(import.meta.dirname, '..', '..')
const paths = globSync('contracts/**/*.sol', { cwd: root }).map((path) => path.replaceAll('\\', '/'))
if (paths.length === 0) throw new Error('no contract was found: the check would check nothing')
const broken = paths.flatMap((path) => brokenImports({ path, text: readFileSync(join(root, path), 'utf8') }))
for (const line of broken) process.stdout.write(`${line}\n`)
process.stdout.write(`${paths.length} contracts, ${broken.length} broken imports\n`)
process.exit(broken.length === 0 ? 0 : 1)
