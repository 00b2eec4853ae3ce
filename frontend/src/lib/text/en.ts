import { firstWords } from './first-words.ts'
import { laterWords } from './later-words.ts'

/** English words of all pages. Messages are ICU: `{name}`, `{count, plural, one {…} other {…}}`. */
export const en = { ...firstWords, ...laterWords } as const

/** Every key that the pages can show. */
export type TextKey = keyof typeof en
