import { sceneSensesOf } from './decide-kind.ts'
import type { Word } from './reading.ts'

const list = (text: string) => new Set(text.split(', '))

/** Colours that things have by themselves; saying them asks for nothing more. */
const NATURAL: Readonly<Record<string, ReadonlySet<string>>> = {
  sea: list('blue, turquoise, teal, cyan, emerald, sapphire, green'),
  lake: list('blue, turquoise, teal, cyan, emerald, sapphire, green'),
  river: list('blue, turquoise, teal, green'),
  waterfall: list('white, blue'),
  forest: list('green, emerald, brown'),
  trees: list('green, emerald'),
  meadow: list('green, emerald'),
  mountain: list('grey, white, blue, green'),
  snow: list('white'),
  clouds: list('white, grey'),
  desert: list('gold, yellow, orange, brown, red'),
  beach: list('white, gold, yellow'),
  valley: list('green, emerald'),
  farm: list('green, emerald, gold, yellow'),
  windmill: list('gold, yellow'),
  'ice cave': list('blue, turquoise, cyan'),
  iceberg: list('blue, white, turquoise'),
  lava: list('red, orange'),
  'great tree': list('green, emerald'),
}

/** Colour words that stand before a thing of that colour: the blue of a blue sea. */
export function naturalColours(words: readonly Word[]): ReadonlySet<Word> {
  const found = new Set<Word>()
  for (const [at, word] of words.entries()) {
    const next = words[at + 1]
    if (!next || word.negated || next.start - word.end > 2) continue
    const colours = sceneSensesOf(word).filter(({ role }) => role === 'colour')
    if (sceneSensesOf(next).some(({ concept }) => colours.some((colour) => NATURAL[concept]?.has(colour.concept)))) found.add(word)
  }
  return found
}
