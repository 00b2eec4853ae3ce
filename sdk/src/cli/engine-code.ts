import { readdir, readFile } from 'node:fs/promises'
import { join, relative, sep } from 'node:path'
import { fileURLToPath } from 'node:url'
import { canonicalBytes, sha256Hex } from '@daedal/protocol/provenance/core'
import type { Hex } from 'viem'

/**
 * Digest of this copy's engine sources, as records name it: sha-256 over the canonical JSON of `[[path, sha-256 of the file], …]`
 * in the order of the paths, tests left out.
 */
export async function engineCodeDigest(): Promise<Hex> {
  const folder = fileURLToPath(new URL('.', import.meta.resolve('@daedal/engine/engine')))
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  const paths = entries
    .filter((entry) => entry.isFile() && entry.name.endsWith('.ts') && !entry.name.endsWith('.test.ts'))
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).split(sep).join('/'))
    .sort()
  const digests = await Promise.all(paths.map(async (path) => [path, sha256Hex(await readFile(join(folder, path)))] as const))
  return sha256Hex(canonicalBytes(digests))
}
