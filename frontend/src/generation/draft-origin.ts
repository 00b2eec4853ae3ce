import type { Generation } from '@daedal/protocol/generation/api'
import type { Derivation, Origin, Source } from '@daedal/protocol/generation/origin'
import { type SearchParams, textOf } from '../lib/search-params.ts'

/** What the next job of the page starts from: one source to remix, or two and what becomes of them. */
export type DraftOrigin = { readonly how: Exclude<Derivation, 'variation'>; readonly of: readonly [Source] | readonly [Source, Source] }

const picture = /^([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})\.([0-3])$/

/** A source as it stands in an address: the id of an asset, or a job's id and the number of its picture. */
export const writeSource = (source: Source): string => ('asset' in source ? source.asset : `${source.generation}.${source.variation}`)

/** Reads {@link writeSource}; null for what is none. */
export function readSource(text: string | undefined): Source | null {
  if (!text || text.length > 200) return null
  const [, generation, variation] = picture.exec(text) ?? []
  if (generation !== undefined) return { generation, variation: Number(variation) }
  return text.includes('/') ? { asset: text } : null
}

/** Whether two are one and the same. */
export const isSameSource = (a: Source, b: Source): boolean => writeSource(a) === writeSource(b)

/** What an address says that the next job starts from; null when it says nothing of it. */
export function readDraft(search: SearchParams): DraftOrigin | null {
  const first = readSource(textOf(search.from))
  if (!first) return null
  const second = readSource(textOf(search.with))
  if (!second || isSameSource(first, second)) return { how: 'remix', of: [first] }
  return { how: textOf(search.how) === 'restyle' ? 'restyle' : 'mix', of: [first, second] }
}

/** The part of an address that {@link readDraft} reads. */
export function writeDraft(draft: DraftOrigin | null): { from?: string; with?: string; how?: string } {
  if (!draft) return {}
  const [first, second] = draft.of
  return { from: writeSource(first), ...(second ? { with: writeSource(second), how: draft.how } : {}) }
}

/** What a job came from, to start from it again; null where it began with words, or where a source is not shown any more. */
export function draftOf(from: Generation['from'] | undefined): DraftOrigin | null {
  const sources = (from?.of ?? []).map(({ asset, generation, variation }): Source | null => {
    if (asset !== null) return { asset }
    return generation !== null && variation !== null ? { generation, variation } : null
  })
  const [first, second] = sources
  if (!from || !first) return null
  // More like something is a remix that changes nothing.
  if (from.how === 'variation' || from.how === 'remix') return { how: 'remix', of: [first] }
  return second ? { how: from.how, of: [first, second] } : null
}

/** The draft with another second source, or with what becomes of the two. */
export const withSecond = ({ of: [first] }: DraftOrigin, second: Source, how: 'mix' | 'restyle'): DraftOrigin => ({
  how,
  of: [first, second],
})

/** The draft without one of its sources: the other one is remixed; null when none is left. */
export function withoutSource({ of }: DraftOrigin, at: number): DraftOrigin | null {
  const left = of[1 - at]
  return left ? { how: 'remix', of: [left] } : null
}

/** The two in the other order. */
export const swapped = (draft: DraftOrigin): DraftOrigin => {
  const [first, second] = draft.of
  return second ? { ...draft, of: [second, first] } : draft
}

/** As requests say it. */
export const originOf = ({ how, of }: DraftOrigin): Origin => ({ how, of: [...of] })
