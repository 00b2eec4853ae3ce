import type { Role } from './lexicon/sense.ts'

/** What became of a word: how it was taken, and whether the plan shows it. */
export type Verdict = { readonly understood: boolean; readonly role?: Role | 'not'; readonly concept?: string }
