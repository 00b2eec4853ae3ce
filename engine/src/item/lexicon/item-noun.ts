import type { ItemKind } from '@daedal/protocol/generation/item-plan'
import type { WordEntry } from './word-entry.ts'

/** What a noun asks for: a kind, and a form of it when the word is that precise. */
export type ItemNoun = {
  readonly item: ItemKind
  readonly form?: string
  /** Means something else first, such as a portrait's animal: it counts only where an item is asked for. */
  readonly quiet?: true
}

/** A noun's words, English and Chinese, and what it asks for. */
export const noun = (item: ItemKind, en: readonly string[], zh: readonly string[], form?: string): WordEntry<ItemNoun> => ({
  en,
  zh,
  concept: form === undefined ? { item } : { item, form },
})

/** A noun that names an item only where an item is asked for. */
export const quietNoun = (item: ItemKind, en: readonly string[], zh: readonly string[]): WordEntry<ItemNoun> => ({
  en,
  zh,
  concept: { item, quiet: true },
})
