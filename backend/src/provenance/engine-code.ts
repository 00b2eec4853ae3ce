import { engineCodeDigest, readEngineSources } from '@daedal/sdk/engine-sources'
import type { Hex } from 'viem'
import type { ContentStore } from './ports.ts'

/** Which code drew a picture: its digest, and where it is kept so that it stays runnable. */
export type EngineCode = { codeSha256: Hex; bundleCid: string }

/** Hashes the engine's sources and keeps them in the content store. Read once; a failure is tried again at the next call. */
export function createEngineCode({ content, folder }: { content: Pick<ContentStore, 'putDirectory'>; folder?: string }) {
  let known: Promise<EngineCode> | undefined
  const measure = async (): Promise<EngineCode> => {
    const files = await readEngineSources(folder)
    const { cid } = await content.putDirectory(files)
    return { codeSha256: engineCodeDigest(files), bundleCid: cid }
  }
  return (): Promise<EngineCode> => {
    known ??= measure().catch((error: unknown) => {
      known = undefined
      throw error
    })
    return known
  }
}
