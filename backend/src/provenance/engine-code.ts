import { readdir, readFile } from 'node:fs/promises'
import { join, sep } from 'node:path'
import { fileURLToPath } from 'node:url'
import { canonicalBytes, sha256Hex } from '@daedal/protocol/provenance/core'
import type { Hex } from 'viem'
import type { ContentFile, ContentStore } from './ports.ts'

/** Which code drew a picture: its digest, and where it is kept so that it stays runnable. */
export type EngineCode = { codeSha256: Hex; bundleCid: string }

/** Folder of the engine's sources. */
export const engineSources = (): string => fileURLToPath(new URL('.', import.meta.resolve('@daedal/engine/engine')))

/** The engine's source files, tests left out, by path with `/` between folders, in the order of their code units. */
export async function readEngineSources(folder = engineSources()): Promise<ContentFile[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  const paths = entries
    .filter((entry) => entry.isFile() && entry.name.endsWith('.ts') && !entry.name.endsWith('.test.ts'))
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length).split(sep).filter(Boolean).join('/'))
    .sort()
  return Promise.all(paths.map(async (path) => ({ path, bytes: new Uint8Array(await readFile(join(folder, path))) })))
}

/** sha-256 over the canonical JSON of `[[path, sha-256 of the file], …]` in the order of the paths. */
export const codeDigest = (files: readonly ContentFile[]): Hex =>
  sha256Hex(canonicalBytes(files.map(({ path, bytes }) => [path, sha256Hex(bytes)])))

/** Hashes the engine's sources and keeps them in the content store. Read once; a failure is tried again at the next call. */
export function createEngineCode({ content, folder }: { content: Pick<ContentStore, 'putDirectory'>; folder?: string }) {
  let known: Promise<EngineCode> | undefined
  const measure = async (): Promise<EngineCode> => {
    const files = await readEngineSources(folder)
    const { cid } = await content.putDirectory(files)
    return { codeSha256: codeDigest(files), bundleCid: cid }
  }
  return (): Promise<EngineCode> => {
    known ??= measure().catch((error: unknown) => {
      known = undefined
      throw error
    })
    return known
  }
}
