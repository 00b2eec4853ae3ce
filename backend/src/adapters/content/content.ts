import path from 'node:path'
import type { ContentStore } from '../../provenance/ports.ts'
import { openEmbeddedContent } from './embedded.ts'

/** The content store of the configuration: a Kubo node when its address is given, else blocks under the data folder. */
export async function openContent({ dataDir, ipfsApiUrl }: { dataDir: string; ipfsApiUrl: string }): Promise<ContentStore> {
  if (ipfsApiUrl === '') return openEmbeddedContent(path.join(dataDir, 'content'))
  const { openKuboContent } = await import('./kubo.ts')
  return openKuboContent(ipfsApiUrl)
}
