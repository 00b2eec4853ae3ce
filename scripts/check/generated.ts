import { spawnSync } from 'node:child_process'
import { join } from 'node:path'

/** Every generated file is what its generator would write now. */
const all = join(import.meta.dirname, '..', 'codegen', 'all.ts')
const { status } = spawnSync(process.execPath, ['--disable-warning=ExperimentalWarning', all, '--check'], { stdio: 'inherit' })
process.exit(status ?? 1)
