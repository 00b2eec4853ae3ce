import { existsSync, globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { differences } from './tree-rules.ts'

const root = join(import.meta.dirname, '..', '..')
const trees = globSync('test/**/*.tree', { cwd: root })
if (trees.length === 0) throw new Error('no tree was found: the check would check nothing')
const broken: string[] = []
for (const path of trees) {
  const test = path.replace(/\.tree$/, '.test.ts')
  if (!existsSync(join(root, test))) {
    broken.push(`${path}: there is no ${test}`)
    continue
  }
  const { untested, unplanned } = differences(readFileSync(join(root, path), 'utf8'), readFileSync(join(root, test), 'utf8'))
  broken.push(...untested.map((leaf) => `${path}: no test for ${leaf}`), ...unplanned.map((title) => `${test}: not in the tree: ${title}`))
}
for (const line of broken) process.stdout.write(`${line}\n`)
process.stdout.write(`${trees.length} trees, ${broken.length} differences\n`)
process.exit(broken.length === 0 ? 0 : 1)
