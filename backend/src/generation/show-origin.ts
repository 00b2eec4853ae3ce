import type { Generation } from '@daedal/protocol/generation/api'
import { THUMBNAIL_PATH } from '../provenance/asset-files.ts'
import type { FindToken } from './ports.ts'
import type { GenerationStore } from './store.ts'
import type { StoredOrigin } from './tables.ts'

type Shown = NonNullable<Generation['from']>

/** Says what a job was made from, with names and pictures. A source that is not shown any more is left out. */
export function createShowOrigin({ store, findToken }: { store: Pick<GenerationStore, 'find'>; findToken: FindToken }) {
  async function shown(source: StoredOrigin['of'][number]): Promise<Shown['of']> {
    if ('asset' in source) {
      const token = await findToken(source.asset)
      if (!token?.core || token.burned) return []
      return [{ asset: token.asset, generation: null, variation: null, name: token.name, image: token.image }]
    }
    const { generation, variation } = source
    const job = await store.find(generation)
    const picture = job?.variations.find(({ index }) => index === variation)
    if (!picture?.folder) return []
    return [{ asset: null, generation, variation, name: null, image: `/ipfs/${picture.folder}/${THUMBNAIL_PATH}` }]
  }
  return async (origin: StoredOrigin | null): Promise<Generation['from']> =>
    origin && { how: origin.how, of: (await Promise.all(origin.of.map(shown))).flat() }
}
export type ShowOrigin = ReturnType<typeof createShowOrigin>
