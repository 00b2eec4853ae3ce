import { spawnSync } from 'node:child_process'
import { join } from 'node:path'

/** Every generator, in the order in which they run. With `--check` nothing is written, and what is old ends with code 1. */
const committed = ['abis', 'vectors', 'clear-signing', 'migrations', 'readme', 'synonyms']
/** What is made from those and not committed, so there is nothing to compare. */
const derived = ['subgraph']
const generators = process.argv.includes('--check') ? committed : [...committed, ...derived]

let failed = false
for (const name of generators) {
  const args = ['--disable-warning=ExperimentalWarning', join(import.meta.dirname, `${name}.ts`), ...process.argv.slice(2)]
  const { status } = spawnSync(process.execPath, args, { stdio: 'inherit' })
  failed ||= status !== 0
}
process.exit(failed ? 1 : 0)
