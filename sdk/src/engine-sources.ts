import { readdir, readFile } from 'node:fs/promises'
import { join, relative, sep } from 'node:path'
import { fileURLToPath } from 'node:url'
import { canonicalBytes, sha256Hex } from '@daedal/protocol/provenance/core'
import type { Hex } from 'viem'

/** One source file, by its path with `/` between folders. */
export type SourceFile = { readonly path: string; readonly bytes: Uint8Array }

/** Sources that draw: no tests, nothing that only tests use, no declarations. */
const draws = (path: string) => path.endsWith('.ts') && !/\.(test|d)\.ts$/.test(path) && !path.split('/').includes('testing')

/** The source files of this copy's engine, in the order of their paths' code units. Needs Node: a page has no sources. */
export async function readEngineSources(
  folder = fileURLToPath(new URL('.', import.meta.resolve('@daedal/engine/engine'))),
): Promise<SourceFile[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  const paths = entries
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).split(sep).join('/'))
    .filter(draws)
    .sort()
  return Promise.all(paths.map(async (path) => ({ path, bytes: new Uint8Array(await readFile(join(folder, path))) })))
}

/** What records call `codeSha256`: sha-256 over the canonical JSON of `[[path, sha-256 of the file], …]` in the order of the paths. */
export const engineCodeDigest = (files: readonly SourceFile[]): Hex =>
  sha256Hex(canonicalBytes(files.map(({ path, bytes }) => [path, sha256Hex(bytes)])))
