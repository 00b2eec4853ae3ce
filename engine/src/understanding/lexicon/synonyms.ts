import { SYNONYMS } from './synonyms.gen.ts'

const targets = new Map(Object.entries(SYNONYMS).flatMap(([target, words]) => words.split(' ').map((word) => [word, target] as const)))

/** The word of the lexicon that an English word means or is a kind of: `terrier` is a dog. Null for one that is not known. */
export const synonymOf = (word: string): string | null => targets.get(word) ?? null
