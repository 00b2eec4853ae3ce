import { lemmas } from './lemmas.ts'
import { type Meaning, meaningAt } from './lexicon/lexicon.ts'

/** A stretch of the prompt that was taken as one: a word or phrase with its meaning, or what holds words together. */
export type Reading = {
  readonly text: string
  readonly start: number
  readonly end: number
  readonly key: string
  readonly kind: 'content' | 'number' | 'name' | 'function' | 'negator' | 'break'
  readonly chinese: boolean
  /** Null for content that no list holds. */
  readonly meaning: Meaning | null
}

/** A reading of content, with what its surroundings make of it. */
export type Word = Reading & {
  /** Ruled out: "without cars". */
  readonly negated: boolean
  /** A place where something is, not the thing itself: "in a forest". */
  readonly located: boolean
  /** Said of a noun that follows: the crown of 戴皇冠的狮子. */
  readonly attributive: boolean
  /** Words that stand side by side are of one group; its last noun is its head. */
  readonly group: number
}

/** An English plural, also one that stands in a list of its own. */
export const isPlural = ({ chinese, text, key }: Word): boolean =>
  !chinese &&
  /(?:s|en)$/i.test(text) &&
  !/[’']s$/i.test(text) &&
  (text.toLowerCase() !== key || lemmas(key).some((form) => form !== key && meaningAt(form)))
