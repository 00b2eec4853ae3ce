/** Words of one meaning. English in lower case, several words separated by one space, singular; Chinese as written. */
export type WordEntry<Concept> = {
  readonly en: readonly string[]
  readonly zh: readonly string[]
  readonly concept: Concept
}
