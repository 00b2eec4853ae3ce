/** A piece of a prompt. Offsets are UTF-16 units; `key` is how the lexicon spells it: lower case, no accents, simplified characters. */
export type Token = {
  readonly text: string
  readonly start: number
  readonly end: number
  readonly kind: 'word' | 'han' | 'number' | 'picture' | 'break'
  readonly key: string
}
