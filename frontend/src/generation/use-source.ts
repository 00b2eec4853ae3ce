import type { GeneratedKind } from '@daedal/protocol/generation/api'
import type { Source } from '@daedal/protocol/generation/origin'
import type { AssetDetail } from '@daedal/protocol/tokens/api'
import { ApiProblem } from '@daedal/sdk/client'
import { useQuery } from '@tanstack/react-query'
import { configQuery } from '../lib/status.ts'
import type { TextKey } from '../lib/text/en.ts'
import { useText } from '../lib/text/use-text.ts'
import { assets } from '../tokens/assets.ts'
import { remixRefusal } from '../tokens/remix-refusal.ts'
import { useAccount } from '../wallet/account.ts'
import { generations } from './generations.ts'
import { titleFrom } from './prompt-parts.ts'

/** What is known of something that a job is to start from. */
export type SourceView = {
  /** `refused`: there is none any more, or nothing may be made of it. */
  readonly state: 'loading' | 'failed' | 'refused' | 'ready'
  /** Why it is refused. */
  readonly why: TextKey | null
  /** Why it is not known. */
  readonly error: unknown
  readonly name: string
  /** Gateway path of its picture; null while it is not known. */
  readonly image: string | null
  readonly kind: GeneratedKind | null
  /** The token; null of a picture that is not minted, of which nobody is paid anything. */
  readonly token: Pick<AssetDetail, 'id' | 'creator' | 'remixBps'> | null
  retry(): void
}

/** Follows a source; null for none. */
export function useSource(source: Source | null): SourceView | null {
  const t = useText()
  const { address } = useAccount()
  const id = source && 'asset' in source ? source.asset : null
  const { data: config } = useQuery(configQuery)
  const drawn = source && 'generation' in source ? source : null
  const asset = useQuery({ ...assets.detail(id ?? ''), enabled: id !== null })
  const job = useQuery(generations.job(drawn?.generation ?? ''))
  if (!source) return null
  const { error, refetch } = id !== null ? asset : job
  const base = { error, name: '', image: null, kind: null, token: null, why: null, retry: () => void refetch() }
  if (id !== null && asset.data) {
    const { name, image, kind, creator, remixBps } = asset.data
    const why = remixRefusal(asset.data, { account: address, house: config?.contracts.assetCollection ?? null })
    const known = { ...base, name, image, token: { id, creator, remixBps } }
    return why ? { ...known, state: 'refused', why } : { ...known, state: 'ready', kind: kind as GeneratedKind }
  }
  if (drawn && job.data) {
    const variation = job.data.variations.find(({ index }) => index === drawn.variation)
    const name = t('create.from.picture', { number: drawn.variation + 1, prompt: titleFrom(job.data.prompt) })
    const known = { ...base, name, image: variation?.thumbnail ?? null, kind: job.data.kind }
    return variation?.state === 'done' ? { ...known, state: 'ready' } : { ...known, state: 'refused', why: 'create.from.unfinished' }
  }
  if (!error) return { ...base, state: 'loading' }
  const gone = error instanceof ApiProblem && (error.status === 404 || error.status === 400)
  return gone ? { ...base, state: 'refused', why: 'create.from.gone' } : { ...base, state: 'failed' }
}
