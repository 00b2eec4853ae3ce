import { createHash } from 'node:crypto'
import { existsSync, globSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'

/** Digest of the contents of all files that match, so that a build is repeated exactly when an input changed. */
export function digestOf(root: string, patterns: readonly string[]): string {
  const files = globSync([...patterns], { cwd: root, exclude: (name) => name.includes('node_modules') })
    .filter((file) => statSync(join(root, file)).isFile())
    .sort()
  const hash = createHash('sha256')
  for (const file of files)
    hash
      .update(`${file}\0`)
      .update(readFileSync(join(root, file)))
      .update('\0')
  return hash.digest('hex')
}

/** Runs `build` unless `output` exists and was made from the same inputs. Returns whether it ran. */
export async function buildWhenChanged(
  input: { root: string; stamp: string; output: string; patterns: readonly string[] },
  build: () => Promise<void>,
) {
  const digest = digestOf(input.root, input.patterns)
  if (existsSync(input.output) && existsSync(input.stamp) && readFileSync(input.stamp, 'utf8') === digest) return false
  await build()
  mkdirSync(dirname(input.stamp), { recursive: true })
  writeFileSync(input.stamp, digest)
  return true
}
