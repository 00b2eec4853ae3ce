import { spawnSync } from 'node:child_process'
import { readdirSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const here = dirname(fileURLToPath(import.meta.url))
const args = process.argv.slice(2)
const asked = args.filter((arg) => !arg.startsWith('--'))
const flags = args.filter((arg) => arg.startsWith('--'))

/** Each other file of this folder that is not a test is a benchmark; its name is how one asks for it. */
const all = readdirSync(here)
  .filter((file) => file.endsWith('.ts') && file !== 'all.ts' && !file.endsWith('.test.ts'))
  .map((file) => basename(file, '.ts'))
const unknown = asked.filter((name) => !all.includes(name))
if (unknown.length > 0) {
  process.stderr.write(`Unknown benchmark ${unknown.join(', ')}. Benchmarks: ${all.join(', ')}.\n`)
  process.exit(2)
}
let failed = false
for (const name of asked.length > 0 ? asked : all) {
  if (!flags.includes('--json')) process.stdout.write(`\n${name}\n`)
  const { status } = spawnSync(process.execPath, ['--disable-warning=ExperimentalWarning', join(here, `${name}.ts`), ...flags], {
    stdio: 'inherit',
  })
  failed ||= status !== 0
}
process.exit(failed ? 1 : 0)
