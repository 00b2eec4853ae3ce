import type { SceneFamily, ScenePlan } from '@daedal/protocol/generation/scene-plan'
import { type SceneThing, THINGS_OF_A_KIND } from '@daedal/protocol/generation/scene-things'
import { THINGS } from '../scene/thing/things.ts'
import { sceneSensesOf } from './decide-kind.ts'
import { valueOfNumeral } from './lexicon/numerals.ts'
import type { Word } from './reading.ts'
import { compositionsWithRoom, MOST_THINGS } from './scene-room.ts'

type Wanted = ScenePlan['things'][number]

/** Things that words ask for, and which words say how many there are and of what colour. */
export type AskedThings = {
  readonly things: readonly Wanted[]
  /** The words that are realised by a thing: the noun, its number and its colour. */
  readonly told: ReadonlySet<Word>
  /** Compositions that have room for all of them; every one when none is asked for. */
  readonly compositions: readonly string[]
}

/** The thing a word places; null where it has none. */
const thingOf = (word: Word): SceneThing | null => sceneSensesOf(word).find(({ thing }) => thing !== undefined)?.thing ?? null

const colourOf = (word: Word): string | null =>
  sceneSensesOf(word).find(({ role, wish }) => role === 'colour' && wish?.accent)?.wish?.accent ?? null

/** How many an English plural without a number stands for. */
const SOME = 3

const isPlural = ({ chinese, text, key }: Word) =>
  !chinese && text.toLowerCase() !== key && /(?:s|en)$/i.test(text) && !/[’']s$/i.test(text)

/**
 * Reads "three red foxes": words of number and colour that stand right before a thing belong to it. `settled` are the compositions that
 * other words leave open; things that none of them has room for are left out. `isShown` says what the picture has by itself.
 */
export function askThings(
  words: readonly Word[],
  family: SceneFamily,
  settled: readonly string[],
  isShown: (word: Word) => boolean,
): AskedThings {
  const things: Wanted[] = []
  const told = new Set<Word>()
  let compositions = settled
  for (const [at, word] of words.entries()) {
    if (word.negated || things.length === MOST_THINGS) continue
    const thing = thingOf(word)
    if (!thing || isShown(word) || things.some((known) => known.thing === thing)) continue
    const grounds = [...things, { thing }].map((wanted) => THINGS[wanted.thing].ground)
    const roomy = compositions.filter((composition) => compositionsWithRoom(family, grounds).includes(composition))
    if (roomy.length === 0) continue
    compositions = roomy
    let count = isPlural(word) ? SOME : 1
    let colour = ''
    told.add(word)
    for (let before = at - 1; before >= 0; before--) {
      const earlier = words[before] as Word
      if (earlier.group !== word.group || earlier.negated) break
      const number = earlier.kind === 'number' ? valueOfNumeral(earlier.key) : null
      const hue = colourOf(earlier)
      if (number !== null) count = Math.min(THINGS_OF_A_KIND, Math.max(1, number))
      if (number !== null && number <= THINGS_OF_A_KIND) told.add(earlier)
      if (hue !== null) {
        colour = hue
        told.add(earlier)
      }
      if (number !== null || thingOf(earlier)) break
    }
    things.push({ thing, count, colour })
  }
  return { things, told, compositions }
}
