import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { forbiddenMaths } from './forbidden-maths.ts'

const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..')
const paths = readdirSync(join(root, 'engine', 'src'), { recursive: true, encoding: 'utf8' })
  .filter((path) => path.endsWith('.ts') && !path.endsWith('.test.ts'))
  .map((path) => join('engine', 'src', path))
if (paths.length === 0) throw new Error('no file of the engine was found: the check would check nothing')
const found = paths.flatMap((path) => forbiddenMaths(path, readFileSync(join(root, path), 'utf8')))
for (const line of found) process.stdout.write(`${line}\n`)
process.stdout.write(`${paths.length} files, ${found.length} inexact\n`)
process.exit(found.length === 0 ? 0 : 1)
