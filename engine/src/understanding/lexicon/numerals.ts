/** English words for numbers. */
export const NUMERALS: ReadonlySet<string> = new Set(
  'two three four five six seven eight nine ten eleven twelve twenty thirty fifty pair trio couple triple'.split(' '),
)
