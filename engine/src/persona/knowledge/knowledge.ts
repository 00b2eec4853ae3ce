import type { Language } from '../text/language.ts'
import type { Gender } from './first-person.ts'
import type { Style } from './style.ts'
import type { Tag } from './tags.ts'

/** Which part of a card a sentence comes from. */
export type Source = 'description' | 'scenario' | 'personality' | 'facts' | 'lore'

/** One sentence the persona can say. */
export type Unit = {
  /** Stable within the card: language and position. */
  readonly key: string
  readonly at: number
  readonly text: string
  readonly source: Source
  readonly language: Language
  readonly tags: ReadonlySet<Tag>
  readonly terms: readonly string[]
  /** Its sentence is about the persona. */
  readonly self: boolean
  /** Position of its lore entry, null outside the lorebook. */
  readonly lore: number | null
}

/** A lore entry with its sentences. */
export type Lore = { readonly keys: readonly string[]; readonly keyTerms: readonly (readonly string[])[]; readonly units: Unit[] }

/** Somebody the persona knows. */
export type Relation = { readonly who: string; readonly role: string; readonly unit: Unit | null }

/** Something the persona sells. */
export type Good = { readonly item: string; readonly price: number; readonly currency: string; readonly unit: Unit }

/** Typed facts, from the card's extension first and its prose second. */
export type Facts = {
  age: number | null
  job: string
  home: string
  origin: string
  likes: string[]
  dislikes: string[]
  fears: string[]
  goals: string[]
  relations: Relation[]
  goods: Good[]
}

/** A question of the card's example dialogue with its answer. */
export type Example = { readonly answer: string; readonly terms: readonly string[]; readonly language: Language }

/** The world a card plays in, from its vocabulary. */
export type Era = 'modern' | 'scifi' | 'fantasy' | 'historic' | 'ancient-chinese'

/** Everything the dialogue needs of a card, in one language. */
export type Knowledge = {
  readonly name: string
  readonly language: Language
  readonly gender: Gender
  readonly units: readonly Unit[]
  readonly lore: readonly Lore[]
  readonly facts: Facts
  readonly examples: readonly Example[]
  readonly actions: readonly string[]
  readonly tics: readonly string[]
  readonly address: readonly string[]
  readonly style: Style
  readonly traits: readonly string[]
  readonly era: Era
  readonly greeting: string
  /** In how many units a term occurs. */
  readonly frequencies: ReadonlyMap<string, number>
  readonly averageLength: number
}
